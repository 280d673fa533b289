"""A wish for what is missing, in a few words beside its line, and what staff may give within it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shopkeeper.app.commands.substitute_line import left_to_swap
from shopkeeper.domain.cart.substitution import SubstituteRule, Substitution
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.lines import QuoteLine
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.orders.work import Work
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction


def substitute_text(wish: Substitution | None, phrases: PhraseBook, locale: str) -> str:
    return phrases.word(f"substitute.label_{wish.rule.value}", locale=locale, facts={"to": wish.text}) if wish is not None else ""


def substitutes_json(order: Order, line: QuoteLine, work: Work, tx: Transaction, labels: Labels) -> Mapping[str, object]:
    """`wish` is the rule (None: nothing was said), `may` what it names and lies there, `instead` what came already."""
    wish = order.substitutions.get(line.line_id)
    came = [{"sku": swap.sku, "title": swap.title, "quantity": swap.quantity} for swap in order.swaps if swap.line_id == line.line_id]
    still = left_to_swap(order, work.shipment, tx).get(line.line_id, 0)
    named = wish.skus if wish is not None and wish.rule is SubstituteRule.NAMED and still else ()
    return {
        "wish": wish.rule.value if wish else None,
        "wish_text": wish.text if wish else "",
        "may": _may(named, work, tx, labels),
        "instead": came,
    }


def _may(skus: Iterable[Sku], work: Work, tx: Transaction, labels: Labels) -> list[Mapping[str, object]]:
    wanted = list(skus)
    if not wanted:
        return []
    product_of, stock = tx.catalog.products_of(wanted), tx.stock.available(wanted)
    listings = tx.catalog.listings(set(product_of.values()))
    found: list[Mapping[str, object]] = []
    for sku in wanted:
        listing = listings.get(product_of[sku]) if sku in product_of else None
        variant = listing.product.variant(sku) if listing is not None else None
        free = stock[sku].get(work.store_id, 0) if sku in stock else None
        if listing is not None and variant is not None and (free is None or free > 0):
            found.append({"sku": sku, "title": labels.title(listing.product.title, variant), "free": free})
    return found
