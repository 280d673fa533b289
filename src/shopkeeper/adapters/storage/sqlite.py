"""SQLite storage: one writer that commits several pieces of work at once, reads inline on a snapshot."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, TypeVar

from shopkeeper.adapters.storage.schema import VERSION_QUERY, check_version
from shopkeeper.adapters.storage.sql import Mode
from shopkeeper.adapters.storage.transaction import Caches, SqlTransaction
from shopkeeper.adapters.storage.writer import Writer
from shopkeeper.domain.core.outcome import PermanentFault, TransientFault
from shopkeeper.ports.storage import StorageStats, Transaction

T = TypeVar("T")
Durability = Literal["process", "full"]

BUSY_TIMEOUT_S = 5.0
CACHE_KB = 16_000
JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024


class SqliteStorage:
    """Implements `Storage` on the migrated database file at `path`.

    `durability="process"`: what was acknowledged survives kill -9. `"full"`: also power loss, at one disk sync per commit.
    Raises PermanentFault when the file is missing or not migrated.
    """

    def __init__(self, path: Path | str, *, durability: Durability = "process") -> None:
        self._path = Path(path)
        self._durability: Durability = durability
        self._caches = Caches()
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._scans = ThreadPoolExecutor(2, thread_name_prefix="storage-scan")
        if not self._path.is_file():
            raise PermanentFault(f"there is no database at {self._path}: run `shopkeeper migrate`")
        connection = self._connect(writing=True)
        _check_schema(connection)
        self._writer = Writer(
            connection,
            SqlTransaction(connection, Mode.SQLITE, self._caches),
            file=self._path,
            sync=durability == "full",
        )

    def _connect(self, *, writing: bool) -> sqlite3.Connection:
        # isolation_level=None: we say BEGIN ourselves. Each connection is used by one thread but closed by another.
        connection = sqlite3.connect(
            self._path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        self._opened.append(connection)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={'FULL' if self._durability == 'full' else 'NORMAL'}")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KB}")
        connection.execute(f"PRAGMA journal_size_limit={JOURNAL_LIMIT_BYTES}")
        connection.execute("PRAGMA temp_store=MEMORY")
        if writing:  # the writer waits for others, and moves the log, in its own way
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA wal_autocheckpoint=0")
        else:
            connection.execute("PRAGMA query_only=ON")
        return connection

    async def read(self, work: Callable[[Transaction], T]) -> T:
        return self._read(work)

    async def scan(self, work: Callable[[Transaction], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._scans, self._read, work)

    def _read(self, work: Callable[[Transaction], T]) -> T:
        reader: tuple[sqlite3.Connection, SqlTransaction] | None = getattr(self._local, "reader", None)
        if reader is None:
            connection = self._connect(writing=False)
            reader = self._local.reader = (connection, SqlTransaction(connection, Mode.SQLITE, self._caches))
        connection, transaction = reader
        try:
            connection.execute("BEGIN")
        except sqlite3.OperationalError as error:
            raise TransientFault(f"cannot read the database: {error}") from error
        try:
            result = work(transaction)
            transaction.finish()
            return result
        except sqlite3.OperationalError as error:
            raise reading_fault(error) from error
        finally:
            transaction.abandon()
            connection.execute("ROLLBACK")

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self._writer.submit(work)

    def stats(self) -> StorageStats:
        return self._writer.stats()

    async def close(self) -> None:
        await self._writer.close()
        self._scans.shutdown()
        for connection in self._opened:
            connection.close()


def reading_fault(error: sqlite3.OperationalError) -> Exception:
    """Writing on a snapshot is a defect; anything else (locked, disk) may pass."""
    if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
        return PermanentFault("a read tried to write")
    return TransientFault(f"cannot read the database: {error}")


def _check_schema(connection: sqlite3.Connection) -> None:
    try:
        row = connection.execute(VERSION_QUERY).fetchone()
    except sqlite3.OperationalError:
        row = None
    check_version(row[0] if row else None)
