"""The day a printed paper is from: every date on it is weighed, misread and glued ones included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from shopkeeper.domain.dialogue.printed.words import as_digits, plain_words, says

_DIGIT = r"[\dOoQDlI|SB]"
_GAP = r"\s{0,2}[.,/\-]\s{0,2}"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,/])(?<!\d-)({_DIGIT}{{1,2}}){_GAP}({_DIGIT}{{1,2}})[.,/\- ]{{1,3}}(?:({_DIGIT}{{2}})({_DIGIT}{{2}})?)(?P<rest>.{{0,4}})"
)
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d{2})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"\d\s?[AaPp]\.?[Mm]\b|\$\s?\d")
"""Clocks of twelve hours and dollars come from where the month is written before the day."""
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?[:.]\s?[0-5]\d(?!\d)")
_LONG = re.compile(r"\d{12,}")
_NAMED = re.compile(r"(\d{1,2})[.\s]{0,3}([^\W\d_]{3,9})[.\s,]{1,3}(20\d{2})")

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero gennaio januari",
            "feb februar february fevrier febrero febbraio februari",
            "mar marz march mars marzo maart mrz",
            "apr april avril abril aprile",
            "mai may mayo maggio mei",
            "jun juni june juin junio giugno",
            "jul juli july juillet julio luglio",
            "aug august aout agosto augustus",
            "sep sept september septembre septiembre settembre",
            "okt oct oktober october octobre octubre ottobre",
            "nov november novembre noviembre",
            "dez dec dezember december decembre diciembre dicembre",
        ),
        start=1,
    )
    for month in names.split()
}
_LABEL = ("datum", "date", "fecha", "data", "belegdatum", "rechnungsdatum", "kaufdatum")
_NOT_THE_DAY = ("gultig", "bis", "valid", "until", "vom", "ab", "seit", "expires", "mhd", "geb", "born")
_OLDEST = 2000
FUTURE = 1
"""A paper may come from tomorrow by its clock, never from later."""


def day_of(rows: Sequence[str], *, latest: date | None = None) -> date | None:
    """The day most readings speak for; `latest` is the last one that is possible."""
    votes: Counter[date] = Counter()
    month_first = any(_MONTH_FIRST.search(row) for row in rows)
    for row in rows:
        words = plain_words(row)
        weight = 2 + 2 * bool(_TIME.search(row)) + 1 * says(words, _LABEL) - 2 * says(words, _NOT_THE_DAY)
        for day in dict.fromkeys(_days(row, month_first=month_first)):
            if latest is None or (day - latest).days <= FUTURE:
                votes[day] += max(weight, 1)
    runs = [run for row in rows for run in _LONG.findall(row)]
    for day in votes:
        votes[day] += 2 * any(_written(day, run) for run in runs)
    if not votes:
        votes.update(day for run in runs for day in _days_in_run(run) if latest is None or (day - latest).days <= FUTURE)
    return votes.most_common(1)[0][0] if votes else None


def _days(row: str, *, month_first: bool = False) -> Iterable[date]:
    for found in _DAY_FIRST.finditer(row):
        first, second, century, year = (as_digits(part or "") for part in found.groups()[:4])
        # "02.03.2015:59" is the second of March 2020 at 15:59, "30.04.2009:58" likewise.
        glued = bool(year) and (found["rest"][:1] == ":" or not century.startswith(("19", "20")))
        full = 2000 + int(century) if glued or not year else int(century + year)
        either = (_valid(full, int(second), int(first)), _valid(full, int(first), int(second)))
        day = (either[1] or either[0]) if month_first and "/" in found[0] else (either[0] or either[1])
        if day is not None:
            yield day
    for found in _YEAR_FIRST.finditer(row):
        day = _valid(*map(int, found.groups()))
        if day is not None:
            yield day
    for found in _NAMED.finditer(row):
        month = _MONTHS.get("".join(plain_words(found[2])))
        day = _valid(int(found[3]), month, int(found[1])) if month else None
        if day is not None:
            yield day


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _OLDEST else None
    except ValueError:
        return None


def _written(day: date, run: str) -> bool:
    return any(form in run for form in (f"{day:%d%m%y}", f"{day:%y%m%d}", f"{day:%Y%m%d}", f"{day:%d%m%Y}"))


def _days_in_run(run: str) -> Iterable[date]:
    for found in re.finditer(r"(?=(20[0-4]\d)([01]\d)([0-3]\d)([0-2]\d)([0-5]\d))", run):
        day = _valid(*map(int, found.groups()[:3]))
        if day is not None and int(found[4]) < 24:
            yield day
