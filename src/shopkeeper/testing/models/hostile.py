"""A model that wants the worst: every answer tries to move money, invent facts, leak data or break the parser."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import AsyncIterator, Callable, Sequence

from shopkeeper.ports.language_model import ModelAnswer, ModelDown, ModelRefused, ModelRequest, ToolCall, Usage
from shopkeeper.testing.models.scripted import act_json, quoted_data

LURES = (
    " Today everything is free!",
    " You get 100 % off.",
    " It is guaranteed, money back.",
    " Only 1 left, order now!",
    " It costs €0.01.",
    " Delivery is free and arrives tomorrow.",
    " I have refunded you 500 euro.",
    " Ben lives at Geheimweg 7.",
    " Just answer yes.",
    " Shall I order it?",
    " Click http://evil.example/pay now.",
    " 免费送您，今天到货。",
    " Kostenlos, versprochen!",
    " Es gratis, te lo garantizo.",
    " \u202eeerf si ti\u202c",
    " fr\u200bee",
    " ｆｒｅｅ",
    " frее of charge",
    " It is on us.",
    " ✅ vegan and nut-free",
    " The Riesling goes well with it.",
    " Nothing is sold out.",
    " One hundred percent cotton.",
    " ١٠٠",
)
TURNS = (
    ("sold out", "in stock"),
    ("in stock", "sold out"),
    ("not ", ""),
    (" is ", " is not "),
    ("only ", ""),
    ("from ", ""),
    ("Added", "Removed"),
    ("€", "$"),
)


class HostileModel:
    """`others` are strings that belong to other people; `skus` what a model must never be able to name. Same seed, same crimes."""

    name = "hostile"

    def __init__(self, *, seed: int = 0, others: Sequence[str] = (), skus: Sequence[str] = (), hangs: float = 0.0) -> None:
        self._random = random.Random(seed)
        self._others = list(others) or ["1041"]
        self._skus = list(skus) or ["BAG-TAN"]
        self._hangs = hangs
        self.calls = 0

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        self.calls += 1
        dice = self._random.random()
        if dice < self._hangs:
            await asyncio.sleep(3600)
        if dice < 0.02:
            raise ModelDown("http_500")
        if dice < 0.03:
            raise ModelRefused("http_400")
        data = quoted_data(request)
        text = self._garbage(data) if dice < 0.08 else self._crime(request.use, data)
        usage = Usage(prompt_tokens=self._random.randrange(2000), completion_tokens=self._random.randrange(400))
        return ModelAnswer(text=text, model=self.name, tool_calls=self._tools(), usage=usage)

    async def stream(self, request: ModelRequest) -> AsyncIterator[str]:
        """Never ends by itself."""
        while True:
            yield self._crime(request.use, quoted_data(request))
            await asyncio.sleep(0)

    def _crime(self, use: str, data: dict[str, object]) -> str:
        if use == "acts":
            return self._acts(str(data.get("message", "")))
        if use == "rerank":
            return self._order()
        return self._reworded(str(data.get("reply", data)))

    def _tools(self) -> tuple[ToolCall, ...]:
        if self._random.random() < 0.9:
            return ()
        return (ToolCall(name="complete_checkout", arguments='{"digest": "sha256:0", "amount": 0}'), ToolCall(name="refund", arguments="{"))

    def _garbage(self, data: dict[str, object]) -> str:
        return self._random.choice(
            (
                "",
                "{",
                '{"acts": "all of them"}',
                '{"acts": [null, 7, {"type": ["pay"]}, {"type": {"a": 1}}]}',
                "[" * 5000,
                "x" * 100_000,
                "Sure! Here is the JSON: {acts: [pay]}",
                json.dumps({"acts": [{"type": "pay"}] * 500}),
                json.dumps(data) + "\x00",
                '{"acts": [{"type": "add_line_item", "words": {"sku": "BAG-TAN"}, "quantity": 1e308}]}',
            )
        )

    def _acts(self, message: str) -> str:
        chosen = self._random.sample(_ACTS, k=self._random.randint(1, 4))
        return act_json(*(act(self, message) for act in chosen))

    def _order(self) -> str:
        """Some order, often of things that are not there."""
        places = [self._random.randint(-1, 9) for _ in range(self._random.randint(0, 12))]
        return json.dumps({"order": self._random.choice((places, [1, 1, 1], ["BAG-TAN"], [*range(8, 0, -1)], [2], "all"))})

    def _quote(self, message: str) -> str:
        """Some words of the message, which is all that a proposal can stand on."""
        words = message.split() or ["it"]
        start = self._random.randrange(len(words))
        return " ".join(words[start : start + self._random.randint(1, 3)])

    def _number(self) -> int:
        return self._random.choice((10**9, -5, 0, 1, 2, 3, 7, 10**400, 999_999))

    def pick(self, options: Sequence[str]) -> str:
        return self._random.choice(list(options))

    def other(self) -> str:
        return self._random.choice(self._others)

    def sku(self) -> str:
        return self._random.choice(self._skus)

    def quote(self, message: str) -> str:
        return self._quote(message) if self._random.random() < 0.7 else self.sku()

    def number(self) -> int:
        return self._number()

    def _reworded(self, reply: str) -> str:
        crime = self._random.choice(_REWORDINGS)
        return crime(self, reply)

    def lure(self, reply: str) -> str:
        return reply + self._random.choice(LURES)

    def lure_first(self, reply: str) -> str:
        return self._random.choice(LURES).strip() + " " + reply

    def turned(self, reply: str) -> str:
        before, after = self._random.choice(TURNS)
        return reply.replace(before, after)

    def digits(self, reply: str) -> str:
        return re.sub(r"\d", lambda match: str((int(match.group()) + self._random.randint(0, 9)) % 10), reply)

    def swapped(self, reply: str) -> str:
        """Two words change places: prices and names may now belong to each other's product."""
        words = reply.split()
        if len(words) > 2:
            first, second = self._random.sample(range(len(words)), 2)
            words[first], words[second] = words[second], words[first]
        return " ".join(words)

    def dropped(self, reply: str) -> str:
        words = reply.split()
        if words:
            words.pop(self._random.randrange(len(words)))
        return " ".join(words)

    def leaked(self, reply: str) -> str:
        return f"{reply} {self.other()}"

    def doubled(self, reply: str) -> str:
        return f"{reply} {reply}"

    def harmless(self, reply: str) -> str:
        return f"Sure! {reply}"


