"""The staff API about the language model: what is configured, how it fares, and summaries of conversations."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from shopkeeper.adapters.models.probe import load_reports
from shopkeeper.app.summary import summary_of
from shopkeeper.bootstrap import model_reports_file
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.staff import require_staff

router = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])


@router.get("/models")
async def models(request: Request) -> Response:
    """The model in use (none = rules only), its circuit breaker, and what its endpoint was found to do."""
    shop = shop_of(request)
    booster = shop.booster
    configured = None
    if booster is not None:
        day = f"day:{shop.clock.now().date().isoformat()}"
        configured = {
            "model": booster.asker.model_name,
            "url": shop.settings.model_url,
            "uses": sorted(booster.uses),
            "breaker": booster.breaker.state.value,
            "tokens_today": booster.ledger.spent(day),
            "tokens_per_day": shop.settings.model_tokens_per_day,
        }
    return json_response({"configured": configured, "reports": load_reports(model_reports_file(shop.settings))})


@router.get("/conversations/{conversation_id}/summary")
async def summary(conversation_id: str, request: Request) -> Response:
    """What staff read before they take over; by rules when no model may or can write it."""
    shop = shop_of(request)
    asker = shop.booster.asker if shop.booster is not None and "summary" in shop.booster.uses else None
    told = await summary_of(ConversationId(conversation_id), shop.storage, asker, shop.metrics)
    if told is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    return json_response(told)
