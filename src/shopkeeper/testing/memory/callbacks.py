"""Callback endpoints over a dict."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint


class MemoryCallbacks:
    def __init__(self) -> None:
        self._endpoints: dict[str, CallbackEndpoint] = {}
        self._told = 0

    def endpoints(self) -> Sequence[CallbackEndpoint]:
        return [self._endpoints[endpoint_id] for endpoint_id in sorted(self._endpoints)]

    def get(self, endpoint_id: str) -> CallbackEndpoint | None:
        return self._endpoints.get(endpoint_id)

    def save(self, endpoint: CallbackEndpoint) -> None:
        self._endpoints[endpoint.id] = endpoint

    def remove(self, endpoint_id: str) -> None:
        self._endpoints.pop(endpoint_id, None)

    def told_up_to(self) -> int:
        return self._told

    def tell_up_to(self, position: int) -> None:
        self._told = max(self._told, position)
