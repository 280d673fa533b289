"""One staff password made at set-up, and the signed session cookies it opens."""

from __future__ import annotations

import hmac
import secrets
import time
from hashlib import scrypt, sha256
from pathlib import Path

SESSION_S = 12 * 3600


class StaffAccess:
    """The password is kept as an scrypt hash in `folder`; cookies are signed with a key beside it."""

    def __init__(self, folder: Path) -> None:
        self._hash_file = folder / "staff.hash"
        self._key_file = folder / "staff.key"

    def set_up(self) -> str | None:
        """Make a password when there is none; the new password, shown once, or None when one was set before."""
        if self._hash_file.exists():
            return None
        password = "-".join(secrets.token_hex(2) for _ in range(3))
        self.set_password(password)
        return password

    def set_password(self, password: str) -> None:
        salt = secrets.token_bytes(16)
        self._hash_file.parent.mkdir(parents=True, exist_ok=True)
        self._hash_file.write_text(f"{salt.hex()}:{_hash(password, salt)}")
        self._hash_file.chmod(0o600)
        self._key_file.write_text(secrets.token_hex(32))
        self._key_file.chmod(0o600)

    def check(self, password: str) -> bool:
        if not self._hash_file.exists():
            return False
        salt, _, expected = self._hash_file.read_text().partition(":")
        return hmac.compare_digest(_hash(password, bytes.fromhex(salt)), expected)

    def cookie(self) -> str:
        until = str(int(time.time()) + SESSION_S)
        return f"{until}.{self._sign(until)}"

    def cookie_holds(self, value: str) -> bool:
        until, _, signature = value.partition(".")
        return until.isascii() and until.isdigit() and int(until) > time.time() and self._signed(until, signature)

    def form_key(self) -> str:
        """Ties a console form to this installation, so that no other site can send it."""
        return self._sign("form")

    def _signed(self, text: str, signature: str) -> bool:
        # As bytes: text beyond ASCII, which anybody may send, cannot be compared.
        return hmac.compare_digest(signature.encode(), self._sign(text).encode())

    def _sign(self, text: str) -> str:
        key = self._key_file.read_text().encode() if self._key_file.exists() else secrets.token_bytes(32)
        return hmac.new(key, text.encode(), sha256).hexdigest()


def _hash(password: str, salt: bytes) -> str:
    return scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1).hex()
