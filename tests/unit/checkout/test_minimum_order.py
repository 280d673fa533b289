"""How much an order has to be, and what is offered to make it that much."""

from dataclasses import replace

import pytest

from shopkeeper.app.queries.top_up import top_up_goods
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.minimum import short_of, smallest_order
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, ProductId, Sku
from shopkeeper.testing.memory.lantern import NORD, euro, open_lantern
from shopkeeper.testing.memory.transaction import MemoryTransaction

SHOP = {"delivery": euro(1_000)}


@pytest.mark.parametrize(
    ("method", "branches", "expected"),
    [
        (DeliveryMethod.DELIVERY, (), euro(1_000)),
        (DeliveryMethod.DELIVERY, ({"delivery": euro(2_000)}, {"delivery": euro(1_500)}, {}), euro(2_000)),
        (DeliveryMethod.DELIVERY, ({"delivery": euro(0)},), euro(0)),
        (DeliveryMethod.PICKUP, ({},), None),
        (DeliveryMethod.PICKUP, ({"pickup": euro(500)},), euro(500)),
    ],
)
def test_a_branch_may_ask_for_another_than_the_shop(method, branches, expected) -> None:
    tx = MemoryTransaction()
    open_lantern(tx)
    store = tx.shop.stores()[0]
    assert smallest_order(method, [replace(store, minimums=minimums) for minimums in branches], SHOP) == expected


def test_what_is_missing() -> None:
    assert short_of(None, euro(1)) is None
    assert short_of(euro(1_000), euro(1_000)) is None
    assert short_of(euro(1_000), euro(580)) == euro(420)


@pytest.mark.parametrize(
    ("short", "store", "first"),
    [(300, None, "EGG-12"), (400, None, "MUG-2"), (400, NORD, "BAG-TAN"), (2_500, None, "BAG-TAN")],
)
def test_goods_are_there_where_they_are_fetched_and_enough_where_one_is(short: int, store, first: str) -> None:
    """Mugs are not in Nord; wine is never proposed; the jacket in M is sold out."""
    tx = MemoryTransaction()
    open_lantern(tx)
    cart = Cart(id=CartId("c")).add(sku=Sku("CARE"), product_id=ProductId("care-kit"), quantity=1)
    delivery = DeliveryChoice(method=DeliveryMethod.PICKUP if store else DeliveryMethod.DELIVERY, store_id=store)
    checkout = Checkout(
        id=CheckoutId("k"), cart_id=cart.id, conversation_id=ConversationId("v"), delivery=delivery, short_of=euro(short)
    )  # fmt: skip
    found = top_up_goods(checkout, cart, tx, Labels(language="en", fallback="en"), ())
    assert found[0].sku == first
    assert {"WINE-R", "CARE", "JKT-BLU-M"}.isdisjoint(one.sku for one in found)
