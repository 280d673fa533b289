"""Ways to say how a thing shall be made ("half sugar", "少冰", "ohne Eis"), found in a message before anything else is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind

Asked = tuple[str, str]
"""A modifier and the value that is wanted of it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Tokens `start` to `end` (half-open) ask for one of `readings`: most often there is only one."""

    readings: tuple[Asked, ...]
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    readings: tuple[Asked, ...] = ()


class WishWords:
    """`phrases` are whole ways to ask ("no ice"); `values` are words that count only beside the thing itself ("one normal")."""

    def __init__(self, phrases: Iterable[tuple[str, str, str]] = (), values: Iterable[tuple[str, str, str]] = ()) -> None:
        said = tuple(phrases)
        self._phrases, self._values = _tree(said), _tree(values)
        self._words = frozenset(word for _, _, phrase in said for word in phrase_key(phrase))

    def knows(self, word: str) -> bool:
        """Whether `word` (folded) is part of some whole way to ask."""
        return word in self._words

    def find(self, tokens: Sequence[Token]) -> tuple[Wish, ...]:
        return tuple(_matches(tokens, self._phrases))

    def bare(self, tokens: Sequence[Token]) -> tuple[Wish, ...]:
        return tuple(_matches(tokens, self._values))


def _tree(entries: Iterable[tuple[str, str, str]]) -> _Node:
    root = _Node()
    for name, value, phrase in entries:
        key = phrase_key(phrase)
        node = root
        for word in key:
            node = node.next.setdefault(word, _Node())
        if key and (name, value) not in node.readings:
            node.readings = (*node.readings, (name, value))
    return root


def _matches(tokens: Sequence[Token], root: _Node) -> Iterator[Wish]:
    """The longest ways first, from left to right, not overlapping."""
    at = 0
    while at < len(tokens):
        found = _longest(tokens, at, root)
        if found is not None:
            yield found
        at = found.end if found else at + 1


def _longest(tokens: Sequence[Token], at: int, root: _Node) -> Wish | None:
    node, found = root, None
    for place in range(at, len(tokens)):
        if place > at and tokens[place].kind is TokenKind.MARK and tokens[place].text in "-%":
            continue
        following = node.next.get(tokens[place].norm)
        if following is None:
            break
        node = following
        if node.readings:
            found = Wish(node.readings, at, place + 1)
    return found
