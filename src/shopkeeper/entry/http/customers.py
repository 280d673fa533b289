"""A customer's right to be forgotten."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.app.conversations import token_hash
from shopkeeper.app.erasure import erase_customer
from shopkeeper.domain.core.ids import CustomerId
from shopkeeper.entry.http.conversations import Bearer, bearer, json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/customers", tags=["customers"])


@router.delete("/{customer_id}", openapi_extra=STAFF, responses=answers("Record", 401, 404, 409, 422))
async def erase(customer_id: str, request: Request, authorization: Bearer = None) -> Response:
    """Erase a customer, with the customer's own token or by staff; the answer certifies what went and what the law keeps until when."""
    shop = shop_of(request)
    owned, token = CustomerId(customer_id), bearer(authorization)
    if not await shop.storage.read(lambda tx: _is_own(tx, owned, token)):
        await require_staff(request)
    talks = await shop.storage.read(lambda tx: [state.id for state in tx.conversations.of_customer(owned)])
    certificate = await shop.storage.write(lambda tx: erase_customer(owned, tx, shop.clock.now()))
    for conversation_id in talks:
        await shop.forgetting.forget(conversation_id)
    return json_response(certificate)


def _is_own(tx: Transaction, customer_id: CustomerId, token: str | None) -> bool:
    customer = tx.customers.by_token_hash(token_hash(token)) if token else None
    return customer is not None and customer.id == customer_id
