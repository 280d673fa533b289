"""What counts as personal data in a text, and placeholders for it that only the same turn can undo."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}\b")
CARD = re.compile(r"(?<![\d.,])\d(?:[ .-]?\d){12,29}(?!\d)")
GROUP = re.compile(r"[A-Za-z0-9]+")
PHONE = re.compile(r"(?<![\w.,#-])(?:\+|00|0|\()[\d(](?:[ ()/.-]{0,2}\d){6,14}(?![\w])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """`originals` maps placeholders such as `[EMAIL_1]` to what they stand for. Never stored."""

    text: str
    originals: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def restore(self, text: str) -> str:
        """`text` with every placeholder turned back into what it stands for."""
        for placeholder, original in self.originals.items():
            text = text.replace(placeholder, original)
        return text


def redact(text: str, held: Mapping[str, str]) -> Redaction:
    """E-mail, IBAN, card and phone numbers replaced. The same value always gets the same placeholder."""
    originals = dict(held)
    for kind, pattern, is_one in _KINDS:
        text = pattern.sub(_replacer(kind, is_one, originals), text)
    return Redaction(text=text, originals=originals)


def _replacer(kind: str, is_one: Callable[[str], bool], originals: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        text = match.group()
        start, end = _longest(text, is_one)
        return text[:start] + _placeholder(kind, text[start:end], originals) + text[end:] if end else text

    return replace


def _longest(text: str, is_one: Callable[[str], bool]) -> tuple[int, int]:
    """The longest run of whole groups that is one: other digits and words may stand before and after it. (0, 0) = none."""
    if is_one(text):
        return 0, len(text)
    groups = [match.span() for match in GROUP.finditer(text)]
    runs = [(first[0], last[1]) for at, first in enumerate(groups) for last in groups[at:]]
    return max((run for run in runs if is_one(text[slice(*run)])), key=lambda run: run[1] - run[0], default=(0, 0))


def _placeholder(kind: str, found: str, originals: dict[str, str]) -> str:
    known = next((placeholder for placeholder, original in originals.items() if original == found), None)
    if known is None:
        number = 1 + sum(placeholder.startswith(f"[{kind}_") for placeholder in originals)
        known = f"[{kind}_{number}]"
        originals[known] = found
    return known


def is_card_number(text: str) -> bool:
    """Luhn's check over the digits."""
    digits = [int(character) for character in text if character.isdecimal()]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return 13 <= len(digits) <= 19 and len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def is_iban(text: str) -> bool:
    """ISO 13616: country and check digits moved to the end, letters as numbers, remainder 1 by 97."""
    plain = re.sub(r"[ -]", "", text).upper()
    if not 15 <= len(plain) <= 34 or not plain.isascii():
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _always(_: str) -> bool:
    return True


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("EMAIL", EMAIL, _always),
    ("IBAN", IBAN, is_iban),
    ("CARD", CARD, is_card_number),
    ("PHONE", PHONE, _always),
)
"""In this order: a card number also looks like a phone number."""
