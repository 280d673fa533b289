"""Whatever is issued, held, released and redeemed, in any order and twice: no account falls below nothing, nothing is spent twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.app.credit import balance, gift_card, issue
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.payments.credit import CreditEntry, Movement, available, end_of, open_holds
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING, euro

steps = st.lists(
    st.one_of(
        st.tuples(st.just("issue"), st.integers(0, 3), st.integers(1, 9000)),
        st.tuples(st.just("hold"), st.integers(0, 3), st.integers(1, 9000)),
        st.tuples(st.sampled_from(["release", "redeem"]), st.integers(0, 3), st.just(0)),
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=150)
@given(steps)
def test_no_order_of_movements_spends_twice(story):
    tx, account = MemoryTransaction(), gift_card("GIFT-1234", "EUR")
    tx.credit.open(account)
    issued, held, ended = {}, {}, {}
    for number, (what, key, minor) in enumerate(story):
        moment = Moment(now=OPENING + timedelta(minutes=number), actor="operator")
        if what == "issue":
            assert issue(account, euro(minor), f"issue:{key}", tx, moment) is (key not in issued)
            issued.setdefault(key, euro(minor))
            continue
        hold = CreditEntry(
            operation=f"hold:{key}", account_id=account.id, movement=Movement.HOLD, amount=euro(minor), at=moment.now, subject=f"sale {key}"
        )
        if what == "hold" and balance(account, tx) >= hold.amount and tx.credit.enter(hold):
            held[key] = hold
        elif what != "hold" and key in held:
            end = replace(held[key], operation=end_of(held[key]), movement=Movement(what), at=moment.now)
            entered = tx.credit.enter(end)
            assert entered is (key not in ended), "one end of a hold is its only end"
            ended.setdefault(key, what)
        left = available(tx.credit.entries(account.id), "EUR")
        spent = [hold.amount for key, hold in held.items() if ended.get(key) != "release"]
        assert left == sum_money(issued.values(), "EUR") - sum_money(spent, "EUR")
        assert left.minor >= 0
        assert {one.subject for one in open_holds(tx.credit.entries(account.id))} == {f"sale {key}" for key in held if key not in ended}
