"""A conversation file that does not follow the format is refused where it goes wrong, with the nearest thing that would be right."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from shopkeeper.testing.conversations.nodes import FileProblem
from shopkeeper.testing.conversations.reading import OPENING, find_files, read_tests
from shopkeeper.testing.conversations.spec import ConversationTest, Happening, MoveClock, Parallel, Send


def read(folder: Path, text: str) -> list[ConversationTest]:
    file = folder / "talk.yaml"
    file.write_text(text, encoding="utf-8")
    return list(read_tests(file, "talk.yaml"))


def problem(folder: Path, text: str) -> str:
    with pytest.raises(FileProblem) as caught:
        read(folder, text)
    return str(caught.value)


WRONG = [
    ("naem: x\nsteps: []", "talk.yaml:1: 'naem' is not known here; did you mean name?"),
    ("name: x", "talk.yaml:1: 'steps' is missing"),
    ("steps:\n  - say: hi\n    expext: {cart: empty}", "talk.yaml:3: 'expext' is not known here; did you mean expect?"),
    (
        "steps:\n  - say: hi\n    expect:\n      cart: empty\n      ordres: 1",
        "talk.yaml:5: 'ordres' is not known here; did you mean",
    ),
    (
        "steps:\n  - say: hi\n    expect: {acts: [add_line_itme]}",
        "talk.yaml:3: 'add_line_itme' is not known here; did you",
    ),
    ("steps:\n  - say: hi\n    expect: {quote: {total: 79}}", "talk.yaml:3: write the amount with 2 decimals, such as 79.00"),
    ("steps:\n  - say: hi\n    expect: {quote: {totl: 79.00}}", "did you mean total?"),
    ("steps:\n  - say: hi\n    expect: {cart: {EGG-12: many}}", "must be a whole number, not 'many'"),
    ("steps:\n  - say: hi\n    expect: {payments: {authorised: 1}}", "did you mean authorized?"),
    ("steps:\n  - say: hi\n    tap: pay", "a step does exactly one of"),
    ("steps:\n  - by: nobody\n    say: hi", "talk.yaml:2: 'nobody' is not known here; known are shopper"),
    ("steps:\n  - event: {prise: {sku: A, amount: 1.00}}", "talk.yaml:2: 'prise' is not known here; did you mean price?"),
    ("steps:\n  - event: {price: {sku: A}}", "'amount' is missing"),
    ("steps:\n  - event: {payment: aprove}", "'aprove' is not known here; did you mean approve?"),
    ("steps:\n  - advance: soon", "must be a span such as 30s, 20m, 2h or 3d"),
    ("steps:\n  - at: tomorrow", "must be a moment such as"),
    ("steps:\n  - at: 2026-09-15T10:00:00", "the moment needs its offset"),
    ("steps:\n  - send: {parts: [{image: nowhere.jpg}]}", "there is no file nowhere.jpg beside this one"),
    ("steps:\n  - say: ${hello}", "talk.yaml:2: there is no ${hello} in this variant"),
    ("steps: [\n", "not YAML"),
    ("name: a\nname: b\nsteps: []", "talk.yaml:2: 'name' is given twice"),
    ("steps:\n  - advance: 1m\n    key: k", "'key' goes with say, tap, send only"),
]


@pytest.mark.parametrize(("text", "complaint"), WRONG, ids=[complaint[:60] for _, complaint in WRONG])
def test_a_wrong_file_is_refused_at_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in problem(tmp_path, text)


def test_defaults(tmp_path: Path) -> None:
    (test,) = read(tmp_path, "steps:\n  - say: hi")
    assert (test.name, test.setup.pack, test.setup.clock) == ("talk", "lantern_market", OPENING)
    assert test.steps[0].doing == Send(parts=({"type": "text", "text": "hi"},), said="hi")
    assert str(test.steps[0].place) == "talk.yaml:2"


def test_each_variant_is_a_test_of_its_own(tmp_path: Path) -> None:
    text = "name: Hello\nsetup: {locale: '${locale}'}\nvariants:\n  german: {hi: Hallo, locale: de}\n  spanish: {hi: Hola, locale: es}\n"
    tests = read(tmp_path, text + "steps:\n  - say: ${hi}, shop\n")
    assert [(test.name, test.setup.speakers["shopper"].locale) for test in tests] == [("Hello [german]", "de"), ("Hello [spanish]", "es")]
    assert [getattr(test.steps[0].doing, "said", "") for test in tests] == ["Hallo, shop", "Hola, shop"]


def test_several_documents_are_several_tests(tmp_path: Path) -> None:
    tests = read(tmp_path, "name: a\nsteps: [{say: x}]\n---\nname: b\nsteps: [{say: y}]\n")
    assert [(test.name, test.steps[0].place.line) for test in tests] == [("a", 2), ("b", 5)]


def test_steps_of_every_kind(tmp_path: Path) -> None:
    text = """
setup: {speakers: {klaus: {customer: klaus}}}
steps:
  - tap: pay
  - tap: {action: add_line_item, sku: EGG-12, quantity: 2}
  - tap: {choice: mitte}
  - advance: 20m
  - event: sweep
  - event: {crash: {after: capture}}
  - parallel: [{tap: pay, key: one}, {say: hi, by: klaus}]
  - say: again
    repeat: 3
"""
    (test,) = read(tmp_path, text)
    pay, add, choice, advance, sweep, crash, parallel, again = test.steps
    assert isinstance(pay.doing, Send)
    assert pay.doing.parts[0] == {"type": "action", "action": "confirm", "digest": "$digest"}
    assert isinstance(add.doing, Send)
    assert add.doing.parts[0] == {"type": "action", "action": "add_line_item", "sku": "EGG-12", "quantity": 2}
    assert isinstance(choice.doing, Send)
    assert choice.doing.parts[0]["action"] == "$choice"
    assert advance.doing == MoveClock(by=timedelta(minutes=20))
    assert sweep.doing == Happening(kind="sweep", facts={})
    assert crash.doing == Happening(kind="crash", facts={"after": "capture"})
    assert isinstance(parallel.doing, Parallel)
    assert [send.by for send in parallel.doing.sends] == ["shopper", "klaus"]
    assert again.repeat == 3


def test_a_file_or_a_folder_of_them(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.yaml", "deep/a.yml", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [file.name for file in find_files(tmp_path)] == ["b.yaml", "a.yml"]
    assert find_files(tmp_path / "b.yaml") == [tmp_path / "b.yaml"]
