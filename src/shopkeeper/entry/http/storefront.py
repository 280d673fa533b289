"""The shop window's door, and what a client may know before anything else."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from shopkeeper.app.queries.storefront import categories_json, product_json, products_json
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import Responses, answers, problem_answers, schema

router = APIRouter(tags=["storefront"])

CATEGORIES: Responses = {
    200: {
        "description": "In shop order",
        "content": {"application/json": {"schema": {"type": "array", "items": schema("ShelfCategory")["schema"]}}},
    },
    **problem_answers(422),
}

Locale = Annotated[str, Query(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
Short = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]


@router.get("/", include_in_schema=False)
async def home() -> Response:
    return RedirectResponse("/web/storefront/index.html")


@router.get("/v1/capabilities", responses=answers("Capabilities"))
async def capabilities(request: Request) -> Response:
    """What this server can take, and what the shop is called."""
    shop = shop_of(request)
    profile = await shop.storage.read(lambda tx: tx.shop.profile())
    about = {"name": profile.name, "accent": profile.accent, "currency": profile.currency} if profile else None
    senses = {"images": shop.sees, "audio": shop.hears, "speech": shop.voice is not None}
    return json_response({**senses, "locales": list(shop.phrases.languages()), "shop": about})


@router.get("/v1/storefront/categories", responses=CATEGORIES)
async def categories(request: Request, locale: Locale = "en") -> Response:
    return json_response(await shop_of(request).storage.read(lambda tx: categories_json(tx, locale)))


@router.get("/v1/storefront/products", responses=answers("Shelf", 422))
async def products(request: Request, locale: Locale = "en", category: Short = None, q: Short = None, cursor: Short = None) -> Response:
    shop = shop_of(request)
    page = await shop.storage.read(
        lambda tx: products_json(tx, shop.index, shop.phrases, locale=locale, category=category, query=q, cursor=cursor)
    )
    return json_response(page)


@router.get("/v1/storefront/products/{product_id}", responses=answers("ProductDetail", 404, 422))
async def product(product_id: str, request: Request, locale: Locale = "en") -> Response:
    shop = shop_of(request)
    found = await shop.storage.read(lambda tx: product_json(tx, shop.phrases, product_id, locale))
    if found is None:
        raise InvalidInput("product_not_found", "There is no such product.", status=404)
    return json_response(found)
