"""Presents within limits: what is liked, what it may cost with delivery, and by when it has to be there; reasons come from attributes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shopkeeper.app.naming import named_fact
from shopkeeper.app.turn.decide.parts import buyable
from shopkeeper.app.turn.decide.products import fits, is_safe
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import ProductKind
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.acts import Constraints
from shopkeeper.domain.dialogue.decision import Ask, Card, Plan, ShowProducts, Tell, plan
from shopkeeper.domain.dialogue.reference import ByWords
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.parcel import Arrival, parcel_arrival

OPTIONS = 3
REASONS = ("occasion", "contents", "flavor", "material", "origin")


def find_gift(act: acts.FindGift, facts: Facts) -> Plan:
    """Two or three that keep every limit. A diet is only ever said of what declares it."""
    if act.reference is None:
        return plan(Ask(question=Question(topic="gift"), say=Say(key="ask.gift", question=True)))
    coming = _arrival(facts)
    in_time = act.arrive_by is None or (coming is not None and coming.latest <= date.fromisoformat(act.arrive_by))
    found = [(listing, sku) for listing in _ranked(act, facts) if (sku := _affordable(listing, act.constraints, facts)) is not None]
    chosen = _varied(act, found)[:OPTIONS]
    if not chosen:
        return plan(Tell(says=(Say(key="gift.none", facts={"limit": act.constraints.max_price}),)))
    cards = tuple(Card(listing=listing, sku=sku, reason=_reason(act, listing, sku, facts)) for listing, sku in chosen)
    says = [
        Say(key="gift.options", facts={"count": len(chosen)}),
        *_limits(act, facts, coming, in_time),
        *_diet(act, [one for one, _ in chosen], facts),
    ]
    return plan(Tell(says=tuple(says), shows=(ShowProducts(cards=cards, limit=_without_delivery(act.constraints.max_price, facts)),)))


def _arrival(facts: Facts) -> Arrival | None:
    closed = {day for store in facts.stores for day, hours in store.special.items() if hours is None}
    return parcel_arrival(facts.profile.delivery, facts.now, facts.profile.zone, closed=closed)


def _ranked(act: acts.FindGift, facts: Facts) -> list[Listing]:
    if not isinstance(act.reference, ByWords):
        return list(facts.listings.values())
    return [facts.listings[one.product_id] for one in act.reference.candidates if one.product_id in facts.listings]


def _affordable(listing: Listing, wanted: Constraints, facts: Facts) -> Sku | None:
    """The cheapest variant that stays within the limit with delivery; only what is sent in a parcel and keeps until then."""
    if listing.product.kind in (ProductKind.SERVICE, ProductKind.MADE_TO_ORDER) or listing.product.age_limit:
        return None
    if not fits(listing, Constraints(exclude=wanted.exclude, free_from=wanted.free_from)) or not is_safe(listing, facts):
        return None
    priced = sorted(buyable(listing), key=lambda sku: listing.offers[sku].price)
    fitting = [
        sku for sku in priced if wanted.max_price is None or total_with_delivery(listing.offers[sku].price, facts) <= wanted.max_price
    ]
    return fitting[-1] if fitting else None


def _without_delivery(limit: Money | None, facts: Facts) -> Money | None:
    """What is left of the limit for the thing itself, for more ideas under it."""
    return Money(minor=max(0, limit.minor - facts.profile.delivery.fee.minor), currency=limit.currency) if limit else None


def total_with_delivery(price: Money, facts: Facts) -> Money:
    terms = facts.profile.delivery
    free = terms.free_from is not None and price >= terms.free_from
    return price if free else price + terms.fee


def _varied(act: acts.FindGift, found: Sequence[tuple[Listing, Sku]]) -> list[tuple[Listing, Sku]]:
    """Declared diets first, then gift-like things, then by fit; not three of one kind."""
    diet = set(act.constraints.diet)
    ordered = sorted(
        found, key=lambda one: (not diet <= one[0].product.diet if diet else False, not one[0].product.category.startswith("gifts"))
    )
    chosen: list[tuple[Listing, Sku]] = []
    for one in ordered:
        same = [other for other in chosen if other[0].product.category == one[0].product.category]
        if len(same) < 2:
            chosen.append(one)
    return chosen


def _reason(act: acts.FindGift, listing: Listing, sku: Sku, facts: Facts) -> Say:
    """Total with delivery, and one declared attribute if there is any worth telling."""
    total = total_with_delivery(listing.offers[sku].price, facts)
    name = next((name for name in REASONS if name in listing.product.attributes), None)
    if name is None:
        return Say(key="gift.total", facts={"total": total})
    value = facts.labels.attribute(name, listing.product.attributes[name])
    return Say(key="gift.total_because", facts={"total": total, "name": named_fact(f"attribute.{name}", facts.labels), "value": value})


def _limits(act: acts.FindGift, facts: Facts, coming: Arrival | None, in_time: bool) -> list[Say]:
    says: list[Say] = []
    if act.constraints.max_price is not None:
        says.append(Say(key="gift.within", facts={"limit": act.constraints.max_price, "fee": facts.profile.delivery.fee}))
    if coming is not None:
        key = "gift.arrives" if in_time else "gift.too_late"
        says.append(Say(key=key, facts={"earliest": coming.earliest, "latest": coming.latest}))
    return says


def _diet(act: acts.FindGift, shown: Sequence[Listing], facts: Facts) -> list[Say]:
    """What is declared, and what is not: nothing is claimed that no maker declared."""
    says: list[Say] = []
    for code in act.constraints.diet:
        declared = tuple(facts.labels.text(one.product.title) for one in shown if code in one.product.diet)
        unknown = tuple(facts.labels.text(one.product.title) for one in shown if code not in one.product.diet)
        word = named_fact(f"diet.{code}", facts.labels)
        if declared:
            says.append(Say(key="gift.declared", facts={"diet": word, "titles": declared}))
        if unknown:
            says.append(Say(key="gift.not_declared", facts={"diet": word, "titles": unknown}))
    return says
