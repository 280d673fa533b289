"""The pretend bank's side of the Agentic Commerce Protocol: a token that pays for one checkout, within an allowance. Test cards only."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import Response

from shopkeeper.domain.core.ids import derive
from shopkeeper.domain.core.money import Money
from shopkeeper.entry.http.acp import MERCHANT
from shopkeeper.entry.http.acp_wire import AcpError, caller_of, invalid, knock, once
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.ports.payments import Allowance
from shopkeeper.ports.storage import Transaction

router = APIRouter(include_in_schema=False)

TEST_CARDS = {"4242424242424242": "tok_visa_approve", "4000000000000002": "tok_visa_decline", "4000002760003184": "tok_visa_stepup"}
"""Numbers that are nobody's. Any other is turned away unread: real cards have no business here."""


class CardIn(BaseModel):
    model_config = ConfigDict(extra="ignore")
    type: Literal["card"]
    number: Annotated[str, Field(max_length=30)] = Field(repr=False)


class AllowanceIn(BaseModel):
    model_config = ConfigDict(extra="ignore")
    reason: Literal["one_time"]
    max_amount: Annotated[int, Field(ge=1, le=100_000_000)]
    currency: Annotated[str, Field(pattern=r"^[A-Za-z]{3}$")]
    checkout_session_id: Annotated[str, Field(min_length=1, max_length=80)]
    merchant_id: Annotated[str, Field(max_length=256)]
    expires_at: datetime


class DelegateIn(BaseModel):
    model_config = ConfigDict(extra="ignore")
    payment_method: CardIn
    allowance: AllowanceIn
    metadata: dict[str, str] = {}


@router.post("/sandbox/agentic_commerce/delegate_payment")
async def delegate(request: Request) -> Response:
    """201 with the token's id; 404 where the sandbox is not in use."""
    shop = shop_of(request)
    bank = shop.bank
    if bank is None:
        raise AcpError(404, "not_found", "There is no pretend bank here.")
    knocked = await knock(request, caller_of(request))
    try:
        asked = DelegateIn.model_validate(knocked.body)
    except ValidationError as error:
        raise invalid(error) from error
    method, given = TEST_CARDS.get(asked.payment_method.number), asked.allowance
    if method is None:
        raise AcpError(422, "invalid_card", "The sandbox takes its test numbers only.", param="$.payment_method.number")
    if given.merchant_id != MERCHANT or given.expires_at.tzinfo is None:
        param = "$.allowance.merchant_id" if given.merchant_id != MERCHANT else "$.allowance.expires_at"
        raise AcpError(422, "invalid", "The allowance is for another merchant, or its end has no offset.", param=param)
    allowance = Allowance(
        max_amount=Money(minor=given.max_amount, currency=given.currency.upper()),
        checkout_id=given.checkout_session_id,
        expires_at=given.expires_at,
    )

    def work(_: Transaction) -> dict[str, object]:
        token = bank.delegate(method, allowance, derive("acp", knocked.scope, knocked.key))
        created = shop.clock.now().isoformat()
        return {"id": token, "created": created, "metadata": {**asked.metadata, "merchant_id": MERCHANT, "idempotency_key": knocked.key}}

    return await once(request, knocked, 201, work)
