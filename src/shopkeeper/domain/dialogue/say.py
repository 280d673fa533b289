"""What the assistant wants to say, as template keys and facts. Words come later, from the phrase book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Fact: TypeAlias = object
"""A value from a record: Money, datetime, int, a title. The composer formats it; nothing else may print a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One sentence: `key` of a reply template and the facts it quotes. `question` marks the one question of a turn."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    question: bool = False
    otherwise: str | None = None
    """The record's own words, for keys made from record codes (allergens, options) that no language names."""
