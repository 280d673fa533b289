"""More of the kind that was shown, cheaper or dearer ones, and why something was shown: from the catalog and its records only."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.naming import named_fact
from shopkeeper.app.turn.decide.parts import buyable, cards, title
from shopkeeper.app.turn.decide.products import MOST_SHOWN, find, fits, is_safe
from shopkeeper.app.turn.decide.products_answers import answer
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.state import Shown
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.acts import Constraints
from shopkeeper.domain.dialogue.decision import Plan, ShowProducts, Tell, plan
from shopkeeper.domain.dialogue.reference import BySku
from shopkeeper.domain.dialogue.say import Say

MOST_REASONS = 3
"""Attributes that are told of one thing."""
MOST_EXPLAINED = 3


def find_others(act: acts.FindOthers, facts: Facts) -> Plan:
    """What is of the same kind and was not shown yet, within the limits that the list before was found under."""
    shown = facts.state.shown
    if not shown:
        return find(acts.FindProduct(), facts)
    limits = _limits(act, shown, facts)
    wanted = [one for one in facts.others if fits(one, limits) and is_safe(one, facts) and _of_age(one, facts)]
    if act.price:
        found = [one for one in wanted if _on_the_side(one, act, shown)]
    else:
        found = [one for one in wanted if one.product.id not in facts.state.seen]
    found.sort(key=lambda one: (one.price_from.minor if one.price_from else 0) * {"cheaper": -1, "dearer": 1}.get(act.price, 0))
    kept = found[:MOST_SHOWN]
    if not kept:
        return plan(Tell(says=(_no_more(act),)))
    if len(kept) == 1 and (skus := buyable(kept[0])):
        return find(acts.FindProduct(reference=BySku(sku=skus[0], product_id=kept[0].product.id)), replace(facts, listings=_by_id(kept)))
    show = replace(cards(kept), limit=limits.max_price)
    return plan(Tell(says=(Say(key="find.several", facts={"count": len(kept)}),), shows=(show,)))


def _no_more(act: acts.FindOthers) -> Say:
    match act.price:
        case "cheaper":
            return Say(key="others.none_cheaper")
        case "dearer":
            return Say(key="others.none_dearer")
        case _:
            return Say(key="others.none")


def _by_id(listings: list[Listing]) -> dict[str, Listing]:
    return {one.product.id: one for one in listings}


def _limits(act: acts.FindOthers, shown: tuple[Shown, ...], facts: Facts) -> Constraints:
    """What was said now, else the limit of the list before."""
    kept = facts.state.shown_limit
    if act.constraints.max_price is not None or kept is None:
        return replace(act.constraints, in_stock=True)
    return replace(act.constraints, in_stock=True, max_price=Money(minor=kept, currency=facts.profile.currency))


def _on_the_side(listing: Listing, act: acts.FindOthers, shown: tuple[Shown, ...]) -> bool:
    """Whether it costs less than all that was shown, or more."""
    prices = [one.price_minor for one in shown if one.price_minor is not None]
    if not prices or listing.price_from is None:
        return True
    return listing.price_from.minor < min(prices) if act.price == "cheaper" else listing.price_from.minor > max(prices)


def _of_age(listing: Listing, facts: Facts) -> bool:
    return facts.state.stated_age is None or (listing.product.age_limit or 0) <= facts.state.stated_age


def explain_choice(facts: Facts) -> Plan:
    """Why this: what its record says of it, its price, and that it is the cheapest of those shown where it is."""
    meant = _meant(facts)
    if not meant:
        return plan(Tell(says=(Say(key="talk.help"),)))
    says = tuple(say for listing in meant for say in _reasons(listing, facts))
    show = ShowProducts(cards=cards(meant).cards)
    return plan(Tell(says=says, shows=(show,) if len(meant) == 1 else ()))


def _meant(facts: Facts) -> list[Listing]:
    """What is talked about, else what was shown."""
    focus = facts.state.focus
    shown = [one.product_id for one in facts.state.shown]
    ids = [focus.product_id] if focus is not None and (not shown or focus.product_id in shown) else shown[:MOST_EXPLAINED]
    return [facts.listings[one] for one in dict.fromkeys(ids) if one in facts.listings]


def _reasons(listing: Listing, facts: Facts) -> tuple[Say, ...]:
    attributes = list(listing.product.attributes.items())[:MOST_REASONS]
    told = tuple(
        Say(key="answer.measure", facts={"name": named_fact(f"attribute.{name}", facts.labels), "value": value})
        for name, raw in attributes
        if (value := facts.labels.attribute(name, raw)) is not None
    )
    if not told:
        details = answer("details", listing, None, facts).decisions[0]
        return details.says if isinstance(details, Tell) else ()
    said = Say(key="why.one", facts={"title": title(listing, facts), "price": listing.price_from, "list": told})
    return (said, Say(key="why.cheapest", facts={"title": title(listing, facts)})) if _is_cheapest(listing, facts) else (said,)


def _is_cheapest(listing: Listing, facts: Facts) -> bool:
    others = [one.price_minor for one in facts.state.shown if one.product_id != listing.product.id and one.price_minor is not None]
    return listing.price_from is not None and bool(others) and listing.price_from.minor < min(others)
