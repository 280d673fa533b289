"""The shopper's door: conversations, turns, and what happens between turns."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Request
from starlette.responses import Response, StreamingResponse

from shopkeeper.app.conversations import Opening, conversation_json, open_conversation, require_token
from shopkeeper.app.queries.messages import message_of
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.conversation.events import HandoffChanged
from shopkeeper.domain.conversation.message import IncomingMessage, Part
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.ids import ConversationId, derive
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.documented import CONVERSATION_TOKEN, STREAMED, Responses, answers, header_parameter, problem_answers, takes
from shopkeeper.entry.http.limits import too_many_requests
from shopkeeper.entry.http.multipart import read_multipart
from shopkeeper.entry.http.stream import EVENT_STREAM, sse, stream_turn
from shopkeeper.entry.http.wire import CONVERSATION, TURN, ConversationIn
from shopkeeper.ports.idempotency_store import FirstAnswer
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])

REFUSED = (400, 401, 404, 422, 429, 503)
OPENED = answers("Opened", 400, 401, 409, 413, 422, 429, 503, status=201, description="Opened")
ANSWERED = answers("Turn", *REFUSED, 409, 413, 415, description="The answer", streamed=True)
FOLLOWED: Responses = {200: {"description": "What happens between turns", "content": STREAMED}, **problem_answers(*REFUSED)}

IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
Bearer = Annotated[str | None, Header(alias="Authorization", max_length=500, include_in_schema=False)]


def json_response(value: object, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status_code=status, media_type="application/json")


def shop_of(request: Request) -> Shop:
    return request.app.state.shop


def bearer(authorization: str | None) -> str | None:
    scheme, _, token = (authorization or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


@router.post("", status_code=201, openapi_extra=takes("ConversationIn", required=False), responses=OPENED)
async def create_conversation(request: Request, idempotency_key: IdempotencyKey = None) -> Response:
    """Open a conversation. The token in the answer is the only key to it; it is shown once."""
    shop = shop_of(request)
    raw = await request.body()
    asked = CONVERSATION.validate_json(raw) if raw.strip() else ConversationIn()
    fresh = Opening(
        conversation_id=ConversationId(f"cnv_{secrets.token_hex(12)}"),
        token=secrets.token_urlsafe(24),
        locale=asked.locale,
        storefront=asked.storefront,
        customer_token=asked.customer_token,
    )
    digest = digest_of(asked.model_dump())

    def work(tx: Transaction) -> dict[str, object]:
        first = tx.idempotency.get("conversations", idempotency_key) if idempotency_key else None
        if first is not None and first.request_digest != digest:
            raise InvalidInput("idempotency_key_reused", "This Idempotency-Key was used for another request. Send a new key.", status=409)
        if first is not None:
            return dict(first.answer)
        open_conversation(fresh, tx, shop.clock.now())
        answer: dict[str, object] = {"conversation_id": fresh.conversation_id, "token": fresh.token}
        if idempotency_key:
            scope, at = "conversations", shop.clock.now()
            tx.idempotency.save(FirstAnswer(scope=scope, key=idempotency_key, request_digest=digest, answer=answer, at=at))
        return answer

    return json_response(await shop.storage.write(work), 201)


def header(request: Request, name: str, *, most: int) -> str | None:
    """A header by hand: as declared parameters three of them cost a tenth of a turn."""
    value = request.headers.get(name)
    if value is not None and len(value) > most:
        raise InvalidInput("invalid_request", f"/header/{name}: at most {most} characters", field=f"/header/{name}")
    return value


TURN_HEADERS = {"parameters": [header_parameter("Idempotency-Key", most=200), header_parameter("accept")]}


@router.post(
    "/{conversation_id}/turns", openapi_extra={**takes("TurnIn", form=True), **CONVERSATION_TOKEN, **TURN_HEADERS}, responses=ANSWERED
)
async def take_turn(conversation_id: str, request: Request) -> Response:
    """Say something (text, photos, voice, taps) and get the answer; `Accept: text/event-stream` streams it."""
    shop = shop_of(request)
    owned = ConversationId(conversation_id)
    token = bearer(header(request, "Authorization", most=500))
    idempotency_key = header(request, "Idempotency-Key", most=200)
    await shop.storage.read(lambda tx: require_token(tx, owned, token))
    wait_s = request.app.state.turn_buckets.take(owned)
    if wait_s:
        return too_many_requests(wait_s)
    parts = await _parts(request)
    key = idempotency_key or secrets.token_hex(16)
    message = IncomingMessage(conversation_id=owned, idempotency_key=key, parts=parts, received_at=shop.clock.now())
    if EVENT_STREAM in request.headers.get("accept", ""):
        turn_id = derive("trn", owned, key)
        return StreamingResponse(stream_turn(shop, message, turn_id), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})
    turn = await shop.assistant.take_turn(message)
    return json_response(turn.answer)


async def _parts(request: Request) -> tuple[Part, ...]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await read_multipart(request)
    return tuple(part.part() for part in TURN.validate_json(await request.body()).parts)


@router.get("/{conversation_id}", openapi_extra=CONVERSATION_TOKEN, responses=answers("Conversation", *REFUSED))
async def read_conversation(conversation_id: str, request: Request, authorization: Bearer = None) -> Response:
    """The history with cart and checkout as they stand."""
    shop = shop_of(request)
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        return conversation_json(tx, owned, shop.composer, shop.clock.now())

    return json_response(await shop.storage.read(work))


@router.get("/{conversation_id}/trace", openapi_extra=CONVERSATION_TOKEN, responses=answers("Trace", *REFUSED))
async def read_trace(conversation_id: str, request: Request, authorization: Bearer = None) -> Response:
    """Why the assistant did what it did: tier, evidence, verdicts and events of every turn."""
    shop = shop_of(request)
    owned, token = ConversationId(conversation_id), bearer(authorization)

    def work(tx: Transaction) -> object:
        require_token(tx, owned, token)
        turns = [
            {"turn_id": t.id, "at": t.at.isoformat(), "understanding": t.answer.get("understanding"), **t.trace}
            for t in tx.conversations.turns(owned)
        ]
        return {"conversation_id": owned, "turns": turns}

    return json_response(await shop.storage.read(work))


@router.get("/{conversation_id}/events", openapi_extra=CONVERSATION_TOKEN, responses=FOLLOWED)
async def follow_conversation(
    conversation_id: str,
    request: Request,
    authorization: Bearer = None,
    last_event_id: Annotated[str | None, Header(alias="Last-Event-ID", max_length=20)] = None,
) -> Response:
    """What happens between turns, as an event stream: messages said unasked, and the checkout as it changes."""
    shop = shop_of(request)
    owned, token = ConversationId(conversation_id), bearer(authorization)
    await shop.storage.read(lambda tx: require_token(tx, owned, token))
    after = int(last_event_id) if last_event_id and last_event_id.isascii() and last_event_id.isdigit() else None
    return StreamingResponse(_follow(shop, owned, after, request), media_type=EVENT_STREAM, headers={"Cache-Control": "no-store"})


FOLLOW_EVERY_S = 1.0
KEEP_ALIVE_S = 15.0


async def _follow(shop: Shop, conversation_id: ConversationId, after: int | None, request: Request) -> AsyncIterator[bytes]:
    """New unasked messages with their sequence as event id; a comment now and then keeps proxies from hanging up."""
    seen = after if after is not None else await shop.storage.read(lambda tx: _version(tx, conversation_id))
    quiet_s = 0.0
    yield b": hello\n\n"
    while not await request.is_disconnected() and not shop.closing:
        version = await shop.storage.read(lambda tx: _version(tx, conversation_id))
        if version > seen:
            for chunk, sequence in await shop.storage.read(lambda tx, start=seen: _news(shop, tx, conversation_id, start)):
                yield chunk
                seen = max(seen, sequence)
            seen = max(seen, version)
            quiet_s = 0.0
        await asyncio.sleep(FOLLOW_EVERY_S)
        quiet_s += FOLLOW_EVERY_S
        if quiet_s >= KEEP_ALIVE_S:
            quiet_s = 0.0
            yield b": still here\n\n"


def _version(tx: Transaction, conversation_id: ConversationId) -> int:
    state = tx.conversations.get(conversation_id)
    return state.version if state else 0


def _news(shop: Shop, tx: Transaction, conversation_id: ConversationId, after: int) -> list[tuple[bytes, int]]:
    chunks: list[tuple[bytes, int]] = []
    told: list[tuple[bytes, int]] = []
    for recorded in tx.conversations.events(conversation_id, after=after):
        message = message_of(recorded)
        unasked = getattr(recorded.event, "turn_id", "") is None
        if message is not None and unasked:
            chunks.append((sse("message", {"message": message}, event_id=recorded.sequence), recorded.sequence))
        if isinstance(recorded.event, HandoffChanged):
            told.append((sse("handoff", {"handoff": {"state": recorded.event.state.value}}), recorded.sequence))
    if chunks:
        standing = conversation_json(tx, conversation_id, shop.composer, shop.clock.now())
        last = chunks[-1][1]
        if standing["checkout"] is not None:
            chunks.append((sse("checkout", {"checkout": standing["checkout"]}), last))
        chunks.append((sse("standing", {"cart": standing["cart"], "quick_replies": standing["quick_replies"]}), last))
    return [*chunks, *told]
