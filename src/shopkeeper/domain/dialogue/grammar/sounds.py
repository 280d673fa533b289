"""How a name sounds across scripts, so that "مٹے", "Митте" and "मिट्टे" are found to be "Mitte"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from shopkeeper.domain.dialogue.grammar.folding import fold

SHORTEST = 2
_LETTERS = {
    # Arabic and Urdu
    **dict.fromkeys("بپ", "b"),
    **dict.fromkeys("تٹط", "t"),
    **dict.fromkeys("ثسصش", "s"),
    **dict.fromkeys("جچ", "j"),
    **dict.fromkeys("خکقگكغ", "k"),
    **dict.fromkeys("دڈذض", "d"),
    **dict.fromkeys("رڑ", "r"),
    **dict.fromkeys("زظژ", "s"),
    **dict.fromkeys("ف", "f"),
    **dict.fromkeys("ل", "l"),
    **dict.fromkeys("م", "m"),
    **dict.fromkeys("نںण", "n"),
    # Cyrillic
    **dict(zip("бвгджзйклмнпрстфхцчшщ", "bfkdjsiklmnbrstfksjss", strict=True)),
    # Devanagari
    **dict.fromkeys("पफबभ", "b"),
    **dict.fromkeys("तथटठ", "t"),
    **dict.fromkeys("दधडढ", "d"),
    **dict.fromkeys("कखगघ", "k"),
    **dict.fromkeys("चछजझ", "j"),
    **dict.fromkeys("सशष", "s"),
    **dict.fromkeys("नञङ", "n"),
    **dict.fromkeys("म", "m"),
    **dict.fromkeys("र", "r"),
    **dict.fromkeys("लळ", "l"),
    **dict.fromkeys("व", "f"),
    # Latin letters that are heard alike
    **dict(zip("bpvfwcqgkdtszxjlmnr", "bbfffkkkkdtsssjlmnr", strict=True)),
}
_NUKTA = "\u093c"
_WITH_NUKTA = {"ज" + _NUKTA: "स", "फ" + _NUKTA: "व"}
"""Letters that a dot below makes another sound of: z and f."""
_KANA = {
    **dict.fromkeys("カキクケコガギグゲゴ", "k"),
    **dict.fromkeys("サシスセソザジズゼゾ", "s"),
    **dict.fromkeys("タチツテト", "t"),
    **dict.fromkeys("ダヂヅデド", "d"),
    **dict.fromkeys("ナニヌネノン", "n"),
    **dict.fromkeys("バビブベボパピプペポ", "b"),
    **dict.fromkeys("ハヒフヘホ", "f"),
    **dict.fromkeys("マミムメモ", "m"),
    **dict.fromkeys("ラリルレロ", "r"),
}


@lru_cache(maxsize=4_096)
def skeleton(word: str) -> str:
    """The consonants of `word` as they sound, in Latin letters, doubles as one; vowels and marks are left out."""
    folded = fold(word)
    if not folded.isascii():
        for dotted, alike in _WITH_NUKTA.items():
            folded = unicodedata.normalize("NFD", folded).replace(dotted, alike)
        folded = unicodedata.normalize("NFC", folded)
    letters: list[str] = []
    for char in folded:
        sound = _KANA.get(char) or _LETTERS.get(char)
        if sound is not None and (not letters or letters[-1] != sound):
            letters.append(sound)
    return "".join(letters)


_SPELLED = {
    # Arabic and Urdu (folded)
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقکلمنوپچڈڑژگٹںیءئؤےآ", "abtsjhkddrzsssdtzagfqklmnopcdrzgtniaaiea", strict=True)),
    "ہ": "a",
    # Cyrillic
    **dict(zip("абвгдежзийклмнопрстуфхцчшщыэюя", "abvgdejziiklmnoprstufhzcssyeua", strict=True)),
    # Devanagari
    **dict(zip("कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह", "kkggccjjttddttddnpfbbmirlvsssh", strict=True)),
    **dict(zip("अआइईउऊएऐओऔऑािीुूेैोौॉंँ", "aaiiuueaooaaiiuueaooann", strict=True)),
}


def spelled(word: str) -> str:
    """`word` (folded) roughly in Latin letters, vowels where its script writes them: "трейл" is "treil"."""
    return "".join(char if char.isascii() else _SPELLED.get(char, "") for char in word)


def is_katakana(char: str) -> bool:
    """Whether `char` writes foreign names in Japanese; the mark for a long vowel is one of them."""
    return "\u30a1" <= char <= "\u30fa" or char == "\u30fc"


def sounds_like(word: str, name: str) -> bool:
    """Whether `word`, written in another script than `name`, sounds like it."""
    if not word or word.isascii() or not name.isascii():
        return False
    heard = skeleton(word)
    return len(heard) >= SHORTEST and heard == skeleton(name)
