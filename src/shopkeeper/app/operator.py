"""What is done in a conversation from outside a turn, by staff or by API: through the same gate, and the shopper hears of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.app.turn.announce import Announcer
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.app.turn.outcomes import outcome_says
from shopkeeper.domain.conversation.events import CommandRan
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ConversationId
from shopkeeper.domain.core.outcome import InvalidInput, Refusal
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import (
    CloseHandoff,
    Command,
    DecideReturn,
    KeepMethod,
    OperatorReply,
    ReceiveReturn,
    RefundOrder,
    RemoveSavedMethod,
    RevokeMandate,
    TakeOver,
    TeachPhoto,
)
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

TOLD: Mapping[type, str] = {
    TakeOver: "handoff.taken",
    CloseHandoff: "handoff.closed",
    RevokeMandate: "mandate.revoked",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What such a command goes through."""

    gate: GateKeeper
    announcer: Announcer
    now: datetime


def act_as_operator(
    command: TakeOver | OperatorReply | CloseHandoff | TeachPhoto,
    conversation_id: ConversationId,
    tx: Transaction,
    desk: Desk,
) -> Mapping[str, object]:
    """The command's facts. Raises InvalidInput (404) for an unknown conversation, (409) for what cannot be done now."""
    return _act(command, conversation_id, tx, desk, actor="operator")


def act_on_record(command: RefundOrder | DecideReturn | ReceiveReturn, tx: Transaction, desk: Desk) -> Mapping[str, object]:
    """The same for an order or a return, which may have no conversation (any more); where it has one the shopper is told there."""
    record = tx.orders.get(command.number) if isinstance(command, RefundOrder) else tx.returns.get(command.number)
    known = tx.conversations.get(record.conversation_id) if record is not None and record.conversation_id is not None else None
    state = known or ConversationState(id=ConversationId(""), cart_id=CartId(""))
    return _act_in(state, command, tx, desk, actor="operator")


def act_as_customer(
    command: RevokeMandate | RemoveSavedMethod | KeepMethod, conversation_id: ConversationId, tx: Transaction, desk: Desk
) -> Mapping[str, object]:
    """The same for whoever holds the conversation's token."""
    return _act(command, conversation_id, tx, desk, actor="shopper")


def _act(command: Command, conversation_id: ConversationId, tx: Transaction, desk: Desk, *, actor: str) -> Mapping[str, object]:
    state = tx.conversations.get(conversation_id)
    if state is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    return _act_in(state, command, tx, desk, actor=actor)


def _act_in(state: ConversationState, command: Command, tx: Transaction, desk: Desk, *, actor: str) -> Mapping[str, object]:
    moment = Moment(now=desk.now, actor=actor, conversation_id=state.id, customer_id=state.customer_id, language=state.language)
    verdict = desk.gate.judge(command, tx, state, moment)
    if not isinstance(verdict, Permit):
        raise InvalidInput(verdict.code, f"The rules do not allow that now ({verdict.rule}).", status=409)
    outcome = run(verdict, tx, moment)
    if isinstance(outcome, Refusal):
        raise InvalidInput(outcome.code, "That cannot be done now.", status=409)
    if state.id:
        _tell(verdict, state.id, outcome, tx, desk)
    for effect in outcome.effects:
        tx.outbox.put(effect)
    return outcome.facts


def _tell(permit: Permit[Command], conversation_id: ConversationId, outcome: Ran, tx: Transaction, desk: Desk) -> None:
    """One message at most: what happened, in the shopper's language; an operator's own words go out as they are."""
    if outcome.facts.get("code") == "handoff_taken_already":
        return
    command = permit.command
    ran = CommandRan(command=type(command).__name__, facts=_plain(outcome.facts), rule_versions=permit.rule_versions)
    key = TOLD.get(type(command))
    says: Sequence[Say] = (Say(key=key, facts=outcome.facts),) if key else outcome_says(command, outcome.facts)
    desk.announcer.announce(tx, conversation_id, says, (ran, *outcome.events), turn_id=None, now=desk.now)


def _plain(facts: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in facts.items() if isinstance(value, str | int | bool | type(None))}
