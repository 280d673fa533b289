"""A process that ends in the middle of a call to the payment provider."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast


class Killed(BaseException):
    """Nothing catches it, as nothing catches the end of a process."""


class Dying:
    """A payment provider around another: right before (or after) `operation` is done for the first time, the process ends."""

    def __init__(self, inner: object, operation: str, *, after: bool) -> None:
        self._inner = inner
        self._operation = operation
        self._after = after

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._fatal(cast("Callable[..., Awaitable[object]]", found)) if name == self._operation else found

    def _fatal(self, call: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
        async def fatal(*arguments: object, **named: object) -> object:
            if self._after:
                await call(*arguments, **named)
            raise Killed

        return fatal
