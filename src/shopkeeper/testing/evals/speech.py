"""How well voice notes are heard: orders with all slots right, words of transcripts, and how long listening takes."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from shopkeeper.adapters.speech.faster_whisper.engine import Engine, Expecting
from shopkeeper.adapters.speech.faster_whisper.sound import RATE, Unreadable, decode
from shopkeeper.app.queries.spoken_words import without_repeats
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.sounding import mended, phrase_alike

COLUMNS = frozenset({"audio", "intent", "slots", "language", "transcript"})
TOLERATED = frozenset({"seconds", "speaker", "id"})
ARTICLES = frozenset({"a", "an", "the"})
"""Nobody orders by these: "a lot of sugar" is "lots of sugar"."""
LEAST_TELLING = 0.6
"""How alike words of no relation may be; only what is beyond that speaks for a value."""
LEAST_DIGITS = 3
SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
NUMBERS = {word: str(value) for value, word in enumerate(SMALL.split())} | {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50"}
SAME = {"bit": "little", "lots": "lot", "oz": "ounce", "ounces": "ounce"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a recording says: its slots, or its transcript."""

    audio: Path
    slots: Mapping[str, str]
    language: str | None
    transcript: str | None


@dataclass(slots=True)
class _Counts:
    orders: int = 0
    exact: int = 0
    right: int = 0
    found: int = 0
    wanted: int = 0
    strings: int = 0
    strings_right: int = 0
    errors: int = 0
    words: int = 0
    detected: int = 0
    named: int = 0
    unheard: int = 0
    cpu_s: float = 0.0
    audio_s: float = 0.0
    missed: list[str] = field(default_factory=list[str])


def evaluate_speech(
    engine: Engine, labels: Path, menu: Path | None = None, *, progress: Callable[[int, int], None] | None = None
) -> dict[str, float]:
    """`exact`: recordings with all slots right; `slot_f1`; `digits`: strings of digits that are right; `wer`; `rtf` of CPU on one thread.

    Without a menu the words a shop knows are the values that occur in the labels. Raises InvalidInput on unknown columns.
    """
    rows = read_labels(labels)
    known = read_menu(menu) if menu else menu_of(rows)
    hints = hints_of(known)
    counts = _Counts()
    for number, row in enumerate(rows, start=1):
        _measure(engine, row, known, hints, counts)
        if progress:
            progress(number, len(rows))
    return _figures(counts, len(rows))


def _measure(engine: Engine, row: Label, known: Mapping[str, Sequence[str]], hints: Sequence[str], counts: _Counts) -> None:
    started = time.process_time()
    text, language = "", ""
    try:
        samples = decode(row.audio.read_bytes())
        counts.audio_s += len(samples) / RATE
        heard = engine.listen(samples, Expecting(language=row.language or "en", languages=(), hints=hints))
        heard = mended(heard, [value for values in known.values() for value in values])
        text, language = heard.text, heard.language
    except Unreadable:
        counts.unheard += 1
    counts.cpu_s += time.process_time() - started
    if row.slots:
        _count_slots(row, slots_in(text, known), text, counts)
    if row.transcript is not None:
        wanted, got = plain_words(row.transcript), plain_words(text)
        if row.language in ("ja", "zh", "ko"):
            wanted, got = list("".join(wanted)), list("".join(got))
        counts.errors += Levenshtein.distance(wanted, got)
        counts.words += len(wanted)
    if row.language is not None:
        counts.named += 1
        counts.detected += row.language == language


def _count_slots(row: Label, found: Mapping[str, str], text: str, counts: _Counts) -> None:
    digits = {name: value for name, value in row.slots.items() if is_digits(value)}
    words = {name: value for name, value in row.slots.items() if name not in digits}
    spoken = digits_in(text)
    right = sum(found.get(name) == normal(value) for name, value in words.items())
    right_digits = sum(re.sub(r"\D", "", value) in spoken for value in digits.values())
    counts.strings += len(digits)
    counts.strings_right += right_digits
    counts.right += right + right_digits
    counts.found += len([name for name in found if name not in digits]) + len(digits)
    counts.wanted += len(row.slots)
    counts.orders += 1
    whole = right + right_digits == len(row.slots)
    counts.exact += whole
    if not whole:
        counts.missed.append(f"{row.audio.name}: {text!r}, wanted {dict(row.slots)}")


