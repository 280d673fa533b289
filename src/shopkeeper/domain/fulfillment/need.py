"""What is needed of which goods, and what a branch has or lacks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.fulfillment.allotment import Stock
from shopkeeper.domain.fulfillment.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """`local`: goes by courier or pickup only (fresh, frozen, made to order); `made`: comes out of a kitchen."""

    sku: Sku
    quantity: int
    local: bool = False
    made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """How much of a sku is wanted, and how much of that can be had."""

    sku: Sku
    wanted: int
    had: int


def counted(needs: Iterable[Need]) -> Mapping[Sku, int]:
    """What has to lie on a shelf."""
    found: dict[Sku, int] = {}
    for need in needs:
        if not need.made:
            found[need.sku] = found.get(need.sku, 0) + need.quantity
    return found


def made_count(needs: Iterable[Need]) -> int:
    return sum(need.quantity for need in needs if need.made)


def has_of(need: Need, store: Store, stock: Stock) -> int:
    """How much of `need` the branch can give."""
    if need.made:
        return need.quantity if store.kitchen_per_10_min else 0
    per_store = stock.get(need.sku)
    return need.quantity if per_store is None else min(need.quantity, max(0, per_store.get(store.id, 0)))


def has_all(needs: Sequence[Need], store: Store, stock: Stock) -> bool:
    return all(has_of(need, store, stock) == need.quantity for need in needs)


def lacks_of(needs: Iterable[Need], store: Store, stock: Stock) -> tuple[Lack, ...]:
    """What the branch cannot give; empty when it has it all."""
    found = (Lack(sku=need.sku, wanted=need.quantity, had=has_of(need, store, stock)) for need in needs)
    return tuple(lack for lack in found if lack.had < lack.wanted)
