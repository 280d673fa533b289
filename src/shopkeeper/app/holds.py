"""What stands behind a quote, as one short list: each participant is taken, kept or let go together with the others.

The money is the last participant, but no line here: it lives at a provider, so it is asked for and given back through the
outbox (`payment_effects`), and an order is placed only when everything on this list could be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shopkeeper.app.hold_stock import move_holds
from shopkeeper.domain.core.ids import CheckoutId, ReservationId, Sku, StoreId, derive
from shopkeeper.domain.fulfillment.allotment import Allotment
from shopkeeper.domain.fulfillment.capacity import CapacityHold, Resource, Slot
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Everything a quote needs to be held: goods, and time of kitchens and couriers."""

    stock: tuple[Allotment, ...] = ()
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotted:
    """What one shipment stood on. `store_id` None: its goods came from wherever they lay."""

    skus: frozenset[Sku]
    store_id: StoreId | None
    resources: frozenset[Resource]


class Participant(Protocol):
    """One kind of thing that is held for a checkout. All calls are within one transaction."""

    def take(self, checkout_id: CheckoutId, wanted: Wanted, tx: Transaction, *, revision: int, expires_at: datetime) -> bool:
        """Hold exactly what is wanted until `expires_at`; False when it cannot be had."""
        ...

    def extend(self, checkout_id: CheckoutId, until: datetime, tx: Transaction) -> None: ...
    def keep(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        """What is held belongs to the order now."""
        ...

    def let_go(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        """Give back what is held and not kept; how many holds that were."""
        ...

    def undo(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        """The order is not carried out: give back what was kept for it, where that can be given back."""
        ...

    def expired(self, now: datetime, limit: int, tx: Transaction) -> Iterable[CheckoutId]: ...


class StockHolds:
    def take(self, checkout_id: CheckoutId, wanted: Wanted, tx: Transaction, *, revision: int, expires_at: datetime) -> bool:
        return move_holds(checkout_id, wanted.stock, tx, revision=revision, expires_at=expires_at)

    def extend(self, checkout_id: CheckoutId, until: datetime, tx: Transaction) -> None:
        tx.stock.extend(checkout_id, until)

    def keep(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.stock.commit(checkout_id)

    def let_go(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.stock.release(checkout_id)

    def undo(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.stock.restock(checkout_id)

    def expired(self, now: datetime, limit: int, tx: Transaction) -> Iterable[CheckoutId]:
        return (hold.checkout_id for hold in tx.stock.expired(now, limit=limit))


class CapacityHolds:
    """Kitchens and couriers."""

    def take(self, checkout_id: CheckoutId, wanted: Wanted, tx: Transaction, *, revision: int, expires_at: datetime) -> bool:
        held = {(hold.resource, hold.starts_at): hold.quantity for hold in tx.capacity.held_for(checkout_id)}
        if held == {(slot.resource, slot.starts_at): slot.quantity for slot in wanted.slots}:
            if held:
                tx.capacity.extend(checkout_id, expires_at)
            return True
        tx.capacity.release(checkout_id)
        # In one order everywhere, so that two checkouts that want the same stretches never wait for one another.
        for slot in sorted(wanted.slots, key=lambda one: (one.resource, one.starts_at)):
            hold = CapacityHold(
                id=ReservationId(derive("cap", checkout_id, slot.resource, slot.starts_at.isoformat(), str(revision))),
                checkout_id=checkout_id,
                resource=slot.resource,
                starts_at=slot.starts_at,
                quantity=slot.quantity,
                expires_at=expires_at,
            )
            if not tx.capacity.take(hold, capacity=slot.capacity):
                tx.capacity.release(checkout_id)
                return False
        return True

    def extend(self, checkout_id: CheckoutId, until: datetime, tx: Transaction) -> None:
        tx.capacity.extend(checkout_id, until)

    def keep(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.capacity.commit(checkout_id)

    def let_go(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.capacity.release(checkout_id)

    def undo(self, checkout_id: CheckoutId, tx: Transaction) -> int:
        return tx.capacity.give_back(checkout_id)

    def expired(self, now: datetime, limit: int, tx: Transaction) -> Iterable[CheckoutId]:
        return (hold.checkout_id for hold in tx.capacity.expired(now, limit=limit))


PARTICIPANTS: Sequence[Participant] = (StockHolds(), CapacityHolds())
"""A voucher or an appointment joins by a line here."""


def take_all(checkout_id: CheckoutId, wanted: Wanted, tx: Transaction, *, revision: int, expires_at: datetime) -> bool:
    """Hold everything or, where one thing cannot be had, nothing."""
    if all(one.take(checkout_id, wanted, tx, revision=revision, expires_at=expires_at) for one in PARTICIPANTS):
        return True
    let_all_go(checkout_id, tx)
    return False


def extend_all(checkout_id: CheckoutId, until: datetime, tx: Transaction) -> None:
    for one in PARTICIPANTS:
        one.extend(checkout_id, until, tx)


def keep_all(checkout_id: CheckoutId, tx: Transaction) -> int:
    return sum(one.keep(checkout_id, tx) for one in PARTICIPANTS)


def let_all_go(checkout_id: CheckoutId, tx: Transaction) -> int:
    return sum(one.let_go(checkout_id, tx) for one in PARTICIPANTS)


def undo_part(checkout_id: CheckoutId, part: Allotted, tx: Transaction) -> int:
    """One shipment of an order is not carried out: its goods are on the shelf, its kitchen and courier are free again."""
    restocked = tx.stock.restock(checkout_id, skus=part.skus, store_id=part.store_id)
    return restocked + tx.capacity.give_back(checkout_id, resources=part.resources)


def undo_all(checkout_id: CheckoutId, tx: Transaction) -> int:
    return sum(one.undo(checkout_id, tx) for one in PARTICIPANTS)


def expired_holds(now: datetime, tx: Transaction, *, limit: int) -> list[CheckoutId]:
    """Checkouts with a hold that ran out, each once."""
    return list(dict.fromkeys(checkout_id for one in PARTICIPANTS for checkout_id in one.expired(now, limit, tx)))
