"""The queue as staff see it, one ticket with all it carries, and the list that shows why conversations were handed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.queries.return_view import exchange_json
from shopkeeper.app.ticket_facts import collected_slots
from shopkeeper.domain.conversation.handoff import Handoff, HandoffStatus, waiting_order
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.returns.rma import RmaStatus
from shopkeeper.ports.storage import Transaction

MOST = 500
AT_DESK = frozenset({RmaStatus.REQUESTED, RmaStatus.REJECTED, RmaStatus.APPROVED})
"""Returns that a person can do something about: decide, decide otherwise, take in."""


def queue_json(tx: Transaction, *, now: datetime) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """Who waits, urgent ones first, and who is being helped."""
    waiting = sorted(tx.handoffs.in_status(HandoffStatus.QUEUED, limit=MOST), key=waiting_order)
    taken = tx.handoffs.in_status(HandoffStatus.TAKEN, limit=MOST)
    return {
        "waiting": [{**ticket_json(one, now=now), "position": at} for at, one in enumerate(waiting, start=1)],
        "taken": [ticket_json(one, now=now) for one in taken],
    }


def ticket_json(ticket: Handoff, *, now: datetime) -> dict[str, object]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "conversation_id": ticket.conversation_id,
        "status": ticket.status.value,
        "reason": ticket.reason,
        "emotion": ticket.emotion.value,
        "risk": ticket.risk.value,
        "language": ticket.language,
        "known_customer": ticket.customer_id is not None,
        "summary": ticket.summary,
        "facts": dict(ticket.facts),
        "callback": ticket.callback,
        "requested_at": ticket.requested_at.isoformat(),
        "waited_minutes": int(((ticket.taken_at or now) - ticket.requested_at).total_seconds() // 60),
        "taken_at": ticket.taken_at.isoformat() if ticket.taken_at else None,
        "closed_at": ticket.closed_at.isoformat() if ticket.closed_at else None,
        "resolution": ticket.resolution,
    }


def desk_json(tx: Transaction, conversation_id: ConversationId, *, now: datetime) -> Mapping[str, object]:
    """Beside the transcript: the newest ticket, what was understood so far, and the returns and appointments it is about."""
    ticket = next(iter(tx.handoffs.of_conversation(conversation_id)), None)
    return {
        "ticket": ticket_json(ticket, now=now) if ticket else None,
        "slots": dict(collected_slots(conversation_id, tx)),
        "returns": [
            {
                "number": rma.number,
                "order_number": rma.order_number,
                "status": rma.status.value,
                "refund": money_json(rma.refund),
                "wish": rma.wish.value,
                "exchange": exchange_json(rma),
                "steps_open": rma.status in AT_DESK,
            }
            for rma in tx.returns.of_conversation(conversation_id)
        ],
        "bookings": [
            {"id": one.id, "title": one.title, "staff": one.staff_id, "starts_at": one.starts_at.isoformat(), "status": one.status.value}
            for one in tx.bookings.of_conversation(conversation_id)
        ],
    }


def coaching_json(tx: Transaction, *, limit: int, now: datetime) -> Mapping[str, object]:
    """Every handover with its reason; the counts tell what the assistant should learn next."""
    tickets = tx.handoffs.recent(limit=limit)
    reasons = Counter(ticket.reason for ticket in tickets)
    return {
        "handovers": [ticket_json(ticket, now=now) for ticket in tickets],
        "reasons": [{"reason": reason, "count": count} for reason, count in reasons.most_common()],
        "emotions": dict(Counter(ticket.emotion.value for ticket in tickets)),
    }


def returns_json(tx: Transaction, *, limit: int) -> Sequence[Mapping[str, object]]:
    return [
        {
            "number": rma.number,
            "order_number": rma.order_number,
            "kind": rma.kind.value,
            "status": rma.status.value,
            "reason": rma.reason.value,
            "refund": money_json(rma.refund),
            "wish": rma.wish.value,
            "exchange": exchange_json(rma),
            "requested_at": rma.requested_at.isoformat(),
            "conversation_id": rma.conversation_id,
            "lines": [{"sku": line.sku, "title": line.title, "quantity": line.quantity} for line in rma.lines],
            "decidable": rma.status is RmaStatus.REQUESTED,
            "overturnable": rma.status is RmaStatus.REJECTED,
            "receivable": rma.status is RmaStatus.APPROVED,
            "steps": [{"status": step.status.value, "at": step.at.isoformat(), "by": step.by, "note": step.note} for step in rma.steps],
        }
        for rma in tx.returns.recent(limit=limit)
    ]


def bookings_json(tx: Transaction, *, limit: int, now: datetime) -> Sequence[Mapping[str, object]]:
    return [
        {
            "id": one.id,
            "sku": one.sku,
            "title": one.title,
            "staff": one.staff_id,
            "store": one.store_id,
            "starts_at": one.starts_at.isoformat(),
            "ends_at": one.ends_at.isoformat(),
            "status": one.status.value,
            "live": one.is_live(now),
            "expires_at": one.expires_at.isoformat(),
            "price": money_json(one.price),
            "conversation_id": one.conversation_id,
        }
        for one in tx.bookings.recent(limit=limit)
    ]
