"""As much of an HTTP server as a stand-in for a vendor needs: one that can hang up in the middle of an answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeAlias, TypeVar
from urllib.parse import parse_qsl, urlsplit

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`form` are the pairs of the query and of a form body, in order."""

    method: str
    path: str
    headers: Mapping[str, str]
    form: tuple[tuple[str, str], ...]
    body: bytes = b""

    def value(self, name: str) -> str | None:
        return next((value for key, value in self.form if key == name), None)

    def values(self, start: str) -> list[str]:
        """The elements of `start[]`, `start[0]` …"""
        return [value for key, value in self.form if key.startswith(f"{start}[")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """`stops_after`: bytes of the body after which the line goes dead; None = all of it is sent."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    stops_after: int | None = None


class HangUp(Exception):
    """Close the connection without an answer."""


Handle: TypeAlias = Callable[[Request], Awaitable[Response]]
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"}


class ThreadedServer:
    """Serves `handle` on loopback from a thread of its own, until closed. `do` runs a coroutine there."""

    def __init__(self, handle: Handle, *, port: int = 0) -> None:
        self._handle = handle
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self.do(asyncio.start_server(self._serve, "127.0.0.1", port))
        self.port = int(self._server.sockets[0].getsockname()[1])

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=60)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside the serving until closed."""
        asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self) -> None:
        self.do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)

    async def _end(self) -> None:
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while (request := await _read(reader)) is not None:
                try:
                    response = await self._handle(request)
                except HangUp:
                    writer.transport.abort()
                    return
                head, content = _encoded(response)
                writer.write(head + content[: response.stops_after])
                await writer.drain()
                if response.stops_after is not None:
                    break
        writer.close()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    start = await reader.readline()
    if not start.strip():
        return None
    method, target, _ = start.decode("latin-1").split(" ", 2)
    headers: dict[str, str] = {}
    while line := (await reader.readline()).decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if "json" not in headers.get("content-type", ""):
        pairs += parse_qsl(body.decode(), keep_blank_values=True)
    return Request(method=method, path=parts.path, headers=headers, form=tuple(pairs), body=body)


def _encoded(response: Response) -> tuple[bytes, bytes]:
    """Head and body; the head promises the whole body."""
    content = response.body if isinstance(response.body, bytes) else json.dumps(response.body).encode()
    headers = {"Content-Type": "application/json", **CORS, **response.headers, "Content-Length": str(len(content))}
    lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1"), content