def _figures(counts: _Counts, rows: int) -> dict[str, float]:
    missing = float("nan")
    slots = counts.found + counts.wanted
    return {
        "recordings": float(rows),
        "exact": counts.exact / counts.orders if counts.orders else missing,
        "slot_f1": 2 * counts.right / slots if slots else missing,
        "digits": counts.strings_right / counts.strings if counts.strings else missing,
        "wer": counts.errors / counts.words if counts.words else missing,
        "language": counts.detected / counts.named if counts.named else missing,
        "unheard": counts.unheard / rows,
        "rtf": counts.cpu_s / counts.audio_s if counts.audio_s else missing,
    }


def slots_in(text: str, known: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Slot values said in `text`: those with the most words and the nearest ones first, each word used once."""
    said = normal(text).split()
    phrases = {(name, normal(value)) for name, values in known.items() for value in values}
    places = [place for name, value in sorted(phrases) for place in _places(said, name, value)]
    taken: set[int] = set()
    found: dict[str, str] = {}
    for _, at, name, value in sorted(places, key=lambda one: (-one[0], one[1].start)):
        if name not in found and taken.isdisjoint(at):
            found[name] = value
            taken.update(at)
    return found


def _places(said: Sequence[str], name: str, value: str) -> Iterator[tuple[float, range, str, str]]:
    """Where a value, or something that sounds like it, is said; with how much that tells: more words tell more."""
    wanted = value.split()
    for start in range(len(said) - len(wanted) + 1):
        at = range(start, start + len(wanted))
        score = phrase_alike(said[start : at.stop], wanted) if wanted else 0.0
        if score:
            yield len(wanted) * (score - LEAST_TELLING), at, name, value


def plain_words(text: str) -> list[str]:
    """Folded words with numbers as digits and the few words that mean the same as one."""
    words = [fold(word) for word in _WORD.findall(text)]
    return [SAME.get(word, NUMBERS.get(word, word)) for word in words]


def normal(value: str) -> str:
    return " ".join(word for word in plain_words(value) if word not in ARTICLES)


def is_digits(value: str) -> bool:
    digits = "".join(plain_words(value))
    return digits.isdigit() and len(digits) >= LEAST_DIGITS


def digits_in(text: str) -> set[str]:
    """Every run of digits in a transcript, spoken ones included."""
    joined = "".join(word if word.isdigit() else " " for word in plain_words(text))
    return {run for run in joined.split() if run}


def hints_of(known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The fewest values that hold every word of the menu, longest first."""
    values = sorted(
        {value for several in known.values() for value in several if not is_digits(value)}, key=lambda one: (-len(one.split()), one)
    )
    return without_repeats(values)


def menu_of(rows: Iterable[Label]) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for row in rows:
        for name, value in row.slots.items():
            if not is_digits(value) and value not in known.setdefault(name, []):
                known[name].append(value)
    return known


def read_menu(path: Path) -> dict[str, list[str]]:
    """JSON lines: {"slot": "size", "values": ["small", ..]}, one {"slot", "value"} each, or {"size": ["small", ..], ..}."""
    known: dict[str, list[str]] = {}
    for number, row in _rows(path):
        named = row.get("slot") or row.get("name")
        if isinstance(named, str):
            values = [*_texts(row.get("values")), *_texts(row.get("value")), *_texts(row.get("words")), *_texts(row.get("synonyms"))]
            known.setdefault(named, []).extend(values)
            continue
        several = {name: _texts(values) for name, values in row.items()}
        if not any(several.values()):
            raise InvalidInput("menu", f"{path.name}, line {number}: write {{'slot': name, 'values': [..]}}")
        for name, values in several.items():
            known.setdefault(name, []).extend(values)
    return known


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [one for one in as_sequence(value) if isinstance(one, str)]


def read_labels(path: Path) -> list[Label]:
    found: list[Label] = []
    for number, row in _rows(path):
        unknown = sorted(row.keys() - COLUMNS - TOLERATED)
        if unknown or not isinstance(row.get("audio"), str):
            raise InvalidInput(
                "unknown_columns", f"{path.name}, line {number}: unknown columns {unknown}, or no audio; known: {sorted(COLUMNS)}"
            )
        language, transcript = row.get("language"), row.get("transcript")
        found.append(
            Label(
                audio=path.parent / str(row["audio"]),
                slots={name: str(value) for name, value in as_mapping(row.get("slots")).items()},
                language=language if isinstance(language, str) else None,
                transcript=transcript if isinstance(transcript, str) else None,
            )
        )
    if not found:
        raise InvalidInput("no_rows", f"{path.name}: no rows")
    return found


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield number, as_mapping(json.loads(line))
        except ValueError as error:
            raise InvalidInput("json", f"{path.name}, line {number}: no JSON object") from error
