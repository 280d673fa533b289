"""Signing and checking webhooks per Standard Webhooks 1.0 (HMAC-SHA256, `v1`)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from shopkeeper.domain.core.outcome import InvalidInput

TOLERANCE = timedelta(minutes=5)
PREFIX = "whsec_"


def sign(secret: str, message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """The three headers that go with `body`."""
    seconds = str(int(at.timestamp()))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": f"v1,{_signature(secret, message_id, seconds, body)}",
    }


def sign_with_each(secrets: Sequence[str], message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """Signed with each of `secrets`, so that a receiver may hold an older or a newer one."""
    signed = [sign(secret, message_id, body, at) for secret in secrets]
    return {**signed[0], "webhook-signature": " ".join(headers["webhook-signature"] for headers in signed)}


def check(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """The message id of a genuine and recent webhook.

    Raises InvalidInput (401) for a missing header, a wrong signature, or a time more than five minutes off (a replay).
    """
    given = {name.lower(): value for name, value in headers.items()}
    message_id, seconds = given.get("webhook-id", ""), given.get("webhook-timestamp", "")
    if not message_id or not (seconds.isascii() and seconds.isdigit() and len(seconds) <= 12):
        raise _refused("webhook-id or webhook-timestamp is missing or malformed")
    if abs(int(seconds) - now.timestamp()) > TOLERANCE.total_seconds():
        raise _refused("webhook-timestamp is too old or in the future")
    expected = _signature(secret, message_id, seconds, body).encode()
    signatures = (part.partition(",") for part in given.get("webhook-signature", "").split(" "))
    # Several signatures may be sent while a secret is being rotated.
    if not any(version == "v1" and hmac.compare_digest(value.encode(), expected) for version, _, value in signatures):
        raise _refused("webhook-signature does not match")
    return message_id


def _signature(secret: str, message_id: str, seconds: str, body: bytes) -> str:
    key = _key(secret)
    content = b".".join((message_id.encode(), seconds.encode(), body))
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def _key(secret: str) -> bytes:
    """Raises ValueError for a secret that is not base64 (a defect of the configuration)."""
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("a webhook secret is base64, with or without whsec_ before it") from error


def _refused(detail: str) -> InvalidInput:
    return InvalidInput("webhook_not_genuine", detail, status=401)
