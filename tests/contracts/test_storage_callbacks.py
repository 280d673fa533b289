"""Endpoints and the place in the audit trail, on every storage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint, Secret
from shopkeeper.ports.storage import Storage, Transaction

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)


def endpoint(name: str, *events: str) -> CallbackEndpoint:
    return CallbackEndpoint(id=name, url=f"https://{name}.example/in", secrets=(Secret(value="whsec_YQ==", since=NOW),), events=events)


async def test_endpoints_are_kept_changed_and_removed(storage: Storage) -> None:
    await storage.write(lambda tx: [tx.callbacks.save(endpoint(name, "order")) for name in ("b", "a")])
    assert [found.id for found in await storage.read(lambda tx: tx.callbacks.endpoints())] == ["a", "b"]
    rotated = endpoint("a").rotate("whsec_Yg==", NOW)
    await storage.write(lambda tx: tx.callbacks.save(rotated))
    assert await storage.read(lambda tx: tx.callbacks.get("a")) == rotated
    await storage.write(lambda tx: tx.callbacks.remove("a"))
    assert await storage.read(lambda tx: tx.callbacks.get("a")) is None


async def test_the_place_in_the_trail_only_moves_on(storage: Storage) -> None:
    assert await storage.read(lambda tx: tx.callbacks.told_up_to()) == 0
    await storage.write(lambda tx: tx.callbacks.tell_up_to(7))
    await storage.write(lambda tx: tx.callbacks.tell_up_to(3))
    assert await storage.read(lambda tx: tx.callbacks.told_up_to()) == 7


async def test_the_trail_is_read_from_a_place_on(storage: Storage) -> None:
    def work(tx: Transaction) -> None:
        for number in range(5):
            at = NOW + timedelta(seconds=number)
            tx.audit.append(AuditEntry(at=at, actor="shopper", action="order.placed", subject=f"chk_{number}", facts={"n": number}))

    await storage.write(work)
    found = await storage.read(lambda tx: tx.audit.after(2, limit=2))
    assert [(position, entry.subject) for position, entry in found] == [(3, "chk_2"), (4, "chk_3")]
    assert list(await storage.read(lambda tx: tx.audit.after(5, limit=2))) == []
