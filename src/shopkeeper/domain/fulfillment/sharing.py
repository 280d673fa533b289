"""Which branches together have what no one of them has: as few as can be, and the one that was asked for first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.fulfillment.allotment import Stock
from shopkeeper.domain.fulfillment.need import Need, has_of
from shopkeeper.domain.fulfillment.store import Store

MOST_SHARES = 3
"""Nobody fetches one order from four branches."""
MOST_LOOKED_AT = 8
"""Branches considered beside the first, in the order given; combinations of many more would be slow and far apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one branch gives."""

    store: Store
    needs: tuple[Need, ...]


def shared(needs: Sequence[Need], stores: Sequence[Store], stock: Stock, *, first: StoreId | None = None) -> tuple[Share, ...]:
    """At least two branches that give `needs` together, each something; empty where no few of them have it all.

    `stores` come best first. The branch `first` gives all it has of everything, where it has any of it.
    """
    lead = [store for store in stores if store.id == first and any(has_of(need, store, stock) for need in needs)]
    others = [store for store in stores if store not in lead][:MOST_LOOKED_AT]
    for count in range(2, MOST_SHARES + 1):
        for rest in combinations(others, count - len(lead)):
            found = _shares(needs, (*lead, *rest), stock)
            if len(found) == count:
                return found
    return ()


def _shares(needs: Sequence[Need], stores: Sequence[Store], stock: Stock) -> tuple[Share, ...]:
    """Each branch in turn gives what it has of what is left; empty where something is left in the end."""
    left: Mapping[int, int] = {index: need.quantity for index, need in enumerate(needs)}
    shares: list[Share] = []
    for store in stores:
        given = {index: min(left[index], has_of(need, store, stock)) for index, need in enumerate(needs)}
        parts = tuple(replace(needs[index], quantity=quantity) for index, quantity in given.items() if quantity)
        if parts:
            shares.append(Share(store=store, needs=parts))
        left = {index: quantity - given[index] for index, quantity in left.items()}
    return tuple(shares) if not any(left.values()) else ()
