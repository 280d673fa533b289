"""Which published clause answers a question: the topic's own clauses, those that share its rarer words first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize
from shopkeeper.ports.shop_store import Clause

STEM = 5
"""Letters by which words count as the same: "returned" and "returns", "liefern" and "Lieferung" are."""

SHORTEST = 4
"""Shorter words of alphabetic scripts are grammar."""

TITLE_WEIGHT = 2.0
LEAD_BONUS = 0.3
"""A word that half the clauses share does not lift another clause above the leading one."""

MOST_CITED = 2


def answering(clauses: Sequence[Clause], topic: str, question: str) -> tuple[Clause, ...]:
    """The clause of `topic` that answers `question` best and the topic's leading one; none when the terms have no such topic.

    Words that name the topic itself tell its clauses not apart; when nothing else was asked, the terms' own order counts.
    """
    about = [clause for clause in clauses if _is_about(clause, topic)]
    about = [clause for clause in about if clause.title != clause.document] or about
    seen = Counter(stem for clause in about for stem in set(_stems(f"{clause.title} {clause.text}")))
    general = set(_stems(topic)).union(*(_stems(clause.document) for clause in about))
    asked = set(_stems(question)) - general
    ranked = sorted(about, key=lambda clause: -_fit(clause, asked, seen) - LEAD_BONUS * (clause is about[0]))
    return tuple(dict.fromkeys((*ranked[:1], *about)))[:MOST_CITED]


def _is_about(clause: Clause, topic: str) -> bool:
    wanted = topic.replace("_", "-")
    return wanted in clause.id or wanted in clause.document.casefold() or wanted.rstrip("s") in clause.id


def _fit(clause: Clause, asked: set[str], seen: Counter[str]) -> float:
    """Shared words, rarer ones counting more; a word of the title counts double."""
    titled, told = set(_stems(clause.title)), set(_stems(clause.text))
    return sum((TITLE_WEIGHT * (stem in titled) + (stem in told)) / seen[stem] for stem in asked if stem in seen)


def _stems(text: str) -> Iterable[str]:
    words = (token for token in tokenize(text) if token.kind in (TokenKind.WORD, TokenKind.CJK))
    return (token.norm[:STEM] for token in words if token.kind is TokenKind.CJK or len(token.norm) >= SHORTEST)
