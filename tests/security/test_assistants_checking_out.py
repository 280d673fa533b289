"""Another assistant checks out for its user: sessions as the protocol has them, a token that pays once within its allowance."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from itertools import count
from typing import Any

import httpx
import pytest

from shopkeeper.settings import Settings

from .conftest import PASSWORD, Door, opened

KEYS = ("chat:a-key-of-the-assistant", "other:another-assistants-key")
NUMBERS = count(1)
SESSIONS = "/acp/checkout_sessions"
HOME = {"name": "Ana", "line_one": "Torstr. 1", "city": "Berlin", "country": "DE", "postal_code": "10119"}


class Assistant:
    def __init__(self, client: httpx.AsyncClient, key: str = "a-key-of-the-assistant") -> None:
        self.client, self.key = client, key

    def headers(self, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}", "API-Version": "2026-04-17", "Idempotency-Key": f"key-{next(NUMBERS)}", **more}

    async def post(self, path: str, body: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        return await self.client.post(path, json=body or {}, headers=self.headers(**headers))

    async def session(self, sku: str = "BAG-TAN", quantity: int = 1) -> dict[str, Any]:
        body = {"line_items": [{"id": sku, "quantity": quantity}], "fulfillment_details": {"email": "ana@example.org", "address": HOME}}
        made = await self.post(SESSIONS, body)
        assert made.status_code == 201, made.text
        return made.json()

    async def token(self, session: dict[str, Any], *, most: int | None = None, card: str = "4242424242424242", **more: Any) -> str:
        total = next(row["amount"] for row in session["totals"] if row["type"] == "total")
        allowance = {
            "reason": "one_time",
            "max_amount": total if most is None else most,
            "currency": "eur",
            "checkout_session_id": session["id"],
            "merchant_id": "shopkeeper",
            "expires_at": "2027-01-01T00:00:00Z",
            **more,
        }
        made = await self.post(
            "/sandbox/agentic_commerce/delegate_payment", {"payment_method": {"type": "card", "number": card}, "allowance": allowance}
        )
        assert made.status_code == 201, made.text
        return str(made.json()["id"])

    async def complete(self, session_id: str, token: str, **headers: str) -> httpx.Response:
        payment = {"handler_id": "card_tokenized", "instrument": {"type": "card", "credential": {"type": "spt", "token": token}}}
        return await self.post(f"{SESSIONS}/{session_id}/complete", {"payment_data": payment}, **headers)


@pytest.fixture
async def door(shop_template: Settings) -> AsyncGenerator[Door]:
    """A shop that knows two assistants."""
    async with opened(replace(shop_template, acp_keys=KEYS)) as fresh:
        yield fresh


@pytest.fixture
def assistant(door: Door) -> Assistant:
    return Assistant(door.client)


def codes(session: dict[str, Any]) -> list[str]:
    return [message["code"] for message in session["messages"] if message["type"] == "error"]


async def test_a_session_is_opened_changed_paid_and_replayed(assistant: Assistant, door: Door) -> None:
    session = await assistant.session()
    assert session["status"] == "ready_for_payment"
    assert session["capabilities"]["payment"]["handlers"][0]["psp"] == "sandbox"
    assert sum(row["amount"] for row in session["totals"] if row["type"] != "total") == session["totals"][-1]["amount"] == 4990
    changed = (
        await assistant.post(
            f"{SESSIONS}/{session['id']}", {"selected_fulfillment_options": [{"type": "pickup", "option_id": "pickup:mitte"}]}
        )
    ).json()
    assert changed["totals"][-1]["amount"] == 4500
    key = {"Idempotency-Key": "one-and-the-same"}
    token = await assistant.token(changed)
    first, second = [await assistant.complete(session["id"], token, **key) for _ in range(2)]
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert second.headers["Idempotent-Replayed"] == "true"
    told = first.json()
    assert (told["status"], told["order"]["checkout_session_id"]) == ("completed", session["id"])
    orders = (await door.client.get("/v1/admin/orders?limit=3", headers={"Authorization": f"Bearer {PASSWORD}"})).json()["orders"]
    assert [order["number"] for order in orders].count(told["order"]["id"]) == 1
    assert (await assistant.post(f"{SESSIONS}/{session['id']}/cancel")).status_code == 405


@pytest.mark.parametrize(
    "wrong", [{"most": 4989}, {"currency": "usd"}, {"checkout_session_id": "chk_another"}, {"expires_at": "2020-01-01T00:00:00Z"}]
)
async def test_a_token_pays_within_its_allowance_only(assistant: Assistant, wrong: dict[str, Any]) -> None:
    session = await assistant.session()
    told = (await assistant.complete(session["id"], await assistant.token(session, **wrong))).json()
    assert told["status"] == "ready_for_payment"
    assert codes(told) == ["payment_declined"]
    paid = (await assistant.complete(session["id"], await assistant.token(session))).json()
    assert paid["status"] == "completed"


async def test_a_declined_card_and_a_bank_that_asks(assistant: Assistant) -> None:
    session = await assistant.session()
    declined = (await assistant.complete(session["id"], await assistant.token(session, card="4000000000000002"))).json()
    assert (declined["status"], codes(declined)) == ("ready_for_payment", ["payment_declined"])
    asked = (await assistant.complete(session["id"], await assistant.token(session, card="4000002760003184"))).json()
    assert (asked["status"], codes(asked)) == ("in_progress", ["requires_3ds"])


async def test_a_token_is_used_once(assistant: Assistant) -> None:
    first, second = await assistant.session(), await assistant.session("MUG-2")
    token = await assistant.token(first)
    assert (await assistant.complete(first["id"], token)).json()["status"] == "completed"
    assert codes((await assistant.complete(second["id"], token)).json()) == ["payment_declined"]


async def test_sessions_belong_to_the_assistant_that_opened_them(assistant: Assistant, door: Door) -> None:
    session = await assistant.session()
    other = Assistant(door.client, "another-assistants-key")
    for answer in (
        await door.client.get(f"{SESSIONS}/{session['id']}", headers=other.headers()),
        await other.post(f"{SESSIONS}/{session['id']}", {"line_items": [{"id": "MUG-2"}]}),
        await other.complete(session["id"], "dtk_guess"),
        await other.post(f"{SESSIONS}/{session['id']}/cancel"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    talk = await door.open()
    assert (await door.client.get(f"{SESSIONS}/{talk.path.rsplit('/', 1)[-1]}", headers=assistant.headers())).status_code == 404


async def test_what_is_wrong_is_said_in_the_protocols_words(assistant: Assistant, door: Door) -> None:
    plain = assistant.headers()
    without = {name: value for name, value in plain.items() if name != "Idempotency-Key"}
    told = [
        await door.client.post(SESSIONS, json={}, headers=without),
        await door.client.post(SESSIONS, json={}, headers={**plain, "API-Version": "2024-01-01"}),
        await door.client.post(SESSIONS, json={}, headers={**plain, "Authorization": "Bearer guess"}),
        await assistant.post(SESSIONS, {"line_items": []}),
        await assistant.post(SESSIONS, {"line_items": [{"id": "BAG-TAN", "quantity": 0}]}),
        await assistant.post(SESSIONS, {"line_items": [{"id": "MUG-2"}, {"id": "NO-SUCH"}]}),
        await assistant.post(SESSIONS, {"line_items": [{"id": "BAG-TAN", "quantity": 90}]}),
        await assistant.post(SESSIONS, {"line_items": [{"id": "WINE-R"}]}),
        await assistant.post(
            "/sandbox/agentic_commerce/delegate_payment", {"payment_method": {"type": "card", "number": "5555555555554444"}}
        ),
    ]
    assert [(one.status_code, one.json()["code"]) for one in told] == [
        (400, "idempotency_key_required"),
        (400, "unsupported_api_version"),
        (401, "unauthorized"),
        (400, "missing"),
        (400, "invalid"),
        (422, "invalid"),
        (422, "out_of_stock"),
        (422, "intervention_required"),
        (400, "invalid"),
    ]
    assert told[5].json()["param"] == "$.line_items[1]"
    assert all(set(one.json()) >= {"type", "code", "message"} for one in told)
    key = {"Idempotency-Key": "the-same-key"}
    await assistant.post(SESSIONS, {"line_items": [{"id": "MUG-2"}]}, **key)
    assert (await assistant.post(SESSIONS, {"line_items": [{"id": "BAG-TAN"}]}, **key)).json()["code"] == "idempotency_conflict"


async def test_completed_at_once_from_two_sides_is_one_order(assistant: Assistant, door: Door) -> None:
    session = await assistant.session()
    token = await assistant.token(session)
    both = await asyncio.gather(*(assistant.complete(session["id"], token) for _ in range(2)))
    assert {one.status_code for one in both} <= {200, 409}
    read = await door.client.get(f"{SESSIONS}/{session['id']}", headers=assistant.headers())
    assert read.json()["status"] == "completed"
    assert [entry.kind for entry in door.shop.bank.ledger() if entry.kind == "authorization"] == ["authorization"]  # type: ignore[union-attr]


async def test_a_provider_without_delegated_tokens_says_so_and_charges_nothing(shop_template: Settings) -> None:
    chosen = replace(shop_template, acp_keys=KEYS, stripe_secret_key="sk_test_nobody", stripe_api_base="http://127.0.0.1:9")
    async with opened(chosen) as door:
        assistant = Assistant(door.client)
        session = await assistant.session()
        assert session["capabilities"]["payment"]["handlers"] == []
        told = await assistant.complete(session["id"], "spt_123")
        assert (told.status_code, told.json()["code"]) == (422, "payment_method_not_supported")
        assert (await door.client.get(f"{SESSIONS}/{session['id']}", headers=assistant.headers())).json()["status"] == "ready_for_payment"
