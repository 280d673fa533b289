"""Misheard words put right by what the shop knows, and only those that were unsure; loops and left-out beginnings of a listener."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.speech.faster_whisper.engine import Heard, agreeing, is_looping, once, with_beginning
from shopkeeper.domain.dialogue.sounding import alike, mended, phrase_alike
from shopkeeper.domain.dialogue.voice import Transcript, Word


def heard(text: str, *unsure: str) -> Transcript:
    words: list[Word] = []
    at = 0
    for word in text.split():
        start = text.find(word, at)
        at = start + len(word)
        words.append(Word(start=start, end=at, confidence=0.3 if word in unsure else 0.9))
    return Transcript(text=text, language="en", confidence=0.8, duration_s=2.0, words=tuple(words))


def written(text: str) -> Heard:
    return Heard(text=text, language="en", words=tuple((word.strip(",."), 0.9) for word in text.split()), likelihood=-0.2, nobody=0.0)


@pytest.mark.parametrize(
    ("one", "other"), [("skin", "skim"), ("ice", "iced"), ("americana", "americano"), ("dip", "drip"), ("fone", "phone")]
)
def test_words_that_sound_alike(one: str, other: str) -> None:
    assert alike(one, other) >= 0.78


@pytest.mark.parametrize(
    ("one", "other"), [("mug", "rug"), ("get", "iced"), ("two", "to"), ("three", "free"), ("12", "20"), ("tea", "pea")]
)
def test_words_that_do_not(one: str, other: str) -> None:
    assert alike(one, other) < 0.78


def test_a_phrase_is_as_alike_as_its_words_and_none_may_be_another() -> None:
    assert phrase_alike(["ice", "mocha"], ["iced", "mocha"]) > 0.85
    assert phrase_alike(["dark", "coffee"], ["drip", "coffee"]) == 0.0


def test_an_unsure_word_that_nobody_knows_becomes_the_known_one_and_stays_unsure() -> None:
    told = mended(heard("give me an ice mocha please", "ice"), ("iced mocha", "espresso"))
    assert told.text == "give me an iced mocha please"
    places = {told.text[word.start : word.end]: word.confidence for word in told.words}
    assert (places["iced"], places["please"]) == (0.3, 0.9)


def test_a_sure_word_and_a_known_word_stay() -> None:
    assert mended(heard("give me an ice mocha"), ("iced mocha",)).text == "give me an ice mocha"
    assert mended(heard("a drip shot", "drip"), ("triple shot", "drip coffee")).text == "a drip shot"


@pytest.mark.parametrize(("said", "meant"), [("To of these, pick up", "two of these, pick up"), ("won of those", "one of those")])
def test_a_count_written_as_what_sounds_the_same(said: str, meant: str) -> None:
    assert mended(heard(said), ()).text == meant


@pytest.mark.parametrize("said", ["I go to these shops", "for me, of these", "a tree of mine"])
def test_the_same_words_elsewhere_stay(said: str) -> None:
    assert mended(heard(said), ()).text == said


def test_other_counts_are_never_mended() -> None:
    assert mended(heard("free of them", "free"), ("three of them",)).text == "free of them"


def test_what_is_said_over_and_over_is_said_once() -> None:
    sentence = "make me a large double shot mocha with cream."
    assert is_looping(f"{sentence} {sentence} Make me a")
    told = once(written(f"{sentence} {sentence} Make me a"))
    assert told.text == sentence
    assert len(told.words) == len(sentence.split())


def test_saying_a_few_words_twice_is_no_loop() -> None:
    assert not is_looping("with a little bit of milk and a little bit of sugar")


def test_a_loop_of_one_word_is_not_turned_into_something_said() -> None:
    endless = written("thank you. " * 12)
    assert once(endless) == endless


def test_hints_are_believed_only_where_the_listener_hears_much_the_same_without_them() -> None:
    plain = written("Brue 20 oz house coffee")
    assert agreeing([written("a little bit of brown sugar"), written("Brew twenty ounce house coffee."), plain], 0.6).text.startswith(
        "Brew"
    )


def test_what_only_hints_say_is_not_heard() -> None:
    nothing = written("")
    assert agreeing([written("this one please, two of them"), nothing], 0.35) == nothing


def test_a_beginning_that_hints_swallowed_is_put_back() -> None:
    told = with_beginning(written("pick up today at Nord."), written("2 of these, pickup today at Mord"))
    assert told.text == "2 of these, pick up today at Nord."
    assert [word for word, _ in told.words][:4] == ["2", "of", "these", "pick"]


def test_other_words_at_the_beginning_stay_as_they_were_heard() -> None:
    hinted = written("Two of them, and can I get it today")
    assert with_beginning(hinted, written("To love them and can I get it today")) == hinted
