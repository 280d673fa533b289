"""What is said about time, before and after it is put on a calendar: a mention of words, and the stretch of time it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Grain(StrEnum):
    """How exactly a time was said."""

    MINUTE = "minute"
    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Bound(StrEnum):
    """How the stretch of time limits: it happens then, is over before it begins, by its end, or begins after it."""

    AT = "at"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"


class Part(StrEnum):
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """What the words at tokens `start` to `end` (half-open) say about a day and a time of day; nothing is looked up yet.

    `hour` is as said (1 to 24, 12-hour or not), `shift` minutes to move it by ("quarter to"). `days` and `minutes` count from
    now. `week` is 0 for this one, 1 for the next. `sure` = these words mean a time wherever they stand.
    """

    start: int
    end: int
    bound: Bound = Bound.AT
    weekday: int | None = None
    week: int | None = None
    month: int | None = None
    month_offset: int | None = None
    day_of_month: int | None = None
    year: int | None = None
    days: int | None = None
    months: int | None = None
    minutes: int | None = None
    part: Part | None = None
    hour: int | None = None
    minute: int = 0
    shift: int = 0
    meridiem: str | None = None
    weekend: bool = False
    past: bool = False
    sure: bool = False
    until: TimeMention | None = None

    @property
    def has_day(self) -> bool:
        told = (self.weekday, self.week, self.month, self.month_offset, self.day_of_month, self.days, self.months)
        return self.weekend or any(one is not None for one in told)

    @property
    def has_time(self) -> bool:
        return self.hour is not None or self.minutes is not None or self.part is not None

    def joined(self, other: TimeMention) -> TimeMention:
        """This and what `other` adds to it ("friday" and "after five")."""
        fields = (
            "weekday",
            "week",
            "month",
            "month_offset",
            "day_of_month",
            "year",
            "days",
            "months",
            "minutes",
            "part",
            "meridiem",
            "until",
        )
        more = {name: getattr(other, name) for name in fields if getattr(self, name) is None and getattr(other, name) is not None}
        if self.hour is None and other.hour is not None:
            more |= {"hour": other.hour, "minute": other.minute, "shift": other.shift}
        return replace(
            self,
            **more,
            start=min(self.start, other.start),
            end=max(self.end, other.end),
            bound=other.bound if self.bound is Bound.AT else self.bound,
            weekend=self.weekend or other.weekend,
            past=self.past or other.past,
            sure=self.sure or other.sure,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of time with its zone: half-open from `starts` to `ends`, and how it limits.

    `doubtful` = the clock shows this time twice that day; the first is taken. `either_half` = a clock time said without its half of
    the day: "2:30" was read as the hours of the shop suggest, and somebody who knows better hours may move it by twelve.
    """

    starts: datetime
    ends: datetime
    bound: Bound = Bound.AT
    grain: Grain = Grain.DAY
    has_day: bool = True
    has_time: bool = False
    doubtful: bool = False
    either_half: bool = False

    def allows(self, at: datetime) -> bool:
        """Whether something at this moment keeps to what was said."""
        match self.bound:
            case Bound.AT:
                return self.starts <= at < self.ends
            case Bound.BEFORE:
                return at < self.starts
            case Bound.BY:
                return at < self.ends if self.grain is not Grain.MINUTE else at <= self.starts
            case Bound.AFTER:
                return at >= (self.starts if self.has_time else self.ends)
