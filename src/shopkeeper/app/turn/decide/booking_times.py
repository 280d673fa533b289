"""From a time as it was said to days and times of day that windows are looked for in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.bookings.windows import Wanted
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.ids import StaffId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, When
from shopkeeper.domain.fulfillment.store import Hours

HALF_DAY = timedelta(hours=12)


def wanted_times(
    when: When | None, zone: ZoneInfo, hours: Callable[[date | None], Hours | None], *, day: date | None, staff_id: StaffId | None
) -> Wanted:
    """`when` on the store's clock; `day` is meant where none was said. "2:30" is read from the `hours` of its day."""
    if when is None:
        return Wanted(first_day=day, last_day=day, staff_id=staff_id)
    starts, ends = when.starts.astimezone(zone), when.ends.astimezone(zone)
    first, last = _days(when, starts, ends) if when.has_day else (day, day)
    if not when.has_time:
        return Wanted(first_day=first, last_day=last, staff_id=staff_id)
    if when.either_half:
        starts, ends = _within(starts, ends, hours(first))
    after, before, at = _clock(when, starts.time(), ends.time())
    return Wanted(first_day=first, last_day=last, after=after, before=before, at=at, staff_id=staff_id)


def _days(when: When, starts: datetime, ends: datetime) -> tuple[date | None, date | None]:
    """First and last day; a bound limits days only where no time of day was said: "friday after five" is that friday."""
    first, last = starts.date(), (ends - timedelta.resolution).date()
    if when.has_time:
        return first, first
    match when.bound:
        case Bound.AT:
            return first, last
        case Bound.AFTER:
            return last + timedelta(days=1), None
        case Bound.BEFORE:
            return None, first - timedelta(days=1)
        case Bound.BY:
            return None, last


def _clock(when: When, starts: time, ends: time) -> tuple[time | None, time | None, time | None]:
    """After, before and exactly at which time of day."""
    exact = when.grain is Grain.MINUTE and when.ends - when.starts <= timedelta(minutes=1)
    match when.bound:
        case Bound.AFTER:
            return starts, None, None
        case Bound.BEFORE:
            return None, starts, None
        case Bound.BY:
            return None, starts if exact else ends, None
        case Bound.AT:
            return (None, None, starts) if exact else (starts, ends, None)


def _within(starts: datetime, ends: datetime, hours: Hours | None) -> tuple[datetime, datetime]:
    """Moved by half a day where that brings it into the hours: "2:30" at a salon that opens at ten is 14:30."""
    if hours is None or hours.opens <= starts.time() <= hours.closes:
        return starts, ends
    for moved in (HALF_DAY, -HALF_DAY):
        if (starts + moved).date() == starts.date() and hours.opens <= (starts + moved).time() <= hours.closes:
            return starts + moved, ends + moved
    return starts, ends


def kept_when(when: When | None) -> Mapping[str, str | bool]:
    """For a question to remember; `recalled_when` reads it back."""
    if when is None:
        return {}
    return {
        "starts": when.starts.isoformat(),
        "ends": when.ends.isoformat(),
        "bound": when.bound.value,
        "grain": when.grain.value,
        "has_day": when.has_day,
        "has_time": when.has_time,
        "either_half": when.either_half,
    }


def recalled_when(question: Question) -> When | None:
    kept = as_mapping(question.context.get("when"))
    if not kept:
        return None
    return When(
        starts=datetime.fromisoformat(str(kept["starts"])),
        ends=datetime.fromisoformat(str(kept["ends"])),
        bound=Bound(str(kept["bound"])),
        grain=Grain(str(kept["grain"])),
        has_day=kept["has_day"] is True,
        has_time=kept["has_time"] is True,
        either_half=kept["either_half"] is True,
    )
