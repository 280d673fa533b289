"""What a message takes back of itself ("2 mugs, no wait, 3", "no, none"), and what stands in for the first wish."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.understanding.phrases import is_mention
from shopkeeper.app.understanding.product_wish import Wish
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByFocus, ByOption, BySku, ByWords

TURNS = ("but", "no", "not", "change", "only")
"""Cues that what follows corrects what was said right before."""


def corrected(scene: Scene, wish: Wish) -> bool:
    """Whether the clause is no wish of its own but another count, limit or nothing at all for the one before it, which it then changes."""
    last = scene.acts[-1] if scene.acts else None
    if last is None or wish.named is not None or not isinstance(wish.pointer, ByFocus | None) or not _turns(wish):
        return False
    if wish.clause.has("none") and isinstance(last, acts.AddLineItem | acts.ChangeQuantity):
        scene.acts[-1] = acts.Decline()
        return True
    if wish.amount is None or wish.clause.asks:
        return False
    match last:
        case acts.FindProduct(constraints=constraints) if constraints.max_price is not None:
            limit = Money(minor=wish.amount.value * scene.shop.minor_per_unit, currency=scene.shop.currency)
            scene.acts[-1] = replace(last, constraints=replace(constraints, max_price=limit))
        case acts.AddLineItem():
            scene.acts[-1] = replace(last, quantity=wish.quantity, pieces=wish.pieces, between=wish.range)
        case acts.ChangeQuantity(quantity=int()):
            scene.acts[-1] = replace(last, quantity=wish.amount.value, in_pieces=wish.amount.pieces or last.in_pieces)
        case _:
            return False
    return True


def _turns(wish: Wish) -> bool:
    first = next((cue for cue in wish.clause.cues if cue.kind not in ("stop", "filler")), None)
    return wish.clause.joined == "but" or (first is not None and first.kind in TURNS and wish.clause.joined != "start")


def stands_in(scene: Scene, wish: Wish) -> bool:
    """ "…, otherwise the tan one": what is taken where the wish before it cannot be had."""
    cue = next((one for one in wish.clause.all("if") if one.value == "else"), None)
    last = scene.acts[-1] if scene.acts else None
    if cue is None or not isinstance(last, acts.AddLineItem | acts.FindProduct):
        return False
    other = wish.named
    if isinstance(other, ByOption) and isinstance(last.reference, ByWords):
        other = replace(last.reference, options={**last.reference.options, **other.options})
    if other is None or not isinstance(other, ByOption | ByWords | BySku) or not is_mention(other):
        return False
    if isinstance(last, acts.FindProduct):
        wants = scene.verb in ("add", "want") and last.reference is not None
        return wants and _added(scene, last, other)
    scene.acts[-1] = replace(last, otherwise=other)
    return True


def _added(scene: Scene, last: acts.FindProduct, other: ByOption | ByWords | BySku) -> bool:
    if last.reference is None:
        return False
    scene.acts[-1] = acts.AddLineItem(reference=last.reference, budget=last.constraints.max_price, otherwise=other)
    return True
