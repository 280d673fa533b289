"""Any model as an endpoint of the chat completions API on a real socket, and everything that can go wrong with one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, assert_never

from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelMessage, ModelRefused, ModelRequest, WordsPart
from shopkeeper.testing.loopback import HangUp, Request, Response, ThreadedServer

HANGS_S = 30.0
SIGNS = {'{"acts"': "acts", '{"order"': "rerank", "summarize": "summary", '{"words"': "look", '{"text"': "hear"}
"""Words of a prompt that tell its use."""
TYPED = {"Content-Type": "text/event-stream"}


class Trouble(StrEnum):
    """What is wrong with the endpoint at the moment."""

    NONE = "up"
    HTTP_500 = "http_500"
    HTTP_429 = "http_429"
    HTTP_401 = "http_401"
    HANGS = "hangs"
    HANGS_UP = "hangs_up"
    CUT_OFF = "cut_off"
    """The line goes dead in the middle of an answer."""
    CUT_SHORT = "cut_short"
    """Half an answer, said to be all that the token limit allows."""
    GARBAGE = "garbage"
    """A page of HTML with status 200, as a proxy in between would send."""
    NONSENSE = "nonsense"
    """A completion whose text is no JSON."""


class ModelEndpoint:
    """Serves `model` on loopback until closed. The use of a request is told by its prompt: whoever asks for acts gets acts."""

    def __init__(self, model: LanguageModel, *, port: int = 0) -> None:
        self.model = model
        self.trouble = Trouble.NONE
        self.calls = 0
        self._server = ThreadedServer(self._handle, port=port)
        self.url = f"http://127.0.0.1:{self._server.port}/v1"

    def close(self) -> None:
        self._server.close()

    async def _handle(self, request: Request) -> Response:
        if request.path.endswith("/models"):
            return Response(status=200, body={"data": [{"id": self.model.name}]})
        self.calls += 1
        match self.trouble:
            case Trouble.HTTP_500 | Trouble.HTTP_429 | Trouble.HTTP_401:
                return _refusal(int(self.trouble.removeprefix("http_")))
            case Trouble.HANGS:
                await asyncio.sleep(HANGS_S)
                raise HangUp
            case Trouble.HANGS_UP:
                raise HangUp
            case Trouble.GARBAGE:
                return Response(status=200, body=b"<html><body>Please sign in</body></html>", headers={"Content-Type": "text/html"})
            case Trouble.NONE | Trouble.CUT_OFF | Trouble.CUT_SHORT | Trouble.NONSENSE:
                return await self._answer(as_mapping(json.loads(request.body)))
            case _:
                assert_never(self.trouble)

    async def _answer(self, body: Mapping[str, object]) -> Response:
        try:
            answer = await self.model.complete(_request(body))
        except (ModelDown, ModelRefused) as fault:
            code = fault.reason.removeprefix("http_")
            return _refusal(int(code) if code.isdecimal() else 503)
        text = "Sure, I can help with that!" if self.trouble is Trouble.NONSENSE else answer.text
        is_short = self.trouble is Trouble.CUT_SHORT
        whole = _completion(answer, text[: len(text) // 2] if is_short else text, "length" if is_short else "stop")
        content = _streamed(whole) if body.get("stream") else json.dumps(whole).encode("utf-8", "surrogatepass")
        stops_after = len(content) // 2 if self.trouble is Trouble.CUT_OFF else None
        return Response(status=200, body=content, headers=TYPED if body.get("stream") else {}, stops_after=stops_after)


def _request(body: Mapping[str, object]) -> ModelRequest:
    texts = [str(as_mapping(message).get("content", "")) for message in as_sequence(body.get("messages"))]
    words = tuple(ModelMessage(role="user", parts=(WordsPart(text=text),)) for text in texts)
    return ModelRequest(messages=words, use=_use(texts[0] if texts else ""), max_tokens=as_int(body.get("max_tokens")) or 400)


def _use(prompt: str) -> str:
    return next((use for sign, use in SIGNS.items() if sign in prompt), "rephrase")


def _completion(answer: ModelAnswer, text: str, ended: str) -> dict[str, Any]:
    calls = [{"type": "function", "function": {"name": call.name, "arguments": call.arguments}} for call in answer.tool_calls]
    usage = {"prompt_tokens": answer.usage.prompt_tokens, "completion_tokens": answer.usage.completion_tokens}
    message = {"role": "assistant", "content": text, "tool_calls": calls}
    choice = {"index": 0, "message": message, "finish_reason": ended}
    return {"object": "chat.completion", "model": answer.model, "choices": [choice], "usage": usage}


def _streamed(completion: Mapping[str, Any], size: int = 8) -> bytes:
    """The same answer as server-sent events."""
    choice = completion["choices"][0]
    text = choice["message"]["content"]
    pieces: list[Mapping[str, Any]] = [
        {"choices": [{"index": 0, "delta": {"content": text[at : at + size]}}]} for at in range(0, len(text), size)
    ]
    end: Mapping[str, Any] = {
        "choices": [{"index": 0, "delta": None, "finish_reason": choice["finish_reason"]}],
        "usage": completion["usage"],
    }
    lines = [*(json.dumps(piece) for piece in (*pieces, end)), "[DONE]"]
    return "".join(f"data: {line}\n\n" for line in lines).encode("utf-8", "surrogatepass")


def _refusal(status: int) -> Response:
    return Response(status=status, body={"error": {"message": f"http_{status}"}})
