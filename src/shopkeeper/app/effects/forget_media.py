"""Erasing what a forgotten customer left outside the database: photos, voice notes, messages kept for labelling."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.app.effects.performer import PATIENT, Call, Done, Record, RetryPlan
from shopkeeper.app.erasure import FORGET_MEDIA
from shopkeeper.app.forgetting import Forgetting
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetMedia:
    forgetting: Forgetting
    kind: str = FORGET_MEDIA
    retry: RetryPlan = PATIENT

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        conversation_id = ConversationId(str(effect.body.get("conversation_id")))

        async def forget() -> Record:
            await self.forgetting.forget(conversation_id)
            return lambda tx, moment: Done()

        return forget

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Erasing again what is gone does no harm."""
        return Done(again_s=PATIENT.base_s)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """The audit entry and the alert bring a person to it."""
        return Done()
