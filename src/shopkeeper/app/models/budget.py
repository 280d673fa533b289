"""A model that may spend so many tokens per conversation and per day, and not one more."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.outcome import Fault
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelRefused, ModelRequest, TokenLedger, WordsPart

CHARACTERS_PER_TOKEN = 2
"""Few on purpose, so that the estimate made before a call is rather too high (Chinese and Urdu need more tokens)."""

MEDIA_TOKENS = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Tokens, prompt and answer together; 0 = no limit."""

    per_conversation: int = 40_000
    per_day: int = 2_000_000


class Budget:
    """The estimate is booked before the call and corrected after it, so that calls side by side cannot overspend."""

    def __init__(self, model: LanguageModel, ledger: TokenLedger, clock: Clock, allowance: Allowance) -> None:
        self._model = model
        self._ledger = ledger
        self._clock = clock
        self._allowance = allowance

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        day = f"day:{self._clock.now().date().isoformat()}"
        accounts = (day, f"conversation:{request.scope}") if request.scope else (day,)
        estimate = estimated_tokens(request)
        self._check(accounts, estimate)
        self._ledger.add(accounts, estimate)
        spent = 0
        try:
            answer = await self._model.complete(request)
            spent = answer.usage.total or estimate
        except Fault:
            # What a failed call cost nobody says; the prompt was most likely read.
            spent = estimate - request.max_tokens
            raise
        finally:
            self._ledger.add(accounts, spent - estimate)
        return answer

    def _check(self, accounts: tuple[str, ...], estimate: int) -> None:
        limits = (self._allowance.per_day, self._allowance.per_conversation)
        for account, limit, reason in zip(accounts, limits, ("budget_day", "budget_conversation"), strict=False):
            if limit and self._ledger.spent(account) + estimate > limit:
                raise ModelRefused(reason)


def estimated_tokens(request: ModelRequest) -> int:
    parts = [part for message in request.messages for part in message.parts]
    words = sum(len(part.text) for part in parts if isinstance(part, WordsPart))
    media = sum(not isinstance(part, WordsPart) for part in parts)
    return words // CHARACTERS_PER_TOKEN + media * MEDIA_TOKENS + request.max_tokens
