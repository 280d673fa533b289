"""How far the payment of a checkout is, and which ways to pay it has."""

from __future__ import annotations

from shopkeeper.app.commands.payment_says import REASON_CLASS
from shopkeeper.domain.checkout.checkout import Checkout, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction

SHOWN_AS: dict[PaymentStatus, str] = {
    PaymentStatus.CREATED: "processing",
    PaymentStatus.UNKNOWN: "unknown",
    PaymentStatus.REQUIRES_ACTION: "requires_action",
    PaymentStatus.AUTHORIZED: "authorized",
    PaymentStatus.CAPTURED: "captured",
    PaymentStatus.DECLINED: "declined",
    PaymentStatus.CANCELED: "none",
    PaymentStatus.REFUNDED: "none",
}


def current_payment(checkout: Checkout, tx: Transaction) -> Payment | None:
    return tx.payments.get(checkout.payment_id) if checkout.payment_id else None


def payment_json(checkout: Checkout, payment: Payment | None, tx: Transaction, phrases: PhraseBook, locale: str) -> dict[str, object]:
    status = SHOWN_AS[payment.status] if payment is not None else "none"
    methods = [
        {"id": method.value, "label": phrases.word(f"payment.method_{method.value}", locale=locale)} for method in _methods(checkout, tx)
    ]
    return {
        "status": status,
        "method": checkout.payment_method.value,
        "methods": methods,
        "saved_methods": _saved(checkout, tx),
        "keep": {"offered": _may_keep(checkout, tx), "agreed": checkout.keep_method is not None},
        "parts": _parts(checkout, phrases, locale),
        "pay_url": payment.action_url if payment is not None and payment.status is PaymentStatus.REQUIRES_ACTION else None,
        "message": _message(payment, phrases, locale) if payment is not None else None,
    }


def _saved(checkout: Checkout, tx: Transaction) -> list[dict[str, object]]:
    """The customer's saved methods, the one that pays marked; what a tap needs to choose another."""
    customer = tx.customers.get(checkout.customer_id) if checkout.customer_id else None
    methods = customer.saved_methods if customer else ()
    pays = checkout.saved_method or (methods[0].token if methods else None)
    return [{"id": one.id, "label": one.label, "chosen": one.token == pays} for one in methods]


def _may_keep(checkout: Checkout, tx: Transaction) -> bool:
    """Only a customer who is signed in is asked, and only where a card is typed."""
    known = checkout.customer_id is not None and tx.customers.get(checkout.customer_id) is not None
    return known and checkout.payment_method is PaymentMethod.CARD


def _parts(checkout: Checkout, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    """What pays how much of the total, gift cards first; empty while one method pays it all."""
    quote = checkout.quote or (checkout.quotes[-1] if checkout.quotes and not checkout.is_open else None)
    if quote is None or not quote.credit:
        return []
    parts: list[dict[str, object]] = [
        {"method": part.kind, "label": f"{phrases.word(f'credit.{part.kind}', locale=locale)} {part.label}", "amount": part.amount.minor}
        for part in quote.credit
    ]
    method = checkout.payment_method.value
    if quote.due:
        label = phrases.word(f"payment.method_{method}", locale=locale)
        parts.append({"method": method, "label": label, "amount": quote.due.minor})
    return parts


def _methods(checkout: Checkout, tx: Transaction) -> list[PaymentMethod]:
    customer = tx.customers.get(checkout.customer_id) if checkout.customer_id else None
    methods = [PaymentMethod.CARD]
    if customer is not None and customer.saved_methods:
        methods.append(PaymentMethod.SAVED_CARD)
    if checkout.delivery is not None and checkout.delivery.method is DeliveryMethod.PICKUP:
        methods.append(PaymentMethod.PAY_ON_PICKUP)
    return methods


def declined_text(payment: Payment, phrases: PhraseBook, locale: str) -> str:
    return phrases.word(f"payment.declined_{REASON_CLASS.get(payment.decline_code or '', 'bank')}", locale=locale)


def _message(payment: Payment, phrases: PhraseBook, locale: str) -> str | None:
    match payment.status:
        case PaymentStatus.DECLINED:
            return declined_text(payment, phrases, locale)
        case PaymentStatus.REQUIRES_ACTION if payment.decline_code:
            return declined_text(payment, phrases, locale)
        case PaymentStatus.UNKNOWN:
            return phrases.word("payment.checking", locale=locale)
        case _:
            return None
