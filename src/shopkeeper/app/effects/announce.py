"""Telling the conversation what happened while nobody was asking, in its own language and from templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.app.commands.record_payment_news import PaymentOutcome, record_payment_news
from shopkeeper.app.moment import Moment
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.conversation.events import ConversationEvent, Replied
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction


class Speak(Protocol):
    """The composer, as seen from here: pure but for reading `tx`; called inside the transaction that records the news."""

    def __call__(
        self, says: Sequence[Say], *, state: ConversationState, checkout: Checkout, order: Order | None, tx: Transaction
    ) -> Replied: ...


def announce(outcome: PaymentOutcome, tx: Transaction, moment: Moment, speak: Speak | None) -> None:
    """Append the outcome's events; and what it says, unless a turn that is waiting will say it (`speak` None)."""
    state = tx.conversations.get(outcome.checkout.conversation_id)
    if state is None:
        return
    events: list[ConversationEvent] = list(outcome.events)
    if outcome.says and speak is not None:
        events.append(speak(outcome.says, state=state, checkout=outcome.checkout, order=outcome.order, tx=tx))
    if events:
        tx.conversations.append(state, events, at=moment.now)


def receive_payment_news(news: PaymentNews, tx: Transaction, moment: Moment, speak: Speak) -> PaymentOutcome | None:
    """News nobody waits for (a webhook): recorded and told. None for a key that is none of ours."""
    outcome = record_payment_news(news, tx, moment)
    if outcome is not None:
        announce(outcome, tx, moment, speak)
    return outcome
