"""The smallest HTTP/1.1 client that can load the server: its own cost must not drown what is measured."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any


class Connection:
    """One kept-alive connection. Raises RuntimeError for an answer that is not 2xx."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def post(self, path: str, body: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Any:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        payload = json.dumps(body).encode()
        lines = [f"POST {path} HTTP/1.1", f"Host: {self._host}", "Content-Type: application/json", f"Content-Length: {len(payload)}"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self._writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + payload)
        return json.loads(await self._answer(path))

    async def _answer(self, path: str) -> bytes:
        assert self._reader is not None
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        body = await self._reader.readexactly(length)
        if not 200 <= status < 300:
            raise RuntimeError(f"{path}: {status} {body[:300]!r}")
        return body

    async def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
            await self._writer.wait_closed()
