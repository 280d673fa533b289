"""The times a message speaks of, on the shop's calendar, and which of its words are taken up by them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.time_placing import place
from shopkeeper.domain.dialogue.grammar.times import TimeMention, When

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


def times_of(mentions: Sequence[TimeMention], now: datetime, shop: ShopWords) -> tuple[Timed, ...]:
    placed = ((mention, place(mention, now, shop.zone, hours=shop.hours)) for mention in mentions)
    return tuple(Timed(mention=mention, when=when) for mention, when in placed if when is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDay:
    """A day that its month does not have, at tokens `start` to `end`; the month ends on `last_day`."""

    day: int
    last_day: date
    start: int
    end: int


def missing_days(mentions: Sequence[TimeMention], now: datetime, shop: ShopWords) -> tuple[NoDay, ...]:
    """ "31 April", "30. Februar"."""
    found: list[NoDay] = []
    for mention in mentions:
        if mention.month is None or mention.day_of_month is None or place(mention, now, shop.zone, hours=shop.hours) is not None:
            continue
        today = now.astimezone(ZoneInfo(shop.zone)).date()
        year = mention.year or today.year + (mention.month < today.month)
        last = monthrange(year, mention.month)[1]
        if mention.day_of_month > last:
            found.append(NoDay(day=mention.day_of_month, last_day=date(year, mention.month, last), start=mention.start, end=mention.end))
    return tuple(found)


def taken_up(times: Sequence[Timed], cues: Sequence[Cue]) -> frozenset[int]:
    """Tokens that only say when: those of certain times, unless a longer phrase of the shop's own holds them."""
    held = {at for cue in cues if cue.kind in _KEEP_THEIR_TIME for at in range(cue.start, cue.end)}
    return frozenset(at for one in times if one.mention.sure and held.isdisjoint(one.tokens) for at in one.tokens)
