"""A pack folder as one `Pack`, or every problem in it at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import yaml

from shopkeeper.adapters.packs.calendar import read_calendar
from shopkeeper.adapters.packs.charges import read_titles
from shopkeeper.adapters.packs.fields import Fields, Problems, entries
from shopkeeper.adapters.packs.goods import Known, read_product, read_service
from shopkeeper.adapters.packs.orders import OrderReader, titles_of
from shopkeeper.adapters.packs.people import read_customer, read_review
from shopkeeper.adapters.packs.policies import read_clauses
from shopkeeper.adapters.packs.returns import read_return
from shopkeeper.adapters.packs.shop import (
    read_categories,
    read_names,
    read_option_words,
    read_profile,
    read_promotion,
    read_store,
    read_things,
    read_wishes,
)
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.shop_pack import Pack, PackedProduct, PackInvalid

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader


def read_pack(path: Path) -> Pack:
    """Read the pack in `path` (docs/reference/pack-format.md).

    Raises PackInvalid with all problems, each with file, entry and field; InvalidInput when there is no pack at all.
    """
    if not (path / "shop.yaml").is_file():
        raise InvalidInput("no_pack", f"there is no shop pack in {path}: it needs a shop.yaml")
    reader = _Reader(path)
    pack = reader.read()
    if reader.problems.found:
        raise PackInvalid(tuple(reader.problems.found))
    return pack


class _Reader:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems = Problems()

    def read(self) -> Pack:
        shop, words = self._mapping("shop.yaml"), self._mapping("words.yaml")
        promoted = tuple(self._list("promotions.yaml"))
        wishes = read_wishes(self._mapping("wishes.yaml"))
        things = read_things(words.inside("things"))
        listed = tuple(self._list("stores.yaml"))
        profile = read_profile(
            shop,
            {**read_names(words), **read_titles("promotion", promoted), **wishes, **things},
            self._mapping("places.yaml"),
            store_countries=[str(store.inside("address").raw.get("country")) for store in listed],
        )
        stores = tuple(read_store(fields, profile.language, profile.currency) for fields in listed)
        categories = tuple(read_categories(self._list("categories.yaml")))
        sellers = [(fields.text("id"), fields.text("kind", "shop")) for fields in self._list("sellers.yaml")]
        known = Known(
            pack=self.path.name,
            currency=profile.currency,
            language=profile.language,
            categories=frozenset(category.id for category in categories),
            sellers=frozenset(seller for seller, _ in sellers),
            own_seller=next((seller for seller, kind in sellers if kind == "shop"), "shop"),
            stores=frozenset(store.id for store in stores),
            tax_categories=frozenset(profile.tax_rates_bp),
            pictures=self._pictures(),
        )
        products = (*self._products(known), *self._services(known))
        self._check_related(products)
        promotions = tuple(read_promotion(fields, profile.currency, profile.zone, profile.language) for fields in promoted)
        customers = tuple(read_customer(fields) for fields in self._list("customers.yaml"))
        option_words = read_option_words(words, _carried(products))
        labels = Labels(language=profile.language, fallback=profile.language, names=profile.texts or {}, values=option_words)
        orders = OrderReader(
            profile=profile,
            customers={customer.id: customer for customer in customers},
            promotions={promotion.id: promotion for promotion in promotions},
            stores=known.stores,
            titles=titles_of(products, labels),
        )
        ids = frozenset(entry.product.id for entry in products)
        placed = tuple(orders.read(fields) for fields in self._list("orders.yaml"))
        return Pack(
            id=self.path.name,
            profile=profile,
            stores=stores,
            categories=categories,
            option_words=option_words,
            promotions=promotions,
            products=products,
            customers=customers,
            orders=placed,
            returns=tuple(read_return(fields, placed, profile) for fields in self._mapping("orders.yaml").each("returns")),
            calendar=read_calendar(self._mapping("services.yaml"), profile, stores),
            reviews=tuple(read_review(fields, ids, profile.zone) for fields in self._list("reviews.yaml")),
            clauses=tuple(read_clauses(self.path / "policies")),
        )

    def _products(self, known: Known) -> Iterator[PackedProduct]:
        for file in sorted((self.path / "products").glob("*.yaml")):
            for fields in self._list(f"products/{file.name}"):
                yield read_product(fields, known)

    def _services(self, known: Known) -> Iterator[PackedProduct]:
        fields = self._mapping("services.yaml")
        staff = {member.text("id"): member.text("name") for member in fields.each("staff")}
        for service in fields.each("services"):
            yield read_service(service, known, staff)

    def _check_related(self, products: Sequence[PackedProduct]) -> None:
        ids = {entry.product.id for entry in products}
        for entry in products:
            for other in entry.product.related:
                if other not in ids:
                    self.problems.add("products", entry.product.id, "related", f"{other} is not known in this pack")

    def _pictures(self) -> frozenset[str]:
        folder = self.path / "pictures"
        return frozenset(file.name for file in folder.iterdir()) if folder.is_dir() else frozenset()

    def _mapping(self, name: str) -> Fields:
        return Fields.of(self._load(name), name, "", self.problems)

    def _list(self, name: str) -> Iterator[Fields]:
        """The entries of a file: a list, or a mapping that holds it under the file's own name."""
        loaded = self._load(name)
        if isinstance(loaded, dict):
            loaded = cast("dict[str, object]", loaded).get(Path(name).stem)
        return entries(loaded, name, "", self.problems)

    def _load(self, name: str) -> object:
        file = self.path / name
        if not file.is_file():
            return None
        try:
            return yaml.load(file.read_bytes(), Loader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
            self.problems.add(name, "", "", f"{place}{getattr(error, 'problem', None) or error}")
            return None


def _carried(products: Sequence[PackedProduct]) -> dict[str, set[str]]:
    """The values that products carry, by name of option or modifier."""
    found: dict[str, set[str]] = {}
    for entry in products:
        for name, values in entry.product.modifiers.items():
            found.setdefault(name, set()).update(values)
        for variant in entry.product.variants:
            for name, value in variant.options.items():
                found.setdefault(name, set()).add(value)
    return dict(sorted(found.items()))
