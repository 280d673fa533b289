"""What became of a purchase under a mandate: told to the customer, counted, and never left waiting for somebody who is away."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.holds import let_all_go
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import let_go
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.mandates.mandate import Mandate, Use, UseState
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.storage import Transaction

CAME_TO_NOTHING = (PaymentStatus.DECLINED, PaymentStatus.CANCELED, PaymentStatus.REFUNDED, PaymentStatus.REQUIRES_ACTION)


def follow_mandate(payment: Payment, checkout: Checkout, order: Order | None, tx: Transaction, moment: Moment) -> tuple[Say, ...] | None:
    """What is said of it instead of what a shopper who waits would hear; None while nothing is decided."""
    mandate = tx.mandates.get(checkout.mandate_id) if checkout.mandate_id else None
    use = next((one for one in mandate.uses if one.checkout_id == checkout.id), None) if mandate else None
    if mandate is None or use is None:
        return None
    if use.state is not UseState.OPEN:
        return ()
    if order is not None:
        return bought(mandate, use, order, tx, moment)
    if payment.status not in CAME_TO_NOTHING:
        return None
    return _came_to_nothing(mandate, payment, checkout, tx, moment, use=use)


def bought(mandate: Mandate, use: Use, order: Order, tx: Transaction, moment: Moment) -> tuple[Say, ...]:
    _settle(mandate, use, UseState.PAID, tx, moment, detail=order.number)
    facts = {"title": mandate.title, "quantity": mandate.quantity, "amount": use.amount, "number": order.number}
    code = (Say(key="payment.pickup_code", facts={"code": order.pickup_code}),) if order.pickup_code else ()
    return (Say(key="mandate.bought", facts=facts), *code, Say(key="mandate.how_to_stop"))


def _came_to_nothing(
    mandate: Mandate, payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment, *, use: Use
) -> tuple[Say, ...]:
    """Nobody is there to try another card or pass the bank's check: everything held is given back at once."""
    asks_bank = payment.status is PaymentStatus.REQUIRES_ACTION
    detail = "step_up" if asks_bank else payment.status.value
    _settle(mandate, use, UseState.FAILED, tx, moment, detail=detail)
    let_all_go(checkout.id, tx)
    if checkout.is_open:
        void = checkout.void_quote("mandate") if checkout.quote else checkout
        tx.checkouts.save(replace(void.move(CheckoutStatus.CANCELED), payment_id=payment.id))
    if asks_bank:
        let_go(payment, "mandate", tx, moment)
    facts = {"title": mandate.title, "amount": payment.amount, "again": (moment.now + mandate.limits.every).date()}
    return (Say(key="mandate.bank_asks" if asks_bank else "mandate.declined", facts=facts),)


def _settle(mandate: Mandate, use: Use, state: UseState, tx: Transaction, moment: Moment, *, detail: str) -> None:
    tx.mandates.save(mandate.settle(use.checkout_id, state))
    facts = {"use": use.number, "checkout": use.checkout_id, "amount": use.amount.minor, "detail": detail}
    action = "mandate.bought" if state is UseState.PAID else "mandate.not_bought"
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=mandate.id, facts=facts))
