"""Which of several things in one photo the words mean: all of them, or the one on some side."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.narrow import as_sequence
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.folding import fold

EVERY = (
    "both", "all of them", "all of these", "all three", "everything", "each of them", "one of each", "these two",
    "these three", "beide", "beides", "alle", "alles", "ambos", "ambas", "los dos", "las dos", "todos", "todas",
    "todo esto", "les deux", "tous", "toutes", "tout ca", "os dois", "as duas", "entrambi", "entrambe", "tutti e due",
    "tutti", "allebei", "ikisi de", "hepsi", "оба", "обе", "все", "كلاهما", "كليهما", "الاثنين", "كلها", "दोनों",
    "सब", "دونوں", "سب", "两个都", "都要", "全部", "全都", "両方", "keduanya", "semua",
)  # fmt: skip
LEFT = (
    "left", "links", "linke", "linken", "linker", "izquierda", "izquierdo", "gauche", "esquerda", "esquerdo",
    "sinistra", "sinistro", "sol", "soldaki", "слева", "левый", "левая", "левую", "اليسار", "الأيسر", "बाएँ", "बायें",
    "बाएं", "بائیں", "左", "左边", "左邊", "kiri",
)  # fmt: skip
RIGHT = (
    "right", "rechts", "rechte", "rechten", "rechter", "derecha", "derecho", "droite", "direita", "direito", "destra",
    "destro", "sagdaki", "справа", "правый", "правая", "правую", "اليمين", "الأيمن", "दाएँ", "दायें", "दाएं", "دائیں",
    "右", "右边", "右邊", "kanan",
)  # fmt: skip
MIDDLE = (
    "middle", "center", "centre", "mittlere", "mittleren", "en medio", "del centro", "milieu", "meio",
    "mezzo", "midden", "ortadaki", "посередине", "средний", "среднюю", "الوسط", "बीच", "درمیان", "中间", "中間", "真ん中",
    "tengah",
)  # fmt: skip
NO_SIDE = ("right now", "right away", "all right", "alright", "is that right")
FIRST_HAN = "\u0600"
ALL = "all"


def which_of(text: str, count: int) -> str | None:
    """`all`, the place (from 0, left to right) of one of `count` things, or None where the words do not tell."""
    said = f" {fold(text)} "
    for other in NO_SIDE:
        said = said.replace(other, " ")
    if _names(said, EVERY):
        return ALL
    found = [place for words, place in ((LEFT, 0), (RIGHT, count - 1), (MIDDLE, count // 2)) if _names(said, words)]
    return str(found[0]) if len(found) == 1 else None


def picked(text: str, question: Question | None) -> acts.Choose | None:
    """The answer to "which of the things in your photo?", where the words tell it by side, or mean all."""
    if question is None or question.topic != "photo_thing":
        return None
    which = which_of(text, len(as_sequence(question.context.get("things"))))
    return acts.Choose(value=which) if which is not None else None


def _names(said: str, words: Sequence[str]) -> bool:
    """Whole words, where the script parts them."""
    return any(f" {folded} " in said if (folded := fold(word)) < FIRST_HAN else folded in said for word in words)
