"""One log event per request: method, path template, status and time; never an address, an id or a query."""

from __future__ import annotations

from time import perf_counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()
QUIET = ("/healthz", "/readyz", "/metrics")


class LogRequests:
    """Plain ASGI. The template is known once a route has matched; what matches none is logged as `unmatched`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in QUIET:
            await self._app(scope, receive, send)
            return
        started, status = perf_counter(), 0

        async def watching(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watching)
        finally:
            ms = round((perf_counter() - started) * 1000, 1)
            log.info("http.request", method=scope["method"], path=_template(scope), status=status, ms=ms)


def _template(scope: Scope) -> str:
    route = scope.get("route")
    found = getattr(route, "path", None) or scope.get("root_path")
    return found if isinstance(found, str) and found else "unmatched"
