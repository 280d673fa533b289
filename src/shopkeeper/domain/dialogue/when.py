"""A time as somebody says it: a day, part of a day or a clock time, with what was left open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from shopkeeper.domain.fulfillment.store import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Days are resolved against today; `half_said` False means that "2:30" may be night or afternoon."""

    first_day: date | None = None
    last_day: date | None = None
    after: time | None = None
    before: time | None = None
    at: time | None = None
    half_said: bool = False

    @property
    def is_open(self) -> bool:
        """Nothing was said."""
        return self == OPEN


OPEN = Timing()


def within(when: Timing, hours: Hours | None) -> Timing:
    """Clock times without their half of the day, read from opening hours: "2:30" at a salon that opens at ten is 14:30."""
    if when.half_said or hours is None:
        return when
    return replace(
        when, at=_in_hours(when.at, hours), after=_in_hours(when.after, hours), before=_in_hours(when.before, hours, closing=True)
    )


def _in_hours(said: time | None, hours: Hours, *, closing: bool = False) -> time | None:
    if said is None or said.hour >= 12 or said.hour == 0:
        return said
    later = said.replace(hour=said.hour + 12)
    fits = hours.opens < said if closing else hours.opens <= said
    return said if fits or later > hours.closes else later