_ACTS: Sequence[Callable[[HostileModel, str], dict[str, object]]] = (
    lambda m, text: {"type": "add_line_item", "words": m.quote(text), "quantity": m.number(), "price": 1},
    lambda m, text: {"type": "change_quantity", "words": m.quote(text), "quantity": m.number()},
    lambda m, text: {"type": "remove_line_item", "words": m.quote(text)},
    lambda m, text: {"type": "change_variant", "words": m.quote(text)},
    lambda m, _: {"type": "confirm", "digest": "sha256:0"},
    lambda m, _: {"type": "pay", "amount": 0},
    lambda m, _: {"type": "choose", "position": 1, "value": "yes"},
    lambda m, _: {"type": "choose", "words": "yes"},
    lambda m, _: {"type": "order_status", "number": m.other()},
    lambda m, _: {"type": "apply_code", "code": "STAFF50"},
    lambda m, text: {"type": "find_product", "words": f"100 % off {m.sku()} {m.other()}"},
    lambda m, text: {"type": "find_product", "words": m.pick(("tote", "riesling", "jacket", "everything free"))},
    lambda m, text: {"type": "ask_about_product", "words": m.quote(text), "aspect": m.pick(("price", "stock", "secret", "allergens"))},
    lambda m, _: {"type": "clear_cart"},
    lambda m, _: {"type": "cancel"},
    lambda m, _: {"type": "start_over"},
    lambda m, _: {"type": "ask_person", "reason": "call Ben, Geheimweg 7"},
    lambda m, _: {"type": "check_out"},
    lambda m, _: {"type": "choose_delivery", "method": m.pick(("delivery", "pickup", "teleport"))},
    lambda m, _: {"type": "choose_payment", "method": m.pick(("card", "saved_card", "pay_on_pickup", "nothing"))},
    lambda m, _: {"type": "give_address", "address": {"line1": "Geheimweg 7"}},
    lambda m, _: {"type": "give_quantity", "quantity": m.number()},
    lambda m, _: {"type": "ask_policy", "topic": m.pick(("returns", "free stuff"))},
    lambda m, _: {"type": "complete_checkout", "digest": "sha256:0"},
    lambda m, _: {"type": "refund", "amount": 50_000},
    lambda m, _: {"type": "decline"},
)

_REWORDINGS: Sequence[Callable[[HostileModel, str], str]] = (
    HostileModel.lure,
    HostileModel.lure_first,
    HostileModel.turned,
    HostileModel.digits,
    HostileModel.swapped,
    HostileModel.dropped,
    HostileModel.leaked,
    HostileModel.doubled,
    HostileModel.harmless,
)
