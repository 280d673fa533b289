"""What is said about time, in English, German, French, Spanish, Chinese and Urdu, as the stretch of time it means on a held clock."""

from __future__ import annotations

from datetime import datetime, time
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, compile_grammar
from shopkeeper.domain.dialogue.grammar.time_atoms import TimeGrammar, compile_times
from shopkeeper.domain.dialogue.grammar.time_mentions import find_times
from shopkeeper.domain.dialogue.grammar.time_placing import place
from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, When
from shopkeeper.domain.dialogue.grammar.tokens import tokenize

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 9, 15, 10, tzinfo=ZoneInfo(BERLIN))
OPEN = (time(8), time(22))


@cache
def lexicons() -> dict[str, Lexicon]:
    return load_lexicons(shipped_languages())


@cache
def grammar(language: str) -> TimeGrammar:
    return compile_times(language, lexicons(), compile_grammar(language, lexicons()).numbers)


def read(text: str, language: str = "en", *, now: datetime = NOW, zone: str = BERLIN, asked: str = "") -> When | None:
    mentions = find_times(tokenize(text), grammar(language), asked=asked)
    return place(mentions[0], now, zone, hours=OPEN) if mentions else None


def brief(when: When | None) -> str:
    if when is None:
        return "nothing"
    shape = "%m-%d" if when.grain in (Grain.DAY, Grain.WEEK, Grain.MONTH) else "%m-%d %H:%M"
    return f"{when.bound} {when.starts:{shape}}"


