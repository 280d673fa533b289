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


class SignatureCheck(Protocol):
    """The thumbprint (RFC 7638) of the key in `jwk` if it made `signature` over `payload`, else None.

    Needs no key file and no network; a key id that the file claims for itself is not believed.
    """

    def __call__(self, payload: bytes, signature: str, jwk: Mapping[str, str]) -> str | None: ...
