"""Events go out signed and once by id; nobody can send us into our own network with an address."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

import httpx
import pytest

from shopkeeper.adapters.callbacks.http import HttpCallbacks, is_public
from shopkeeper.adapters.signing.standard_webhooks import check, sign_with_each
from shopkeeper.app.callbacks.relay import relay_events
from shopkeeper.app.effects.deliver_callback import DeliverCallback
from shopkeeper.app.effects.runner import EffectRunner, Pace
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.callbacks.endpoint import CallbackEndpoint, Secret
from shopkeeper.domain.callbacks.event import outside_facts, outside_type
from shopkeeper.domain.core.outcome import InvalidInput, PermanentFault, TransientFault
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import OPENING
from shopkeeper.testing.sale_world import HeldClock, OneTransaction, PlainAnnouncer

OLD, NEW = "whsec_b2xkIHNlY3JldA==", "whsec_bmV3IHNlY3JldA=="


class Receiver:
    """Remembers what it got and answers with the next of `answers` (then 204)."""

    def __init__(self) -> None:
        self.got: list[tuple[str, Mapping[str, str], bytes]] = []
        self.answers: list[int | Exception] = []

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        self.got.append((url, headers, body))
        answer = self.answers.pop(0) if self.answers else 204
        if isinstance(answer, Exception):
            raise answer
        return answer


class World:
    def __init__(self) -> None:
        self.tx, self.clock, self.receiver = MemoryTransaction(), HeldClock(), Receiver()
        deliver = DeliverCallback(sender=self.receiver, clock=self.clock, sign=sign_with_each, source="https://shop.test")
        storage = OneTransaction(self.tx)
        self.runner = EffectRunner(storage, self.clock, [deliver], PlainAnnouncer(), pace=Pace(call_s=1), jitter=lambda: 0.5)

    def listen(self, *events: str, name: str = "cbk_1") -> CallbackEndpoint:
        endpoint = CallbackEndpoint(id=name, url="https://erp.example/in", secrets=(Secret(value=OLD, since=OPENING),), events=events)
        self.tx.callbacks.save(endpoint)
        return endpoint

    def happens(self, action: str, subject: str = "chk_1", **facts: object) -> None:
        self.tx.audit.append(AuditEntry(at=self.clock.now(), actor="shopper", action=action, subject=subject, facts=facts))

    async def go(self) -> None:
        relay_events(self.tx, self.clock.now())
        while await self.runner.run_due():
            pass

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, _, body in self.receiver.got]


@pytest.fixture
def world() -> World:
    return World()


async def test_what_happened_is_told_once_in_an_envelope_anybody_can_check(world: World) -> None:
    world.listen()
    world.happens("quote.agreed", total=4500, text="yes, my name is Ana")
    world.happens("price.set", subject="BAG-TAN")
    await world.go()
    await world.go()
    [(url, headers, body)] = world.receiver.got
    assert url == "https://erp.example/in"
    envelope = json.loads(body)
    assert {k: envelope[k] for k in ("specversion", "type", "subject", "source")} == {
        "specversion": "1.0",
        "type": "checkout.agreed",
        "subject": "chk_1",
        "source": "https://shop.test",
    }
    assert envelope["data"] == {"total": 4500}
    assert check(OLD, headers, body, world.clock.now()) == envelope["id"]
    with pytest.raises(InvalidInput):
        check(NEW, headers, body, world.clock.now())


async def test_only_what_is_wanted(world: World) -> None:
    world.listen("order", "refund.settled")
    for action in ("order.placed", "payment.refunded", "payment.captured", "ordering.odd", "checkout.canceled"):
        world.happens(action)
    await world.go()
    assert world.types() == ["order.placed", "refund.settled"]


async def test_both_secrets_hold_for_a_day_after_a_change(world: World) -> None:
    world.tx.callbacks.save(world.listen().rotate(NEW, world.clock.now()))
    world.happens("order.placed")
    await world.go()
    world.clock.move(hours=25)
    world.happens("order.placed", subject="chk_2")
    await world.go()
    (_, first, body), (_, second, later) = world.receiver.got
    assert check(OLD, first, body, OPENING) == check(NEW, first, body, OPENING)
    now = OPENING + timedelta(hours=25)
    assert check(NEW, second, later, now)
    with pytest.raises(InvalidInput):
        check(OLD, second, later, now)


@pytest.mark.parametrize("trouble", [500, 404, 302, TransientFault("no answer")])
async def test_trouble_is_tried_again_later_under_the_same_id(world: World, trouble: int | Exception) -> None:
    world.listen()
    world.receiver.answers = [trouble, trouble]
    world.happens("order.placed")
    for _ in range(6):
        await world.go()
        world.clock.move(seconds=30)
    ids = [json.loads(body)["id"] for _, _, body in world.receiver.got]
    assert len(ids) == 3
    assert len(set(ids)) == 1
    assert list(world.tx.outbox.in_status(EffectStatus.PENDING, EffectStatus.DEAD, limit=9)) == []


@pytest.mark.parametrize("answer", [410, PermanentFault("callback: the address is not a public one")])
async def test_what_nobody_wants_is_a_dead_letter_at_once(world: World, answer: int | Exception) -> None:
    world.listen()
    world.receiver.answers = [answer]
    world.happens("order.placed")
    await world.go()
    [letter] = world.tx.outbox.in_status(EffectStatus.DEAD, limit=9)
    assert letter.body["endpoint_id"] == "cbk_1"


async def test_given_up_after_half_a_day_and_never_forgotten(world: World) -> None:
    world.listen()
    world.receiver.answers = [500] * 99
    world.happens("order.placed")
    for _ in range(60):
        await world.go()
        world.clock.move(hours=1)
    assert len(world.receiver.got) == 15
    assert [letter.attempts for letter in world.tx.outbox.in_status(EffectStatus.DEAD, limit=9)] == [15]


async def test_a_removed_endpoint_is_told_nothing_more(world: World) -> None:
    world.listen()
    world.happens("order.placed")
    relay_events(world.tx, world.clock.now())
    world.tx.callbacks.remove("cbk_1")
    await world.go()
    assert world.receiver.got == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "nonsense"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


class Net:
    """A network in which names have the given addresses, one list after another."""

    def __init__(self, *addresses: Sequence[str], status: int = 200, **headers: str) -> None:
        self.addresses, self.looked_up, self.asked = list(addresses), 0, list[httpx.Request]()
        self.answer = (status, headers)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up += 1
        return self.addresses[min(self.looked_up, len(self.addresses)) - 1]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return httpx.Response(self.answer[0], headers=self.answer[1])

    def sender(self, *, allow_private: bool = False) -> HttpCallbacks:
        return HttpCallbacks(allow_private=allow_private, resolve=self.resolve, transport=httpx.MockTransport(self))


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    net = Net(["93.184.216.34"], ["127.0.0.1"])
    assert await net.sender().send("https://erp.example:8443/in?x=1", {"webhook-id": "e"}, b"{}") == 200
    [request] = net.asked
    assert net.looked_up == 1
    assert request.url.host == "93.184.216.34"
    assert (request.url.port, request.url.raw_path) == (8443, b"/in?x=1")
    assert request.headers["host"] == "erp.example:8443"
    assert request.extensions["sni_hostname"] == "erp.example"


@pytest.mark.parametrize("addresses", [["10.0.0.7"], ["93.184.216.34", "127.0.0.1"], ["::1"]])
async def test_a_name_with_any_private_address_is_not_called(addresses: list[str]) -> None:
    net = Net(addresses)
    with pytest.raises(PermanentFault):
        await net.sender().send("https://erp.example/in", {}, b"{}")
    assert net.asked == []


@pytest.mark.parametrize(
    "url", ["http://erp.example/in", "ftp://erp.example", "https://", "https://user:pw@erp.example/", "https://erp.example:0/"]
)
async def test_addresses_that_are_none(url: str) -> None:
    net = Net(["93.184.216.34"])
    with pytest.raises(PermanentFault):
        await net.sender().send(url, {}, b"{}")
    assert net.asked == []


async def test_redirects_are_not_followed() -> None:
    net = Net(["93.184.216.34"], status=302, location="http://169.254.169.254/latest")
    assert await net.sender().send("https://erp.example/in", {}, b"{}") == 302
    assert len(net.asked) == 1


async def test_the_own_network_only_where_the_shop_says_so() -> None:
    net = Net(["127.0.0.1"])
    assert await net.sender(allow_private=True).send("http://localhost:9999/in", {}, b"{}") == 200


def test_the_steps_of_a_mandate_are_told_but_not_what_was_only_proposed() -> None:
    told = [outside_type(f"mandate.{step}") for step in ("granted", "used", "bought", "not_bought", "asked", "revoked", "ended")]
    assert all(told)
    assert outside_type("mandate.proposed") is None
    assert outside_facts({"sku": "OAT", "digest": "d", "text": "yes please"}) == {"sku": "OAT", "digest": "d"}
