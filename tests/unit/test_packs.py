"""A pack folder becomes a shop: every problem named, amounts re-added, and seeding again changes nothing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import AsyncGenerator
from functools import cache
from pathlib import Path

import pytest

from shopkeeper.adapters.packs.reader import read_pack
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.app.seed import seed
from shopkeeper.domain.catalog.gtin import is_gtin
from shopkeeper.domain.core.ids import CustomerId, OrderNumber, ProductId, Sku, StoreId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.orders.order import OrderStatus
from shopkeeper.entry.cli.init import start_pack
from shopkeeper.entry.cli.output import UsageProblem
from shopkeeper.ports.shop_pack import Pack, PackInvalid
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.storage import fresh_sqlite

PACKS = Path(__file__).parents[2] / "src/shopkeeper/content/packs"


@cache
def lantern() -> Pack:
    return read_pack(PACKS / "lantern_market")


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncGenerator[Storage]:
    opened = open_storage(fresh_sqlite(tmp_path))
    yield opened
    await opened.close()


async def test_the_demo_shop_is_seeded_whole(storage: Storage) -> None:
    pack = lantern()
    report = await seed(pack, storage)
    assert report.products == report.products_changed == len(pack.products) >= 264
    listing = (await storage.read(lambda tx: tx.catalog.listings([ProductId("trail-jacket")])))[ProductId("trail-jacket")]
    offers = {sku: (offer.price.minor, offer.total_available) for sku, offer in listing.offers.items()}
    assert offers == {"JKT-BLU-M": (8900, 0), "JKT-BLU-L": (8900, 4), "JKT-BLK-M": (7900, 3)}
    profile = await storage.read(lambda tx: tx.shop.profile())
    assert profile is not None
    assert (profile.currency, profile.delivery.fee.minor, profile.support_hours) == ("EUR", 490, "Mo-Fr 09:00-18:00; Sa 10:00-14:00")
    words = await storage.read(lambda tx: tx.shop.option_words())
    assert words["color"]["blue"]["de"][0] == "blau"
    assert "normal" in words["ice"]
    stores = await storage.read(lambda tx: tx.shop.stores())
    assert [store.id for store in stores] == ["mitte", "nord", "sued"]


async def test_past_orders_carry_their_real_amounts(storage: Storage) -> None:
    await seed(lantern(), storage)
    order = await storage.read(lambda tx: tx.orders.get(OrderNumber("1041")))
    assert order is not None
    assert (order.quote.total.minor, order.quote.discount.minor, order.status) == (6210, 690, OrderStatus.DELIVERED)
    assert [(line.sku, line.total.minor) for line in order.quote.lines] == [("BAG-TAN", 4050), ("MUG-2", 2160)]
    assert [applied.code for applied in order.quote.applied] == ["SAVE10"]
    newest = (await storage.read(lambda tx: tx.orders.of_customer(CustomerId("ana"))))[0]
    assert newest.number == "1102"
    assert await storage.write(lambda tx: tx.orders.next_number()) == "1103"


async def test_a_customer_is_known_by_the_hash_of_the_demo_token(storage: Storage) -> None:
    await seed(lantern(), storage)
    hashed = hashlib.sha256(b"demo-ana").hexdigest()
    customer = await storage.read(lambda tx: tx.customers.by_token_hash(hashed))
    assert customer is not None
    assert (customer.id, customer.verified) == ("ana", True)


async def test_seeding_again_keeps_what_the_shop_did_since(storage: Storage) -> None:
    await seed(lantern(), storage)
    tan, mitte = Sku("BAG-TAN"), StoreId("mitte")
    await storage.write(lambda tx: tx.stock.set_on_hand(tan, mitte, 1))
    before = await storage.read(lambda tx: (tx.catalog.revision(), tx.shop.revision()))
    report = await seed(lantern(), storage)
    assert (report.products_changed, report.skus_stocked, report.customers_added, report.orders_added) == (0, 0, 0, 0)
    assert (report.shop_changed, report.reviews_changed, report.clauses_changed) == (False, False, False)
    assert await storage.read(lambda tx: (tx.catalog.revision(), tx.shop.revision())) == before
    assert (await storage.read(lambda tx: tx.stock.available([tan])))[tan][mitte] == 1


def test_the_starter_pack_is_a_whole_shop(tmp_path: Path) -> None:
    start_pack(tmp_path / "mine")
    pack = read_pack(tmp_path / "mine")
    assert [entry.product.id for entry in pack.products] == ["example-mug"]
    assert {clause.id for clause in pack.clauses} == {"delivery-standard", "returns-window"}
    with pytest.raises(UsageProblem, match="not empty"):
        start_pack(tmp_path / "mine")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("products/example.yaml", "price: 1490", "price: -1", "products/example.yaml [example-mug.MUG-BLUE] price: must be 1 or more"),
        ("products/example.yaml", "price: 1490", "price: 14.90", "[example-mug.MUG-BLUE] price: must be a whole number"),
        ("products/example.yaml", "attributes:", "atributes:", "[example-mug] atributes: is not a field of this format"),
        ("products/example.yaml", "home/tableware", "home/tables", "[example-mug] category: home/tables is not known in this pack"),
        ("products/example.yaml", "sku: MUG-GREEN", "sku: MUG-BLUE", "[example-mug.MUG-BLUE] sku: MUG-BLUE is used twice"),
        ("products/example.yaml", "stock: {main: 12}", "stock: {moon: 12}", "moon: moon is not known in this pack"),
        (
            "products/example.yaml",
            "options: {color: green}",
            "options: {size: L}",
            "[example-mug.MUG-GREEN] options: must name exactly color",
        ),
        ("products/example.yaml", "sku: MUG-BLUE", 'sku: MUG-BLUE\n      gtin: "4006381333932"', "gtin: 4006381333932 is not a valid GTIN"),
        ("products/example.yaml", "[mug, cup]", "[mug, no]", "words] en: must hold texts only"),
        ("shop.yaml", "currency: EUR", "", "shop.yaml currency: is missing"),
        ("shop.yaml", "fee: 490", "fee: free", "shop.yaml [delivery] fee: must be a whole number, not text"),
        ("stores.yaml", '["09:00", "18:00"]', '["18:00", "09:00"]', "stores.yaml [main.hours] mon: opens after it closes"),
        ("categories.yaml", "- id: home", "- id: [home", "categories.yaml: line"),
        ("promotions.yaml", "percent_bp: 1000", "percent_bp: 1000\n    amount: 5", "exactly one of percent_bp and amount"),
    ],
)
def test_problems_name_file_entry_and_field(tmp_path: Path, file: str, old: str, new: str, problem: str) -> None:
    shutil.copytree(PACKS / "starter", tmp_path / "mine")
    path = tmp_path / "mine" / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(PackInvalid) as caught:
        read_pack(tmp_path / "mine")
    assert problem in caught.value.detail


def test_an_order_that_does_not_add_up_is_named(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern_market", tmp_path / "mine", ignore=shutil.ignore_patterns("pictures"))
    path = tmp_path / "mine" / "orders.yaml"
    path.write_text(path.read_text().replace("discount: 690", "discount: 691"))
    with pytest.raises(PackInvalid, match=r"orders.yaml \[1041.totals\] discount: the lines add up to 690, not 691"):
        read_pack(tmp_path / "mine")


def test_a_folder_without_a_pack_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"needs a shop\.yaml"):
        read_pack(tmp_path)


@pytest.mark.parametrize("code", ["4006381333931", "96385074", "036000291452", "10012345000017"])
def test_gtins(code: str) -> None:
    assert is_gtin(code)
    for place in range(len(code)):
        changed = str((int(code[place]) + 1) % 10)
        assert not is_gtin(code[:place] + changed + code[place + 1 :])
    assert not is_gtin(code[:-1])
    assert not is_gtin("0" * 13)
