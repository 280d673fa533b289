"""Asking for a person."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.conversation.events import HandoffChanged
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RequestHandoff
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def request_handoff(permit: Permit[RequestHandoff], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Asking again while waiting, or while a person is there, changes nothing."""
    command = permit.command
    state = tx.conversations.get(command.conversation_id)
    if state is not None and state.handoff is not HandoffState.ASSISTANT:
        return Ran(facts={"code": "handoff_already", "state": state.handoff.value})
    facts = {"reason": command.reason}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="handoff.requested", subject=command.conversation_id, facts=facts))
    event = HandoffChanged(state=HandoffState.QUEUED, reason=command.reason)
    return Ran(facts={"code": "handoff_requested", "state": HandoffState.QUEUED.value, **facts}, events=(event,))
