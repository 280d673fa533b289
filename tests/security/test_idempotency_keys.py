"""The same key twice is one request: the same body gets the same answer, another body a clear no."""

from __future__ import annotations

import asyncio

import pytest

from .conftest import Door, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


async def test_the_same_turn_twice_is_one_turn(door: Door) -> None:
    talk = await door.open()
    first = await door.say(talk, "two milks please", **{"Idempotency-Key": "k1"})
    async with door.nothing_changes():
        again = await door.say(talk, "two milks please", **{"Idempotency-Key": "k1"})
    assert again.json() == first.json()


async def test_the_same_key_for_another_turn_is_refused(door: Door) -> None:
    talk = await door.open()
    await door.say(talk, "two milks please", **{"Idempotency-Key": "k1"})
    async with door.nothing_changes():
        refused(await door.say(talk, "three milks please", **{"Idempotency-Key": "k1"}), 409)


async def test_keys_of_two_conversations_do_not_meet(door: Door) -> None:
    one, other = await door.open(), await door.open()
    first = await door.say(one, "hello", **{"Idempotency-Key": "k1"})
    second = await door.say(other, "two milks please", **{"Idempotency-Key": "k1"})
    assert second.status_code == 200
    assert second.json()["turn_id"] != first.json()["turn_id"]


async def test_at_the_same_time(door: Door) -> None:
    talk = await door.open()
    answers = await asyncio.gather(*(door.say(talk, "two milks please", **{"Idempotency-Key": "k1"}) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len((await door.client.get(talk.path, headers=talk.key)).json()["messages"]) == 2


async def test_opening_twice_with_a_key_is_one_conversation(door: Door) -> None:
    headers = {"Idempotency-Key": "open-1"}
    first = await door.client.post("/v1/conversations", json={"locale": "de"}, headers=headers)
    async with door.nothing_changes():
        again = await door.client.post("/v1/conversations", json={"locale": "de"}, headers=headers)
        assert again.json() == first.json()
        refused(await door.client.post("/v1/conversations", json={"locale": "en"}, headers=headers), 409)


@pytest.mark.parametrize("key", ["x" * 5_000, "\xff\xfe"])
async def test_keys_that_are_too_odd(door: Door, key: str) -> None:
    talk = await door.open()
    raw = [(b"idempotency-key", key.encode("latin-1")), (b"authorization", f"Bearer {talk.token}".encode())]
    answer = await door.client.post(f"{talk.path}/turns", json={"parts": [{"type": "text", "text": "hello"}]}, headers=raw)
    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        refused(answer, 422)
