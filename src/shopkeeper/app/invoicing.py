"""An order's papers brought up to date: its invoice once it is paid, and a credit note for whatever went back since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.invoices.invoice import Buyer, Invoice, InvoiceKind, InvoiceNumber, PaidPart, Seller
from shopkeeper.domain.invoices.of_order import Back, credit_rows, gone_back, invoice_rows
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

DIGITS = 6
SOLD = "sold"
TAKEN = frozenset({PaymentStatus.CAPTURED, PaymentStatus.REFUNDED})


def settle_papers(number: OrderNumber, tx: Transaction, now: datetime) -> Sequence[Invoice]:
    """All papers of the order, oldest first; what is due and not there yet is issued. Doing it again changes nothing."""
    order, profile = tx.orders.get(number), tx.shop.profile()
    if order is None or profile is None:
        return ()
    known = list(tx.invoices.of_order(number))
    if not known and not _is_paid(order, tx):
        return ()
    issuing = _Issuing(order=order, profile=profile, now=now)
    if not known:
        known.append(_invoice(issuing, tx))
    keys = {paper.key for paper in known}
    for back in gone_back(order):
        if back.key not in keys:
            known.append(_credit_note(back, issuing, known, tx))
    return known


def invoice_number(position: int, prefix: str) -> InvoiceNumber:
    return InvoiceNumber(f"{prefix}{position:0{DIGITS}d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issuing:
    order: Order
    profile: ShopProfile
    now: datetime


def _is_paid(order: Order, tx: Transaction) -> bool:
    """The money is here: taken by the provider, paid at the till with the goods, or nothing was left to pay."""
    if order.payment_id is not None:
        payment = tx.payments.get(order.payment_id)
        return payment is not None and payment.status in TAKEN
    if order.payment_method is PaymentMethod.PAY_ON_PICKUP and order.quote.due:
        return order.status is OrderStatus.DELIVERED
    return not order.quote.due or any(event.kind == "paid" for event in order.events)


def _invoice(at: _Issuing, tx: Transaction) -> Invoice:
    quote, position = at.order.quote, tx.invoices.next_number()
    seller = at.profile.seller or Seller(name=at.profile.name)
    paid = [PaidPart(way=part.kind, label=part.label, amount=part.amount) for part in quote.credit]
    if quote.due:
        paid.insert(0, PaidPart(way=at.order.payment_method.value, label="", amount=quote.due))
    paper = Invoice(
        number=invoice_number(position, seller.number_prefix),
        kind=InvoiceKind.INVOICE,
        key=SOLD,
        order_number=at.order.number,
        issued_at=at.now,
        supplied_at=at.order.placed_at,
        seller=seller,
        buyer=_buyer(at, tx),
        rows=invoice_rows(quote),
        taxes=quote.taxes,
        tax_included=quote.tax_included,
        total=quote.total,
        paid=tuple(paid),
    )
    tx.invoices.add(paper, position)
    return paper


def _credit_note(back: Back, at: _Issuing, earlier: Sequence[Invoice], tx: Transaction) -> Invoice:
    position, sold = tx.invoices.next_number(), earlier[0]
    rows = credit_rows(back, at.order, tx.returns.of_order(at.order.number), earlier)
    note = Invoice(
        number=invoice_number(position, sold.seller.number_prefix),
        kind=InvoiceKind.CREDIT_NOTE,
        key=back.key,
        order_number=at.order.number,
        issued_at=max(at.now, back.at),
        supplied_at=back.at,
        seller=at.profile.seller or Seller(name=at.profile.name),
        buyer=sold.buyer,
        rows=rows.rows,
        taxes=rows.taxes,
        tax_included=True,
        total=back.amount,
        paid=back.parts,
        corrects=sold.number,
    )
    tx.invoices.add(note, position)
    return note


def _buyer(at: _Issuing, tx: Transaction) -> Buyer | None:
    """Where it was delivered to, else where the customer lives; a guest who fetches it is nobody we know."""
    order = at.order
    customer = tx.customers.get(order.customer_id) if order.customer_id is not None else None
    address = order.quote.delivery.address or next(iter(customer.addresses if customer is not None else ()), None)
    name = (customer.name if customer is not None else None) or (address.name if address is not None else None)
    return Buyer(name=name or "", lines=_lines(address, at.profile.country)) if name or address is not None else None


def _lines(address: Address | None, home: str) -> tuple[str, ...]:
    """With the country where it is not the shop's own."""
    if address is None:
        return ()
    abroad = address.country if address.country != home else None
    return tuple(line for line in (address.line1, address.line2, f"{address.postal_code} {address.city}", abroad) if line)
