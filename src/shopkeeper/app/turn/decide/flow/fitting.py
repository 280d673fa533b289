"""Whether a value fits a slot: it is of its kind, the records know it, and the flow's own check holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from shopkeeper.app.turn.decide.flow.asking import ask_among
from shopkeeper.app.turn.decide.flow.values import flow_facts, holds, readable, told
from shopkeeper.app.turn.decide.parts import title as product_title
from shopkeeper.app.turn.decide.parts import variant_label
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.state import OfferedChoice
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard
from shopkeeper.domain.dialogue.flow.flow import Flow, FlowSlot, SlotType
from shopkeeper.domain.dialogue.reference import Reference
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, resolve
from shopkeeper.domain.dialogue.say import Say


@dataclass(frozen=True, slots=True)
class Fits:
    value: object


@dataclass(frozen=True, slots=True)
class Misfit:
    say: Say


Fitting: TypeAlias = Fits | Misfit | Ask


def fitted(flow: Flow, frame: Frame, slot: FlowSlot, value: object, facts: Facts) -> Fitting:
    """The value as it is kept. `value` is plain, as understanding or a tap gave it."""
    kept = _known(slot, value, facts)
    if kept is None:
        return Misfit(_sorry(flow, frame, slot, facts, f"flow.invalid_{slot.type.value}"))
    if slot.check is not None and not holds(slot.check, flow_facts(flow, frame, facts, value=kept)):
        return Misfit(_sorry(flow, frame, slot, facts, "flow.invalid", said=readable(slot, kept)))
    return Fits(kept)


def _sorry(flow: Flow, frame: Frame, slot: FlowSlot, facts: Facts, otherwise: str, *, said: object = "") -> Say:
    return Say(key=slot.invalid or otherwise, facts={**told(flow, frame, facts), "said": said})


def _known(slot: FlowSlot, value: object, facts: Facts) -> object | None:
    match slot.type:
        case SlotType.ORDER:
            return value if any(order.number == value for order in facts.orders) else None
        case SlotType.CHOICE:
            return value if any(option.value == value for option in slot.options) else None
        case SlotType.BOOLEAN:
            return {"yes": True, "no": False}.get(value) if isinstance(value, str) else value
        case SlotType.PRODUCT:
            return _by_code(str(value), slot, facts)
        case SlotType.NUMBER:
            return value if isinstance(value, int) else None
        case _:
            return value or None


def _by_code(code: str, slot: FlowSlot, facts: Facts) -> object | None:
    """A tapped variant or product."""
    for listing in facts.listings.values():
        if Sku(code) in listing.offers:
            return _one(listing, Sku(code), facts)
        if listing.product.id == code:
            return (
                _one(listing, None, facts)
                if not slot.of_variant or len(listing.offers) != 1
                else _one(listing, next(iter(listing.offers)), facts)
            )
    return None


def _one(listing: Listing, sku: Sku | None, facts: Facts) -> object:
    return {"product_id": listing.product.id, "sku": sku, "title": product_title(listing, facts, sku)}


def product_fitted(flow: Flow, frame: Frame, slot: FlowSlot, reference: Reference, facts: Facts) -> Fitting:
    """What the words point at; several are asked about."""
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            return _checked(flow, frame, slot, _one(listing, sku, facts), facts)
        case SomeVariants(listing=listing, skus=skus) if slot.of_variant:
            return _ask_variant(flow, slot, listing, skus, facts)
        case SomeVariants(listing=listing):
            return _checked(flow, frame, slot, _one(listing, None, facts), facts)
        case SomeProducts(listings=listings):
            return _ask_product(flow, slot, listings, facts)
        case NotFound():
            return Misfit(_sorry(flow, frame, slot, facts, "flow.invalid_product"))


def _checked(flow: Flow, frame: Frame, slot: FlowSlot, value: object, facts: Facts) -> Fitting:
    if slot.check is not None and not holds(slot.check, flow_facts(flow, frame, facts, value=value)):
        return Misfit(_sorry(flow, frame, slot, facts, "flow.invalid"))
    return Fits(value)


def _ask_variant(flow: Flow, slot: FlowSlot, listing: Listing, skus: tuple[Sku, ...], facts: Facts) -> Ask:
    offered: list[OfferedChoice] = []
    cards: list[ChoiceCard] = []
    for sku in skus:
        variant = listing.product.variant(sku)
        if variant is not None:
            told_as = {*variant.options.values(), *(facts.labels.value(name, value) for name, value in variant.options.items())}
            offered.append(OfferedChoice(value=sku, words=tuple(sorted(word.casefold() for word in told_as))))
            cards.append(ChoiceCard(value=sku, label=variant_label(variant, facts) or product_title(listing, facts), sku=sku))
    say = Say(key="ask.variant", facts={"title": product_title(listing, facts)}, question=True)
    return ask_among(flow, slot, say, cards=cards, offered=offered, products=[listing.product.id])


def _ask_product(flow: Flow, slot: FlowSlot, listings: tuple[Listing, ...], facts: Facts) -> Ask:
    offered = [
        OfferedChoice(value=listing.product.id, words=tuple(product_title(listing, facts).casefold().split())) for listing in listings
    ]
    cards = [ChoiceCard(value=listing.product.id, label=product_title(listing, facts)) for listing in listings]
    ids: list[ProductId] = [listing.product.id for listing in listings]
    return ask_among(flow, slot, Say(key="ask.which_product", question=True), cards=cards, offered=offered, products=ids)
