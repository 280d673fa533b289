"""Numbers in digits, words, fractions and han characters."""

from __future__ import annotations

from fractions import Fraction

import pytest
from grammar_shop import LANGUAGES

from shopkeeper.adapters.understanding.lexicon import expand, load_lexicons, shipped_languages
from shopkeeper.domain.dialogue.grammar.lexicon import compile_grammar
from shopkeeper.domain.dialogue.grammar.numbers import find_numbers, han_value
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, readable, tokenize

WORDS = compile_grammar("en", load_lexicons(LANGUAGES)).numbers

CASES = [
    ("2", [2]),
    ("-3", [-3]),
    ("1,000", [1000]),
    ("1.000", [1000]),
    ("1.5", [Fraction(3, 2)]),
    ("1e9", [10**9]),
    ("½", [Fraction(1, 2)]),
    ("1½", [Fraction(3, 2)]),
    ("1/2", [Fraction(1, 2)]),
    ("twenty five", [25]),
    ("two hundred", [200]),
    ("three thousand two hundred", [3200]),
    ("two three", [2, 3]),
    ("zwölf", [12]),
    ("x3", [3]),
    ("2x", [2]),
    ("十二", [12]),
    ("两百五十", [250]),
    ("no number", []),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_numbers_are_found(text: str, values: list[Fraction]) -> None:
    assert [number.value for number in find_numbers(tokenize(text), WORDS)] == values


@pytest.mark.parametrize(("text", "value"), [("十", 10), ("二十", 20), ("一千零一", 1001), ("三万", 30_000), ("一二三", 123)])
def test_han_numbers(text: str, value: int) -> None:
    assert han_value(text) == value


def test_tokens_remember_where_they_stood() -> None:
    text = "ich hätte gern 2 Äpfel"
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


def test_han_is_one_token_per_character_and_codes_are_whole() -> None:
    tokens = tokenize("要JKT-BLU-M和鸡蛋")
    assert [token.text for token in tokens] == ["要", "JKT-BLU-M", "和", "鸡", "蛋"]
    assert tokens[0].kind is TokenKind.CJK


def test_what_cannot_be_read_becomes_spaces_in_place() -> None:
    assert readable("a\x00b\ud800c") == "a b c"


def test_alternatives_in_a_lexicon_phrase_are_spelled_out() -> None:
    assert sorted(expand("(show|see) (my |)cart")) == ["see cart", "see my cart", "show cart", "show my cart"]


def test_every_shipped_lexicon_loads_and_knows_the_core_cues() -> None:
    core = {
        "greet",
        "yes",
        "no",
        "add",
        "remove",
        "cancel",
        "person",
        "check_out",
        "pay",
        "show_cart",
        "find",
        "order_status",
        "policy:returns",
    }
    lexicons = load_lexicons(shipped_languages())
    for language in shipped_languages():
        assert core <= set(lexicons[language].cues), language
