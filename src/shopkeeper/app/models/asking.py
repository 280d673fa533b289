"""One question to a model: prompt file, redacted and quoted data, what it cost, and why it was of no use if it was not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from shopkeeper.domain.conversation.redaction import Redaction
from shopkeeper.ports.language_model import (
    CallRecord,
    LanguageModel,
    ModelDown,
    ModelMessage,
    ModelRefused,
    ModelRequest,
    PicturePart,
    WordsPart,
)
from shopkeeper.ports.prompts import Prompt, PromptBook
from shopkeeper.ports.redactor import Redactor

NOBODY_IS_SERVED = frozenset({"breaker_open", "budget_day", "budget_conversation", "http_401", "http_402", "http_403", "http_404"})
"""Refusals that are about no single request: until somebody mends it, there is no model."""

LONGEST_ANSWER = 8_000
"""Characters; a longer answer is not an answer to anything asked here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`text` is None when there is no answer; placeholders in it are turned back by `redaction`."""

    text: str | None
    record: CallRecord
    redaction: Redaction


class Asker:
    def __init__(self, model: LanguageModel, prompts: PromptBook, redactor: Redactor) -> None:
        self._model = model
        self._prompts = prompts
        self._redactor = redactor

    @property
    def model_name(self) -> str:
        return self._model.name

    async def ask(
        self,
        use: str,
        data: Mapping[str, object],
        *,
        scope: str,
        schema: Mapping[str, object] | None = None,
        max_tokens: int = 400,
        temperature: float = 0.0,
        pictures: Sequence[PicturePart] = (),
    ) -> Asked:
        """Never raises for what a model does. `data` goes in as quoted data, after everything personal was taken out.

        `pictures` go in as they are: whoever passes them has made them small and anonymous.
        """
        prompt = self._prompts.prompt(use)
        redaction = self._redactor(quoted(data), {})
        request = ModelRequest(
            messages=_messages(prompt, redaction.text, pictures),
            use=use,
            scope=scope,
            schema=schema,
            max_tokens=max_tokens,
            temperature=temperature,
        )
        record = CallRecord(use=use, model=self._model.name, prompt=prompt.label, prompt_hash=prompt.digest)
        started = perf_counter()
        try:
            answer = await self._model.complete(request)
        except (ModelDown, ModelRefused) as fault:
            is_down = isinstance(fault, ModelDown) or fault.reason in NOBODY_IS_SERVED
            record = replace(record, latency_ms=_ms(started), fallback=fault.reason, is_down=is_down)
            return Asked(text=None, record=record, redaction=redaction)
        record = replace(record, model=answer.model or record.model, usage=answer.usage, latency_ms=_ms(started))
        if not answer.text.strip():
            return Asked(text=None, record=record.unused("empty"), redaction=redaction)
        if not answer.is_whole:
            return Asked(text=None, record=record.unused("cut_short"), redaction=redaction)
        if len(answer.text) > LONGEST_ANSWER:
            return Asked(text=None, record=record.unused("too_long"), redaction=redaction)
        return Asked(text=answer.text, record=record, redaction=redaction)


def quoted(data: Mapping[str, object]) -> str:
    """Data blocks that no text inside them can close: angle brackets are written as JSON escapes."""
    blocks = [f'<data name="{name}">\n{_inert(value)}\n</data>' for name, value in data.items()]
    return "\n".join(blocks)


def _inert(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")


def _messages(prompt: Prompt, data: str, pictures: Sequence[PicturePart]) -> tuple[ModelMessage, ...]:
    return (
        ModelMessage(role="system", parts=(WordsPart(text=prompt.text),)),
        ModelMessage(role="user", parts=(WordsPart(text=data), *pictures)),
    )


def _ms(started: float) -> float:
    return round((perf_counter() - started) * 1000, 1)
