"""Telling the conversation what became of a payment: as the answer a turn waits for, or unasked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shopkeeper.app.commands.record_payment_news import PaymentOutcome, record_payment_news
from shopkeeper.app.moment import Moment
from shopkeeper.domain.conversation.events import ConversationEvent
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction


class Announcer(Protocol):
    """Appends events and their words to a conversation, inside the transaction that records what happened."""

    def announce(
        self,
        tx: Transaction,
        conversation_id: ConversationId,
        says: Sequence[Say],
        events: Sequence[ConversationEvent],
        *,
        turn_id: str | None,
        now: datetime,
    ) -> None: ...


def announce(outcome: PaymentOutcome, tx: Transaction, moment: Moment, announcer: Announcer, *, turn_id: str | None = None) -> None:
    """`turn_id` names the turn that waits for this outcome, if one does."""
    if outcome.says or outcome.events:
        conversation_id = outcome.checkout.conversation_id
        announcer.announce(tx, conversation_id, outcome.says, outcome.events, turn_id=turn_id, now=moment.now)


def receive_payment_news(news: PaymentNews, tx: Transaction, moment: Moment, announcer: Announcer) -> PaymentOutcome | None:
    """News nobody waits for (a webhook): recorded and told. None for a key that is none of ours."""
    outcome = record_payment_news(news, tx, moment)
    if outcome is not None:
        announce(outcome, tx, moment, announcer)
    return outcome