MEANT = [
    ("en", "tomorrow at half past 5", "at 09-16 17:30"),
    ("en", "sat 24 oct 2:30", "at 10-24 14:30"),
    ("en", "in 20 minutes", "at 09-15 10:20"),
    ("en", "in half an hour", "at 09-15 10:30"),
    ("en", "by 12:30", "by 09-15 12:30"),
    ("en", "before Saturday", "before 09-19"),
    ("en", "friday after 5", "after 09-18 17:00"),
    ("en", "next tuesday at quarter to six", "at 09-22 17:45"),
    ("en", "10 to 4 in the afternoon", "at 09-15 15:50"),
    ("en", "the 14th of march at 9:15am", "at 03-14 09:15"),
    ("en", "from 10 to 12 on monday", "at 09-21 10:00"),
    ("en", "tonight at 8", "at 09-15 20:00"),
    ("en", "3 days ago", "at 09-12"),
    ("en", "next week", "at 09-21"),
    ("en", "noon on friday", "at 09-18 12:00"),
    ("en", "Friday the 13th", "at 11-13"),
    ("de", "übermorgen um halb sechs", "at 09-17 17:30"),
    ("de", "heute abend", "at 09-15 17:00"),
    ("de", "am 3. Oktober um 14 Uhr 30", "at 10-03 14:30"),
    ("de", "vor 18 Uhr", "before 09-15 18:00"),
    ("de", "vor 3 Tagen", "at 09-12"),
    ("de", "in einer halben Stunde", "at 09-15 10:30"),
    ("de", "fünf vor halb acht abends", "at 09-15 19:25"),
    ("fr", "vendredi prochain à cinq heures et demie", "at 09-18 17:30"),
    ("fr", "demain à 17h30", "at 09-16 17:30"),
    ("fr", "avant samedi", "before 09-19"),
    ("es", "el viernes después de las 5", "after 09-18 17:00"),
    ("es", "mañana a las cinco y media de la tarde", "at 09-16 17:30"),
    ("es", "antes del sábado", "before 09-19"),
    ("zh", "下周五下午三点", "at 09-25 15:00"),
    ("zh", "今晚八点", "at 09-15 20:00"),
    ("zh", "20分钟后", "at 09-15 10:20"),
    ("zh", "周六之前", "before 09-19"),
    ("zh", "10月24日下午2点30分", "at 10-24 14:30"),
    ("ur", "کل شام ساڑھے پانچ بجے", "at 09-16 17:30"),
    ("ur", "kal shaam 5 baje", "at 09-16 17:00"),
    ("ur", "جمعہ سے پہلے", "before 09-18"),
    ("de", "bis halb eins", "by 09-15 12:30"),
    ("de", "um halb eins", "at 09-15 12:30"),
    ("de", "gegen viertel nach zwölf", "at 09-15 12:15"),
    ("de", "vor dreiviertel eins", "before 09-15 12:45"),
    ("de", "bis 12 uhr 30", "by 09-15 12:30"),
    ("de", "bis zwölf uhr dreißig", "by 09-15 12:30"),
    ("de", "in anderthalb stunden", "at 09-15 11:30"),
    ("fr", "avant midi et demi", "before 09-15 12:30"),
    ("fr", "avant midi et demie", "before 09-15 12:30"),
    ("fr", "pour 12h30", "at 09-15 12:30"),
    ("fr", "d'ici 12h30", "by 09-15 12:30"),
    ("fr", "d'ici midi et demi", "by 09-15 12:30"),
    ("fr", "avant midi trente", "before 09-15 12:30"),
    ("fr", "dans une demi-heure", "at 09-15 10:30"),
    ("es", "para las doce y media", "at 09-15 12:30"),
    ("es", "antes de las 12 y media", "before 09-15 12:30"),
    ("es", "antes de mediodía y media", "before 09-15 12:30"),
    ("es", "a más tardar a las 12:30", "by 09-15 12:30"),
    ("es", "dentro de media hora", "at 09-15 10:30"),
    ("es", "en una hora y media", "at 09-15 11:30"),
    ("es", "el viernes después de las cinco", "after 09-18 17:00"),
    ("pt", "até meio-dia e meia", "by 09-15 12:30"),
    ("pt", "até ao meio-dia e meia", "by 09-15 12:30"),
    ("pt", "antes das 12h30", "before 09-15 12:30"),
    ("pt", "daqui a meia hora", "at 09-15 10:30"),
    ("pt", "sexta depois das 17", "after 09-18 17:00"),
    ("pt", "depois de amanhã às 9", "at 09-17 09:00"),
    ("it", "entro le 12 e mezza", "by 09-15 12:30"),
    ("it", "entro mezzogiorno e mezzo", "by 09-15 12:30"),
    ("it", "entro le dodici e mezza", "by 09-15 12:30"),
    ("it", "prima delle 12:30", "before 09-15 12:30"),
    ("it", "venerdì dopo le 17", "after 09-18 17:00"),
    ("it", "dopodomani alle 9", "at 09-17 09:00"),
    ("nl", "voor half een", "before 09-15 12:30"),
    ("nl", "om half een", "at 09-15 12:30"),
    ("nl", "uiterlijk half een", "by 09-15 12:30"),
    ("nl", "tegen half een", "at 09-15 12:30"),
    ("nl", "over een half uur", "at 09-15 10:30"),
    ("nl", "over anderhalf uur", "at 09-15 11:30"),
    ("nl", "vrijdag na vijven", "after 09-18 17:00"),
    ("tr", "12:30'a kadar", "by 09-15 12:30"),
    ("tr", "12:30a kadar", "by 09-15 12:30"),
    ("tr", "on iki buçuğa kadar", "by 09-15 12:30"),
    ("tr", "saat yarıma kadar", "by 09-15 12:30"),
    ("tr", "saat yarımda", "at 09-15 12:30"),
    ("tr", "12:30'dan önce", "before 09-15 12:30"),
    ("tr", "yarım saat içinde", "at 09-15 10:30"),
    ("ru", "до половины первого", "before 09-15 12:30"),
    ("ru", "к половине первого", "by 09-15 12:30"),
    ("ru", "в половине первого", "at 09-15 12:30"),
    ("ru", "в полпервого", "at 09-15 12:30"),
    ("ru", "до полпервого", "before 09-15 12:30"),
    ("ru", "к 12:30", "by 09-15 12:30"),
    ("ru", "не позже 12:30", "by 09-15 12:30"),
    ("ar", "قبل الساعة 12:30", "before 09-15 12:30"),
    ("ar", "قبل الساعة ١٢:٣٠", "before 09-15 12:30"),
    ("ar", "قبل الثانية عشرة والنصف", "before 09-15 12:30"),
    ("ar", "قبل الساعة الثانية عشرة والنصف", "before 09-15 12:30"),
    ("ar", "قبل 12 ونص", "before 09-15 12:30"),
    ("ar", "الساعة 12 ونصف", "at 09-15 12:30"),
    ("ar", "بحلول 12:30", "by 09-15 12:30"),
    ("hi", "साढ़े बारह बजे तक", "by 09-15 12:30"),
    ("hi", "साढ़े बारह तक", "by 09-15 12:30"),
    ("hi", "12:30 बजे तक", "by 09-15 12:30"),
    ("hi", "१२:३० बजे तक", "by 09-15 12:30"),
    ("hi", "12:30 से पहले", "before 09-15 12:30"),
    ("hi", "आधे घंटे में", "at 09-15 10:30"),
    ("hi", "डेढ़ घंटे में", "at 09-15 11:30"),
    ("ur", "ساڑھے بارہ بجے تک", "by 09-15 12:30"),
    ("ur", "ساڑھے بارہ تک", "by 09-15 12:30"),
    ("ur", "12:30 بجے تک", "by 09-15 12:30"),
    ("ur", "۱۲:۳۰ بجے تک", "by 09-15 12:30"),
    ("ur", "12:30 سے پہلے", "before 09-15 12:30"),
    ("ur", "آدھے گھنٹے میں", "at 09-15 10:30"),
    ("ur", "ڈیڑھ گھنٹے میں", "at 09-15 11:30"),
    ("zh", "12点半前", "before 09-15 12:30"),
    ("zh", "十二点半之前", "before 09-15 12:30"),
    ("zh", "中午12点半", "at 09-15 12:30"),
    ("zh", "最晚12点半", "by 09-15 12:30"),
    ("zh", "12:30前", "before 09-15 12:30"),
    ("zh", "半小时内", "at 09-15 10:30"),
    ("zh", "一个半小时后", "at 09-15 11:30"),
    ("ja", "12時半までに", "by 09-15 12:30"),
    ("ja", "十二時半までに", "by 09-15 12:30"),
    ("ja", "12:30までに", "by 09-15 12:30"),
    ("ja", "正午過ぎ", "after 09-15 12:00"),
    ("ja", "30分後", "at 09-15 10:30"),
    ("ja", "一時間半後", "at 09-15 11:30"),
    ("ja", "金曜日の5時以降", "after 09-18 17:00"),
    ("id", "sebelum setengah satu", "before 09-15 12:30"),
    ("id", "paling lambat jam setengah satu", "by 09-15 12:30"),
    ("id", "setengah jam lagi", "at 09-15 10:30"),
    ("id", "jumat setelah jam 5", "after 09-18 17:00"),
    ("id", "lusa jam 9 pagi", "at 09-17 09:00"),
]

