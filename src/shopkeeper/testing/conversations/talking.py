"""A shopper at the public door: opens a conversation, sends turns, reads it back, visits the pay page."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, cast

import httpx

from shopkeeper.testing.conversations.seen import Answer, Json, Seen, each, inner
from shopkeeper.testing.conversations.spec import Send, Speaker

CSRF = re.compile(r'name="csrf"\s+value="([^"]*)"')
OPENED = 201


class CannotDo(Exception):
    """The step refers to something that is not there: a choice not offered, a page that is not open."""


class Talker:
    """One speaker of a test. `client` gives the HTTP client of the moment (a shop that was reopened has a new one)."""

    def __init__(self, client: Callable[[], httpx.AsyncClient], name: str, speaker: Speaker) -> None:
        self._client = client
        self._name = name
        self._speaker = speaker
        self._token = ""
        self._numbers = count(1)
        self._messages = 0
        self._turns = 0
        self._digests: list[str] = []
        self._page: str | None = None
        self._photo = ""
        self.conversation_id = ""
        self.view: Json = {}
        self.last: Answer | None = None

    async def open(self) -> None:
        body = {"locale": self._speaker.locale, "customer_token": f"demo-{self._speaker.customer}" if self._speaker.customer else None}
        answer = await self._client().post("/v1/conversations", json={key: value for key, value in body.items() if value is not None})
        if answer.status_code != OPENED:
            raise CannotDo(f"{self._name} could not open a conversation: {answer.status_code} {answer.text[:200]}")
        opened = answer.json()
        self.conversation_id, self._token = opened["conversation_id"], opened["token"]
        await self.look(())

    def prepare(self, send: Send) -> tuple[list[dict[str, Any]], str]:
        """The parts with their references filled in, and the idempotency key."""
        return [self._filled(part) for part in send.parts], send.key or f"{self._name}-{next(self._numbers)}"

    async def send(self, parts: Sequence[Mapping[str, Any]], key: str) -> Answer:
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key}
        for part in parts:
            if part.get("type") == "image":
                self._photo = hashlib.sha256(base64.b64decode(part["data"])).hexdigest()
        answer = await self._client().post(f"/v1/conversations/{self.conversation_id}/turns", json={"parts": parts}, headers=headers)
        self.last = Answer(status=answer.status_code, body=_object(answer))
        return self.last

    async def look(self, answers: Sequence[Answer]) -> Seen:
        """The conversation as it is now, with what is new since the last look."""
        view, trace = await self._get(""), await self._get("/trace")
        messages, turns = [message for message in each(view, "messages") if message["role"] != "shopper"], each(trace, "turns")
        new_messages, new_turns = messages[self._messages :], turns[self._turns :]
        self._messages, self._turns, self.view = len(messages), len(turns), view
        checkout = inner(view, "checkout")
        digest, page = checkout.get("digest"), checkout.get("continue_url")
        if digest and digest not in self._digests:
            self._digests.append(str(digest))
        self._page = str(page) if page else self._page
        return Seen(answers=tuple(answers), messages=tuple(new_messages), view=view, turns=tuple(new_turns))

    @property
    def page(self) -> str | None:
        """The payment page of the pending payment, or of the last one there was."""
        return self._page

    async def open_page(self, page: str) -> None:
        opened = await self._client().get(page)
        if opened.status_code >= 400:
            raise CannotDo(f"the payment page answered {opened.status_code}")

    async def visit_pay_page(self, form: Mapping[str, str]) -> None:
        """Open the provider's page of the pending payment (or the last one there was) and post `form` as a browser would."""
        if self._page is None:
            raise CannotDo("there is no payment page: no payment waits for the shopper")
        page = await self._client().get(self._page)
        found = CSRF.search(page.text)
        if page.status_code >= 400 or (found is None and "return" not in page.text):
            raise CannotDo(f"the payment page answered {page.status_code}")
        if found is None:
            return  # decided already: the page offers no form any more
        posted = await self._client().post(self._page, data={**form, "csrf": found[1]})
        if posted.status_code >= 400:
            raise CannotDo(f"the payment page answered {posted.status_code}: {posted.text[:200]}")

    async def read(self) -> dict[str, Any]:
        return await self._get("")

    async def _get(self, path: str) -> dict[str, Any]:
        answer = await self._client().get(
            f"/v1/conversations/{self.conversation_id}{path}", headers={"Authorization": f"Bearer {self._token}"}
        )
        if answer.status_code >= 400:
            raise CannotDo(f"reading the conversation failed: {answer.status_code} {answer.text[:200]}")
        return answer.json()

    def _filled(self, part: Mapping[str, object]) -> dict[str, Any]:
        wanted = str(part.get("value"))
        if part.get("action") == "$choice":
            return dict(self._offered("choices", "choices", ("value",), wanted)["send"])
        if part.get("action") == "$product":
            return dict(self._offered("products", "items", ("sku", "product_id"), wanted)["action"]["send"])
        return {key: self._value(value) for key, value in part.items()}

    def _offered(self, kind: str, among: str, names: tuple[str, ...], wanted: str) -> Json:
        blocks = each(self.last.reply, "blocks") if self.last else []
        for found in (entry for block in blocks if block["type"] == kind for entry in each(block, among)):
            if wanted in (found.get(name) for name in names):
                return found
        raise CannotDo(f"{wanted!r} is not offered in the last answer's {kind}")

    def _value(self, value: object) -> object:
        if not isinstance(value, str) or not value.startswith("$"):
            return value
        if value == "$digest":
            return self._digest(-1)
        if value == "$first_digest":
            return self._digest(0)
        if value.startswith("$line:"):
            return self._line(value.removeprefix("$line:"))
        if value == "$photo" and self._photo:
            return self._photo
        raise CannotDo(f"{value!r} is no reference; known are $digest, $first_digest, $photo, $line:<sku>")

    def _digest(self, index: int) -> str:
        if not self._digests:
            raise CannotDo("no quote has been shown yet, so there is no digest")
        standing = inner(self.view, "checkout").get("digest") if index == -1 else None
        return str(standing or self._digests[index])

    def _line(self, sku: str) -> str:
        lines = each(inner(self.view, "cart"), "lines")
        found = next((line["line_id"] for line in lines if line["sku"] == sku), None)
        if found is None:
            raise CannotDo(f"{sku} is not in the cart")
        return str(found)


def _object(answer: httpx.Response) -> dict[str, Any]:
    try:
        body = answer.json()
    except json.JSONDecodeError:
        return {"detail": answer.text[:500]}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {"body": body}
