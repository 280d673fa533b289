"""One question to a model: prompt file, redacted and quoted data, what it cost, and why it was of no use if it was not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from shopkeeper.domain.conversation.redaction import Redaction
from shopkeeper.ports.language_model import (
    CallRecord,
    Capability,
    LanguageModel,
    ModelDown,
    ModelMessage,
    ModelRefused,
    ModelRequest,
    PicturePart,
    ProbeReport,
    SoundPart,
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
    """`found` is what the endpoint was found to do; without it everything is tried."""

    def __init__(self, model: LanguageModel, prompts: PromptBook, redactor: Redactor, found: ProbeReport | None = None) -> None:
        self._found = found
        self._model = model
        self._prompts = prompts
        self._redactor = redactor

    @property
    def model_name(self) -> str:
        return self._model.name

    def takes(self, *capabilities: Capability) -> bool:
        """Whether the endpoint can do all of these, as far as anybody knows."""
        if self._found is None or not self._found.can(Capability.TEXT):
            # An endpoint that was down when it was asked has told nothing.
            return True
        return all(self._found.can(capability) for capability in capabilities)

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
        sounds: Sequence[SoundPart] = (),
    ) -> Asked:
        """Never raises for what a model does. `data` goes in as quoted data, after everything personal was taken out.

        `pictures` and `sounds` go in as they are: whoever passes them has made them small and anonymous. A request never holds both,
        and none of a kind that the endpoint was found not to take: callers ask `takes` first.
        """
        if pictures and sounds:
            raise ValueError("a model is asked about pictures or about sounds")
        prompt = self._prompts.prompt(use)
        redaction = self._redactor(quoted(data), {})
        request = ModelRequest(
            messages=_messages(prompt, redaction.text, (*pictures, *sounds)),
            use=use,
            scope=scope,
            schema=schema if self.takes(Capability.SCHEMA) else None,
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


def _messages(prompt: Prompt, data: str, media: Sequence[PicturePart | SoundPart]) -> tuple[ModelMessage, ...]:
    return (
        ModelMessage(role="system", parts=(WordsPart(text=prompt.text),)),
        ModelMessage(role="user", parts=(WordsPart(text=data), *media)),
    )


def _ms(started: float) -> float:
    return round((perf_counter() - started) * 1000, 1)
