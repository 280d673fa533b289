"""The tagger finds slots by the words around them and by what was asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pycrfsuite")

from shopkeeper.adapters.learning.tagging.features import features
from shopkeeper.adapters.learning.tagging.lexicon import learn_lexicon
from shopkeeper.adapters.learning.tagging.sentences import Sentence, Slot, pieces, read_sentences
from shopkeeper.adapters.learning.tagging.spans import find_spans
from shopkeeper.adapters.learning.tagging.tagger import train_tagger
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.testing.evals.slots import measure_slots


def _sentence(marked: str, *requested: str) -> Sentence:
    """ "table for <people 4> at <time 7 pm>" """
    text, slots = "", []
    for part in marked.split("<"):
        if ">" not in part:
            text += part
            continue
        inside, rest = part.split(">", 1)
        name, value = inside.split(" ", 1)
        slots.append(Slot(len(text), len(text) + len(value), name))
        text += value + rest
    return Sentence(text, requested, tuple(slots))


SENTENCES = (
    [
        _sentence(f"table for <people {people}> at <time {clock}> on <date {day}>")
        for people, clock, day in (
            ("4", "7 pm", "Monday"),
            ("two people", "8:30", "June 3rd"),
            ("6", "noon", "Friday"),
            ("3", "9pm", "Sunday"),
        )
    ]
    + [_sentence(f"<people {n}>", "people") for n in "2345678"]
    + [_sentence(f"<time {n}>", "time") for n in "2345678"]
)


def test_slots_are_found_exactly_in_new_sentences() -> None:
    tagger = train_tagger(SENTENCES)
    sentence = _sentence("table for <people 5> at <time 6 pm> on <date Tuesday>")
    assert tagger.find(sentence.text) == sentence.slots
    assert measure_slots(tagger, [sentence])["f1"] == 1.0


def test_a_bare_number_is_what_was_asked_for() -> None:
    tagger = train_tagger(SENTENCES)
    assert [slot.name for slot in tagger.find("9", ("people",))] == ["people"]
    assert [slot.name for slot in tagger.find("9", ("time",))] == ["time"]
    assert tagger.find("") == ()


def test_pieces_keep_their_places() -> None:
    text = "7:30pm – 大阪 2人"
    assert [piece.text for piece in pieces(text)] == ["7", ":", "30", "pm", "–", "大", "阪", "2", "人"]
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces(text))


def test_words_after_a_no_are_marked() -> None:
    words = pieces("no onions please")
    found = features(words, (), [[] for _ in words])
    assert "after_not" in found[1]
    assert "after_not" not in found[0]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("call me at half past seven in the evening ok", "time", "half past seven in the evening"),
        ("let us say 7:30 p.m. then", "time", "7:30 p.m."),
        ("for Tuesday, the 11th of September, 2018 please", "date", "Tuesday, the 11th of September, 2018"),
        ("due 2018/04/24 or so", "date", "2018/04/24"),
        ("back in 45 minutes", "span", "in 45 minutes"),
        ("seats for 5 adults and 1 child", "group", "5 adults and 1 child"),
        ("my wife and I are here", "group", "my wife and I"),
        ("it was $20.50 yesterday", "money", "$20.50"),
        ("transfer 6000 euros", "money", "6000 euros"),
    ],
)
def test_stretches_that_read_like_something_are_found_whole(text: str, name: str, value: str) -> None:
    words = pieces(text)
    found = {(span.name, text[words[span.start].start : words[span.end - 1].end]) for span in find_spans(words)}
    assert (name, value) in found


def test_long_and_strange_texts_cost_little(yardsticks: Callable[[Callable[[], object]], float]) -> None:
    tagger = train_tagger(SENTENCES)
    assert yardsticks(lambda: tagger.find("the next " * 2000)) < 200
    assert yardsticks(lambda: tagger.find("² ½ ٣ １２ 七 " * 50)) < 30


def test_a_word_only_its_own_sentence_shows_is_unknown_while_training() -> None:
    sentences = [_sentence("one <drink cola> please"), _sentence("a <drink cola>"), _sentence("and <drink soda>")]
    lexicon = learn_lexicon(sentences)
    assert [hints[0] for hints in lexicon.hints(pieces("soda and cola"))] == ["known=drink", "rare", "known=drink"]
    assert lexicon.hints(pieces(sentences[0].text), sentences[0].slots)[1][0] == "known=drink"
    assert lexicon.hints(pieces(sentences[2].text), sentences[2].slots)[1][0] == "new"
    assert lexicon.hints(pieces(sentences[2].text))[1][:2] == ["known=drink", "rare"]


def test_names_nobody_has_heard_are_found_by_being_new() -> None:
    names = ("anna", "tom", "keisha", "ravi", "olga", "yusuf", "mei", "pablo", "ingrid", "kwame")
    sentences = [_sentence(f"transfer 20 to <person {name}> now") for name in names]
    sentences += [_sentence(f"transfer 20 to {place} now") for place in ("savings", "checking", "savings", "checking")]
    tagger = train_tagger(sentences)
    assert [slot.name for slot in tagger.find("transfer 20 to zorblax now")] == ["person"]
    assert tagger.find("transfer 20 to savings now") == ()


def test_slots_that_share_words_are_both_found() -> None:
    shared = [
        Sentence(f"at {hour} tonight", (), (Slot(3, 4 + len("tonight") + len(hour), "time"), Slot(4 + len(hour), 11 + len(hour), "date")))
        for hour in ("6", "7", "8", "9", "10")
    ]
    tagger = train_tagger([*shared, *SENTENCES])
    assert [(slot.name, slot.start, slot.end) for slot in tagger.find("at 11 tonight")] == [("time", 3, 13), ("date", 6, 13)]


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "slots.jsonl"
    file.write_text(json.dumps({"text": "hi", "slots": []}) + "\n" + json.dumps({"text": "hi", "spans": []}))
    with pytest.raises(InvalidInput, match=r"line 2: unknown keys spans. Allowed: text, requested, slots"):
        read_sentences(file)
    file.write_text(json.dumps({"text": "hi", "slots": [["name", 1, 9, "x"]]}))
    with pytest.raises(InvalidInput, match="line 1: slot name from 1 to 9 lies outside"):
        read_sentences(file)


def test_a_stretch_knows_its_order_and_which_end_it_is() -> None:
    words = pieces("from monday until friday please")
    found = features(words, (), [[] for _ in words])
    assert {"date~0/2", "date~last=from", "date~then=until"} <= {*found[1]}
    assert {"date~1/2", "date~last=until", "date~near=from"} <= {*found[3]}
    assert not any("~" in one for one in found[4])
