"""The doors to an order's invoice and credit notes: for whoever holds the conversation or the link, and for staff."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, Response

from shopkeeper.app.conversations import require_token
from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.queries.invoice_view import invoice_json, page_json
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.core.ids import ConversationId, OrderNumber
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.invoices.invoice import Invoice
from shopkeeper.domain.orders.order import Order
from shopkeeper.entry.http.console import signed_in, to_login
from shopkeeper.entry.http.conversations import Bearer, bearer, json_response, shop_of
from shopkeeper.entry.http.documented import CONVERSATION_TOKEN, STAFF, answers
from shopkeeper.entry.http.pages import render
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

api = APIRouter(tags=["conversations"])
admin = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(include_in_schema=False)
RECORD = answers("Record", 401, 404, 422)
RIGHT_TO_LEFT = ("ar", "ur")
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
WORDS = ("order", "issued", "supplied", "to", "what", "quantity", "each", "amount", "total", "rate", "net", "tax", "gross", "paid", "back",
         "corrects", "vat_id", "tax_number", "print", "added", "untaxed")  # fmt: skip


@api.get("/v1/conversations/{conversation_id}/orders/{number}/invoice", openapi_extra=CONVERSATION_TOKEN, responses=RECORD)
async def read(conversation_id: str, number: str, request: Request, authorization: Bearer = None) -> Response:
    """Invoice and credit notes of an order of this conversation or its customer, and the `url` of the page to print."""
    shop, owned, token = shop_of(request), ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> tuple[Order, Sequence[Invoice], str]:
        require_token(tx, owned, token)
        state, order = tx.conversations.get(owned), tx.orders.get(OrderNumber(number))
        mine = state is not None and order is not None and (
            order.conversation_id == owned or (state.customer_id is not None and order.customer_id == state.customer_id)
        )  # fmt: skip
        if order is None or not mine:
            raise _none()
        return order, settle_papers(order.number, tx, shop.clock.now()), state.language if state is not None else "en"

    order, papers, locale = await shop.storage.write(work)
    found = [invoice_json(paper, shop.phrases, locale) for paper in papers]
    return json_response({"order_number": order.number, "papers": found, "url": shop.papers.path(order) if papers else None})


@admin.get("/orders/{number}/invoice", openapi_extra=STAFF, responses=RECORD)
async def read_as_staff(number: str, request: Request) -> Response:
    shop = shop_of(request)
    _, papers, locale = await _papers(shop, OrderNumber(number))
    return json_response({"order_number": number, "papers": [invoice_json(paper, shop.phrases, locale) for paper in papers]})


@admin.get("/invoices", openapi_extra=STAFF, responses=answers("Record", 401, 422))
async def series(request: Request) -> Response:
    """The newest papers of the whole series, for the books."""
    shop = shop_of(request)
    papers = await shop.storage.read(lambda tx: tx.invoices.recent(limit=500))
    return json_response({"papers": [invoice_json(paper, shop.phrases, "en") for paper in papers]})


@pages.get("/orders/{number}/invoice/{key}")
async def page(number: str, key: str, request: Request) -> Response:
    """Whoever has the link may print it. A link ends with the data of its customer."""
    shop = shop_of(request)
    order = await shop.storage.read(lambda tx: tx.orders.get(OrderNumber(number)))
    if order is None or not hmac.compare_digest(key.encode(), shop.papers.key(order).encode()):
        raise _none()
    return await _page(shop, order.number)


@pages.get("/console/orders/{number}/invoice")
async def staff_page(number: str, request: Request) -> Response:
    return await _page(shop_of(request), OrderNumber(number)) if signed_in(request) else to_login()


async def _page(shop: Shop, number: OrderNumber) -> Response:
    _, papers, locale = await _papers(shop, number)
    profile = await shop.storage.read(lambda tx: tx.shop.profile())
    if not papers or profile is None:
        raise _none()
    words = {name: shop.phrases.word(f"invoice.{name}", locale=locale) for name in WORDS}
    context = {
        "papers": page_json(papers, shop.phrases, locale, profile.zone),
        "t": words,
        "lang": locale,
        "dir": "rtl" if locale in RIGHT_TO_LEFT else "ltr",
        "shop_name": profile.name,
        "accent": profile.accent,
    }
    return HTMLResponse(render("invoice/invoice.html.jinja", context), headers=PRIVATE)


async def _papers(shop: Shop, number: OrderNumber) -> tuple[Order, Sequence[Invoice], str]:
    """With the language its shopper speaks."""

    def work(tx: Transaction) -> tuple[Order, Sequence[Invoice], str]:
        order, profile = tx.orders.get(number), tx.shop.profile()
        if order is None or profile is None:
            raise _none()
        state = tx.conversations.get(order.conversation_id) if order.conversation_id is not None else None
        customer = tx.customers.get(order.customer_id) if order.customer_id is not None else None
        locale = state.language if state is not None else (customer.locale if customer is not None else None) or profile.language
        return order, settle_papers(number, tx, shop.clock.now()), locale

    return await shop.storage.write(work)


def _none() -> InvalidInput:
    return InvalidInput("invoice_not_found", "There is no invoice here. An order has one once it is paid.", status=404)
