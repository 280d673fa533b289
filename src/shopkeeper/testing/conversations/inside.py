"""The shop's own records as a test reads them, through one consistent view of the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.adapters.payments.sandbox import LedgerEntry
from shopkeeper.app.queries.proof_bundle import proof_bundle
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.conversation.events import CommandRan, CommandRefused, NoticeGiven, QuestionClosed
from shopkeeper.domain.conversation.flag import FlagStatus
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, CustomerId, Sku
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment, PaymentStatus
from shopkeeper.domain.returns.rma import GONE, RmaStatus
from shopkeeper.ports.conversation_store import RecordedEvent
from shopkeeper.ports.signer import Signer
from shopkeeper.ports.storage import Transaction

MOST = 10_000


class Books(Protocol):
    """What a payment provider has booked, oldest first."""

    def ledger(self) -> Sequence[LedgerEntry]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where things stood when the step began: versions per conversation, and the audit lines known."""

    versions: Mapping[str, int]
    audited: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """`first_order` are the numbers of orders the shop came with; `speakers` the conversations of the test by name."""

    tx: Transaction
    conversation_id: ConversationId
    conversations: Mapping[str, ConversationId]
    known_orders: frozenset[str]
    before: Before
    bank: Books | None
    signer: Signer

    @property
    def state(self) -> ConversationState:
        state = self.tx.conversations.get(self.conversation_id)
        assert state is not None
        return state

    @property
    def question(self) -> str | None:
        return self.state.question.topic if self.state.question else None

    def events(self) -> list[str]:
        """What happened in the speaker's conversation since the step began; commands and closings also with what they were."""
        after = self.before.versions.get(self.conversation_id, 0)
        recorded = self.tx.conversations.events(self.conversation_id, after=after)
        return [name for entry in recorded for name in _names(entry)]

    def orders(self) -> list[Order]:
        """Orders placed since the test began, oldest first, by anyone."""
        placed = [order for order in self.tx.orders.recent(limit=MOST) if order.number not in self.known_orders]
        return sorted(placed, key=lambda order: int(order.number) if order.number.isdigit() else 0)

    def payments(self) -> list[Payment]:
        return [payment for status in PaymentStatus for payment in self.tx.payments.in_status(status, limit=MOST)]

    def payment_counts(self) -> Mapping[str, int]:
        return Counter(payment.status.value for payment in self.payments())

    def ledger(self) -> Mapping[str, int]:
        """What the provider has booked: how many of each kind, in the plural, and what it keeps of the shoppers' money."""
        entries = self.bank.ledger() if self.bank is not None else ()
        counts = Counter(PLURALS[entry.kind] for entry in entries)
        counts["kept"] = sum(SIGNS[entry.kind] * entry.amount.minor for entry in entries)
        return counts

    def bundles(self) -> list[tuple[str, Mapping[str, object]]]:
        """The signed proof of every order placed since the test began, by order number."""
        proofs = [(order.number, proof_bundle(order.number, self.tx, self.signer, now=order.placed_at)) for order in self.orders()]
        return [(number, proof) for number, proof in proofs if proof is not None]

    def holds(self) -> Mapping[str, int]:
        held: Counter[str] = Counter()
        for hold in self.tx.stock.all_held():
            held[hold.sku] += hold.quantity
        return held

    def exchanging(self) -> Counter[str]:
        """What open exchanges are owed: held until the shop sends it."""
        owed: Counter[str] = Counter()
        for rma in self.tx.returns.recent(limit=MOST):
            if rma.exchange is not None and rma.status in (RmaStatus.REQUESTED, RmaStatus.APPROVED):
                owed[rma.exchange.sku] += rma.exchange.quantity
        return owed

    def capacity(self) -> Mapping[str, int]:
        """Time of kitchens and couriers that is held and not sold."""
        held: Counter[str] = Counter()
        for hold in self.tx.capacity.all_held():
            held[hold.resource] += hold.quantity
        return held

    def returns(self) -> Mapping[str, int]:
        """Returns of the test's conversations by status, and what those that are neither called off nor denied would give back together."""
        found = [rma for name in self.conversations.values() for rma in self.tx.returns.of_conversation(name)]
        counts = Counter(rma.status.value for rma in found)
        counts["refund"] = sum(rma.refund.minor for rma in found if rma.status not in GONE)
        return counts

    def bookings(self) -> Mapping[str, int]:
        """Bookings of the test's conversations by status."""
        found = [one for name in self.conversations.values() for one in self.tx.bookings.of_conversation(name)]
        return Counter(one.status.value for one in found)

    def mandates(self) -> Mapping[str, int]:
        """Mandates of the test's conversations by status, what they were used for, and how that went."""
        found = [one for name in self.conversations.values() for one in self.tx.mandates.of_conversation(name)]
        counts = Counter(one.status.value for one in found)
        uses = [use for one in found for use in one.uses]
        return {**counts, "uses": len(uses), **Counter(use.state.value for use in uses)}

    def saved_methods(self) -> list[str]:
        """Labels of the methods that the test's customers have saved."""
        found = [self.tx.customers.get(customer) for customer in sorted(self._customers())]
        return [method.label for customer in found if customer is not None for method in customer.saved_methods]

    def _customers(self) -> set[CustomerId]:
        states = [self.tx.conversations.get(name) for name in self.conversations.values()]
        return {state.customer_id for state in states if state is not None and state.customer_id is not None}

    def tickets(self) -> Mapping[str, int]:
        """Tickets of the test's conversations by status."""
        found = [one for name in self.conversations.values() for one in self.tx.handoffs.of_conversation(name)]
        return Counter(one.status.value for one in found)

    def noticed(self) -> list[str]:
        """Signs on the flags of the test's conversations, as `claim:looks_different`; a decided flag's end with how it was decided."""
        found = [one for name in self.conversations.values() for one in reversed(self.tx.flags.of_conversation(name))]
        decided = [f"{one.kind.value}:{one.status.value}" for one in found if one.status is not FlagStatus.OPEN]
        return [f"{one.kind.value}:{sign}" for one in found for sign in one.signs] + decided

    def gallery(self) -> list[str]:
        """Skus (or products) that photos of the test's conversations were kept for."""
        mine = set(self.conversations.values())
        return [str(one.sku or one.product_id) for one in self.tx.gallery.all() if one.conversation_id in mine]

    def available(self, sku: str) -> int:
        per_store = self.tx.stock.available([Sku(sku)])
        return sum(per_store.get(Sku(sku), {}).values())

    def checkouts(self) -> list[Checkout]:
        """Every checkout of the test's conversations that got as far as an audit line, a payment or an order."""
        ids = {payment.checkout_id for payment in self.payments()} | {order.checkout_id for order in self.orders()}
        for conversation_id in self.conversations.values():
            ids |= {CheckoutId(found) for found in _checkouts_of(self.tx, conversation_id)}
        found = [self.tx.checkouts.get(checkout_id) for checkout_id in sorted(ids)]
        return [checkout for checkout in found if checkout is not None]

    def audited(self) -> list[str]:
        """Audit actions about the test's conversations, checkouts, payments and orders, in the order of their time."""
        subjects = {str(name) for name in self.conversations.values()} | {checkout.id for checkout in self.checkouts()}
        subjects |= {payment.id for payment in self.payments()}
        for order in self.orders():
            subjects |= {order.id, order.number}
        for conversation_id in self.conversations.values():
            subjects |= {mandate.id for mandate in self.tx.mandates.of_conversation(conversation_id)}
        subjects |= {str(customer) for customer in self._customers()}
        entries = [entry for subject in sorted(subjects) for entry in self.tx.audit.about(subject)]
        return [entry.action for entry in sorted(entries, key=lambda entry: entry.at)]


PLURALS = {"authorization": "authorizations", "capture": "captures", "void": "voids", "refund": "refunds"}
SIGNS = {"authorization": 1, "capture": 0, "void": -1, "refund": -1}


def _names(recorded: RecordedEvent) -> Sequence[str]:
    event = recorded.event
    match event:
        case CommandRan(command=command):
            return (event.type, f"ran:{command}")
        case CommandRefused(command=command, code=code):
            return (event.type, f"refused:{command}", f"refused:{code}")
        case QuestionClosed(reason=reason):
            return (event.type, f"closed:{reason}")
        case NoticeGiven(key=key):
            return (event.type, f"notice:{key}")
        case _:
            return (event.type,)


def _checkouts_of(tx: Transaction, conversation_id: ConversationId) -> set[str]:
    opened = (getattr(entry.event, "checkout_id", None) for entry in tx.conversations.events(conversation_id))
    return {str(checkout_id) for checkout_id in opened if checkout_id}
