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
from shopkeeper.testing.crashes.nursery import Nursery, ServerProcess, Wanted, environment
from shopkeeper.testing.crashes.points import PROVIDER_CALLS, CrashPoint
from shopkeeper.testing.crashes.shopper import CARD, WAYS
from shopkeeper.testing.crashes.trial import Template, Verdict, make_template, random_trial, run_trial
from shopkeeper.testing.crashes.trouble import Trouble
from shopkeeper.testing.stripe import LocalStripe, available

AT_ONCE = 3
BEFORE, AFTER = (1, 2, 6, 8, 10, 12), range(1, 16)
POINTS = [CrashPoint(number=number, after=after) for numbers, after in ((AFTER, True), (BEFORE, False)) for number in numbers]
"""A purchase by card makes about 14 writes that matter. Dying after one and before the next differ only by what is not in the database."""


@pytest.fixture(scope="module")
def template() -> Generator[Template]:
    with Templates() as templates:
        yield asyncio.run(make_template(templates))


@pytest.fixture(scope="module")
def nursery(template: Template) -> Generator[Nursery]:
    with Nursery(template.folder) as started:
        yield started


def judged(trials: Iterable[Callable[[], Verdict]]) -> list[Verdict]:
    """All trials, a few at once; fails with every problem of every one of them."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = list(pool.map(lambda trial: trial(), trials))
    assert [f"{verdict.name}: {verdict.problems}" for verdict in verdicts if verdict.problems] == []
    return verdicts


def test_killed_between_every_two_steps(nursery: Nursery, template: Template) -> None:
    odd, even = frozenset(range(3, 40, 2)), frozenset(range(2, 40, 2))
    verdicts = judged([lambda cuts=cuts: run_trial(nursery, template, CARD, cut_before=cuts) for cuts in (odd, even)])
    assert all(verdict.deaths >= 8 for verdict in verdicts)


def test_killed_at_every_write(nursery: Nursery, template: Template) -> None:
    verdicts = judged([lambda point=point: run_trial(nursery, template, CARD, points=[point]) for point in POINTS])
    assert sum(verdict.deaths for verdict in verdicts) >= len(POINTS) - 3


def test_killed_around_every_call_to_the_payment_provider(nursery: Nursery, template: Template) -> None:
    points = [CrashPoint(what=call, after=after) for call in PROVIDER_CALLS for after in (False, True)]
    verdicts = judged([lambda point=point: run_trial(nursery, template, CARD, points=[point]) for point in points])
    assert [verdict.deaths for verdict in verdicts] == [1] * len(points)


def test_every_way_to_buy_survives_a_kill_while_paying(nursery: Nursery, template: Template) -> None:
    judged([lambda way=way: run_trial(nursery, template, way, points=[CrashPoint(number=8, after=True)]) for way in WAYS[1:]])


@pytest.fixture(scope="module")
def stripe() -> Generator[LocalStripe]:
    if not available():
        pytest.skip("localstripe is not installed")
    with LocalStripe() as local:
        yield local


def test_trouble_of_every_kind_at_random(nursery: Nursery, template: Template, stripe: LocalStripe) -> None:
    judged([lambda seed=seed: random_trial(nursery, template, seed, stripe=stripe) for seed in range(12)])


def test_killed_around_every_call_to_stripe(nursery: Nursery, template: Template, stripe: LocalStripe) -> None:
    points = [CrashPoint(what=call, after=after) for call in PROVIDER_CALLS for after in (False, True)]
    verdicts = judged([lambda point=point: run_trial(nursery, template, CARD, points=[point], stripe=stripe) for point in points])
    assert [verdict.deaths for verdict in verdicts] == [1] * len(points)


def test_every_webhook_is_lost(nursery: Nursery, template: Template, stripe: LocalStripe) -> None:
    judged([lambda: run_trial(nursery, template, CARD, trouble=Trouble(lose=99), stripe=stripe)])


@pytest.mark.parametrize("write", [3, 6, 9, 12])
def test_the_disk_is_full_for_a_second(nursery: Nursery, template: Template, write: int) -> None:
    judged([lambda: run_trial(nursery, template, CARD, trouble=Trouble(disk_full_at=write))])


class ColdStarts:
    """`python -m shopkeeper.entry.cli.main serve` as anybody starts it, without the kit."""

    def start(self, folder: Path, port: int, *, wanted: Wanted) -> ServerProcess:
        command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "serve"]
        process = subprocess.Popen(command, env={**os.environ, **environment(folder, port)})
        threading.Thread(target=process.wait, daemon=True).start()
        return ServerProcess(process.pid, port).wait_ready()


def test_the_plain_command_line_survives_a_kill_before_paying(template: Template) -> None:
    assert run_trial(ColdStarts(), template, WAYS[-1], cut_before=frozenset([7])).problems == []
