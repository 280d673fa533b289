"""Statements written in SQLAlchemy Core, turned into driver text once per database.

Running Core statements through SQLAlchemy costs 40-60 microseconds each, the driver alone about five; a turn runs a dozen.
So Core stays the language, and its compiled text goes straight to the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Boolean, Executable, Insert, Table, Text, UpdateBase, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnElement
from sqlalchemy.sql.visitors import iterate


class Mode(StrEnum):
    """Which text of a statement is wanted. Postgres locks the rows a write reads; SQLite has one writer anyway."""

    SQLITE = "sqlite"
    POSTGRES_READ = "postgres_read"
    POSTGRES_WRITE = "postgres_write"


class Ready(NamedTuple):
    """Driver text, the values of the parameters that never change, and the one table (None: several) it reads or writes."""

    text: str
    constants: dict[str, Any]
    table: str | None
    writes: bool


class Sql:
    """One statement. With `lock`, rows read inside a write stay ours until its commit (SELECT ... FOR UPDATE)."""

    __slots__ = ("_build", "_lock", "_ready")

    def __init__(self, build: Executable | Callable[[Mode], Executable], *, lock: bool = False) -> None:
        self._build = build
        self._lock = lock
        self._ready: dict[Mode, Ready] = {}

    def ready(self, mode: Mode) -> Ready:
        known = self._ready.get(mode)
        if known is None:
            known = self._ready[mode] = self._compile(mode)
        return known

    def _compile(self, mode: Mode) -> Ready:
        statement: Any = self._build if isinstance(self._build, Executable) else self._build(mode)
        if self._lock and mode is Mode.POSTGRES_WRITE:
            statement = statement.with_for_update()
        compiled: SQLCompiler = statement.compile(dialect=_dialect(mode))
        constants: dict[str, Any] = {name: value for name, value in compiled.params.items() if value is not None}
        writes = isinstance(statement, UpdateBase)
        tables = {part.name for part in iterate(statement) if isinstance(part, Table)}
        return Ready(str(compiled), constants, tables.pop() if len(tables) == 1 else None, writes)


def _dialect(mode: Mode) -> Dialect:
    if mode is Mode.SQLITE:
        return sqlite.dialect(paramstyle="named")
    from sqlalchemy.dialects.postgresql import psycopg

    return psycopg.dialect()


def param(name: str, column: ColumnElement[Any] | None = None) -> BindParameter[Any]:
    """A value given when the statement runs, of the column's type."""
    return bindparam(name, type_=None if column is None else column.type, required=True)


def insert(table: Table, *, or_ignore: bool = False, leave_out: Sequence[str] = ()) -> Sql:
    """Insert a whole row; with `or_ignore` a row that is already there stays as it is."""

    def build(mode: Mode) -> Executable:
        statement = _insert(mode, table).values({c.name: param(c.name, c) for c in table.columns if c.name not in leave_out})
        return statement.on_conflict_do_nothing() if or_ignore else statement

    return Sql(build)


def upsert(table: Table, *, keys: Sequence[str], keep: Sequence[str] = (), leave_out: Sequence[str] = ()) -> Sql:
    """Insert a whole row, or replace it where `keys` are taken; columns in `keep` stay as first written."""

    def build(mode: Mode) -> Executable:
        statement = _insert(mode, table).values({c.name: param(c.name, c) for c in table.columns if c.name not in leave_out})
        changed = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in (*keys, *keep, *leave_out)}
        return statement.on_conflict_do_update(index_elements=list(keys), set_=changed)

    return Sql(build)


def _insert(mode: Mode, table: Table) -> Any:
    made: Insert = sqlite.insert(table) if mode is Mode.SQLITE else postgresql.insert(table)
    return made.inline()


class Among(ColumnElement[bool]):
    """`column IN (...)` over one JSON array parameter, so that a list of any length is one prepared statement."""

    inherit_cache = True
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], name: str) -> None:
        self.column = column
        self.bind: BindParameter[str] = bindparam(name, type_=Text(), required=True)

    def self_group(self, against: Any = None) -> Among:
        """As it is: "(...) = 1", which SQLite's dialect makes of a boolean, would hide the index from the planner."""
        return self


@compiles(Among, "sqlite")
def _sqlite_among(element: Among, compiler: SQLCompiler, **kw: Any) -> str:  # pyright: ignore[reportUnusedFunction]
    return f"{compiler.process(element.column, **kw)} IN (SELECT value FROM json_each({compiler.process(element.bind, **kw)}))"


@compiles(Among, "postgresql")
def _postgres_among(element: Among, compiler: SQLCompiler, **kw: Any) -> str:  # pyright: ignore[reportUnusedFunction]
    # An array made first lets the planner use the column's index; a joined subquery made it read the whole table.
    values = f"SELECT json_array_elements_text(CAST({compiler.process(element.bind, **kw)} AS json))"
    return f"{compiler.process(element.column, **kw)} = ANY (ARRAY({values}))"


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """`column` (text) is one of the values of the JSON array given as `name` (see `db.as_list`)."""
    return Among(column, name)
