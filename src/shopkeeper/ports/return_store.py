"""Returns by number, order, customer and conversation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.core.ids import ConversationId, CustomerId, OrderNumber, RmaNumber
from shopkeeper.domain.returns.rma import Rma


class ReturnStore(Protocol):
    """Lists come newest first."""

    def get(self, number: RmaNumber) -> Rma | None: ...
    def of_order(self, number: OrderNumber) -> Sequence[Rma]: ...
    def of_customer(self, customer_id: CustomerId) -> Sequence[Rma]: ...
    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Rma]: ...
    def recent(self, *, limit: int) -> Sequence[Rma]: ...
    def save(self, rma: Rma) -> None: ...
