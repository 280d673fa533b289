"""Staff says who is told of events, changes secrets, sees what could not be delivered and sends it again."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from shopkeeper.adapters.callbacks.http import checked_url
from shopkeeper.adapters.signing.standard_webhooks import PREFIX
from shopkeeper.app.callbacks.relay import DELIVER
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint, Secret
from shopkeeper.domain.core.ids import EffectId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault
from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import STAFF, answers
from shopkeeper.entry.http.staff import require_staff
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.storage import Transaction

router = APIRouter(prefix="/v1/admin/callbacks", tags=["admin"], dependencies=[Depends(require_staff)])
RECORD = answers("Record", 401, 404, 422)
MADE = {201: {"description": "Made; its secret is shown this once", "content": {"application/json": {"schema": {"type": "object"}}}}}
Kind = Annotated[str, Field(max_length=64, pattern=r"^[a-z_]+(\.[a-z_]+)*$")]
MOST_ENDPOINTS = 50


class EndpointIn(BaseModel):
    """`events` are types (`order.placed`) or beginnings of them (`order`); none = all."""

    model_config = ConfigDict(extra="forbid", strict=True)
    url: Annotated[str, Field(max_length=2000)]
    events: Annotated[list[Kind], Field(max_length=50)] = []


@router.get("", openapi_extra=STAFF, responses=RECORD)
async def endpoints(request: Request) -> Response:
    shop = shop_of(request)
    found = await shop.storage.read(lambda tx: tx.callbacks.endpoints())
    return json_response({"endpoints": [_shown(endpoint) for endpoint in found]})


@router.post("", status_code=201, openapi_extra=STAFF, responses={**MADE, **answers("Record", 401, 409, 422)})
async def add(body: EndpointIn, request: Request) -> Response:
    """A new endpoint. Its secret is in this answer and nowhere else."""
    shop = shop_of(request)
    try:
        checked_url(body.url, allow_private=shop.settings.callbacks_to_private)
    except PermanentFault as error:
        raise InvalidInput("callback_address", str(error).partition(": ")[2], field="/url") from error
    secret, now = _fresh(), shop.clock.now()
    endpoint = CallbackEndpoint(
        id=f"cbk_{secrets.token_hex(8)}", url=body.url, secrets=(Secret(value=secret, since=now),), events=tuple(body.events)
    )

    def work(tx: Transaction) -> None:
        if len(tx.callbacks.endpoints()) >= MOST_ENDPOINTS:
            raise InvalidInput("callbacks_many", f"There are {MOST_ENDPOINTS} endpoints already. Remove one first.", status=409)
        tx.callbacks.save(endpoint)
        tx.audit.append(AuditEntry(at=now, actor="operator", action="callback.added", subject=endpoint.id, facts={"url": body.url}))

    await shop.storage.write(work)
    return json_response({**_shown(endpoint), "secret": secret}, status=201)


@router.post("/{endpoint_id}/secret", openapi_extra=STAFF, responses=RECORD)
async def rotate(endpoint_id: str, request: Request) -> Response:
    """A new secret; events are signed with the old one too for a day."""
    shop = shop_of(request)
    secret, now = _fresh(), shop.clock.now()

    def work(tx: Transaction) -> CallbackEndpoint:
        rotated = _known(tx, endpoint_id).rotate(secret, now)
        tx.callbacks.save(rotated)
        tx.audit.append(AuditEntry(at=now, actor="operator", action="callback.rotated", subject=endpoint_id, facts={}))
        return rotated

    return json_response({**_shown(await shop.storage.write(work)), "secret": secret})


@router.delete("/{endpoint_id}", status_code=204, openapi_extra=STAFF, responses=answers("Record", 401, 404))
async def remove(endpoint_id: str, request: Request) -> Response:
    shop = shop_of(request)

    def work(tx: Transaction) -> None:
        _known(tx, endpoint_id)
        tx.callbacks.remove(endpoint_id)
        tx.audit.append(AuditEntry(at=shop.clock.now(), actor="operator", action="callback.removed", subject=endpoint_id, facts={}))

    await shop.storage.write(work)
    return Response(status_code=204)


@router.get("/dead", openapi_extra=STAFF, responses=RECORD)
async def dead(request: Request, limit: Annotated[int, Query(ge=1, le=500)] = 100) -> Response:
    """What could not be delivered; `replay` sends it again."""
    found = await shop_of(request).storage.read(lambda tx: tx.outbox.in_status(EffectStatus.DEAD, limit=10_000))
    letters = [_letter(effect) for effect in found if effect.kind == DELIVER]
    return json_response({"dead": letters[:limit]})


@router.post("/deliveries/{delivery_id}/replay", openapi_extra=STAFF, responses=RECORD)
async def replay(delivery_id: str, request: Request) -> Response:
    """Send a delivery again, under the same event id."""
    shop = shop_of(request)

    def work(tx: Transaction) -> QueuedEffect:
        effect = tx.outbox.get(EffectId(delivery_id)) if "\x00" not in delivery_id else None
        if effect is None or effect.kind != DELIVER:
            raise InvalidInput("delivery_not_found", "There is no such delivery.", status=404)
        again = replace(effect, status=EffectStatus.PENDING, due_at=shop.clock.now(), attempts=0, last_error=None)
        if effect.status in (EffectStatus.DEAD, EffectStatus.SETTLED):
            tx.outbox.finish(again)
            entry = AuditEntry(at=shop.clock.now(), actor="operator", action="callback.replayed", subject=delivery_id, facts={})
            tx.audit.append(entry)
        return again

    queued = await shop.storage.write(work)
    shop.wake_worker()
    return json_response(_letter(queued))


def _known(tx: Transaction, endpoint_id: str) -> CallbackEndpoint:
    found = tx.callbacks.get(endpoint_id) if "\x00" not in endpoint_id else None
    if found is None:
        raise InvalidInput("callback_not_found", "There is no such endpoint.", status=404)
    return found


def _fresh() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def _shown(endpoint: CallbackEndpoint) -> Mapping[str, object]:
    valid = [{"since": s.since.isoformat(), "until": s.until.isoformat() if s.until else None} for s in endpoint.secrets]
    return {"id": endpoint.id, "url": endpoint.url, "events": list(endpoint.events), "active": endpoint.active, "secrets": valid}


def _letter(effect: QueuedEffect) -> Mapping[str, object]:
    event = as_mapping(effect.body.get("event"))
    return {
        "delivery_id": effect.id,
        "endpoint_id": effect.body.get("endpoint_id"),
        "event_id": event.get("id"),
        "type": event.get("type"),
        "subject": event.get("subject"),
        "status": effect.status.value,
        "attempts": effect.attempts,
        "last_error": effect.last_error,
    }
