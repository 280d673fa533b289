"""Endpoints that are told of events, and how far the audit trail has been told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint


class CallbackStore(Protocol):
    def endpoints(self) -> Sequence[CallbackEndpoint]: ...
    def get(self, endpoint_id: str) -> CallbackEndpoint | None: ...
    def save(self, endpoint: CallbackEndpoint) -> None: ...
    def remove(self, endpoint_id: str) -> None: ...
    def told_up_to(self) -> int:
        """The position in the audit trail up to which events were queued."""
        ...

    def tell_up_to(self, position: int) -> None: ...
