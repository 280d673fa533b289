"""Taking in a catalog: good products whole, bad rows named, nothing twice, and on again after a crash."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.adapters.feeds.checkpoint import FileCheckpoint
from shopkeeper.adapters.feeds.opening import open_feed
from shopkeeper.adapters.feeds.problem_files import ProblemFiles, inert
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.app.ingest import run
from shopkeeper.app.ingest.run import IngestReport, ingest
from shopkeeper.app.ingest.values import Unreadable, is_available, parse_price, plain_text, to_money
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.offer import StockState
from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import ProductId, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput, TransientFault
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.product_feed import FeedProblem
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Storage, Transaction
from shopkeeper.testing.storage import fresh_sqlite

MAPPINGS = Path(__file__).parents[2] / "src/shopkeeper/content/mappings"
NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
MAIN = StoreId("main")


def open_the_shop(tx: Transaction) -> None:
    free = Money(minor=6000, currency="EUR")
    terms = DeliveryTerms(fee=Money(minor=490, currency="EUR"), free_from=free, days_min=1, days_max=3, countries=frozenset({"DE"}))
    tx.shop.put_profile(
        ShopProfile(
            name="Test",
            currency="EUR",
            country="DE",
            zone="Europe/Berlin",
            language="en",
            languages=("en",),
            accent="#000000",
            delivery=terms,
            tax_rates_bp={"standard": 1900, "reduced": 700},
            max_line_quantity=99,
        )
    )
    place = Point(lat=52.5, lon=13.4)
    tx.shop.put_stores(
        [Store(id=MAIN, name="Main", zone="Europe/Berlin", line1="x", postal_code="1", city="B", country="DE", point=place, week={})]
    )


@dataclass
class Bench:
    """A shop, a folder for feeds, and what the last run told."""

    storage: Storage
    folder: Path
    problems: list[FeedProblem] = field(default_factory=list[FeedProblem])
    progress: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @property
    def checkpoint(self) -> FileCheckpoint:
        return FileCheckpoint(self.folder / "state" / "feed.json")

    async def take(self, rows: Sequence[dict[str, Any]] | str, *, name: str = "feed.jsonl", restart: bool = False) -> IngestReport:
        text = rows if isinstance(rows, str) else "".join(json.dumps(row) + "\n" for row in rows)
        (self.folder / name).write_text(text, encoding="utf-8", errors="surrogatepass")
        self.problems, self.progress = [], []
        return await ingest(
            open_feed(self.folder / name, mappings=MAPPINGS, media=self.folder / "media"),
            self.storage,
            checkpoint=self.checkpoint,
            now=NOW,
            on_problem=self.problems.append,
            on_progress=lambda done, total: self.progress.append((done, total)),
            restart=restart,
        )

    async def listing(self, product_id: str) -> Listing | None:
        found = await self.storage.read(lambda tx: tx.catalog.listings([ProductId(product_id)]))
        return found.get(ProductId(product_id))

    async def revision(self) -> int:
        return await self.storage.read(lambda tx: tx.catalog.revision())

    def told(self, severity: str = "rejected") -> list[tuple[int, str]]:
        return [(problem.line, problem.field) for problem in self.problems if problem.severity == severity]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncGenerator[Bench]:
    storage = open_storage(fresh_sqlite(tmp_path))
    await storage.write(open_the_shop)
    yield Bench(storage, tmp_path)
    await storage.close()


def lamp(number: int = 1, **changes: object) -> dict[str, Any]:
    return {"id": f"L{number}", "title": f"Lamp {number}", "price": "12.50", "quantity": 5, "category": "Home > Lights", **changes}


async def test_a_product_comes_in_with_offer_stock_and_category(bench: Bench) -> None:
    row = lamp(description="<p>Warm &amp; bright</p><script>alert(1)</script>", ean="4006381333931", brand="Lux", sale_price="10 EUR")
    report = await bench.take([row])
    assert (report.products, report.changed, report.rejected_rows, report.warnings) == (1, 1, 0, 0)
    listing = await bench.listing("L1")
    assert listing is not None
    assert listing.product.description == {"en": "Warm & bright"}
    assert listing.product.variants[0].gtin == "4006381333931"
    offer = next(iter(listing.offers.values()))
    assert (offer.price.minor, offer.compare_at, offer.available) == (1000, Money(minor=1250, currency="EUR"), {MAIN: 5})
    categories = await bench.storage.read(lambda tx: tx.shop.categories())
    assert [(c.id, c.title) for c in categories] == [("home", {"en": "Home"}), ("home/lights", {"en": "Lights"})]


HOSTILE: list[tuple[dict[str, object], str]] = [
    ({"price": "-1"}, "price"),
    ({"price": "0"}, "price"),
    ({"price": "0.001"}, "price"),
    ({"price": "99999999999"}, "price"),
    ({"price": "1.299"}, "price"),
    ({"price": "NaN"}, "price"),
    ({"price": "1e9"}, "price"),
    ({"price": "free"}, "price"),
    ({"price": ""}, "price"),
    ({"price": "12.50 USD"}, "price"),
    ({"currency": "USD"}, "price"),
    ({"title": ""}, "title"),
    ({"title": "<b> </b>\u0000"}, "title"),
    ({"title": "x" * 501}, "title"),
    ({"id": "", "sku": ""}, "id"),
    ({"id": "a/../b"}, "id"),
    ({"id": "x" * 101}, "id"),
    ({"id": "two\nlines"}, "id"),
    ({"sku": "L1\u202e"}, "sku"),
    ({"quantity": "many"}, "quantity"),
    ({"quantity": "1e12"}, "quantity"),
    ({"tax_category": "luxury"}, "tax"),
    ({"age_limit": "adult"}, "age_limit"),
]


@pytest.mark.parametrize(("changes", "wrong"), HOSTILE)
async def test_a_bad_row_is_left_out_and_the_run_goes_on(bench: Bench, changes: dict[str, object], wrong: str) -> None:
    report = await bench.take([lamp(1), lamp(2, **changes), lamp(3)])
    assert bench.told() == [(2, wrong)]
    assert (report.products, report.rejected_products, report.rejected_rows) == (2, 1, 1)
    assert await bench.storage.read(lambda tx: tx.catalog.count()) == 2


async def test_a_lone_surrogate_is_told_of_and_the_run_goes_on(bench: Bench) -> None:
    report = await bench.take('{"id": "A", "title": "x\\ud800y", "price": 1}\n' + json.dumps(lamp()) + "\n")
    assert (report.products, bench.told()) == (1, [(1, "")])


async def test_doubtful_facts_are_dropped_with_a_warning(bench: Bench) -> None:
    rows = [
        lamp(1, ean="4006381333932", availability="perhaps", unit_pricing_measure="a lot", image_link="javascript:alert(1)"),
        lamp(2, ean="4006381333931", description="word " * 5000),
        lamp(3, ean="4006381333931"),
    ]
    report = await bench.take(rows)
    assert (report.products, report.rejected_rows) == (3, 0)
    assert sorted(set(bench.told("warning"))) == [
        (1, "availability"),
        (1, "gtin"),
        (1, "image"),
        (1, "measure"),
        (2, "description"),
        (3, "gtin"),
    ]
    first, third = await bench.listing("L1"), await bench.listing("L3")
    assert first is not None
    assert third is not None
    assert (first.product.variants[0].gtin, first.product.image, third.product.variants[0].gtin) == (None, None, None)
    assert first.state(first.product.variants[0].sku) is StockState.SOLD_OUT


TEE = "sku,group_id,title,price,size,quantity\n"


async def test_one_bad_variant_keeps_the_whole_product_out(bench: Bench) -> None:
    good = TEE + "T-S,T,Tee,19.00,S,1\nC,,Cap,9.00,,4\nT-M,T,Tee,19.00,M,2\n"
    assert (await bench.take(good, name="t.csv")).products == 2
    report = await bench.take(good.replace("19.00,M", "-5,M").replace("19.00,S", "18.00,S"), name="t.csv")
    assert bench.told() == [(4, "price"), (2, "id")]
    assert (report.products, report.rejected_products) == (1, 1)
    listing = await bench.listing("T")
    assert listing is not None
    assert {offer.price.minor for offer in listing.offers.values()} == {1900}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([lamp(1), lamp(1, title="Other")], [(2, "id")]),
        ([lamp(1, sku="S"), lamp(2, sku="S")], [(2, "sku")]),
        ([lamp(1, group_id="G"), lamp(1, group_id="G")], [(2, "options"), (1, "id")]),
        ([lamp(1, group_id="G", size="S"), lamp(2, group_id="G", size="S")], [(2, "options"), (1, "id")]),
    ],
)
async def test_doubles_are_told_of(bench: Bench, rows: list[dict[str, Any]], told: list[tuple[int, str]]) -> None:
    await bench.take(rows)
    assert bench.told() == told


async def test_a_sku_of_another_product_of_the_shop_is_not_taken_over(bench: Bench) -> None:
    await bench.take([lamp(1, sku="S")])
    report = await bench.take([lamp(2, sku="S"), lamp(3)], name="other.jsonl")
    assert (bench.told(), report.products, report.changed, report.rejected_products) == ([(1, "sku")], 1, 1, 1)
    assert await bench.listing("L2") is None


async def test_shared_options_become_attributes(bench: Bench) -> None:
    await bench.take([lamp(1, group_id="G", size="S", color="red"), lamp(2, group_id="G", size="M", color="red")])
    listing = await bench.listing("G")
    assert listing is not None
    assert (listing.product.option_names, listing.product.attributes) == (("size",), {"color": "red"})


async def test_the_same_feed_twice_changes_nothing(bench: Bench) -> None:
    rows = [lamp(number) for number in range(1, 40)]
    await bench.take(rows)
    revision = await bench.revision()
    report = await bench.take(rows)
    assert (report.changed, report.unchanged, await bench.revision()) == (0, 39, revision)
    rows[7]["price"] = "13.00"
    report = await bench.take(rows)
    assert (report.changed, report.unchanged, await bench.revision()) == (1, 38, revision + 1)


async def test_stock_follows_the_feed(bench: Bench) -> None:
    async def state(**changes: object) -> tuple[StockState, int | None]:
        row = lamp(1, **changes)
        await bench.take([{key: value for key, value in row.items() if value is not None}])
        listing = await bench.listing("L1")
        assert listing is not None
        sku = listing.product.variants[0].sku
        return listing.state(sku), listing.offers[sku].total_available

    assert await state(quantity=5) == (StockState.IN_STOCK, 5)
    assert await state(quantity=-2) == (StockState.SOLD_OUT, 0)
    assert await state(quantity=None, availability="in stock") == (StockState.UNKNOWN, None)
    assert await state(quantity=9, availability="preorder") == (StockState.SOLD_OUT, 0)


async def test_a_sale_price_holds_in_its_dates_only(bench: Bench) -> None:
    dates = "2026-09-01T00:00+02:00/2026-09-30T00:00+02:00"
    over = "2026-08-01T00:00+02:00/2026-08-31T00:00+02:00"
    rows = [lamp(n, sale_price="9.00", sale_price_effective_date=span) for n, span in enumerate((dates, over, "soon"), start=1)]
    await bench.take(rows)
    listings = [await bench.listing(f"L{number}") for number in (1, 2, 3)]
    assert [listing.price_from.minor for listing in listings if listing and listing.price_from] == [900, 1250, 1250]
    assert bench.told("warning") == [(3, "sale_dates")]


class Crashes:
    """A storage whose `at`-th write never happens."""

    def __init__(self, storage: Storage, at: int) -> None:
        self._storage = storage
        self.left = at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._storage, name)

    async def write(self, work: Callable[[Transaction], Any]) -> Any:
        self.left -= 1
        if self.left == 0:
            raise TransientFault("the power went")
        return await self._storage.write(work)


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6])
async def test_a_run_goes_on_where_it_was_cut_off(bench: Bench, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(run, "BATCH", 10)
    rows = [lamp(number, **({"price": "-1"} if number == 17 else {})) for number in range(1, 41)]
    whole = bench.storage
    bench.storage = Crashes(whole, at)  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TransientFault):
        await bench.take(rows)
    bench.storage = whole
    stored = await whole.read(lambda tx: tx.catalog.count())
    assert stored == min(max(0, (at - 2) * 10), 39)
    report = await bench.take(rows)
    assert (report.resumed, report.changed) == (stored, 39 - stored)
    assert bench.told() == [(17, "price")]
    assert await whole.read(lambda tx: tx.catalog.count()) == 39
    assert (await bench.take(rows)).resumed == 0


async def test_a_changed_source_or_restart_begins_anew(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 10)
    rows = [lamp(number) for number in range(1, 31)]
    for changed, restart in ((True, False), (False, True)):
        whole = bench.storage
        bench.storage = Crashes(whole, 3)  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(TransientFault):
            await bench.take(rows)
        bench.storage = whole
        if changed:
            rows[0]["title"] = "Changed"
        assert (await bench.take(rows, restart=restart)).resumed == 0
    listing = await bench.listing("L1")
    assert listing is not None
    assert listing.product.title == {"en": "Changed"}


async def test_progress_reaches_the_end(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 5)
    await bench.take([lamp(number) for number in range(1, 13)])
    assert bench.progress == [(5, 12), (10, 12), (12, 12)]


async def test_without_a_shop_the_reason_is_said(tmp_path: Path) -> None:
    storage = open_storage(fresh_sqlite(tmp_path))
    with pytest.raises(InvalidInput, match="shopkeeper init"):
        await Bench(storage, tmp_path).take([lamp()])
    await storage.close()


def test_reject_files_are_harmless_in_a_spreadsheet(tmp_path: Path) -> None:
    values = ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "plain", "a,b", "x\ud800"]
    with ProblemFiles(tmp_path, "feed") as files:
        for value in values:
            files.write(FeedProblem(line=2, field="title", reason="is bad", value=value))
    with (tmp_path / "feed.rejected.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["value"] for row in rows] == ["'=HYPERLINK(1)", "'+1", "'-1", "'@x", "'\tx", "plain", "a,b", "x?"]
    assert (rows[0]["line"], rows[0]["field"], rows[0]["reason"]) == ("2", "title", "is bad")
    assert files.written("warning") is None
    assert inert("") == ""
    with ProblemFiles(tmp_path, "feed"):
        pass
    assert not (tmp_path / "feed.rejected.csv").exists()


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("49", 4900), ("49.00 EUR", 4900), ("EUR 49.00", 4900), ("49,00 €", 4900), ("€49", 4900), ("1.299,00", 129900),
        ("1,299.00", 129900), ("1'299.50", 129950), ("1 299,50", 129950), ("1.299.000,00", None), ("0.5", 50), ("52.0000", 5200),
        ("1,299,000", None), ("0.125", None), ("12,345", None), ("1,29,00", None), ("12 13 EUR USD", None), ("", None), ("--1", None),
    ],
)  # fmt: skip
def test_prices(text: str, minor: int | None) -> None:
    if minor is None:
        with pytest.raises(Unreadable):
            to_money(parse_price(text), "EUR")
    else:
        assert to_money(parse_price(text), "EUR") == Money(minor=minor, currency="EUR")


def test_minor_units_follow_the_currency() -> None:
    assert to_money(parse_price("1200 JPY"), "JPY").minor == 1200
    assert to_money(parse_price("1.5"), "KWD").minor == 1500
    with pytest.raises(Unreadable, match="smaller than one minor unit"):
        to_money(parse_price("12.5"), "JPY")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a  b\u00a0c", "a b c"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("Fish &amp; chips &#39;n", "Fish & chips 'n"),
        ("<style>p{}</style>x<!-- y -->z", "xz"),
        ("a\x00b\x1bc", "abc"),
        ('17" monitor', '17" monitor'),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    ("text", "available"), [("https://schema.org/InStock", True), ("in stock", True), ("OutOfStock", False), ("backorder", False)]
)
def test_availability(text: str, available: bool) -> None:
    assert is_available(text) is available
