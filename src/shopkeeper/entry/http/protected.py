"""The list of marks that staff watch for on shoppers' photos: the API, the console's forms, and the part of a photo a notice is about."""

from __future__ import annotations

import asyncio
import base64
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from shopkeeper.app.protected_marks import stop_watching, watch_for
from shopkeeper.app.queries.noticed import mark_json, marks_json
from shopkeeper.domain.conversation.flag import FlagKind
from shopkeeper.domain.core.ids import FlagId, ProtectedMarkId
from shopkeeper.domain.core.narrow import as_sequence
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.printed.rows import Place
from shopkeeper.entry.http.console import signed_form, signed_in, to_login
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff

api = APIRouter(prefix="/v1/admin/protected-marks", tags=["admin"], dependencies=[Depends(require_staff)])
pages = APIRouter(prefix="/console", include_in_schema=False)
RECORD = answers("Record", 401, 404, 409, 422)
MOST_BASE64 = 8_000_000
PRIVATE = {"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"}


class MarkIn(BaseModel):
    """`picture` is a JPEG, PNG or WebP in base64; a small copy of it is kept."""

    model_config = ConfigDict(extra="forbid", strict=True)
    name: Annotated[str, Field(max_length=200)]
    picture: Annotated[str, Field(max_length=MOST_BASE64)] = ""


@api.get("", openapi_extra=STAFF, responses=RECORD)
async def marks(request: Request) -> Response:
    """Names and pictures that staff are told of when a shopper's photo shows them."""
    return json_response({"marks": await shop_of(request).storage.read(marks_json)})


@api.post("", openapi_extra=STAFF, responses=RECORD)
async def add(body: MarkIn, request: Request) -> Response:
    """Put a mark on the list. Photos that come from now on are looked through for it; nothing is refused over it."""
    try:
        data = base64.b64decode(body.picture, validate=True)
    except ValueError as error:
        raise InvalidInput("base64", "The picture is not valid base64.", field="/picture") from error
    return json_response(await _added(request, body.name, data))


@api.delete("/{mark_id}", openapi_extra=STAFF, responses=RECORD)
async def remove(mark_id: str, request: Request) -> Response:
    """Take a mark off the list."""
    shop = shop_of(request)
    now = shop.clock.now()
    await shop.storage.write(lambda tx: stop_watching(ProtectedMarkId(mark_id), tx, at=now))
    return json_response({"id": mark_id})


@pages.post("/protected-marks")
async def add_on_page(request: Request) -> Response:
    form = await signed_form(request)
    if form is None:
        return to_login()
    upload = form.get("picture")
    data = await upload.read() if isinstance(upload, UploadFile) else b""
    try:
        await _added(request, str(form.get("name", "")), data)
    except InvalidInput as mishap:
        return RedirectResponse(f"/console/photos?error={mishap.code}#marks", status_code=303)
    return RedirectResponse("/console/photos#marks", status_code=303)


@pages.post("/protected-marks/{mark_id}/remove")
async def remove_on_page(mark_id: str, request: Request) -> Response:
    if await signed_form(request) is None:
        return to_login()
    shop = shop_of(request)
    now = shop.clock.now()
    await shop.storage.write(lambda tx: stop_watching(ProtectedMarkId(mark_id), tx, at=now))
    return RedirectResponse("/console/photos#marks", status_code=303)


@pages.get("/flags/{flag_id}/crops/{number}")
async def crop(flag_id: str, number: int, request: Request) -> Response:
    """The part of a shopper's photo that a notice is about, cut when it is looked at: nothing more is kept."""
    if not signed_in(request):
        return to_login()
    shop = shop_of(request)
    flag = await shop.storage.read(lambda tx: tx.flags.get(FlagId(flag_id)))
    places = as_sequence(flag.facts.get("places")) if flag is not None and flag.kind is FlagKind.PHOTO_MARKS else ()
    known = flag is not None and flag.conversation_id is not None and 0 <= number < len(places)
    copy = await shop.media.get(flag.conversation_id, flag.subject) if flag and flag.conversation_id and known else None
    part = await asyncio.to_thread(_cropped, copy, cast("Place", tuple(as_sequence(places[number])))) if copy is not None else None
    if part is None:
        raise InvalidInput("photo_not_found", "There is no such photo, or its time is over.", status=404)
    return Response(part, media_type="image/webp", headers=PRIVATE)


def _cropped(copy: bytes, place: Place) -> bytes | None:
    from shopkeeper.adapters.vision.crops import crop_of

    return crop_of(copy, place)


async def _added(request: Request, name: str, data: bytes) -> object:
    shop = shop_of(request)
    now, picture = shop.clock.now(), ""
    if data:
        kept = await asyncio.to_thread(_small, data) if shop.sees else None
        if kept is None:
            raise InvalidInput("mark_picture", "The picture cannot be read. Send a JPEG, PNG or WebP.", field="/picture")
        picture = base64.b64encode(kept).decode()
    return mark_json(await shop.storage.write(lambda tx: watch_for(name, picture, tx, at=now)))


def _small(data: bytes) -> bytes | None:
    from shopkeeper.adapters.vision.crops import mark_copy

    return mark_copy(data)
