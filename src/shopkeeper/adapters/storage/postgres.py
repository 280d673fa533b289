"""Postgres storage: each piece of work is one transaction on a pooled connection, run again when it met a conflict.

READ COMMITTED with row locks, not SERIALIZABLE: all writes meet at the end of the audit chain, where waiting a moment is
cheap and starting over is not. Repositories lock the rows a write reads; unique keys and versions catch the rest.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar, cast

import psycopg
from psycopg import errors
from sqlalchemy import PoolProxiedConnection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from shopkeeper.adapters.storage.schema import VERSION_QUERY, check_version, driver_url
from shopkeeper.adapters.storage.sql import Mode
from shopkeeper.adapters.storage.transaction import Caches, SqlTransaction
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault, UnknownOutcome
from shopkeeper.ports.storage import StorageStats, Transaction

T = TypeVar("T")

CONFLICTS = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
"""A unique key taken meanwhile is a conflict too: run again, the work sees the row that beat it."""
ATTEMPTS = 3
BEGIN = "BEGIN; SELECT pg_advisory_xact_lock_shared(7465)"
BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
BEGIN_ALONE = "BEGIN; SELECT pg_advisory_xact_lock(7465)"
"""Work that lost once runs again with no other write beside it, so that it cannot lose to the same rivals for ever."""
BACKOFF_S = 0.005
SCANNERS = 2
POOL_TIMEOUT_S = 5.0
CONNECT_TIMEOUT_S = 5
PREPARE_AFTER = 2
MOST_PREPARED = 1_000
"""More than there are statements: at psycopg's hundred, one purchase pushes out what the next would have found."""


class PostgresStorage:
    """Implements `Storage` on the migrated database at `url`.

    Raises PermanentFault when it is not migrated, TransientFault when it cannot be reached.
    """

    def __init__(self, url: str, *, workers: int = 8) -> None:
        self._engine = create_engine(
            driver_url(url),
            isolation_level="AUTOCOMMIT",  # we say BEGIN ourselves
            pool_size=workers + SCANNERS,
            max_overflow=0,
            pool_timeout=POOL_TIMEOUT_S,
            connect_args={"connect_timeout": CONNECT_TIMEOUT_S, "prepare_threshold": PREPARE_AFTER},
        )
        event.listen(self._engine, "connect", _keep_prepared)
        self._caches = Caches()
        self._counting = Lock()
        self._commits = 0
        self._retries = 0
        self._closed = False
        self._check_schema()
        self._workers = ThreadPoolExecutor(workers, thread_name_prefix="storage")
        self._scans = ThreadPoolExecutor(SCANNERS, thread_name_prefix="storage-scan")

    def _check_schema(self) -> None:
        with self._begun(BEGIN_READING) as pooled:
            try:
                row = pooled.driver_connection.execute(VERSION_QUERY).fetchone()
            except errors.UndefinedTable:
                row = None
        check_version(row[0] if row else None)

    @contextmanager
    def _begun(self, begin: str) -> Generator[Any]:
        """A pooled psycopg connection (with SQLAlchemy's hold on it) on which `begin` was said; one that broke is not pooled again.

        One that broke while it lay in the pool is found out here: asking first would cost every transaction a round trip.
        """
        pooled = self._taken()
        try:
            try:
                pooled.driver_connection.execute(begin)
            except psycopg.OperationalError:
                pooled.invalidate()
                self._engine.dispose()  # the others in the pool broke with it
                pooled = self._taken()
                pooled.driver_connection.execute(begin)
            yield pooled
        except psycopg.OperationalError:
            pooled.invalidate()
            raise
        finally:
            pooled.close()

    def _taken(self) -> Any:
        try:
            return self._engine.raw_connection()
        except (DBAPIError, PoolTimeout, psycopg.OperationalError) as error:
            raise TransientFault(f"cannot reach the database: {error}") from error

    async def read(self, work: Callable[[Transaction], T]) -> T:
        return await self._in(self._workers, self._read, work)

    async def scan(self, work: Callable[[Transaction], T]) -> T:
        return await self._in(self._scans, self._read, work)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self._in(self._workers, self._write, work)

    async def _in(self, threads: ThreadPoolExecutor, run: Callable[[Callable[[Transaction], T]], T], work: Callable[[Transaction], T]) -> T:
        if self._closed:
            raise TransientFault("the storage is closed")
        return await asyncio.get_running_loop().run_in_executor(threads, run, work)

    def _read(self, work: Callable[[Transaction], T]) -> T:
        try:
            with self._begun(BEGIN_READING) as pooled:
                result = self._run(pooled, Mode.POSTGRES_READ, work)
                # Not a rollback: after one, psycopg prepares every statement of this connection anew.
                pooled.driver_connection.execute("COMMIT")
                return result
        except errors.ReadOnlySqlTransaction as error:
            raise PermanentFault("a read tried to write") from error
        except psycopg.Error as error:
            raise _fault(error) from error

    def _write(self, work: Callable[[Transaction], T]) -> T:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._write_once(work, BEGIN if attempt == 1 else BEGIN_ALONE)
            except CONFLICTS as error:
                if attempt == ATTEMPTS:
                    raise _given_up(error) from error
                with self._counting:
                    self._retries += 1
                time.sleep(BACKOFF_S * attempt * (0.5 + random.random()))
            except psycopg.Error as error:
                raise _fault(error) from error
        raise AssertionError("the last attempt returns or raises")

    def _write_once(self, work: Callable[[Transaction], T], begin: str) -> T:
        with self._begun(begin) as pooled:
            result = self._run(pooled, Mode.POSTGRES_WRITE, work)
            try:
                pooled.driver_connection.execute("COMMIT")
            except psycopg.OperationalError as error:
                raise UnknownOutcome(f"the connection was lost during the commit: {error}") from error
        with self._counting:
            self._commits += 1
        return result

    def _run(self, pooled: PoolProxiedConnection, mode: Mode, work: Callable[[Transaction], T]) -> T:
        """Run `work` in the open transaction; one that fails is rolled back as the connection returns to the pool."""
        transaction: SqlTransaction | None = pooled.info.get(mode)
        if transaction is None:
            # One cursor for good: making one for every statement costs a fifth of the statement.
            cursor: Any = cast("psycopg.Connection", pooled.driver_connection).cursor()
            transaction = pooled.info[mode] = SqlTransaction(cursor, mode, self._caches)
        try:
            result = work(transaction)
            transaction.finish()
            return result
        finally:
            transaction.abandon()

    def stats(self) -> StorageStats:
        return StorageStats(commits=self._commits, writes=self._commits, retries=self._retries)

    async def close(self) -> None:
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(None, self._shut_down)

    def _shut_down(self) -> None:
        self._workers.shutdown()
        self._scans.shutdown()
        self._engine.dispose()


def _keep_prepared(connection: Any, _: object) -> None:
    connection.prepared_max = MOST_PREPARED


def _fault(error: psycopg.Error) -> Exception:
    match error:
        case psycopg.DataError():
            return InvalidInput("unstorable", f"a value cannot be stored: {error}")
        case psycopg.OperationalError():
            return TransientFault(f"nothing was written: {error}")
        case _:
            return PermanentFault(f"the database refused the work: {error}")


def _given_up(error: psycopg.Error) -> Exception:
    if isinstance(error, errors.UniqueViolation):
        return PermanentFault(f"the database refused the write: {error}")
    return TransientFault(f"nothing was written after {ATTEMPTS} conflicts: {error}")
