"""The public half of the key that signs proof bundles, so that anyone can check who signed one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from shopkeeper.entry.http.conversations import json_response, shop_of
from shopkeeper.entry.http.documented import answers

router = APIRouter(tags=["health"])


@router.get("/.well-known/shopkeeper-keys.json", responses=answers("KeySet"))
async def keys(request: Request) -> Response:
    """A JWK set (RFC 7517). Give a key's `kid` to `shopkeeper verify --key-id`."""
    return json_response({"keys": [{**shop_of(request).signer.public_jwk(), "use": "sig", "alg": "Ed25519"}]})
