"""What is different between the quote that was agreed to and the one that would be made now."""

from __future__ import annotations

from enum import StrEnum

from shopkeeper.domain.checkout.quote import Quote


class QuoteChange(StrEnum):
    NONE = "none"
    FELL = "fell"
    """Same goods, same delivery, less money."""
    PRICE = "price"
    """Same goods, same delivery, the amounts moved against the shopper or among themselves."""
    CONTENTS = "contents"


def change_between(agreed: Quote, now: Quote) -> QuoteChange:
    if agreed.digest == now.digest:
        return QuoteChange.NONE
    if _contents(agreed) != _contents(now):
        return QuoteChange.CONTENTS
    return QuoteChange.FELL if now.total < agreed.total else QuoteChange.PRICE


def _contents(quote: Quote) -> object:
    lines = [(line.sku, line.quantity, dict(line.modifiers)) for line in quote.lines]
    return (lines, quote.delivery, quote.currency, [part.account_id for part in quote.credit], quote.pay_by, quote.terms.get("shipments"))
