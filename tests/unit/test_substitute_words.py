"""What may come instead of what is missing, in the words of fifteen languages; and other sentences that say nothing of the kind."""

from __future__ import annotations

import pytest

from shopkeeper.adapters.understanding.lexicon import load_lexicons
from shopkeeper.domain.dialogue.grammar.substitutes import blanked, find_substitutes

LEXICONS = load_lexicons(["en", "de", "es", "fr", "zh", "ar", "hi", "ur", "ru", "it", "pt", "nl", "tr", "ja", "id"])

SAID = [
    ("en", "if there's no oat milk, soy milk is fine", ("named", "oat milk", "soy milk")),
    ("en", "eggs please, if you don't have oat milk then take soy milk instead please", ("named", "oat milk", "soy milk")),
    ("en", "If the oat milk is sold out, send soy milk.", ("named", "the oat milk", "soy milk")),
    ("en", "soy milk is fine if you’re out of oat milk", ("named", "oat milk", "soy milk")),
    ("en", "no replacement for the eggs", ("none", "the eggs", "")),
    ("en", "no substitutes please", ("none", "", "")),
    ("en", "substitutions are ok", ("similar", "", "")),
    ("en", "call me first if anything is missing", ("ask", "", "")),
    ("de", "falls der Haferdrink fehlt, geht auch fettarme Milch", ("named", "Haferdrink", "fettarme Milch")),
    ("de", "wenn es keine Hafermilch gibt, nehme ich Sojamilch", ("named", "Hafermilch", "Sojamilch")),
    ("de", "bitte nichts ersetzen", ("none", "", "")),
    ("es", "si no hay leche de avena, pon leche de soja", ("named", "leche de avena", "leche de soja")),
    ("es", "llámame si falta algo", ("ask", "", "")),
    ("fr", "s'il n'y a plus de lait d'avoine, le lait de soja me va", ("named", "lait d'avoine", "lait de soja")),
    ("fr", "appelez-moi s'il manque quelque chose", ("ask", "", "")),
    ("zh", "要是没有燕麦奶就换成豆奶", ("named", "燕麦奶", "豆奶")),
    ("zh", "不要替换", ("none", "", "")),
    ("ar", "إذا لم يتوفر حليب الشوفان، خذوا حليب الصويا", ("named", "حليب الشوفان", "حليب الصويا")),
    ("hi", "अगर ओट मिल्क न हो तो सोया मिल्क चलेगा", ("named", "ओट मिल्क", "सोया मिल्क")),
    ("ur", "اگر اوٹ ملک نہ ہو تو سویا ملک چلے گا", ("named", "اوٹ ملک", "سویا ملک")),
    ("ru", "если не будет овсяного молока, подойдёт соевое", ("named", "овсяного молока", "соевое")),
    ("ru", "без замен", ("none", "", "")),
    ("it", "2 latte, se non c'è latte, prendo bevanda d'avena", ("named", "latte", "bevanda d'avena")),
    ("it", "chiamami se manca qualcosa", ("ask", "", "")),
    ("pt", "2 leites, se não houver leite pode ser bebida de aveia", ("named", "leite", "bebida de aveia")),
    ("pt", "não substituam nada", ("none", "", "")),
    ("nl", "als er geen melk is, is haverdrank ook goed", ("named", "melk", "haverdrank")),
    ("nl", "bel me als er iets ontbreekt", ("ask", "", "")),
    ("tr", "süt yoksa yulaf sütü olur", ("named", "süt", "yulaf sütü")),
    ("tr", "yerine başka şey koymayın", ("none", "", "")),
    ("id", "kalau susu habis ganti susu oat saja", ("named", "susu", "susu oat")),
    ("id", "jangan diganti ya", ("none", "", "")),
    ("ja", "牛乳2本、牛乳がなければ豆乳でいいです", ("named", "牛乳", "豆乳")),
    ("ja", "代替品は不要です", ("none", "", "")),
]


def found(language: str, text: str) -> list[tuple[str, str, str]]:
    patterns = [LEXICONS[code].substitutes for code in dict.fromkeys((language, "en"))]
    return [(one.rule, one.missing, one.instead) for one in find_substitutes(text, patterns)]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_a_wish_for_what_is_missing(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert found(language, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "if you have no mugs, show me cups",
        "is there any milk if the eggs are out?",
        "call me a taxi",
        "do you have a milk substitute?",
        "can I exchange it?",
        "replace the mugs with cups",
    ],
)
def test_other_sentences_are_none(text: str) -> None:
    assert found("en", text) == []


def test_the_rest_of_the_message_keeps_its_places() -> None:
    text = "eggs and milk. no substitutes please, to my office"
    wished = find_substitutes(text, [LEXICONS["en"].substitutes])
    rest = blanked(text, wished)
    assert len(rest) == len(text)
    assert rest.index("to my office") == text.index("to my office")


def test_a_long_message_costs_little() -> None:
    assert find_substitutes("if there's no " * 60, [LEXICONS["en"].substitutes]) == []
