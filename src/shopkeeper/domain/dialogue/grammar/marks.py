"""Things with a shape of their own: e-mail addresses, voucher codes, order numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}")
_VOUCHER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,31}")

Span = tuple[int, int]


def find_email(text: str) -> tuple[str, Span] | None:
    """The first e-mail address in `text` and where it stands."""
    if "@" not in text:
        return None
    match = _EMAIL.search(text)
    return (match.group(), match.span()) if match else None


_CLOCK = re.compile(r"(?<![\d:.,/-])([01]?\d|2[0-3])\s?[:h]\s?([0-5]\d)(?![\d:.,]\d)(?!\d)", re.IGNORECASE)


def find_clocks(text: str) -> list[tuple[int, int, Span]]:
    """Times of day with a shape of their own: "17:30", "9h05"; hour, minute, and where."""
    return [(int(match[1]), int(match[2]), match.span()) for match in _CLOCK.finditer(text)]


def find_phone(text: str) -> tuple[str, Span] | None:
    """The first thing written like a phone number: an international or trunk prefix and seven to fifteen digits."""
    match = _PHONE.search(text)
    if match is None or not 7 <= sum(char.isdigit() for char in match.group()) <= 15:
        return None
    return " ".join(match.group().split()), match.span()


_PHONE = re.compile(r"(?<![\w#])(?:\+\d|00\d|0\d)[\d ()/-]{5,20}\d(?!\w)")


def looks_like_voucher(token: Token, *, named: bool) -> bool:
    """Whether a token can be a code: letters with digits or capitals; any longer word right after "code" (`named`)."""
    text = token.text
    if token.kind is not TokenKind.WORD or not _VOUCHER.fullmatch(text):
        return False
    mixed = any(char.isdigit() for char in text) and any(char.isalpha() for char in text)
    return mixed or (text.isupper() and len(text) >= 4) or named


def looks_like_order_number(tokens: Sequence[Token], at: int, *, named: bool) -> bool:
    """Three to ten digits, after "#" or where an order is talked about (`named`)."""
    digits = tokens[at].text
    if not (digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 10):
        return False
    return named or (at > 0 and tokens[at - 1].text == "#")
