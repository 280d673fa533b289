"""The demo shop in languages its products have no names in: wishes, counts, prices, and what language it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from grammar_shop import brief, context

import shopkeeper.content
from shopkeeper.adapters.packs.reader import read_pack
from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.words import shop_words
from shopkeeper.domain.dialogue.grammar.endings import split_joined, stem
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.tokens import tokenize
from shopkeeper.ports.understander import Perception

LANTERN = Path(shopkeeper.content.__file__).parent / "packs" / "lantern_market"

WANTED = [
    ("pt", "leite e ovos", ["find_product milk-1l", "find_product eggs-12"]),
    ("pt", "quero comprar 2 leites e uma dúzia de ovos", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("it", "due latte e una dozzina di uova, per favore", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("nl", "twee melk en een dozijn eieren graag", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("tr", "süt ve yumurta", ["find_product milk-1l", "find_product eggs-12"]),
    ("tr", "iki süt ve on iki yumurta ekle", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("ru", "молоко и яйца", ["find_product milk-1l", "find_product eggs-12"]),
    ("ru", "добавь два молока и десяток яиц", ["add_line_item 2 milk-1l", "add_line_item 10 eggs-12"]),
    ("ar", "حليب وبيض", ["find_product milk-1l", "find_product eggs-12"]),
    ("hi", "दूध और अंडे", ["find_product milk-1l", "find_product eggs-12"]),
    ("hi", "bhaiya do doodh aur ek dozen ande chahiye", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("hi", "भैया दो दूध और एक दर्जन अंडे चाहिए", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("ja", "牛乳と卵", ["find_product milk-1l", "find_product eggs-12"]),
    ("ja", "牛乳を2本と卵12個ください", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("id", "susu dan telur", ["find_product milk-1l", "find_product eggs-12"]),
    ("id", "tambah 2 susu dan selusin telur", ["add_line_item 2 milk-1l", "add_line_item 12 eggs-12"]),
    ("fr", "combien coûte le lait ?", ["ask_about_product price milk-1l"]),
    ("ru", "сколько стоит молоко?", ["ask_about_product price milk-1l"]),
    ("pt", "quero a jaqueta azul tamanho L", ["find_product trail-jacket[blue/L]"]),
]


@cache
def understander() -> RulesUnderstander:
    pack = read_pack(LANTERN)
    index = Fts5Index(Path(mkdtemp()) / "search.db")
    index.build([entry.product for entry in pack.products], revision=1, option_words=pack.option_words)
    return RulesUnderstander(index=index, lexicons=load_lexicons(shipped_languages()), shop=shop_words(pack.profile, pack.stores))


@pytest.mark.parametrize(("language", "said", "acts"), WANTED)
def test_what_is_wanted_in_a_language_without_product_names(language: str, said: str, acts: list[str]) -> None:
    found = understander().read(Perception(text=said, language=language), context())
    assert [brief(act) for act in found.acts if act.type != "greet"] == acts


@pytest.mark.parametrize(("language", "said"), sorted({(language, said) for language, said, _ in WANTED}))
def test_the_language_is_told_from_the_words(language: str, said: str) -> None:
    lexicons = load_lexicons(shipped_languages())
    assert LanguageDetector(lexicons, tuple(lexicons)[1:]).identify(said, prior="en") == language


@pytest.mark.parametrize(
    ("language", "word", "other"), [("ru", "молока", "молоко"), ("tr", "ekmeği", "ekmek"), ("hi", "अंडों", "अंडा"), ("pt", "ovos", "ovo")]
)
def test_forms_of_a_word_have_one_stem(language: str, word: str, other: str) -> None:
    assert stem(fold(word), language) == stem(fold(other), language)


def test_small_words_written_onto_arabic_words_are_cut_off_in_place() -> None:
    text = "خبز والحليب"
    known = {fold("خبز"), fold("حليب")}
    pieces = split_joined(tokenize(text), known.__contains__)
    assert [piece.norm for piece in pieces] == [fold("خبز"), "و", fold("حليب")]
    assert text[pieces[-1].start : pieces[-1].end] == "حليب"


KEEPING = [
    ("en", "please keep my card for next time", "keep_method"),
    ("en", "don't remember my card", "keep_method"),
    ("en", "delete my saved card", "forget_method"),
    ("de", "speichere bitte meine Karte für das nächste Mal", "keep_method"),
    ("de", "lösche meine gespeicherte Karte", "forget_method"),
    ("es", "guarda mi tarjeta por favor", "keep_method"),
    ("es", "borra mi tarjeta guardada", "forget_method"),
    ("fr", "enregistrez ma carte", "keep_method"),
    ("it", "elimina la mia carta salvata", "forget_method"),
    ("nl", "onthoud mijn kaart", "keep_method"),
    ("pt", "guarda o meu cartão", "keep_method"),
    ("tr", "kartımı kaydet", "keep_method"),
    ("ru", "сохраните мою карту", "keep_method"),
    ("ar", "احفظ بطاقتي", "keep_method"),
    ("hi", "मेरा कार्ड सेव कर लो", "keep_method"),
    ("ur", "میرا کارڈ محفوظ کریں", "keep_method"),
    ("ja", "カードを保存してください", "keep_method"),
    ("zh", "下次还用这张卡", "keep_method"),
    ("zh", "请保存我的卡", "keep_method"),
    ("id", "hapus kartu saya", "forget_method"),
]


@pytest.mark.parametrize(("language", "said", "act"), KEEPING)
def test_a_card_is_kept_or_forgotten_in_any_language(language: str, said: str, act: str) -> None:
    found = understander().read(Perception(text=said, language=language), context())
    assert [one.type for one in found.acts if one.type != "greet"] == [act]
