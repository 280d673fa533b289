"""Card numbers in what a shopper writes or shows: found in any script and spacing, and taken out before anybody keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shopkeeper.domain.conversation.redaction import is_card_number, is_iban

MASK = "••••"
"""No letter and no digit, so that nothing is understood from it."""

SEPARATORS = r"\s\-‐‑‒–—―−_./\\,;:|·•*'\u200b-\u200f\u2060\ufeff"
RUN = re.compile(rf"\d(?:[{SEPARATORS}]{{0,3}}\d)+")
GROUP = re.compile(r"\d+")
GROUPINGS = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 4, 2), (4, 3, 3, 3), (4, 4, 4, 3), (6, 13), (8, 8)})
"""How cards print their numbers, and how people write them; any other grouping needs plain spaces or hyphens between."""

PLAIN = re.compile(r"^[\d\s\-‐‑‒–—\u200b-\u200f\u2060\ufeff]*$")
LONGEST = 19
FIRST_DIGITS = {
    13: ("4",),
    14: ("30", "36", "38", "39"),
    15: ("34", "37"),
    16: ("2", "3", "4", "5", "6", "81", "82", "9792"),
    17: ("4", "50", "56", "57", "58", "6"),
    18: ("4", "50", "56", "57", "58", "6"),
    19: ("4", "50", "56", "57", "58", "6"),
}
"""By length, what the numbers of card networks begin with (ISO/IEC 7812)."""

CODE_WORDS = r"cvc2?|cvv2?|cvn|csc|cid|code|c[oó]digo|crypto\w*|pr[uü]f\w*|sicherheitscode|安全码|验证码|код|رمز|कोड|کوڈ"
NAMED_CODE = re.compile(rf"((?:{CODE_WORDS})\W{{0,6}})\d{{3,4}}(?!\d)", re.IGNORECASE)
CODE_BEHIND = re.compile(rf"({MASK}\W{{0,6}}(?:\d{{1,2}}\s*[/.\-]\s*\d{{2,4}}\W{{1,6}})?)\d{{3,4}}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """`text` without the `count` card numbers it held, nor the security codes beside them."""

    text: str
    count: int


def mask_card_numbers(text: str) -> Masked:
    spans = [span for run in RUN.finditer(text) for span in _cards_in(text, run)]
    if not spans:
        return Masked(text=text, count=0)
    masked = text
    for start, end in reversed(spans):
        masked = masked[:start] + MASK + masked[end:]
    masked = CODE_BEHIND.sub(rf"\1{MASK}", NAMED_CODE.sub(rf"\1{MASK}", masked))
    return Masked(text=masked, count=len(spans))


def mask_rest_of_split(before: Sequence[str], text: str) -> Masked:
    """`text` without the digits at its beginning, where they end a card number begun in the messages `before` it (oldest first)."""
    head = re.match(rf"\W*((?:\d[{SEPARATORS}]{{0,3}})+)", text)
    if head is None:
        return Masked(text=text, count=0)
    begun = ""
    for earlier in reversed(before):
        tail = re.search(rf"((?:\d[{SEPARATORS}]{{0,3}})+)$", earlier)
        if tail is None:
            break
        begun = _digits(tail[1]) + begun
        for end in reversed(list(_ends(head[1]))):
            if any(_is_card(begun[at:] + _digits(head[1][:end])) for at in range(len(begun))):
                return Masked(text=text[: head.start(1)] + MASK + text[head.start(1) + end :], count=1)
        if tail.start() > 0:
            break
    return Masked(text=text, count=0)


def _cards_in(text: str, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """From left to right the longest pieces of whole groups that are card numbers; an IBAN or a phone number is none."""
    letters = text[max(0, run.start() - 2) : run.start()]
    if letters.isalpha() and any(is_iban(letters + run.group()[:end]) for end in _ends(run.group())):
        return
    dialed = text[: run.start()].endswith(("+", "+ ", "(+"))
    groups = [group.span() for group in GROUP.finditer(run.group())]
    at = 0
    while at < len(groups):
        end = next((end for end in range(len(groups), at, -1) if _is_card_in(run.group(), groups[at:end])), None)
        if end is not None and not (dialed and at == 0):
            yield run.start() + groups[at][0], run.start() + groups[end - 1][1]
            at = end
        else:
            at += 1


def _ends(run: str) -> Iterator[int]:
    return (group.end() for group in GROUP.finditer(run))


def _is_card_in(run: str, groups: Sequence[tuple[int, int]]) -> bool:
    sizes = tuple(end - start for start, end in groups)
    if not 13 <= sum(sizes) <= LONGEST or not _is_card(_digits(run[groups[0][0] : groups[-1][1]])):
        return False
    if len(sizes) == 1 or sizes in GROUPINGS or set(sizes) == {1}:
        return True
    return sum(sizes) > 13 and bool(PLAIN.match(run[groups[0][0] : groups[-1][1]]))


def _digits(text: str) -> str:
    """In whatever script, full width too, as 0 to 9."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def _is_card(digits: str) -> bool:
    if not digits.startswith(FIRST_DIGITS.get(len(digits), ())) or not is_card_number(digits):
        return False
    # Barcodes have a check digit of their own; 13 digits that satisfy it are one.
    return len(digits) != 13 or not _is_gtin(digits)


def _is_gtin(digits: str) -> bool:
    weighted = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return weighted % 10 == 0
