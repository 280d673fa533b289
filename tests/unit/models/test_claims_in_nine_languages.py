"""Real sentences of all nine phrase books, turned every way a model might: courtesies pass, nothing else does."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from shopkeeper.adapters.models.claim_files import load_claim_words
from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
from shopkeeper.app.turn.verify import false_claims
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say

CONTENT = Path(str(files("shopkeeper"))) / "content"
WORDS = load_claim_words(CONTENT / "claims")
BOOK = FluentPhraseBook(CONTENT / "replies", zone="Europe/Berlin")
PRICE = Money(minor=4_500, currency="EUR")
ADDED = Say(key="cart.added", facts={"quantity": 2, "title": "Brook", "price": PRICE})
REMOVED = Say(key="cart.removed", facts={"title": "Meadow"})
GONE = Say(key="find.sold_out", facts={"title": "Brook"})
THERE = Say(key="answer.price", facts={"title": "Meadow", "price": PRICE})
NAMES = ("Brook", "Meadow")

COURTESIES = {
    "en": "Sure, great choice! {}",
    "de": "Gerne, gute Wahl! {}",
    "es": "¡Claro, excelente elección! {}",
    "fr": "Avec plaisir, excellent choix ! {}",
    "zh": "好的！{}",
    "ru": "Конечно, отличный выбор! {}",
    "ar": "بالتأكيد، اختيار رائع! {}",
    "hi": "जी ज़रूर, बढ़िया चुनाव! {}",
    "ur": "جی ہاں! {}",
}
INVENTED = {
    "en": (
        "It's on me.",
        "It arrives Friday.",
        "Seventeen are left.",
        "Suitable for vegans.",
        "You may return it any time.",
        "A bargain.",
    ),
    "de": (
        "Das geht auf mich.",
        "Kommt am Freitag.",
        "Siebzehn sind noch da.",
        "Für Veganer geeignet.",
        "Ein Schnäppchen.",
        "Versandfrei.",
    ),
    "es": ("Invito yo.", "Llega el viernes.", "Quedan diecisiete.", "Apto para veganos.", "Una ganga.", "Con devolución."),
    "fr": ("C'est pour moi.", "Arrive vendredi.", "Il en reste dix-sept.", "Convient aux véganes.", "Une affaire.", "Retour possible."),
    "zh": ("我请客。", "周五到。", "还剩十七个。", "适合素食者。", "包退。", "很便宜。"),
    "ru": ("Я угощаю.", "Привезём в пятницу.", "Осталось семнадцать.", "Подходит веганам.", "Очень дёшево.", "Можно вернуть."),
    "ar": ("على حسابي.", "يصل الجمعة.", "بقي سبعة عشر.", "مناسب للنباتيين.", "صفقة رائعة.", "يمكنك إرجاعه."),
    "hi": ("मेरी तरफ़ से।", "शुक्रवार को आएगा।", "सत्रह बचे हैं।", "शाकाहारियों के लिए।", "बहुत सस्ता।", "लौटा सकते हैं।"),
    "ur": ("میری طرف سے۔", "جمعہ کو آئے گا۔", "سترہ باقی ہیں۔", "سبزی خوروں کے لیے۔", "بہت سستا۔", "واپس کر سکتے ہیں۔"),
}
each_language = pytest.mark.parametrize("language", sorted(COURTESIES))


def sentences(language: str, *says: Say) -> list[str]:
    return [BOOK.render(say, locale=language) for say in says]


def claims(text: str, language: str, *says: Say) -> tuple[str, ...]:
    return false_claims(text, sentences(language, *says), NAMES, WORDS[language])


@each_language
def test_a_courtesy_may_be_added(language: str) -> None:
    whole = " ".join(sentences(language, ADDED, GONE))
    assert claims(COURTESIES[language].format(whole), language, ADDED, GONE) == ()


@each_language
def test_nothing_else_may_be_added(language: str) -> None:
    source = " ".join(sentences(language, ADDED))
    for more in INVENTED[language]:
        assert claims(f"{source} {more}", language, ADDED), more
        assert claims(f"{more} {source}", language, ADDED), more


@each_language
def test_facts_keep_their_product(language: str) -> None:
    """The same words, but what was added was removed, and what is gone has the price."""
    for first, second in ((ADDED, REMOVED), (GONE, THERE)):
        source = " ".join(sentences(language, first, second))
        swapped = source.replace("Brook", "@").replace("Meadow", "Brook").replace("@", "Meadow")
        assert claims(swapped, language, first, second)
        turned = " ".join(reversed(sentences(language, first, second)))
        assert claims(turned, language, first, second)


@each_language
@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"])
def test_another_number_does_not_pass_in_any_script(language: str, digits: str) -> None:
    source = " ".join(sentences(language, ADDED))
    assert claims(f"{source} {digits[9]}", language, ADDED)
    assert claims(source.replace("45", digits[5] + digits[4]), language, ADDED)


@each_language
def test_signs_do_not_turn_a_price(language: str) -> None:
    source = " ".join(sentences(language, ADDED))
    assert claims(source.replace("45", "-45"), language, ADDED)
    assert claims(source.replace("45", "4\u03365\u0336"), language, ADDED)
    assert claims(source.replace("€", "$"), language, ADDED)
    assert claims(source + "." * 500 + INVENTED[language][0], language, ADDED)
