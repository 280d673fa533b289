"""Saying something in a conversation: as the answer of a turn that waits for it, or unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopkeeper.app.turn.compose import Composer
from shopkeeper.domain.conversation.events import ConversationEvent, Replied, apply
from shopkeeper.domain.core.ids import ConversationId, TurnId
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.dialogue.decision import Show, ShowCheckout
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.conversation_store import StoredTurn, TurnStatus
from shopkeeper.ports.storage import Transaction


class Announcer:
    """Appends events and the words that go with them; finishes the waiting turn's stored answer."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer

    def announce(
        self,
        tx: Transaction,
        conversation_id: ConversationId,
        says: Sequence[Say],
        events: Sequence[ConversationEvent],
        *,
        turn_id: str | None,
        now: datetime,
        shows: Sequence[Show] = (),
    ) -> None:
        state = tx.conversations.get(conversation_id)
        if state is None or not (says or events):
            return
        after = state
        for event in events:
            after = apply(after, event)
        reply = self._composer.compose(says, shows or (ShowCheckout(),), tx=tx, state=after, now=now)
        waiting = tx.conversations.turn(TurnId(turn_id)) if turn_id else None
        answers = waiting if waiting is not None and waiting.status is TurnStatus.PENDING else None
        replied = Replied(turn_id=answers.id if answers else None, text=reply.text, blocks=reply.blocks)
        tx.conversations.append(state, (*events, *((replied,) if reply.text else ())), at=now)
        if answers is not None:
            tx.conversations.save_turn(_finished(answers, reply.text, reply.blocks, reply.checkout))


def _finished(turn: StoredTurn, text: str, blocks: Sequence[Mapping[str, object]], checkout: Mapping[str, object] | None) -> StoredTurn:
    """The turn's answer with what was learned since it was committed."""
    before = as_mapping(turn.answer.get("reply"))
    said = " ".join(part for part in (str(before.get("text", "")), text) if part)
    kept = [block for block in as_sequence(before.get("blocks")) if as_mapping(block).get("type") != "checkout"]
    answer = {**turn.answer, "reply": {**before, "text": said, "blocks": [*kept, *blocks]}, "checkout": checkout}
    return replace(turn, answer=answer, status=TurnStatus.ANSWERED)
