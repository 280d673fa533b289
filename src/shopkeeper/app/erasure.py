"""Forgetting a customer: what goes at once, what the law keeps and until when, and a certificate of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from shopkeeper.app.commands.holds import let_all_go
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.digest import digest_of
from shopkeeper.domain.core.ids import CustomerId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.storage import Transaction

INVOICE_YEARS = 8
INVOICE_LAW = "§ 147 AO, § 14b UStG (invoices, 8 years from the end of the year)"
MOST_ORDERS = 10_000


def erase_customer(customer_id: CustomerId, tx: Transaction, now: datetime) -> Mapping[str, object]:
    """Remove the customer, their conversations and unfinished checkouts; keep placed orders as invoices, cut off from the person's account.

    Raises InvalidInput (404) for a customer nobody knows, and (409) while a payment of theirs is still open.
    """
    customer = tx.customers.get(customer_id)
    if customer is None:
        raise InvalidInput("customer_not_found", "There is no such customer.", status=404)
    conversations = tx.conversations.of_customer(customer_id)
    _refuse_open_payments(conversations, tx)
    orders = tx.orders.of_customer(customer_id, limit=MOST_ORDERS)
    unfinished = sum(_forget_conversation(state, tx) for state in conversations)
    for order in orders:
        tx.orders.save(replace(order, customer_id=None, conversation_id=None))
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
        },
        "kept": [_kept(order) for order in orders],
    }
    digest = digest_of(certificate)
    tx.audit.append(AuditEntry(at=now, actor="shopper", action="customer.erased", subject=customer_id, facts={"certificate": digest}))
    return {**certificate, "digest": digest}


def _refuse_open_payments(conversations: Sequence[ConversationState], tx: Transaction) -> None:
    paying = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)
    if any(checkout.status in paying for state in conversations for checkout in tx.checkouts.of_conversation(state.id)):
        raise InvalidInput("payment_open", "A payment is still under way. Finish or cancel it, then ask again.", status=409)


def _forget_conversation(state: ConversationState, tx: Transaction) -> int:
    """The conversation and its unfinished checkouts, with what they held; how many checkouts that were."""
    unfinished = [checkout for checkout in tx.checkouts.of_conversation(state.id) if checkout.status is not CheckoutStatus.COMPLETED]
    for checkout in unfinished:
        let_all_go(checkout.id, tx)
        tx.checkouts.remove(checkout.id)
    tx.conversations.erase(state.id)
    return len(unfinished)


def _kept(order: Order) -> Mapping[str, object]:
    until = date(order.placed_at.year + INVOICE_YEARS, 12, 31)
    return {"what": f"invoice of order {order.number}", "until": until.isoformat(), "law": INVOICE_LAW}
