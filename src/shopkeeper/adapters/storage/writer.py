"""The one writer of a SQLite file: takes what is queued, runs each piece in a savepoint, commits once for all."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from shopkeeper.adapters.storage.transaction import SqlTransaction
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault
from shopkeeper.ports.storage import StorageStats, Transaction

T = TypeVar("T")

BATCH = 128


@dataclass(slots=True, eq=False)
class Job:
    """A piece of work, who waits for it, and what came of it."""

    work: Callable[[Transaction], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    result: Any = None
    error: Exception | None = None

    def settle(self) -> None:
        """Tell the waiter, on its own loop. A waiter that was canceled meanwhile hears nothing."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)


class Writer:
    """Owns the writing connection; `submit` may be called from any event loop."""

    def __init__(self, connection: sqlite3.Connection, transaction: SqlTransaction) -> None:
        self._connection = connection
        self._transaction = transaction
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._commits = 0
        self._writes = 0
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="storage-writer", daemon=True)
        self._thread.start()

    async def submit(self, work: Callable[[Transaction], T]) -> T:
        if self._closed:
            raise TransientFault("the storage is closed")
        job = Job(work, asyncio.get_running_loop().create_future())
        self._queue.put(job)
        return await job.future

    def stats(self) -> StorageStats:
        return StorageStats(commits=self._commits, writes=self._writes)

    def stop(self) -> None:
        """Finish what is queued, then end."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        open_ = True
        while open_:
            batch, open_ = self._take()
            if batch:
                self._commit(batch)
                _settle(batch)

    def _take(self) -> tuple[list[Job], bool]:
        """Wait for a job, then take all that are queued behind it; False once told to stop."""
        job = self._queue.get()
        batch: list[Job] = []
        while job is not None:
            batch.append(job)
            if len(batch) == BATCH:
                return batch, True
            try:
                job = self._queue.get_nowait()
            except Empty:
                return batch, True
        return batch, False

    def _commit(self, batch: list[Job]) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            for job in batch:
                self._attempt(job)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo(batch, error)
        else:
            self._commits += 1
            self._writes += len(batch)

    def _attempt(self, job: Job) -> None:
        """Run one piece of work so that its failure undoes it alone."""
        self._connection.execute("SAVEPOINT work")
        try:
            job.result = job.work(self._transaction)
            self._transaction.finish()
        except Exception as error:  # it belongs to the waiter, who awaits it; the thread must go on
            self._transaction.abandon()
            self._connection.execute("ROLLBACK TO work")
            job.error = _fault(error)
        self._connection.execute("RELEASE work")

    def _undo(self, batch: list[Job], error: sqlite3.Error) -> None:
        self._transaction.abandon()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        for job in batch:
            if job.error is None:
                job.error = TransientFault(f"nothing was written: {error}")


def _fault(error: Exception) -> Exception:
    match error:
        case sqlite3.OperationalError():
            return TransientFault(f"nothing was written: {error}")
        case sqlite3.Error():
            return PermanentFault(f"the database refused the write: {error}")
        case _:
            return error


def _settle(batch: list[Job]) -> None:
    """Wake each waiting loop once for all its jobs."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Job]] = {}
    for job in batch:
        by_loop.setdefault(job.loop, []).append(job)
    for loop, jobs in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle_all, jobs)
        except RuntimeError:  # that loop is closed: nobody waits any more
            continue


def _settle_all(jobs: list[Job]) -> None:
    for job in jobs:
        job.settle()
