"""The branch's doors: its order board and its till, as an API for other tills and as pages of the console."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shopkeeper.app.commands.fulfill_order import (
    Fulfilled,
    NotDone,
    RefuseReason,
    accept,
    hand_over,
    make_ready,
    mark_delivered,
    refuse,
    send_off,
)
from shopkeeper.app.commands.refuse_shipment import refuse_shipment
from shopkeeper.app.commands.substitute_line import Instead, substitute_line
from shopkeeper.app.moment import Moment
from shopkeeper.app.queries.board import board_json
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.core.ids import LineId, OrderNumber, Sku, StoreId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.decision import ShowOrder
from shopkeeper.entry.http.buckets import Buckets
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.limits import TooManyRequests
from shopkeeper.entry.http.pages import render
from shopkeeper.entry.http.staff import COOKIE, require_staff
from shopkeeper.ports.storage import Transaction

api = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(prefix="/console", include_in_schema=False)
RECORD = answers("Record", 401, 404, 409, 422, 429)
WRONG_CODES_PER_MINUTE = 6
"""At one branch; a right code costs nothing."""

StoreName = Annotated[str, Field(max_length=64, pattern=r"^[\w-]+$")]
PROBLEMS = {
    "order_unknown": ("There is no such order here.", 404),
    "code_unknown": ("No order with this code is waiting here.", 404),
    "code_ambiguous": ("Several orders have this code: give the order number as well.", 409),
    "not_ready": ("This order is not ready yet.", 409),
    "handed_over_already": ("This order was handed over already.", 409),
    "needs_code": ("What is picked up is handed over against its code, at the till.", 409),
    "not_in_this_order": ("That step does not follow on where the order is now.", 409),
    "substitute_not_wished": ("The shopper did not wish anything instead. Take it off the order, or ask them.", 409),
    "substitute_ask_first": ("The shopper wants to be asked first. Ask, then send it again as agreed.", 409),
    "substitute_other": ("That is not what the shopper would take instead.", 409),
    "substitute_unfit": ("That cannot be given here: it asks for an older buyer, or it is not declared free of what they must avoid.", 409),
    "substitute_gone": ("There is not enough of that on the shelf here.", 409),
    "money_gone": ("The money of this order went back already.", 409),
    "too_late": ("Part of this order has left already; a return is the way.", 409),
}
SAID = {"accept": "accepted", "ready": "ready", "send": "sent off", "refuse": "refused", "substitute": "changed as wished"}


def till_buckets() -> Buckets:
    return Buckets(WRONG_CODES_PER_MINUTE, burst=WRONG_CODES_PER_MINUTE)


class StepIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    shipment: Annotated[int, Field(ge=0, le=100)] = 0


class RefuseIn(BaseModel):
    """Without `shipment` the whole order."""

    model_config = ConfigDict(extra="forbid")
    reason: RefuseReason
    shipment: Annotated[int | None, Field(ge=0, le=100)] = None


class InsteadIn(BaseModel):
    """`agreed`: the shopper was asked and said yes."""

    model_config = ConfigDict(extra="forbid")
    shipment: Annotated[int, Field(ge=0, le=100)] = 0
    line_id: Annotated[str, Field(min_length=1, max_length=64)]
    sku: Annotated[str, Field(min_length=1, max_length=64)]
    agreed: bool = False


class CodeIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    store_id: StoreName
    code: Annotated[str, Field(pattern=r"^(\d{1,12}-)?\d{6}$")]
    """Six digits, or what the QR code holds: order number, dash, six digits."""


@api.get("/board", openapi_extra=STAFF, responses=RECORD)
async def board(request: Request, store_id: Annotated[StoreName | None, Query()] = None) -> Response:
    """What a branch (or all of them) has to do, soonest promise first."""
    shop = shop_of(request)
    return json_response(await shop.storage.read(lambda tx: board_json(tx, StoreId(store_id) if store_id else None, shop.clock.now())))


@api.post("/orders/{number}/accept", openapi_extra=STAFF, responses=RECORD)
async def accept_order(number: str, body: StepIn, request: Request) -> Response:
    return await _answer(request, lambda tx, moment: accept(OrderNumber(number), body.shipment, tx, moment))


@api.post("/orders/{number}/ready", openapi_extra=STAFF, responses=RECORD)
async def ready_order(number: str, body: StepIn, request: Request) -> Response:
    return await _answer(request, lambda tx, moment: make_ready(OrderNumber(number), body.shipment, tx, moment))


@api.post("/orders/{number}/send", openapi_extra=STAFF, responses=RECORD)
async def send_order(number: str, body: StepIn, request: Request) -> Response:
    """A courier or carrier takes it; what is picked up goes over `/till/hand-over`."""
    return await _answer(request, lambda tx, moment: send_off(OrderNumber(number), body.shipment, tx, moment))


@api.post("/orders/{number}/delivered", openapi_extra=STAFF, responses=RECORD)
async def delivered_order(number: str, body: StepIn, request: Request) -> Response:
    """The courier or carrier says that it arrived: for a carrier's own webhook, or by hand."""
    return await _answer(request, lambda tx, moment: mark_delivered(OrderNumber(number), body.shipment, tx, moment))


