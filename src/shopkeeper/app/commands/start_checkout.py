"""Opening the checkout of a cart, or coming back to the open one, and pricing it."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.change_cart import quote_facts
from shopkeeper.app.commands.open_payment import IN_PROGRESS, live_payment
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import refresh_quote, withdraw_quote
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.checkout.readiness import missing
from shopkeeper.domain.conversation.events import CheckoutOpened
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, derive
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import StartCheckout
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def start_checkout(permit: Permit[StartCheckout], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Facts: `missing` is what to ask for next (None when the quote is on the table), `quote` what became of it."""
    command = permit.command
    cart = tx.carts.get(command.cart_id)
    if cart is None or not cart.lines:
        return Refusal(code="cart_empty")
    standing = tx.checkouts.open_for(cart.id)
    checkout = standing or _fresh(cart, command.conversation_id, moment)
    opened = (CheckoutOpened(checkout_id=checkout.id),)
    payment = live_payment(checkout, tx) if checkout.status in IN_PROGRESS else None
    if payment is not None:
        facts = {"code": f"payment_{payment.status.value}", "action_url": payment.action_url, "total": payment.amount}
        return Ran(facts={**facts, "checkout_id": checkout.id}, events=opened)
    return _priced(permit, _back(checkout), tx, moment)


def _priced(permit: Permit[StartCheckout], checkout: Checkout, tx: Transaction, moment: Moment) -> Ran | Refusal:
    refreshed = refresh_quote(checkout, permit.rule_versions, tx, moment)
    if isinstance(refreshed, Refusal):
        if tx.checkouts.get(checkout.id) is not None:
            withdraw_quote(checkout, refreshed.code, tx, moment)
        return refreshed
    wanted = missing(refreshed.checkout.delivery)
    facts = {"code": "checkout_started", "checkout_id": checkout.id, "missing": wanted.value if wanted else None}
    return Ran(facts={**facts, **quote_facts(refreshed, tx)}, events=(CheckoutOpened(checkout_id=checkout.id),))


def _fresh(cart: Cart, conversation_id: ConversationId, moment: Moment) -> Checkout:
    """Named after the turn that opens it, so that a turn run twice opens one checkout and a later turn another."""
    opened_by = moment.turn_id or moment.now.isoformat()
    return Checkout(
        id=CheckoutId(derive("chk", cart.id, opened_by)),
        cart_id=cart.id,
        conversation_id=conversation_id,
        customer_id=moment.customer_id or cart.customer_id,
    )


def _back(checkout: Checkout) -> Checkout:
    """A checkout whose payment came to nothing can be priced and agreed to again."""
    if checkout.status not in IN_PROGRESS:
        return checkout
    return replace(checkout.void_consent("payment_ended"), payment_id=None).move(CheckoutStatus.READY_FOR_COMPLETE)
