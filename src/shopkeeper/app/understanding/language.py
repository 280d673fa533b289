"""Which language a message is in: script, then words only one language has, then a guess, then what was spoken before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, phrase_key
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, readable, tokenize
from shopkeeper.ports.language_guesser import LanguageGuesser

_KANA = re.compile("[\u3040-\u30ff]")
_SCRIPTS = (
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ur", re.compile("[\u0679\u0688\u0691\u06d2\u06ba\u06c1\u06be\u06cc\u06a9\u06af\u067e\u0686]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
NEARLY = 0.4
"""Share of the best vote from which a language may be the one after all, when the whole sentence looks like it."""
WORDS_NEEDED = 4
_LETTERS_NEEDED = 12
"""Fewer letters than this say too little to a statistical guess."""


class LanguageDetector:
    """Limited to the shop's languages; anything else is answered in the language spoken so far."""

    def __init__(self, lexicons: Mapping[str, Lexicon], languages: Sequence[str], guesser: LanguageGuesser | None = None) -> None:
        self._languages = tuple(languages)
        self._guesser = guesser
        owners: dict[str, set[str]] = defaultdict(set)
        for code, lexicon in lexicons.items():
            if code in self._languages:
                for word in _vocabulary(lexicon):
                    owners[word].add(code)
        self._owners = {word: tuple(codes) for word, codes in owners.items()}

    def warm_up(self) -> None:
        """Load what a guess needs now, so that no message waits for it; takes about a second."""
        if self._guesser is not None:
            self._guesser.guess("warm up", self._languages)

    def identify(self, text: str, *, prior: str) -> str:
        """The language most of the message is in; `prior` decides where the message does not."""
        text = readable(text)
        tokens = tokenize(text)
        votes = self._votes(tokens, prior)
        if not votes:
            return self._guess(text, prior)
        best = max(votes.values())
        leaders = [code for code, vote in votes.items() if vote >= best - 0.01]
        near = [code for code, vote in votes.items() if vote >= best * NEARLY]
        if len(near) > 1 and len(tokens) >= WORDS_NEEDED and not any(token.kind is TokenKind.CJK for token in tokens):
            guessed = self._guess(text, "")
            if guessed in near:
                return guessed
        return prior if prior in leaders else min(leaders, key=self._languages.index)

    def _votes(self, tokens: Sequence[Token], prior: str) -> Counter[str]:
        votes: Counter[str] = Counter()
        japanese = any(token.kind is TokenKind.CJK and _KANA.match(token.norm) for token in tokens)
        for token in tokens:
            if token.kind is TokenKind.CJK:
                self._vote(votes, "ja" if japanese else "zh", 0.4)
            elif token.kind is TokenKind.WORD and not _is_letter(token.norm):
                owners = self._owners.get(token.norm, ())
                for code in owners:
                    self._vote(votes, code, 1 / len(owners))
                if not owners and not token.norm.isascii():
                    self._vote(votes, _script(token.norm, prior), 0.5)
        return votes

    def _vote(self, votes: Counter[str], code: str | None, weight: float) -> None:
        if code in self._languages:
            votes[code] += weight  # pyright: ignore[reportArgumentType]

    def _guess(self, text: str, prior: str) -> str:
        letters = sum(char.isalpha() for char in text[:200])
        if self._guesser is None or letters < _LETTERS_NEEDED:
            return prior
        return self._guesser.guess(text[:400], self._languages) or prior


def _is_letter(word: str) -> bool:
    """A single letter is a size (M), a model (C) or a word of several languages: no sign of any."""
    return len(word) == 1 and word.isascii()


def _script(word: str, prior: str) -> str | None:
    """The language of a script; Urdu is full of words written with Arabic letters only, which change nothing there."""
    code = next((code for code, pattern in _SCRIPTS if pattern.search(word)), None)
    return prior if code == "ar" and prior == "ur" else code


def _vocabulary(lexicon: Lexicon) -> set[str]:
    words = set(lexicon.function_words) | set(lexicon.numbers)
    for phrases in lexicon.cues.values():
        for phrase in phrases:
            words.update(phrase_key(phrase))
    return words
