"""What counts as saying one's age, and what does not."""

import pytest

from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.domain.conversation.events import AgeStated, ConversationStarted, replay
from shopkeeper.domain.core.ids import CartId, ConversationId
from shopkeeper.domain.dialogue.grammar.ages import find_age
from shopkeeper.domain.dialogue.grammar.lexicon import compile_grammar
from shopkeeper.domain.dialogue.grammar.scan import find_cues
from shopkeeper.domain.dialogue.grammar.tokens import tokenize

LEXICONS = load_lexicons(shipped_languages())


def age_in(text: str, language: str) -> int | None:
    grammar, tokens = compile_grammar(language, LEXICONS), tokenize(text)
    found = find_age(tokens, find_cues(tokens, grammar), grammar.numbers)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "i'm 16 can u add the riesling for my mum", 16),
        ("en", "I am 17, wine please", 17),
        ("en", "im only 15 and want beer", 15),
        ("en", "I'm 25 years old", 25),
        ("en", "add the wine, i'm sixteen", 16),
        ("en", "can a 14-year-old have that?", 14),
        ("de", "ich bin erst 16 und möchte Wein", 16),
        ("de", "ich bin siebzehn, einen Wein bitte", 17),
        ("es", "tengo 15 años", 15),
        ("es", "tengo dieciséis años y quiero vino", 16),
        ("fr", "j'ai 17 ans", 17),
        ("zh", "我16岁", 16),
        ("zh", "我十六岁", 16),
        ("ru", "мне 16 лет, добавьте вино", 16),
        ("ar", "عمري 16 سنة وأريد النبيذ", 16),
        ("hi", "मैं 16 साल का हूँ", 16),
        ("ur", "میری عمر 16 سال ہے", 16),
        ("pt", "tenho 16 anos", 16),
        ("it", "ho 16 anni, vorrei il vino", 16),
        ("nl", "ik ben 16 en wil wijn", 16),
        ("tr", "16 yaşındayım", 16),
        ("ja", "16歳です", 16),
        ("id", "umur saya 16 tahun", 16),
        ("en", "I'm 5 minutes away", None),
        ("en", "I'm in a hurry, 16 eggs", None),
        ("en", "i'm 2 short", None),
        ("en", "12 eggs", None),
        ("de", "ich bin um 16 Uhr da", None),
        ("es", "tengo 12 huevos en el carrito", None),
        ("fr", "une garantie de 12 ans", None),
    ],
)
def test_a_stated_age_is_found_and_nothing_else(language: str, text: str, age: int | None) -> None:
    """Said of the drinker it counts too: asking once too often is the smaller mistake."""
    assert age_in(text, language) == age


def test_a_higher_age_does_not_unsay_a_lower_one() -> None:
    start = ConversationStarted(
        conversation_id=ConversationId("c"), cart_id=CartId("k"), locale="en", storefront="default", customer_id=None
    )
    assert replay([start, AgeStated(age=16), AgeStated(age=25)]).stated_age == 16
