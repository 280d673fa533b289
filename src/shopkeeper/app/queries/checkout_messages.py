"""What stands between a checkout and its order, and what changed since the shopper agreed (UCP messages)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from shopkeeper.domain.checkout.change import QuoteChange, change_between
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.readiness import missing, pays_where_nobody_stands
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction

BLOCKS_QUOTE = frozenset({"short_stock", "stock_gone", "line_gone"})
ASKED_AGAIN = frozenset({"quote_changed", "price_changed", "quote_expired"})
EDITABLE = (CheckoutStatus.INCOMPLETE, CheckoutStatus.READY_FOR_COMPLETE)


def messages_json(
    checkout: Checkout, tx: Transaction, phrases: PhraseBook, locale: str, now: datetime, *, scattered: bool = False
) -> list[dict[str, object]]:
    """`scattered`: the goods cannot all be had as they were asked for, and there are ways out."""
    if checkout.status not in EDITABLE:
        return []
    cart = tx.carts.get(checkout.cart_id)
    apart = [("error", "not_at_one_store", "requires_buyer_input", dict[str, object]())] if scattered else []
    found = [*_missing(checkout, is_empty=cart is None or not cart.lines), *apart, *_since_consent(checkout), *_expiry(checkout, now)]
    return [
        {"type": kind, "code": code, "content": phrases.word(f"checkout.message_{code}", locale=locale, facts=facts), "severity": severity}
        for kind, code, severity, facts in found
    ]


def _missing(checkout: Checkout, *, is_empty: bool) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    if is_empty:
        yield "error", "cart_empty", "requires_buyer_input", {}
        return
    wanted = missing(checkout.delivery)
    if wanted is not None:
        yield "error", f"{wanted.value}_missing", "requires_buyer_input", {}
    if checkout.short_of is not None and checkout.quote is None:
        yield "error", "below_minimum", "requires_buyer_input", {"missing": checkout.short_of}
    if checkout.quote_void_reason in BLOCKS_QUOTE:
        yield "error", checkout.quote_void_reason, "requires_buyer_input", {}
    if pays_where_nobody_stands(checkout):
        yield "error", "pickup_payment_conflict", "requires_buyer_input", {}


def _since_consent(checkout: Checkout) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """A consent that was not carried out because the quote moved: both totals are shown, above the pay button."""
    quote, last = checkout.quote, checkout.consents[-1] if checkout.consents else None
    if quote is None or last is None or last.void_reason not in ASKED_AGAIN:
        return
    agreed = next((old for old in reversed(checkout.quotes) if old.digest == last.digest), None)
    if agreed is None:
        return
    yield "warning", _code_of(agreed, quote), "requires_buyer_review", {"old_total": agreed.total, "new_total": quote.total}


def _code_of(agreed: Quote, quote: Quote) -> str:
    match change_between(agreed, quote):
        case QuoteChange.NONE:
            return "price_checked"
        case QuoteChange.CONTENTS:
            return "quote_changed"
        case QuoteChange.PRICE | QuoteChange.FELL:
            return "price_changed"


def _expiry(checkout: Checkout, now: datetime) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    has_run_out = checkout.quote is not None and checkout.quote.expires_at <= now
    if has_run_out or checkout.quote_void_reason in ("expired", "quote_expired"):
        yield "warning", "quote_expired", "recoverable", {}
