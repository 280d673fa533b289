"""Single pieces of a mention: a count of days, a date, a clock time, a word such as "tomorrow". Read from the place it stands at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.domain.dialogue.grammar.time_atoms import Atom
from shopkeeper.domain.dialogue.grammar.times import Part, TimeMention
from shopkeeper.domain.dialogue.grammar.tokens import Token

BOUNDING = ("bound", "past", "to")
_MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7}
_MARKS = frozenset(",.、，")
_TELLING = ("meridiem", "part", "at_part", "bound_post")


class Pieces:
    """A list of atoms and a place in it. Every reading moves the place on when it finds something."""

    def __init__(self, tokens: Sequence[Token], atoms: Sequence[Atom], asked: str) -> None:
        self._tokens = tokens
        self._atoms = list(atoms)
        self._asked = asked
        self._at = 0
        self._last = 0

    def _peek(self, ahead: int = 0) -> Atom | None:
        """The atom `ahead`, if only marks stand before it."""
        place = self._at + ahead
        if place >= len(self._atoms):
            return None
        if ahead and not self._touch(self._atoms[place - 1].end, self._atoms[place].start):
            return None
        return self._atoms[place]

    def _touch(self, end: int, start: int) -> bool:
        return start - end <= 1 and all(token.text in _MARKS for token in self._tokens[end:start])

    def _kind(self, ahead: int) -> str:
        atom = self._peek(ahead)
        return atom.kind if atom else ""

    def _take(self, count: int = 1) -> list[Atom]:
        taken = list(self._atoms[self._at : self._at + count])
        self._at += count
        return taken

    def piece(self, opener: list[Atom]) -> TimeMention | None:
        before = self._at
        for reading in (self._counted, self._calendar, self._spoken_clock, self._clock, self._plain):
            found = reading(opener)
            if found is not None:
                self._last = self._at - before
                return found
            self._at = before
        return None

    def _made(self, taken: Sequence[Atom], **fields: object) -> TimeMention:
        return TimeMention(start=taken[0].start, end=taken[-1].end, **fields)  # type: ignore[arg-type]

    def _counted(self, opener: list[Atom]) -> TimeMention | None:
        """ "in 20 minutes", "3 days ago", "next week", "two weeks from now"."""
        kinds = [self._kind(n) for n in range(4)]
        if kinds[0] in ("next", "this", "last") and kinds[1] == "unit":
            taken = self._take(2)
            return self._relative(taken, {"next": 1, "this": 0, "last": -1}[taken[0].kind], taken[1].value)
        if kinds[:3] == ["num", "of", "unit"]:
            del self._atoms[self._at + 1]
            kinds = ["num", "unit", self._kind(2)]
        lasting = kinds[0] == "lasting"
        if not lasting and (kinds[0] not in ("num", "one") or kinds[1] != "unit"):
            return None
        size = 1 if lasting else 2
        behind = self._peek(size)
        later_behind = behind is not None and (
            behind.kind == "later" or (behind.kind in ("bound", "bound_post", "past") and behind.value == "after")
        )
        ago_behind = behind is not None and (behind.kind == "ago" or (behind.kind == "bound_post" and behind.value == "before"))
        ago = ago_behind or any(one.kind == "ago" or (one.kind in BOUNDING and one.value == "before") for one in opener)
        ahead = later_behind or any(one.kind == "in" or (one.kind in BOUNDING and one.value == "after") for one in opener)
        if not (ago or ahead):
            return None
        taken = self._take(size + int(later_behind or ago_behind))
        count = int(taken[0].value or 1) * (-1 if ago else 1)
        if lasting:
            opener[:] = [spent(one) for one in opener]
            return self._made(taken, minutes=count, sure=True)
        opener[:] = [spent(one) for one in opener]
        unit = taken[1].value
        if unit in _MINUTES:
            return self._made(taken, minutes=count * _MINUTES[unit], sure=True)
        if unit in _DAYS:
            return self._made(taken, days=count * _DAYS[unit], sure=True)
        return self._made(taken, months=count * (12 if unit == "year" else 1), sure=True)

    def _relative(self, taken: Sequence[Atom], offset: int, unit: str) -> TimeMention | None:
        match unit:
            case "week":
                return self._made(taken, week=offset, sure=True)
            case "month":
                return self._made(taken, month_offset=offset, sure=True)
            case "day" if offset > 0:
                return self._made(taken, days=offset, sure=True)
            case _:
                return None

    def _calendar(self, opener: list[Atom]) -> TimeMention | None:
        """Dates with a month: "march 10th", "the 14th of march 2026", "10月15日", "18.9."."""
        kinds = [self._kind(n) for n in range(5)]
        if kinds[0] == "date":
            atom = self._take()[0]
            return self._made([atom], year=atom.numbers[0] or None, month=atom.numbers[1], day_of_month=atom.numbers[2], sure=True)
        taken: list[Atom] = []
        day: int | None = None
        month: Atom | None = None
        if kinds[0] == "month":
            month = self._take()[0]
            taken.append(month)
            skipped = 1 if self._near("of") or self._near("at") else 0
            following = self._near_atom(skipped)
            if following is not None and following.kind in ("num", "dom") and 1 <= following.number <= 31 and not self._is_hour_at(skipped):
                taken.extend(self._take(skipped + 1))
                day = following.number
        elif kinds[0] in ("num", "dom") and 1 <= self._atoms[self._at].number <= 31:
            gap = next((n for n in (1, 2, 3) if kinds[n] not in ("of", "daymark", "at")), 0)  # "24 de octubre"
            if kinds[gap] == "month" and gap:
                taken = self._take(gap + 1)
                day, month = taken[0].number, taken[-1]
            elif kinds[1] == "daymark":
                taken = self._take(2)
                return self._made(taken, day_of_month=taken[0].number, sure=True)
        if month is None:
            return None
        if self._kind_after(taken) == "daymark":
            taken.extend(self._take())
        year = self._near_atom(0)
        if year is not None and year.kind == "num" and 1900 <= year.number <= 2100 and self._touch(taken[-1].end, year.start):
            taken.extend(self._take())
            return self._made(taken, month=int(month.value), day_of_month=day, year=year.number, sure=True)
        return self._made(taken, month=int(month.value), day_of_month=day, sure=day is not None or not month.weak)

    def _near(self, kind: str) -> bool:
        atom = self._near_atom(0)
        return atom is not None and atom.kind == kind

    def _near_atom(self, ahead: int) -> Atom | None:
        place = self._at + ahead
        if place >= len(self._atoms) or not self._touch(self._atoms[place - 1].end, self._atoms[place].start):
            return None
        return self._atoms[place]

    def _kind_after(self, taken: Sequence[Atom]) -> str:
        atom = self._near_atom(0) if taken else None
        return atom.kind if atom else ""

    def _is_hour_at(self, ahead: int) -> bool:
        return self._kind(ahead + 1) in ("oclock", "meridiem")

    def _spoken_clock(self, opener: list[Atom]) -> TimeMention | None:
        """ "half past 5", "halb sechs", "10 to 4", "cinco y media", "quarter to six"."""
        kinds = [self._kind(n) for n in range(3)]
        if kinds[0] == "pre" and kinds[1] in ("num", "hour", "one"):
            taken = self._take(2)
            hour = 1 if taken[1].kind == "one" else taken[1].number  # "half een"
            return self._with_part(taken, hour=hour, shift=int(taken[0].value), sure=True)
        ranged = any(one.kind in BOUNDING and one.value in ("from", "at", "after") for one in opener)
        if (
            kinds[0] == "num"
            and kinds[1] in ("past", "to")
            and kinds[2] in ("num", "hour")
            and self._atoms[self._at].number < 60
            and not ranged
        ):
            taken = self._take(3)
            shift = taken[0].number * (1 if taken[1].kind == "past" else -1)
            return self._with_part(taken, hour=taken[2].number, shift=shift, sure=True)
        if kinds[0] in ("num", "hour") and kinds[1] == "post" and self._atoms[self._at].number <= 24:
            taken = self._take(2)
            return self._with_part(taken, hour=taken[0].number, shift=int(taken[1].value), sure=kinds[0] == "hour" or bool(opener))
        return None

    def _clock(self, opener: list[Atom]) -> TimeMention | None:
        """ "5:30", "17 Uhr 30", "3 pm", "下午三点", "evening 6:30", "8 10 p.m."."""
        part = self._take()[0] if self._kind(0) == "part" else None
        meridiem = self._take()[0] if part is None and self._kind(0) == "meridiem" else None
        lead = [one for one in (part, meridiem) if one is not None]
        if lead and self._kind(0) in ("at", "pre"):
            lead.extend(self._take() if self._kind(0) == "at" else [])
        atom = self._near_atom(0) if lead else self._peek()
        if atom is None:
            return None
        if lead and self._kind(0) == "pre" and self._kind(1) in ("num", "hour"):
            taken = self._take(2)
            return self._with_part([*lead, *taken], hour=taken[1].number, shift=int(taken[0].value), sure=True)
        match atom.kind:
            case "clock" | "figure":
                sure = atom.kind == "clock" or bool(lead) or self._kind(1) in ("oclock", "meridiem", "part") or bool(opener)
                if not sure and self._asked != "time":
                    return None
                taken = [*lead, *self._take(2 if self._kind(1) == "oclock" else 1)]
                return self._with_part(taken, hour=atom.numbers[0], minute=atom.numbers[1], sure=sure)
            case "struck":  # "полпервого": one word for a time
                hour, minute = map(int, atom.value.split("-"))
                return self._with_part([*lead, *self._take()], hour=hour, minute=minute, sure=True)
            case "noon" | "midnight":
                taken = [*lead, *self._take()]
                following = self._near_atom(0)
                minutes = following is not None and following.kind == "num" and following.number in (15, 20, 30, 45)
                taken.extend(self._take() if self._kind_after(taken) == "post" or minutes else [])  # "midi et demi", "midi trente"
                shift = int(taken[-1].value) if taken[-1].kind == "post" else taken[-1].number if minutes else 0
                return self._made(taken, hour=12 if atom.kind == "noon" else 24, shift=shift, sure=True)
            case "num" | "hour":
                return self._hour(lead, atom, opener)
            case _:
                return None

    def _hour(self, lead: list[Atom], atom: Atom, opener: list[Atom]) -> TimeMention | None:
        taken = [*lead, *self._take()]
        hour, minute, shift = atom.number, 0, 0
        run_together = hour > 24 and 100 <= hour <= 2400 and hour % 100 < 60
        struck = self._kind_after(taken) == "oclock"
        taken.extend(self._take() if struck else [])
        if struck and self._kind_after(taken) == "post":
            taken.extend(self._take())
            shift = int(taken[-1].value)
        elif struck and self._kind_after(taken) == "minus" and self._kind(1) == "num":
            taken.extend(self._take(2))
            shift = -taken[-1].number
        else:
            minute, taken = self._minutes(hour, struck, taken)
        told = struck or minute or lead or atom.kind == "hour" or self._kind_after(taken) in _TELLING
        bare = any(one.kind == "at" or one.kind in BOUNDING for one in opener) or self._asked == "time"
        if run_together and (told or self._asked == "time"):
            hour, minute = divmod(hour, 100)
        if hour > 24 or not (told or bare):
            return None
        return self._with_part(
            taken,
            hour=hour,
            minute=minute,
            shift=shift,
            sure=bool(told) and not (atom.kind == "num" and not struck and not lead and not self._ends_told(taken)),
        )

    def _ends_told(self, taken: Sequence[Atom]) -> bool:
        return self._kind_after(taken) in ("meridiem", "part", "at_part") or any(
            one.kind in ("meridiem", "part", "oclock") for one in taken
        )

    def _minutes(self, hour: int, struck: bool, taken: list[Atom]) -> tuple[int, list[Atom]]:
        """The minutes after an hour: "17 Uhr 30", "三点二十分", and "8 10 p.m." where the rest says it is a time."""
        following = self._near_atom(0)
        if following is None or following.kind != "num" or not 0 <= following.number < 60 or hour > 24:
            return 0, taken
        ends = self._kind(1)
        if not (struck or ends in ("meridiem", "part", "at_part") or self._asked == "time"):
            return 0, taken
        minute = self._take()[0]
        taken = [*taken, minute]
        if self._kind_after(taken) == "unit" and self._atoms[self._at].value == "minute":
            taken.extend(self._take())
        return minute.number, taken

    def _with_part(self, taken: list[Atom], **fields: object) -> TimeMention:
        """A clock time and the part of day said with it, before or after."""
        if self._kind_after(taken) == "oclock":
            taken = [*taken, *self._take()]
        part = next((Part(one.value) for one in taken if one.kind == "part"), None)
        meridiem = next((one.value for one in taken if one.kind == "meridiem"), None)
        following = self._near_atom(0)
        if meridiem is None and part is None and following is not None and following.kind in ("meridiem", "part"):
            taken = [*taken, *self._take()]
            part = Part(following.value) if following.kind == "part" else None
            meridiem = following.value if following.kind == "meridiem" else None
            fields["sure"] = True
        return self._made(taken, part=part, meridiem=meridiem, **fields)

    def _plain(self, opener: list[Atom]) -> TimeMention | None:
        """Single words: weekdays, "tomorrow", "tonight", "this afternoon", "next week", "the 14th"."""
        atom = self._peek()
        if atom is None:
            return None
        taken = self._take()
        strong = not atom.weak
        match atom.kind:
            case "weekday":
                return self._made(taken, weekday=int(atom.value), sure=strong)
            case "weekday_next":
                return self._made(taken, weekday=int(atom.value), week=1, sure=True)
            case "day":
                return self._made(taken, days=int(atom.value), sure=strong)
            case "day_part":
                days, _, part = atom.value.partition(" ")
                return self._made(taken, days=int(days), part=Part(part), sure=strong)
            case "week":
                return self._made(taken, week=int(atom.value), sure=True)
            case "month_offset":
                return self._made(taken, month_offset=int(atom.value), sure=True)
            case "weekend" | "weekend_next":
                return self._made(taken, weekend=True, week=1 if atom.kind == "weekend_next" else None, sure=True)
            case "holiday":
                month, _, day = atom.value.partition("-")
                return self._made(taken, month=int(month), day_of_month=int(day), sure=True)
            case "now":
                return self._made(taken, minutes=0, sure=False)
            case "part":
                return self._made(taken, part=Part(atom.value), sure=strong and bool(opener))
            case "dom" if opener or self._asked == "date":
                return self._made(taken, day_of_month=int(atom.value), sure=False)
            case "num" if self._asked == "date" and 1 <= atom.number <= 31:
                return self._made(taken, day_of_month=atom.number)
            case _:
                return None


def spent(atom: Atom) -> Atom:
    """The opener of a count of days says nothing more about its bound."""
    return replace(atom, kind="used") if atom.kind in BOUNDING else atom
