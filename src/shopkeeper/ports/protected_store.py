"""The marks that staff put on the shop's list, to be told when a shopper's photo shows one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.core.ids import ProtectedMarkId


class ProtectedStore(Protocol):
    def all(self) -> Sequence[ProtectedMark]:
        """Oldest first."""
        ...

    def save(self, mark: ProtectedMark) -> None: ...
    def remove(self, mark_id: ProtectedMarkId) -> bool:
        """Whether it was there."""
        ...
