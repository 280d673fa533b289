"""A checkout in UCP's shape: what is bought, how it is sent and paid, what it costs, and what is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from shopkeeper.app.naming import read_labels, wishes_text
from shopkeeper.app.queries.basket_ways import OfferedWay, offered_ways
from shopkeeper.app.queries.cart_pricing import Goods, price_cart, read_goods
from shopkeeper.app.queries.checkout_delivery import delivery_text, fulfillment_json
from shopkeeper.app.queries.checkout_messages import messages_json
from shopkeeper.app.queries.checkout_payment import current_payment, payment_json
from shopkeeper.app.queries.tax_texts import tax_texts
from shopkeeper.app.queries.tips_view import tips_json
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.quote import Quote, QuoteLine
from shopkeeper.domain.checkout.taxes import tax_on_line
from shopkeeper.domain.conversation.state import GIFT_NOTE, ConversationState
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction


def checkout_json(
    checkout: Checkout,
    tx: Transaction,
    phrases: PhraseBook,
    locale: str,
    now: datetime,
    *,
    labels: Labels | None = None,
    conversation: ConversationState | None = None,
) -> dict[str, object]:
    """Amounts are plain integers in minor units; totals without `included` add up to the last of them.

    `conversation` is the checkout's own where it is at hand; it is read where it is not.
    """
    quote = checkout.quote if checkout.is_open else (checkout.quotes[-1] if checkout.quotes else None)
    pricing, goods = _priced(checkout, quote, tx, labels or read_labels(tx, locale), now)
    payment, profile = current_payment(checkout, tx), tx.shop.profile()
    ways = _ways(checkout, tx, now, goods.labels)
    waits = payment is not None and payment.status is PaymentStatus.REQUIRES_ACTION and checkout.is_open
    return {
        "id": checkout.id,
        "status": checkout.status.value,
        "currency": pricing.currency,
        "line_items": [_line_item(line, goods, included=pricing.tax_included) for line in pricing.lines],
        "buyer": _buyer(checkout, tx),
        "fulfillment": fulfillment_json(checkout, pricing, tx, phrases, locale, now=now, ways=ways),
        "totals": _totals(pricing, checkout, phrases, locale, goods.labels),
        "discounts": _discounts(pricing, phrases, locale, goods.labels),
        "messages": messages_json(checkout, tx, phrases, locale, now, scattered=bool(ways)),
        "links": [],
        "continue_url": payment.action_url if payment is not None and waits else None,
        "gift_note": _gift_note(checkout, tx, conversation),
        "tips": tips_json(checkout, pricing, profile.tips if profile is not None else None, phrases, locale),
        "payment": payment_json(checkout, payment, tx, phrases, locale),
        "digest": quote.digest if quote is not None and checkout.is_open else None,
        "expires_at": _utc(quote.expires_at) if quote is not None and checkout.is_open else None,
        "order": _order(checkout, tx),
    }


def _ways(checkout: Checkout, tx: Transaction, now: datetime, labels: Labels) -> Sequence[OfferedWay]:
    cart = tx.carts.get(checkout.cart_id)
    if cart is None or not checkout.is_open or checkout.quote is not None:
        return ()
    return offered_ways(checkout, checkout.delivery, cart, tx, now=now, labels=labels)


def _priced(checkout: Checkout, quote: Quote | None, tx: Transaction, labels: Labels, now: datetime) -> tuple[Pricing, Goods]:
    """As quoted, or, while there is no quote to agree to, as it would be quoted now."""
    if quote is not None:
        product_of = tx.catalog.products_of({line.sku for line in quote.lines})
        return Pricing.of(quote), read_goods(product_of, checkout.id, tx, labels)
    cart = tx.carts.get(checkout.cart_id) or Cart(id=checkout.cart_id)
    priced = price_cart(cart, checkout, tx, labels, now)
    return priced.pricing, priced.goods


def _line_item(line: QuoteLine, goods: Goods, *, included: bool) -> dict[str, object]:
    totals: list[dict[str, object]] = [{"type": "subtotal", "amount": line.subtotal.minor}]
    if line.discount:
        # UCP 2026-04-08: what is taken off is negative, so that a receipt simply adds up.
        totals.append({"type": "items_discount", "amount": -line.discount.minor})
    totals.append({"type": "total", "amount": line.total.minor})
    title = goods.full_title(line.sku, line.title)
    item = {"id": line.sku, "title": title, "price": line.unit_price.minor, "image_url": goods.image(line.sku)}
    note = wishes_text(line.modifiers, goods.labels) or None
    tax = {"rate_bp": line.tax_rate_bp, "amount": tax_on_line(line, included=included).minor, "included": included}
    return {
        "id": line.line_id,
        "item": item,
        "quantity": line.quantity,
        "modifiers": dict(line.modifiers),
        "note": note,
        "totals": totals,
        "tax": tax,
    }


def _buyer(checkout: Checkout, tx: Transaction) -> dict[str, object]:
    customer = tx.customers.get(checkout.customer_id) if checkout.customer_id else None
    address = checkout.delivery.address if checkout.delivery else None
    name = (address.name if address else None) or (customer.name if customer else None)
    return {"email": checkout.email or (customer.email if customer else None), "full_name": name}


def _totals(pricing: Pricing, checkout: Checkout, phrases: PhraseBook, locale: str, labels: Labels) -> list[dict[str, object]]:
    rows = [_row("subtotal", phrases.word("totals.subtotal", locale=locale), pricing.goods)]
    rows += [_row("discount", labels.retitled("promotion", discount.title), -discount.amount) for discount in pricing.applied]
    if checkout.delivery is not None:
        rows.append(_row("fulfillment", delivery_text(checkout.delivery.method, pricing, phrases, locale), pricing.delivery_fee))
    rows += [_row("fee", labels.retitled("fee", title), amount) for title, amount in pricing.fee_sums]
    rows += [
        _row("tax", text, tax.tax, included=pricing.tax_included)
        for tax, text in tax_texts(pricing.taxes, phrases, locale, included=pricing.tax_included)
    ]
    if pricing.tip:
        rows.append(_row("tip", phrases.word("totals.tip", locale=locale), pricing.tip))
    rows.append(_row("total", phrases.word("totals.total", locale=locale), pricing.total))
    return rows


def _row(kind: str, text: str, amount: Money, *, included: bool = False) -> dict[str, object]:
    return {"type": kind, "display_text": text, "amount": amount.minor, "included": included}


def _discounts(pricing: Pricing, phrases: PhraseBook, locale: str, labels: Labels) -> dict[str, object]:
    applied = [
        {"code": item.code, "title": labels.retitled("promotion", item.title), "amount": item.amount.minor} for item in pricing.applied
    ]
    rejected = [
        {
            "code": item.code,
            "title": labels.retitled("promotion", item.title),
            "amount": item.amount.minor if item.amount else 0,
            "reason": phrases.word(f"discount.{item.reason}", locale=locale),
        }
        for item in pricing.rejected
    ]
    return {"applied": applied, "rejected": rejected}


def _gift_note(checkout: Checkout, tx: Transaction, conversation: ConversationState | None) -> str | None:
    """As it stands now; of a placed order as it went with it."""
    order = tx.orders.get(checkout.order_number) if checkout.order_number else None
    if order is not None:
        return order.gift_note
    known = conversation if conversation is not None else tx.conversations.get(checkout.conversation_id)
    return next((text for topic, text in known.wishes if topic == GIFT_NOTE), None) if known is not None else None


def _order(checkout: Checkout, tx: Transaction) -> dict[str, object] | None:
    order = tx.orders.get(checkout.order_number) if checkout.order_number else None
    if order is None or checkout.status is not CheckoutStatus.COMPLETED:
        return None
    return {"id": order.id, "number": order.number}


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
