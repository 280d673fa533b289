"""Which side of "the photo looks tan, you said brown" is meant: the photo, or what was said."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.narrow import as_sequence
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.photo import SIDES

PHOTO = (
    "photo", "picture", "pictured", "image", "foto", "bild", "abgebildet", "imagen", "image", "imagem", "immagine",
    "afbeelding", "plaatje", "fotoğraf", "fotoğraftaki", "fotoğrafta", "fotoğraftakini", "resim", "resimdeki", "фото",
    "фотографии", "фотография", "картинке", "снимке", "الصورة", "بالصورة", "صورة", "फोटो", "फ़ोटो", "तस्वीर", "تصویر", "فوٹو",
    "照片", "图片", "圖片", "图上", "图里", "写真", "画像", "gambar",
)  # fmt: skip
WORDS = (
    "what i said", "as i said", "like i said", "i said", "what i wrote", "as i wrote", "i wrote", "i typed", "my words",
    "what i asked for", "i asked for", "was ich gesagt habe", "wie ich gesagt habe", "wie gesagt", "ich gesagt",
    "was ich geschrieben habe", "ich geschrieben", "wie geschrieben", "meine worte", "lo que dije", "como dije",
    "lo que he dicho", "como he dicho", "lo que escribi", "que pedi", "mis palabras", "ce que j'ai dit", "j'ai dit",
    "ce que j'ai écrit", "j'ai écrit", "comme dit", "mes mots", "o que eu disse", "como eu disse", "eu disse", "o que disse",
    "eu escrevi", "quello che ho detto", "come ho detto", "ho detto", "ho scritto", "wat ik zei", "zoals ik zei", "ik zei",
    "ik schreef", "wat ik schreef", "dediğim", "dediğim gibi", "söylediğim", "söylediğim gibi", "yazdığım", "как я сказал",
    "как я сказала", "что я сказал", "что я сказала", "я сказал", "я сказала", "я написал", "я написала", "ما قلته", "كما قلت",
    "قلته", "ما كتبته", "كما كتبت", "जो मैंने कहा", "जैसा मैंने कहा", "मैंने कहा", "मैंने लिखा", "जो कहा", "جو میں نے کہا",
    "میں نے کہا", "جو کہا", "میں نے لکھا", "我说的", "我說的", "我写的", "我寫的", "言った", "書いた", "yang saya bilang",
    "yang saya katakan", "yang saya tulis", "seperti yang saya",
)  # fmt: skip
NOT = (
    "not", "don't", "isn't", "no", "never", "nicht", "kein", "keine", "pas", "não", "nao", "non", "niet", "geen", "değil",
    "не", "нет", "ليس", "ليست", "لا", "नहीं", "نہیں", "不", "没", "ではな", "じゃな", "bukan", "tidak",
)  # fmt: skip
STOPS = frozenset('.,;:!?…"“”„«»()-–—¿¡،؛؟।，。！？、')
LONGEST = 7
FIRST_UNPARTED = "\u3000"
"""From here on scripts do not part their words."""


def side_taken(text: str, question: Question | None) -> acts.Choose | None:
    """The answer where the words name the photo or what was said before; nothing where they say more, or deny a side."""
    sides = [str(side) for side in as_sequence(question.context.get(SIDES))] if question is not None else []
    folded = " ".join("".join(" " if one in STOPS else one for one in fold(text)).split())
    if len(sides) != 2 or len(folded.split()) > LONGEST or any(one.isdigit() for one in folded) or _names(folded, NOT):
        return None
    named = [side for side, words in zip(sides, (PHOTO, WORDS), strict=True) if _names(folded, words)]
    return acts.Choose(value=named[0]) if len(named) == 1 and named[0] else None


def _names(said: str, words: Sequence[str]) -> bool:
    """Whole words, where the script parts them."""
    return any(f" {one} " in f" {said} " if (one := fold(word)) < FIRST_UNPARTED else one in said for word in words)
