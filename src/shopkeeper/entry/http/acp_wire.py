"""What the Agentic Commerce Protocol's doors have in common: who calls, which version, flat errors, and one answer for each key."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from fastapi import FastAPI, Request
from pydantic import ValidationError
from starlette.responses import JSONResponse, Response

from shopkeeper.app.queries.acp_view import VERSION
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import bearer, shop_of
from shopkeeper.ports.idempotency_store import FirstAnswer
from shopkeeper.ports.storage import Transaction

LONGEST_KEY = 255
MOST_BYTES = 200_000


class AcpError(Exception):
    """Told as ACP's flat error object."""

    def __init__(
        self, status: int, code: str, message: str, *, param: str | None = None, kind: str = "invalid_request", **more: object
    ) -> None:
        super().__init__(code)
        self.status = status
        told = {"type": kind, "code": code, "message": message, **({"param": param} if param else {}), **more}
        self.body: Mapping[str, object] = told


def install(app: FastAPI) -> None:
    @app.exception_handler(AcpError)
    async def flat(request: Request, error: AcpError) -> Response:
        return JSONResponse(dict(error.body), status_code=error.status, headers=_echoed(request))


def read_keys(words: tuple[str, ...]) -> Mapping[str, str]:
    """`name:key` -> key hashes by name. Raises InvalidInput for what is not one, or is too short to be secret."""
    keys: dict[str, str] = {}
    for word in words:
        name, _, key = word.partition(":")
        if not name.isidentifier() or len(key) < 16:
            raise InvalidInput("acp_keys", "SHOPKEEPER_ACP_KEYS holds name:key, the key with 16 characters or more.")
        keys[name] = sha256(key.encode()).hexdigest()
    return keys


def caller_of(request: Request) -> str:
    """The assistant's name. Raises AcpError (401), (400) for another version."""
    version = request.headers.get("api-version")
    if version != VERSION:
        code = "missing_api_version" if version is None else "unsupported_api_version"
        raise AcpError(400, code, f"Send API-Version: {VERSION}.", supported_versions=[VERSION])
    given = sha256((bearer(request.headers.get("authorization")) or "").encode()).hexdigest()
    keys = cast("Mapping[str, str]", request.app.state.acp_keys)
    name = next((name for name, known in keys.items() if hmac.compare_digest(known, given)), None)
    if name is None:
        raise AcpError(401, "unauthorized", "Send a key that this shop gave you as Authorization: Bearer <key>.")
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock:
    """One POST: `body` as sent, and the key under which its first answer is kept."""

    scope: str
    key: str
    digest: str
    body: Mapping[str, object]
    raw: bytes


async def knock(request: Request, caller: str) -> Knock:
    key = request.headers.get("idempotency-key", "")
    if not key:
        raise AcpError(400, "idempotency_key_required", "Idempotency-Key header is required on all POST requests.")
    if len(key) > LONGEST_KEY:
        raise AcpError(400, "invalid", f"Idempotency-Key has at most {LONGEST_KEY} characters.")
    raw = await request.body()
    try:
        read: object = json.loads(raw) if raw.strip() else {}
    except ValueError:
        raise AcpError(400, "invalid", "The body is not JSON.") from None
    if not isinstance(read, dict) or len(raw) > MOST_BYTES:
        raise AcpError(400, "invalid", "The body must be a JSON object of ordinary size.")
    body = cast("Mapping[str, object]", read)
    return Knock(scope=f"acp:{caller}:{request.url.path}", key=key, digest=digest_of(_whole(body)), body=body, raw=raw)


def _whole(value: object) -> object:
    """Numbers that are equal are one: 1.0 is 1."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else str(value)
    if isinstance(value, dict):
        return {str(name): _whole(one) for name, one in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_whole(one) for one in cast("list[object]", value)]
    return value


def first_answer(knocked: Knock, tx: Transaction) -> Mapping[str, object] | None:
    """Raises AcpError (422) for a key that was used with another body."""
    first = tx.idempotency.get(knocked.scope, knocked.key)
    if first is None:
        return None
    if first.request_digest != knocked.digest:
        raise AcpError(422, "idempotency_conflict", "Idempotency-Key was used with a different request body.")
    return first.answer


def keep_answer(knocked: Knock, status: int, body: Mapping[str, object], tx: Transaction, request: Request) -> None:
    answer = {"status": status, "body": dict(body)}
    at = shop_of(request).clock.now()
    tx.idempotency.save(FirstAnswer(scope=knocked.scope, key=knocked.key, request_digest=knocked.digest, answer=answer, at=at))


async def once(request: Request, knocked: Knock, status: int, work: Callable[[Transaction], Mapping[str, object]]) -> Response:
    """Do it and keep its answer in one transaction, or give the answer that was kept."""

    def guarded(tx: Transaction) -> tuple[int, Mapping[str, object], bool]:
        first = first_answer(knocked, tx)
        if first is not None:
            return cast("int", first["status"]), cast("Mapping[str, object]", first["body"]), True
        body = work(tx)
        keep_answer(knocked, status, body, tx, request)
        return status, body, False

    code, body, again = await shop_of(request).storage.write(guarded)
    shop_of(request).wake_worker()
    return answer(request, code, body, again=again)


def answer(request: Request, status: int, body: Mapping[str, object], *, again: bool = False) -> Response:
    replayed = {"Idempotent-Replayed": "true"} if again else {}
    return JSONResponse(dict(body), status_code=status, headers={**_echoed(request), **replayed, "Cache-Control": "no-store"})


def invalid(error: ValidationError) -> AcpError:
    """The first thing that is wrong with a body, by its JSONPath."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"])
    return AcpError(400, "invalid", str(first["msg"]), param=path)


def _echoed(request: Request) -> dict[str, str]:
    names = ("Idempotency-Key", "Request-Id")
    return {name: value[:LONGEST_KEY] for name in names if (value := request.headers.get(name)) is not None}
