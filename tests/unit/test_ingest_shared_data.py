"""The two shared catalogs come in whole, without a row that is not truly bad."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shopkeeper.adapters.feeds.checkpoint import FileCheckpoint
from shopkeeper.adapters.feeds.opening import open_feed
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.app.ingest.run import IngestReport, ingest
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.ports.product_feed import FeedProblem
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.storage import fresh_sqlite

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
MAPPINGS = ROOT / "src/shopkeeper/content/mappings"

pytestmark = [pytest.mark.data, pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data, which is not on this machine")]


async def take(storage: Storage, folder: Path, source: str, mapping: str) -> tuple[IngestReport, list[FeedProblem]]:
    problems: list[FeedProblem] = []
    report = await ingest(
        open_feed(SHARED / source, mappings=MAPPINGS, mapping=MAPPINGS / mapping, media=folder / "media"),
        storage,
        checkpoint=FileCheckpoint(folder / "checkpoint.json"),
        now=datetime(2026, 9, 15, tzinfo=UTC),
        on_problem=problems.append,
    )
    return report, problems


async def test_the_fashion_catalog(tmp_path: Path) -> None:
    storage = open_storage(fresh_sqlite(tmp_path))
    report, problems = await take(storage, tmp_path, "luma_fashion/products.jsonl", "luma_fashion.yaml")
    assert (report.products, report.variants, problems) == (191, 1891, [])
    hoodie = ProductId("MH01")
    listing = (await storage.read(lambda tx: tx.catalog.listings([hoodie])))[hoodie]
    assert listing.product.option_names == ("color", "size")
    assert (len(listing.variants), listing.price_from) == (15, listing.offers[listing.variants[0].sku].price)
    assert {offer.total_available for offer in listing.offers.values()} == {100}
    assert listing.product.image == "/media/uploads/luma/catalog/mh01-gray_main.jpg"
    assert (tmp_path / "media/luma/catalog/mh01-gray_main.jpg").is_file()
    again, _ = await take(storage, tmp_path, "luma_fashion/products.jsonl", "luma_fashion.yaml")
    assert (again.changed, again.unchanged) == (0, 191)
    await storage.close()


async def test_the_electronics_catalog(tmp_path: Path) -> None:
    storage = open_storage(fresh_sqlite(tmp_path))
    report, problems = await take(storage, tmp_path, "electronics_search/products.jsonl.gz", "electronics_search.yaml")
    assert (report.products, report.rejected_rows) == (19406, 0)
    assert [(problem.field, problem.value) for problem in problems] == [("gtin", "85896333746")]
    toner = ProductId("3920564")
    listing = (await storage.read(lambda tx: tx.catalog.listings([toner])))[toner]
    assert (listing.product.part_number, listing.product.attributes["quantity_per_pack"]) == ("006R90321", 6.0)
    assert (listing.product.variants[0].gtin, listing.offers[listing.variants[0].sku].price.minor) == ("0095205603217", 4995)
    await storage.close()
