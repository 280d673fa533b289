"""Limits at the door: body size, and requests per client; plain ASGI, so that a refused request costs next to nothing."""

from __future__ import annotations

import math
from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shopkeeper.entry.http.buckets import Buckets
from shopkeeper.entry.http.problems import problem_of

UNLIMITED = ("/healthz", "/readyz", "/metrics", "/web/", "/media/", "/favicon.ico")


class BodyTooLarge(HTTPException):
    """More bytes came than allowed. An HTTPException, which FastAPI lets through when it reads a body itself."""

    def __init__(self, most_bytes: int) -> None:
        detail = f"A request may have at most {most_bytes / 1_000_000:g} MB. Send smaller or fewer files."
        super().__init__(413, detail, headers={"Connection": "close"})


class LimitBody:
    """Refuses bodies over `most_bytes` by their declared length, or as soon as that many have arrived."""

    def __init__(self, app: ASGIApp, *, most_bytes: int) -> None:
        self._app = app
        self._most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or len(declared) > 15 or int(declared) > self._most:
            await self._refuse(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen = 0

        async def counting() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise BodyTooLarge(self._most)
            return message

        await self._app(scope, counting, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        await problem_of(BodyTooLarge(self._most))(scope, receive, send)


class LimitRate:
    """A token bucket per client address: `per_minute` on average, a quarter of it at once."""

    def __init__(self, app: ASGIApp, *, per_minute: int, trusted_proxies: tuple[str, ...] = ()) -> None:
        self._app = app
        self._buckets = Buckets(per_minute, burst=per_minute / 4)
        self._trusted = frozenset(trusted_proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        free = scope["type"] != "http" or scope["path"].startswith(UNLIMITED) or scope["method"] == "OPTIONS"
        wait_s = 0.0 if free else self._buckets.take(client_of(scope, self._trusted))
        app = too_many_requests(wait_s) if wait_s else self._app
        await app(scope, receive, send)


def client_of(scope: Scope, trusted_proxies: Collection[str]) -> str:
    """The address that asks; what a trusted proxy saw last, where one stands before us."""
    address = scope["client"][0] if scope.get("client") else "unknown"
    if address in trusted_proxies:
        forwarded = dict(scope["headers"]).get(b"x-forwarded-for", b"").decode("latin-1")
        return forwarded.split(",")[-1].strip() or address
    return address


class TooManyRequests(HTTPException):
    """Come back in `wait_s` seconds."""

    def __init__(self, wait_s: float) -> None:
        seconds = str(math.ceil(wait_s))
        super().__init__(429, f"That was a lot at once. Try again in {seconds} s.", headers={"Retry-After": seconds})


def too_many_requests(wait_s: float) -> JSONResponse:
    return problem_of(TooManyRequests(wait_s))
