"""Words for what vendors answered: as the rest of a turn that waited for it, or said unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from shopkeeper.app.turn.compose import ComposedReply, Composer
from shopkeeper.domain.conversation.events import ConversationEvent, OrderPlaced, Replied, apply
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, TurnId
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.dialogue.decision import Show, ShowCheckout, ShowOrder
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.conversation_store import StoredTurn, TurnStatus
from shopkeeper.ports.storage import Transaction


class Announcer:
    """Speaks for effects and webhooks, and finishes the turns that waited for them."""

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
        """Append `events` and the words for `says`: the rest of turn `turn_id` while that is pending, else a message of its own."""
        before = tx.conversations.get(conversation_id)
        if before is None:
            return
        state = before
        for event in events:
            state = apply(state, event)
        reply = self._composer.compose(says, shows or _shows(events, state), tx=tx, state=state, now=now)
        stored = tx.conversations.turn(TurnId(turn_id)) if turn_id else None
        waiting = stored if stored is not None and stored.status is TurnStatus.PENDING else None
        if waiting is not None:
            finished = self._finished(waiting, reply, state)
            tx.conversations.save_turn(finished)
            text = str(as_mapping(finished.answer["reply"])["text"])
            said = Replied(turn_id=waiting.id, text=text, blocks=reply.blocks)
            tx.conversations.append(before, (*events, said), at=now)
        elif reply.text:
            tx.conversations.append(before, (*events, Replied(turn_id=None, text=reply.text, blocks=reply.blocks)), at=now)
        elif events:
            tx.conversations.append(before, tuple(events), at=now)

    def _finished(self, turn: StoredTurn, reply: ComposedReply, state: ConversationState) -> StoredTurn:
        before = as_mapping(turn.answer.get("reply"))
        said = self._composer.joined((str(before.get("text", "")), reply.text), self._composer.locale_of(state))
        kept = [block for block in as_sequence(before.get("blocks")) if as_mapping(block).get("type") != "checkout"]
        blocks: list[object] = [*kept, *reply.blocks]
        whole: Mapping[str, object] = {**before, "text": said, "blocks": blocks, "quick_replies": list(reply.quick_replies)}
        checkout = reply.checkout or turn.answer.get("checkout")
        return replace(turn, answer={**turn.answer, "reply": whole, "checkout": checkout}, status=TurnStatus.ANSWERED)


def standing_says(turn: StoredTurn, tx: Transaction) -> tuple[Say, ...]:
    """How the payment of the turn's checkout stands, from the records alone (after a crash, or when it takes long)."""
    checkout_id = str(as_mapping(turn.answer.get("checkout")).get("id", ""))
    order = next((order for order in tx.orders.of_conversation(turn.conversation_id) if order.checkout_id == checkout_id), None)
    if order is not None:
        return (Say(key="order.already", facts={"number": order.number}),)
    payment = next(reversed(tx.payments.for_checkout(CheckoutId(checkout_id))), None)
    if payment is None:
        return (Say(key="confirm.nothing"),)
    return (Say(key=f"complete.payment_{payment.status.value}", facts={"total": payment.amount}),)


def _shows(events: Sequence[ConversationEvent], state: ConversationState) -> tuple[Show, ...]:
    placed = next((event for event in events if isinstance(event, OrderPlaced)), None)
    if placed is not None:
        return (ShowOrder(number=placed.order_number),)
    return (ShowCheckout(),) if state.checkout_id is not None else ()