NO_TIME = [
    "add 2 mugs and 3 totes",
    "size 42 and 10.5",
    "十二个鸡蛋",
    "less than 20 minutes",
    "two of them",
    "a 24 h deodorant",
    "R-7 rack",
]


@pytest.mark.parametrize(("language", "text", "meant"), MEANT)
def test_a_time_in_words_is_the_stretch_it_means(language: str, text: str, meant: str) -> None:
    assert brief(read(text, language)) == meant


@pytest.mark.parametrize("text", NO_TIME)
def test_counts_and_sizes_are_no_times(text: str) -> None:
    assert not [one for one in find_times(tokenize(text), grammar("en")) if one.sure]


def test_opening_hours_tell_the_half_of_the_day() -> None:
    said = find_times(tokenize("at 9:30"), grammar("en"))[0]
    assert place(said, NOW.replace(hour=7), BERLIN, hours=(time(8), time(20))).starts.hour == 9  # type: ignore[union-attr]
    assert place(said, NOW.replace(hour=7), BERLIN, hours=(time(17), time(23))).starts.hour == 21  # type: ignore[union-attr]


def test_a_skipped_hour_becomes_the_one_the_clocks_jump_to() -> None:
    when = read("on 28.3.2027 at 2:30 am")
    assert when is not None
    assert (when.starts.hour, when.starts.utcoffset().total_seconds()) == (3, 7200)  # type: ignore[union-attr]


def test_an_hour_that_comes_twice_is_the_first_and_said_to_be_doubtful() -> None:
    when = read("on 25.10.2026 at 2:30 am")
    assert when is not None
    assert when.doubtful
    assert when.starts.utcoffset().total_seconds() == 7200  # type: ignore[union-attr]


def test_the_day_is_the_one_of_the_zone() -> None:
    late = datetime(2026, 9, 15, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert read("tomorrow", now=late, zone=BERLIN).starts.day == 17  # type: ignore[union-attr]
    assert read("tomorrow", now=late, zone="Europe/Lisbon").starts.day == 17  # type: ignore[union-attr]
    assert read("tomorrow", now=late, zone="America/New_York").starts.day == 16  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("bound", "before", "on", "after"),
    [(Bound.BEFORE, True, False, False), (Bound.BY, True, True, False), (Bound.AT, False, True, False), (Bound.AFTER, False, False, True)],
)
def test_what_a_bound_allows(bound: Bound, before: bool, on: bool, after: bool) -> None:
    word = {Bound.BEFORE: "before", Bound.BY: "by", Bound.AT: "on", Bound.AFTER: "after"}[bound]
    when = read(f"{word} friday")
    assert when is not None
    friday = datetime(2026, 9, 18, 12, tzinfo=ZoneInfo(BERLIN))
    assert [when.allows(friday.replace(day=day)) for day in (17, 18, 19)] == [before, on, after]


def test_a_day_no_calendar_has_is_no_time() -> None:
    said = find_times(tokenize("on 31.4.2027"), grammar("en"))
    assert not said or place(said[0], NOW, BERLIN) is None
