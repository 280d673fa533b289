"""First answers, kept 24 h, so that any mutating door can be knocked on twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    """`scope` names the door and the caller; `request_digest` tells a replay from a different request."""

    scope: str
    key: str
    request_digest: str
    answer: Mapping[str, object]
    at: datetime


class IdempotencyStore(Protocol):
    def get(self, scope: str, key: str) -> FirstAnswer | None: ...
    def save(self, answer: FirstAnswer) -> bool:
        """False when the key was already taken (nothing is changed then)."""
        ...

    def forget_before(self, before: datetime) -> int: ...
