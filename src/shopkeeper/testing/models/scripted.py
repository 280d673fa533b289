"""Models that do as they are told: say the next line, or fail in a chosen way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from shopkeeper.ports.language_model import ModelAnswer, ModelDown, ModelRefused, ModelRequest, Usage, WordsPart

BLOCK = re.compile(r'<data name="(?P<name>\w+)">\n(?P<body>.*?)\n</data>', re.DOTALL)

Line: TypeAlias = str | Exception | Callable[[ModelRequest], str]


def act_json(*proposals: Mapping[str, object]) -> str:
    """An answer to the `acts` prompt."""
    return json.dumps({"acts": list(proposals)})


def quoted_data(request: ModelRequest) -> dict[str, object]:
    """The data blocks of the prompt, read back."""
    text = "\n".join(part.text for message in request.messages for part in message.parts if isinstance(part, WordsPart))
    return {found["name"]: json.loads(found["body"]) for found in BLOCK.finditer(text)}


class ScriptedModel:
    """`lines` per use, said in turn; the last one is said again and again. A use without lines is refused."""

    name = "scripted"

    def __init__(self, **lines: Sequence[Line]) -> None:
        self._lines = {use: list(several) for use, several in lines.items()}
        self.requests: list[ModelRequest] = []

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        self.requests.append(request)
        lines = self._lines.get(request.use)
        if not lines:
            raise ModelRefused("not_scripted")
        line = lines.pop(0) if len(lines) > 1 else lines[0]
        if isinstance(line, Exception):
            raise line
        text = line if isinstance(line, str) else line(request)
        return ModelAnswer(text=text, model=self.name, usage=Usage(prompt_tokens=100, completion_tokens=20))


class FailingModel:
    """Down until `mend` is called; then it says `text`."""

    name = "failing"

    def __init__(self, reason: str = "http_500", text: str = "{}") -> None:
        self._reason = reason
        self._text = text
        self.calls = 0
        self.is_down = True

    def mend(self) -> None:
        self.is_down = False

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        self.calls += 1
        if self.is_down:
            raise ModelDown(self._reason)
        return ModelAnswer(text=self._text, model=self.name, usage=Usage(prompt_tokens=10, completion_tokens=2))
