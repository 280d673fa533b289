"""Talking to the shop from a terminal, in process or over HTTP, always through the public contract."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import typer

from shopkeeper.entry.cli.output import Failed, say_json


def talk(text: str | None, *, url: str | None, customer_token: str | None, locale: str, as_json: bool) -> None:
    asyncio.run(_talk(text, url=url, customer_token=customer_token, locale=locale, as_json=as_json))


async def _talk(text: str | None, *, url: str | None, customer_token: str | None, locale: str, as_json: bool) -> None:
    async with _client(url) as client:
        opened = _read(await client.post("/v1/conversations", json={"locale": locale, "customer_token": customer_token}))
        path = f"/v1/conversations/{opened['conversation_id']}/turns"
        client.headers["Authorization"] = f"Bearer {opened['token']}"
        if text is not None:
            _show(await _turn(client, path, text), as_json)
            return
        typer.echo("Say something; an empty line ends it.")
        while line := typer.prompt("you", default="", show_default=False).strip():
            _show(await _turn(client, path, line), as_json)


async def _turn(client: httpx.AsyncClient, path: str, text: str) -> dict[str, Any]:
    headers = {"Idempotency-Key": uuid.uuid4().hex}
    return _read(await client.post(path, json={"parts": [{"type": "text", "text": text}]}, headers=headers))


def _read(answer: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    if answer.is_error:
        raise Failed(str(body.get("detail", answer.text)))
    return body


def _show(turn: dict[str, Any], as_json: bool) -> None:
    typer.echo(f"shop: {turn['reply']['text']}")
    for block in turn["reply"]["blocks"]:
        for line in _lines(block):
            typer.echo(f"      {line}")
    if as_json:
        say_json(turn)


def _lines(block: dict[str, Any]) -> list[str]:
    """A block in plain text: enough to follow a sale."""
    match block["type"]:
        case "products" | "comparison":
            return [f"- {item['title']} {item['variant_label']} · {item['stock']['text']}" for item in block["items"]]
        case "choices":
            return [f"[{n}] {choice['label']} {choice['detail'] or ''}" for n, choice in enumerate(block["choices"], 1)]
        case "cart":
            return [f"{line['quantity']} × {line['title']} {line['variant_label']}" for line in block["cart"]["lines"]]
        case "checkout":
            rows = [f"{row['display_text']}: {row['amount'] / 100:.2f}" for row in block["checkout"]["totals"]]
            return [*rows, *([f"pay: {block['checkout']['continue_url']}"] if block["checkout"]["continue_url"] else [])]
        case "citation":
            return [f"“{block['text'].strip()}” ({block['title']})"]
        case "notice":
            return [block["text"]]
        case _:
            return []


@asynccontextmanager
async def _client(url: str | None) -> AsyncGenerator[httpx.AsyncClient]:
    if url is not None:
        async with httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) as client:
            yield client
        return
    from shopkeeper.bootstrap import open_shop
    from shopkeeper.entry.http.app import create_app
    from shopkeeper.settings import load_settings

    settings = load_settings()
    app = create_app(settings, lambda: open_shop(settings, background=False))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
            yield client
