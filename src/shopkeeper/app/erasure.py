"""Forgetting a customer: what goes at once, what the law keeps and until when, and a certificate of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from shopkeeper.app.holds import let_all_go
from shopkeeper.app.method_keeping import forget_at_provider
from shopkeeper.app.photos_sent import FIND_MARKS, LEARN_PHOTO
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.conversation.events import ConversationEvent, ConversationStarted, DataErased, Replied
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.ids import CartId, ConversationId, CustomerId, EffectId, derive
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

INVOICE_YEARS = 8
INVOICE_LAW = "§ 147 AO, § 14b UStG (invoices, 8 years from the end of the year)"
MOST_ORDERS = 10_000
FORGET_MEDIA = "forget_media"
OF_PHOTOS = (LEARN_PHOTO, FIND_MARKS)
"""Work that names a photo of the conversation; done or not, nothing shall name it any more."""


def erase_customer(customer_id: CustomerId, tx: Transaction, now: datetime) -> Mapping[str, object]:
    """Remove the customer, their conversations and unfinished checkouts; keep placed orders as invoices, cut off from the person's account.

    Raises InvalidInput (404) for a customer nobody knows, and (409) while a payment of theirs is still open.
    """
    customer = tx.customers.get(customer_id)
    if customer is None:
        raise InvalidInput("customer_not_found", "There is no such customer.", status=404)
    conversations = tx.conversations.of_customer(customer_id)
    bookings = tx.bookings.of_customer(customer_id)
    _refuse_open_payments(conversations, tx)
    orders = tx.orders.of_customer(customer_id, limit=MOST_ORDERS)
    for booking in bookings:
        _forget_booking(booking, tx, now)
    unfinished = sum(_forget_conversation(state, tx, now) for state in conversations)
    for order in orders:
        tx.orders.save(replace(order, customer_id=None, conversation_id=None))
    returns = tx.returns.of_customer(customer_id)
    for rma in returns:
        tx.returns.save(replace(rma, customer_id=None, conversation_id=None, comment=""))
    mandates = tx.mandates.erase(customer_id)
    for method in customer.saved_methods:
        forget_at_provider(method, tx, now)
    tx.customers.erase(customer_id)
    certificate: dict[str, object] = {
        "customer_id": customer_id,
        "erased_at": now.isoformat(),
        "erased": {
            "profile": 1,
            "addresses": len(customer.addresses),
            "payment_tokens": len(customer.saved_methods),
            "conversations": len(conversations),
            "unfinished_checkouts": unfinished,
            "bookings": len(bookings),
            "mandates": mandates,
        },
        "kept": [_kept(order) for order in orders],
    }
    digest = digest_of(certificate)
    tx.audit.append(AuditEntry(at=now, actor="shopper", action="customer.erased", subject=customer_id, facts={"certificate": digest}))
    return {**certificate, "digest": digest}


def erase_conversation(conversation_id: ConversationId, tx: Transaction, now: datetime) -> Mapping[str, object]:
    """A guest's conversation with all that hangs on it. Raises InvalidInput (404), (409) as above."""
    state = tx.conversations.get(conversation_id)
    if state is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    _refuse_open_payments([state], tx)
    orders = tx.orders.of_conversation(conversation_id)
    unfinished = _forget_conversation(state, tx, now)
    for order in orders:
        tx.orders.save(replace(order, conversation_id=None))
    certificate: dict[str, object] = {
        "conversation_id": conversation_id,
        "erased_at": now.isoformat(),
        "erased": {"conversations": 1, "addresses": 0, "unfinished_checkouts": unfinished},
        "kept": [_kept(order) for order in orders],
    }
    digest = digest_of(certificate)
    facts = {"certificate": digest}
    tx.audit.append(AuditEntry(at=now, actor="shopper", action="conversation.erased", subject=conversation_id, facts=facts))
    return {**certificate, "digest": digest}


def begin_anew(tx: Transaction, state: ConversationState, token_hash: str, events: Sequence[ConversationEvent], *, at: datetime) -> None:
    """The conversation goes on under its id, as a guest's that begins with the certificate: nothing said before is kept."""
    cart_id = CartId(derive("crt", state.id, at.isoformat()))
    started = ConversationStarted(
        conversation_id=state.id, cart_id=cart_id, locale=state.locale, storefront=state.storefront, customer_id=None
    )
    fresh = tx.conversations.start(started, token_hash=token_hash, at=at)
    tx.conversations.append(fresh, [event for event in events if isinstance(event, DataErased | Replied)], at=at)


def forget_media_effect(conversation_id: ConversationId, now: datetime) -> QueuedEffect:
    """Photos and voice notes lie outside the database; erasing them is tried until it is done."""
    effect_id = EffectId(derive("eff", FORGET_MEDIA, conversation_id, now.isoformat()))
    return QueuedEffect(id=effect_id, kind=FORGET_MEDIA, body={"conversation_id": conversation_id}, due_at=now)


def _forget_booking(booking: Booking, tx: Transaction, now: datetime) -> None:
    """Appointments to come are given up; those of the past stay as figures without a person."""
    nobody = replace(booking, customer_id=None, conversation_id=None)
    if booking.is_live(now) and booking.ends_at > now:
        tx.bookings.let_go(nobody.close(BookingStatus.CANCELED))
    else:
        tx.bookings.save(nobody)


def _refuse_open_payments(conversations: Sequence[ConversationState], tx: Transaction) -> None:
    paying = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)
    if any(checkout.status in paying for state in conversations for checkout in tx.checkouts.of_conversation(state.id)):
        raise InvalidInput("payment_open", "A payment is still under way. Finish or cancel it, then ask again.", status=409)


def _forget_conversation(state: ConversationState, tx: Transaction, now: datetime) -> int:
    """The conversation and its unfinished checkouts, with what they held; how many checkouts that were."""
    unfinished = [checkout for checkout in tx.checkouts.of_conversation(state.id) if checkout.status is not CheckoutStatus.COMPLETED]
    for checkout in unfinished:
        let_all_go(checkout.id, tx)
        tx.checkouts.remove(checkout.id)
    for booking in tx.bookings.of_conversation(state.id):
        _forget_booking(booking, tx, now)
    tx.handoffs.erase(state.id)
    tx.flags.erase(state.id)
    tx.gallery.erase(state.id)
    tx.outbox.forget(OF_PHOTOS, state.id)
    tx.conversations.erase(state.id)
    tx.outbox.put(forget_media_effect(state.id, now))
    return len(unfinished)


def _kept(order: Order) -> Mapping[str, object]:
    until = date(order.placed_at.year + INVOICE_YEARS, 12, 31)
    return {"what": f"invoice of order {order.number}", "until": until.isoformat(), "law": INVOICE_LAW}
