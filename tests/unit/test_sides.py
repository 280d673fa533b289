"""Answers to "the photo looks tan, you said brown" that name a side instead of a color."""

from __future__ import annotations

import pytest

from shopkeeper.app.understanding.sides import side_taken
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.photo import SIDES

ASKED = Question(topic="variant", choices=(), context={SIDES: ["TAN", "BRN"]})

PHOTO = (
    "as in the photo", "the one in the picture, please", "wie auf dem Foto", "la de la foto", "comme sur la photo",
    "как на фото", "كما في الصورة", "फोटो वाला", "تصویر والا", "照片里的那个", "写真の方", "come nella foto", "como na foto",
    "zoals op de foto", "fotoğraftaki", "yang di foto",
)  # fmt: skip
WORDS = (
    "what I said", "was ich gesagt habe", "lo que dije", "ce que j'ai dit", "что я сказала", "ما قلته", "जो मैंने कहा",
    "جو میں نے کہا", "我说的那个", "言った方", "come ho detto", "o que eu disse", "wat ik zei", "dediğim gibi",
    "yang saya bilang",
)  # fmt: skip
NEITHER = ("not as in the photo", "as in the photo, 3 of them", "the photo or what I said", "how much is it?", "nicht wie auf dem Foto")


@pytest.mark.parametrize(("said", "value"), [*((one, "TAN") for one in PHOTO), *((one, "BRN") for one in WORDS)])
def test_words_name_a_side(said: str, value: str) -> None:
    assert side_taken(said, ASKED) == acts.Choose(value=value)


@pytest.mark.parametrize("said", NEITHER)
def test_more_or_less_than_a_side_is_read_as_ever(said: str) -> None:
    assert side_taken(said, ASKED) is None


def test_only_where_the_sides_were_asked_about_and_the_side_is_one_thing() -> None:
    assert side_taken("as in the photo", None) is None
    assert side_taken("as in the photo", Question(topic="variant", choices=())) is None
    assert side_taken("as in the photo", Question(topic="variant", choices=(), context={SIDES: ["", "BRN"]})) is None
