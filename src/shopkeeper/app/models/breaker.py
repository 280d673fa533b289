"""A circuit breaker: a model that keeps failing is left alone for a while, then tried with one request."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from time import monotonic

from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelRefused, ModelRequest


class BreakerState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class Breaker:
    """Opens after `failures` in a row for `open_s` seconds; then one request decides whether it closes again."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        failures: int = 3,
        open_s: float = 30.0,
        now_s: Callable[[], float] = monotonic,
        told: Callable[[BreakerState], None] = lambda _: None,
    ) -> None:
        self._model = model
        self._most = failures
        self._open_s = open_s
        self._now_s = now_s
        self._told = told
        self._failed = 0
        self._opened_at_s = 0.0
        self.state = BreakerState.CLOSED

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        self._admit()
        try:
            answer = await self._model.complete(request)
        except ModelDown:
            self._failure()
            raise
        except BaseException:
            # A refusal or a canceled request says nothing about the endpoint; its turn as the trial is over all the same.
            if self.state is BreakerState.HALF_OPEN:
                self._move(BreakerState.OPEN)
            raise
        self._failed = 0
        self._move(BreakerState.CLOSED)
        return answer

    def _admit(self) -> None:
        if self.state is BreakerState.CLOSED:
            return
        # A clock that was set back must not keep the breaker open for as long.
        if self.state is BreakerState.HALF_OPEN or abs(self._now_s() - self._opened_at_s) < self._open_s:
            raise ModelRefused("breaker_open")
        self._move(BreakerState.HALF_OPEN)

    def _failure(self) -> None:
        self._failed += 1
        if self.state is BreakerState.HALF_OPEN or self._failed >= self._most:
            self._opened_at_s = self._now_s()
            self._move(BreakerState.OPEN)

    def _move(self, state: BreakerState) -> None:
        if state is not self.state:
            self.state = state
            self._told(state)
