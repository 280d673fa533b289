"""An address outside that is told of events: which ones, and under which secrets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

SECRETS_AT_ONCE = 2
OLD_VALID_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """`until` None = in force until it is rotated."""

    value: str = field(repr=False)
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackEndpoint:
    """`events` are types or beginnings of types (`order`, `order.placed`); none = all. Times are UTC."""

    id: str
    url: str
    secrets: tuple[Secret, ...]
    events: tuple[str, ...] = ()
    active: bool = True

    def wants(self, event_type: str) -> bool:
        return not self.events or any(event_type == kind or event_type.startswith(f"{kind}.") for kind in self.events)

    def valid_secrets(self, now: datetime) -> tuple[str, ...]:
        """Newest first; what is sent is signed with each, so that a receiver may change over at its own time."""
        return tuple(secret.value for secret in self.secrets if secret.until is None or secret.until > now)

    def rotate(self, value: str, now: datetime) -> CallbackEndpoint:
        """A new secret; the one before it stays good for a day, older ones end."""
        older = tuple(replace(secret, until=min(secret.until or now + OLD_VALID_FOR, now + OLD_VALID_FOR)) for secret in self.secrets)
        return replace(self, secrets=(Secret(value=value, since=now), *older[: SECRETS_AT_ONCE - 1]))
