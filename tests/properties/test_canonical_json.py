"""The bytes of digests and signatures never change: checked against the plainest way to write them."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod, Quote
from shopkeeper.domain.core.digest import canonical_json, digest_of
from shopkeeper.domain.core.ids import CheckoutId, StoreId
from shopkeeper.domain.core.money import Money


class Color(StrEnum):
    BLUE = "blue"


def _plainest(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plainest(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plainest(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plainest(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(_plainest(item) for item in value)
    return value


moneys = st.builds(Money, minor=st.integers(), currency=st.sampled_from(["EUR", "JPY"]))
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.datetimes(timezones=st.just(UTC)) | moneys
leaves |= st.sampled_from(list(Color)) | st.frozensets(st.text())
values = st.recursive(
    leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.tuples(inner, inner), max_leaves=20
)


@given(values)
def test_canonical_json_is_the_plainest_form_sorted(value: object) -> None:
    assert canonical_json(value) == json.dumps(_plainest(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_quote_changed_by_a_cent_has_another_digest_even_after_the_first_was_asked_for() -> None:
    at = datetime(2026, 9, 15, 8, tzinfo=UTC)
    zero = Money.zero("EUR")
    quote = Quote(
        checkout_id=CheckoutId("co"),
        revision=1,
        currency="EUR",
        lines=(),
        applied=(),
        rejected=(),
        delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("mitte")),
        delivery_fee=zero,
        taxes=(),
        rule_versions={},
        priced_at=at,
        expires_at=at,
    )
    first = quote.digest
    dearer = replace(quote, delivery_fee=Money(minor=1, currency="EUR"))
    assert first == quote.digest == digest_of(quote.terms)
    assert dearer.digest == digest_of(dearer.terms) != first
    assert replace(dearer, delivery_fee=zero).digest == first
