"""The desk's doors to the money of an order: what was paid, parts given back, lines not handed over; as an API and as a page."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Header, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from shopkeeper.app.commands.drop_lines import Drop, drop_lines
from shopkeeper.app.commands.fulfill_order import Fulfilled, NotDone, RefuseReason
from shopkeeper.app.moment import Moment
from shopkeeper.app.operator import Desk, act_on_record
from shopkeeper.app.queries.order_money import order_money_json
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.core.ids import LineId, OrderNumber
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import RefundOrder
from shopkeeper.entry.http.board import carry_out, told
from shopkeeper.entry.http.console import page, signed_form, signed_in, to_login
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.credit import new_code
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

api = APIRouter(prefix="/v1/admin/orders/{number}", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(prefix="/console/orders/{number}", include_in_schema=False)
RECORD = answers("Record", 401, 404, 409, 422)
MOST = 100_000_000

Key = Annotated[str | None, Header(alias="Idempotency-Key", min_length=8, max_length=128, pattern=r"^[\w.-]+$")]
Count = Annotated[int, Field(ge=1, le=100_000)]

PROBLEMS = {
    "refund_over_left": "That is more than is left of what was paid.",
    "refund_over_limit": "That is more than one person may give back of an order. The owner can do it at the payment provider.",
    "refund_not_possible": "Enter an amount of more than nothing, in the currency of the order.",
    "refund_not_taken_yet": "The money of this order is not taken yet, so it cannot go onto a gift card. Try again once it was.",
    "order_canceled": "This order is canceled already.",
    "too_late": "Some of it was handed over already. A return is the way.",
    "nothing_to_drop": "None of that is left to be taken off.",
    "money_gone": "The money of this order went back already.",
    "amount": "Write the amount as on a receipt, such as 4.80.",
}


class RefundIn(BaseModel):
    """`amount` in minor units of the order's currency."""

    model_config = ConfigDict(extra="forbid", strict=True)
    amount: Annotated[int, Field(ge=1, le=MOST)]
    to: Literal["original", "gift_card"] = "original"


