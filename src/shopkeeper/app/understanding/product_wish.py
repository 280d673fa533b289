"""A clause about a product taken apart: its verb, its count, its words, what it points at and what it limits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shopkeeper.app.understanding.amounts import Amount, amounts_of, budgets_of, shares_of
from shopkeeper.app.understanding.limits import asked_allergens, constraints_of, eaters, excluded_words, purpose
from shopkeeper.app.understanding.phrases import Phrase, names_goods, phrase_of, pointed, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.reference import ByPosition, BySuperlative, ByWords, Reference
from shopkeeper.ports.catalog_index import Resolution

NAMED = 0.8
"""The score from which words mean this product."""
VERBS = ("compare", "remove", "change", "exchange", "instead", "add", "want", "find")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One clause about a product, taken apart. `pointer` is a reference without words, `named` one by words.

    `words` are all that may name goods, also those behind "for". `amounts` are the counts as they were said; `amount` is the first, or
    what is meant by it ("both", packs of a size the shop sells).
    """

    clause: Clause
    verb: str
    amounts: tuple[Amount, ...]
    amount: Amount | None
    words: Phrase | None
    phrase: Phrase | None
    named: Reference | None
    found: Resolution | None
    pointer: Reference | None
    constraints: acts.Constraints

    @property
    def reference(self) -> Reference | None:
        """What is meant: words first, unless they only tell which of what is pointed at."""
        if isinstance(self.pointer, ByPosition | BySuperlative) and not isinstance(self.named, ByWords):
            return self.pointer
        if isinstance(self.pointer, BySuperlative) and isinstance(self.named, ByWords):
            return replace(self.named, superlative=self.pointer.superlative) if self.named.candidates else self.pointer
        if isinstance(self.pointer, ByPosition) and self.clause.has("ordinal") and not strong(self.named):
            return self.pointer
        return self.named or self.pointer

    @property
    def quantity(self) -> int | None:
        return self.amount.value if self.amount and not self.amount.pieces and self.amount.most is None else None

    @property
    def pieces(self) -> int | None:
        return (self.amount.most or self.amount.value) if self.amount and self.amount.pieces else None

    @property
    def range(self) -> tuple[int, ...]:
        """The ends of a count that is not settled ("2 or 3")."""
        unsettled = self.amount is not None and not self.amount.pieces and self.amount.most is not None
        return (self.amount.value, self.amount.most) if unsettled and self.amount and self.amount.most else ()


def strong(reference: Reference | None) -> bool:
    return isinstance(reference, ByWords) and reference.exact


def wish_of(scene: Scene, clause: Clause, used: frozenset[int]) -> Wish:
    budgets = budgets_of(scene.reading, clause)
    spent = used.union(*(budget.used for budget in budgets))
    amounts = amounts_of(scene.reading, clause, spent)
    amount = amounts[0] if amounts else None
    excluded, left_out = excluded_words(scene, clause, spent)
    left_out |= purpose(clause) | eaters(clause)
    dropped = spent | (amount.used if amount else frozenset[int]()) | left_out | asked_allergens(clause)
    phrase = phrase_of(scene.reading, clause, dropped)
    words = phrase_of(scene.reading, clause, dropped.union(*(one.used for one in amounts))) if len(amounts) > 1 else phrase
    if phrase is not None and amount is not None and _is_measure(clause, phrase):
        phrase = None
    if phrase is not None and shares_of(scene.reading, clause).issuperset(phrase.tokens):
        phrase = None
    phrase = _before_purpose(scene, clause, phrase, dropped)
    named, found = resolve(scene.index, phrase, scene.reading.language) if phrase else (None, None)
    if phrase is not None and amount is not None and amount.packed:
        packed, said = resolve(scene.index, replace(phrase, text=f"{phrase.text} {amount.packed}-pack"), scene.reading.language)
        if isinstance(packed, ByWords) and packed.exact and packed.options:
            # The shop sells such packs: it is that variant which is wanted, so many times.
            named, found = replace(packed, text=phrase.text), said
            amount = replace(amount, value=amount.value // amount.packed, pieces=False)
    pair = next((cue for cue in clause.all("all_of_them") if cue.value == "both"), None)
    if pair is not None and amount is None and phrase is not None:
        amount = Amount(value=2, pieces=False, start=pair.start, end=pair.end, used=frozenset(range(pair.start, pair.end)))
    constraints = constraints_of(scene, clause, budgets, excluded)
    return Wish(
        clause=clause,
        verb=_verb(clause),
        amounts=tuple(amounts),
        words=words,
        amount=amount,
        phrase=phrase,
        named=named,
        found=found,
        pointer=pointed(clause),
        constraints=constraints,
    )


def _before_purpose(scene: Scene, clause: Clause, phrase: Phrase | None, dropped: frozenset[int]) -> Phrase | None:
    """In "a rack for my 30 mm frame" and "a wine for steak" the first is wanted, unless both words are of one thing."""
    cut = clause.first("purpose")
    if cut is None or phrase is None:
        return phrase
    first = phrase_of(scene.reading, clause, dropped | frozenset(range(cut.start, clause.end)))
    if first is None or first == phrase or not names_goods(scene.index, first, scene.reading.language):
        return phrase
    whole = scene.index.resolve(phrase.text, language=scene.reading.language)
    alone = {hit.product_id for hit in scene.index.resolve(first.text, language=scene.reading.language).hits}
    return phrase if whole.exact or (whole.hits and whole.hits[0].product_id in alone and whole.hits[0].score >= NAMED) else first


def _is_measure(clause: Clause, phrase: Phrase) -> bool:
    """ "2 litres", "three packs": so much of what is talked about; the unit names nothing."""
    units = {at for cue in clause.cues if cue.kind in ("unit", "volume", "measure") for at in range(cue.start, cue.end)}
    return units.issuperset(phrase.tokens)


def _verb(clause: Clause) -> str:
    kinds = {cue.kind for cue in clause.cues}
    if "order" in kinds and "add" not in kinds and not kinds & {"order_status", "find", "ask"}:
        kinds.add("add")
    add, change = clause.first("add"), clause.first("change")
    if add is not None and change is not None and add.start < change.start and "instead" not in kinds:
        kinds.discard("change")  # "add another mug set" sets nothing
    return next((verb for verb in VERBS if verb in kinds), "")


def only_limits(wish: Wish) -> bool:
    """Whether the words are nothing but a diet or an allergen ("vegan-ish", "nut allergy")."""
    if wish.phrase is None or wish.verb or wish.amount or wish.constraints == acts.Constraints():
        return False
    limits = {at for cue in wish.clause.cues if cue.kind in ("diet", "allergen") for at in range(cue.start, cue.end)}
    return limits.issuperset(wish.phrase.tokens)


def phrase_at(scene: Scene, tokens: tuple[int, ...]) -> Phrase:
    start, end = scene.reading.span(tokens[0], tokens[-1] + 1)
    return Phrase(text=scene.reading.text[start:end], start=start, end=end, tokens=tokens)
