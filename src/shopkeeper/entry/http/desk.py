"""The operators' API: the queue, taking a conversation, answering in it, giving it back; appointments beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from shopkeeper.app.operator import Desk, act_as_operator
from shopkeeper.app.queries.handoffs import bookings_json, coaching_json, desk_json, queue_json
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import CloseHandoff, OperatorReply, TakeOver, TeachPhoto
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/admin", tags=["admin"], dependencies=[Depends(require_staff)])
RECORD = answers("Record", 401, 404, 409, 422)
Limit = Annotated[int, Query(ge=1, le=500)]


class ReplyIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    text: Annotated[str, Field(min_length=1, max_length=4000)]


class CloseIn(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    resolution: Annotated[str, Field(max_length=2000)] = ""


@router.get("/queue", openapi_extra=STAFF, responses=RECORD)
async def queue(request: Request) -> Response:
    """Who waits for a person, urgent ones first, and who is being helped."""
    shop = shop_of(request)
    return json_response(await shop.storage.read(lambda tx: queue_json(tx, now=shop.clock.now())))


@router.get("/coaching", openapi_extra=STAFF, responses=RECORD)
async def coaching(request: Request, limit: Limit = 100) -> Response:
    """Conversations that were handed over, and why."""
    shop = shop_of(request)
    return json_response(await shop.storage.read(lambda tx: coaching_json(tx, limit=limit, now=shop.clock.now())))


@router.get("/bookings", openapi_extra=STAFF, responses=RECORD)
async def bookings(request: Request, limit: Limit = 50) -> Response:
    shop = shop_of(request)
    return json_response({"bookings": await shop.storage.read(lambda tx: bookings_json(tx, limit=limit, now=shop.clock.now()))})


@router.get("/conversations/{conversation_id}/desk", openapi_extra=STAFF, responses=RECORD)
async def desk(conversation_id: str, request: Request) -> Response:
    """What stands beside the transcript: the ticket, collected slots, returns and appointments."""
    shop, owned = shop_of(request), ConversationId(conversation_id)

    def work(tx: Transaction) -> object:
        if tx.conversations.get(owned) is None:
            raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
        return desk_json(tx, owned, now=shop.clock.now())

    return json_response(await shop.storage.read(work))


@router.post("/conversations/{conversation_id}/take", openapi_extra=STAFF, responses=RECORD)
async def take(conversation_id: str, request: Request) -> Response:
    """Take the conversation over: the assistant is silent until it is given back."""
    return json_response(await at_desk(request, TakeOver(conversation_id=ConversationId(conversation_id)), conversation_id))


@router.post("/conversations/{conversation_id}/reply", openapi_extra=STAFF, responses=RECORD)
async def reply(conversation_id: str, body: ReplyIn, request: Request) -> Response:
    """Answer the shopper; the words reach them by the conversation's event stream."""
    command = OperatorReply(conversation_id=ConversationId(conversation_id), text=body.text)
    return json_response(await at_desk(request, command, conversation_id))


@router.post("/conversations/{conversation_id}/close", openapi_extra=STAFF, responses=RECORD)
async def close(conversation_id: str, body: CloseIn, request: Request) -> Response:
    """Close the ticket and give the conversation back to the assistant."""
    command = CloseHandoff(conversation_id=ConversationId(conversation_id), resolution=body.resolution)
    return json_response(await at_desk(request, command, conversation_id))


async def at_desk(request: Request, command: TakeOver | OperatorReply | CloseHandoff | TeachPhoto, conversation_id: str) -> object:
    """The command, run as an operator; plain facts of what it did."""
    shop = shop_of(request)
    staffed = Desk(gate=shop.gate, announcer=shop.announcer, now=shop.clock.now())
    facts = await shop.storage.write(lambda tx: act_as_operator(command, ConversationId(conversation_id), tx, staffed))
    shop.wake_worker()
    return plain_facts(facts)


def plain_facts(facts: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in facts.items() if isinstance(value, str | int | bool | type(None))}
