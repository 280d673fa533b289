"""What is said about a tip, and what only looks like one."""

from __future__ import annotations

from importlib import resources

import pytest
from grammar_shop import SHOP, context, index, read

from shopkeeper.adapters.understanding.lexicon import load_lexicons
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.domain.dialogue.acts import Act, AddLineItem, GiveTip
from shopkeeper.ports.understander import Perception

EVERY = sorted(path.stem for path in (resources.files("shopkeeper.content") / "lexicon").iterdir() if path.name.endswith(".yaml"))
ANY_LANGUAGE = RulesUnderstander(index=index(), lexicons=load_lexicons([one for one in EVERY if one != "any"]), shop=SHOP)


def hear(said: str) -> tuple[Act, ...]:
    """`said` is in the language that its first word names ("de: kein Trinkgeld")."""
    language, _, text = said.partition(": ")
    return ANY_LANGUAGE.read(Perception(text=text, language=language), context()).acts


PERCENT = """
en: add a 10% tip
en: tip 10 %
en: 10 percent tip please
en: and a tip of ten percent
en: make it a 10% tip for the driver
de: 10 % Trinkgeld
de: zehn Prozent Trinkgeld bitte
de: füge 10% Trinkgeld hinzu
es: 10 por ciento de propina
es: añade una propina del 10%
fr: 10 % de pourboire
fr: ajoutez un pourboire de 10 pour cent
pt: 10% de gorjeta
it: aggiungi una mancia del 10 per cento
nl: 10 procent fooi
ru: 10% чаевых
ru: добавьте чаевые 10 процентов
tr: yüzde 10 bahşiş
ar: أضف إكرامية 10%
ar: إكرامية 10 بالمئة
hi: 10% टिप जोड़ें
hi: 10 प्रतिशत टिप
ur: 10 فیصد ٹپ
zh: 小费百分之十
zh: 加10%小费
ja: チップを10%追加してください
id: tambah tip 10 persen
""".strip().splitlines()
AMOUNT = """
en: 2 euros tip for the driver
en: tip the driver 2 euros
en: a €2 tip
en: tip 2
en: add two euros as a tip
en: leave a tip of 2 €
en: 200 cents tip
de: 2 Euro Trinkgeld für den Fahrer
de: gib dem Fahrer 2 Euro Trinkgeld
de: ein Trinkgeld von 2 Euro
es: 2 euros de propina para el repartidor
es: deja una propina de 2 euros
fr: 2 euros de pourboire pour le livreur
it: 2 euro di mancia
nl: 2 euro fooi voor de bezorger
ru: чаевые курьеру 2 евро
ar: إكرامية 2 يورو للسائق
hi: ड्राइवर के लिए 2 यूरो टिप
ur: ڈرائیور کے لیے 2 یورو ٹپ
zh: 给骑手2欧元小费
id: 2 euro tip untuk kurir
""".strip().splitlines()
NONE = """
en: no tip
en: without a tip please
en: remove the tip
en: don't add a tip
de: kein Trinkgeld
de: ohne Trinkgeld bitte
es: sin propina
fr: pas de pourboire
pt: sem gorjeta
it: senza mancia
nl: geen fooi
ru: без чаевых
tr: bahşiş istemiyorum
ar: بدون إكرامية
hi: बिना टिप के
ur: بغیر ٹپ کے
zh: 不要小费
ja: チップなし
id: tanpa tip
""".strip().splitlines()


@pytest.mark.parametrize("said", PERCENT)
def test_percent(said: str) -> None:
    assert hear(said) == (GiveTip(percent_bp=1000),)


@pytest.mark.parametrize("said", AMOUNT)
def test_amount(said: str) -> None:
    assert hear(said) == (GiveTip(amount_minor=200),)


@pytest.mark.parametrize("said", NONE)
def test_none(said: str) -> None:
    assert hear(said) == (GiveTip(amount_minor=0),)


@pytest.mark.parametrize("said", ["a tip please", "I'd like to add a tip", "Trinkgeld", "tip -5", "小费"])
def test_not_said_how_much(said: str) -> None:
    assert read(said).acts == (GiveTip(),)


def test_beside_other_wishes_each_number_stays_with_its_own() -> None:
    found = read("2 milk, and a 10% tip").acts
    assert isinstance(found[0], AddLineItem)
    assert found[0].pieces == 2
    assert found[1:] == (GiveTip(percent_bp=1000),)


def test_the_later_word_counts() -> None:
    assert read("no tip, or well, 2 euros tip").acts[-1] == GiveTip(amount_minor=200)


@pytest.mark.parametrize(
    "said", ["2 felt-tip pens", "felt-tip pens under 10 euros", "any tips for choosing a tea?", "milk under 2 euros", "10% off?"]
)
def test_no_tip_at_all(said: str) -> None:
    assert not any(isinstance(act, GiveTip) for act in read(said).acts)
