"""Outbox, first answers and audit trail: what makes doing a thing twice the same as doing it once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from sqlalchemy import create_engine, text
from storage_samples import NOW, entry

from shopkeeper.adapters.storage.schema import driver_url
from shopkeeper.domain.core.ids import EffectId
from shopkeeper.domain.core.outcome import PermanentFault
from shopkeeper.ports.idempotency_store import FirstAnswer
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect
from shopkeeper.ports.storage import Storage


def effect(name: str, *, minutes: int = 0, status: EffectStatus = EffectStatus.PENDING) -> QueuedEffect:
    due = NOW + timedelta(minutes=minutes)
    return QueuedEffect(id=EffectId(name), kind="authorize", body={"key": "pay_1", "amount": 100}, due_at=due, status=status, turn_id="t-1")


async def test_an_effect_is_queued_once(storage: Storage) -> None:
    assert await storage.write(lambda tx: tx.outbox.put(effect("e")))
    assert not await storage.write(lambda tx: tx.outbox.put(effect("e", minutes=5)))
    assert await storage.read(lambda tx: tx.outbox.get(EffectId("e"))) == effect("e")


async def test_several_effects_are_looked_up_at_once(storage: Storage) -> None:
    await storage.write(lambda tx: [tx.outbox.put(effect(name)) for name in ("a", "b", "c")])
    found = await storage.read(lambda tx: tx.outbox.find([EffectId("a"), EffectId("never"), EffectId("c")]))
    assert {one.id for one in found} == {"a", "c"}
    assert await storage.read(lambda tx: tx.outbox.find([])) == []


async def test_due_effects_are_claimed_oldest_first(storage: Storage) -> None:
    await storage.write(lambda tx: [tx.outbox.put(effect(name, minutes=minutes)) for name, minutes in (("b", 0), ("a", -1), ("later", 1))])
    claimed = await storage.write(lambda tx: tx.outbox.claim(NOW, limit=9, lease_s=30))
    assert [(each.id, each.status) for each in claimed] == [("a", EffectStatus.CLAIMED), ("b", EffectStatus.CLAIMED)]
    assert await storage.write(lambda tx: tx.outbox.claim(NOW, limit=9, lease_s=30)) == []


async def test_no_effect_is_claimed_twice_at_once(storage: Storage) -> None:
    await storage.write(lambda tx: [tx.outbox.put(effect(f"e-{number:02}")) for number in range(40)])
    claims = await asyncio.gather(*(storage.write(lambda tx: tx.outbox.claim(NOW, limit=5, lease_s=30)) for _ in range(12)))
    ids = [each.id for claim in claims for each in claim]
    assert len(ids) == len(set(ids))
    rest = await storage.write(lambda tx: tx.outbox.claim(NOW, limit=99, lease_s=30))
    assert len(ids) + len(rest) == 40


async def test_a_lapsed_lease_is_due_again(storage: Storage) -> None:
    await storage.write(lambda tx: tx.outbox.put(effect("e")))
    assert await storage.write(lambda tx: tx.outbox.claim_one(EffectId("e"), NOW, lease_s=30)) is not None
    assert await storage.write(lambda tx: tx.outbox.claim_one(EffectId("e"), NOW, lease_s=30)) is None
    later = NOW + timedelta(seconds=31)
    assert len(await storage.write(lambda tx: tx.outbox.claim(later, limit=9, lease_s=30))) == 1


async def test_finished_effects_stay_finished(storage: Storage) -> None:
    await storage.write(lambda tx: tx.outbox.put(effect("e")))
    done = replace(effect("e"), status=EffectStatus.SETTLED, attempts=2, last_error="slow")
    await storage.write(lambda tx: tx.outbox.finish(done))
    assert await storage.write(lambda tx: tx.outbox.claim_one(EffectId("e"), NOW, lease_s=30)) is None
    statuses = (EffectStatus.SETTLED, EffectStatus.DEAD)
    assert await storage.read(lambda tx: tx.outbox.in_status(*statuses, limit=9)) == [done]


async def test_the_first_answer_wins_and_is_forgotten_in_time(storage: Storage) -> None:
    first = FirstAnswer(scope="turns:c-1", key="k", request_digest="d", answer={"id": 1}, at=NOW)
    assert await storage.write(lambda tx: tx.idempotency.save(first))
    assert not await storage.write(lambda tx: tx.idempotency.save(replace(first, answer={"id": 2})))
    assert await storage.read(lambda tx: tx.idempotency.get("turns:c-1", "k")) == first
    assert await storage.read(lambda tx: tx.idempotency.get("turns:c-2", "k")) is None
    assert await storage.write(lambda tx: tx.idempotency.forget_before(NOW)) == 0
    assert await storage.write(lambda tx: tx.idempotency.forget_before(NOW + timedelta(seconds=1))) == 1


async def test_the_audit_chain_is_one_whoever_writes(storage: Storage) -> None:
    before = await storage.read(lambda tx: tx.audit.verify())
    berlin = replace(entry("co-0", total={"minor": 100}), at=NOW.astimezone(timezone(timedelta(hours=2))))
    await storage.write(lambda tx: (tx.audit.append(berlin), tx.audit.append(entry("co-0"))))
    await asyncio.gather(*(storage.write(lambda tx, n=number: tx.audit.append(entry(f"co-{n}", n=n))) for number in range(1, 30)))
    count, head = await storage.scan(lambda tx: tx.audit.verify())
    assert (before[0], count) == (0, 31)
    assert head != before[1]
    assert await storage.read(lambda tx: tx.audit.about("co-0")) == [berlin, entry("co-0")]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_entries SET facts = '{\"n\":8}' WHERE position = 2",
        "DELETE FROM audit_entries WHERE position = 2",
        "DELETE FROM audit_entries WHERE position = 3",
    ],
)
async def test_a_changed_audit_trail_is_found_out(storage: Storage, storage_url: str, tampering: str) -> None:
    await storage.write(lambda tx: [tx.audit.append(entry(n=number)) for number in range(3)])
    engine = create_engine(driver_url(storage_url))
    with engine.begin() as connection:
        connection.execute(text(tampering.replace(":", "\\:")))
    engine.dispose()
    with pytest.raises(PermanentFault, match="audit chain"):
        await storage.read(lambda tx: tx.audit.verify())


async def test_work_that_names_what_was_erased_is_forgotten(storage: Storage) -> None:
    def queued(name: str, kind: str, talk: str) -> QueuedEffect:
        return QueuedEffect(id=EffectId(name), kind=kind, body={"conversation_id": talk, "sha256": "1"}, due_at=NOW)

    effects = [queued("a", "learn", "cnv_a"), queued("b", "learn", "cnv_ab"), queued("c", "other", "cnv_a"), queued("d", "learn", "cnvxa")]
    await storage.write(lambda tx: [tx.outbox.put(one) for one in effects])
    assert await storage.write(lambda tx: tx.outbox.forget(("learn",), "cnv_a")) == 1
    assert [effect.id for effect in await storage.read(lambda tx: tx.outbox.in_status(EffectStatus.PENDING, limit=9))] == ["b", "c", "d"]
