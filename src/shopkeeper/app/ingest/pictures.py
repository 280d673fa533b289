"""New pictures of the catalog are looked at once; what a person should see becomes a flag. None is refused over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.flags import raise_flag
from shopkeeper.domain.catalog.marks import MOST_SHOWN, MarkWords, foreign_brands, rights_of_others
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.conversation.flag import FlagKind
from shopkeeper.ports.picture_checker import PictureChecker, PictureFindings
from shopkeeper.ports.storage import Storage, Transaction

MOST_NAMED = 3


@dataclass(slots=True, kw_only=True)
class PictureReport:
    """`checked` pictures were looked at in this run, for `flagged` of them a person is asked."""

    checked: int = 0
    flagged: int = 0


async def check_pictures(
    storage: Storage,
    checker: PictureChecker,
    *,
    now: datetime,
    unsuitable_from: float,
    words: MarkWords,
    on_progress: Callable[[int, int], None] | None = None,
) -> PictureReport:
    """A run that is cut off goes on where it was: a picture counts as looked at when its flag is stored."""
    products = await storage.scan(lambda tx: tuple(tx.catalog.all_products()))
    words = words.with_brands(product.brand for product in products if product.brand)
    owners = _owners(products)
    report = PictureReport()
    for number, (address, product) in enumerate(owners.items(), start=1):
        found = await checker.check(address)
        if found is not None:
            report.checked += 1
            signs, facts = noticed(product, found, words, unsuitable_from=unsuitable_from)
            if signs:
                report.flagged += 1
                await storage.write(_flag(address, signs, facts, now))
            checker.checked(found.digest)
        if on_progress:
            on_progress(number, len(owners))
    return report


def _owners(products: Sequence[Product]) -> Mapping[str, Product]:
    """Every picture once, with the first product that shows it."""
    owners: dict[str, Product] = {}
    for product in products:
        for address in (product.image, *(variant.image for variant in product.variants)):
            if address:
                owners.setdefault(address, product)
    return owners


def _flag(address: str, signs: Sequence[str], facts: Mapping[str, object], now: datetime) -> Callable[[Transaction], None]:
    def write(tx: Transaction) -> None:
        raise_flag(tx, FlagKind.CATALOG_PICTURE, address, signs, at=now, facts=facts)

    return write


def noticed(
    product: Product, found: PictureFindings, words: MarkWords, *, unsuitable_from: float
) -> tuple[tuple[str, ...], Mapping[str, object]]:
    """What staff should look at, as signs, and the facts that go with them; no signs = nothing."""
    own = (product.brand or "", *product.title.values(), *product.description.values())
    others = foreign_brands(found.lines, words.brands, own)[:MOST_NAMED]
    rights = rights_of_others(found.lines, words.agencies)[:MOST_NAMED]
    is_unsuitable = found.unsuitable is not None and found.unsuitable >= unsuitable_from
    told = {"unsuitable": is_unsuitable, "other_brand": bool(others), "brand_mark": bool(rights)}
    facts: dict[str, object] = {"title": next(iter(product.title.values()), str(product.id)), "product_id": product.id}
    if is_unsuitable and found.unsuitable is not None:
        facts["score"] = round(found.unsuitable, 3)
    if others or rights:
        facts["printed"] = [*others, *(line[:MOST_SHOWN] for line in rights)]
    return tuple(sign for sign, holds in told.items() if holds), facts
