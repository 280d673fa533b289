"""The HTTP application: routers, limits, pages and files, around one shop."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shopkeeper import __version__
from shopkeeper.bootstrap import Shop
from shopkeeper.entry.http import (
    acp,
    acp_delegate,
    admin,
    board,
    callbacks,
    card_page,
    console,
    conversations,
    credit,
    customers,
    desk,
    health,
    invoices,
    keys,
    mandates,
    models,
    noticed,
    openapi,
    order_money,
    payment_methods,
    payments,
    problems,
    protected,
    return_desk,
    spoken,
    storefront,
)
from shopkeeper.entry.http.access_log import LogRequests
from shopkeeper.entry.http.buckets import Buckets
from shopkeeper.entry.http.documented import schema
from shopkeeper.entry.http.limits import LimitBody, LimitRate
from shopkeeper.entry.http.pages import WEB
from shopkeeper.entry.http.staff import guess_buckets

SECURITY_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'",
    ),
)


class DoorOptions(Protocol):
    """What the operator may set about the door; see `Settings`."""

    @property
    def cors_origins(self) -> tuple[str, ...]: ...
    @property
    def max_body_bytes(self) -> int: ...
    @property
    def rate_per_minute(self) -> int: ...
    @property
    def turns_per_minute(self) -> int: ...
    @property
    def acp_keys(self) -> tuple[str, ...]: ...
    @property
    def trusted_proxies(self) -> tuple[str, ...]: ...


def create_app(settings: DoorOptions, open_shop: Callable[[], Any]) -> FastAPI:
    """`open_shop` is an async context manager factory giving the `Shop`; it is opened with the server and closed with it."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        async with open_shop() as shop:
            _install_shop(app, shop)
            yield

    app = FastAPI(
        title="Shopkeeper",
        version=__version__,
        summary="A self-hosted, model-agnostic commerce assistant",
        lifespan=lifespan,
        responses={"default": {"description": "A problem", "content": {"application/problem+json": schema("Problem")}}},
        openapi_tags=[{"name": name} for name in ("conversations", "customers", "storefront", "webhooks", "admin", "health")],
    )
    problems.install(app)
    acp.install(app)
    openapi.install(app)
    for module_router in (
        conversations.router,
        spoken.router,
        storefront.router,
        payments.webhooks,
        payments.sandbox,
        payments.returns,
        card_page.router,
        customers.router,
        admin.router,
        callbacks.router,
        credit.router,
        mandates.router,
        payment_methods.router,
        models.router,
        board.api,
        acp.router,
        acp_delegate.router,
        order_money.api,
        order_money.pages,
        invoices.api,
        invoices.admin,
        invoices.pages,
        return_desk.api,
        return_desk.pages,
        board.pages,
        console.router,
        desk.router,
        noticed.api,
        noticed.pages,
        protected.api,
        protected.pages,
        health.router,
        keys.router,
    ):
        app.include_router(module_router)
    app.mount("/web", StaticFiles(directory=WEB), name="web")
    app.state.turn_buckets = Buckets(settings.turns_per_minute, burst=settings.turns_per_minute / 4)
    app.state.guess_buckets = guess_buckets()
    app.state.acp_keys = acp.read_keys(settings.acp_keys)
    app.state.till_buckets = board.till_buckets()
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: DoorOptions) -> None:
    """What every request passes, innermost first: refusals too carry the headers and the log line."""
    app.add_middleware(LimitRate, per_minute=settings.rate_per_minute, trusted_proxies=settings.trusted_proxies)
    app.add_middleware(LimitBody, most_bytes=settings.max_body_bytes)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Accept"],
        )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(LogRequests)


def _install_shop(app: FastAPI, shop: Shop) -> None:
    app.state.shop = shop
    for route, folder in shop.media_folders.items():
        if folder.is_dir():
            app.mount(route, StaticFiles(directory=folder), name=route.strip("/"))


class SecurityHeaders:
    """Headers every answer carries; the docs pages alone may load their viewer from elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in ("/docs", "/redoc"):
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(header for header in SECURITY_HEADERS if header[0] not in given)]
            await send(message)

        await self._app(scope, receive, with_headers)
