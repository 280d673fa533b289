"""Putting a mention on the calendar: from "friday after five" and a moment to a stretch of time in a zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, Part, TimeMention, When

PARTS = {
    Part.MORNING: (time(6), time(12)),
    Part.NOON: (time(11, 30), time(14)),
    Part.AFTERNOON: (time(12), time(18)),
    Part.EVENING: (time(17), time(22)),
    Part.NIGHT: (time(20), time(23, 59)),
}
SEARCHED_YEARS = 8
Open = tuple[time, time]
"""Opening and closing time of a day."""


def place(mention: TimeMention, now: datetime, zone: str, *, hours: Open | None = None) -> When | None:
    """`mention` as time in `zone`, seen from `now`. None for a day that no calendar has (31 April).

    A clock time without "am" or "pm" is read inside `hours`, or, without them, as it stands.
    """
    local = now.astimezone(ZoneInfo(zone))
    if mention.minutes is not None:
        moment = _exact(now + timedelta(minutes=mention.minutes), ZoneInfo(zone))
        return When(starts=moment, ends=moment + timedelta(minutes=1), bound=mention.bound, grain=Grain.MINUTE, has_day=True, has_time=True)
    day = _day(mention, local.date())
    if day is None:
        return None
    if mention.has_day and not mention.has_time:
        return _days(mention, day, zone)
    if mention.hour is not None:
        return _timed(mention, day, local, zone, hours)
    starts, ends = PARTS[mention.part or Part.MORNING]
    if not mention.has_day and ends <= local.time():
        day += timedelta(days=1)
    return _stretch(mention, datetime.combine(day, starts), datetime.combine(day, ends), zone, Grain.PART)


def _day(mention: TimeMention, today: date) -> date | None:
    """The day meant; today where none was said."""
    if mention.days is not None:
        return today + timedelta(days=mention.days)
    if mention.months is not None:
        return _month_on(today, mention.months)
    if mention.weekend:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=mention.week or 0)
        return max(today, monday + timedelta(days=5)) if not mention.week else monday + timedelta(days=5)
    if mention.month is not None or mention.day_of_month is not None or mention.month_offset is not None:
        return _dated(mention, today)
    if mention.weekday is not None:
        return _weekday(mention, today)
    if mention.week is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=mention.week)
        return max(monday, today) if mention.week == 0 else monday
    return today


def _weekday(mention: TimeMention, today: date) -> date:
    """The next such day that is not today; with "next" that of next week, with "last" the one before."""
    wanted = (mention.weekday or 1) - 1
    if mention.past:
        return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    if mention.week is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=mention.week)
        return monday + timedelta(days=wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _dated(mention: TimeMention, today: date) -> date | None:
    day = mention.day_of_month or 1
    if mention.month_offset is not None:
        return _safe(_month_on(today.replace(day=1), mention.month_offset), day)
    first = date(mention.year or today.year, mention.month or (1 if mention.year else today.month), 1)
    if mention.year is not None:
        return _safe(first, day)
    step = 12 if mention.month is not None else 1
    if mention.month is not None and mention.day_of_month is None and first.month == today.month:
        return first
    ahead = (_safe(_month_on(first, count * step), day) for count in range(SEARCHED_YEARS * 12 // step))
    days = [found for found in ahead if found is not None and found >= today]
    # "Friday the 13th" names the next one there is; a weekday that never fits was a slip.
    return next((found for found in days if found.isoweekday() == mention.weekday), days[0] if days else None)


def _month_on(day: date, months: int) -> date:
    """The same day `months` later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first.replace(day=min(day.day, (after - timedelta(days=1)).day))


def _safe(first: date, day: int) -> date | None:
    try:
        return first.replace(day=day)
    except ValueError:
        return None


