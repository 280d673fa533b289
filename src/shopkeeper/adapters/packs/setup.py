"""The few lines a catalog mapping may carry to open a shop that has no pack."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.adapters.packs.fields import Fields, Problems, entries
from shopkeeper.adapters.packs.shop import read_profile, read_store
from shopkeeper.ports.product_feed import ShopSetup
from shopkeeper.ports.shop_pack import PackInvalid


def read_setup(raw: Mapping[str, object], file: str) -> ShopSetup:
    """`shop` has the fields of shop.yaml, `stores` the entries of stores.yaml. Raises PackInvalid."""
    problems = Problems()
    profile = read_profile(Fields.of(raw.get("shop"), file, "shop", problems), {})
    listed = entries(raw.get("stores"), file, "", problems, "stores")
    stores = tuple(read_store(fields, profile.language, profile.currency) for fields in listed)
    if not stores:
        problems.add(file, "", "stores", "at least one branch is needed: stock is counted there")
    if problems.found:
        raise PackInvalid(tuple(problems.found))
    return ShopSetup(profile=profile, stores=stores)
