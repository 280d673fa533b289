"""A whole purchase over HTTP in a real server that is killed, at every step and every write: one order, one charge, nothing left over."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.arming import Wanted
from shopkeeper.testing.crashes.database import Ailment, Attack
from shopkeeper.testing.crashes.grounds import Processes
from shopkeeper.testing.crashes.nursery import Nursery, ServerProcess, environment
from shopkeeper.testing.crashes.points import PROVIDER_CALLS, CrashPoint
from shopkeeper.testing.crashes.shopper import CARD, WAYS
from shopkeeper.testing.crashes.trial import Template, Verdict, make_template, run_trial
from shopkeeper.testing.crashes.trouble import Trouble
from shopkeeper.testing.stripe import LocalStripe, available

AT_ONCE = 3
POINTS = [
    CrashPoint(number=number, after=after) for after, number in ((True, 5), (False, 8), (True, 8), (True, 10), (False, 12), (True, 13))
]
"""Dead processes are slow to make: every write is tried in `test_trouble_of_every_kind`, these few by SIGKILL as well."""


@pytest.fixture(scope="module")
def template(shop_templates: Templates) -> Template:
    return asyncio.run(make_template(shop_templates))


@pytest.fixture(scope="module")
def killed(template: Template) -> Generator[Processes]:
    with Nursery(template.folder) as started:
        yield Processes(started)


def judged(trials: Iterable[Callable[[], Verdict]]) -> list[Verdict]:
    """All trials, a few at once; fails with every problem of every one of them."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = list(pool.map(lambda trial: trial(), trials))
    assert [f"{verdict.name}: {verdict.problems}" for verdict in verdicts if verdict.problems] == []
    return verdicts


def test_killed_between_every_two_steps(killed: Processes, template: Template) -> None:
    odd, even = frozenset(range(3, 40, 2)), frozenset(range(2, 40, 2))
    verdicts = judged([lambda cuts=cuts: run_trial(killed, template, CARD, cut_before=cuts) for cuts in (odd, even)])
    assert all(verdict.deaths >= 8 for verdict in verdicts)


def test_killed_at_every_write(killed: Processes, template: Template) -> None:
    verdicts = judged([lambda point=point: run_trial(killed, template, CARD, points=[point]) for point in POINTS])
    assert sum(verdict.deaths for verdict in verdicts) >= len(POINTS) - 3


def test_killed_around_every_call_to_the_payment_provider(killed: Processes, template: Template) -> None:
    points = [CrashPoint(what=call, after=after) for call in PROVIDER_CALLS for after in (False, True)]
    verdicts = judged([lambda point=point: run_trial(killed, template, CARD, points=[point]) for point in points])
    # The last of them may come when the shopper has already left.
    assert sum(verdict.deaths for verdict in verdicts) >= len(points) - 1


def test_every_way_to_buy_survives_a_kill_while_paying(killed: Processes, template: Template) -> None:
    judged([lambda way=way: run_trial(killed, template, way, points=[CrashPoint(number=8, after=True)]) for way in WAYS[1:]])


@pytest.fixture(scope="module")
def stripe() -> Generator[LocalStripe]:
    if not available():
        pytest.skip("localstripe is not installed")
    with LocalStripe() as local:
        yield local


def test_killed_around_every_call_to_stripe(killed: Processes, template: Template, stripe: LocalStripe) -> None:
    points = [CrashPoint(what=call, after=after) for call in PROVIDER_CALLS for after in (False, True)]
    verdicts = judged([lambda point=point: run_trial(killed, template, CARD, points=[point], stripe=stripe) for point in points])
    # The last of them may come when the shopper has already left.
    assert sum(verdict.deaths for verdict in verdicts) >= len(points) - 1


def test_every_webhook_is_lost(killed: Processes, template: Template, stripe: LocalStripe) -> None:
    judged([lambda: run_trial(killed, template, CARD, trouble=Trouble(lose=99), stripe=stripe)])


def test_the_disk_is_full_for_a_while(killed: Processes, template: Template) -> None:
    full = [Trouble(attack=Attack(ailment=Ailment.DISK_FULL, number=number)) for number in (6, 12)]
    judged([lambda trouble=trouble: run_trial(killed, template, CARD, trouble=trouble) for trouble in full])


class ColdStarts:
    """`python -m shopkeeper.entry.cli.main serve` as anybody starts it, without the kit."""

    def start(self, folder: Path, port: int, *, wanted: Wanted) -> ServerProcess:
        command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "serve"]
        process = subprocess.Popen(command, env={**os.environ, **environment(folder, port)})
        threading.Thread(target=process.wait, daemon=True).start()
        return ServerProcess(process.pid, port).wait_ready()


def test_the_plain_command_line_survives_a_kill_before_paying(template: Template) -> None:
    assert run_trial(Processes(ColdStarts()), template, WAYS[-1], cut_before=frozenset([7])).problems == []
