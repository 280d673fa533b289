"""A clock that moves only when told to, for tests, demos and conversation files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class HeldClock:
    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self._at += by
