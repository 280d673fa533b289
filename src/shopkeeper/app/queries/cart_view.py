"""The cart as the shopper sees it: priced from the offers of now, with the best promotions already taken off."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.app.naming import read_labels, wishes_text
from shopkeeper.app.queries.cart_pricing import PricedCart, price_cart
from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.queries.substitutes import substitute_text
from shopkeeper.domain.cart.cart import Cart, Line
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.pricing import missing_for_free_delivery
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.promotions.discount import AppliedDiscount
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction


def cart_json(
    cart: Cart, tx: Transaction, phrases: PhraseBook, locale: str, now: datetime, *, labels: Labels | None = None
) -> dict[str, object]:
    """The `cart` of a cart block; its totals add up to the last of them."""
    checkout = tx.checkouts.open_for(cart.id)
    priced = price_cart(cart, checkout, tx, labels or read_labels(tx, locale), now, bare=True)
    by_id = {line.line_id: line for line in priced.pricing.lines}
    return {
        "id": cart.id,
        "lines": [_line(line, by_id.get(line.id), priced, phrases, locale) for line in cart.lines],
        "totals": _totals(priced, phrases, locale),
        "count": cart.count,
        "hint": _hint(priced, phrases, locale),
    }


def _line(line: Line, quoted: QuoteLine | None, priced: PricedCart, phrases: PhraseBook, locale: str) -> dict[str, object]:
    nothing = Money.zero(priced.profile.currency)
    available = priced.goods.available(line.sku)
    most = priced.profile.max_line_quantity
    return {
        "line_id": line.id,
        "sku": line.sku,
        "title": priced.goods.title(line.sku, line.sku),
        "variant_label": priced.goods.variant_label(line.sku),
        "image_url": priced.goods.image(line.sku),
        "quantity": line.quantity,
        "max_quantity": most if available is None else min(most, available),
        "unit_price": money_json(quoted.unit_price if quoted else nothing),
        "total": money_json(quoted.subtotal if quoted else nothing),
        "modifiers": dict(line.modifiers),
        "substitution": plain(line.substitution) if line.substitution is not None else None,
        "note": _note(line, available, priced.goods.labels, phrases, locale, gone=quoted is None),
    }


def _note(line: Line, available: int | None, labels: Labels, phrases: PhraseBook, locale: str, *, gone: bool) -> str | None:
    """What stands in the way of buying the line, else how it is made and what was wished."""
    if gone:
        return phrases.word("cart.note_gone", locale=locale)
    if available is not None and available < line.quantity:
        return phrases.word("cart.note_short", locale=locale, facts={"available": available})
    wished = substitute_text(line.substitution, phrases, locale)
    return ", ".join(part for part in (wishes_text(line.modifiers, labels), line.note, wished) if part) or None


def _totals(priced: PricedCart, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    pricing = priced.pricing
    rows = [_row("subtotal", phrases.word("totals.subtotal", locale=locale), pricing.goods)]
    rows += [
        _row(
            "discount",
            priced.goods.labels.retitled("promotion", discount.title),
            -discount.amount,
            _instead(discount, priced, phrases, locale),
        )
        for discount in pricing.applied
    ]
    rows += [_row("fee", priced.goods.labels.retitled("fee", title), amount) for title, amount in pricing.fee_sums]
    name = "totals.goods" if pricing.tax_included else "totals.goods_before_tax"
    rows.append(_row("total", phrases.word(name, locale=locale), pricing.before_added_tax))
    return rows


def _row(kind: str, label: str, amount: Money, detail: str | None = None) -> dict[str, object]:
    return {"type": kind, "label": label, "amount": money_json(amount), "detail": detail}


def _instead(discount: AppliedDiscount, priced: PricedCart, phrases: PhraseBook, locale: str) -> str | None:
    """The best offer that had to give way to the first one applied, so that the choice can be checked."""
    losers = [item for item in priced.pricing.rejected if item.reason == "not_stackable" and item.amount is not None]
    if not losers or discount is not priced.pricing.applied[0]:
        return None
    best = max(losers, key=lambda item: item.amount.minor if item.amount else 0)
    return phrases.word(
        "totals.instead_of", locale=locale, facts={"title": priced.goods.labels.retitled("promotion", best.title), "amount": best.amount}
    )


def _hint(priced: PricedCart, phrases: PhraseBook, locale: str) -> str | None:
    terms = priced.profile.delivery
    if not priced.pricing.lines:
        return None
    short = missing_for_free_delivery(terms, priced.pricing.goods_after_discount)
    if short is not None:
        return phrases.word("cart.hint_free_delivery", locale=locale, facts={"missing": short, "fee": terms.fee})
    return phrases.word("cart.hint_delivery_free", locale=locale) if terms.free_from is not None else None
