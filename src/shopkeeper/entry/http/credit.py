"""Staff sells gift cards: the code is shown once, what is on it is looked up by it."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from shopkeeper.app.credit import balance, gift_card, issue
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.payments.credit import code_hash
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/admin/gift-cards", tags=["admin"], dependencies=[Depends(require_staff)])
MADE = {201: {"description": "Made; its code is shown this once", "content": {"application/json": {"schema": {"type": "object"}}}}}
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another."""


class GiftCardIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    amount: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    expires_at: datetime | None = None


class CodeIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    code: Annotated[str, Field(max_length=64)]


def new_code() -> str:
    return "GIFT" + "".join(secrets.choice(LETTERS) for _ in range(12))


@router.post("", status_code=201, openapi_extra=STAFF, responses={**MADE, **answers("Record", 401, 422)})
async def sell(body: GiftCardIn, request: Request) -> Response:
    """A new gift card in the shop's currency. Its code is in this answer and nowhere else."""
    shop = shop_of(request)
    if body.expires_at is not None and body.expires_at.tzinfo is None:
        raise InvalidInput("expires_at", "The moment needs its offset, such as +02:00.", field="/expires_at")
    code = new_code()
    moment = Moment(now=shop.clock.now(), actor="operator")

    def work(tx: Transaction) -> str:
        profile = tx.shop.profile()
        currency = profile.currency if profile else "EUR"
        account = gift_card(code, currency, expires_at=body.expires_at)
        issue(account, Money(minor=body.amount, currency=currency), f"issue:{account.id}", tx, moment)
        return currency

    currency = await shop.storage.write(work)
    return json_response({"code": code, "balance": {"amount": body.amount, "currency": currency}}, status=201)


@router.post("/balance", openapi_extra=STAFF, responses=answers("Record", 401, 404, 422))
async def look(body: CodeIn, request: Request) -> Response:
    """What is on it, and every movement."""

    def work(tx: Transaction) -> object:
        account = tx.credit.by_code(code_hash(body.code))
        if account is None:
            raise InvalidInput("gift_card_not_found", "There is no such gift card.", status=404)
        left = balance(account, tx)
        moved = [
            {"movement": e.movement.value, "amount": e.amount.minor, "at": e.at.isoformat(), "checkout_id": e.subject or None}
            for e in tx.credit.entries(account.id)
        ]
        ends = account.expires_at.isoformat() if account.expires_at else None
        return {"label": account.label, "expires_at": ends, "balance": {"amount": left.minor, "currency": left.currency}, "entries": moved}

    return json_response(await shop_of(request).storage.read(work))
