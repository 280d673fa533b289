"""Days and times of day as shoppers say them, resolved against now in the store's zone; what was left open stays open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo

from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.when import Timing

WEEKDAYS = (
    "monday mon montag lunes lundi 周一 星期一 礼拜一 پیر سوموار",
    "tuesday tue tues dienstag martes mardi 周二 星期二 礼拜二 منگل",
    "wednesday wed mittwoch miércoles mercredi 周三 星期三 礼拜三 بدھ",
    "thursday thu thur thurs donnerstag jueves jeudi 周四 星期四 礼拜四 جمعرات",
    "friday fri freitag viernes vendredi 周五 星期五 礼拜五 جمعہ",
    "saturday sat samstag sonnabend sábado samedi 周六 星期六 礼拜六 ہفتہ ہفتے",
    "sunday sun sonntag domingo dimanche 周日 星期日 星期天 礼拜天 周天 اتوار",
)
MONTHS = (
    "january jan januar jänner enero janvier جنوری",
    "february feb februar febrero février فروری",
    "march märz marzo mars مارچ",
    "april apr abril avril اپریل",
    "may mai mayo مئی",
    "june jun juni junio juin جون",
    "july jul juli julio juillet جولائی",
    "august aug agosto août اگست",
    "september sep sept septiembre septembre ستمبر",
    "october oct oktober okt octubre octobre اکتوبر",
    "november nov noviembre novembre نومبر",
    "december dec dezember dez diciembre décembre دسمبر",
)
DAYS = {
    0: "today|heute|hoy|aujourd'hui|今天|آج",
    1: "tomorrow|morgen|mañana|demain|明天|کل",
    2: "day after tomorrow|the day after tomorrow|übermorgen|pasado mañana|après-demain|后天|پرسوں",
}
PARTS = {
    "morning": "morning|in the morning|vormittag|vormittags|am morgen|morgens|por la mañana|de la mañana|matin|le matin|早上|上午|صبح",
    "noon": "noon|midday|mittags|mittag|mediodía|midi|中午|دوپہر",
    "afternoon": "afternoon|in the afternoon|nachmittag|nachmittags|por la tarde|de la tarde|tarde|après-midi|l'après-midi|下午|سہ پہر",
    "evening": "evening|in the evening|tonight|abend|abends|heute abend|noche|por la noche|esta noche|soir|ce soir|le soir|晚上|今晚|شام",
}
SIDES = {
    "after": "after|later than|from|not before|nach|ab|después de|despues de|después de las|a partir de|a partir de las|après|à partir de"
    "|之后|以后|后|کے بعد|بعد",
    "before": "before|until|by|no later than|vor|bis|spätestens|antes de|antes de las|antes del|avant|avant le|d'ici"
    "|之前|以前|前|سے پہلے|تک",
    "at": "at|around|about|um|gegen|a las|a la|sobre las|à|vers|کو|پر",
}
CLOCKS = "o'clock|oclock|uhr|h|heures|heure|点|点钟|點|بجے|hrs"
HALVES = {"am": "am|a.m.|a.m", "pm": "pm|p.m.|p.m"}
MONTH_MARKS, DAY_MARKS = "月", "日|号"
LONGEST = 6
PART_SPANS: Mapping[str, tuple[time | None, time | None]] = {
    "morning": (None, time(12)),
    "noon": (time(11, 30), time(14)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`tokens` say the time and nothing else; `month` was named without a day ("in August")."""

    when: Timing
    tokens: frozenset[int]
    month: int | None = None
    is_day: bool = False


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[str, object]]:
    found: dict[tuple[str, ...], tuple[str, object]] = {}

    def plant(kind: str, value: object, phrases: Sequence[str]) -> None:
        for phrase in phrases:
            found.setdefault(phrase_key(phrase), (kind, value))

    for number, words in enumerate(WEEKDAYS, start=1):
        plant("weekday", number, words.split())
    for number, words in enumerate(MONTHS, start=1):
        plant("month", number, words.split())
    for offset, words in DAYS.items():
        plant("day", offset, words.split("|"))
    for kind, table in (("part", PARTS), ("side", SIDES), ("half", HALVES)):
        for value, words in table.items():
            plant(kind, value, words.split("|"))
    plant("clock", "", CLOCKS.split("|"))
    plant("month_mark", "", MONTH_MARKS.split("|"))
    plant("day_mark", "", DAY_MARKS.split("|"))
    return found


@dataclass(frozen=True, slots=True)
class Word:
    kind: str
    value: object
    start: int
    end: int


