"""Expectations about what was understood and answered: acts, slots, words, cards, errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.dialogue.acts import Act
from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.seen import Json, Seen, amounts_in, each, inner
from shopkeeper.testing.conversations.spec import Expectation, Mismatch
from shopkeeper.testing.conversations.wanted import NONE, check_fields, is_none, wanted_list

ACT_TYPES = tuple(sorted(kind.__dataclass_fields__["type"].default for kind in get_args(Act)))
BLOCK_TYPES = ("booking", "mandate", "cart", "checkout", "choices", "citation", "comparison", "notice", "order", "products", "return")


def contains(visible: str, wanted: str) -> bool:
    """Whether one of the `a|b` alternatives is there: an amount however the language writes it, or words in any case."""
    folded, amounts = visible.casefold(), amounts_in(visible)
    return any(_one(folded, amounts, option.strip()) for option in wanted.split("|"))


def _one(folded: str, amounts: set[str], wanted: str) -> bool:
    is_amount = wanted[:-3].isdigit() and wanted[-3:-2] == "." and wanted[-2:].isdigit()
    return wanted in amounts if is_amount else wanted.casefold() in folded


def _acts(node: Node) -> Expectation:
    wanted = wanted_list(node, bare="exactly", known=ACT_TYPES)

    def check(seen: Seen) -> Iterator[Mismatch]:
        yield from wanted.check("acts", seen.answer.acts if seen.answer else [])

    return Expectation(name="acts", place=node.place, check=check)


def _slots(node: Node) -> Expectation:
    wanted = {name: entry.plain() for name, entry in node.fields().items()}

    def check(seen: Seen) -> Iterator[Mismatch]:
        found: dict[str, list[object]] = {}
        for slot in each(inner(seen.answer.body, "understanding"), "slots") if seen.answer else ():
            found.setdefault(str(slot["name"]), []).append(slot["value"])
        for name, value in wanted.items():
            if value not in found.get(name, []):
                yield Mismatch(what=f"slots.{name}", expected=value, got=found.get(name))

    return Expectation(name="slots", place=node.place, check=check)


def _sources(node: Node) -> Expectation:
    """Which part of the message each slot comes from: text, audio, image, action, context."""
    wanted = {name: entry.text() for name, entry in node.fields().items()}

    def check(seen: Seen) -> Iterator[Mismatch]:
        found: dict[str, list[str]] = {}
        for slot in each(inner(seen.answer.body, "understanding"), "slots") if seen.answer else ():
            found.setdefault(str(slot["name"]), []).append(str(slot["source"]))
        for name, value in wanted.items():
            if value not in found.get(name, []):
                yield Mismatch(what=f"sources.{name}", expected=value, got=found.get(name))

    return Expectation(name="sources", place=node.place, check=check)


def _reply(node: Node) -> Expectation:
    """`says` looks at the words alone, `mentions` and `forbids` at all that can be read, cards included."""
    parts = {name: entry.texts() for name, entry in node.fields(("says", "mentions", "forbids")).items()}

    def check(seen: Seen) -> Iterator[Mismatch]:
        for name, visible in (("says", seen.text), ("mentions", seen.visible)):
            for wanted in parts.get(name, ()):
                if not contains(visible, wanted):
                    yield Mismatch(what=f"reply.{name}", expected=wanted, got=visible)
        for wanted in parts.get("forbids", ()):
            if contains(seen.visible, wanted):
                yield Mismatch(what="reply.forbids", expected=f"nothing like {wanted!r}", got=seen.visible)

    return Expectation(name="reply", place=node.place, check=check)


def _blocks(node: Node) -> Expectation:
    wanted = wanted_list(node, bare="contain", known=BLOCK_TYPES)

    def check(seen: Seen) -> Iterator[Mismatch]:
        yield from wanted.check("blocks", [str(block.get("type")) for block in seen.blocks])

    return Expectation(name="blocks", place=node.place, check=check)


def _choices(node: Node) -> Expectation:
    wanted = wanted_list(node, bare="exactly")

    def check(seen: Seen) -> Iterator[Mismatch]:
        offered = [str(choice["value"]) for block in seen.blocks_of("choices")[-1:] for choice in each(block, "choices")]
        yield from wanted.check("choices", offered)

    return Expectation(name="choices", place=node.place, check=check)


def _products(node: Node) -> Expectation:
    """Products shown, by sku where one variant is meant, else by product id."""
    wanted = wanted_list(node, bare="contain")

    def check(seen: Seen) -> Iterator[Mismatch]:
        blocks = [*seen.blocks_of("products"), *seen.blocks_of("comparison")]
        yield from wanted.check(
            "products", [str(item.get("sku") or item["product_id"]) for block in blocks for item in each(block, "items")]
        )

    return Expectation(name="products", place=node.place, check=check)


def _order(node: Node) -> Expectation:
    """The order card that is shown, or `none`."""
    wanted = None if is_none(node) else {key: entry.text() for key, entry in node.fields(("number", "status", "method")).items()}

    def check(seen: Seen) -> Iterator[Mismatch]:
        shown = [inner(block, "order") for block in seen.blocks_of("order")]
        if not shown or wanted is None:
            if bool(shown) != (wanted is not None):
                yield Mismatch(what="order", expected=wanted or NONE, got=[order["number"] for order in shown] or NONE)
            return
        flat = {**shown[-1], "method": inner(shown[-1], "fulfillment").get("method")}
        yield from check_fields("order", wanted, flat.get)

    return Expectation(name="order", place=node.place, check=check)


def _cites(node: Node) -> Expectation:
    """Words that the title or text of a citation holds; `none` = nothing is cited."""
    wanted = () if is_none(node) else node.texts()

    def check(seen: Seen) -> Iterator[Mismatch]:
        cited = [f"{block['title']}\n{block['text']}" for block in seen.blocks_of("citation")]
        if not wanted and cited:
            yield Mismatch(what="cites", expected=NONE, got=cited)
        for words in wanted:
            if not any(contains(text, words) for text in cited):
                yield Mismatch(what="cites", expected=words, got=cited or NONE)

    return Expectation(name="cites", place=node.place, check=check)


def _plain(name: str, read: Callable[[Node], object], find: Callable[[Seen], object]) -> Callable[[Node], Expectation]:
    """An expectation of exactly one value."""

    def reader(node: Node) -> Expectation:
        wanted = read(node)

        def check(seen: Seen) -> Iterator[Mismatch]:
            found = find(seen)
            if found != wanted:
                yield Mismatch(what=name, expected=wanted, got=found)

        return Expectation(name=name, place=node.place, check=check)

    return reader


def _body(name: str) -> Callable[[Seen], object]:
    return lambda seen: seen.answer.body.get(name) if seen.answer else None


def _traced(name: str, trace: str, *, prefix: str = "") -> Callable[[Node], Expectation]:
    """A list of names from the traces of the step's turns."""

    def reader(node: Node) -> Expectation:
        wanted = wanted_list(node, bare="contain")

        def check(seen: Seen) -> Iterator[Mismatch]:
            found = [entry.removeprefix(prefix) for entry in seen.traced(trace) if entry.startswith(prefix)]
            yield from wanted.check(name, found)

        return Expectation(name=name, place=node.place, check=check)

    return reader


