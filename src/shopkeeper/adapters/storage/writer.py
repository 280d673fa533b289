"""The one writer of a SQLite file: runs the queued pieces of work in savepoints and commits once for all of them.

It works on the event loop, between two of its turns. A writer thread was tried first: passing each piece over and fighting for
the interpreter lock at every statement cost as much again as the work. What may take long leaves the loop: waiting for another
process, syncing the disk (`durability="full"`), and moving the write-ahead log into the file.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from shopkeeper.adapters.storage.transaction import SqlTransaction
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault
from shopkeeper.ports.storage import StorageStats, Transaction

T = TypeVar("T")

BATCH = 16
"""Turn-sized pieces per commit: a few milliseconds, then the loop gets its turn."""
BUSY_RETRY_S = 0.001
BUSY_LIMIT_S = 5.0
LOG_BYTES = 16 * 1024 * 1024
LOOK_EVERY = 32
"""Commits between two looks at the size of the write-ahead log."""


@dataclass(slots=True, eq=False)
class Job:
    """A piece of work, who waits for it, and what came of it."""

    work: Callable[[Transaction], Any]
    future: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None

    def settle(self) -> None:
        """Tell the waiter; one that was canceled meanwhile hears nothing."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)


class Writer:
    """Owns the writing connection. Each event loop queues at its own desk; the lock lets one desk write at a time."""

    def __init__(self, connection: sqlite3.Connection, transaction: SqlTransaction, *, file: Path, sync: bool) -> None:
        self.connection = connection
        self.transaction = transaction
        self.sync = sync
        self.lock = threading.Lock()
        self.slow = ThreadPoolExecutor(1, thread_name_prefix="storage-disk")
        self.commits = 0
        self.writes = 0
        self._file = file
        self._log = file.with_name(f"{file.name}-wal")
        self._log_limit = LOG_BYTES
        self._desks: WeakKeyDictionary[asyncio.AbstractEventLoop, Desk] = WeakKeyDictionary()
        self._closed = False

    async def submit(self, work: Callable[[Transaction], T]) -> T:
        if self._closed:
            raise TransientFault("the storage is closed")
        return await self._desk().submit(work)

    def _desk(self) -> Desk:
        loop = asyncio.get_running_loop()
        desk = self._desks.get(loop)
        if desk is None:
            desk = self._desks[loop] = Desk(self, loop)
        return desk

    def stats(self) -> StorageStats:
        return StorageStats(commits=self.commits, writes=self.writes)

    async def close(self) -> None:
        """Finish what this loop has queued, then end."""
        self._closed = True
        await self._desk().idle()
        self.slow.shutdown()

    def begin(self) -> bool:
        """Start a transaction; False while another process (or loop) writes. Raises sqlite3.Error when it cannot ever."""
        if not self.lock.acquire(blocking=False):
            return False
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            self.lock.release()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            raise
        self.transaction.begin()
        return True

    def attempt(self, job: Job) -> None:
        """Run one piece of work so that its failure undoes it alone."""
        self.connection.execute("SAVEPOINT work")
        try:
            job.result = job.work(self.transaction)
            self.transaction.finish()
        except Exception as error:  # it belongs to the waiter, who awaits it; the others must go on
            self.transaction.abandon()
            self.connection.execute("ROLLBACK TO work")
            job.error = _fault(error)
        self.connection.execute("RELEASE work")

    def commit(self, batch: list[Job]) -> None:
        """Make the batch durable, or tell every job in it that nothing was written. Ends what `begin` began."""
        try:
            self.connection.execute("COMMIT")
            self.commits += 1
            self.writes += len(batch)
        except sqlite3.Error as error:
            self.undo(batch, error)
        finally:
            self.lock.release()

    def undo(self, batch: list[Job], error: Exception) -> None:
        self.transaction.abandon()
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        fail(batch, error)

    def log_is_full(self) -> bool:
        """Looked at now and then: asking for a file's size at every commit costs more than a small statement."""
        if self.commits % LOOK_EVERY:
            return False
        try:
            return self._log.stat().st_size > self._log_limit
        except FileNotFoundError:
            return False

    def copy_log(self) -> None:
        """Move most of the write-ahead log into the file, on a connection of its own: writing goes on meanwhile."""
        with closing(sqlite3.connect(self._file)) as copier:
            copier.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def empty_log(self) -> None:
        """Move the little that is left and empty the log; a long scan may forbid emptying it until later."""
        try:
            with self.lock:
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            left = self._log.stat().st_size if self._log.exists() else 0
            self._log_limit = left + LOG_BYTES