def find_when(scene: Scene, clause: Clause) -> Found | None:
    """The time a clause names; None when it names none. A bare number is a time only beside a word that says so."""
    words = list(_words(scene, clause))
    kinds = {word.kind for word in words}
    clock, used_clock = _clock(scene, clause, words)
    day, used_day = _day(scene, words, clause)
    if clock is None and day is None and not kinds & {"part", "month"}:
        return None
    part = next((str(word.value) for word in words if word.kind == "part"), None)
    half = next((str(word.value) for word in words if word.kind == "half"), None)
    side = next((str(word.value) for word in words if word.kind == "side"), None)
    when = _with_time(Timing(first_day=day, last_day=day), clock, side, part, half)
    spoken = {
        at for word in words if word.kind in ("weekday", "day", "part", "half", "month", "clock") for at in range(word.start, word.end)
    }
    sides = {at for word in words if word.kind == "side" for at in range(word.start, word.end)}
    month = next((int(str(word.value)) for word in words if word.kind == "month"), None)
    return Found(
        when=when, tokens=frozenset(spoken | sides | used_clock | used_day), month=month if day is None else None, is_day=day is not None
    )


def _words(scene: Scene, clause: Clause) -> Iterator[Word]:
    table, tokens = _phrases(), scene.reading.tokens
    at = clause.start
    while at < clause.end:
        norms = tuple(token.norm for token in tokens[at : min(at + LONGEST, clause.end)])
        length = next((size for size in range(len(norms), 0, -1) if norms[:size] in table), 0)
        if length:
            kind, value = table[norms[:length]]
            yield Word(kind, value, at, at + length)
        at += max(1, length)


def _clock(scene: Scene, clause: Clause, words: Sequence[Word]) -> tuple[time | None, set[int]]:
    """A time of day: "17:30", "5 pm", "at five", "5点"."""
    for hour, minute, start, end in scene.reading.clocks:
        if clause.start <= start < clause.end:
            return time(hour, minute), set(range(start, end))
    for number in _counts(scene, clause):
        if not (clause.start <= number.start < clause.end and number.value.denominator == 1 and 0 <= number.whole <= 24):
            continue
        follows = any(word.kind in ("clock", "half") and word.start == number.end for word in words)
        led = any(word.kind == "side" and word.end == number.start for word in words)
        dated = any(word.kind in ("month", "month_mark", "day_mark") and number.end == word.start for word in words)
        dated = dated or any(word.kind == "month" and word.end == number.start for word in words)
        measured = any(cue.kind in ("measure", "volume", "currency", "unit") and cue.start == number.end for cue in clause.cues)
        if (follows or led) and not dated and not measured:
            return time(number.whole % 24), set(range(number.start, number.end))
    return None, set()


def _counts(scene: Scene, clause: Clause) -> list[Number]:
    """Whole numbers of the clause, those that already count as part of a time among them."""
    known = {one.start: one for one in scene.reading.numbers if clause.start <= one.start < clause.end}
    for at in range(clause.start, clause.end):
        text = scene.reading.tokens[at].text
        if at not in known and text.isascii() and text.isdigit() and len(text) <= 2:
            known[at] = Number(value=Fraction(int(text)), start=at, end=at + 1, written=True)
    return [known[at] for at in sorted(known)]


def _day(scene: Scene, words: Sequence[Word], clause: Clause) -> tuple[date | None, set[int]]:
    today = scene.context.now.astimezone(ZoneInfo(scene.context.zone)).date()
    dated = _date_of_month(scene, words, clause, today)
    if dated is not None:
        return dated
    for word in words:
        if word.kind == "day":
            return today + timedelta(days=int(str(word.value))), set()
    for word in words:
        if word.kind == "weekday":
            return today + timedelta(days=(int(str(word.value)) - today.isoweekday()) % 7), set()
    return None, set()


def _date_of_month(scene: Scene, words: Sequence[Word], clause: Clause, today: date) -> tuple[date, set[int]] | None:
    """ "24 oct", "oct 24", "24. Oktober", "10月24日": this year, or the next when it is over."""
    numbers = [one for one in _counts(scene, clause) if one.value.denominator == 1]
    for word in words:
        if word.kind == "month":
            beside = [one for one in numbers if one.start == word.end or 0 <= word.start - one.end <= 2]
            for number in beside:
                found = _in_future(today, int(str(word.value)), number.whole)
                if found is not None:
                    return found, set(range(number.start, number.end))
        if word.kind == "month_mark":
            month = next((one for one in numbers if one.end == word.start), None)
            day = next((one for one in numbers if one.start == word.end), None)
            found = _in_future(today, month.whole, day.whole) if month and day else None
            if found is not None and month and day:
                return found, {*range(month.start, month.end), *range(day.start, day.end)}
    return None


def _in_future(today: date, month: int, day: int) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _with_time(when: Timing, clock: time | None, side: str | None, part: str | None, half: str | None) -> Timing:
    if clock is None:
        after, before = PART_SPANS.get(part or "", (None, None))
        return Timing(first_day=when.first_day, last_day=when.last_day, after=after, before=before, half_said=part is not None)
    later = half == "pm" or part in ("afternoon", "evening")
    settled = clock.replace(hour=clock.hour + 12) if later and clock.hour < 12 else clock
    said = half is not None or part is not None or clock.hour >= 13
    first, last = when.first_day, when.last_day
    if side == "after":
        return Timing(first_day=first, last_day=last, after=settled, half_said=said)
    if side == "before":
        return Timing(first_day=first, last_day=last, before=settled, half_said=said)
    return Timing(first_day=first, last_day=last, at=settled, half_said=said)
