"""Whose name stands on a picture: a brand that is not the product's, the mark of a picture agency, a line that keeps rights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

SHORTEST = 4
"""Letters of a name that is looked for: shorter ones stand in too many words by chance."""
RIGHTS = re.compile(r"©|\(c\)\s?\d{4}|\bcopyright\b|all rights reserved", re.IGNORECASE)
REGISTERED = re.compile(r"[®™℠]")
MOST_SHOWN = 80


class MarkSign(StrEnum):
    """What staff are told of a picture."""

    OTHER_BRAND = "other_brand"
    BRAND_MARK = "brand_mark"
    PROTECTED_PICTURE = "protected_picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWords:
    """Names that are looked for. `agencies` print theirs over pictures nobody has paid for; those of `everyday` are words of speech too."""

    agencies: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()

    def with_brands(self, more: Iterable[str]) -> MarkWords:
        return replace(self, brands=tuple(dict.fromkeys((*self.brands, *more))))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMark:
    """A name or line found in print; `lines` are the numbers of the lines it stands in."""

    sign: MarkSign
    text: str
    lines: tuple[int, ...]


def foreign_brands(lines: Sequence[str], brands: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Those of `brands` that stand in the print as whole words, without any that the product's `own` texts name."""
    return tuple(sorted(without(own, named_in(lines, brands))))


def rights_of_others(lines: Sequence[str], agencies: Iterable[str]) -> tuple[str, ...]:
    """What on the picture says that somebody keeps its rights: an agency's name, or a line of copyright."""
    return (*named_in(lines, agencies, shortest=1), *(line for line in lines if RIGHTS.search(line)))


def marks_printed(lines: Sequence[str], words: MarkWords) -> tuple[PrintedMark, ...]:
    """All that a shopper's photo names in print, brands first. Which brands are the shop's own is for the caller to leave out."""
    registered = [line for line in lines if REGISTERED.search(line)]
    brands = {**named_in(lines, words.brands), **named_in(registered, words.everyday)}
    placed = {name: at if name in words.brands else _numbers(lines, registered, at) for name, at in brands.items()}
    found = [PrintedMark(sign=MarkSign.OTHER_BRAND, text=name, lines=at) for name, at in placed.items()]
    agencies = named_in(lines, words.agencies, shortest=1)
    found += [PrintedMark(sign=MarkSign.BRAND_MARK, text=name, lines=at) for name, at in agencies.items()]
    told = {at for mark in found for at in mark.lines}
    rights = [at for at, line in enumerate(lines) if at not in told and (RIGHTS.search(line) or REGISTERED.search(line))]
    return (*found, *(PrintedMark(sign=MarkSign.BRAND_MARK, text=lines[at][:MOST_SHOWN], lines=(at,)) for at in rights))


def without(own: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that none of the texts in `own` names."""
    texts = [f" {_folded(text)} " for text in own]
    return tuple(name for name in names if not any(f" {_folded(name)} " in text for text in texts))


def named_in(lines: Sequence[str], names: Iterable[str], *, shortest: int = SHORTEST) -> Mapping[str, tuple[int, ...]]:
    """Which of `names` stand in the lines as whole words, also across lines or written in one, and the numbers of these lines."""
    words = [(word, at) for at, line in enumerate(lines) for word in _folded(line).split()]
    starts: dict[str, list[int]] = {}
    for place, (word, _) in enumerate(words):
        starts.setdefault(word, []).append(place)
    found: dict[str, tuple[int, ...]] = {}
    for name in names:
        parts = _folded(name).split()
        glued = "".join(parts)
        if len(glued) < shortest:
            continue
        at = {line for start in starts.get(parts[0], ()) for line in _standing(words[start : start + len(parts)], parts)}
        at |= {words[start][1] for start in starts.get(glued, ())}
        if at:
            found[name] = tuple(sorted(at))
    return found


def _standing(words: Sequence[tuple[str, int]], parts: Sequence[str]) -> set[int]:
    return {at for _, at in words} if [word for word, _ in words] == list(parts) else set()


def _numbers(lines: Sequence[str], some: Sequence[str], at: tuple[int, ...]) -> tuple[int, ...]:
    wanted = {some[one] for one in at}
    return tuple(number for number, line in enumerate(lines) if line in wanted)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