class Desk:
    """The queue of one event loop; everything here runs on that loop."""

    def __init__(self, writer: Writer, loop: asyncio.AbstractEventLoop) -> None:
        self._writer = writer
        self._loop = loop
        self._queue: deque[Job] = deque()
        self._busy = False
        self._blocked_since: float | None = None
        self._copying = False
        self._copied = False
        self._disk: set[asyncio.Future[None]] = set()

    async def submit(self, work: Callable[[Transaction], T]) -> T:
        future: asyncio.Future[T] = self._loop.create_future()
        self._queue.append(Job(work, future))
        if not self._busy:
            self._busy = True
            self._loop.call_soon(self._serve)
        return await future

    async def idle(self) -> None:
        """Wait until everything queued so far is settled and the disk is left alone."""
        if self._busy:
            await self.submit(lambda _: None)
        while self._disk:
            await asyncio.wait(self._disk)

    def _serve(self) -> None:
        """Run the next batch; afterwards `_next` goes on with what was queued meanwhile."""
        batch = [self._queue.popleft() for _ in range(min(BATCH, len(self._queue)))]
        try:
            begun = self._writer.begin()
        except sqlite3.Error as error:
            fail(batch, error)
            self._next(batch)
            return
        if not begun:
            self._wait(batch)
            return
        self._blocked_since = None
        try:
            for job in batch:
                self._writer.attempt(job)
        except sqlite3.Error as error:  # the savepoint itself failed: the disk, not the work
            self._writer.undo(batch, error)
        if self._writer.sync:
            self._later(lambda: self._writer.commit(batch), batch)
            return
        self._writer.commit(batch)
        self._next(batch)

    def _wait(self, batch: list[Job]) -> None:
        """Somebody else is writing: try again shortly, but not for ever."""
        now = self._loop.time()
        self._blocked_since = self._blocked_since or now
        if now - self._blocked_since < BUSY_LIMIT_S:
            self._queue.extendleft(reversed(batch))
            self._loop.call_later(BUSY_RETRY_S, self._serve)
            return
        self._blocked_since = None
        fail(batch, TimeoutError("another process keeps the database locked"))
        self._next(batch)

    def _next(self, batch: list[Job]) -> None:
        for job in batch:
            job.settle()
        if self._copied:
            self._copied = self._copying = False
            self._later(self._writer.empty_log, [])
            return
        if not self._copying and self._writer.log_is_full():
            self._copying = True
            self._off_loop(self._writer.copy_log, self._log_copied)
        if self._queue:
            self._loop.call_soon(self._serve)
        else:
            self._busy = False

    def _log_copied(self, done: asyncio.Future[None]) -> None:
        if done.cancelled() or done.exception() is not None:
            # The disk is in trouble and the writes will say so; the log is tried again after the next one.
            self._copying = False
            return
        self._copied = True
        if not self._busy:
            self._busy = True
            self._next([])

    def _later(self, slow: Callable[[], None], batch: list[Job]) -> None:
        """Do `slow` off the loop, then go on."""
        self._off_loop(slow, lambda _: self._next(batch))

    def _off_loop(self, slow: Callable[[], None], then: Callable[[asyncio.Future[None]], None]) -> None:
        running = self._loop.run_in_executor(self._writer.slow, slow)
        self._disk.add(running)
        running.add_done_callback(then)
        running.add_done_callback(self._disk.discard)


def fail(batch: list[Job], error: Exception) -> None:
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
