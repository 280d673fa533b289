"""The desk's doors to returns: which there are, deciding on one, and taking in what was sent back; as an API and as a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from shopkeeper.app.operator import Desk, act_on_record
from shopkeeper.app.queries.handoffs import returns_json
from shopkeeper.app.queries.product_view import money_json
from shopkeeper.domain.core.ids import RmaNumber
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import DecideReturn, ReceiveReturn
from shopkeeper.entry.http.console import SHOWN, page, signed_form, signed_in, to_login
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.credit import new_code
from shopkeeper.entry.http.desk import plain_facts
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

api = APIRouter(prefix="/v1/admin/returns", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(prefix="/console/returns", include_in_schema=False)
RECORD = answers("Record", 401, 404, 409, 422)

PROBLEMS = {
    "return_too_late": "That return was decided or taken in meanwhile.",
    "exchange_not_paid": "The other goods cost more. Collect the difference first and tick that it was paid.",
    "exchange_sold_out": "The other goods are gone. Reject the exchange and agree on something else with the shopper.",
    "refund_not_taken_yet": "The money of this order is not taken yet, so it cannot go onto a gift card. Try again once it was.",
}
OTHER = "That could not be done. The page shows how things stand now."


class DecisionIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    approve: bool
    note: Annotated[str, Field(max_length=2000)] = ""


class ArrivalIn(BaseModel):
    """`collected`: what an exchange for dearer goods costs more was paid. `note` is told to the shopper where it is not accepted."""

    model_config = ConfigDict(extra="forbid", strict=True)
    accepted: bool
    note: Annotated[str, Field(max_length=500)] = ""
    to: Literal["original", "gift_card"] = "original"
    collected: bool = False


@api.get("", openapi_extra=STAFF, responses=RECORD)
async def returns(request: Request, limit: Annotated[int, Query(ge=1, le=500)] = 50) -> Response:
    return json_response({"returns": await shop_of(request).storage.read(lambda tx: returns_json(tx, limit=limit))})


@api.post("/{number}/decision", openapi_extra=STAFF, responses=RECORD)
async def decide(number: str, body: DecisionIn, request: Request) -> Response:
    """Approve or reject a return, or overturn a rejection; the shopper is told in their conversation."""
    return json_response(await _at_desk(request, DecideReturn(number=RmaNumber(number), approve=body.approve, note=body.note)))


@api.post("/{number}/arrived", openapi_extra=STAFF, responses=RECORD)
async def arrived(number: str, body: ArrivalIn, request: Request) -> Response:
    """What was sent back is here. `accepted`: the money goes back now, once; `gift_card`: onto a new one, its code only in this answer."""
    return json_response(await _take_in(request, RmaNumber(number), body))


async def _take_in(request: Request, number: RmaNumber, body: ArrivalIn) -> Mapping[str, object]:
    code = new_code() if body.to == "gift_card" and body.accepted else None
    command = ReceiveReturn(number=number, accepted=body.accepted, note=body.note, collected=body.collected, card_code=code)
    done = await _at_desk(request, command)
    return {**done, "gift_card_code": code if done.get("onto_card") else None}


async def _at_desk(request: Request, command: DecideReturn | ReceiveReturn) -> Mapping[str, object]:
    """Plain facts of what it did; `refund` only where money went back."""
    shop = shop_of(request)
    staffed = Desk(gate=shop.gate, announcer=shop.announcer, now=shop.clock.now())

    def work(tx: Transaction) -> Mapping[str, object]:
        if tx.returns.get(command.number) is None:
            raise InvalidInput("return_not_found", "There is no such return.", status=404)
        facts = act_on_record(command, tx, staffed)
        refund = facts.get("refund")
        return {**plain_facts(facts), "refund": money_json(refund) if isinstance(refund, Money) and refund else None}

    done = await shop.storage.write(work)
    shop.wake_worker()
    return done


# Pages


@pages.get("")
async def returns_page(request: Request, said: bool = False, problem: str = "") -> Response:
    if not signed_in(request):
        return to_login()
    return await _page(request, said=said, problem=problem)


async def _page(request: Request, *, said: bool = False, problem: str = "", code: str = "") -> Response:
    found = await shop_of(request).storage.read(lambda tx: returns_json(tx, limit=SHOWN))
    wrong = PROBLEMS.get(problem, OTHER) if problem else ""
    return await page(request, "returns", {"returns": found, "said": said, "problem": wrong, "code": code})


@pages.post("/{number}")
async def at_work(number: str, request: Request) -> Response:
    """Approve, reject, or take in what has arrived; then the list as it stands."""
    form = await signed_form(request)
    if form is None:
        return to_login()
    rma, act = RmaNumber(number), str(form.get("act", ""))
    try:
        if act in ("approve", "reject"):
            await _at_desk(request, DecideReturn(number=rma, approve=act == "approve"))
            return RedirectResponse("/console/returns?said=true", status_code=303)
        to: Literal["original", "gift_card"] = "gift_card" if form.get("to") == "gift_card" else "original"
        note, paid = str(form.get("note", "")).strip()[:500], form.get("collected") == "on"
        done = await _take_in(request, rma, ArrivalIn(accepted=act == "accept", note=note, to=to, collected=paid))
    except InvalidInput as no:
        return RedirectResponse(f"/console/returns?problem={quote(no.code)}", status_code=303)
    if done["gift_card_code"]:
        # Shown this once, and in no address that a browser or a log would keep.
        return await _page(request, said=True, code=str(done["gift_card_code"]))
    return RedirectResponse("/console/returns?said=true", status_code=303)
