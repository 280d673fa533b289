"""A real shop behind its real door, and a way to say that a request changed nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from shopkeeper.bootstrap import Shop, open_shop
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.http.staff import guess_buckets
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.templates import Templates

PASSWORD = "open-sesame-please"


@dataclass(frozen=True)
class Talk:
    """An open conversation and the token to it."""

    id: str
    token: str

    @property
    def path(self) -> str:
        return f"/v1/conversations/{self.id}"

    @property
    def key(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class Door:
    client: httpx.AsyncClient
    shop: Shop
    app: FastAPI

    async def open(self, **body: str) -> Talk:
        answer = await self.client.post("/v1/conversations", json=body)
        assert answer.status_code == 201, answer.text
        return Talk(answer.json()["conversation_id"], answer.json()["token"])

    async def say(self, talk: Talk, text: str, **headers: str) -> httpx.Response:
        parts = {"parts": [{"type": "text", "text": text}]}
        return await self.client.post(f"{talk.path}/turns", json=parts, headers={**talk.key, **headers})

    async def tap(self, talk: Talk, **fields: object) -> httpx.Response:
        return await self.client.post(f"{talk.path}/turns", json={"parts": [{"type": "action", **fields}]}, headers=talk.key)

    async def checkout(self, talk: Talk) -> dict[str, Any]:
        """The conversation's checkout as a client reads it back."""
        return (await self.client.get(talk.path, headers=talk.key)).json()["checkout"]

    async def order(self, checkout_id: str) -> str | None:
        """The number of the order placed on a checkout."""
        placed = await self.shop.storage.read(lambda tx: tx.orders.for_checkout(CheckoutId(checkout_id)))
        return placed.number if placed else None

    def contents(self) -> str:
        """A digest of every row of the shop's database."""
        with sqlite3.connect(self.shop.settings.data_dir / "shop.db") as connection:
            digest = hashlib.sha256()
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
            for (table,) in tables:
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    digest.update(repr((table, row)).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    @asynccontextmanager
    async def nothing_changes(self) -> AsyncGenerator[None]:
        before = self.contents()
        yield
        assert self.contents() == before


OpenDoor = Callable[..., Any]


@asynccontextmanager
async def opened(chosen: Settings) -> AsyncGenerator[Door]:
    """The shop of `chosen` behind its door, with the staff password set."""
    app = create_app(chosen, lambda: open_shop(chosen, background=False))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://shop.test") as http:
            app.state.shop.staff.set_password(PASSWORD)
            yield Door(http, app.state.shop, app)


@pytest.fixture
async def door(shop_template: Settings) -> AsyncGenerator[Door]:
    """A shop of the test's own."""
    async with opened(shop_template) as fresh:
        yield fresh


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def shared_door(shop_templates: Templates) -> AsyncGenerator[Door]:
    """One shop for all tests whose requests are refused, so that none can disturb another. Ask for it as `standing_door`."""
    settings = await shop_templates.copy("lantern_market")
    async with opened(replace(settings, rate_per_minute=0, turns_per_minute=0)) as standing:
        yield standing


@pytest.fixture
def standing_door(shared_door: Door) -> Door:
    shared_door.app.state.guess_buckets = guess_buckets()
    return shared_door


@pytest_asyncio.fixture(loop_scope="session")
async def open_door(shop_templates: Templates) -> AsyncGenerator[OpenDoor]:
    """Opens a shop with settings of the test's own."""
    async with AsyncExitStack() as stack:

        async def with_settings(**settings: Any) -> Door:
            template = replace(await shop_templates.copy("lantern_market"), rate_per_minute=0, turns_per_minute=0)
            return await stack.enter_async_context(opened(replace(template, **settings)))

        yield with_settings


def refused(answer: httpx.Response, *statuses: int) -> None:
    """A clear RFC 9457 problem with one of `statuses`, which gives nothing of the inside away."""
    assert answer.status_code in statuses, (answer.status_code, answer.text[:300])
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    body = answer.json()
    assert body["status"] == answer.status_code
    assert body["type"].startswith("urn:shopkeeper:problem:")
    assert body["title"]
    assert body["detail"]
    assert "Traceback" not in answer.text
    assert "sqlite" not in answer.text.lower()
