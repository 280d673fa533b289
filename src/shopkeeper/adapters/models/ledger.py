"""Tokens spent, in a small SQLite file beside the shop's data, so that all processes count together."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

CREATE = "CREATE TABLE IF NOT EXISTS spent (account TEXT PRIMARY KEY, tokens INTEGER NOT NULL)"
ADD = "INSERT INTO spent VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET tokens = MAX(0, tokens + excluded.tokens)"
READ = "SELECT tokens FROM spent WHERE account = ?"


class TokenFile:
    """Implements `TokenLedger`. `:memory:` keeps it to this process."""

    def __init__(self, path: Path | str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5.0)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(CREATE)

    def spent(self, account: str) -> int:
        row = self._db.execute(READ, (account,)).fetchone()
        return int(row[0]) if row else 0

    def add(self, accounts: Sequence[str], tokens: int) -> None:
        self._db.executemany(ADD, [(account, tokens) for account in accounts])

    def close(self) -> None:
        self._db.close()
