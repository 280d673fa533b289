"""A whole purchase with trouble at every write, and of every kind at random; the shop is in this process, where a death costs little."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from shopkeeper.adapters.payments.sandbox import Bank, Intent
from shopkeeper.domain.core.ids import CheckoutId, PaymentId, ReservationId, Sku
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.logs import configure_logs
from shopkeeper.ports.storage import Transaction
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.database import POSTGRES, SQLITE, Attack
from shopkeeper.testing.crashes.grounds import InThisProcess
from shopkeeper.testing.crashes.inside import InsideLine
from shopkeeper.testing.crashes.points import PROVIDER_CALLS, CrashPoint
from shopkeeper.testing.crashes.shopper import CARD, WAYS
from shopkeeper.testing.crashes.trial import Chances, Template, Verdict, make_template, random_trial, run_trial
from shopkeeper.testing.crashes.trouble import Trouble
from shopkeeper.testing.postgres import PostgresServer
from shopkeeper.testing.stripe import LocalStripe, available

HERE = InThisProcess(create_app)
WRITES = range(1, 15)
"""A purchase by card makes about 14 writes that matter."""


@pytest.fixture(scope="module", autouse=True)
def silence() -> None:
    """A log line on a full disk would be one trouble too many: pytest keeps what is printed in a file."""
    configure_logs("critical")


@pytest.fixture(scope="module")
def on_sqlite(shop_templates: Templates) -> Template:
    return asyncio.run(make_template(shop_templates))


@pytest.fixture(scope="module")
def on_postgres(postgres: PostgresServer) -> Generator[Template]:
    with Templates(postgres.url("postgres")) as templates:
        yield asyncio.run(make_template(templates, postgres))


@pytest.fixture(scope="module")
def stripe() -> Generator[LocalStripe]:
    if not available():
        pytest.skip("localstripe is not installed")
    with LocalStripe() as local:
        yield local


def sound(trials: Sequence[Callable[[], Verdict]]) -> list[Verdict]:
    verdicts = [trial() for trial in trials]
    assert [f"{verdict.name}: {verdict.problems}" for verdict in verdicts if verdict.problems] == []
    return verdicts


def test_killed_before_and_after_every_write(on_sqlite: Template) -> None:
    points = [CrashPoint(number=number, after=after) for number in WRITES for after in (False, True)]
    verdicts = sound([lambda point=point: run_trial(HERE, on_sqlite, CARD, points=[point]) for point in points])
    assert sum(verdict.deaths for verdict in verdicts) >= len(points) - 4


def test_killed_around_every_call_to_the_provider_however_one_buys(on_sqlite: Template) -> None:
    points = [CrashPoint(what=call, after=after) for call in PROVIDER_CALLS for after in (False, True)]
    sound([lambda way=way, point=point: run_trial(HERE, on_sqlite, way, points=[point]) for way in WAYS for point in points])


def test_the_disk_is_full_at_any_write(on_sqlite: Template) -> None:
    attacks = [Attack(ailment=ailment, number=number) for ailment in SQLITE for number in WRITES[::2]]
    sound([lambda attack=attack: run_trial(HERE, on_sqlite, CARD, trouble=Trouble(attack=attack)) for attack in attacks])


@pytest.mark.postgres
def test_the_connection_breaks_at_any_commit(on_postgres: Template) -> None:
    attacks = [Attack(ailment=ailment, number=number) for ailment in POSTGRES for number in WRITES[::2]]
    sound([lambda attack=attack: run_trial(HERE, on_postgres, CARD, trouble=Trouble(attack=attack)) for attack in attacks])


@pytest.mark.postgres
def test_the_database_is_restarted_between_requests(on_postgres: Template) -> None:
    moments = [frozenset([number]) for number in (2, 7, 9, 11)]
    sound([lambda before=before: run_trial(HERE, on_postgres, CARD, trouble=Trouble(restart_before=before)) for before in moments])


def test_trouble_of_every_kind_at_random(on_sqlite: Template, stripe: LocalStripe) -> None:
    drawn = Chances(inside=HERE, processes=HERE, sqlite=on_sqlite, stripe=stripe)
    sound([lambda seed=seed: random_trial(drawn, seed) for seed in range(500, 524)])


# The judge can say no


def _forget_a_hold(tx: Transaction) -> None:
    store = next(iter(tx.stock.available([Sku("MUG-2")])[Sku("MUG-2")]))
    at = datetime(2100, 1, 1, tzinfo=UTC)
    hold = StockReservation(
        id=ReservationId("r"), checkout_id=CheckoutId("nobody"), sku=Sku("MUG-2"), store_id=store, quantity=1, expires_at=at
    )
    tx.stock.reserve(hold)


def _lose_the_order(tx: Transaction) -> None:
    order = tx.orders.recent(limit=1)[0]
    tx.orders.save(replace(order, payment_id=PaymentId("another")))


@pytest.mark.parametrize(("spoil", "complaint"), [(_forget_a_hold, "still held"), (_lose_the_order, "another key")])
def test_what_is_wrong_in_the_records_is_found(
    on_sqlite: Template, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Transaction], None], complaint: str
) -> None:
    close = InsideLine.close

    def spoil_and_close(line: InsideLine) -> None:
        if not line.closed:
            line.do(line.shop.storage.write(spoil))
        close(line)

    monkeypatch.setattr(InsideLine, "close", spoil_and_close)
    assert complaint in str(run_trial(HERE, on_sqlite, CARD).problems)


def test_a_provider_that_is_asked_under_a_new_key_each_time_is_found(on_sqlite: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mistake that charges twice: the answer is lost, and the second attempt does not say that it is one."""
    numbers = count(1)
    authorize = Bank.authorize

    def forgetful(bank: Bank, wanted: Intent, token: str | None) -> Intent:
        return authorize(bank, replace(wanted, key=f"{wanted.key}-{next(numbers)}"), token)

    monkeypatch.setattr(Bank, "authorize", forgetful)
    verdict = run_trial(HERE, on_sqlite, CARD, points=[CrashPoint(what="authorize", after=True)])
    assert verdict.problems