def _model(node: Node) -> Expectation:
    """The calls to the model in this step, with what came of them: `acts:used`, `acts:http_500`, `rephrase:claims`; `none`."""
    wanted = wanted_list(node, bare="exactly")

    def check(seen: Seen) -> Iterator[Mismatch]:
        yield from wanted.check("model", [outcome_of(call) for turn in seen.turns for call in each(turn, "model")])

    return Expectation(name="model", place=node.place, check=check)


def outcome_of(call: Json) -> str:
    """The use of a call and what came of it: `used`, or the code of why not."""
    return f"{call['use']}:{str(call.get('fallback') or 'used').split(':', 1)[0]}"


def _http(node: Node) -> Expectation:
    fields = node.fields(("status", "problem"))
    wanted: dict[str, object] = {}
    if "status" in fields:
        wanted["status"] = fields["status"].whole(least=100)
    if "problem" in fields:
        wanted["problem"] = fields["problem"].text()

    def check(seen: Seen) -> Iterator[Mismatch]:
        got: dict[str, object] = {"status": seen.answer.status, "problem": seen.answer.problem} if seen.answer else {}
        yield from check_fields("http", wanted, got.get)

    return Expectation(name="http", place=node.place, check=check)


def questions_asked(seen: Seen) -> int:
    """The most questions any one turn of the step asked."""
    return max((sum(event == "question_asked" for event in turn.get("events", ())) for turn in seen.turns), default=0)


READERS: Mapping[str, Callable[[Node], Expectation]] = {
    "acts": _acts,
    "slots": _slots,
    "sources": _sources,
    "reply": _reply,
    "blocks": _blocks,
    "choices": _choices,
    "products": _products,
    "order": _order,
    "cites": _cites,
    "http": _http,
    "language": _plain("language", Node.text, _body("language")),
    "level": _plain("level", lambda node: node.one_of(("rules", "model")), _body("level")),
    "model": _model,
    "handoff": _plain("handoff", lambda node: node.one_of(tuple(HandoffState)), lambda seen: seen.view["handoff"]["state"]),
    "says": _traced("says", "says"),
    "refusal": _traced("refusal", "says", prefix="refusal."),
    "effects": _traced("effects", "effects"),
    "blocked": _traced("blocked", "blocked"),
    "questions_asked": _plain("questions_asked", lambda node: node.whole(least=0), questions_asked),
    "turns": _plain("turns", lambda node: node.whole(least=0), lambda seen: len({a.body.get("turn_id") for a in seen.answers})),
}
