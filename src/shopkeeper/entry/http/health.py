"""Whether the server lives, whether it can serve, and its numbers."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.domain.core.outcome import Fault
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import answers
from shopkeeper.entry.http.problems import problem

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=answers("Health"))
async def healthz() -> Response:
    """The process answers."""
    return json_response({"status": "ok"})


@router.get("/readyz", responses=answers("Health", 503))
async def readyz(request: Request) -> Response:
    """The database answers and the catalog index is open; 503 says which is not."""
    shop = shop_of(request)
    try:
        products = await shop.storage.read(lambda tx: tx.catalog.count())
    except Fault as fault:
        return problem(503, "not_ready", f"The database does not answer: {fault}")
    return json_response({"status": "ready", "products": products, "index_revision": shop.index.revision})


@router.get("/metrics", responses={200: {"description": "Numbers", "content": {"text/plain": {"schema": {"type": "string"}}}}})
async def metrics(request: Request) -> Response:
    """Prometheus text format."""
    return Response(shop_of(request).metrics.text(), media_type="text/plain; version=0.0.4")
