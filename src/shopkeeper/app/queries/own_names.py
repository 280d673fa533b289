"""What the shop calls itself and its goods: names that are nobody else's on a photo."""

from __future__ import annotations

from shopkeeper.ports.storage import Transaction


def own_names(tx: Transaction) -> tuple[str, ...]:
    profile = tx.shop.profile()
    names = {profile.name} if profile is not None else set[str]()
    for product in tx.catalog.all_products():
        names.update((product.brand or "", *product.title.values()))
    return tuple(name for name in names if name)
