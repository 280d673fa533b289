"""Mandates over a dict."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.core.ids import ConversationId, CustomerId, MandateId
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus


class MemoryMandates:
    def __init__(self) -> None:
        self._mandates: dict[MandateId, Mandate] = {}

    def get(self, mandate_id: MandateId) -> Mandate | None:
        return self._mandates.get(mandate_id)

    def save(self, mandate: Mandate) -> None:
        self._mandates[mandate.id] = mandate

    def of_customer(self, customer_id: CustomerId) -> Sequence[Mandate]:
        return [one for one in self._newest() if one.customer_id == customer_id]

    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Mandate]:
        return [one for one in self._newest() if one.conversation_id == conversation_id]

    def active(self, *, after: MandateId | None, limit: int) -> Sequence[Mandate]:
        found = (one for one in self._mandates.values() if one.status is MandateStatus.ACTIVE and one.id > (after or ""))
        return sorted(found, key=lambda one: one.id)[:limit]

    def erase(self, customer_id: CustomerId) -> int:
        gone = [one.id for one in self._mandates.values() if one.customer_id == customer_id]
        for mandate_id in gone:
            del self._mandates[mandate_id]
        return len(gone)

    def _newest(self) -> Sequence[Mandate]:
        return sorted(self._mandates.values(), key=lambda one: (one.proposed_at, one.id), reverse=True)
