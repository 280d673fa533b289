"""Trouble of the database itself, at one write of a server: a full disk, a connection that breaks, an answer that is lost."""

from __future__ import annotations

import resource
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, TypeVar

import psycopg

from shopkeeper.domain.core.outcome import Fault, UnknownOutcome
from shopkeeper.ports.storage import Storage, Transaction

T = TypeVar("T")
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
REFUSALS = 2
"""How many writes a full disk refuses before there is room again, unless a second passes first: where even reading fails, nobody writes."""
FULL_FOR_S = 1.0


class Ailment(StrEnum):
    """`disk_full` is for SQLite, the others are for Postgres."""

    DISK_FULL = "disk_full"
    CUT = "cut"
    """Every connection breaks with the work done and not committed, as when the server is restarted."""
    ANSWER_LOST = "answer_lost"
    """The commit took effect, and nobody hears so."""


SQLITE, POSTGRES = (Ailment.DISK_FULL,), (Ailment.CUT, Ailment.ANSWER_LOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """`ailment` at the `number`-th write (from 1)."""

    ailment: Ailment
    number: int

    def __str__(self) -> str:
        return f"{self.ailment.value} at write {self.number}"

    def wire(self) -> Mapping[str, object]:
        return asdict(self)


class AilingStorage:
    """Passes everything on to the storage at `url`, and suffers `attack` once."""

    def __init__(self, storage: Storage, attack: Attack, url: str) -> None:
        self._storage = storage
        self._attack = attack
        self._url = url
        self._count = 0
        self._refusals = 0
        self.read, self.scan, self.stats, self.close = storage.read, storage.scan, storage.stats, storage.close

    async def write(self, work: Callable[[Transaction], T]) -> T:
        self._count += 1
        if self._count == self._attack.number:
            match self._attack.ailment:
                case Ailment.DISK_FULL:
                    limit_files(1)
                    threading.Timer(FULL_FOR_S, limit_files, [None]).start()
                case Ailment.CUT:
                    return await self._storage.write(self._cutting(work))
                case Ailment.ANSWER_LOST:
                    await self._storage.write(work)
                    raise UnknownOutcome("the connection was lost during the commit")
        try:
            return await self._storage.write(work)
        except Fault:
            self._refusals += 1
            if self._attack.ailment is Ailment.DISK_FULL and self._refusals == REFUSALS:
                limit_files(None)
            raise

    def _cutting(self, work: Callable[[Transaction], T]) -> Callable[[Transaction], T]:
        def cutting(tx: Transaction) -> T:
            done = work(tx)
            with psycopg.connect(self._url, autocommit=True) as connection:
                connection.execute(CUT)
            return done

        return cutting


def limit_files(size_bytes: int | None) -> None:
    """What this process may write to one file from now on; None = as much as it likes."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most if size_bytes is None else size_bytes, most))


def wire(attack: Attack | None) -> Mapping[str, Any] | None:
    return attack.wire() if attack is not None else None
