"""Conversations: the snapshot is the fold of the events, turns are kept for replay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import reduce

from storage_samples import NOW, started, taken

from shopkeeper.domain.conversation.events import QuestionAsked, Replied, apply, replay
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import ConversationId, TurnId
from shopkeeper.ports.conversation_store import StoredTurn, TurnStatus
from shopkeeper.ports.storage import Storage

C1 = ConversationId("c-1")


async def test_events_fold_to_the_stored_state(storage: Storage) -> None:
    state = await storage.write(lambda tx: tx.conversations.start(started(), token_hash="h", at=NOW))
    question = Question(topic="variant", choices=(OfferedChoice(value="M", words=("medium",)),), context={"quantity": 2, "line": None})
    events = [taken(), QuestionAsked(question=question), Replied(turn_id=TurnId("t-1"), text="Welche?", blocks=({"type": "choices"},))]
    after = await storage.write(lambda tx: tx.conversations.append(state, events, at=NOW + timedelta(microseconds=7)))
    stored, recorded = await storage.read(lambda tx: (tx.conversations.get(C1), tx.conversations.events(C1)))
    assert stored == after == replay(record.event for record in recorded) == reduce(apply, events, state)
    assert [record.sequence for record in recorded] == [1, 2, 3, 4]
    assert recorded[3].at == NOW + timedelta(microseconds=7)
    assert [record.event for record in await storage.read(lambda tx: tx.conversations.events(C1, after=3))] == events[2:]


async def test_unknown_conversations_are_none(storage: Storage) -> None:
    nothing = await storage.read(lambda tx: (tx.conversations.get(C1), tx.conversations.token_hash(C1), tx.conversations.turns(C1)))
    assert nothing == (None, None, [])


async def test_appending_nothing_changes_nothing(storage: Storage) -> None:
    state = await storage.write(lambda tx: tx.conversations.start(started(), token_hash="h", at=NOW))
    assert await storage.write(lambda tx: tx.conversations.append(state, [], at=NOW)) == state
    assert await storage.read(lambda tx: tx.conversations.token_hash(C1)) == "h"


async def test_recent_comes_newest_first_and_pages(storage: Storage) -> None:
    for minute in range(3):
        at, event = NOW + timedelta(minutes=minute), started(f"c-{minute}")
        await storage.write(lambda tx, at=at, event=event: tx.conversations.start(event, token_hash="h", at=at))
    recent = await storage.read(lambda tx: tx.conversations.recent(limit=2))
    assert [(state.id, at) for state, at in recent] == [("c-2", NOW + timedelta(minutes=2)), ("c-1", NOW + timedelta(minutes=1))]
    older = await storage.read(lambda tx: tx.conversations.recent(limit=2, before=recent[-1][1]))
    assert [state.id for state, _ in older] == ["c-0"]


async def test_a_turn_is_found_by_key_and_its_answer_replaced(storage: Storage) -> None:
    turn = StoredTurn(
        id=TurnId("t-1"),
        conversation_id=C1,
        idempotency_key="k",
        request_digest="d",
        status=TurnStatus.PENDING,
        answer={"reply": {"text": "gleich", "blocks": []}, "checkout": None},
        trace={"steps": [{"ms": 0.25}]},
        at=NOW,
    )
    answered = replace(turn, status=TurnStatus.ANSWERED, answer={"reply": {"text": "fertig"}})
    later = replace(turn, id=TurnId("a-2"), idempotency_key="k2")
    await storage.write(lambda tx: (tx.conversations.save_turn(turn), tx.conversations.save_turn(later)))
    assert await storage.read(lambda tx: tx.conversations.find_turn(C1, "k")) == turn
    await storage.write(lambda tx: tx.conversations.save_turn(answered))
    assert await storage.read(lambda tx: tx.conversations.turn(TurnId("t-1"))) == answered
    assert await storage.read(lambda tx: tx.conversations.turns(C1)) == [answered, later]
    assert await storage.read(lambda tx: tx.conversations.find_turn(ConversationId("other"), "k")) is None


async def test_an_erased_conversation_leaves_nothing(storage: Storage) -> None:
    state = await storage.write(lambda tx: tx.conversations.start(started(), token_hash="h", at=NOW))
    customer = state.customer_id
    await storage.write(lambda tx: tx.conversations.append(state, [taken()], at=NOW))
    if customer is not None:
        assert [found.id for found in await storage.read(lambda tx: tx.conversations.of_customer(customer))] == [C1]
    await storage.write(lambda tx: tx.conversations.erase(C1))
    left = await storage.read(
        lambda tx: (
            tx.conversations.get(C1),
            tx.conversations.token_hash(C1),
            list(tx.conversations.events(C1)),
            list(tx.conversations.turns(C1)),
        )
    )
    assert left == (None, None, [], [])
