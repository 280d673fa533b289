"""One thing taken in place of another: "swap the milk for eggs", "eggs instead of the milk", "把牛奶换成鸡蛋"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopkeeper.app.understanding.amounts import Amount
from shopkeeper.app.understanding.phrases import SURELY_NAMED, Phrase, is_mention, resolve
from shopkeeper.app.understanding.product_wish import Wish, phrase_at
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.reference import ByOption, BySku, ByWords, Reference
from shopkeeper.domain.dialogue.resolve import CLEAR_MARGIN

SWAPPING = ("change", "exchange", "instead")
BETWEEN = (*SWAPPING, "to", "purpose", "use", "not")
"""Cues that may stand between what goes and what comes; "for" and "with" mean something else in other clauses."""
OLD_FIRST = frozenset({"tr", "hi", "ur", "ja"})
"""Languages whose "instead of" follows what goes ("süt yerine yumurta")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What goes and what comes, and the counts said of each."""

    old: Reference
    new: Reference
    gone: Amount | None
    coming: Amount | None


def swapped(scene: Scene, wish: Wish) -> list[acts.Act]:
    """Empty unless something in the cart and something else are named beside a word of changing."""
    if wish.words is None or not scene.has_cart or not any(wish.clause.has(kind) for kind in SWAPPING):
        return []
    sides = next(_sides(scene, wish, wish.words), None)
    if sides is None:
        return []
    count = sides.coming
    if sides.gone is not None and count is None and sides.gone.value < _in_cart(scene, sides.old):
        taken = sides.gone.value
        return [acts.AddLineItem(reference=sides.new, quantity=taken), acts.ChangeQuantity(reference=sides.old, delta=-taken)]
    quantity, pieces = (None, None) if count is None else (None, count.value) if count.pieces else (count.value, None)
    return [acts.ChangeVariant(reference=sides.old, to=sides.new, quantity=quantity, pieces=pieces)]


def _sides(scene: Scene, wish: Wish, words: Phrase) -> Iterator[Sides]:
    """The ways to read the clause, likeliest first: parted by a word between, else where both halves surely name goods."""
    tokens = words.tokens
    parting = [(at, cue) for at in range(1, len(tokens)) for cue in wish.clause.cues if _parts(cue, tokens[at - 1], tokens[at])]
    for at, cue in parting or [(at, None) for at in range(1, len(tokens))]:
        left, right = (resolve(scene.index, phrase_at(scene, half), scene.reading.language)[0] for half in (tokens[:at], tokens[at:]))
        if cue is None and not (_surely(left) and _surely(right)):
            continue
        middle = cue.start if cue is not None else tokens[at - 1] + 1
        before, after = (_amount(wish.amounts, part) for part in (range(middle), range(middle, wish.clause.end)))
        turned = cue is not None and cue.kind == "instead" and scene.reading.language not in OLD_FIRST
        here, there = _in_cart(scene, left) > 0, _in_cart(scene, right) > 0
        if here and is_mention(right) and not (there and turned):
            yield Sides(old=left, new=right, gone=before, coming=after)
        elif there and is_mention(left):
            yield Sides(old=right, new=left, gone=after, coming=before)


def _parts(cue: Cue, before: int, after: int) -> bool:
    return cue.kind in BETWEEN and before < cue.start and cue.end <= after


def _surely(reference: Reference) -> bool:
    match reference:
        case ByWords(candidates=candidates, exact=exact):
            return exact or (bool(candidates) and candidates[0].score >= SURELY_NAMED)
        case BySku() | ByOption():
            return True
        case _:
            return False


def _in_cart(scene: Scene, reference: Reference) -> int:
    """How many of it lie in the cart, the words read as well as they can be."""
    match reference:
        case BySku(sku=sku):
            return sum(line.quantity for line in scene.context.cart.lines if line.sku == sku)
        case ByWords(candidates=candidates) if candidates:
            near = {one.product_id for one in candidates if candidates[0].score - one.score < CLEAR_MARGIN}
            return sum(line.quantity for line in scene.context.cart.lines if line.product_id in near)
        case _:
            return 0


def _amount(amounts: Sequence[Amount], among: range) -> Amount | None:
    return next((one for one in amounts if one.start in among), None)
