"""What shall come where a line is missing: noted on the line, said back with what it means."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.turn.decide.parts import title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.cart.cart import Line
from shopkeeper.domain.cart.substitution import SubstituteRule, Substitution
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Do, Plan, ShowCart, Tell, plan
from shopkeeper.domain.dialogue.reference import ByWords, Reference
from shopkeeper.domain.dialogue.resolve import OneVariant, SomeProducts, SomeVariants, find_lines, resolve
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy import command

MOST_NAMED = 12
"""Variants that one name may stand for; more name nothing."""


def wish(act: acts.WishSubstitute, facts: Facts) -> Plan:
    lines = facts.cart.lines if act.reference is None else find_lines(act.reference, facts.state, facts.cart)
    if not lines:
        return plan(Tell(says=(Say(key="substitute.not_in_cart", facts={"text": _words(act.reference)}),)))
    if act.rule is not SubstituteRule.NAMED:
        return _noted(lines, Substitution(rule=act.rule), facts)
    found = _meant(act.to, facts)
    own = {line.sku for line in lines}
    skus = tuple(sku for _, some in found for sku in some if sku not in own)
    if not skus or len(skus) > MOST_NAMED:
        return plan(Tell(says=(Say(key="substitute.unknown", facts={"text": _words(act.to)}),)))
    text = title(found[0][0], facts, skus[0] if len(skus) == 1 else None) if len(found) == 1 else _words(act.to)
    return _noted(lines, Substitution(rule=act.rule, skus=skus, text=text), facts)


def _noted(lines: Sequence[Line], substitution: Substitution, facts: Facts) -> Plan:
    titles = tuple(dict.fromkeys(_title(line, facts) for line in lines))
    said = {"titles": titles, "to": substitution.text}
    put = command.SetSubstitution(cart_id=facts.cart.id, line_ids=tuple(line.id for line in lines), substitution=substitution)
    return plan(Do(command=put, then=Say(key=f"substitute.noted_{substitution.rule.value}", facts=said), shows=(ShowCart(),)))


def _title(line: Line, facts: Facts) -> str:
    listing = facts.listings.get(line.product_id)
    return title(listing, facts, line.sku) if listing is not None else line.sku


def _meant(reference: Reference | None, facts: Facts) -> list[tuple[Listing, tuple[Sku, ...]]]:
    """Everything the words may mean: they limit what staff may give, so none of it is too much."""
    if reference is None:
        return []
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            return [(listing, (sku,))]
        case SomeVariants(listing=listing, skus=skus):
            return [(listing, tuple(skus))]
        case SomeProducts(listings=listings):
            return [(listing, tuple(listing.offers)) for listing in listings]
        case _:
            return []


def _words(reference: Reference | None) -> str:
    return reference.text if isinstance(reference, ByWords) else ""
