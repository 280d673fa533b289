"""Where a server may be made to die: around the writes that matter, and around calls to the payment provider."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from shopkeeper.ports.storage import Storage, Transaction

T = TypeVar("T")
WRITE = "write"
PROVIDER_CALLS = ("authorize", "capture")
BACKGROUND = ("sweep.", "EffectRunner.run_due.")
"""Writes of the loops, by the function they are made in: they come and go with the time, so only those that did something count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashPoint:
    """The `number`-th time (from 1) of `what`, a write or an operation of the payment provider; `after` it took effect, or before."""

    what: str = WRITE
    number: int = 1
    after: bool = False

    def __str__(self) -> str:
        return f"{'after' if self.after else 'before'} {self.what} {self.number}"

    def wire(self) -> Mapping[str, object]:
        return asdict(self)


class MortalStorage:
    """Passes everything on to `storage`, and calls `die` at `point`."""

    def __init__(self, storage: Storage, point: CrashPoint, die: Callable[[], object]) -> None:
        self._storage = storage
        self._point = point
        self._die = die
        self._count = 0
        self.read, self.scan, self.stats, self.close = storage.read, storage.scan, storage.stats, storage.close

    async def write(self, work: Callable[[Transaction], T]) -> T:
        if getattr(work, "__qualname__", "").startswith(BACKGROUND):
            done = await self._storage.write(work)
            if done and self._is_due():
                self._die()
            return done
        due = self._is_due()
        if due and not self._point.after:
            self._die()
        done = await self._storage.write(work)
        if due:
            self._die()
        return done

    def _is_due(self) -> bool:
        self._count += 1
        return self._count == self._point.number


class MortalPayments:
    """Passes everything on to a payment provider, and calls `die` around the operation that `point` names."""

    def __init__(self, provider: object, point: CrashPoint, die: Callable[[], object]) -> None:
        self._provider = provider
        self._point = point
        self._die = die
        self._count = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._provider, name)
        return self._mortal(found) if name == self._point.what else found

    def _mortal(self, call: Callable[..., Any]) -> Callable[..., Any]:
        async def mortal(*arguments: object, **named: object) -> object:
            self._count += 1
            due = self._count == self._point.number
            if due and not self._point.after:
                self._die()
            answer = await call(*arguments, **named)
            if due:
                self._die()
            return answer

        return mortal
