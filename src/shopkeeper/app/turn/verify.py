"""Nothing leaves that a record does not back: every claim of a reworded text must stand in the sentences it rewords."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest

from shopkeeper.domain.dialogue.claims import ClaimWords
from shopkeeper.domain.dialogue.grammar.tokens import TOKEN_LIMIT, Token, TokenKind, tokenize

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
DASHES = frozenset("-–—")
STRIKES = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Marks that go on any letter or digit, and so can strike out a price. (Vowel signs of Arabic and Devanagari are not among them.)"""
END = "."
ENDS = frozenset(".!?;…。！？；؛۔।")
PUNCTUATION = frozenset(",:'’\"“”„«»()-–—·、，：،¡ \n") | ENDS - {"?", "？"}
LONGEST = 900
GROWTH = 3
"""A rewording may be so many times as long as what it rewords (short sentences a little more)."""


def unbacked(text: str, backed_by: Iterable[str], telling: frozenset[str], number_words: Mapping[str, Fraction]) -> tuple[str, ...]:
    """The numbers, in digits or spelled out, and the `telling` words in `text` that no source has.

    Free writing about records and messages, such as a summary for staff, is held to these. `number_words` are those of the
    language of `text`: "two" is backed by a 2.
    """
    sources = [_normal(source) for source in backed_by]
    tokens = [token for source in sources for token in tokenize(source)]
    known = {token.norm for token in tokens} | {number for source in sources for number in NUMBER.findall(source)}
    said = _normal(text)
    missing = [number for number in NUMBER.findall(said) if number not in known]
    for token in tokenize(said):
        value = number_words.get(token.norm)
        if token.norm in known or (value is not None and (value == 1 or str(value) in known)):
            continue
        if value is not None or token.norm in telling:
            missing.append(token.norm)
    return tuple(dict.fromkeys(missing))


def false_claims(text: str, sentences: Sequence[str], names: Sequence[str], words: ClaimWords) -> tuple[str, ...]:
    """Why `text` may not stand for `sentences`; empty when it claims the same and nothing else.

    `names` are titles and other words of records that the sentences quote. A rewording may add and leave out the free words of
    the language; all others must be the same ones in the same order: "Removed A. Added B." has the words of "Added A. Removed B."
    """
    said, source = _normal(text), _normal(" ".join(sentences))
    if len(said) > min(LONGEST, GROWTH * len(source) + 80) or len(tokenize(said)) >= TOKEN_LIMIT:
        return ("too_long",)
    return tuple(
        dict.fromkeys(
            (
                *_marks(text, said, source),
                *_words(said, source, words),
                *_names(said, source, names),
                *(f"promise:{' '.join(phrase)}" for phrase in promised(said, words) if phrase not in promised(source, words)),
            )
        )
    )


def promised(text: str, words: ClaimWords) -> tuple[tuple[str, ...], ...]:
    """The promises of the language's list that stand in `text`."""
    said = [token.norm for token in tokenize(text)]
    return tuple(p for p in words.promises if any(tuple(said[at : at + len(p)]) == p for at in range(len(said) - len(p) + 1)))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _marks(raw: str, said: str, source: str) -> Iterator[str]:
    """Signs a template did not write: hidden characters, emoji, links, lists, and questions (a turn asks at most one)."""
    allowed = PUNCTUATION | set(source)
    for character in dict.fromkeys(unicodedata.normalize("NFC", raw)):
        if STRIKES.match(character) and character not in allowed:
            yield f"strike:U+{ord(character):04X}"
        if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs", "Cn") and character not in allowed:
            yield f"hidden:U+{ord(character):04X}"
    for character in dict.fromkeys(said):
        if not character.isalnum() and character not in allowed and unicodedata.category(character)[0] != "M":
            yield f"sign:{character}"


def _words(said: str, source: str, words: ClaimWords) -> Iterator[str]:
    """Words that no sentence has, or not so often; words that got lost; words, or ends of sentences, that changed places."""
    claimed, backed = _content(said, words), _content(source, words)
    if claimed == backed:
        return
    more, less = Counter(claimed) - Counter(backed), Counter(backed) - Counter(claimed)
    yield from (f"word:{norm}" for norm in more if norm != END)
    yield from (f"missing:{norm}" for norm in less if norm != END)
    yield "order"


def _content(text: str, words: ClaimWords) -> list[str]:
    """The words that could claim something, with END between those of two sentences: "A, sold out. B" is not "A. Sold out, B".

    Money signs count as words, and so does a dash that may be a minus or a range.
    """
    tokens = tokenize(text)
    content: list[str] = []
    ends = False
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.text in ENDS:
            ends = True
        elif token.norm not in words.free and (token.kind is not TokenKind.MARK or _is_money(token.text) or _is_minus(token, after)):
            content += [END, token.norm] if ends and content else [token.norm]
            ends = False
    return content


def _is_minus(token: Token, after: Token | None) -> bool:
    if token.text not in DASHES or after is None:
        return False
    return after.kind is TokenKind.NUMBER or (after.kind is TokenKind.MARK and _is_money(after.text))


def _is_money(character: str) -> bool:
    return unicodedata.category(character) in ("Sc", "Sm") or character in "%‰×"


def _names(said: str, source: str, names: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(_normal(name) for name in names):
        if name and said.count(name) < source.count(name):
            yield f"name:{name}"
