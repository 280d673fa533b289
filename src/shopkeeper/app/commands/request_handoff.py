"""Asking for a person: a ticket with what is known, and a place in the queue."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.ticket_facts import ticket_facts, ticket_summary
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.conversation.events import HandoffChanged
from shopkeeper.domain.conversation.handoff import Emotion, Handoff, HandoffStatus, Risk, position
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.core.ids import ConversationId, HandoffId, derive
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RequestHandoff, SetCallback
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

MOST_WAITING = 1000
GRADES = {Emotion.CALM: 0, Emotion.UPSET: 1, Emotion.ANGRY: 2}


def request_handoff(permit: Permit[RequestHandoff], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Asking again while waiting, or while a person is there, opens no second ticket; more urgency is noted on the first."""
    command = permit.command
    open_ticket = live_ticket(command.conversation_id, tx)
    if open_ticket is not None:
        _note_urgency(open_ticket, command, tx)
        state = HandoffState.OPERATOR if open_ticket.status is HandoffStatus.TAKEN else HandoffState.QUEUED
        return Ran(facts={"code": "handoff_already", "state": state.value, "position": place_of(open_ticket, tx)})
    ticket = _ticket(command, tx, moment)
    tx.handoffs.save(ticket)
    facts = {"reason": ticket.reason, "emotion": ticket.emotion.value, "risk": ticket.risk.value, "ticket": ticket.number}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="handoff.requested", subject=command.conversation_id, facts=facts))
    event = HandoffChanged(state=HandoffState.QUEUED, reason=command.reason)
    told = {"code": "handoff_requested", "state": HandoffState.QUEUED.value, "position": place_of(ticket, tx), **facts}
    return Ran(facts=told, events=(event,))


def set_callback(permit: Permit[SetCallback], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The number they want to be called on, kept on the ticket that waits."""
    command = permit.command
    ticket = live_ticket(command.conversation_id, tx)
    if ticket is None:
        return Refusal(code="callback_no_ticket")
    tx.handoffs.save(replace(ticket, callback=command.phone))
    facts = {"ticket": ticket.number}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="handoff.callback", subject=command.conversation_id, facts=facts))
    return Ran(facts={"code": "callback_set", "phone": command.phone})


def live_ticket(conversation_id: ConversationId, tx: Transaction) -> Handoff | None:
    newest = next(iter(tx.handoffs.of_conversation(conversation_id)), None)
    return newest if newest is not None and newest.status is not HandoffStatus.CLOSED else None


def place_of(ticket: Handoff, tx: Transaction) -> int:
    """1 = next; 0 when it does not wait."""
    waiting = list(tx.handoffs.in_status(HandoffStatus.QUEUED, limit=MOST_WAITING))
    return position(ticket, waiting) if ticket in waiting else 0


def _ticket(command: RequestHandoff, tx: Transaction, moment: Moment) -> Handoff:
    before = len(tx.handoffs.of_conversation(command.conversation_id))
    handoff_id = HandoffId(derive("hnd", command.conversation_id, str(before)))
    state = tx.conversations.get(command.conversation_id)
    facts = ticket_facts(command.conversation_id, tx)
    return Handoff(
        id=handoff_id,
        number=f"T-{handoff_id[4:10].upper()}",
        conversation_id=command.conversation_id,
        customer_id=moment.customer_id,
        reason=command.reason,
        emotion=Emotion(command.emotion),
        risk=Risk(command.risk),
        language=state.language if state else moment.language,
        requested_at=moment.now,
        facts=facts,
        summary=ticket_summary(command, facts),
    )


def _note_urgency(ticket: Handoff, command: RequestHandoff, tx: Transaction) -> None:
    emotion = max(ticket.emotion, Emotion(command.emotion), key=GRADES.__getitem__)
    risk = ticket.risk if ticket.risk is not Risk.NONE else Risk(command.risk)
    if (emotion, risk) != (ticket.emotion, ticket.risk):
        tx.handoffs.save(replace(ticket, emotion=emotion, risk=risk))
