"""What bm25 cannot see: whether a product *is* what was asked for, or only mentions it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts; they add up to one."""

    named: float
    titled: float
    headed: float
    specific: float
    lexical: float


FIRST_CJK = "\u3005"

A_LIST = Weights(named=0.1, titled=0.05, headed=0.05, specific=0.0, lexical=0.8)
"""For a page of results: tuned on development queries over 19,406 products."""

A_MENTION = Weights(named=0.4, titled=0.2, headed=0.15, specific=0.1, lexical=0.15)
"""For a product named inside a sentence: it should hold every word said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A product bm25 came up with; `lexical` is its share of the best bm25 score."""

    product_id: str
    lexical: float
    titles: str
    heads: str
    names: str
    others: str
    options: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    found: Found
    score: float
    missing: frozenset[str]
    """Asked stems that neither a title, a name nor an option of the product holds."""


def rank(asked: Sequence[str], found: Sequence[Found], weights: Weights) -> list[Ranked]:
    """`found` by how well it answers `asked` (stems of the content words, in order), best first."""
    wanted = frozenset(asked)
    phrase = " ".join(asked)
    ranked = [_judge(wanted, phrase, asked, one, weights) for one in found]
    return sorted(ranked, key=lambda one: (-one.score, one.found.product_id))


def _judge(wanted: frozenset[str], phrase: str, asked: Sequence[str], found: Found, weights: Weights) -> Ranked:
    if not wanted:
        return Ranked(found=found, score=found.lexical * weights.lexical, missing=wanted)
    titles = [_words(line) for line in found.titles.split("\n")]
    names = [" ".join(_words(line)) for line in found.names.split("\n")]
    in_title = max(len(wanted.intersection(title)) for title in titles) / len(wanted)
    of_title = max((len(wanted.intersection(title)) / len(title) for title in titles if title), default=0.0)
    held = wanted.intersection([*found.titles.split(), *found.names.split(), *found.others.split()])
    called_so = phrase in names or asked in titles
    score = (
        weights.named * len(held) / len(wanted)
        + weights.titled * max(in_title, 1.0 if called_so else 0.0)
        + weights.headed * _headed(asked, found.heads, names, called_so=called_so)
        + weights.specific * of_title
        + weights.lexical * found.lexical
    )
    return Ranked(found=found, score=score, missing=wanted - held)


def _words(line: str) -> list[str]:
    """The terms of a name as they are asked for: of han and kana the pairs, not the single characters indexed beside them."""
    terms = line.split()
    return terms if line.isascii() else [term for term in terms if len(term) > 1 or term < FIRST_CJK] or terms


def _headed(asked: Sequence[str], heads: str, names: list[str], *, called_so: bool) -> float:
    """1 when the last word asked for names the thing itself, less when it stands elsewhere, 0 when only after "for"."""
    if called_so:
        return 1.0
    last = asked[-1]
    first = asked[0]
    lines = [line.split() for line in heads.split("\n") if line]
    if any(line[-1] == last or line[0] == first for line in lines) or last in names or first in names:
        return 0.8
    return 0.4 if any(last in line for line in lines) else 0.0
