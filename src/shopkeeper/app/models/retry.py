"""A model asked again after a hiccup, each time after a longer pause with jitter."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable

from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelRequest

LONGEST_PAUSE_S = 5.0


class Retry:
    """`attempts` in all. An endpoint that asks for more patience than LONGEST_PAUSE_S is not waited for."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        attempts: int = 2,
        pause_s: float = 0.2,
        jitter: Callable[[], float] = random.random,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._model = model
        self._attempts = attempts
        self._pause_s = pause_s
        self._jitter = jitter
        self._sleep = sleep

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        for attempt in range(1, self._attempts):
            try:
                return await self._model.complete(request)
            except ModelDown as down:
                pause_s = self._pause_before(attempt, down)
                if pause_s > LONGEST_PAUSE_S:
                    raise
                await self._sleep(pause_s)
        return await self._model.complete(request)

    def _pause_before(self, attempt: int, down: ModelDown) -> float:
        """Full jitter: somewhere up to the doubled pause, but never before the endpoint wants to be asked again."""
        return max(down.retry_after_s or 0.0, self._pause_s * 2**attempt * self._jitter())
