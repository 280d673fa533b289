"""Flow files: what is wrong is told with file, line and column, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopkeeper.adapters.flows.files import find_files, missing_replies, read_files
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.bootstrap import CONTENT
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.flow.flow import Branch, Call, SlotType
from shopkeeper.domain.policy.command import RequestHandoff

GOOD = """\
flow: wish
title: {en: your wish}
intents:
  en: [I have a wish]
slots:
  count: {type: number, ask: wish.count, check: value > 0}
  color:
    type: choice
    ask: wish.color
    choices: {red: {label: wish.red}, blue: {label: wish.blue}}
steps:
  - collect: count
  - collect: color
  - branch:
      - when: slots.color == 'red' && slots.count > 1
        steps: [{say: wish.many}]
      - else: [{say: wish.few}]
  - call: RequestHandoff
    with: {reason: "'wish'"}
"""


def _read(tmp_path: Path, text: str):
    (tmp_path / "wish.yaml").write_text(text, encoding="utf-8")
    return read_files(find_files(tmp_path))[0]


def test_a_flow_is_compiled(tmp_path: Path) -> None:
    (flow,) = _read(tmp_path, GOOD).flows
    assert flow.slots["color"].type is SlotType.CHOICE
    assert [option.value for option in flow.slots["color"].options] == ["red", "blue"]
    check = flow.slots["count"].check
    assert check is not None
    assert (check({"value": 3, "slots": {}}), check({"value": 0, "slots": {}})) == (True, False)
    branch, call = flow.steps[2], flow.steps[3]
    assert isinstance(branch, Branch)
    assert isinstance(call, Call)
    assert branch.cases[0].when is not None
    assert branch.cases[0].when({"slots": {"color": "red", "count": 2}})
    assert call.make({"conversation_id": "cnv", "reason": "wish"}) == RequestHandoff(conversation_id="cnv", reason="wish")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "put", "place", "says"),
    [
        ("  - collect: count\n", "  - colect: count\n", "12:5", "did you mean collect"),
        ("- collect: color", "- collect: colour", "13:14", "did you mean color"),
        ("slots.count > 1", "slots.cuont > 1", "15:15", "did you mean count"),
        ("slots.count > 1", "slots.count >", "15:15", "no expression"),
        ("call: RequestHandoff", "call: RequestHandof", "18:11", "did you mean RequestHandoff"),
        ("call: RequestHandoff", "call: CompleteCheckout", "18:11", "own yes"),
        ("""    with: {reason: "'wish'"}\n""", "", "18:11", "needs reason"),
        ("reason: \"'wish'\"", "raeson: \"'wish'\"", "19:11", "no field 'raeson'"),
        ("type: number", "type: nubmer", "6:17", "did you mean number"),
        ("ask: wish.count", "ask: How many", "6:30", "no reply key"),
        ("title: {en: your wish}\n", "", "1:1", "'title' is missing"),
        ("flow: wish", "flow: My Wish", "1:7", "is no name"),
        ("choices: {red: {label: wish.red}, blue: {label: wish.blue}}", "choices: {red: {label: wish.red}}", "10:14", "two options"),
        ("  - collect: count\n", "", "6:10", "no step collects"),
        ("intents:\n", "intents:\n  english: [x]\n", "4:12", "language code"),
        ("slots:\n", "slots: [\n", "7", "no YAML"),
        ("  - call: RequestHandoff", "  - call: RequestHandoff\n    say: wish.few", "18:5", "one thing"),
        ("- call: RequestHandoff\n", "- link: other\n", "18:11", "no flow"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, found: str, put: str, place: str, says: str) -> None:
    assert found in GOOD
    text = GOOD.replace(found, put, 1)
    if put.startswith("- link"):
        text = text.replace("    with: {reason: \"'wish'\"}\n", "")
    with pytest.raises(InvalidInput) as caught:
        _read(tmp_path, text)
    assert caught.value.detail.startswith(f"wish.yaml:{place}"), caught.value.detail
    assert says in caught.value.detail


def test_two_flows_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"wish\.yaml:1:1: other\.yaml:1:1 is already the flow"):
        _read(tmp_path, GOOD)


def test_missing_texts_are_told(tmp_path: Path) -> None:
    file = _read(tmp_path, GOOD + "replies:\n  en: {wish.count: How many}\n")
    missing = missing_replies(file, frozenset({"wish-color", "wish-red", "wish-blue"}), "en")
    assert [line.split(":", 3)[3].split("`")[1] for line in missing] == ["wish.many", "wish.few"]


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "zh", "ru", "ar", "hi", "ur"])
def test_shipped_flows_speak_every_language(language: str) -> None:
    phrases = FluentPhraseBook(CONTENT / "replies")
    files = read_files(find_files(CONTENT / "flows"))
    assert [line for file in files for line in missing_replies(file, phrases.keys(language), language)] == []
    assert [flow.id for file in files for flow in file.flows if language not in flow.title] == []
    nameless = [
        f"{flow.id}.{slot.name}" for file in files for flow in file.flows for slot in flow.slots.values() if language not in slot.called
    ]
    assert nameless == []
