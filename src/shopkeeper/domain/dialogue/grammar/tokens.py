"""A message as tokens that remember where they stood; han and kana are one token each, so cues match inside a run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.dialogue.grammar.folding import CJK, MARKS, fold

LETTER_LIMIT = 16_000
"""Characters in which a wish is looked for."""

MESSAGE_LIMIT = 4_000
"""Characters of a message that are read word for word; a shopper's wish is not longer than this."""

TOKEN_LIMIT = 400


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    CJK = "cjk"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """`norm` is the folded form that lexicons are compared with, `start` and `end` the place in the text."""

    text: str
    norm: str
    start: int
    end: int
    kind: TokenKind


_FRACTIONS = "¼½¾⅓⅔"
_PIECE = re.compile(
    rf"""(?P<code>[A-Za-z][A-Za-z0-9_]*(?:[-_./][A-Za-z0-9_]+)*\d[A-Za-z0-9_-]*|[A-Z]{{2,}}(?:[-_][A-Za-z0-9]+)+)
      |(?P<number>\d+(?:[.,'’]\d+)*(?:e\d{{1,3}}(?!\w))?)
      |(?P<fraction>[{_FRACTIONS}])
      |(?P<cjk>[{CJK}])
      |(?P<word>(?:(?![{CJK}])[^\W\d_]|[{MARKS}])+(?:['’](?:[^\W\d_])+)*)
      |(?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
_MULTIPLIER_FIRST = re.compile(r"x(\d{1,6})", re.IGNORECASE)
_KINDS = {"code": TokenKind.WORD, "number": TokenKind.NUMBER, "fraction": TokenKind.NUMBER, "cjk": TokenKind.CJK, "word": TokenKind.WORD}
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def readable(text: str) -> str:
    """`text` cut to what is looked at, with what cannot be read (control characters, lone surrogates) as spaces: places stay."""
    return _UNREADABLE.sub(" ", text[:LETTER_LIMIT])


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, at most TOKEN_LIMIT of them. Linear in the text."""
    tokens: list[Token] = []
    for match in _PIECE.finditer(text):
        if len(tokens) >= TOKEN_LIMIT:
            break
        tokens.extend(_tokens_of(match))
    return tokens


def _tokens_of(match: re.Match[str]) -> list[Token]:
    group = match.lastgroup or "mark"
    piece, start = match.group(), match.start()
    times = _MULTIPLIER_FIRST.fullmatch(piece) if group == "code" else None
    if times is not None:
        x = Token(piece[0], "x", start, start + 1, TokenKind.WORD)
        return [x, Token(times.group(1), times.group(1), start + 1, match.end(), TokenKind.NUMBER)]
    return [Token(piece, fold(piece), start, match.end(), _KINDS.get(group, TokenKind.MARK))]


def adjacent(left: Token, right: Token) -> bool:
    """Whether nothing stands between the two."""
    return left.end == right.start
