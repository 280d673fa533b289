"""Trouble on demand: the next call of an operation fails the way a test (or a curious visitor) wants it to."""

from __future__ import annotations

from collections import defaultdict, deque
from enum import StrEnum


class Fault(StrEnum):
    DOWN = "down"
    """Refused before anything was read: surely not received."""
    TIMEOUT_BEFORE = "timeout_before"
    """No answer, and nothing happened."""
    TIMEOUT_AFTER = "timeout_after"
    """No answer, but it happened."""


class NoAnswer(Exception):
    """The caller's connection broke while it waited."""


class Unreachable(Exception):
    """The caller could not connect."""


class FaultPlan:
    """Faults per operation (`authorize`, `look_up`, `capture`, `void`, `refund`), used up one call each."""

    def __init__(self) -> None:
        self._planned: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def plan(self, operation: str, *faults: Fault) -> None:
        self._planned[operation].extend(faults)

    def before(self, operation: str) -> bool:
        """Take the next fault of `operation`: raises the ones that come first, true when the answer is to be lost afterwards."""
        fault = self._planned[operation].popleft() if self._planned[operation] else None
        if fault is Fault.DOWN:
            raise Unreachable(operation)
        if fault is Fault.TIMEOUT_BEFORE:
            raise NoAnswer(operation)
        return fault is Fault.TIMEOUT_AFTER
