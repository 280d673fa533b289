"""A turn as a stream of server-sent events: accepted, pieces of text, blocks, then the whole answer."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import orjson
import structlog

from shopkeeper.bootstrap import Shop
from shopkeeper.domain.conversation.message import IncomingMessage
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput, TransientFault, UnknownOutcome
from shopkeeper.entry.http.problems import UNKNOWN

log = structlog.get_logger()
EVENT_STREAM = "text/event-stream"
PIECE = re.compile(r"\S+\s*")


def sse(event: str, value: object, *, event_id: int | None = None) -> bytes:
    head = f"id: {event_id}\n" if event_id is not None else ""
    return f"{head}event: {event}\ndata: ".encode() + orjson.dumps(value) + b"\n\n"


async def stream_turn(shop: Shop, message: IncomingMessage, turn_id: str) -> AsyncIterator[bytes]:
    """Errors after the first byte become `event: problem`, since the status line is gone by then."""
    yield sse("accepted", {"turn_id": turn_id})
    try:
        turn = await shop.assistant.take_turn(message)
    except InvalidInput as error:
        yield sse("problem", {"status": error.status, "title": error.code, "detail": error.detail})
        return
    except TransientFault:
        yield sse("problem", {"status": 503, "title": "busy", "detail": "The shop is busy. Send the same message again in a moment."})
        return
    except UnknownOutcome:
        yield sse("problem", {"status": 503, "title": "unknown outcome", "detail": UNKNOWN})
        return
    except Exception as error:
        log.error("stream.surprise", exc_info=error)
        yield sse("problem", {"status": 500, "title": "internal", "detail": "Something broke on our side. You can send it again."})
        return
    reply = as_mapping(turn.answer.get("reply"))
    for piece in PIECE.findall(str(reply.get("text", ""))):
        yield sse("delta", {"text": piece})
    for block in as_sequence(reply.get("blocks")):
        yield sse("block", block)
    yield sse("turn", turn.answer)
