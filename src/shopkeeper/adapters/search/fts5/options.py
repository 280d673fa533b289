"""Option words inside a phrase: "blk", "large" and "size m" as the values the catalog uses."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shopkeeper.adapters.search.fts5.documents import OptionWords
from shopkeeper.adapters.search.fts5.terms import raw_terms

LONGEST_OPTION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionMention:
    """Words `start` to `end` (half-open, in terms) may name any of `readings` (option name, value).

    `run` is the part meant, where it stands inside a han or kana run.
    """

    start: int
    end: int
    readings: tuple[tuple[str, str], ...]
    run: str = ""


def option_key(text: str) -> str:
    return " ".join(raw_terms(text.replace("_", " ")))


def option_rows(option_words: OptionWords, seen: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    """(words, option name, value as products carry it) for every way to say a value."""
    for name, values in seen.items():
        for value in values:
            yield option_key(value), name, value
    for name, values in option_words.items():
        carried = {option_key(value): value for value in seen.get(name, ())}
        for value, languages in values.items():
            canonical = carried.get(option_key(value), value)
            yield option_key(value), name, canonical
            yield from ((option_key(word), name, canonical) for words in languages.values() for word in words)


class OptionLexicon:
    """All option words, held in memory: a shop has hundreds, not millions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        readings: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for words, name, value in connection.execute("SELECT words, name, value FROM option_word"):
            if words:
                readings[words].append((name, value))
        self._readings = {words: tuple(found) for words, found in readings.items()}

    def mentions(self, terms: list[str]) -> list[OptionMention]:
        """Longest option words first, left to right, not overlapping."""
        found: list[OptionMention] = []
        at = 0
        while at < len(terms):
            mention = self._longest(terms, at)
            if mention is not None:
                found.append(mention)
            at = mention.end if mention else at + 1
        return found

    def _longest(self, terms: list[str], at: int) -> OptionMention | None:
        for end in range(min(at + LONGEST_OPTION, len(terms)), at, -1):
            readings = self._readings.get(" ".join(terms[at:end]))
            if readings:
                return OptionMention(start=at, end=end, readings=readings)
        return None

    def inside(self, run: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """Option words inside a han or kana run, longest first, not overlapping."""
        found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        at = 0
        while at < len(run):
            size = next((n for n in range(min(6, len(run) - at), 0, -1) if run[at : at + n] in self._readings), 0)
            if size:
                found.append((run[at : at + size], self._readings[run[at : at + size]]))
            at += size or 1
        return found
