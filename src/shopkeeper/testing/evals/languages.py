"""How often the language of a sentence, or of its first words, is told right among the languages a shop knows."""

from __future__ import annotations

import csv
import statistics
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.domain.core.outcome import InvalidInput

LENGTHS = (0, 8, 4)
"""Words kept of a sentence; 0 = all of it."""
NO_SPACES = frozenset({"zh", "ja", "th"})
CHARACTERS_PER_WORD = 2
SLOWEST = 0.95
_CODES = {
    "arb": "ar", "deu": "de", "eng": "en", "spa": "es", "fra": "fr", "hin": "hi", "ind": "id", "ita": "it", "jpn": "ja", "nld": "nl",
    "por": "pt", "rus": "ru", "tur": "tr", "urd": "ur", "zho": "zh", "ukr": "uk", "pol": "pl", "ben": "bn", "tha": "th", "kor": "ko",
    "vie": "vi", "swh": "sw",
    "pan": "pa", "pes": "fa", "swe": "sv", "ces": "cs", "ell": "el", "heb": "he", "tam": "ta", "tel": "te",
}  # fmt: skip


def read_sentences(path: Path) -> list[tuple[str, str]]:
    """(language, text) of each row. A language is a code of two or three letters, with or without its script ("deu_Latn")."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        missing = {"lang", "text"} - set(rows.fieldnames or ())
        if missing:
            raise InvalidInput("unknown_columns", f"{path.name}: missing columns {sorted(missing)}; a row needs lang and text")
        return [(_code(row["lang"]), row["text"]) for row in rows]


def _code(language: str) -> str:
    plain = language.split("_", maxsplit=1)[0].split("-", maxsplit=1)[0].lower()
    return _CODES.get(plain, plain)


def cut(text: str, language: str, words: int) -> str:
    """The first `words` words; where no spaces are written, that many times two characters."""
    if not words:
        return text
    return text[: words * CHARACTERS_PER_WORD] if language in NO_SPACES else " ".join(text.split()[:words])


def measure_languages(detector: LanguageDetector, sentences: Sequence[tuple[str, str]], *, prior: str) -> dict[str, float]:
    """Shares told right at full length, 8 words and 4 words, and the time of a guess."""
    figures: dict[str, float] = {"sentences": len(sentences)}
    times: list[float] = []
    for words in LENGTHS:
        right: defaultdict[str, list[bool]] = defaultdict(list)
        for language, text in sentences:
            started = time.perf_counter()
            told = detector.identify(cut(text, language, words), prior=prior)
            times.append((time.perf_counter() - started) * 1000)
            right[language].append(told == language)
        figures[f"accuracy_{words or 'full'}"] = round(_share(right), 4)
    times.sort()
    slowest = times[int(len(times) * SLOWEST)] if times else 0.0
    return {
        **figures,
        "p50_ms": round(statistics.median(times or [0.0]), 3),
        "p95_ms": round(slowest, 3),
    }


def _share(right: Mapping[str, Sequence[bool]]) -> float:
    told = [one for several in right.values() for one in several]
    return sum(told) / len(told) if told else 0.0
