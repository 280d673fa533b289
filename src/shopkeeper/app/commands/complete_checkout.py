"""The shopper agrees and wants to pay: the price is made once more, and money moves only if it is what they agreed to."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.open_payment import IN_PROGRESS, live_payment
from shopkeeper.app.commands.place_order import place_order
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import QUOTE_VALIDITY, Refreshed, refresh_quote, shop_profile, withdraw_quote
from shopkeeper.app.credit import hold_credit
from shopkeeper.app.holds import extend_all
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import AUTHORIZE, payment_effect
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.change import QuoteChange, change_between
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus, Consent, PaymentMethod
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.readiness import missing, pays_where_nobody_stands
from shopkeeper.domain.core.ids import Digest, TurnId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.payments.payment import Payment, payment_id
from shopkeeper.domain.policy.command import CompleteCheckout
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def complete_checkout(permit: Permit[CompleteCheckout], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Facts carry `code`: `payment_<status>`, `order_placed`, or, when no money moved, `price_changed`, `quote_changed`
    or `quote_expired` with `old_total` and `new_total` of the new quote on the table.

    `price_fell` is true where the new total is lower than the agreed one and nothing else changed: the consent covers it.
    Pressing again gives the same answer: the payment is named after checkout, digest and attempt.
    """
    command = permit.command
    checkout = tx.checkouts.get(command.checkout_id)
    if checkout is None or checkout.status is CheckoutStatus.CANCELED:
        return Refusal(code="checkout_closed")
    if checkout.status is CheckoutStatus.COMPLETED:
        return Ran(facts={"code": "order_placed", "number": checkout.order_number, "again": True})
    payment = live_payment(checkout, tx)
    if checkout.status in IN_PROGRESS and payment is not None:
        return _same_answer(checkout, payment, command.digest)
    return _agree(permit, replace(_after_payment(checkout), delegated_token=command.delegated_token), tx, moment)


def _same_answer(checkout: Checkout, payment: Payment, digest: Digest) -> Ran | Refusal:
    if digest not in checkout.digests_agreed:
        return Refusal(code="payment_under_way", params={"amount": payment.amount})
    return Ran(facts={**_payment_facts(checkout, payment), "again": True})


def _after_payment(checkout: Checkout) -> Checkout:
    """A payment that came to nothing (declined, canceled) does not bar the next attempt."""
    return checkout.move(CheckoutStatus.READY_FOR_COMPLETE) if checkout.status in IN_PROGRESS else checkout


def _agree(permit: Permit[CompleteCheckout], checkout: Checkout, tx: Transaction, moment: Moment) -> Ran | Refusal:
    command = permit.command
    agreed = next((quote for quote in reversed(checkout.quotes) if quote.digest == command.digest), None)
    if agreed is None:
        return Refusal(code="quote_unknown")
    wanted = missing(checkout.delivery)
    if wanted is not None:
        return Refusal(code="checkout_incomplete", params={"missing": wanted.value})
    if pays_where_nobody_stands(checkout):
        return Refusal(code="pickup_payment_conflict", params={"ways": ["deliver_and_pay_now", "pickup_and_pay_there"]})
    lapsed = checkout.quote is None or checkout.quote.expires_at <= moment.now
    consented = checkout.agree(_consent(command.digest, command.consent_text, moment))
    refreshed = refresh_quote(consented, permit.rule_versions, tx, moment)
    if isinstance(refreshed, Refusal):
        withdraw_quote(consented, refreshed.code, tx, moment)
        return refreshed
    return _pay_or_ask(refreshed, agreed, command.consent_text, tx, moment, lapsed=lapsed)


