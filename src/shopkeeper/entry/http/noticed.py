"""What staff are asked to look at: the API, and the console's page of it with the photos themselves."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from shopkeeper.adapters.metrics.prometheus import MATCH_RATE
from shopkeeper.app.flags import decide_flag
from shopkeeper.app.queries.noticed import flag_json, flags_json, gallery_json, marks_json
from shopkeeper.domain.conversation.flag import FlagStatus
from shopkeeper.domain.core.ids import ConversationId, FlagId, Sku
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import TeachPhoto
from shopkeeper.entry.http.console import page, signed_form, signed_in, to_login
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.desk import at_desk
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff

api = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(prefix="/console", include_in_schema=False)
RECORD = answers("Record", 401, 404, 409, 422)
DIGEST = re.compile(r"[0-9a-f]{64}\Z")
SHOWN = 100
MISHAPS = {
    "mark_name": "Give the mark a name of at least four letters.",
    "mark_picture": "That picture cannot be read. Send a JPEG, PNG or WebP.",
    "marks_full": "The list is full. Take a mark off first.",
    "other": "That could not be done. The page shows how things stand now.",
}


class FlagDecisionIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    decision: Literal["cleared", "upheld"]
    note: Annotated[str, Field(max_length=2000)] = ""


@api.get("/flags", openapi_extra=STAFF, responses=RECORD)
async def flags(request: Request, limit: Annotated[int, Query(ge=1, le=500)] = 100) -> Response:
    """What waits for a look, and what was decided lately."""
    return json_response(await shop_of(request).storage.read(lambda tx: flags_json(tx, limit=limit)))


@api.post("/flags/{flag_id}/decision", openapi_extra=STAFF, responses=RECORD)
async def decide(flag_id: str, body: FlagDecisionIn, request: Request) -> Response:
    """Clear a flag, or uphold it. Nobody is told: what follows from it is decided where it matters (a return, a picture)."""
    shop = shop_of(request)
    status, now = FlagStatus(body.decision), shop.clock.now()
    flag = await shop.storage.write(lambda tx: decide_flag(FlagId(flag_id), status, body.note, tx, at=now))
    return json_response(flag_json(flag))


@api.get("/gallery", openapi_extra=STAFF, responses=RECORD)
async def gallery(request: Request) -> Response:
    """What the shop has learned from confirmed photos, and how often photos are recognized."""
    shop = shop_of(request)
    learned = await shop.storage.read(gallery_json)
    rate = {"match_rate": shop.metrics.match_rate(), "photos": shop.metrics.photos_looked_at, "definition": MATCH_RATE}
    return json_response({**learned, "matching": rate})


@pages.get("/photos")
async def photos(request: Request, error: str | None = None) -> Response:
    if not signed_in(request):
        return to_login()
    shop = shop_of(request)
    found, learned, marks = await shop.storage.read(lambda tx: (flags_json(tx, limit=SHOWN), gallery_json(tx), marks_json(tx)))
    rate = shop.metrics.match_rate()
    matching = {"rate": None if rate is None else round(100 * rate), "photos": shop.metrics.photos_looked_at, "definition": MATCH_RATE}
    said = MISHAPS.get(error, MISHAPS["other"]) if error else None
    return await page(request, "photos", {"flags": found, "gallery": learned, "matching": matching, "marks": marks, "error": said})


@pages.get("/photos/{conversation_id}/{sha256}")
async def photo(conversation_id: str, sha256: str, request: Request) -> Response:
    """The kept copy of a shopper's photo, for staff alone."""
    if not signed_in(request):
        return to_login()
    copy = await shop_of(request).media.get(ConversationId(conversation_id), sha256) if _is_safe(conversation_id, sha256) else None
    if copy is None:
        raise InvalidInput("photo_not_found", "There is no such photo, or its time is over.", status=404)
    return Response(copy, media_type="image/webp", headers={"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"})


@pages.post("/flags/{flag_id}")
async def decide_on_page(flag_id: str, request: Request) -> Response:
    form = await signed_form(request)
    if form is None:
        return to_login()
    shop = shop_of(request)
    status = FlagStatus.UPHELD if form.get("decision") == "upheld" else FlagStatus.CLEARED
    note, now = str(form.get("note", "")).strip()[:2000], shop.clock.now()
    await shop.storage.write(lambda tx: decide_flag(FlagId(flag_id), status, note, tx, at=now))
    return RedirectResponse("/console/photos", status_code=303)


@pages.post("/conversations/{conversation_id}/photos/{sha256}")
async def teach(conversation_id: str, sha256: str, request: Request) -> Response:
    """Staff say what a photo shows; the shop learns from it."""
    form = await signed_form(request)
    if form is None:
        return to_login()
    owned, sku = ConversationId(conversation_id), Sku(str(form.get("sku", "")).strip()[:100])
    place = f"/console/conversations/{conversation_id}"
    try:
        await at_desk(request, TeachPhoto(conversation_id=owned, sha256=sha256, sku=sku), owned)
    except InvalidInput as mishap:
        if mishap.status == 404:
            raise
        return RedirectResponse(f"{place}?error={mishap.code}", status_code=303)
    return RedirectResponse(place, status_code=303)


def _is_safe(conversation_id: str, sha256: str) -> bool:
    return bool(DIGEST.match(sha256)) and bool(re.fullmatch(r"[A-Za-z0-9_-]{1,80}", conversation_id))