class ShortLine(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    line_id: Annotated[str, Field(min_length=1, max_length=64)]
    quantity: Count


class ShortIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    lines: Annotated[list[ShortLine], Field(min_length=1, max_length=200)]
    reason: RefuseReason


@api.get("/money", openapi_extra=STAFF, responses=RECORD)
async def money(number: str, request: Request) -> Response:
    """What paid how much, what went back and what still can."""
    return json_response(await shop_of(request).storage.read(lambda tx: _money(OrderNumber(number), tx)))


@api.post("/refund", openapi_extra=STAFF, responses=RECORD)
async def refund(number: str, body: RefundIn, request: Request, key: Key = None) -> Response:
    """Give a part back within the shop's limits, once per Idempotency-Key; `gift_card`: onto a new one, its code only in this answer."""
    if key is None:
        raise InvalidInput("idempotency_key_needed", "Send an Idempotency-Key header, so that nothing is given back twice.", status=422)
    return json_response(await _refund(shop_of(request), OrderNumber(number), body, key))


@api.post("/short", openapi_extra=STAFF, responses=RECORD)
async def short(number: str, body: ShortIn, request: Request) -> Response:
    """Lines that cannot be handed over: they are not charged, or given back, and the shopper is told with the arithmetic."""
    lines = tuple((LineId(line.line_id), line.quantity) for line in body.lines)
    done = await _shorten(shop_of(request), Drop(number=OrderNumber(number), lines=lines, reason=body.reason))
    if isinstance(done, NotDone) and done.code in PROBLEMS:
        raise InvalidInput(done.code, PROBLEMS[done.code], status=409)
    told(done)
    return json_response(await shop_of(request).storage.read(lambda tx: _money(OrderNumber(number), tx)))


def _money(number: OrderNumber, tx: Transaction) -> Mapping[str, object]:
    return order_money_json(_order(number, tx), tx)


def _order(number: OrderNumber, tx: Transaction) -> Order:
    order = tx.orders.get(number)
    if order is None:
        raise InvalidInput("order_unknown", "There is no such order here.", status=404)
    return order


async def _refund(shop: Shop, number: OrderNumber, body: RefundIn, key: str) -> Mapping[str, object]:
    code = new_code() if body.to == "gift_card" else None

    def work(tx: Transaction) -> Mapping[str, object]:
        command = RefundOrder(
            number=number, amount=Money(minor=body.amount, currency=_order(number, tx).quote.currency), key=key, card_code=code
        )
        facts = act_on_record(command, tx, Desk(shop.gate, shop.announcer, shop.clock.now()))
        again = bool(facts.get("again"))
        return {**_money(number, tx), "again": again, "gift_card_code": None if again else code}

    done = await shop.storage.write(work)
    shop.wake_worker()
    return done


async def _shorten(shop: Shop, drop: Drop) -> Fulfilled | NotDone:
    def work(tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
        return drop_lines(drop, tx, moment)

    return await carry_out(shop, work)


# Pages


@pages.get("")
async def order_page(number: str, request: Request, said: str = "", problem: str = "") -> Response:
    if not signed_in(request):
        return to_login()
    return await _page(OrderNumber(number), request, {"said": said[:200], "problem": PROBLEMS.get(problem, ""), "code": ""})


async def _page(number: OrderNumber, request: Request, said: Mapping[str, object]) -> Response:
    found = await shop_of(request).storage.read(lambda tx: _money(number, tx))
    context = {"order": found, "key": secrets.token_hex(12), "reasons": [reason.value for reason in RefuseReason]}
    return await page(request, "order", {**context, **said})


@pages.post("")
async def order_act(number: str, request: Request) -> Response:
    signed = await signed_form(request)
    if signed is None:
        return to_login()
    shop, form = shop_of(request), {name: str(value) for name, value in signed.items()}
    step = _refund_from if form.get("act") == "refund" else _short_from
    try:
        told_as = await step(form, shop, OrderNumber(number))
    except InvalidInput as no:
        told_as = {"problem": no.code}
    if "code" in told_as:
        # Shown this once, and in no address that a browser or a log would keep.
        return await _page(OrderNumber(number), request, {"problem": "", **told_as})
    return RedirectResponse(f"/console/orders/{number}?" + urlencode(told_as), status_code=303)


async def _refund_from(form: Mapping[str, str], shop: Shop, number: OrderNumber) -> dict[str, str]:
    minor = _minor(form.get("amount", ""))
    if minor is None:
        return {"problem": "amount"}
    to: Literal["original", "gift_card"] = "gift_card" if form.get("to") == "gift_card" else "original"
    done = await _refund(shop, number, RefundIn(amount=minor, to=to), form.get("key", "")[:64] or secrets.token_hex(12))
    code = done.get("gift_card_code")
    return {"said": "The money is given back and the shopper is told.", **({"code": str(code)} if code else {})}


async def _short_from(form: Mapping[str, str], shop: Shop, number: OrderNumber) -> dict[str, str]:
    wanted = ((name.removeprefix("line:"), value) for name, value in form.items() if name.startswith("line:"))
    lines = tuple((LineId(line), int(value)) for line, value in wanted if value.isdecimal() and 0 < int(value) <= MOST)
    reason = RefuseReason(form["reason"]) if form.get("reason") in tuple(RefuseReason) else RefuseReason.OTHER
    done = await _shorten(shop, Drop(number=number, lines=lines, reason=reason))
    return {"problem": done.code} if isinstance(done, NotDone) else {"said": "Taken off; the shopper is told with the arithmetic."}


def _minor(text: str) -> int | None:
    """ "4.80" or "4,80" as minor units; only currencies with two decimals are sold in from here."""
    whole, _, rest = text.strip().replace(",", ".").partition(".")
    if not (whole.isdecimal() and (rest == "" or (rest.isdecimal() and len(rest) <= 2))):
        return None
    minor = int(whole) * 100 + int(rest.ljust(2, "0") or 0)
    return minor if 0 < minor <= MOST else None
