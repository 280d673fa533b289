"""Opening a shop from a pack: everything in it is written through the ports; doing it again only refreshes what the files say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from shopkeeper.app.invoicing import settle_papers
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.ports.shop_pack import Pack, PackedProduct
from shopkeeper.ports.storage import Storage, Transaction

BATCH = 200

Progress: TypeAlias = Callable[[str, int, int], None]
"""Hears what is being written, how many are done and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedReport:
    """What was written; all zero and false when the shop already was as the pack has it."""

    shop_changed: bool
    products: int
    products_changed: int
    skus_stocked: int
    customers_added: int
    orders_added: int
    reviews_changed: bool
    clauses_changed: bool


async def seed(pack: Pack, storage: Storage, *, on_progress: Progress | None = None) -> SeedReport:
    """Write `pack` to `storage`.

    Texts, prices and terms follow the files. Stock that is counted already, customers and orders that are known already
    stay as they are: those belong to the running shop.
    """
    say: Progress = on_progress or (lambda what, done, total: None)
    shop_changed = await storage.write(lambda tx: _write_shop(pack, tx))
    changed = stocked = done = 0
    for batch in _batches(pack.products):
        batch_changed, batch_stocked = await storage.write(lambda tx, batch=batch: _write_products(batch, tx))
        changed, stocked, done = changed + batch_changed, stocked + batch_stocked, done + len(batch)
        say("products", done, len(pack.products))
    reviews_changed = await storage.write(lambda tx: _write_reviews(pack, tx))
    clauses_changed = await storage.write(lambda tx: _write_clauses(pack, tx))
    customers, orders = await storage.write(lambda tx: _write_history(pack, tx))
    say("orders", len(pack.orders), len(pack.orders))
    return SeedReport(
        shop_changed=shop_changed,
        products=len(pack.products),
        products_changed=changed,
        skus_stocked=stocked,
        customers_added=customers,
        orders_added=orders,
        reviews_changed=reviews_changed,
        clauses_changed=clauses_changed,
    )


def _batches(entries: Sequence[PackedProduct]) -> Iterator[Sequence[PackedProduct]]:
    for start in range(0, len(entries), BATCH):
        yield entries[start : start + BATCH]


def _write_shop(pack: Pack, tx: Transaction) -> bool:
    """Each part only where it differs: every write moves the shop's revision and makes derived indexes rebuild."""
    shop, changed = tx.shop, False
    if shop.profile() != pack.profile:
        shop.put_profile(pack.profile)
        changed = True
    if tuple(shop.stores()) != pack.stores:
        shop.put_stores(pack.stores)
        changed = True
    if tuple(shop.categories()) != pack.categories:
        shop.put_categories(pack.categories)
        changed = True
    if shop.option_words() != pack.option_words:
        shop.put_option_words(pack.option_words)
        changed = True
    if tx.bookings.calendar() != pack.calendar:
        tx.bookings.put_calendar(pack.calendar)
    known = {promotion.id: promotion for promotion in shop.promotions()}
    for promotion in pack.promotions:
        if known.get(promotion.id) != promotion:
            shop.put_promotion(promotion)
            changed = True
    return changed


def _write_products(batch: Sequence[PackedProduct], tx: Transaction) -> tuple[int, int]:
    changed = tx.catalog.put_many([(entry.product, entry.offers) for entry in batch])
    counts = {Sku(sku): stores for entry in batch for sku, stores in entry.stock.items()}
    counted = tx.stock.available(counts)
    missing: list[tuple[Sku, StoreId, int]] = [
        (sku, store, quantity) for sku, stores in counts.items() if sku not in counted for store, quantity in stores.items()
    ]
    tx.stock.set_many(missing)
    return changed, len({sku for sku, _, _ in missing})


def _write_reviews(pack: Pack, tx: Transaction) -> bool:
    by_product = {review.product_id: [one for one in pack.reviews if one.product_id == review.product_id] for review in pack.reviews}
    differing = [
        reviews for product_id, reviews in by_product.items() if list(tx.shop.reviews(product_id, limit=len(reviews) + 1)) != reviews
    ]
    if differing:
        tx.shop.put_reviews([review for reviews in differing for review in reviews])
    return bool(differing)


def _write_clauses(pack: Pack, tx: Transaction) -> bool:
    differing = [
        language
        for language in sorted({clause.language for clause in pack.clauses})
        if list(tx.shop.clauses(language)) != [clause for clause in pack.clauses if clause.language == language]
    ]
    if differing:
        tx.shop.put_clauses([clause for clause in pack.clauses if clause.language in differing])
    return bool(differing)


def _write_history(pack: Pack, tx: Transaction) -> tuple[int, int]:
    customers = [customer for customer in pack.customers if tx.customers.get(customer.id) is None]
    orders = [order for order in pack.orders if tx.orders.get(order.number) is None]
    for customer in customers:
        tx.customers.save(customer)
    for order in orders:
        tx.orders.save(order)
    for rma in pack.returns:
        if tx.returns.get(rma.number) is None:
            tx.returns.save(rma)
    for order in sorted(orders, key=lambda one: one.placed_at):
        settle_papers(order.number, tx, order.placed_at)
    return len(customers), len(orders)
