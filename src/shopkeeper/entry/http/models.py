"""The staff API about the language model: what is configured, how it fares, and summaries of conversations."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from shopkeeper.adapters.models.probe import load_reports
from shopkeeper.app.summary import summary_of
from shopkeeper.bootstrap import Shop, model_reports_file
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.staff import require_staff

router = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])


@router.get("/models")
async def models(request: Request) -> Response:
    """The model in use (none = rules only), its circuit breaker, and what its endpoint was found to do."""
    return json_response(model_json(shop_of(request)))


@router.get("/conversations/{conversation_id}/summary")
async def summary(conversation_id: str, request: Request) -> Response:
    """What staff read before they take over; by rules when no model may or can write it."""
    told = await summed_up(ConversationId(conversation_id), shop_of(request))
    if told is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    return json_response(told)


def model_json(shop: Shop) -> Mapping[str, object]:
    """`configured` (None = rules only) and the `reports` of `shopkeeper models --probe`."""
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
    return {"configured": configured, "reports": load_reports(model_reports_file(shop.settings))}


async def summed_up(conversation_id: ConversationId, shop: Shop) -> Mapping[str, object] | None:
    return await summary_of(conversation_id, shop.storage, shop.teller)
