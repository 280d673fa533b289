"""What a step showed: the answers, what the shopper saw, and the shop's own records where they can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from shopkeeper.testing.conversations.inside import Inside

SHOWN = frozenset(
    {
        "title",
        "variant_label",
        "text",
        "label",
        "detail",
        "note",
        "hint",
        "reason",
        "badges",
        "question",
        "content",
        "display_text",
        "gift_note",
        "status_label",
        "message",
        "code",
        "values",
    }
)
"""Fields of blocks whose texts a shopper reads."""

AMOUNT = re.compile(r"\d{1,3}(?:[.,'\s\u00a0\u202f]\d{3})+[.,]\d{2}(?!\d)|\d+[.,]\d{2}(?!\d)")


Json: TypeAlias = Mapping[str, Any]


def inner(value: Json, name: str) -> Json:
    """The object under `name`; empty where there is none."""
    return cast("Json", value.get(name) or {})


def each(value: Json, name: str) -> list[Json]:
    """The objects listed under `name`."""
    return cast("list[Json]", list(value.get(name) or ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    body: Json

    @property
    def problem(self) -> str | None:
        """The code of an RFC 9457 problem."""
        return str(self.body.get("type", "")).rsplit(":", 1)[-1] or None if self.status >= 400 else None

    @property
    def reply(self) -> Json:
        return inner(self.body, "reply")

    @property
    def acts(self) -> list[str]:
        return [str(act["type"]) for act in each(inner(self.body, "understanding"), "acts")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """`messages` are what the assistant newly said; `view` the conversation as a reload shows it; `turns` its new traces."""

    answers: tuple[Answer, ...]
    messages: tuple[Json, ...]
    view: Json
    turns: tuple[Json, ...]
    inside: Inside | None = None

    @property
    def answer(self) -> Answer | None:
        return self.answers[-1] if self.answers else None

    @property
    def blocks(self) -> tuple[Json, ...]:
        """Of the last answer, then of what was said unasked."""
        answered = each(self.answer.reply, "blocks") if self.answer else []
        unasked = [block for message in self.messages if message not in self._answered() for block in each(message, "blocks")]
        return (*answered, *unasked)

    @property
    def text(self) -> str:
        """The words of the reply, and of what was said unasked."""
        texts = [str(answer.reply.get("text", "")) for answer in self.answers]
        return "\n".join(dict.fromkeys([*texts, *(str(message["text"]) for message in self.messages)]))

    @property
    def visible(self) -> str:
        """All that a shopper can read: the words and the texts and amounts on the cards."""
        return "\n".join([self.text, *(text for block in self.blocks for text in texts_of(block))])

    def blocks_of(self, kind: str) -> tuple[Json, ...]:
        return tuple(block for block in self.blocks if block.get("type") == kind)

    def traced(self, name: str) -> list[str]:
        return [str(entry) for turn in self.turns for entry in cast("Sequence[object]", turn.get(name, ()))]

    def _answered(self) -> list[Json]:
        texts = {str(answer.reply.get("text", "")) for answer in self.answers}
        return [message for message in self.messages if message["text"] in texts]


def texts_of(value: object, name: str = "") -> Iterator[str]:
    """The texts of a block that are shown, amounts of money as `79.00`."""
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, object]", value)
        if isinstance(fields.get("amount"), int) and "currency" in fields:
            yield f"{cast('int', fields['amount']) / 100:.2f}"
            return
        for key, inner in fields.items():
            yield from texts_of(inner, key)
    elif isinstance(value, (list, tuple)):
        for item in cast("Sequence[object]", value):
            yield from texts_of(item, name)
    elif isinstance(value, str) and name in SHOWN:
        yield value


def amounts_in(text: str) -> set[str]:
    """Amounts of money in `text`, however the language writes them, as `1234.50`."""
    digits = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
    found = (re.sub(r"\D", "", amount) for amount in AMOUNT.findall(digits.replace("٫", ".").replace("٬", ",")))
    return {f"{int(amount[:-2] or 0)}.{amount[-2:]}" for amount in found}
