"""Detached Ed25519 JWS (RFC 7515 appendix F, RFC 8037) over the bytes of a sale bundle, with a key kept in one file."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from joserfc.jwk import OKPKey

ALGORITHM = "Ed25519"


class Ed25519Signer:
    """Implements `Signer`. The key (and the cryptography under it) is loaded when something is first signed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Ed25519Signer:
        """The signer with the key at `path`; made there, readable by the owner alone, when there is none."""
        if not path.exists():
            _create(path)
        return cls(path)

    @cached_property
    def _key(self) -> OKPKey:
        from joserfc.jwk import OKPKey

        return OKPKey.import_key(json.loads(self._path.read_text()))

    @cached_property
    def _public(self) -> Mapping[str, str]:
        return public_part(cast("Mapping[str, str]", self._key.as_dict(private=False)))

    @property
    def key_id(self) -> str:
        return self._public["kid"]

    def sign(self, payload: bytes) -> str:
        from joserfc import jws

        header = {"alg": ALGORITHM, "kid": self.key_id}
        compact = jws.serialize_compact(header, payload, self._key, algorithms=[ALGORITHM])
        protected, _, signature = compact.split(".")
        return f"{protected}..{signature}"

    def public_jwk(self) -> Mapping[str, str]:
        return self._public


def check_signature(payload: bytes, signature: str, jwk: Mapping[str, str]) -> str | None:
    """Implements `SignatureCheck` for detached compact JWS."""
    from joserfc import jws
    from joserfc.errors import JoseError
    from joserfc.jwk import OKPKey

    protected, dot, value = signature.partition("..")
    if not dot:
        return None
    encoded = base64.urlsafe_b64encode(payload).rstrip(b"=").decode()
    try:
        public = public_part(jwk)
        jws.deserialize_compact(f"{protected}.{encoded}.{value}", OKPKey.import_key(dict(public)), algorithms=[ALGORITHM])
    except (JoseError, ValueError, KeyError):
        return None
    return public["kid"]


def public_part(jwk: Mapping[str, str]) -> dict[str, str]:
    """The public key with its RFC 7638 thumbprint as `kid`, so that a key cannot claim to be another."""
    named = {"crv": jwk["crv"], "kty": jwk["kty"], "x": jwk["x"]}
    digest = hashlib.sha256(json.dumps(named, separators=(",", ":"), sort_keys=True).encode()).digest()
    return {**named, "kid": base64.urlsafe_b64encode(digest).rstrip(b"=").decode()}


def _create(path: Path) -> None:
    from joserfc.jwk import OKPKey

    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(OKPKey.generate_key("Ed25519").as_dict(private=True))
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        # A link never replaces: of two processes that start at once, both then read the same key.
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
