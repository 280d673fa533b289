"""From a file to the tests it holds: every document is one, and every variant of a document is one more."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from shopkeeper.adapters.models.profiles import PROFILES
from shopkeeper.testing.conversations.expect import READERS
from shopkeeper.testing.conversations.happenings import read_happening, read_moment, read_span
from shopkeeper.testing.conversations.nodes import Node, load_documents
from shopkeeper.testing.conversations.spec import (
    SHOPPER,
    ConversationTest,
    Doing,
    Expectation,
    ModelSetup,
    MoveClock,
    Parallel,
    Send,
    Setup,
    Speaker,
    Step,
)
from shopkeeper.testing.models import DOUBLES

OPENING = datetime.fromisoformat("2026-09-15T10:00:00+02:00")
DOCUMENT = ("name", "journey", "setup", "variants", "forbid", "settles", "steps")
SETUP = ("pack", "plugins", "clock", "customer", "locale", "speakers", "settings", "database", "payments", "model")
SETTINGS = ("rate_per_minute", "turns_per_minute", "max_body_bytes", "model_tokens_per_conversation", "model_tokens_per_day", "photo_marks")
SWITCHES = ("photo_marks",)
SPEAKS = ("say", "tap", "send")
DOES = (*SPEAKS, "at", "advance", "event", "parallel")
STEP = (*DOES, "by", "key", "repeat", "expect")
PARTS = ("text", "image", "audio", "action")
REFERENCES = ("choice", "product")


def find_files(path: Path) -> list[Path]:
    """The conversation files at `path`: itself, or all below it."""
    if path.is_dir():
        return sorted({*path.rglob("*.yaml"), *path.rglob("*.yml")})
    return [path]


def read_tests(path: Path, shown: str | None = None) -> Iterator[ConversationTest]:
    """The tests in a file, in order. Raises FileProblem at the first thing that is not as the format says."""
    for document in load_documents(path, shown):
        fields = document.fields(DOCUMENT)
        if "steps" not in fields:
            document.wrong("'steps' is missing")
        variants = fields["variants"].fields() if "variants" in fields else {"": None}
        for label, words in variants.items():
            yield _test(document, path, label, {} if words is None else {key: word.text() for key, word in words.fields().items()})


def _test(document: Node, path: Path, label: str, words: Mapping[str, str]) -> ConversationTest:
    fields = {key: node.filled(words) for key, node in document.fields(DOCUMENT).items() if key != "variants"}
    name = fields["name"].text() if "name" in fields else path.stem
    setup = _setup(fields.get("setup") or Node(document.place, {}))
    reader = _StepReader(path, setup)
    return ConversationTest(
        name=f"{name} [{label}]" if label else name,
        journey=fields["journey"].text() if "journey" in fields else "",
        place=document.place,
        setup=setup,
        steps=tuple(reader.step(node, number) for number, node in enumerate(fields["steps"].items(), start=1)),
        forbidden=fields["forbid"].texts() if "forbid" in fields else (),
        settles=fields["settles"].truth() if "settles" in fields else True,
    )


def _setup(node: Node) -> Setup:
    fields = node.fields(SETUP)
    speakers = {SHOPPER: _speaker({key: fields[key] for key in ("customer", "locale") if key in fields})}
    for name, speaker in (fields["speakers"].fields() if "speakers" in fields else {}).items():
        speakers[name] = _speaker(speaker.fields(("customer", "locale")) if speaker.value is not None else {})
    settings = fields["settings"].fields(SETTINGS) if "settings" in fields else {}
    return Setup(
        pack=fields["pack"].text() if "pack" in fields else "lantern_market",
        plugins=(Path(fields["plugins"].place.file).parent / fields["plugins"].text()).resolve() if "plugins" in fields else None,
        clock=read_moment(fields["clock"]) if "clock" in fields else OPENING,
        speakers=speakers,
        settings={name: value.truth() if name in SWITCHES else value.whole(least=0) for name, value in settings.items()},
        database=fields["database"].one_of(("sqlite", "postgres")) if "database" in fields else None,
        payments=fields["payments"].one_of(("sandbox", "stripe")) if "payments" in fields else None,
        model=_model(fields["model"]) if "model" in fields else None,
    )


def _model(node: Node) -> ModelSetup:
    """`scripted`, `hostile`, `failing`; or `{acts: {message: [proposals]}, profile: qwen-omni}` for a scripted one."""
    if not node.is_mapping:
        return ModelSetup(kind=node.one_of(tuple(DOUBLES)))
    fields = node.fields(("acts", "profile"))
    proposals = fields["acts"].fields() if "acts" in fields else {}
    return ModelSetup(
        kind="scripted",
        profile=fields["profile"].one_of(tuple(PROFILES)) if "profile" in fields else "vllm",
        script={message: [proposal.plain() for proposal in several.items()] for message, several in proposals.items()},
    )


def _speaker(fields: Mapping[str, Node]) -> Speaker:
    customer = fields.get("customer")
    return Speaker(
        customer=customer.text() if customer and customer.value not in (None, "guest") else None,
        locale=fields["locale"].text() if "locale" in fields else None,
    )


class _StepReader:
    """Reads the steps of one test; knows where its files lie and who speaks in it."""

    def __init__(self, path: Path, setup: Setup) -> None:
        self._folder = path.parent
        self._speakers = tuple(setup.speakers)

    def step(self, node: Node, number: int) -> Step:
        fields = node.fields(STEP)
        does = [name for name in DOES if name in fields]
        if len(does) != 1:
            node.wrong(f"a step does exactly one of {', '.join(DOES)}; this one does {', '.join(does) or 'nothing'}")
        return Step(
            place=node.place,
            doing=self._doing(does[0], fields),
            expectations=_expectations(fields["expect"]) if "expect" in fields else (),
            repeat=fields["repeat"].whole(least=1) if "repeat" in fields else 1,
            number=number,
        )

    def _doing(self, does: str, fields: Mapping[str, Node]) -> Doing:
        node = fields[does]
        by = fields["by"].one_of(self._speakers) if "by" in fields else SHOPPER
        if does in SPEAKS:
            return self._send(fields)
        for name in ("key",):
            if name in fields:
                fields[name].wrong(f"{name!r} goes with {', '.join(SPEAKS)} only")
        if does == "at":
            return MoveClock(to=read_moment(node))
        if does == "advance":
            return MoveClock(by=read_span(node))
        if does == "event":
            return read_happening(node, by)
        return Parallel(sends=tuple(self._together(item) for item in node.items()))

    def _together(self, node: Node) -> Send:
        fields = node.fields((*SPEAKS, "by", "key"))
        if sum(name in fields for name in SPEAKS) != 1:
            node.wrong(f"give exactly one of {', '.join(SPEAKS)}")
        return self._send(fields)

    def _send(self, fields: Mapping[str, Node]) -> Send:
        by = fields["by"].one_of(self._speakers) if "by" in fields else SHOPPER
        key = fields["key"].text() if "key" in fields else None
        if "say" in fields:
            text = fields["say"].text()
            return Send(parts=({"type": "text", "text": text},), key=key, by=by, said=text)
        if "tap" in fields:
            part = _tap(fields["tap"])
            return Send(parts=(part,), key=key, by=by, said=f"(taps {part['action']})")
        parts = fields["send"].fields(("parts",)).get("parts")
        if parts is None:
            fields["send"].wrong("'parts' is missing")
        return Send(parts=tuple(self._part(part) for part in parts.items()), key=key, by=by, said="(sends parts)")

    def _part(self, node: Node) -> Mapping[str, object]:
        fields = node.fields() if node.is_mapping and "action" in node.fields() else node.fields(PARTS)
        if "action" in fields:
            return _tap(node)
        if len(fields) != 1:
            node.wrong(f"a part is exactly one of {', '.join(PARTS)}")
        kind, value = next(iter(fields.items()))
        if kind == "text":
            return {"type": "text", "text": value.text()}
        return self._media(kind, value)

    def _media(self, kind: str, node: Node) -> Mapping[str, object]:
        file = self._folder / node.text()
        if not file.is_file():
            node.wrong(f"there is no file {node.text()} beside this one")
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        data = base64.b64encode(file.read_bytes()).decode()
        return {"type": kind, "media_type": media_type, "data": data, "file_name": file.name}


def _tap(node: Node) -> dict[str, object]:
    """`pay` agrees to the quote on the table; `{choice: …}` and `{product: …}` press what a card of the last answer sends."""
    if not node.is_mapping:
        text = node.text()
        return {"type": "action", "action": "confirm", "digest": "$digest"} if text == "pay" else {"type": "action", "action": text}
    fields = node.fields()
    for reference in REFERENCES:
        if reference in fields and len(fields) == 1:
            return {"type": "action", "action": f"${reference}", "value": fields[reference].text()}
    if "action" not in fields:
        node.wrong("a tap needs its 'action', or one of choice, product")
    return {"type": "action", **{key: value.plain() for key, value in fields.items()}}


def _expectations(node: Node) -> tuple[Expectation, ...]:
    return tuple(READERS[name](entry) for name, entry in node.fields(READERS).items())
