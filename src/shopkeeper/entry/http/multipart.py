"""A turn sent as a form: text fields, files, and JSON parts, in the order they came."""

from __future__ import annotations

import mimetypes
from typing import Literal

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from shopkeeper.domain.conversation.message import Part, TextPart
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.wire import AUDIO_TYPES, MOST_PARTS, MOST_TEXT, TURN, bare_type, media_part

VOICE_NAMES = (".oga", ".opus", ".ogg", ".m4a", ".webm")
"""Endings that not every system knows a media type for; the content decides in the end."""

BAD_FORM = 400
"""How the framework reports a form that makes no sense; what else it raises (a body too large) is not about the form."""


async def read_multipart(request: Request) -> tuple[Part, ...]:
    """Fields named `text` are typed text, `parts` is a JSON turn, files are photos or voice by their media type."""
    try:
        form = await request.form(max_files=MOST_PARTS, max_fields=MOST_PARTS)
    except HTTPException as error:
        if error.status_code != BAD_FORM:
            raise
        raise InvalidInput("invalid_form", f"The form cannot be read: {error.detail}") from error
    parts: list[Part] = []
    try:
        for name, value in form.multi_items():
            parts.extend([await _file(value)] if isinstance(value, UploadFile) else _field(name, value))
    finally:
        await form.close()
    if not 1 <= len(parts) <= MOST_PARTS:
        raise InvalidInput("parts", f"Send between 1 and {MOST_PARTS} parts.", field="/parts")
    return tuple(parts)


def _field(name: str, value: str) -> list[Part]:
    if name == "parts":
        return [part.part() for part in TURN.validate_json('{"parts":' + value + "}").parts]
    if name != "text":
        raise InvalidInput("unknown_field", f"The form field {name!r} is not known; use text, parts, or files.", field=f"/{name}")
    if "\x00" in value or len(value) > MOST_TEXT:
        raise InvalidInput("text", f"Text must not contain NUL and may have {MOST_TEXT} characters.", field="/text")
    return [TextPart(text=value)]


async def _file(upload: UploadFile) -> Part:
    declared = upload.content_type or mimetypes.guess_type(upload.filename or "")[0] or ""
    if declared in ("", "application/octet-stream") and (upload.filename or "").lower().endswith(VOICE_NAMES):
        declared = "audio/ogg"
    kind: Literal["image", "audio"] = "audio" if declared.startswith("audio/") or bare_type(declared) in AUDIO_TYPES else "image"
    return media_part(kind, declared, await upload.read(), upload.filename)
