"""Which language a message is in: words only one language has, a statistical guess, and what was spoken before."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from shopkeeper.app.understanding.letters import OTHER_SCRIPTS, by_script, foreign_letters, in_latin_letters
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, phrase_key
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, readable, tokenize
from shopkeeper.ports.language_guesser import LanguageGuesser

_ENOUGH_BYTES, _TRUSTED_BYTES = 12, 20
"""Letters (as UTF-8 bytes) a statistical guess needs to count alone, and below which it counts less, in proportion, beside known words."""
_SPOKEN_BEFORE = 0.5
_FOREIGN_LETTER = 2.0
_SCRIPT_VOTE = 0.5
_SURE, _SURE_OF_FEW_WORDS = 0.5, 0.8
"""The share from which a guess alone, with no word known, changes the language of a conversation."""
_LEAD, _SPELLED_OUT = 0.3, 0.5
_LEAST = 1e-6
_READ = 400
_FEW_WORDS = 4
_SHORT_WORD = 3


class LanguageDetector:
    """Limited to the shop's languages; anything else is answered in the language spoken so far."""

    def __init__(self, lexicons: Mapping[str, Lexicon], languages: Sequence[str], guesser: LanguageGuesser | None = None) -> None:
        self._languages = tuple(languages)
        self._guesser = guesser
        self._courtesies = frozenset(_courtesies(lexicons.values()))
        self._lexicons = tuple((code, lexicon) for code, lexicon in lexicons.items() if code in self._languages)

    def warm_up(self) -> None:
        """Load what a guess needs now, so that no message waits for it; takes about a second."""
        _owners(self._lexicons)
        if self._guesser is not None:
            self._guesser.weigh("warm up", self._languages)

    def identify(self, text: str, *, prior: str) -> str:
        """The language most of the message is in; `prior` decides where the message does not."""
        text = readable(text)
        tokens = tokenize(text)
        if _is_one_short_word(tokens) and not any(token.norm in self._courtesies for token in tokens):
            return prior
        votes = self._votes(tokens)
        text = text[:_READ]
        size = _letter_bytes(text)
        likely = self._likely(text)
        if not votes:
            return self._guessed(likely, size, prior, words=len(text.split()))
        trust = min(1.0, size / _TRUSTED_BYTES)
        logs = self._logs(likely, votes, is_latin=in_latin_letters(text))
        weights = {
            code: votes[code] + trust * logs[code] - _FOREIGN_LETTER * foreign_letters(text, code) + _SPOKEN_BEFORE * (code == prior)
            for code in self._languages
        }
        return max(self._languages, key=weights.__getitem__)

    def _likely(self, text: str) -> Mapping[str, float]:
        nothing: Mapping[str, float] = {}
        return nothing if self._guesser is None else self._guesser.weigh(text, self._languages)

    def _guessed(self, likely: Mapping[str, float], size: int, prior: str, *, words: int) -> str:
        """A few unknown words are more often a product's name than a change of language."""
        best = next(iter(likely), prior)
        needed = _SURE if words >= _FEW_WORDS else _SURE_OF_FEW_WORDS
        return best if size >= _ENOUGH_BYTES and likely.get(best, 0.0) >= needed else prior

    def _logs(self, likely: Mapping[str, float], votes: Mapping[str, float], *, is_latin: bool) -> Mapping[str, float]:
        """The guess as logarithms. It never saw Hindi or Arabic in Latin letters: where their words lead, it has no say against them."""
        logs = {code: math.log(max(likely.get(code, 0.0), _LEAST)) for code in self._languages}
        if not is_latin or not likely:
            return logs
        led = max((votes[code] for code in self._languages if code not in OTHER_SCRIPTS), default=0.0) + _LEAD
        expected = sum(share * logs[code] for code, share in likely.items())
        spelled = [code for code in self._languages if code in OTHER_SCRIPTS and votes[code] >= led]
        return {**logs, **{code: max(logs[code], expected + _SPELLED_OUT) for code in spelled}}

    def _votes(self, tokens: Sequence[Token]) -> defaultdict[str, float]:
        """What known words say, and where no word is known the script. Long texts repeat themselves: they count less a word."""
        votes: defaultdict[str, float] = defaultdict(float)
        words = [token for token in tokens if token.kind in (TokenKind.CJK, TokenKind.WORD) and not _is_letter(token.norm)]
        once = min(1.0, math.sqrt(_FEW_WORDS / max(1, len(words))))
        known = _owners(self._lexicons)
        shouted = all(token.text.isupper() for token in words) and len(words) > 1
        for token in words:
            if not shouted and _is_code(token):
                continue
            owners = known.get(token.norm, ()) if token.kind is TokenKind.WORD else ()
            for code in owners:
                votes[code] += once / math.sqrt(len(owners))
            scripted = () if owners else by_script(token.text, self._languages)
            for code in scripted:
                votes[code] += once * _SCRIPT_VOTE / len(scripted)
        return votes


def _letter_bytes(text: str) -> int:
    """A Chinese character or a Thai vowel says more than a Latin letter, and is longer in UTF-8."""
    return sum(len(char.encode()) for char in text if char.isalpha() or unicodedata.category(char)[0] == "M")


def _is_one_short_word(tokens: Sequence[Token]) -> bool:
    """ "Tan", "die", "sol": alone, a few Latin letters are an answer or a name, in whatever language they are a word."""
    words = [token for token in tokens if token.kind is not TokenKind.MARK]
    return len(words) == 1 and len(words[0].norm) <= _SHORT_WORD and words[0].norm.isascii()


def _is_code(token: Token) -> bool:
    """ "2 x CARE": capitals in a message that is not shouted are a code or a name, in every language."""
    return len(token.text) > 2 and token.text.isascii() and token.text.isupper()


def _is_letter(word: str) -> bool:
    """A single letter is a size (M), a model (C) or a word of several languages: no sign of any."""
    return len(word) == 1 and word.isascii()


def _courtesies(lexicons: Iterable[Lexicon]) -> Iterator[str]:
    """Yes, no, greetings and thanks of one word: they do tell a language ("ja")."""
    for lexicon in lexicons:
        phrases = (phrase for kind in ("yes", "no", "greet", "thank", "bye") for phrase in lexicon.cues.get(kind, ()))
        yield from (key[0] for key in map(phrase_key, phrases) if len(key) == 1)


@lru_cache(maxsize=16)
def _owners(lexicons: tuple[tuple[str, Lexicon], ...]) -> Mapping[str, tuple[str, ...]]:
    """The languages that have a word, for every word of any of them."""
    owners: dict[str, set[str]] = defaultdict(set)
    for code, lexicon in lexicons:
        for word in _vocabulary(lexicon):
            owners[word].add(code)
    return {word: tuple(codes) for word, codes in owners.items()}


def _vocabulary(lexicon: Lexicon) -> set[str]:
    words = set(lexicon.function_words) | set(lexicon.numbers)
    for phrases in lexicon.cues.values():
        for phrase in phrases:
            words.update(phrase_key(phrase))
    return words
