"""Each tax of a price with the words that say its rate, and whether it is in the price or on top."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.checkout.lines import TaxLine
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.ports.phrase_book import PhraseBook


def tax_texts(taxes: Sequence[TaxLine], phrases: PhraseBook, locale: str, *, included: bool) -> list[tuple[TaxLine, str]]:
    key = "totals.tax_included" if included else "totals.tax_added"
    return [(tax, phrases.word(key, locale=locale, facts={"rate": percent_text(tax.rate_bp)})) for tax in taxes]
