"""Request shapes of the public contract, parsed once at the door."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from shopkeeper.domain.conversation.message import ActionPart, MediaPart, Part, TextPart
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput

MOST_PARTS = 16
MOST_TEXT = 8_000
IMAGE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/gif")
AUDIO_TYPES = (
    *("audio/webm", "audio/ogg", "audio/opus", "audio/mpeg", "audio/mp3", "audio/mp4", "audio/m4a", "audio/x-m4a", "audio/aac"),
    *("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "audio/flac", "application/ogg", "video/webm"),
)
"""What browsers and messengers call a voice note; the last two are how some name OGG and WebM files without a picture in them."""


def _no_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("text must not contain NUL characters")
    return text


Text = Annotated[str, AfterValidator(_no_nul)]


class Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class TextPartIn(Wire):
    type: Literal["text"]
    text: Annotated[Text, Field(max_length=MOST_TEXT)]

    def part(self) -> Part:
        return TextPart(text=self.text)


class MediaPartIn(Wire):
    """`data` is base64 of the file."""

    type: Literal["image", "audio"]
    media_type: Annotated[Text, Field(max_length=100)]
    data: str
    file_name: Annotated[Text, Field(max_length=255)] | None = None

    def part(self) -> Part:
        try:
            data = base64.b64decode(self.data, validate=True)
        except (binascii.Error, ValueError) as error:
            raise InvalidInput("invalid_base64", f"The {self.type} part's data is not valid base64.", field="/parts") from error
        return media_part(self.type, self.media_type, data, self.file_name)


class ActionPartIn(BaseModel):
    """A tap: `action` and its fields beside it (see reply-blocks)."""

    model_config = ConfigDict(extra="allow")
    type: Literal["action"]
    action: Annotated[Text, Field(max_length=64, pattern=r"^[a-z_]+$")]

    def part(self) -> Part:
        fields: dict[str, Any] = dict(self.model_extra or {})
        check_plain(fields)
        return ActionPart(action=self.action, fields=fields)


PartIn = Annotated[TextPartIn | MediaPartIn | ActionPartIn, Field(discriminator="type")]


class TurnIn(Wire):
    parts: Annotated[list[PartIn], Field(min_length=1, max_length=MOST_PARTS)]


class ConversationIn(Wire):
    locale: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)] | None = None
    customer_token: Annotated[Text, Field(max_length=200)] | None = None
    storefront: Annotated[Text, Field(max_length=64, pattern=r"^[\w-]+$")] | None = None


TURN = TypeAdapter(TurnIn)
CONVERSATION = TypeAdapter(ConversationIn)


def bare_type(media_type: str) -> str:
    """`audio/webm;codecs=opus` is `audio/webm`."""
    return media_type.split(";", maxsplit=1)[0].strip().lower()


def media_part(kind: Literal["image", "audio"], media_type: str, data: bytes, file_name: str | None) -> MediaPart:
    """A media part of a type this shop accepts. Raises InvalidInput (415) for any other, (422) for an empty file."""
    bare = bare_type(media_type)
    accepted = IMAGE_TYPES if kind == "image" else AUDIO_TYPES
    if bare not in accepted:
        raise InvalidInput(
            "unsupported_media_type", f"{bare or 'No media type'} is not accepted; send one of {', '.join(accepted)}.", status=415
        )
    if not data:
        raise InvalidInput("empty_file", f"The {kind} is empty.", field="/parts")
    return MediaPart(type=kind, media_type=bare, data=data, file_name=file_name)


MOST_DEPTH = 4
MOST_FIELDS = 32


def check_plain(value: object, depth: int = 0) -> None:
    """Taps carry small plain values; anything deep or huge is refused."""
    if depth > MOST_DEPTH:
        raise InvalidInput("action_too_deep", "An action's fields may be nested four deep.", field="/parts")
    if isinstance(value, dict):
        fields = as_mapping(cast("object", value))
        if len(fields) > MOST_FIELDS:
            raise InvalidInput("action_too_large", f"An action may have {MOST_FIELDS} fields.", field="/parts")
        for key, inner in fields.items():
            check_plain(key, depth + 1)
            check_plain(inner, depth + 1)
    elif isinstance(value, list):
        for inner in as_sequence(cast("object", value))[: MOST_FIELDS + 1]:
            check_plain(inner, depth + 1)
    elif isinstance(value, str) and (len(value) > MOST_TEXT or "\x00" in value):
        raise InvalidInput("action_text", "An action's text is too long or contains NUL.", field="/parts")
