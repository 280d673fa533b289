"""The staff API: read what happened, change prices and stock, move orders on. Everything needs a staff session or token."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from shopkeeper.app.queries.admin import conversation_detail, conversations_json, effects_json, orders_json
from shopkeeper.app.queries.proof_bundle import proof_bundle
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import ConversationId, OrderNumber, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])
RECORD = answers("Record", 401, 404, 422)
Limit = Annotated[int, Query(ge=1, le=500)]


class PriceIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    amount: Annotated[int, Field(ge=0, le=10_000_000)]


class StockIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    store_id: Annotated[str, Field(max_length=64, pattern=r"^[\w-]+$")]
    quantity: Annotated[int, Field(ge=0, le=10_000_000)]


@router.get("/orders", openapi_extra=STAFF, responses=RECORD)
async def orders(request: Request, limit: Limit = 50) -> Response:
    return json_response({"orders": await shop_of(request).storage.read(lambda tx: orders_json(tx, limit=limit))})


@router.get("/orders/{number}/proof", openapi_extra=STAFF, responses=RECORD)
async def proof(number: str, request: Request) -> Response:
    """The signed proof bundle of a sale, for `shopkeeper verify`."""
    shop = shop_of(request)
    bundle = await shop.storage.read(lambda tx: proof_bundle(OrderNumber(number), tx, shop.signer, now=shop.clock.now()))
    if bundle is None:
        raise InvalidInput("order_not_found", "There is no order with this number.", status=404)
    return json_response(bundle)


@router.get("/conversations", openapi_extra=STAFF, responses=RECORD)
async def conversations(request: Request, limit: Limit = 50) -> Response:
    return json_response({"conversations": await shop_of(request).storage.read(lambda tx: conversations_json(tx, limit=limit))})


@router.get("/conversations/{conversation_id}", openapi_extra=STAFF, responses=RECORD)
async def conversation(conversation_id: str, request: Request) -> Response:
    found = await shop_of(request).storage.read(lambda tx: conversation_detail(tx, ConversationId(conversation_id)))
    if found is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    return json_response(found)


@router.get("/effects", openapi_extra=STAFF, responses=RECORD)
async def effects(request: Request, limit: Limit = 50) -> Response:
    return json_response(await shop_of(request).storage.read(lambda tx: effects_json(tx, limit=limit)))


@router.get("/audit", openapi_extra=STAFF, responses=RECORD)
async def audit(request: Request) -> Response:
    """Checks the whole audit chain: how many entries it has, and its head."""

    def work(tx: Transaction) -> object:
        entries, head = tx.audit.verify()
        return {"entries": entries, "head": head}

    return json_response(await shop_of(request).storage.read(work))


@router.post("/sweep", openapi_extra=STAFF, responses=RECORD)
async def sweep(request: Request) -> Response:
    """Run the sweep now; every repair it made is in the answer."""
    report = await shop_of(request).sweep()
    repairs = [{"kind": r.kind, "subject": r.subject, "detail": r.detail} for r in report.repairs]
    return json_response({"repairs": repairs, "effects_run": report.effects_run})


@router.post("/skus/{sku}/price", openapi_extra=STAFF, responses=RECORD)
async def set_price(sku: str, body: PriceIn, request: Request) -> Response:
    """Change a price. Open quotes keep theirs until they are paid or priced again, and are never charged a higher one unasked."""
    shop = shop_of(request)

    def work(tx: Transaction) -> None:
        _known(tx, sku)
        profile = tx.shop.profile()
        tx.catalog.set_price(Sku(sku), Money(minor=body.amount, currency=profile.currency if profile else "EUR"))
        tx.audit.append(AuditEntry(at=shop.clock.now(), actor="operator", action="price.set", subject=sku, facts={"amount": body.amount}))

    await shop.storage.write(work)
    return json_response({"sku": sku, "amount": body.amount})


@router.post("/skus/{sku}/stock", openapi_extra=STAFF, responses=RECORD)
async def set_stock(sku: str, body: StockIn, request: Request) -> Response:
    """Set what a store has on hand."""
    shop = shop_of(request)

    def work(tx: Transaction) -> None:
        _known(tx, sku)
        if body.store_id not in {store.id for store in tx.shop.stores()}:
            raise InvalidInput("store_not_found", "There is no such store.", status=404)
        tx.stock.set_on_hand(Sku(sku), StoreId(body.store_id), body.quantity)
        facts = {"store": body.store_id, "quantity": body.quantity}
        tx.audit.append(AuditEntry(at=shop.clock.now(), actor="operator", action="stock.set", subject=sku, facts=facts))

    await shop.storage.write(work)
    return json_response({"sku": sku, "store_id": body.store_id, "quantity": body.quantity})


def _known(tx: Transaction, sku: str) -> None:
    if "\x00" in sku or not tx.catalog.products_of([Sku(sku)]):
        raise InvalidInput("sku_not_found", "There is no such sku.", status=404)
