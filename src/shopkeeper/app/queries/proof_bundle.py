"""Everything that proves a sale in one signed file: what was quoted, agreed, paid and ordered, under which rules, in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.conversation.events import CommandRan
from shopkeeper.domain.core.digest import canonical_json, digest_of, plain
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.ports.signer import Signer
from shopkeeper.ports.storage import Transaction

FORMAT = "shopkeeper.sale.v1"
SALE_COMMANDS = frozenset({"StartCheckout", "UpdateCheckout", "ApplyCode", "CompleteCheckout"})


def proof_bundle(number: OrderNumber, tx: Transaction, signer: Signer, *, now: datetime) -> Mapping[str, object] | None:
    """`{"bundle", "signature", "key"}`, JSON-ready; None for an unknown order.

    The signature is a detached JWS over the canonical JSON of `bundle`. What opens doors (pickup code, payment page) stays out.
    """
    order = tx.orders.get(number)
    checkout = tx.checkouts.get(order.checkout_id) if order else None
    if order is None or checkout is None:
        return None
    bundle = _bundle(order, checkout, tx, now)
    return {"bundle": bundle, "signature": signer.sign(canonical_json(bundle).encode()), "key": dict(signer.public_jwk())}


def _bundle(order: Order, checkout: Checkout, tx: Transaction, now: datetime) -> Mapping[str, object]:
    return {
        "format": FORMAT,
        "made_at": now.isoformat(),
        "order": _order(order),
        "quotes": [_quote(quote) for quote in checkout.quotes],
        "consents": plain(checkout.consents),
        "rules": list(_rules(order, tx)),
        "payments": [_payment(payment) for payment in tx.payments.for_checkout(checkout.id)],
        "audit": chained(tx.audit.about(checkout.id)),
    }


def _order(order: Order) -> Mapping[str, object]:
    return {
        "id": order.id,
        "number": order.number,
        "checkout_id": order.checkout_id,
        "placed_at": order.placed_at.isoformat(),
        "payment_method": order.payment_method.value,
        "payment_id": order.payment_id,
        "digest": order.quote.digest,
        "total": order.quote.total.minor,
        "currency": order.quote.currency,
        "events": plain(order.events),
    }


def _quote(quote: Quote) -> Mapping[str, object]:
    """The quote as kept, the terms its digest is made of, and its sums line by line."""
    lines = [{"sku": line.sku, "subtotal": line.subtotal.minor, "total": line.total.minor} for line in quote.lines]
    sums = {
        "lines": lines,
        "goods": quote.goods.minor,
        "discount": quote.discount.minor,
        "delivery_fee": quote.delivery_fee.minor,
        "fees": quote.fee_total.minor,
        "tax_added": quote.tax_added.minor,
        "tip": quote.tip.minor if quote.tip else 0,
        "total": quote.total.minor,
    }
    return {"digest": quote.digest, "terms": plain(quote.terms), "quote": plain(quote), "sums": sums}


def _payment(payment: Payment) -> Mapping[str, object]:
    return {name: value for name, value in plain(payment).items() if name != "action_url"}


def _rules(order: Order, tx: Transaction) -> Iterator[Mapping[str, object]]:
    """The gate's rule versions behind each command of the sale."""
    if order.conversation_id is None:
        return
    for recorded in tx.conversations.events(order.conversation_id):
        event = recorded.event
        if isinstance(event, CommandRan) and event.command in SALE_COMMANDS and recorded.at <= order.placed_at:
            yield {"at": recorded.at.isoformat(), "command": event.command, "rule_versions": plain(dict(event.rule_versions))}


def chained(entries: Sequence[AuditEntry]) -> list[Mapping[str, object]]:
    """The entries of this sale as a chain of their own: each digest covers the one before."""
    links: list[Mapping[str, object]] = []
    digest = digest_of(FORMAT)
    for entry in entries:
        digest = entry.chained(digest)
        links.append({"entry": plain(entry), "digest": digest})
    return links
