"""The five ways a thing can not go as asked, told apart by what happens next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An expected "no" that the shopper hears: a value, never raised.

    `code` names a reply template (`refusal.<code>`), `params` are the facts it may quote.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict[str, object])
    rule: str | None = None


class Fault(Exception):
    """Something a vendor or the machine did; never shown to a shopper as it is."""


class TransientFault(Fault):
    """Worth trying again, with jitter and the same idempotency key."""


class PermanentFault(Fault):
    """Trying again cannot help: dead-letter and alert."""


class UnknownOutcome(Fault):
    """It may have happened. Reconcile by key; never retry blind."""


class InvalidInput(Exception):
    """The caller sent something that cannot be accepted; becomes a 4xx problem (RFC 9457).

    `detail` says what to do about it; `field` is a JSON pointer where one applies.
    """

    def __init__(self, code: str, detail: str, *, field: str | None = None, status: int = 422) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.field = field
        self.status = status
