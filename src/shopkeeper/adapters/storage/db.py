"""One open transaction as the repositories see it: run a statement, get plain rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from shopkeeper.adapters.storage.sql import Mode, Ready, Sql
from shopkeeper.domain.core.outcome import InvalidInput

Row = tuple[Any, ...]

MOST_ROWS = 100
MOST_READS = 200
"""Beyond these a result is not kept: a scan of the whole catalog must not stay in memory."""


class Cursor(Protocol):
    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Driver(Protocol):
    """What sqlite3's connection and psycopg's cursor have in common. What a statement gave is read before the next one is run."""

    def execute(self, query: Any, params: Any = ..., /) -> Any: ...
    def executemany(self, query: Any, params: Any, /) -> Any: ...


class Db:
    """One piece of work after another on one connection.

    Rows read once in a piece of work are not asked for again until it writes to their table: a turn looks at the same
    cart, stock and counters from many sides. So does what is made of the rows, see `memory`.
    """

    __slots__ = ("_driver", "_mode", "_seen", "_touched")

    def __init__(self, driver: Driver, mode: Mode) -> None:
        self._driver = driver
        self._mode = mode
        self._seen: dict[tuple[str | None, ...], dict[Any, Any]] = {}
        self._touched: set[str | None] = set()

    def begin(self) -> None:
        """A new transaction: nothing is written yet."""
        self._touched.clear()

    def forget(self) -> None:
        """The piece of work is over, or undone: what it saw may not hold any more."""
        self._seen.clear()

    def is_settled(self, *tables: str) -> bool:
        """Whether what is read from `tables` is committed and of one moment, so that a longer-lived cache may keep it.

        What this transaction wrote may yet roll back, and Postgres' writes see each statement's own moment.
        """
        return self._mode is not Mode.POSTGRES_WRITE and self._touched.isdisjoint((None, *tables))

    def _wrote(self, ready: Ready) -> None:
        self._touched.add(ready.table)
        for tables in [tables for tables in self._seen if ready.table is None or ready.table in tables]:
            del self._seen[tables]

    def memory(self, *tables: str | None) -> dict[Any, Any]:
        """Where to keep what was made of `tables` until one of them is written to, or the piece of work ends."""
        memory = self._seen.get(tables)
        if memory is None:
            memory = self._seen[tables] = {}
        return memory

    def _execute(self, ready: Ready, params: dict[str, Any]) -> Cursor:
        if ready.writes:
            self._wrote(ready)
        try:
            return self._driver.execute(ready.text, {**ready.constants, **params} if ready.constants else params)
        except (UnicodeEncodeError, OverflowError) as error:
            raise InvalidInput("unstorable", f"a value cannot be stored: {error}") from error

    def all(self, statement: Sql, **params: Any) -> Sequence[Row]:
        ready = statement.ready(self._mode)
        if ready.writes or ready.table is None:
            return self._execute(ready, params).fetchall()
        seen = self.memory(ready.table)
        key = (statement, *params.values())
        rows = seen.get(key)
        if rows is None:
            rows = self._execute(ready, params).fetchall()
            if len(rows) <= MOST_ROWS and len(seen) < MOST_READS:
                seen[key] = rows
        return rows

    def one(self, statement: Sql, **params: Any) -> Row | None:
        rows = self.all(statement, **params)
        return rows[0] if rows else None

    def value(self, statement: Sql, **params: Any) -> Any:
        """The first column of the first row; None when there is no row."""
        rows = self.all(statement, **params)
        return rows[0][0] if rows else None

    def run(self, statement: Sql, **params: Any) -> int:
        """How many rows the statement wrote."""
        return self._execute(statement.ready(self._mode), params).rowcount

    def many(self, statement: Sql, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once per row of parameters."""
        if len(rows) == 1:
            self.run(statement, **rows[0])
        elif rows:
            ready = statement.ready(self._mode)
            self._wrote(ready)
            self._driver.executemany(ready.text, [{**ready.constants, **row} for row in rows] if ready.constants else rows)


def as_list(values: Iterable[str]) -> str:
    """The parameter for `sql.among`."""
    return json.dumps(list(values))
