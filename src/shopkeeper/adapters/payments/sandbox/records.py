"""The pretend provider's own SQLite file: intents, a ledger of money moved, webhooks to be sent."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from shopkeeper.adapters.payments.sandbox.intent import Intent, IntentStatus
from shopkeeper.domain.core.money import Money

SCHEMA = """
CREATE TABLE IF NOT EXISTS intents (
  key TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, minor INTEGER NOT NULL, currency TEXT NOT NULL, description TEXT NOT NULL,
  return_url TEXT NOT NULL, lines TEXT NOT NULL, status TEXT NOT NULL, decline_code TEXT);
CREATE TABLE IF NOT EXISTS ledger (
  operation TEXT PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, minor INTEGER NOT NULL, currency TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ledger_key ON ledger (key);
CREATE TABLE IF NOT EXISTS dropped (key TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS delegations (
  token TEXT PRIMARY KEY, method TEXT NOT NULL, minor INTEGER NOT NULL, currency TEXT NOT NULL, checkout_id TEXT NOT NULL,
  expires_at TEXT NOT NULL, used_by TEXT);
CREATE TABLE IF NOT EXISTS keeping (key TEXT PRIMARY KEY, customer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS kept (token TEXT PRIMARY KEY, customer TEXT NOT NULL, forgotten INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS webhooks (
  number INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT NOT NULL, body BLOB NOT NULL, due_at REAL NOT NULL, attempts INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS webhooks_due ON webhooks (due_at);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A token that may pay once with `method`, within what it was given for."""

    token: str
    method: str
    max_amount: Money
    checkout_id: str
    expires_at: datetime
    used_by: str | None = None

    def refuses(self, amount: Money, checkout_id: str, key: str, now: datetime) -> str | None:
        """The decline code of a payment that goes beyond it."""
        if self.used_by not in (None, key):
            return "allowance_used"
        if now >= self.expires_at:
            return "allowance_expired"
        beyond = amount.currency != self.max_amount.currency or amount.minor > self.max_amount.minor or checkout_id != self.checkout_id
        return "allowance_exceeded" if beyond else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """`kind` is authorization, capture, void or refund; `operation` says it once and for all."""

    operation: str
    kind: str
    key: str
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    number: int
    event_id: str
    body: bytes
    attempts: int


class Records:
    """One connection, one lock: the page and the shop may call from different threads."""

    def __init__(self, path: Path | str) -> None:
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
        self._db.execute("PRAGMA journal_mode=WAL")
        # A killed process loses nothing this way; only a power cut could, and this money is pretend.
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def work(self) -> Generator[None]:
        """Everything inside is written together or not at all."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def intent(self, *, key: str | None = None, intent_id: str | None = None) -> Intent | None:
        query = "SELECT key, minor, currency, description, return_url, lines, status, decline_code FROM intents WHERE key = ? OR id = ?"
        with self._lock:
            row = self._db.execute(query, (key, intent_id)).fetchone()
        return None if row is None else _intent(row)

    def save(self, intent: Intent) -> None:
        lines = json.dumps([[title, quantity, total.minor] for title, quantity, total in intent.lines])
        amount = (intent.amount.minor, intent.amount.currency)
        texts = (intent.description, intent.return_url, lines, intent.status.value, intent.decline_code)
        self._db.execute("INSERT OR REPLACE INTO intents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (intent.key, intent.id, *amount, *texts))

    def enter(self, entry: LedgerEntry) -> None:
        row = (entry.operation, entry.kind, entry.key, entry.amount.minor, entry.amount.currency, entry.at.isoformat())
        self._db.execute("INSERT OR IGNORE INTO ledger VALUES (?, ?, ?, ?, ?, ?)", row)

    def ledger(self, key: str | None = None) -> Sequence[LedgerEntry]:
        query = "SELECT operation, kind, key, minor, currency, at FROM ledger WHERE ? IS NULL OR key = ? ORDER BY rowid"
        with self._lock:
            rows = self._db.execute(query, (key, key)).fetchall()
        return [
            LedgerEntry(operation=o, kind=kind, key=k, amount=Money(minor=minor, currency=currency), at=datetime.fromisoformat(at))
            for o, kind, k, minor, currency, at in rows
        ]

    def delegated(self, token: str) -> Delegation | None:
        query = "SELECT token, method, minor, currency, checkout_id, expires_at, used_by FROM delegations WHERE token = ?"
        with self._lock:
            row = self._db.execute(query, (token,)).fetchone()
        if row is None:
            return None
        found, method, minor, currency, checkout_id, expires_at, used_by = row
        return Delegation(
            token=found,
            method=method,
            max_amount=Money(minor=minor, currency=currency),
            checkout_id=checkout_id,
            expires_at=datetime.fromisoformat(expires_at),
            used_by=used_by,
        )

    def delegate(self, one: Delegation) -> None:
        """Kept as first given, but for who used it."""
        row = (
            one.token,
            one.method,
            one.max_amount.minor,
            one.max_amount.currency,
            one.checkout_id,
            one.expires_at.isoformat(),
            one.used_by,
        )
        query = """INSERT INTO delegations VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (token) DO UPDATE SET used_by = coalesce(used_by, excluded.used_by)"""
        with self._lock:
            self._db.execute(query, row)

    def keep_for(self, key: str, customer: str | None) -> None:
        """Whose card the page of `key` keeps; None = nobody's."""
        with self._lock:
            self._db.execute("DELETE FROM keeping WHERE key = ?", (key,))
            if customer is not None:
                self._db.execute("INSERT INTO keeping VALUES (?, ?)", (key, customer))

    def kept_for(self, key: str) -> str | None:
        with self._lock:
            row = self._db.execute("SELECT customer FROM keeping WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, token: str, customer: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO kept VALUES (?, ?, 0)", (token, customer))

    def is_kept(self, token: str) -> bool:
        with self._lock:
            return self._db.execute("SELECT 1 FROM kept WHERE token = ? AND NOT forgotten", (token,)).fetchone() is not None

    def forget(self, token: str) -> None:
        with self._lock:
            self._db.execute("UPDATE kept SET forgotten = 1 WHERE token = ?", (token,))

    def drop_first(self, key: str) -> bool:
        """Whether this is the first request for `key`; it is then remembered as dropped."""
        return self._db.execute("INSERT OR IGNORE INTO dropped VALUES (?)", (key,)).rowcount == 1

    def post(self, event_id: str, body: bytes, due_at: datetime) -> None:
        row = (event_id, body, due_at.timestamp())
        self._db.execute("INSERT INTO webhooks (event_id, body, due_at, attempts) VALUES (?, ?, ?, 0)", row)

    def due(self, now: datetime, limit: int) -> Sequence[Outgoing]:
        query = "SELECT number, event_id, body, attempts FROM webhooks WHERE due_at <= ? ORDER BY due_at, number LIMIT ?"
        with self._lock:
            rows = self._db.execute(query, (now.timestamp(), limit)).fetchall()
        return [Outgoing(number=number, event_id=event_id, body=body, attempts=attempts) for number, event_id, body, attempts in rows]

    def sent(self, number: int) -> None:
        with self.work():
            self._db.execute("DELETE FROM webhooks WHERE number = ?", (number,))

    def put_off(self, number: int, due_at: datetime) -> None:
        with self.work():
            self._db.execute("UPDATE webhooks SET due_at = ?, attempts = attempts + 1 WHERE number = ?", (due_at.timestamp(), number))

    def next_due(self) -> datetime | None:
        with self._lock:
            (seconds,) = self._db.execute("SELECT MIN(due_at) FROM webhooks").fetchone()
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _intent(row: tuple[str, int, str, str, str, str, str, str | None]) -> Intent:
    key, minor, currency, description, return_url, lines, status, decline_code = row
    return Intent(
        key=key,
        amount=Money(minor=minor, currency=currency),
        description=description,
        return_url=return_url,
        lines=tuple((title, quantity, Money(minor=total, currency=currency)) for title, quantity, total in json.loads(lines)),
        status=IntentStatus(status),
        decline_code=decline_code,
    )
