"""What a rewording may say, and what it may not, in several languages."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.adapters.models.claim_files import load_claim_words, read_claim_words
from shopkeeper.app.turn.verify import false_claims, promised, unbacked
from shopkeeper.domain.core.outcome import InvalidInput

CONTENT = Path(str(files("shopkeeper"))) / "content"
WORDS = load_claim_words(CONTENT / "claims")

ADDED = ("en", ("Added 2 × Leather tote, tan at €45.00 each.",), ("Leather tote, tan",))
SOLD_OUT = (
    "en",
    ("Trail jacket, blue, M is sold out.", "Trail jacket, black, M: €79.00, 3 in stock."),
    ("Trail jacket, blue, M", "Trail jacket, black, M"),
)
GERMAN = ("de", ("2 × Ledertasche zu je 45,00 € hinzugefügt.",), ("Ledertasche",))
SPANISH = ("es", ("Añadido: 2 × Bolso de cuero a 45,00 € cada uno.",), ("Bolso de cuero",))
FRENCH = ("fr", ("2 × Cabas en cuir ajoutés à 45,00 € chacun.",), ("Cabas en cuir",))
CHINESE = ("zh", ("已添加2件皮革托特包，每件45.00元。",), ("皮革托特包",))
URDU = ("ur", ("چمڑے کا بیگ ختم ہے۔",), ("چمڑے کا بیگ",))

TRUE = [
    (ADDED, "Great choice! I added 2 × Leather tote, tan at €45.00 each."),
    (ADDED, "Lovely, I've added 2 × Leather tote, tan at €45.00 each."),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each."),
    (SOLD_OUT, "Ah, the Trail jacket, blue, M is sold out. The Trail jacket, black, M: €79.00, 3 in stock."),
    (GERMAN, "Gerne! Ich habe 2 × Ledertasche zu je 45,00 € hinzugefügt."),
    (SPANISH, "¡Genial! Añadido: 2 × Bolso de cuero a 45,00 € cada uno."),
    (FRENCH, "Très bon choix ! 2 × Cabas en cuir ajoutés à 45,00 € chacun.".replace("Très ", "")),
    (CHINESE, "好的，已添加2件皮革托特包，每件45.00元。"),
    (URDU, "جی، چمڑے کا بیگ ختم ہے۔"),
]

FALSE = [
    (ADDED, "Added 3 × Leather tote, tan at €45.00 each.", "another number"),
    (ADDED, "Added 2 × Leather tote, tan at €54.00 each.", "another price"),
    (ADDED, "Added 2 × Leather tote, tan at $45.00 each.", "another currency"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00.", "each is gone"),
    (ADDED, "Added 45.00 × Leather tote, tan at €2 each.", "numbers changed places"),
    (ADDED, "Added two × Leather tote, tan at €45.00 each.", "a number in words"),
    (ADDED, "Added 2 × Leather tote, brown at €45.00 each.", "another variant"),
    (ADDED, "Added 2 × Leather jacket, tan at €45.00 each.", "another product"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. It is free today!", "a promise"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each, on us.", "a promise in small words"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each, guaranteed.", "a guarantee"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each, refund any time.", "a refund"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. It arrives tomorrow.", "a date"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. In stock!", "a stock word"),
    (ADDED, "I have not added 2 × Leather tote, tan at €45.00 each.", "a negation"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. Shall I order it?", "a question"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. ✅", "a sign"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. http://evil.example", "a link"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. It is vegan.", "an ingredient"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. Take the fr\u200bee kit", "a hidden character"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. It is ｆｒｅｅ", "another width"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. It is frее", "letters of another script"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. ٢", "digits of another script"),
    (ADDED, "Added 2 × Leather tote, tan at €45.00 each. " * 9, "far too long"),
    (ADDED, "", "nothing at all"),
    (SOLD_OUT, "Trail jacket, blue, M is in stock. Trail jacket, black, M: €79.00, 3 sold out.", "stock words changed places"),
    (SOLD_OUT, "Trail jacket, black, M is sold out. Trail jacket, blue, M: €79.00, 3 in stock.", "names changed places"),
    (SOLD_OUT, "Trail jacket, black, M: €79.00, 3 in stock.", "the sold-out one is left out"),
    (SOLD_OUT, "The Trail jacket, blue, M is not sold out. Trail jacket, black, M: €79.00, 3 in stock.", "turned round"),
    (GERMAN, "2 × Ledertasche zu je 45,00 € hinzugefügt, heute gratis.", "a promise"),
    (GERMAN, "2 × Ledertasche zu 45,00 € hinzugefügt.", "each is gone"),
    (GERMAN, "2 × Ledertasche zu je 45,00 € nicht hinzugefügt.", "a negation"),
    (GERMAN, "2 × Ledertasche zu je 45,00 € hinzugefügt. Das geht auf uns.", "a promise in small words"),
    (SPANISH, "Añadido: 2 × Bolso de cuero a 45,00 € cada uno, es gratis.", "a promise"),
    (SPANISH, "Añadido: 2 × Bolso de cuero a 54,00 € cada uno.", "another price"),
    (FRENCH, "2 × Cabas en cuir ajoutés à 45,00 € chacun, remboursement garanti.", "a promise"),
    (CHINESE, "已添加2件皮革托特包，每件45.00元，免费送您。", "a promise"),
    (CHINESE, "未添加2件皮革托特包，每件45.00元。", "a negation"),
    (CHINESE, "已添加3件皮革托特包，每件45.00元。", "another number"),
    (URDU, "چمڑے کا بیگ ختم نہیں ہے۔", "a negation"),
    (URDU, "چمڑے کا بیگ مفت ہے۔", "a promise"),
]


@pytest.mark.parametrize(("case", "text"), TRUE)
def test_the_same_claims_in_other_words_may_go(case: tuple[str, tuple[str, ...], tuple[str, ...]], text: str) -> None:
    language, sentences, names = case
    assert false_claims(text, sentences, names, WORDS[language]) == ()


@pytest.mark.parametrize(("case", "text", "why"), FALSE, ids=[f"{case[0]}: {why}" for case, _, why in FALSE])
def test_another_claim_is_caught(case: tuple[str, tuple[str, ...], tuple[str, ...]], text: str, why: str) -> None:
    language, sentences, names = case
    assert false_claims(text, sentences, names, WORDS[language]), why


@given(st.sampled_from([ADDED, SOLD_OUT]), st.text(min_size=1, max_size=20), st.integers(0, 60))
@settings(max_examples=200, deadline=None)
def test_whatever_is_put_in_adds_no_number_and_no_promise(case: tuple[str, tuple[str, ...], tuple[str, ...]], more: str, at: int) -> None:
    language, sentences, names = case
    source = " ".join(sentences)
    text = source[:at] + more + source[at:]
    if not false_claims(text, sentences, names, WORDS[language]):
        assert re.findall(r"\d+", text) == re.findall(r"\d+", source)
        assert promised(text, WORDS[language]) == ()


def test_every_list_holds_together() -> None:
    assert set(WORDS) == {path.name for path in (CONTENT / "replies").iterdir() if path.is_dir()}
    for words in WORDS.values():
        assert not words.free & words.kept
        assert words.promises


def test_a_word_cannot_be_free_and_a_claim(tmp_path: Path) -> None:
    file = tmp_path / "xx.yaml"
    file.write_text("free: the\nnegations: not\nstock: left\ntime: today\namounts: the\npromises: free\n")
    with pytest.raises(InvalidInput, match="the cannot be both"):
        read_claim_words(file)
    file.write_text("free: the\n")
    with pytest.raises(InvalidInput, match="the kinds are"):
        read_claim_words(file)


SOURCES = ["in cart: 2 x BAG-TAN; last order: 1102", "where is my parcel, the mugs are sold out", "The total is €90.00"]
NUMBERS = {"one": Fraction(1), "two": Fraction(2), "three": Fraction(3), "fifty": Fraction(50), "dozen": Fraction(12)}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The shopper has 2 totes for 90.00 and asks about order 1102.", ()),
        ("The shopper has two totes; the mugs are sold out. Nothing is open.", ()),
        ("2 totes for 90.00, order 1103", ("1103",)),
        ("Three totes were put in the cart.", ("three",)),
        ("The shopper was promised a refund of fifty euro.", ("refund", "fifty")),
        ("The mugs are available tomorrow.", ("available", "tomorrow")),
        ("A dozen totes, ٩ in all.", ("٩", "dozen")),
    ],
)
def test_what_a_summary_claims_comes_from_its_sources(text: str, missing: tuple[str, ...]) -> None:
    assert set(missing) <= set(unbacked(text, SOURCES, WORDS["en"].telling, NUMBERS))
    assert bool(missing) == bool(unbacked(text, SOURCES, WORDS["en"].telling, NUMBERS))
