"""Taking in a feed: streamed, in batches of whole products, resumable, and without effect where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from shopkeeper.app.ingest.build import Builder, Built, Rejected, Tell, Terms, rejections
from shopkeeper.app.ingest.categories import with_missing
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem, IngestCheckpoint, ProductFeed, ShopSetup
from shopkeeper.ports.storage import Storage, Transaction

BATCH = 250

Progress: TypeAlias = Callable[[int, int], None]
"""Hears how many products were read and how many there are at most."""


@dataclass(slots=True, kw_only=True)
class IngestReport:
    """Counts of one run. `resumed` products were taken in by an earlier, unfinished run of the same feed."""

    products: int = 0
    variants: int = 0
    changed: int = 0
    unchanged: int = 0
    resumed: int = 0
    rejected_products: int = 0
    rejected_rows: int = 0
    warnings: int = 0

    def count(self, problem: FeedProblem) -> None:
        if problem.severity == "warning":
            self.warnings += 1
        else:
            self.rejected_rows += 1


@dataclass(slots=True)
class _Run:
    feed: ProductFeed
    storage: Storage
    checkpoint: IngestCheckpoint
    on_problem: Tell
    report: IngestReport = field(default_factory=IngestReport)
    categories: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])

    def tell(self, problem: FeedProblem) -> None:
        self.report.count(problem)
        self.on_problem(problem)


async def ingest(
    feed: ProductFeed,
    storage: Storage,
    *,
    checkpoint: IngestCheckpoint,
    now: datetime,
    on_problem: Tell,
    on_progress: Progress | None = None,
    restart: bool = False,
) -> IngestReport:
    """Write every good product of `feed`; tell every bad row to `on_problem`.

    A product is written whole, in one transaction with its stock. A run that was cut off goes on after its last finished
    batch, unless `restart`. Raises InvalidInput when the source cannot be read, or the shop has no profile and the feed
    brings none.
    """
    run = _Run(feed, storage, checkpoint, on_problem)
    terms = await storage.write(lambda tx: _terms(feed, tx, now))
    done = 0 if restart else checkpoint.done(feed.digest)
    seen, total = 0, feed.count() if on_progress else 0
    for batch in _batches(_built(feed, Builder(terms, run.tell), run), BATCH):
        fresh = batch[max(0, done - seen) :]
        seen += len(batch)
        run.report.resumed += len(batch) - len(fresh)
        if fresh:
            await _take_in(run, terms, fresh)
            checkpoint.save(feed.digest, seen)
        if on_progress:
            on_progress(min(seen + run.report.rejected_products, total), total)
    await storage.write(lambda tx: _complete_categories(run, terms, tx))
    checkpoint.clear()
    return run.report


def _terms(feed: ProductFeed, tx: Transaction, now: datetime) -> Terms:
    profile = tx.shop.profile()
    if profile is None:
        if feed.setup is None:
            raise InvalidInput(
                "no_shop", "there is no shop yet: `shopkeeper init` starts one, or give the mapping a `shop:` section", status=409
            )
        _set_up(feed.setup, tx)
        profile = feed.setup.profile
    stores = [store.id for store in tx.shop.stores()] or [store.id for store in (feed.setup.stores if feed.setup else ())]
    if feed.store is not None and stores and feed.store not in stores:
        raise InvalidInput("unknown_store", f"the mapping counts stock in {feed.store}, but the shop has {', '.join(stores)}")
    return Terms(
        currency=profile.currency,
        language=profile.language,
        tax_categories=frozenset(profile.tax_rates_bp),
        store=StoreId(feed.store or next(iter(stores), "main")),
        now=now,
    )


def _set_up(setup: ShopSetup, tx: Transaction) -> None:
    tx.shop.put_profile(setup.profile)
    tx.shop.put_stores(setup.stores)


def _built(feed: ProductFeed, builder: Builder, run: _Run) -> Iterator[Built]:
    for entry in feed.read():
        if isinstance(entry, FeedProblem):
            run.tell(entry)
            continue
        built = builder.build(entry)
        if built is None:
            run.report.rejected_products += 1
            continue
        run.categories.add(built.category)
        yield built


def _batches(entries: Iterator[Built], size: int) -> Iterator[Sequence[Built]]:
    batch: list[Built] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def _take_in(run: _Run, terms: Terms, batch: Sequence[Built]) -> None:
    refused, changed = await run.storage.write(lambda tx: _write(batch, terms.store, tx))
    for entry, sku in refused:
        run.report.rejected_products += 1
        rejected = Rejected("sku", "belongs to another product of the shop", sku, _line_of(entry, sku))
        for problem in rejections(entry.source, rejected):
            run.tell(problem)
    taken = len(batch) - len(refused)
    out = {id(entry) for entry, _ in refused}
    run.report.products += taken
    run.report.variants += sum(len(entry.product.variants) for entry in batch if id(entry) not in out)
    run.report.changed += changed
    run.report.unchanged += taken - changed


def _line_of(entry: Built, sku: Sku) -> int:
    return next((row.line for row in entry.source.variants if row.sku.strip() == sku), entry.source.line)


def _write(batch: Sequence[Built], store: StoreId, tx: Transaction) -> tuple[list[tuple[Built, Sku]], int]:
    """Products whose sku another product holds are left out, with that sku; the rest is written with its stock."""
    owners = tx.catalog.products_of(sku for entry in batch for sku in entry.stock)
    refused: list[tuple[Built, Sku]] = []
    taken: list[Built] = []
    for entry in batch:
        foreign = next((sku for sku in entry.stock if owners.get(sku, entry.product.id) != entry.product.id), None)
        if foreign is None:
            taken.append(entry)
        else:
            refused.append((entry, foreign))
    changed = tx.catalog.put_many([(entry.product, entry.offers) for entry in taken])
    _count_stock(taken, store, tx)
    return refused, changed


def _count_stock(taken: Sequence[Built], store: StoreId, tx: Transaction) -> None:
    wanted = {sku: count for entry in taken for sku, count in entry.stock.items()}
    counted = tx.stock.available(wanted)
    tx.stock.set_many(
        [(sku, store, count) for sku, count in wanted.items() if count is not None and counted.get(sku, {}).get(store) != count]
    )
    tx.stock.uncount([sku for sku, count in wanted.items() if count is None and sku in counted])


def _complete_categories(run: _Run, terms: Terms, tx: Transaction) -> None:
    known = tuple(tx.shop.categories())
    complete = with_missing(known, run.categories, terms.language)
    if complete != known:
        tx.shop.put_categories(complete)
