"""What the shop may buy for a signed-in customer: listed, and taken back, with the conversation's token."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.app.conversations import require_token
from shopkeeper.app.operator import Desk, act_as_customer
from shopkeeper.app.queries.mandate_view import mandate_json
from shopkeeper.domain.core.ids import ConversationId, MandateId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import RevokeMandate
from shopkeeper.entry.http.conversations import Bearer, bearer, json_response, shop_of
from shopkeeper.entry.http.documented import CONVERSATION_TOKEN, answers
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/conversations/{conversation_id}/mandates", tags=["conversations"])


@router.get("", openapi_extra=CONVERSATION_TOKEN, responses=answers("Record", 401, 404, 422))
async def read(conversation_id: str, request: Request, authorization: Bearer = None) -> Response:
    """All of the customer's, newest first, with their limits and what they were used for."""
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        state = tx.conversations.get(owned)
        found = tx.mandates.of_customer(state.customer_id) if state is not None and state.customer_id is not None else ()
        return {"mandates": [mandate_json(one) for one in found]}

    return json_response(await shop_of(request).storage.read(work))


@router.delete("/{mandate_id}", openapi_extra=CONVERSATION_TOKEN, responses=answers("Record", 401, 404, 409, 422))
async def revoke(conversation_id: str, mandate_id: str, request: Request, authorization: Bearer = None) -> Response:
    """Nothing more is bought under it. Revoking twice is revoking once."""
    shop = shop_of(request)
    owned, token, wanted = ConversationId(conversation_id), bearer(authorization), MandateId(mandate_id)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        acted = act_as_customer(RevokeMandate(mandate_id=wanted), owned, tx, Desk(shop.gate, shop.announcer, shop.clock.now()))
        mandate = tx.mandates.get(MandateId(str(acted["mandate_id"])))
        if mandate is None:
            raise InvalidInput("mandate_unknown", "There is no such mandate.", status=404)
        return mandate_json(mandate)

    return json_response(await shop.storage.write(work))