def _days(mention: TimeMention, day: date, zone: str) -> When:
    length, grain = timedelta(days=1), Grain.DAY
    if mention.weekend:
        length = timedelta(days=7 - day.weekday())
    elif mention.week is not None and mention.weekday is None:
        length, grain = timedelta(days=7 - day.weekday()), Grain.WEEK
    elif mention.day_of_month is None and (mention.month is not None or mention.month_offset is not None):
        length, grain = _month_on(day, 1) - day, Grain.MONTH
    start = datetime.combine(day, time())
    return replace(_stretch(mention, start, start + length, zone, grain), has_time=False)


def _timed(mention: TimeMention, day: date, local: datetime, zone: str, hours: Open | None) -> When:
    moment = _clock(mention, day, hours)
    either = mention.meridiem is None and mention.part is None and mention.hour is not None and 1 <= mention.hour <= 12
    passed = not mention.has_day and moment <= local.replace(tzinfo=None)
    if passed and hours is None and _is_half_a_day(mention) and moment + timedelta(hours=12) > local.replace(tzinfo=None):
        moment += timedelta(hours=12)
    elif passed:
        moment += timedelta(days=1)
    if mention.until is None or mention.until.hour is None:
        return replace(_stretch(mention, moment, moment + timedelta(minutes=1), zone, Grain.MINUTE), either_half=either)
    far = replace(mention.until, part=mention.until.part or mention.part, meridiem=mention.until.meridiem)
    end = _clock(far, moment.date(), hours)
    while end <= moment:
        end += timedelta(hours=12)
    return replace(_stretch(mention, moment, end, zone, Grain.MINUTE), either_half=either)


def _is_half_a_day(mention: TimeMention) -> bool:
    return mention.meridiem is None and mention.part is None and mention.hour is not None and 1 <= mention.hour < 12


def _clock(mention: TimeMention, day: date, hours: Open | None) -> datetime:
    hour = _hour(mention, hours)
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=mention.minute + mention.shift)


def _hour(mention: TimeMention, hours: Open | None) -> int:
    hour = mention.hour or 0
    part, meridiem = mention.part, mention.meridiem
    if meridiem == "am" or part is Part.MORNING:
        return 0 if hour == 12 and meridiem == "am" else hour
    if meridiem == "pm" or part in (Part.AFTERNOON, Part.EVENING, Part.NOON):
        return hour + 12 if hour < 12 and not (part is Part.NOON and hour == 11) else hour
    if part is Part.NIGHT:
        return hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    return _in_hours(mention, hour, hours)


def _in_hours(mention: TimeMention, hour: int, hours: Open | None) -> int:
    if hours is None or not 1 <= hour <= 12:
        return hour
    said = time(hour % 24, max(0, min(59, mention.minute)))
    if hours[0] <= said <= hours[1]:
        return hour
    later = hour + 12 if hour < 12 else hour
    return later if hours[0] <= time(later % 24, said.minute) <= hours[1] or (said < hours[0] and later <= 23) else hour


def _stretch(mention: TimeMention, starts: datetime, ends: datetime, zone: str, grain: Grain) -> When:
    where = ZoneInfo(zone)
    begins = _exact(starts.replace(tzinfo=where), where)
    doubtful = begins.utcoffset() != starts.replace(tzinfo=where, fold=1).utcoffset() and begins.replace(tzinfo=None) == starts
    until = _exact(ends.replace(tzinfo=where), where)
    # "by Friday" includes Friday, "before Friday" does not: see When.allows.
    bound = Bound.AT if mention.until is not None else mention.bound
    return When(
        starts=begins,
        ends=max(until, begins),
        bound=bound,
        grain=grain,
        has_day=mention.has_day,
        has_time=grain is not Grain.DAY,
        doubtful=doubtful and grain is Grain.MINUTE,
    )


def _exact(moment: datetime, where: ZoneInfo) -> datetime:
    """The moment as clocks there show it: a time that the clocks skip becomes the one they jump to."""
    return moment.astimezone(UTC).astimezone(where)
