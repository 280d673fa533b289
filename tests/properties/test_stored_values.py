"""Whatever is stored comes back equal, down to the digest a shopper agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopkeeper.adapters.storage.codec import Codec, micros, moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.conversation.events import ConversationEvent
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.customers.customer import Customer
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_store import Category, Clause, Review, ShopProfile

STORED = [
    Cart,
    Product,
    Checkout,
    ConversationState,
    Customer,
    Store,
    Order,
    Payment,
    Promotion,
    Category,
    Clause,
    Review,
    ShopProfile,
    *get_args(ConversationEvent),
]

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-3, minutes=-30))])
MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1), timezones=ZONES)


def dictionaries(kind: Any) -> st.SearchStrategy[Any]:
    key, value = get_args(kind)
    return st.dictionaries(st.from_type(key), st.from_type(value), max_size=2)


def tuples(kind: Any) -> st.SearchStrategy[Any]:
    inner = get_args(kind)
    if inner[-1] is not Ellipsis:
        return st.tuples(*map(st.from_type, inner))
    return st.lists(st.from_type(inner[0]), max_size=2).map(tuple)


@pytest.fixture(scope="module", autouse=True)
def plain_values() -> None:
    """What the doors let through: Unicode text, finite numbers, moments with a zone, JSON where anything goes."""
    st.register_type_strategy(str, TEXT)
    st.register_type_strategy(float, NUMBERS)
    st.register_type_strategy(object, JSON_VALUES)
    st.register_type_strategy(datetime, MOMENTS)
    st.register_type_strategy(Mapping, dictionaries)
    st.register_type_strategy(tuple, tuples)


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.__name__)
def test_a_stored_value_comes_back_equal(kind: Any) -> None:
    codec: Codec[Any] = Codec(kind)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def holds(value: Any) -> None:
        back = codec.decode(codec.encode(value))
        assert back == value
        if kind in (Checkout, Order):
            assert digest_of(back) == digest_of(value)

    holds()


@given(MOMENTS)
def test_a_moment_survives_as_microseconds(at: datetime) -> None:
    assert moment(micros(at)) == at
