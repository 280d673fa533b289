"""Any model as an endpoint of the chat completions API, so that a double can stand in for a vendor over HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelMessage, ModelRefused, ModelRequest, WordsPart


class ModelEndpoint:
    """An ASGI application. The use of a request is told by its prompt: whoever asks for acts gets acts."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    async def __call__(self, scope: Mapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        raw = b""
        while True:
            message = await receive()
            raw += message.get("body", b"")
            if not message.get("more_body"):
                break
        if scope["path"].endswith("/models"):
            await _answer(send, 200, {"data": [{"id": self._model.name}]})
            return
        try:
            answer = await self._model.complete(_request(json.loads(raw)))
        except (ModelDown, ModelRefused) as fault:
            code = fault.reason.removeprefix("http_")
            await _answer(send, int(code) if code.isdecimal() else 503, {"error": {"message": fault.reason}})
            return
        await _answer(send, 200, _completion(answer))


def _request(body: Mapping[str, object]) -> ModelRequest:
    texts = [str(as_mapping(message).get("content", "")) for message in as_sequence(body.get("messages"))]
    prompt = texts[0] if texts else ""
    use = "acts" if '{"acts"' in prompt else "summary" if "summarize" in prompt else "rephrase"
    words = tuple(ModelMessage(role="user", parts=(WordsPart(text=text),)) for text in texts)
    return ModelRequest(messages=words, use=use, max_tokens=as_int(body.get("max_tokens")) or 400)


def _completion(answer: ModelAnswer) -> dict[str, Any]:
    calls = [{"type": "function", "function": {"name": call.name, "arguments": call.arguments}} for call in answer.tool_calls]
    usage = {"prompt_tokens": answer.usage.prompt_tokens, "completion_tokens": answer.usage.completion_tokens}
    message = {"role": "assistant", "content": answer.text, "tool_calls": calls}
    return {"object": "chat.completion", "model": answer.model, "choices": [{"index": 0, "message": message}], "usage": usage}


async def _answer(send: Any, status: int, body: object) -> None:
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(body).encode("utf-8", "surrogatepass")})
