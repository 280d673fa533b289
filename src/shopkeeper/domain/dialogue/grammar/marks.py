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
