"""The times a message speaks of, on the shop's calendar, and which of its words are taken up by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.time_atoms import TimeGrammar
from shopkeeper.domain.dialogue.grammar.time_mentions import find_times
from shopkeeper.domain.dialogue.grammar.time_placing import place
from shopkeeper.domain.dialogue.grammar.times import TimeMention, When
from shopkeeper.domain.dialogue.grammar.tokens import Token

_KEEP_THEIR_TIME = frozenset({"policy", "ask", "order_status", "return_it", "person"})
"""Cues of several words that hold a time ("are you open today"): they stay whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """`mention` stands at tokens `mention.start` to `mention.end`; `when` is what it means here and now."""

    mention: TimeMention
    when: When

    @property
    def tokens(self) -> range:
        return range(self.mention.start, self.mention.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The one time that words apart from each other say together ("on friday ... at five"), and the tokens that do."""

    mention: TimeMention
    when: When
    tokens: frozenset[int]


def together(times: Sequence[Timed], now: datetime, shop: ShopWords) -> Said | None:
    """The last day and the last time of day that were said: of "from friday to saturday at three" where it shall go."""
    day = next((one for one in reversed(times) if one.mention.has_day), None)
    clock = next((one for one in reversed(times) if one.mention.has_time), None)
    if day is None or clock is None or day is clock or day.mention.has_time:
        only = clock or day
        return Said(mention=only.mention, when=only.when, tokens=_tokens(times)) if only is not None else None
    mention = clock.mention.joined(day.mention)
    when = place(mention, now, shop.zone, hours=shop.hours)
    return Said(mention=mention, when=when, tokens=_tokens(times)) if when is not None else None


def _tokens(times: Sequence[Timed]) -> frozenset[int]:
    return frozenset(at for one in times for at in one.tokens)


def times_of(tokens: Sequence[Token], grammar: TimeGrammar, now: datetime, shop: ShopWords, *, skip: frozenset[int]) -> tuple[Timed, ...]:
    placed = ((mention, place(mention, now, shop.zone, hours=shop.hours)) for mention in find_times(tokens, grammar, skip=skip))
    return tuple(Timed(mention=mention, when=when) for mention, when in placed if when is not None)


def taken_up(times: Sequence[Timed], cues: Sequence[Cue]) -> frozenset[int]:
    """Tokens that only say when: those of certain times, unless a longer phrase of the shop's own holds them."""
    held = {at for cue in cues if cue.kind in _KEEP_THEIR_TIME for at in range(cue.start, cue.end)}
    return frozenset(at for one in times if one.mention.sure and held.isdisjoint(one.tokens) for at in one.tokens)
