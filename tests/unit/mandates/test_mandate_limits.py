"""When a mandate buys, waits, asks or is over: every limit by itself, and money counted the careful way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shopkeeper.app.turn.taps import tapped
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.message import ActionPart
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, MandateId, ProductId, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.mandates.judging import Sight, Standing, over_limit, standing
from shopkeeper.domain.mandates.mandate import Limits, Mandate, MandateStatus, Period, Use, UseState
from shopkeeper.domain.mandates.wish import MandateWish, wish_of

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def eur(minor: int) -> Money:
    return Money(minor=minor, currency="EUR")


LIMITS = Limits(most_each=eur(700), every_days=7, expires_at=NOW + 30 * DAY, below=eur(200), most_per=eur(1500), period=Period.MONTH)
MANDATE = Mandate(
    id=MandateId("mnd"),
    customer_id=CustomerId("ana"),
    conversation_id=ConversationId("cnv"),
    sku=Sku("OAT"),
    product_id=ProductId("oat"),
    title="Oat",
    quantity=2,
    limits=LIMITS,
    delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("mitte")),
    method=SavedMethod(token="tok", label="Visa"),
    proposed_at=NOW,
    status=MandateStatus.ACTIVE,
)
SIGHT = Sight(unit_price=eur(199), category="grocery/dairy", available=5, store_id=StoreId("mitte"))


def used(mandate: Mandate, days_ago: int, minor: int, state: UseState = UseState.PAID) -> Mandate:
    number = len(mandate.uses) + 1
    return mandate.use(Use(number=number, checkout_id=CheckoutId(f"c{number}"), at=NOW - days_ago * DAY, amount=eur(minor), state=state))


@pytest.mark.parametrize(
    ("mandate", "sight", "expected"),
    [
        (MANDATE, SIGHT, Standing.BUY),
        (MANDATE, replace(SIGHT, unit_price=eur(200)), Standing.TOO_DEAR),
        (MANDATE, replace(SIGHT, unit_price=Money(minor=1, currency="USD")), Standing.TOO_DEAR),
        (MANDATE, replace(SIGHT, available=1), Standing.SOLD_OUT),
        (MANDATE, replace(SIGHT, available=None), Standing.BUY),
        (replace(MANDATE, status=MandateStatus.PROPOSED), SIGHT, Standing.NOT_ACTIVE),
        (replace(MANDATE, status=MandateStatus.REVOKED), SIGHT, Standing.NOT_ACTIVE),
        (replace(MANDATE, limits=replace(LIMITS, expires_at=NOW)), SIGHT, Standing.EXPIRED),
        (used(MANDATE, 6, 300), SIGHT, Standing.TOO_SOON),
        (used(MANDATE, 6, 300, UseState.FAILED), SIGHT, Standing.TOO_SOON),
        (used(MANDATE, 7, 300), SIGHT, Standing.BUY),
        (used(replace(MANDATE, limits=replace(LIMITS, times=1)), 20, 300), SIGHT, Standing.USED_UP),
        (used(replace(MANDATE, limits=replace(LIMITS, times=1)), 20, 300, UseState.FAILED), SIGHT, Standing.BUY),
        (replace(MANDATE, limits=replace(LIMITS, categories=("grocery",))), SIGHT, Standing.BUY),
        (replace(MANDATE, limits=replace(LIMITS, categories=("groc",))), SIGHT, Standing.OTHER_CATEGORY),
        (replace(MANDATE, limits=replace(LIMITS, stores=(StoreId("nord"),))), SIGHT, Standing.OTHER_STORE),
    ],
)
def test_each_limit_by_itself(mandate: Mandate, sight: Sight, expected: Standing) -> None:
    assert standing(mandate, sight, NOW) is expected


def test_money_that_may_have_been_spent_counts_and_what_failed_does_not() -> None:
    spent = used(used(used(MANDATE, 30, 500), 20, 400, UseState.OPEN), 10, 400, UseState.FAILED)
    assert over_limit(spent, eur(600), NOW) is None
    assert over_limit(spent, eur(601), NOW) == eur(1500)
    assert over_limit(MANDATE, eur(701), NOW) == eur(700)
    assert over_limit(MANDATE, Money(minor=1, currency="USD"), NOW) == eur(700)
    long_ago = used(MANDATE, 32, 1500)
    assert over_limit(long_ago, eur(700), NOW) is None


def test_any_other_term_has_another_digest_and_the_same_terms_the_same() -> None:
    assert replace(MANDATE, title="Hafer", asked=("x",)).digest == MANDATE.digest
    changed = [
        replace(MANDATE, quantity=3),
        replace(MANDATE, limits=replace(LIMITS, most_each=eur(701))),
        replace(MANDATE, delivery=DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId("nord"))),
        replace(MANDATE, method=SavedMethod(token="other", label="Visa")),
    ]
    assert len({one.digest for one in (MANDATE, *changed)}) == 5


def test_what_is_said_later_wins_and_what_was_not_said_stays() -> None:
    first = MandateWish(below=200, quantity=2, store_id="mitte")
    assert MandateWish(every_days=7).over(first) == MandateWish(below=200, quantity=2, store_id="mitte", every_days=7)
    assert MandateWish(address="home").over(first) == MandateWish(below=200, quantity=2, address="home")
    assert wish_of({"below": "200", "period": "aeon", "until": "tomorrow", "times": True, "quantity": 2}) == MandateWish(quantity=2)


@pytest.mark.parametrize("limits", [{"below": "2"}, {"until": "soon"}, {"cheap": 1}, {"times": True}, "all"])
def test_a_tap_with_a_limit_that_does_not_fit_is_refused(limits: object) -> None:
    with pytest.raises(InvalidInput):
        tapped([ActionPart(action="wish_mandate", fields={"sku": "OAT", "limits": limits})])