@api.post("/orders/{number}/refuse", openapi_extra=STAFF, responses=RECORD)
async def refuse_order(number: str, body: RefuseIn, request: Request) -> Response:
    """Goods and times are free again, money held is given back, the shopper is told why; of one shipment only what it gives."""

    def work(tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
        if body.shipment is None:
            return refuse(OrderNumber(number), body.reason, tx, moment)
        return refuse_shipment(OrderNumber(number), body.shipment, body.reason, tx, moment)

    return await _answer(request, work)


@api.post("/orders/{number}/substitute", openapi_extra=STAFF, responses=RECORD)
async def substitute(number: str, body: InsteadIn, request: Request) -> Response:
    """Give something else for a line that is missing, as the shopper wished; never dearer, and what it costs less goes back."""
    instead = Instead(
        number=OrderNumber(number), shipment=body.shipment, line_id=LineId(body.line_id), sku=Sku(body.sku), agreed=body.agreed
    )
    return await _answer(request, lambda tx, moment: substitute_line(instead, tx, moment))


@api.post("/till/hand-over", openapi_extra=STAFF, responses=RECORD)
async def till(body: CodeIn, request: Request) -> Response:
    """Hand an order over against its pickup code, once. Wrong codes are limited per branch."""
    return json_response(told(await _checked(request, body.store_id, body.code)))


async def _answer(request: Request, work: Callable[[Transaction, Moment], Fulfilled | NotDone]) -> Response:
    return json_response(told(await carry_out(shop_of(request), work)))


def told(done: Fulfilled | NotDone) -> Mapping[str, object]:
    if isinstance(done, NotDone):
        detail, status = PROBLEMS.get(done.code, ("That is not possible.", 409))
        raise InvalidInput(done.code, detail, status=status)
    work = done.work
    return {
        "number": done.order.number,
        "shipment": work.shipment,
        "stage": work.stage.value,
        "status": done.order.status.value,
        "again": done.again,
    }


async def carry_out(shop: Shop, work: Callable[[Transaction, Moment], Fulfilled | NotDone]) -> Fulfilled | NotDone:
    """The step and the words for the shopper, in one transaction; effects it queued are run soon."""
    moment = Moment(now=shop.clock.now(), actor="operator")

    def step(tx: Transaction) -> Fulfilled | NotDone:
        done = work(tx, moment)
        if isinstance(done, Fulfilled) and done.says and done.order.conversation_id is not None:
            show = (ShowOrder(number=done.order.number),)
            shop.announcer.announce(tx, done.order.conversation_id, done.says, (), turn_id=None, now=moment.now, shows=show)
        return done

    done = await shop.storage.write(step)
    shop.wake_worker()
    return done


async def _checked(request: Request, store_id: str, code: str) -> Fulfilled | NotDone:
    """Raises TooManyRequests where too many wrong codes were tried at this branch."""
    wrong: Buckets = request.app.state.till_buckets
    if wait_s := wrong.take(store_id):
        raise TooManyRequests(wait_s)
    number, _, digits = code.rpartition("-")
    named = OrderNumber(number) if number else None
    done = await carry_out(shop_of(request), lambda tx, moment: hand_over(digits, StoreId(store_id), tx, moment, number=named))
    if not isinstance(done, NotDone) or done.code != "code_unknown":
        wrong.give_back(store_id)
    return done


# Pages


def _signed_in(request: Request) -> bool:
    return shop_of(request).staff.cookie_holds(request.cookies.get(COOKIE, ""))


def _page(request: Request, template: str, context: Mapping[str, object]) -> Response:
    common = {"csrf": shop_of(request).staff.form_key(), "path": request.url.path}
    return HTMLResponse(render(f"console/{template}.html.jinja", {**common, **context}), headers={"Cache-Control": "no-store"})


async def _context(request: Request, store_id: str) -> dict[str, object]:
    shop = shop_of(request)

    def work(tx: Transaction) -> dict[str, object]:
        profile = tx.shop.profile()
        chosen = StoreId(store_id) if store_id else None
        return {"shop_name": profile.name if profile else "Shop", "board": board_json(tx, chosen, shop.clock.now())}

    return {**await shop.storage.read(work), "reasons": [reason.value for reason in RefuseReason], "store_id": store_id}


@pages.get("/board")
async def board_page(request: Request, store: str = "", part: bool = False, said: str = "", problem: str = "") -> Response:
    if not _signed_in(request):
        return RedirectResponse("/console/login", status_code=303)
    context = {**await _context(request, store), "said": said[:200], "problem": PROBLEMS.get(problem, ("", 0))[0]}
    return _page(request, "board_cards" if part else "board", context)


@pages.post("/board")
async def board_step(request: Request) -> Response:
    form = await _form(request)
    if form is None:
        return RedirectResponse("/console/login", status_code=303)
    number, shipment = OrderNumber(form.get("number", "")), int(form["shipment"]) if form.get("shipment", "").isdecimal() else 0
    step = "substitute" if form.get("instead") else form.get("step", "")

    def work(tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
        match step:
            case "accept":
                return accept(number, shipment, tx, moment)
            case "ready":
                return make_ready(number, shipment, tx, moment)
            case "send":
                return send_off(number, shipment, tx, moment)
            case "refuse" if form.get("reason") in tuple(RefuseReason):
                return refuse_shipment(number, shipment, RefuseReason(form["reason"]), tx, moment)
            case "substitute":
                line_id, _, sku = form.get("instead", "").partition("|")
                return substitute_line(Instead(number=number, shipment=shipment, line_id=LineId(line_id), sku=Sku(sku)), tx, moment)
            case _:
                return NotDone(code="not_in_this_order")

    done = await carry_out(shop_of(request), work)
    told = {"problem": done.code} if isinstance(done, NotDone) else {"said": f"Order {number} is {SAID[step]}."}
    return RedirectResponse("/console/board?" + urlencode({"store": form.get("store", ""), **told}), status_code=303)


@pages.get("/till")
async def till_page(request: Request, store: str = "") -> Response:
    if not _signed_in(request):
        return RedirectResponse("/console/login", status_code=303)
    return _page(request, "till", {**await _context(request, store), "done": None, "problem": ""})


@pages.post("/till")
async def till_step(request: Request) -> Response:
    form = await _form(request)
    if form is None:
        return RedirectResponse("/console/login", status_code=303)
    store, code = form.get("store", "")[:64], "".join(char for char in form.get("code", "") if char.isdigit() or char == "-")[:24]
    problem, done = "", None
    try:
        handed = await _checked(request, store, code)
        done = told(handed)
    except InvalidInput as no:
        problem = no.detail
    except TooManyRequests:
        problem = "Too many wrong codes. Wait a moment and try again."
    return _page(request, "till", {**await _context(request, store), "done": done, "problem": problem})


async def _form(request: Request) -> dict[str, str] | None:
    """The posted fields of a signed-in page of ours; None otherwise."""
    if not _signed_in(request):
        return None
    form = {name: str(value) for name, value in (await request.form()).items()}
    return form if hmac.compare_digest(form.get("csrf", ""), shop_of(request).staff.form_key()) else None
