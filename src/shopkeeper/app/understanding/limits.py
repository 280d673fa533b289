"""What a thing must or must not be: budgets, diets, allergens, words after "not", and what it is only for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.app.understanding.amounts import Budget
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.reference import ByWords

_SMALL = frozenset({"definite", "in", "stop", "size_word"})
NEAR_ALLERGY = 7
"""Tokens between "allergic" and what to, at most; lists ("nuts, milk and eggs") are that long."""


def asked_allergens(clause: Clause) -> frozenset[int]:
    """In "is there milk in it" milk is what is asked about, not a product."""
    if any(cue.value not in ("allergens", "details") for cue in clause.all("ask")) and not clause.has("allergy"):
        return frozenset()
    pointing = clause.has("focus") or clause.has("allergy") or any(cue.value == "allergens" for cue in clause.all("ask"))
    if not pointing or not clause.has("allergen"):
        return frozenset()
    named = clause.all("allergen")
    if clause.has("allergy"):
        return frozenset(at for cue in named for at in range(cue.start, cue.end))
    asks = any(cue.kind in ("ask", "question", "find") for cue in clause.cues)
    return frozenset(at for cue in named for at in range(cue.start, cue.end)) if asks else frozenset()


def stated_allergies(scene: Scene) -> tuple[str, ...]:
    """Allergens named beside an allergy anywhere in the message, also when another clause asks for the goods. Noted as slots."""
    cues = scene.reading.cues
    stated = [cue for cue in cues if cue.kind == "allergy" and not _is_denied(cue, cues)]
    named = [cue for cue in cues if cue.kind == "allergen" and any(_is_near(cue, one) for one in stated)]
    found = [*named, *(cue for cue in stated if cue.value)]  # "Nussallergie" names both in one word
    for cue in found:
        scene.slot("avoids", cue.value, cue.start, cue.end)
    return tuple(dict.fromkeys(cue.value for cue in found))


def _is_denied(allergy: Cue, cues: Sequence[Cue]) -> bool:
    """ "not allergic to", "no allergies"."""
    return any(cue.kind in ("not", "no") and 0 <= allergy.start - cue.end <= 1 for cue in cues)


def _is_near(allergen: Cue, allergy: Cue) -> bool:
    return min(abs(allergen.start - allergy.end), abs(allergy.start - allergen.end)) <= NEAR_ALLERGY


def keeping_off(found: Sequence[acts.Act], allergens: tuple[str, ...]) -> list[acts.Act]:
    """Every search of the message keeps off what somebody must not eat."""
    if not allergens:
        return list(found)
    if all(isinstance(act, acts.Unknown | acts.Confirm) for act in found):
        return [acts.FindProduct(constraints=acts.Constraints(free_from=allergens))]
    return [_keeping_off(act, acts.Constraints(free_from=allergens)) for act in found]


def _keeping_off(act: acts.Act, limits: acts.Constraints) -> acts.Act:
    """A thing loosely named ("un en-cas", a snack) is looked for, and not put into the cart, beside an allergy."""
    match act:
        case acts.FindProduct() | acts.FindGift():
            return replace(act, constraints=both(act.constraints, limits))
        case acts.AddLineItem(reference=ByWords(exact=False) as reference):
            return acts.FindProduct(reference=reference, constraints=limits)
        case _:
            return act


def purpose(clause: Clause) -> frozenset[int]:
    """In "is the rack ok for a 25 mm frame" the frame is what it is for, not what is asked about."""
    cut = clause.first("purpose")
    before = {at for cue in clause.cues for at in range(cue.start, cue.end)}
    if cut is None or not clause.has("ask") or before.issuperset(range(clause.start, cut.start)):
        return frozenset()
    return frozenset(range(cut.start, clause.end))


def eaters(clause: Clause) -> frozenset[int]:
    """In "eggs for 3 people" the number says who eats, not how many packs are wanted."""
    for cue in clause.all("people"):
        number = next((one for one in clause.numbers if one.end == cue.start), None)
        if number is not None:
            return frozenset(range(number.start, cue.end))
    return frozenset()


def is_elsewhere(clause: Clause) -> bool:
    """ "is it cheaper at Zalando", "do you match prices": a question about what others charge."""
    cue = clause.first("elsewhere")
    if cue is None or not cue.value:
        return cue is not None
    return clause.asks or any(one.kind in ("ask", "superlative", "cheap", "compare", "question", "under", "over") for one in clause.cues)


def excluded_words(scene: Scene, clause: Clause, used: frozenset[int]) -> tuple[list[tuple[str, str]], frozenset[int]]:
    """Words after "not", "no", "without": (kind, value), and the tokens they take up."""
    found: list[tuple[str, str]] = []
    taken: set[int] = set()
    for cue in clause.cues:
        if cue.kind not in ("not", "no", "free"):
            continue
        place, after = _past_small_words(clause, cue.end)
        if after is not None and after.kind == "allergen":
            found.append(("allergen", after.value))
            taken.update(range(cue.start, after.end))
        elif cue.kind == "free" and (before := _allergen_before(clause, cue)) is not None:
            found.append(("allergen", before.value))  # "nut-free": it stands before
            taken.update(range(before.start, cue.end))
        elif _is_counted(clause, place):
            continue  # "no, 5": another count
        elif place < clause.end and after is None and place not in used and not _negates_verb(clause, cue.start):
            found.append(("word", scene.reading.tokens[place].norm))
            taken.update(range(cue.start, place + 1))
    return found, frozenset(taken)


def _is_counted(clause: Clause, place: int) -> bool:
    return any(number.start == place for number in clause.numbers)


def _allergen_before(clause: Clause, free: Cue) -> Cue | None:
    return next((one for one in clause.cues if one.kind == "allergen" and 0 <= free.start - one.end <= 1), None)


def _past_small_words(clause: Clause, place: int) -> tuple[int, Cue | None]:
    """The place after "the", "in" and the like ("nicht die in Braun"), and the cue that stands there."""
    after = next((one for one in clause.cues if one.start == place), None)
    while after is not None and after.kind in _SMALL:
        place = after.end
        after = next((one for one in clause.cues if one.start == place), None)
    return place, after


def _negates_verb(clause: Clause, at: int) -> bool:
    return any(cue.kind in ("remove", "add") and cue.start <= at < cue.end for cue in clause.cues)


def constraints_of(scene: Scene, clause: Clause, budgets: list[Budget], excluded: list[tuple[str, str]]) -> acts.Constraints:
    limits = {budget.least: _money(scene, budget) for budget in budgets}
    for budget in budgets:
        scene.slot("min_price" if budget.least else "max_price", _money(scene, budget).minor, budget.start, budget.end)
    if clause.has("allergy"):
        told = (cue.value for cue in clause.cues if cue.kind in ("allergen", "allergy") and cue.value)
        excluded = [*excluded, *(("allergen", code) for code in told)]
    diets = tuple(dict.fromkeys(cue.value for cue in clause.cues if cue.kind == "diet"))
    return acts.Constraints(
        max_price=limits.get(False),
        min_price=limits.get(True),
        exclude=tuple(word for kind, word in excluded if kind == "word"),
        free_from=tuple(dict.fromkeys(word for kind, word in excluded if kind == "allergen")),
        diet=diets,
        in_stock=clause.has("in_stock"),
    )


def _money(scene: Scene, budget: Budget) -> Money:
    return Money(minor=int(budget.value * scene.shop.minor_per_unit), currency=scene.shop.currency)


def both(first: acts.Constraints, second: acts.Constraints) -> acts.Constraints:
    return acts.Constraints(
        max_price=second.max_price or first.max_price,
        min_price=second.min_price or first.min_price,
        options={**first.options, **second.options},
        exclude=(*first.exclude, *second.exclude),
        free_from=tuple(dict.fromkeys((*first.free_from, *second.free_from))),
        diet=tuple(dict.fromkeys((*first.diet, *second.diet))),
        in_stock=first.in_stock or second.in_stock,
        category=second.category or first.category,
    )
