"""Staff give back a part of an order, or all of it, within the shop's limits; to what paid it, or onto a gift card the shopper chose."""

from __future__ import annotations

from shopkeeper.app.commands.fulfill_order import given_says
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.credit import gift_card
from shopkeeper.app.moment import Moment
from shopkeeper.app.refunding import STAFF, Wish, give_back, left_of
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.payments.payment import NotHeld, NotTakenYet
from shopkeeper.domain.policy.command import RefundOrder
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def refund_order(permit: Permit[RefundOrder], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Once for each key: again it changes nothing and says so. Facts: `amount`, `left`, and `says` for the shopper."""
    command = permit.command
    order = tx.orders.get(command.number)
    if order is None:
        return Refusal(code="order_unknown")
    reason = f"{STAFF}{command.key}"
    facts = {"code": "order_refunded", "number": order.number, "amount": command.amount}
    if any(event.note == reason for event in order.events):
        return Ran(facts={**facts, "left": left_of(order, tx), "again": True})
    card = gift_card(command.card_code, command.amount.currency) if command.card_code is not None else None
    try:
        _, given = give_back(order, Wish(amount=command.amount, reason=reason, key=command.key, card=card), tx, moment)
    except NotTakenYet:
        return Refusal(code="refund_not_taken_yet")
    except NotHeld:
        return Refusal(code="refund_over_left", params={"left": left_of(order, tx)})
    said = Say(key="refund.by_staff", facts={"number": order.number, "amount": command.amount})
    return Ran(facts={**facts, "left": left_of(order, tx), "says": (said, *given_says(given))})
