"""What staff may see: orders, conversations with their traces, and work that got stuck. No personal data beyond what they need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from shopkeeper.app.queries.messages import messages_of
from shopkeeper.app.queries.product_view import money_json
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.storage import Transaction


def orders_json(tx: Transaction, *, limit: int) -> Sequence[Mapping[str, object]]:
    return [_order(order) for order in tx.orders.recent(limit=limit)]


def _order(order: Order) -> Mapping[str, object]:
    return {
        "number": order.number,
        "status": order.status.value,
        "placed_at": order.placed_at.isoformat(),
        "total": money_json(order.quote.total),
        "method": order.quote.delivery.method.value,
        "payment_method": order.payment_method.value,
        "lines": [{"sku": line.sku, "title": line.title, "quantity": line.quantity} for line in order.quote.lines],
        "conversation_id": order.conversation_id,
        "events": [{"kind": event.kind, "at": event.at.isoformat()} for event in order.events],
    }


def conversations_json(tx: Transaction, *, limit: int, before: datetime | None = None) -> Sequence[Mapping[str, object]]:
    return [
        {
            "id": state.id,
            "at": at.isoformat(),
            "language": state.language,
            "turns": state.turns,
            "handoff": state.handoff.value,
            "known_customer": state.customer_id is not None,
            "last_order": state.last_order,
        }
        for state, at in tx.conversations.recent(limit=limit, before=before)
    ]


def conversation_detail(tx: Transaction, conversation_id: ConversationId) -> Mapping[str, object] | None:
    """The messages, and per turn what was understood, judged and done."""
    state = tx.conversations.get(conversation_id)
    if state is None:
        return None
    messages = messages_of(tx.conversations.events(conversation_id))
    turns = [
        {"turn_id": turn.id, "at": turn.at.isoformat(), "understanding": turn.answer.get("understanding"), **turn.trace}
        for turn in tx.conversations.turns(conversation_id)
    ]
    return {"id": state.id, "language": state.language, "handoff": state.handoff.value, "messages": messages, "turns": turns}


def effects_json(tx: Transaction, *, limit: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """The outbox: what waits, and what was given up on."""
    waiting = tx.outbox.in_status(EffectStatus.PENDING, EffectStatus.CLAIMED, EffectStatus.UNKNOWN, limit=limit)
    return {
        "waiting": [_effect(effect) for effect in waiting],
        "dead": [_effect(e) for e in tx.outbox.in_status(EffectStatus.DEAD, limit=limit)],
    }


def _effect(effect: QueuedEffect) -> Mapping[str, object]:
    return {
        "id": effect.id,
        "kind": effect.kind,
        "status": effect.status.value,
        "attempts": effect.attempts,
        "due_at": effect.due_at.isoformat(),
        "last_error": effect.last_error,
        "body": dict(effect.body),
    }
