"""What an operator does with a conversation: take it, answer in it, give it back. Only staff get here."""

from __future__ import annotations

from typing import TypeAlias

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.request_handoff import live_ticket
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.conversation.events import HandoffChanged, OperatorReplied
from shopkeeper.domain.conversation.handoff import Emotion, Handoff, Risk
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.core.ids import ConversationId, HandoffId, derive
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import CloseHandoff, OperatorReply, TakeOver
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

ByOperator: TypeAlias = TakeOver | OperatorReply | CloseHandoff


def take_over(permit: Permit[TakeOver], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """From the queue, or unasked from a conversation that goes wrong. Taking what one has changes nothing."""
    conversation_id = permit.command.conversation_id
    state = tx.conversations.get(conversation_id)
    if state is None:
        return Refusal(code="handoff_unknown")
    if state.handoff is HandoffState.OPERATOR:
        return Ran(facts={"code": "handoff_taken_already"})
    ticket = live_ticket(conversation_id, tx) or _unasked(conversation_id, tx, moment)
    tx.handoffs.save(ticket.take(moment.now))
    _audit("handoff.taken", conversation_id, ticket, tx, moment)
    return Ran(
        facts={"code": "handoff_taken", "ticket": ticket.number}, events=(HandoffChanged(state=HandoffState.OPERATOR, reason="taken"),)
    )


def operator_reply(permit: Permit[OperatorReply], tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command
    state = tx.conversations.get(command.conversation_id)
    if state is None or state.handoff is not HandoffState.OPERATOR:
        return Refusal(code="handoff_not_taken")
    return Ran(facts={"code": "operator_replied"}, events=(OperatorReplied(turn_id=None, text=command.text),))


def close_handoff(permit: Permit[CloseHandoff], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The assistant goes on; what was open before the handoff is not asked again."""
    command = permit.command
    state = tx.conversations.get(command.conversation_id)
    if state is None or state.handoff is HandoffState.ASSISTANT:
        return Refusal(code="handoff_not_taken")
    ticket = live_ticket(command.conversation_id, tx)
    if ticket is not None:
        tx.handoffs.save(ticket.close(moment.now, command.resolution))
        _audit("handoff.closed", command.conversation_id, ticket, tx, moment)
    return Ran(facts={"code": "handoff_closed"}, events=(HandoffChanged(state=HandoffState.ASSISTANT, reason="closed"),))


def _unasked(conversation_id: ConversationId, tx: Transaction, moment: Moment) -> Handoff:
    state = tx.conversations.get(conversation_id)
    handoff_id = HandoffId(derive("hnd", conversation_id, str(len(tx.handoffs.of_conversation(conversation_id)))))
    return Handoff(
        id=handoff_id,
        number=f"T-{handoff_id[4:10].upper()}",
        conversation_id=conversation_id,
        customer_id=state.customer_id if state else None,
        reason="operator",
        emotion=Emotion.CALM,
        risk=Risk.NONE,
        language=state.language if state else "en",
        requested_at=moment.now,
    )


def _audit(action: str, conversation_id: ConversationId, ticket: Handoff, tx: Transaction, moment: Moment) -> None:
    facts = {"ticket": ticket.number}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=conversation_id, facts=facts))
