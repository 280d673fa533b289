"""Too much at once gets a clear "later", and nobody else feels it."""

from __future__ import annotations

import pytest

from shopkeeper.entry.http.buckets import WAYS, Buckets

from .conftest import PASSWORD, Door, OpenDoor, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


async def test_requests_of_one_address(open_door: OpenDoor) -> None:
    door: Door = await open_door(rate_per_minute=8)
    answers = [await door.client.get("/v1/capabilities") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    refused(answers[2], 429)
    assert 1 <= int(answers[2].headers["retry-after"]) <= 8
    assert (await door.client.get("/healthz")).status_code == 200
    assert (await door.client.get("/web/storefront/index.html")).status_code == 200


async def test_only_a_trusted_proxy_may_say_who_asks(open_door: OpenDoor) -> None:
    direct: Door = await open_door(rate_per_minute=4)
    spoofed = [await direct.client.get("/v1/capabilities", headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(3)]
    assert [answer.status_code for answer in spoofed] == [200, 429, 429]
    behind: Door = await open_door(rate_per_minute=4, trusted_proxies=("127.0.0.1",))
    # What the client wrote itself comes first; the proxy adds the address it saw at the end.
    forwarded = [await behind.client.get("/v1/capabilities", headers={"X-Forwarded-For": f"6.6.6.{n}, 10.0.0.7"}) for n in range(2)]
    assert [answer.status_code for answer in forwarded] == [200, 429]
    other = await behind.client.get("/v1/capabilities", headers={"X-Forwarded-For": "10.0.0.8"})
    assert other.status_code == 200


async def test_turns_of_one_conversation(open_door: OpenDoor) -> None:
    door: Door = await open_door(turns_per_minute=8)
    fast, calm = await door.open(), await door.open()
    answers = [await door.say(fast, "hello") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    async with door.nothing_changes():
        answer = await door.say(fast, "hello")
        refused(answer, 429)
        assert 1 <= int(answer.headers["retry-after"]) <= 8
        streamed = await door.say(fast, "hello", Accept="text/event-stream")
        refused(streamed, 429)
    assert (await door.say(calm, "hello")).status_code == 200
    assert (await door.client.get(fast.path, headers=fast.key)).status_code == 200


async def test_a_stranger_does_not_use_up_a_conversations_turns(open_door: OpenDoor) -> None:
    door: Door = await open_door(turns_per_minute=8)
    mine, theirs = await door.open(), await door.open()
    for _ in range(6):
        body = {"parts": [{"type": "text", "text": "hello"}]}
        refused(await door.client.post(f"{theirs.path}/turns", json=body, headers=mine.key), 404)
    assert (await door.say(theirs, "hello")).status_code == 200


async def test_no_limit_when_it_is_zero(door: Door) -> None:
    talk = await door.open()
    assert {(await door.say(talk, "hello")).status_code for _ in range(40)} == {200}


async def test_buckets_fill_again_and_forget_the_longest_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("shopkeeper.entry.http.buckets.monotonic", lambda: now)
    buckets = Buckets(60, burst=2)
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]
    now += 1
    assert [buckets.take("a") for _ in range(2)] == [0, 1]
    monkeypatch.setattr("shopkeeper.entry.http.buckets.ROWS", 1)
    crowded = Buckets(60, burst=1)
    for number in range(WAYS):
        now += 0.01
        assert crowded.take(f"key {number}") == 0
    assert crowded.take("key 1") > 0
    assert crowded.take("one more") == 0  # in the place of key 0, which was silent longest
    assert crowded.take("key 2") > 0
    assert crowded.take("key 0") == 0


async def test_a_token_given_back_can_be_taken_again() -> None:
    buckets = Buckets(1, burst=1)
    assert buckets.take("a") == 0
    assert buckets.take("a") > 0
    buckets.give_back("a")
    assert buckets.take("a") == 0


async def test_guessing_the_password_is_slow_and_limited(open_door: OpenDoor) -> None:
    door: Door = await open_door()
    tries = [await door.client.post("/console/login", data={"password": f"guess {n}"}) for n in range(12)]
    assert all(answer.status_code in (200, 429) for answer in tries)
    assert all("set-cookie" not in answer.headers for answer in tries)
    assert tries[-1].status_code == 429
    assert int(tries[-1].headers["retry-after"]) >= 1
    bearer = await door.client.get("/v1/admin/orders", headers={"Authorization": "Bearer one more guess"})
    refused(bearer, 429)
    # Whoever holds a session keeps working meanwhile.
    cookie = {"Cookie": f"shopkeeper_staff={door.shop.staff.cookie()}"}
    assert (await door.client.get("/v1/admin/orders", headers=cookie)).status_code == 200


async def test_the_right_password_does_not_count(door: Door) -> None:
    answers = [await door.client.get("/v1/admin/orders", headers={"Authorization": f"Bearer {PASSWORD}"}) for _ in range(20)]
    assert {answer.status_code for answer in answers} == {200}
