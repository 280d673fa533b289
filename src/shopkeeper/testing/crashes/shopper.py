"""A shopper who does not give up: says the same thing again, under the same key, until there is an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias

from shopkeeper.adapters.payments.sandbox import Outcome
from shopkeeper.testing.crashes.line import Line
from shopkeeper.testing.stripe import StripeProxy

CSRF = re.compile(r'name="csrf"\s+value="([^"]*)"')
NEWS_WITHIN_S = 700.0
"""A clock that was four minutes ahead and is set to four minutes behind makes a claim last as much longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to buy: what is said up to the quote, and what is done on the pay page, one visit after another."""

    name: str
    says: tuple[str | Mapping[str, object], ...]
    visits: tuple[str, ...] = ()


ADDRESS = {"name": "Ana", "line1": "Torstr. 12", "postal_code": "10119", "city": "Berlin", "country": "DE"}
Agreed: TypeAlias = tuple[list[Mapping[str, object]], str, dict[str, Any]]
HOME = ("check out", "delivery", {"type": "action", "action": "set_address", "address": ADDRESS})
GOODS = "a dozen eggs and two milks, please"
CARD = Way(name="card", says=(GOODS, *HOME), visits=("approve",))
WAYS = (
    CARD,
    Way(name="declined", says=(GOODS, *HOME), visits=("decline", "approve")),
    Way(name="webhook_lost", says=(GOODS, *HOME), visits=("timeout_after",)),
    Way(name="webhook_twice", says=(GOODS, *HOME), visits=("approve_twice",)),
    Way(name="pickup", says=(GOODS, "check out", "I'll pick it up in Mitte", "I'll pay when I pick it up")),
)


class Purchase:
    """One conversation from hello to the order."""

    def __init__(self, line: Line, way: Way) -> None:
        self._line = line
        self._way = way
        self._keys = count(1)
        self._token = ""
        self._conversation = ""

    def buy(self) -> str:
        """The number of the order. Raises AssertionError where the shop gives an answer no shopper should get."""
        self._open()
        for words in self._way.says:
            self._say([{"type": "text", "text": words} if isinstance(words, str) else words])
        paid = self._pay() if self._way.visits else self._agree()
        again = self._say(paid[0], key=paid[1])
        assert again == paid[2], "the same key gave another answer"
        number = self._ordered()
        self._say([{"type": "text", "text": "yes"}])
        assert self._ordered() == number
        return number

    def _open(self) -> None:
        # Without an Idempotency-Key two conversations would be opened, which is no harm, but not what a careful client does.
        answer = self._line.ask("POST", "/v1/conversations", json={"locale": "en"}, headers={"Idempotency-Key": "open"})
        assert answer.status_code == 201, answer.text
        self._conversation, self._token = answer.json()["conversation_id"], answer.json()["token"]

    def _say(self, parts: Sequence[Mapping[str, object]], *, key: str | None = None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key or f"key-{next(self._keys)}"}
        answer = self._line.ask("POST", f"/v1/conversations/{self._conversation}/turns", json={"parts": parts}, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def _view(self) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        answer = self._line.ask("GET", f"/v1/conversations/{self._conversation}", headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def _agree(self) -> Agreed:
        """Consent to the quote on the screen: what was sent, under which key, and the answer."""
        view = self._view()
        checkout = view["checkout"]
        assert checkout is not None, (
            f"no checkout on the screen: {[(m['role'], m['text'], [b['type'] for b in m['blocks']]) for m in view['messages']]}"
        )
        assert checkout["status"] == "ready_for_complete" or checkout["continue_url"], checkout["status"]
        parts: list[Mapping[str, object]] = [{"type": "action", "action": "confirm", "digest": checkout["digest"]}]
        key = f"pay-{next(self._keys)}"
        return parts, key, self._say(parts, key=key)

    def _pay(self) -> Agreed:
        return [self._pay_once(outcome) for outcome in self._way.visits][-1]

    def _pay_once(self, outcome: str) -> Agreed:
        agreed = self._agree()
        page = self._until(lambda checkout: bool(checkout["continue_url"])).get("continue_url")
        if page:
            self._visit(str(page), outcome)
        if outcome == "decline":
            # A page that takes another card stays open and says why the first one was refused.
            self._until(lambda checkout: checkout["payment"]["status"] == "declined" or bool(checkout["payment"]["message"]))
        else:
            self._until(lambda checkout: checkout["status"] == "completed")
        return agreed

    def _visit(self, page: str, outcome: str) -> None:
        if self._line.stripe is not None:
            self._visit_stripe(self._line.stripe, page, outcome)
            return
        seen = self._line.ask("GET", page)
        found = CSRF.search(seen.text)
        if found is not None:
            posted = self._line.ask("POST", page, data={"outcome": outcome, "csrf": found[1]})
            assert posted.status_code == 200, posted.text
        if outcome != "decline":
            assert self._line.ask("GET", f"/pay/return/{self._view_checkout()['id']}").status_code == 303

    def _visit_stripe(self, stripe: StripeProxy, page: str, outcome: str) -> None:
        """Our page is opened, the card goes to Stripe, and the way back leads past the shop."""
        self._line.ask("GET", page)
        stripe.pay(page.rsplit("/", 1)[-1], Outcome(outcome))
        if outcome != "decline":
            assert self._line.ask("GET", f"/pay/return/{self._view_checkout()['id']}").status_code == 303

    def _view_checkout(self) -> dict[str, Any]:
        """The checkout on the screen; once it is completed, the one that came with the order."""
        view = self._view()
        blocks = [block for message in view["messages"] for block in message.get("blocks") or ()]
        found = view["checkout"] or next((b["checkout"] for b in reversed(blocks) if b["type"] == "checkout"), None)
        assert found is not None, view
        return found | {"order": next((b["order"] for b in reversed(blocks) if b["type"] == "order"), None)}

    def _until(self, is_so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        until_s = self._line.elapsed_s() + NEWS_WITHIN_S
        while True:
            checkout = self._view_checkout()
            if checkout["order"] or is_so(checkout):
                return checkout
            assert self._line.elapsed_s() < until_s, f"no news of the payment: {checkout['status']} {checkout['payment']}"
            self._line.wait()

    def _ordered(self) -> str:
        numbers = {
            str(block["order"]["number"])
            for message in self._view()["messages"]
            for block in message.get("blocks") or ()
            if block["type"] == "order"
        }
        assert len(numbers) == 1, f"the shopper was told of orders {sorted(numbers)}"
        return numbers.pop()
