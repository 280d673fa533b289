"""Answers kept in a file and given again, so that a test needs no endpoint and a complaint can be looked into."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import cast

from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelRefused, ModelRequest, ToolCall, Usage


def request_key(request: ModelRequest) -> str:
    """The same question gives the same key, whoever asks it: the conversation that pays takes no part."""
    messages = [{"role": m.role, "parts": [_part(part) for part in m.parts]} for m in request.messages]
    return digest_of({"use": request.use, "messages": messages, "schema": dict(request.schema or {}), "tools": list(request.tools)})


def _part(part: object) -> object:
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in asdict(cast("ModelAnswer", part)).items()}


class Recording:
    """Asks `model` and appends question key and answer to `path`, one JSON object a line. Holds no prompt, only answers."""

    def __init__(self, model: LanguageModel, path: Path) -> None:
        self._model = model
        self._path = path

    @property
    def name(self) -> str:
        return self._model.name

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        answer = await self._model.complete(request)
        line = json.dumps({"key": request_key(request), "answer": asdict(answer)}, ensure_ascii=False)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        return answer


class Replay:
    """Gives recorded answers; a question that was not recorded is refused."""

    def __init__(self, path: Path) -> None:
        self._answers: dict[str, ModelAnswer] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            kept = as_mapping(json.loads(line))
            self._answers[str(kept["key"])] = _answer(kept["answer"])

    @property
    def name(self) -> str:
        return next((answer.model for answer in self._answers.values()), "recorded")

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        answer = self._answers.get(request_key(request))
        if answer is None:
            raise ModelRefused("not_recorded")
        return answer


def _answer(kept: object) -> ModelAnswer:
    fields, usage = as_mapping(kept), as_mapping(as_mapping(kept).get("usage"))
    calls = [as_mapping(call) for call in as_sequence(fields.get("tool_calls"))]
    return ModelAnswer(
        text=str(fields.get("text", "")),
        model=str(fields.get("model", "recorded")),
        tool_calls=tuple(ToolCall(name=str(call.get("name")), arguments=str(call.get("arguments"))) for call in calls),
        usage=Usage(prompt_tokens=as_int(usage.get("prompt_tokens")) or 0, completion_tokens=as_int(usage.get("completion_tokens")) or 0),
        is_whole=fields.get("is_whole") is not False,
    )
