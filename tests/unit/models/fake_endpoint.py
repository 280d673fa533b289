"""An endpoint of the chat completions API in this process: answers as told, remembers what it was sent."""

from __future__ import annotations

import asyncio
import json
from typing import Any


class FakeEndpoint:
    """ASGI app. `say` queues answers: a text, a status code with headers, a dict (whole body), or "hang"."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self._answers: list[Any] = []

    def say(self, *answers: Any) -> FakeEndpoint:
        self._answers.extend(answers)
        return self

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        raw = b""
        while True:
            message = await receive()
            raw += message.get("body", b"")
            if not message.get("more_body"):
                break
        body = json.loads(raw)
        self.bodies.append(body)
        self.paths.append(scope["path"])
        self.headers.append({name.decode(): value.decode() for name, value in scope["headers"]})
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer == "hang":
            await asyncio.sleep(60)
        if isinstance(answer, tuple):
            await self._send(send, answer[0], b"{}", answer[1])
        elif isinstance(answer, bytes):
            await self._send(send, 200, answer, {})
        elif body.get("stream"):
            await self._stream(send, answer)
        else:
            await self._send(send, 200, json.dumps(_completion(answer)).encode(), {})

    async def _send(self, send: Any, status: int, body: bytes, headers: dict[str, str]) -> None:
        pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": pairs})
        await send({"type": "http.response.body", "body": body})

    async def _stream(self, send: Any, text: str) -> None:
        pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
        lines = [json.dumps({"choices": [{"delta": {"content": piece}}]}) for piece in pieces]
        lines += [json.dumps({"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 3}}), "[DONE]"]
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        body = ": ping\n\n" + "".join(f"data: {line}\n\n" for line in lines)
        for at in range(0, len(body), 11):
            await send({"type": "http.response.body", "body": body[at : at + 11].encode(), "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def _completion(answer: Any) -> dict[str, Any]:
    if isinstance(answer, dict):
        return answer
    return {
        "model": "fake-1",
        "choices": [{"message": {"role": "assistant", "content": answer}}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3},
    }
