"""What customers let the shop buy for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.core.ids import ConversationId, CustomerId, MandateId
from shopkeeper.domain.mandates.mandate import Mandate


class MandateStore(Protocol):
    def get(self, mandate_id: MandateId) -> Mandate | None:
        """In a write nobody else changes it until the commit."""
        ...

    def save(self, mandate: Mandate) -> None: ...
    def of_customer(self, customer_id: CustomerId) -> Sequence[Mandate]:
        """Newest first."""
        ...

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Mandate]:
        """Newest first."""
        ...

    def active(self, *, after: MandateId | None, limit: int) -> Sequence[Mandate]:
        """Those in force, by id, from the one after `after`."""
        ...

    def erase(self, customer_id: CustomerId) -> int:
        """Forget all of a customer's; how many they were."""
        ...
