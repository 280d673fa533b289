"""An order that is too small for the way it shall go: how much more makes it possible, with what, and how else it can be had."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.turn.decide.checkout import delivery_chosen
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Do, Plan, ShowCart, ShowCheckout, ShowChoices, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy import command

TOPIC = "top_up"
ASKED = {DeliveryMethod.DELIVERY: "ask.top_up_delivery", DeliveryMethod.PICKUP: "ask.top_up_pickup"}
OTHER_WAY = {DeliveryMethod.DELIVERY: ("pickup", "choice.pickup"), DeliveryMethod.PICKUP: ("delivery", "choice.delivery")}


def ask_top_up(checkout: Checkout, missing: Money, facts: Facts) -> Ask:
    """The goods are real and in stock; the other way to get the order is always offered beside them."""
    method = checkout.delivery.method if checkout.delivery is not None else DeliveryMethod.DELIVERY
    other, label = OTHER_WAY[method]
    goods = facts.top_up
    cards = [
        ChoiceCard(value=one.sku, label=one.title, detail=Say(key="choice.price", facts={"price": one.price}), sku=one.sku) for one in goods
    ]
    cards.append(ChoiceCard(value=other, label=Say(key=label)))
    offered = [OfferedChoice(value=one.sku, words=tuple(one.title.casefold().replace(",", " ").split())) for one in goods]
    context = {one.sku: {"product_id": one.product_id, "title": one.title} for one in goods}
    said = {"missing": missing, "goods": len(goods), "titles": tuple(one.title for one in goods)}
    return Ask(
        question=Question(topic=TOPIC, choices=(*offered, OfferedChoice(value=other, words=(other,))), context={"goods": context}),
        say=Say(key=ASKED[method], facts=said, question=True),
        shows=(ShowCheckout(), ShowChoices(choices=tuple(cards), style="list")),
    )


def top_up_chosen(value: str, context: Mapping[str, object], facts: Facts) -> Plan:
    good = as_mapping(as_mapping(context.get("goods")).get(value))
    if not good:
        return delivery_chosen(value, facts)
    product_id = ProductId(str(good.get("product_id")))
    put = command.AddLineItem(cart_id=facts.cart.id, sku=Sku(value), product_id=product_id, quantity=1)
    listing = facts.listings.get(product_id)
    price = listing.offers[Sku(value)].price if listing is not None and Sku(value) in listing.offers else None
    said = {"quantity": 1, "title": str(good.get("title")), "price": price}
    return plan(Do(command=put, then=Say(key="cart.added", facts=said) if price is not None else None, shows=(ShowCart(),)))
