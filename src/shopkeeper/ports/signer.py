"""Signing what must be provable later: sale bundles and outgoing callbacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Signer(Protocol):
    @property
    def key_id(self) -> str: ...
    def sign(self, payload: bytes) -> str:
        """A compact detached-payload signature (JWS, Ed25519)."""
        ...

    def public_jwk(self) -> Mapping[str, str]: ...
