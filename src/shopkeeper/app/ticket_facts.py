"""What a ticket carries to the person who takes it: plain facts from records, and one sentence made of them."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.policy.command import RequestHandoff
from shopkeeper.ports.storage import Transaction

WORDS = {
    "asked": "Asked for a person.",
    "angry": "Angry.",
    "warranty": "Asks about the warranty.",
    "cancel_order": "Wants to cancel an order.",
    "change_order": "Wants another address or phone number on an order.",
    "invoice": "Wants an invoice.",
    "urge": "Wants an order hurried.",
    "visit": "Wants somebody to come and install or repair.",
    "cashback": "Wants the money promised for a review.",
    "price_drop": "Wants the difference to a lower price.",
    "compensation": "Wants compensation.",
    "bulk": "Wants more than the chat sells.",
    "legal": "Speaks of lawyers or authorities.",
    "safety": "Reports harm or danger.",
    "complaint": "Complains.",
    "appeal": "Wants a refusal looked at again.",
    "claim": "Claims that goods came broken or wrong; the photos are in the review list.",
}
LEAST_SURE = 0.5
"""Slots less sure than this are left out of a ticket."""
FEELS = {"upset": "Upset.", "angry": "Angry."}


def ticket_facts(conversation_id: ConversationId, tx: Transaction) -> Mapping[str, object]:
    """Simple values only: the ticket is stored."""
    state = tx.conversations.get(conversation_id)
    if state is None:
        return {}
    cart = tx.carts.get(state.cart_id)
    orders = tx.orders.of_customer(state.customer_id, limit=3) if state.customer_id else tx.orders.of_conversation(conversation_id)
    facts: dict[str, object] = {
        "customer": state.customer_id,
        "orders": [f"{order.number} {order.status.value}" for order in orders],
        "in_cart": [f"{line.quantity} x {line.sku}" for line in cart.lines] if cart else [],
        "returns": [f"{rma.number} {rma.status.value}" for rma in tx.returns.of_conversation(conversation_id)],
        "bookings": [f"{one.id} {one.status.value}" for one in tx.bookings.of_conversation(conversation_id)],
        "open_question": state.question.topic if state.question else None,
        "slots": collected_slots(conversation_id, tx),
    }
    return {name: value for name, value in facts.items() if value}


def collected_slots(conversation_id: ConversationId, tx: Transaction) -> Mapping[str, str]:
    """What was understood so far, newest value of each slot; the conversation's own turns tell it."""
    found: dict[str, str] = {}
    for turn in tx.conversations.turns(conversation_id):
        for slot in as_sequence(as_mapping(turn.answer.get("understanding")).get("slots")):
            fields = as_mapping(slot)
            confidence = fields.get("confidence")
            if isinstance(confidence, int | float) and confidence >= LEAST_SURE:
                found[str(fields.get("name"))] = _plain_words(fields.get("value"))[:200]
    return found


def _plain_words(value: object) -> str:
    """A stretch of time as a person writes it; everything else as it is."""
    stretch = as_mapping(value)
    if {"starts", "ends"} <= stretch.keys():
        return " to ".join(str(stretch[edge])[:16].replace("T", " ") for edge in ("starts", "ends"))
    return ", ".join(f"{name} {one}" for name, one in stretch.items()) if stretch else str(value)


def _as_sentence(code: str) -> str:
    return f"{code.replace('_', ' ').capitalize()}."


def ticket_summary(command: RequestHandoff, facts: Mapping[str, object]) -> str:
    """In the language of the staff; made of records only."""
    told = [FEELS.get(command.emotion, ""), WORDS.get(command.risk, ""), WORDS.get(command.reason, _as_sentence(command.reason))]
    orders = [str(order) for order in as_sequence(facts.get("orders"))]
    in_cart = [str(line) for line in as_sequence(facts.get("in_cart"))]
    told.append(f"Orders: {', '.join(orders)}." if orders else "No known order.")
    if in_cart:
        told.append(f"In the cart: {', '.join(in_cart)}.")
    return " ".join(dict.fromkeys(filter(None, told)))
