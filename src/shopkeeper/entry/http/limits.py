"""Limits at the door: body size, and requests per client; plain ASGI, so that a refused request costs next to nothing."""

from __future__ import annotations

import math
from collections import OrderedDict
from time import monotonic

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shopkeeper.entry.http.problems import problem

MOST_CLIENTS = 50_000
UNLIMITED = ("/healthz", "/readyz", "/metrics", "/web/", "/media/", "/favicon.ico")


class BodyTooLarge(Exception):
    """More bytes came than allowed."""


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
        started = False

        async def counting() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise BodyTooLarge
            return message

        async def watching(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, counting, watching)
        except BodyTooLarge:
            if not started:
                await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        megabytes = self._most / 1_000_000
        response = problem(413, "body_too_large", f"A request may have at most {megabytes:g} MB. Send smaller or fewer files.")
        response.headers["connection"] = "close"
        await response(scope, receive, send)


class LimitRate:
    """A token bucket per client address: `per_minute` on average, a quarter of it at once."""

    def __init__(self, app: ASGIApp, *, per_minute: int, trusted_proxies: tuple[str, ...] = ()) -> None:
        self._app = app
        self._per_s = per_minute / 60
        self._burst = max(1.0, per_minute / 4)
        self._trusted = frozenset(trusted_proxies)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._per_s or scope["path"].startswith(UNLIMITED) or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return
        wait_s = self._take(self._client(scope))
        if wait_s <= 0:
            await self._app(scope, receive, send)
            return
        seconds = str(math.ceil(wait_s))
        response = problem(429, "too_many_requests", f"That was a lot at once. Try again in {seconds} s.", headers={"Retry-After": seconds})
        await response(scope, receive, send)

    def _client(self, scope: Scope) -> str:
        address = scope["client"][0] if scope.get("client") else "unknown"
        if address in self._trusted:
            forwarded = dict(scope["headers"]).get(b"x-forwarded-for", b"").decode("latin-1")
            return forwarded.split(",")[-1].strip() or address
        return address

    def _take(self, client: str) -> float:
        """Seconds to wait; 0 when a token was there."""
        now = monotonic()
        tokens, at = self._buckets.pop(client, (self._burst, now))
        tokens = min(self._burst, tokens + (now - at) * self._per_s)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - tokens) / self._per_s
