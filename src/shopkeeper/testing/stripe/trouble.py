"""What goes wrong on purpose between the shop and Stripe, and when."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from enum import StrEnum

from shopkeeper.testing.loopback import Request


class StripeFault(StrEnum):
    DOWN = "down"
    """Turned away before anything was read (429)."""
    TIMEOUT_BEFORE = "timeout_before"
    """The connection ends, and nothing happened."""
    TIMEOUT_AFTER = "timeout_after"
    """The connection ends, but it happened."""
    ERROR_BEFORE = "error_before"
    """500, and nothing happened."""
    ERROR_AFTER = "error_after"
    """500, but it happened."""
    SLOW = "slow"
    """The right answer, late."""
    BUSY = "busy"
    """409: somebody else holds the object."""


SLOW_S = 0.5
LOST = (StripeFault.TIMEOUT_BEFORE, StripeFault.TIMEOUT_AFTER)
BEFORE = (StripeFault.DOWN, StripeFault.TIMEOUT_BEFORE, StripeFault.ERROR_BEFORE, StripeFault.BUSY)


def operation_of(request: Request) -> str:
    """authorize, capture, void, refund or look_up: the port's word for it; else empty."""
    if not request.path.startswith("/v1/"):
        return ""
    last = request.path.rsplit("/", 1)[-1]
    match (request.method, last):
        case ("GET", _) if "payment_intents" in request.path:
            return "look_up"
        case ("POST", "payment_intents" | "confirm"):
            return "authorize" if request.value("key") is None else ""
        case ("POST", "capture" | "refunds" | "cancel"):
            return {"capture": "capture", "refunds": "refund", "cancel": "void"}[last]
        case _:
            return ""


class Plan:
    """Faults per operation, used up one call each. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planned: defaultdict[str, deque[StripeFault]] = defaultdict(deque)

    def add(self, operation: str, *faults: StripeFault) -> None:
        with self._lock:
            self._planned[operation].extend(faults)

    def take(self, operation: str) -> StripeFault | None:
        with self._lock:
            planned = self._planned[operation]
            return planned.popleft() if planned else None

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()