def _pay_or_ask(refreshed: Refreshed, agreed: Quote, consent_text: str, tx: Transaction, moment: Moment, *, lapsed: bool) -> Ran | Refusal:
    checkout, quote = refreshed.checkout, refreshed.quote
    if quote is None and checkout.short_of is not None:
        return Refusal(code="below_minimum", params={"missing": checkout.short_of})
    if quote is None:
        return Refusal(code="checkout_incomplete", params={"missing": "lines"})
    change = change_between(agreed, quote)
    if lapsed:
        return _ask_again(checkout, agreed, quote, "quote_expired", tx)
    if change is QuoteChange.PRICE:
        return _ask_again(checkout, agreed, quote, "price_changed", tx)
    if change is QuoteChange.CONTENTS:
        return _ask_again(checkout, agreed, quote, "quote_changed", tx)
    if change is QuoteChange.FELL:
        checkout = checkout.agree(_consent(quote.digest, consent_text, moment))
    _audit(checkout, quote, tx, moment)
    return _told(_pay(checkout, quote, tx, moment), agreed, quote)


def _ask_again(checkout: Checkout, agreed: Quote, quote: Quote, code: str, tx: Transaction) -> Ran:
    """No money moves: the consent is void, the new quote is on the table."""
    tx.checkouts.save(checkout.void_consent(code))
    return Ran(facts={"code": code, "old_total": agreed.total, "new_total": quote.total, "digest": quote.digest})


def _pay(checkout: Checkout, quote: Quote, tx: Transaction, moment: Moment) -> Ran | Refusal:
    if not hold_credit(quote, tx, moment):
        return Refusal(code="credit_gone")
    if checkout.payment_method is PaymentMethod.PAY_ON_PICKUP or not quote.due:
        return _order(checkout, tx, moment)
    attempt = 1 + sum(payment.quote_digest == quote.digest for payment in tx.payments.for_checkout(checkout.id))
    payment = Payment(
        id=payment_id(checkout.id, quote.digest, attempt),
        checkout_id=checkout.id,
        quote_digest=quote.digest,
        attempt=attempt,
        amount=quote.due,
        provider=shop_profile(tx).payment_provider,
    )
    tx.payments.save(payment)
    # The shopper gets the time of a whole quote to pay, however late in its life they agreed to it.
    extend_all(checkout.id, moment.now + QUOTE_VALIDITY, tx)
    paying = replace(checkout.move(CheckoutStatus.COMPLETE_IN_PROGRESS), payment_id=payment.id)
    tx.checkouts.save(paying)
    effect = payment_effect(AUTHORIZE, payment.id, moment.now, turn_id=moment.turn_id)
    return Ran(facts=_payment_facts(paying, payment), effects=(effect,))


def _order(checkout: Checkout, tx: Transaction, moment: Moment) -> Ran | Refusal:
    tx.checkouts.save(checkout)
    placed = place_order(checkout, None, tx, moment)
    if isinstance(placed, Refusal):
        return placed
    facts = {"code": "order_placed", "number": placed.order.number, "total": placed.order.quote.total}
    return Ran(facts=facts, events=placed.events, effects=placed.effects)


def _told(outcome: Ran | Refusal, agreed: Quote, quote: Quote) -> Ran | Refusal:
    if isinstance(outcome, Refusal) or quote.total == agreed.total:
        return outcome
    return replace(outcome, facts={**outcome.facts, "price_fell": True, "old_total": agreed.total, "new_total": quote.total})


def _payment_facts(checkout: Checkout, payment: Payment) -> dict[str, object]:
    return {
        "code": f"payment_{payment.status.value}",
        "checkout_id": checkout.id,
        "payment_id": payment.id,
        "total": payment.amount,
        "action_url": payment.action_url,
    }


def _consent(digest: Digest, text: str, moment: Moment) -> Consent:
    return Consent(digest=digest, text=text, at=moment.now, turn_id=moment.turn_id or TurnId(""))


def _audit(checkout: Checkout, quote: Quote, tx: Transaction, moment: Moment) -> None:
    facts = {"digest": quote.digest, "total": quote.total.minor, "text": checkout.consents[-1].text}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="quote.agreed", subject=checkout.id, facts=facts))
