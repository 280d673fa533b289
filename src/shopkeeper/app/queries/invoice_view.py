"""An order's invoice and credit notes in words and numbers: for the page, for the shopper's API and for staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.invoices.invoice import Invoice, InvoiceRow, RowKind
from shopkeeper.ports.phrase_book import PhraseBook


def invoice_json(paper: Invoice, phrases: PhraseBook, locale: str) -> dict[str, object]:
    """`rows`, and `taxes` unless they are `tax_included`, add up to `total`. Titles of goods are as they were sold."""
    buyer = paper.buyer
    return {
        "number": paper.number,
        "kind": paper.kind.value,
        "title": phrases.word(f"invoice.{paper.kind.value}", locale=locale),
        "order_number": paper.order_number,
        "issued_at": paper.issued_at.isoformat(),
        "supplied_at": paper.supplied_at.isoformat(),
        "corrects": paper.corrects,
        "seller": {
            "name": paper.seller.name,
            "lines": list(paper.seller.lines),
            "vat_id": paper.seller.vat_id,
            "tax_number": paper.seller.tax_number,
            "register": paper.seller.register,
            "contact": paper.seller.contact,
        },
        "buyer": {"name": buyer.name, "lines": list(buyer.lines)} if buyer is not None else None,
        "rows": [_row(row, phrases, locale) for row in paper.rows],
        "tax_included": paper.tax_included,
        "taxes": [
            {
                "rate": percent_text(tax.rate_bp),
                "base": money_json(tax.base),
                "tax": money_json(tax.tax),
                "gross": money_json(tax.base + tax.tax),
            }
            for tax in paper.taxes
        ],
        "total": money_json(paper.total),
        "paid": [
            {"way": part.way, "label": _paid(part.way, part.label, phrases, locale), "amount": money_json(part.amount)}
            for part in paper.paid
        ],
    }


def _row(row: InvoiceRow, phrases: PhraseBook, locale: str) -> dict[str, object]:
    return {
        "kind": row.kind.value,
        "title": row.title or phrases.word(f"invoice.row_{row.kind.value}", locale=locale),
        "quantity": row.quantity,
        "unit_price": money_json(row.unit_price) if row.unit_price is not None else None,
        "rate": percent_text(row.rate_bp) if row.rate_bp is not None and row.kind is not RowKind.TIP else None,
        "amount": money_json(row.amount),
    }


def _paid(way: str, label: str, phrases: PhraseBook, locale: str) -> str:
    word = phrases.word(f"invoice.paid_{way}", locale=locale)
    return f"{word} {label}".strip()


def page_json(papers: Sequence[Invoice], phrases: PhraseBook, locale: str, zone: str) -> list[Mapping[str, object]]:
    """As a page prints them: amounts and days as text in `locale`."""
    return [_printed(invoice_json(paper, phrases, locale), paper, phrases, locale, zone) for paper in papers]


def _printed(shown: dict[str, object], paper: Invoice, phrases: PhraseBook, locale: str, zone: str) -> Mapping[str, object]:
    def money(amount: Money) -> str:
        return phrases.money(amount, locale=locale)

    rows = [
        {**_row(row, phrases, locale), "amount": money(row.amount), "unit_price": money(row.unit_price) if row.unit_price else ""}
        for row in paper.rows
    ]
    taxes = [
        {"rate": percent_text(tax.rate_bp), "base": money(tax.base), "tax": money(tax.tax), "gross": money(tax.base + tax.tax)}
        for tax in paper.taxes
    ]
    paid = [{"label": _paid(part.way, part.label, phrases, locale), "amount": money(part.amount)} for part in paper.paid]
    days = {
        "issued": phrases.word("invoice.day", locale=locale, facts={"day": paper.issued_at.astimezone(ZoneInfo(zone)).date()}),
        "supplied": phrases.word("invoice.day", locale=locale, facts={"day": paper.supplied_at.astimezone(ZoneInfo(zone)).date()}),
    }
    return {**shown, **days, "rows": rows, "taxes": taxes, "paid": paid, "total": money(paper.total)}
