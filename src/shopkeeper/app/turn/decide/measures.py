"""Things side by side by what is measured of them; what no record says is said not to be known."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.naming import named_fact
from shopkeeper.app.turn.decide.parts import title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.product import Quantity
from shopkeeper.domain.dialogue.decision import Card
from shopkeeper.domain.dialogue.say import Say

WEIGHTS = ("weight", "net_weight")
LENGTHS = frozenset({"mm", "cm", "m", "in", "ml", "l"})
LEAST_FIRST = frozenset({"lighter", "smaller"})


def compared_by(by: str, cards: Sequence[Card], facts: Facts) -> Say:
    """Which is lighter, heavier, smaller or bigger, the answer first; `other` is nothing that is measured."""
    names = dict.fromkeys(name for card in cards for name in card.listing.product.attributes)
    wanted = (name for name in names if by != "other" and _is_about(by, name, cards))
    measured = next((found for name in wanted if len(found := _measured(name, cards)) > 1), None)
    if measured is None:
        return Say(key="compare.no_record")
    measured.sort(key=lambda one: one[1].value, reverse=by not in LEAST_FIRST)
    name = measured[0][2]
    told = tuple(
        Say(key="answer.measure", facts={"name": title(card.listing, facts), "value": facts.labels.attribute(name, value)})
        for card, value, _ in measured
    )
    return Say(key="compare.by", facts={"name": named_fact(f"attribute.{name}", facts.labels), "list": told})


def _is_about(by: str, name: str, cards: Sequence[Card]) -> bool:
    if by in ("lighter", "heavier"):
        return name in WEIGHTS
    return any(value.unit.lower() in LENGTHS for _, value, _ in _measured(name, cards))


def _measured(name: str, cards: Sequence[Card]) -> list[tuple[Card, Quantity, str]]:
    """Each thing once, with what its record says, where all say it in one unit."""
    found: dict[str, tuple[Card, Quantity, str]] = {}
    for card in cards:
        value = card.listing.product.attributes.get(name)
        if isinstance(value, Quantity):
            found[card.listing.product.id] = (card, value, name)
    units = {value.unit for _, value, _ in found.values()}
    return list(found.values()) if len(units) == 1 else []
