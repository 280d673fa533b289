"""The payment methods a signed-in customer saved: shown by what may be shown of them, and removed, with the conversation's token."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.app.conversations import require_token
from shopkeeper.app.operator import Desk, act_as_customer
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.policy.command import RemoveSavedMethod
from shopkeeper.entry.http.conversations import Bearer, bearer, json_response, shop_of
from shopkeeper.entry.http.documented import CONVERSATION_TOKEN, answers
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/conversations/{conversation_id}/payment-methods", tags=["conversations"])


@router.get("", openapi_extra=CONVERSATION_TOKEN, responses=answers("Record", 401, 404, 422))
async def read(conversation_id: str, request: Request, authorization: Bearer = None) -> Response:
    """Their ids and labels; the tokens themselves never leave the shop."""
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        return {"payment_methods": _saved(owned, tx)}

    return json_response(await shop_of(request).storage.read(work))


@router.delete("/{method_id}", openapi_extra=CONVERSATION_TOKEN, responses=answers("Record", 401, 404, 409, 422))
async def remove(conversation_id: str, method_id: str, request: Request, authorization: Bearer = None) -> Response:
    """Nothing is paid with it any more; the rest is answered."""
    shop = shop_of(request)
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        act_as_customer(RemoveSavedMethod(method_id=method_id), owned, tx, Desk(shop.gate, shop.announcer, shop.clock.now()))
        return {"payment_methods": _saved(owned, tx)}

    return json_response(await shop.storage.write(work))


def _saved(conversation_id: ConversationId, tx: Transaction) -> list[dict[str, object]]:
    state = tx.conversations.get(conversation_id)
    customer = tx.customers.get(state.customer_id) if state is not None and state.customer_id is not None else None
    return [{"id": method.id, "label": method.label} for method in customer.saved_methods] if customer else []
