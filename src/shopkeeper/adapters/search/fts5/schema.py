"""The index file: derived data, so a file of another layout is thrown away and built anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

LAYOUT = "4"

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS product (
  rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, category TEXT NOT NULL,
  titles TEXT NOT NULL, heads TEXT NOT NULL, names TEXT NOT NULL, others TEXT NOT NULL, options TEXT NOT NULL,
  modifiers TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS entry USING fts5(
  title, code, words, attributes, description, tokenize = "porter unicode61 remove_diacritics 2");
CREATE TABLE IF NOT EXISTS code (code TEXT NOT NULL, product_id TEXT NOT NULL, sku TEXT, PRIMARY KEY (code, product_id, sku)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS code_product ON code (product_id);
CREATE TABLE IF NOT EXISTS vocabulary (word TEXT PRIMARY KEY, stem TEXT NOT NULL, weight INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS vocabulary_stem ON vocabulary (stem);
CREATE TABLE IF NOT EXISTS option_word (
  words TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (words, name, value)) WITHOUT ROWID;
"""

_NAMES = ("meta", "product", "entry", "code", "vocabulary", "option_word")


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the index at `path`, with its tables made."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA mmap_size = 268435456")
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables; a file of another layout loses its content and so reports revision -1."""
    if _layout(connection) != LAYOUT:
        connection.execute("BEGIN IMMEDIATE")
        clear(connection)
        connection.execute("COMMIT")


def clear(connection: sqlite3.Connection) -> None:
    """Empty tables, inside the caller's transaction; dropping is much the faster way to empty a full-text table."""
    for name in _NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _TABLES.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('layout', ?)", (LAYOUT,))


def _layout(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
    row = connection.execute("SELECT value FROM meta WHERE key = 'layout'").fetchone() if known else None
    return row[0] if row else None
