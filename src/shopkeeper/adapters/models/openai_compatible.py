"""One thin client for every endpoint that speaks the chat completions API."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from shopkeeper.adapters.models.profiles import PROFILES, Profile
from shopkeeper.adapters.models.wire import CUT_SHORT, Piece, read_answer, read_piece, request_json
from shopkeeper.ports.language_model import ModelAnswer, ModelDown, ModelRefused, ModelRequest, Usage

LARGEST_ANSWER_BYTES = 1_000_000
LARGEST_LINE_BYTES = 200_000
MOST_PIECES = 20_000
WORTH_RETRYING = frozenset({408, 409, 425, 429})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`url` up to and without `/chat/completions`, such as `http://127.0.0.1:8080/v1`. The key never shows in logs."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    profile: Profile = PROFILES["vllm"]
    timeout_s: float = 10.0


class OpenAICompatible:
    """Implements `StreamingModel`. Close it when done."""

    def __init__(self, options: Options, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._options = options
        headers = {"Authorization": f"Bearer {options.key}"} if options.key else {}
        # trust_env is off: a proxy from the environment must not see what shoppers say.
        self._client = httpx.AsyncClient(timeout=options.timeout_s, headers=headers, transport=transport, trust_env=False)

    @property
    def name(self) -> str:
        return self._options.model

    async def close(self) -> None:
        await self._client.aclose()

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        if self._options.profile.streams_always:
            return await self._gather(request)
        async with self._post(request, stream=False) as response:
            return read_answer(await _body(response), model=self.name)

    async def stream(self, request: ModelRequest) -> AsyncIterator[str]:
        async for piece in self._pieces(request):
            if piece.text:
                yield piece.text

    async def _gather(self, request: ModelRequest) -> ModelAnswer:
        pieces = [piece async for piece in self._pieces(request)]
        usage = next((piece.usage for piece in reversed(pieces) if piece.usage is not None), Usage())
        is_whole = all(piece.ended != CUT_SHORT for piece in pieces)
        return ModelAnswer(text="".join(piece.text for piece in pieces), model=self.name, usage=usage, is_whole=is_whole)

    async def _pieces(self, request: ModelRequest) -> AsyncGenerator[Piece]:
        """Pieces up to `[DONE]`. A stream without end is cut off as unusable, and half an answer is none."""
        async with self._post(request, stream=True) as response:
            count, ended = 0, False
            async for line in _lines(response):
                if not line.startswith(b"data:"):
                    continue
                payload = line[5:].strip()
                if payload == b"[DONE]":
                    return
                count += 1
                if count > MOST_PIECES:
                    raise ModelDown("endless")
                piece = read_piece(payload)
                ended = ended or piece.ended is not None
                yield piece
            if not ended:
                raise ModelDown("cut_off")

    @asynccontextmanager
    async def _post(self, request: ModelRequest, *, stream: bool) -> AsyncGenerator[httpx.Response]:
        body: dict[str, Any] = request_json(request, self._options.model, self._options.profile, stream=stream)
        address = f"{self._options.url.rstrip('/')}/chat/completions"
        try:
            async with self._client.stream("POST", address, json=body) as response:
                if not response.is_success:
                    raise _fault(response)
                yield response
        except httpx.TimeoutException as error:
            raise ModelDown("timeout") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelDown("unreachable") from error


async def _body(response: httpx.Response) -> bytes:
    body = b""
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_ANSWER_BYTES:
            raise ModelDown("endless")
    return body


async def _lines(response: httpx.Response) -> AsyncGenerator[bytes]:
    """Lines of a stream, with limits on a line and on the whole."""
    rest, total = b"", 0
    async for chunk in response.aiter_bytes():
        total += len(chunk)
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line
        if len(rest) > LARGEST_LINE_BYTES or total > LARGEST_ANSWER_BYTES:
            raise ModelDown("endless")
    if rest:
        yield rest


def _fault(response: httpx.Response) -> ModelDown | ModelRefused:
    reason = f"http_{response.status_code}"
    if response.status_code in WORTH_RETRYING or response.status_code >= 500:
        asked = response.headers.get("retry-after", "")
        return ModelDown(reason, retry_after_s=float(asked) if asked.isdecimal() and asked.isascii() else None)
    return ModelRefused(reason)
