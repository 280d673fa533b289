"""The operator console: server-rendered pages over the same read side as the staff API."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shopkeeper.app.queries.admin import conversation_detail, conversations_json, effects_json, orders_json
from shopkeeper.app.queries.handoffs import coaching_json, desk_json, queue_json
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import CloseHandoff, OperatorReply, TakeOver
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.entry.http.desk import at_desk
from shopkeeper.entry.http.models import model_json, summed_up
from shopkeeper.entry.http.pages import render
from shopkeeper.entry.http.staff import COOKIE, password_holds

router = APIRouter(prefix="/console", include_in_schema=False)
SHOWN = 100


def signed_in(request: Request) -> bool:
    return shop_of(request).staff.cookie_holds(request.cookies.get(COOKIE, ""))


def to_login() -> Response:
    return RedirectResponse("/console/login", status_code=303)


async def page(request: Request, template: str, context: Mapping[str, object]) -> Response:
    shop = shop_of(request)
    profile = await shop.storage.read(lambda tx: tx.shop.profile())
    common = {"shop_name": profile.name if profile else "Shop", "csrf": shop.staff.form_key(), "path": request.url.path}
    return HTMLResponse(render(f"console/{template}.html.jinja", {**common, **context}), headers={"Cache-Control": "no-store"})


@router.get("/login")
async def login_page(request: Request) -> Response:
    return await page(request, "login", {"error": None})


@router.post("/login")
async def login(request: Request) -> Response:
    shop = shop_of(request)
    form = await request.form()
    if not await password_holds(request, str(form.get("password", ""))):
        return await page(request, "login", {"error": "That password is not right."})
    answer = RedirectResponse("/console", status_code=303)
    secure = shop.settings.base_url.startswith("https://")
    answer.set_cookie(COOKIE, shop.staff.cookie(), httponly=True, samesite="strict", secure=secure, path="/")
    return answer


@router.post("/logout")
async def logout() -> Response:
    answer = to_login()
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.get("")
async def overview(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    context = await shop_of(request).storage.read(
        lambda tx: {
            "orders": orders_json(tx, limit=10),
            "conversations": conversations_json(tx, limit=10),
            "effects": effects_json(tx, limit=10),
        }
    )
    return await page(request, "overview", context)


@router.get("/orders")
async def orders(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    return await page(request, "orders", {"orders": await shop_of(request).storage.read(lambda tx: orders_json(tx, limit=SHOWN))})


@router.get("/conversations")
async def conversations(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    found = await shop_of(request).storage.read(lambda tx: conversations_json(tx, limit=SHOWN))
    return await page(request, "conversations", {"conversations": found})


@router.get("/conversations/{conversation_id}")
async def conversation(conversation_id: str, request: Request, error: str | None = None, sum_up: bool = False) -> Response:
    if not signed_in(request):
        return to_login()
    shop, owned = shop_of(request), ConversationId(conversation_id)
    found, beside = await shop.storage.read(lambda tx: (conversation_detail(tx, owned), desk_json(tx, owned, now=shop.clock.now())))
    if found is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    said = MISHAPS.get(error, MISHAPS["other"]) if error else None
    summary = await summed_up(owned, shop) if sum_up else None
    context = {"conversation": found, "desk": beside, "error": said, "summary": summary, "likely": _likely(found)}
    return await page(request, "conversation", context)


def _likely(conversation: Mapping[str, object]) -> tuple[str, ...]:
    """The skus that photos of this conversation were taken for, as the turns understood them."""
    turns = [as_mapping(as_mapping(turn).get("understanding")) for turn in as_sequence(conversation.get("turns"))]
    slots = [as_mapping(slot) for turn in turns for slot in as_sequence(turn.get("slots"))]
    return tuple(dict.fromkeys(str(slot["value"]) for slot in slots if slot.get("source") == "image" and slot.get("name") in SEEN))


SEEN = ("product", "rival")
MISHAPS = {
    "message_unusable": "The answer is empty or too long.",
    "handoff_not_taken": "This conversation is not yours any more.",
    "photo_not_known": "That is no product of this shop, or the photo was not sent here.",
    "other": "That could not be done. The page shows how things stand now.",
}


@router.get("/queue")
async def queue(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    shop = shop_of(request)
    return await page(request, "queue", {"queue": await shop.storage.read(lambda tx: queue_json(tx, now=shop.clock.now()))})


@router.get("/coaching")
async def coaching(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    shop = shop_of(request)
    found = await shop.storage.read(lambda tx: coaching_json(tx, limit=SHOWN, now=shop.clock.now()))
    return await page(request, "coaching", {"coaching": found})


@router.post("/conversations/{conversation_id}/{act}")
async def at_work(conversation_id: str, act: str, request: Request) -> Response:
    """Take over, answer, close: then back to the conversation as it stands."""
    owned = ConversationId(conversation_id)
    form = await signed_form(request)
    if form is None:
        return to_login()
    match act:
        case "take":
            return await _done(request, TakeOver(conversation_id=owned), owned)
        case "reply":
            return await _done(request, OperatorReply(conversation_id=owned, text=str(form.get("text", "")).strip()), owned)
        case "close":
            resolution = str(form.get("resolution", "")).strip()[:2000]
            return await _done(request, CloseHandoff(conversation_id=owned, resolution=resolution), owned)
        case _:
            raise InvalidInput("unknown_action", "There is no such action.", status=404)


async def signed_form(request: Request) -> FormData | None:
    """The form of somebody signed in, sent from one of our own pages; None for everybody else."""
    form = await request.form()
    key = shop_of(request).staff.form_key()
    return form if signed_in(request) and hmac.compare_digest(str(form.get("csrf", "")), key) else None


async def _done(request: Request, command: TakeOver | OperatorReply | CloseHandoff, owned: ConversationId) -> Response:
    place = f"/console/conversations/{quote(owned)}"
    try:
        await at_desk(request, command, owned)
    except InvalidInput as mishap:
        if mishap.status == 404:
            raise
        return RedirectResponse(f"{place}?error={quote(mishap.code)}", status_code=303)
    return RedirectResponse(place, status_code=303)


@router.get("/model")
async def model(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    return await page(request, "model", {"model": model_json(shop_of(request))})


@router.get("/outbox")
async def outbox(request: Request) -> Response:
    if not signed_in(request):
        return to_login()
    return await page(request, "outbox", {"effects": await shop_of(request).storage.read(lambda tx: effects_json(tx, limit=SHOWN))})
