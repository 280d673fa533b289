"""Clocks that are off: a shopper who comes back later, a machine whose time was set wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

from shopkeeper.adapters.clock.system import SystemClock
from shopkeeper.ports.clock import Clock


class AheadClock:
    """The time it will be in `ahead_s` seconds by `inner` (the system's clock where none is given)."""

    def __init__(self, ahead_s: float, inner: Clock | None = None) -> None:
        self._inner = inner or SystemClock()
        self._ahead = timedelta(seconds=ahead_s)

    def wait(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)

    def now(self) -> datetime:
        return self._inner.now() + self._ahead
