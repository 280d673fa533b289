"""What shall come where something is missing: "if there's no oat milk, soy milk is fine", "no substitutes", "call me first"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_THING = r"[^,.;:!?\n，。；！？、،؛۔।]{2,50}?"
LONGEST = 1000
"""A longer message is an essay."""
_MARKS = " ,.;:!?，。；！？、،؛۔।\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteWords:
    """Characters `start` to `end` say that by `rule`; `missing` and `instead` are the shopper's words for the goods."""

    start: int
    end: int
    rule: str
    missing: str = ""
    instead: str = ""


def find_substitutes(text: str, patterns: Sequence[Mapping[str, tuple[str, ...]]]) -> list[SubstituteWords]:
    """In the order they were said, none over another; `patterns` of one language come before those of the next."""
    if len(text) > LONGEST:
        return []
    plain = text.replace("’", "'")
    found: list[SubstituteWords] = []
    for rule, pattern in _compiled(tuple(tuple(of.items()) for of in patterns)):
        for match in pattern.finditer(plain):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                said = match.groupdict()
                found.append(
                    SubstituteWords(
                        start=match.start(),
                        end=match.end(),
                        rule=rule,
                        missing=(said.get("a") or "").strip(_MARKS),
                        instead=(said.get("b") or "").strip(_MARKS),
                    )
                )
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, compile_pattern(one)) for of in patterns for rule, ones in of for one in ones)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Raises re.error where it is none."""
    named = pattern.replace("{a}", f"(?P<a>{_THING})").replace("{b}", f"(?P<b>{_THING})")
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)" if _parts_words(pattern) else named, re.IGNORECASE)


def _parts_words(pattern: str) -> bool:
    return not any("\u4e00" <= letter <= "\u9fff" for letter in pattern)


def blanked(text: str, found: Iterable[SubstituteWords]) -> str:
    """The message without them, as long as it was, so that the places of what is left stay true."""
    for one in found:
        text = text[: one.start] + "\n" + " " * (one.end - one.start - 1) + text[one.end :]
    return text
