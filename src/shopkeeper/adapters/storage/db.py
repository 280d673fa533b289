"""One open transaction as the repositories see it: run a statement, get plain rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from shopkeeper.adapters.storage.sql import Mode, Sql
from shopkeeper.domain.core.outcome import InvalidInput

Row = tuple[Any, ...]


class Cursor(Protocol):
    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Driver(Protocol):
    """What sqlite3's and psycopg's connections have in common."""

    def execute(self, query: Any, params: Any = ..., /) -> Any: ...
    def cursor(self) -> Any: ...


class Db:
    """`writing` is False on a snapshot; caches may only be filled from there, since a write may yet roll back."""

    __slots__ = ("_driver", "_mode", "writing")

    def __init__(self, driver: Driver, mode: Mode, *, writing: bool) -> None:
        self._driver = driver
        self._mode = mode
        self.writing = writing

    def _execute(self, statement: Sql, params: dict[str, Any]) -> Cursor:
        text, constants = statement.ready(self._mode)
        try:
            return self._driver.execute(text, {**constants, **params} if constants else params)
        except (UnicodeEncodeError, OverflowError) as error:
            raise InvalidInput("unstorable", f"a value cannot be stored: {error}") from error

    def one(self, statement: Sql, **params: Any) -> Row | None:
        return self._execute(statement, params).fetchone()

    def all(self, statement: Sql, **params: Any) -> list[Row]:
        return self._execute(statement, params).fetchall()

    def value(self, statement: Sql, **params: Any) -> Any:
        """The first column of the first row; None when there is no row."""
        row = self._execute(statement, params).fetchone()
        return None if row is None else row[0]

    def run(self, statement: Sql, **params: Any) -> int:
        """How many rows the statement wrote."""
        return self._execute(statement, params).rowcount

    def many(self, statement: Sql, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once per row of parameters."""
        if len(rows) == 1:
            self.run(statement, **rows[0])
        elif rows:
            text, constants = statement.ready(self._mode)
            self._driver.cursor().executemany(text, [{**constants, **row} for row in rows] if constants else rows)


def as_list(values: Iterable[str]) -> str:
    """The parameter for `sql.among`."""
    return json.dumps(list(values))
