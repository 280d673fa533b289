"""What a language calls things: cue phrases by meaning, number words, function words. Data comes from files."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")

SHARED = "any"
"""The lexicon that belongs to every language."""

APART = "return_apart"
"""Phrases that have the goods between their words, in a message of their own language."""

DICTATE = "dictate:"
"""Phrases before words for somebody else; they stand in a tree of their own, as nothing else is read there."""

TIPS = "tip:"
"""What is said about a tip, in a tree of its own for the same reason."""

SHORTEST_FOREIGN_CUE = 5
"""A shorter word of another language ("es", "bar", "die") is more likely a word of the message's own."""

LIGHT_CUES = frozenset({"and", "stop", "greet", "thank", "counted", "dozen", "focus"})
"""Cues that do little harm where they are wrong: shorter foreign words may carry them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lexicon:
    """One language; a lexicon equals only itself. `cues` maps a meaning such as "add" or "policy:returns" to the phrases that carry it.

    `times` does the same for what is said about time: "weekday:5", "part:evening", "pre:-30" (half an hour before the hour after it).
    """

    language: str
    cues: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    times: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    function_words: frozenset[str] = frozenset()
    substitutes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    """Regular expressions by what shall happen where something is missing."""


_NOTHING_FOLLOWS: dict[str, Node] = {}
"""One for all leaves, which are half of the tree. Never written to."""


@dataclass(slots=True)
class Node:
    """A place in the phrase tree: what may follow, and what the phrase up to here means."""

    next: dict[str, Node] = field(default_factory=lambda: _NOTHING_FOLLOWS)
    cue: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All lexicons as one tree, read from the point of view of one language: its phrases win over others'.

    `articles` are its words for "the", some of which stand for "it" as well; `words` are all that its own lexicon holds.
    """

    language: str
    root: Node
    numbers: Mapping[str, Fraction]
    articles: frozenset[str] = frozenset()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """First word to last words of "send ... back": a return with its goods in between."""
    words: frozenset[str] = frozenset()
    dictation: Node = field(default_factory=Node)
    """Phrases that begin, or take back, a note for somebody else."""
    tips: Node = field(default_factory=Node)
    """A tip, none, percents, cents, and what is said with it."""


SIGNS = frozenset({"So", "Sc"})
"""Kinds of marks that say something themselves: pictures ("👍") and signs of currencies."""


@cache
def phrase_key(phrase: str) -> tuple[str, ...]:
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # half of all phrases, and the tokens are plain to see
        return tuple(phrase.lower().split())
    return tuple(token.norm for token in tokenize(phrase) if token.kind is not TokenKind.MARK or _says_something(token.norm))


def _says_something(mark: str) -> bool:
    return mark in "#&" or unicodedata.category(mark[0]) in SIGNS


def expand(phrase: str) -> Iterator[str]:
    """Every way to read the alternatives in `phrase`: "(show|see) my cart" is two phrases."""
    pieces = _ALTERNATIVES.split(phrase)
    choices = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    for chosen in itertools.product(*choices):
        yield " ".join("".join(chosen).split())


def compile_grammar(language: str, lexicons: Mapping[str, Lexicon]) -> Grammar:
    """The grammar for messages in `language`: its own lexicon first, then the others where they do not clash."""
    order = [language, *(code for code in lexicons if code != language)]
    home = lexicons.get(language)
    own_words = _words(home) | (home.function_words if home is not None else frozenset[str]())
    root, dictation, tips = Node(), Node(), Node()
    numbers: dict[str, Fraction] = {}
    articles: set[str] = set()
    apart: dict[str, frozenset[str]] = {}
    for code in order:
        lexicon = lexicons.get(code)
        if lexicon is None:
            continue
        own = code in (language, SHARED)
        cues = {cue: phrases for cue, phrases in lexicon.cues.items() if cue != APART and not cue.startswith((DICTATE, TIPS))}
        plant(root, cues, lexicon.language, own=own)
        plant(dictation, {cue: said for cue, said in lexicon.cues.items() if cue.startswith(DICTATE)}, lexicon.language, own=own)
        # "2000 euros tip" may be taken for another language: a short word does no harm where only tips are read.
        plant(tips, {cue: said for cue, said in lexicon.cues.items() if cue.startswith(TIPS)}, lexicon.language, own=True)
        for first, *_, last in map(phrase_key, lexicon.cues.get(APART, ()) if own else ()):
            apart[first] = apart.get(first, frozenset()) | {last}
        articles.update(phrase_key(word)[0] for word in lexicon.cues.get("definite", ()) if own)
        for word, value in lexicon.numbers.items():
            key = " ".join(phrase_key(word))
            # "bin" is a thousand in Turkish and "am" in German.
            if own or (key not in own_words and _travels((key,), light=True)):
                numbers.setdefault(key, value)
    return Grammar(
        language=language,
        root=root,
        numbers=numbers,
        articles=frozenset(articles),
        apart=apart,
        words=_words(home),
        dictation=dictation,
        tips=tips,
    )


def _words(lexicon: Lexicon | None) -> frozenset[str]:
    phrases = () if lexicon is None else (*lexicon.numbers, *(phrase for several in lexicon.cues.values() for phrase in several))
    return frozenset(word for phrase in phrases for word in phrase_key(phrase))


def plant(root: Node, phrases_by_cue: Mapping[str, Sequence[str]], language: str, *, own: bool, light: frozenset[str] = LIGHT_CUES) -> None:
    """Put a language's phrases into the tree; what is there already stays. Short ones of another language are left out."""
    for cue, phrases in phrases_by_cue.items():
        for key in map(phrase_key, phrases):
            if key and (own or _travels(key, light=cue in light)):
                _grow(root, key, cue, language)


def _travels(key: Sequence[str], *, light: bool) -> bool:
    """Whether a phrase is long enough to be taken for its language inside a message in another one."""
    return not key[0].isascii() or sum(map(len, key)) >= (3 if light else SHORTEST_FOREIGN_CUE)


def _grow(root: Node, key: Iterable[str], cue: str, language: str) -> None:
    node = root
    for word in key:
        following = node.next.get(word)
        if following is None:
            if node.next is _NOTHING_FOLLOWS:
                node.next = {}
            following = node.next[word] = Node()
        node = following
    if node.cue is None:
        node.cue, node.language = cue, language
