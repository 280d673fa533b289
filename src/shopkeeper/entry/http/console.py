"""The operator console: server-rendered pages over the same read side as the staff API."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shopkeeper.app.queries.admin import conversation_detail, conversations_json, effects_json, orders_json
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.entry.http.pages import render
from shopkeeper.entry.http.staff import COOKIE, password_holds

router = APIRouter(prefix="/console", include_in_schema=False)
SHOWN = 100


def _signed_in(request: Request) -> bool:
    return shop_of(request).staff.cookie_holds(request.cookies.get(COOKIE, ""))


def _to_login() -> Response:
    return RedirectResponse("/console/login", status_code=303)


async def _page(request: Request, template: str, context: Mapping[str, object]) -> Response:
    shop = shop_of(request)
    profile = await shop.storage.read(lambda tx: tx.shop.profile())
    common = {"shop_name": profile.name if profile else "Shop", "csrf": shop.staff.form_key(), "path": request.url.path}
    return HTMLResponse(render(f"console/{template}.html.jinja", {**common, **context}), headers={"Cache-Control": "no-store"})


@router.get("/login")
async def login_page(request: Request) -> Response:
    return await _page(request, "login", {"error": None})


@router.post("/login")
async def login(request: Request) -> Response:
    shop = shop_of(request)
    form = await request.form()
    if not await password_holds(request, str(form.get("password", ""))):
        return await _page(request, "login", {"error": "That password is not right."})
    answer = RedirectResponse("/console", status_code=303)
    secure = shop.settings.base_url.startswith("https://")
    answer.set_cookie(COOKIE, shop.staff.cookie(), httponly=True, samesite="strict", secure=secure, path="/")
    return answer


@router.post("/logout")
async def logout() -> Response:
    answer = _to_login()
    answer.delete_cookie(COOKIE, path="/")
    return answer


@router.get("")
async def overview(request: Request) -> Response:
    if not _signed_in(request):
        return _to_login()
    context = await shop_of(request).storage.read(
        lambda tx: {
            "orders": orders_json(tx, limit=10),
            "conversations": conversations_json(tx, limit=10),
            "effects": effects_json(tx, limit=10),
        }
    )
    return await _page(request, "overview", context)


@router.get("/orders")
async def orders(request: Request) -> Response:
    if not _signed_in(request):
        return _to_login()
    return await _page(request, "orders", {"orders": await shop_of(request).storage.read(lambda tx: orders_json(tx, limit=SHOWN))})


@router.get("/conversations")
async def conversations(request: Request) -> Response:
    if not _signed_in(request):
        return _to_login()
    found = await shop_of(request).storage.read(lambda tx: conversations_json(tx, limit=SHOWN))
    return await _page(request, "conversations", {"conversations": found})


@router.get("/conversations/{conversation_id}")
async def conversation(conversation_id: str, request: Request) -> Response:
    if not _signed_in(request):
        return _to_login()
    found = await shop_of(request).storage.read(lambda tx: conversation_detail(tx, ConversationId(conversation_id)))
    if found is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    return await _page(request, "conversation", {"conversation": found})


@router.get("/outbox")
async def outbox(request: Request) -> Response:
    if not _signed_in(request):
        return _to_login()
    return await _page(request, "outbox", {"effects": await shop_of(request).storage.read(lambda tx: effects_json(tx, limit=SHOWN))})
