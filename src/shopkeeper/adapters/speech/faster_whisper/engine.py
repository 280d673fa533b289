"""Whisper on one thread: every window of voice is encoded once, its language weighed, its words written and each of them rated."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shopkeeper.adapters.speech.faster_whisper.digits import DigitEar, looks_like_digits
from shopkeeper.adapters.speech.faster_whisper.islands import Island, islands_of, leveled, sound_of, windows_of
from shopkeeper.adapters.speech.faster_whisper.sound import RATE, Unreadable
from shopkeeper.domain.dialogue.voice import Transcript, Word
from shopkeeper.ports.speech_to_text import Unheard

if TYPE_CHECKING:
    from shopkeeper.adapters.speech.faster_whisper.sound import Samples

LONGEST_WINDOW_S = 28.0
LONGEST_PAUSE_S = 0.6
TAIL_S = 1.5
SHORTEST_WINDOW_S = 6.0
FRAMES_PER_S = 100
"""Whisper is trained on windows of 30 s; a shorter one with some silence behind it is understood as well and costs far less."""

HINT_TOKENS = 200
TOKENS_PER_S = {"hi": 22.0, "ur": 22.0, "ar": 14.0, "ru": 12.0, "zh": 12.0}
USUAL_TOKENS_PER_S = 9.0
EXTRA_TOKENS = 12
"""Nobody speaks faster: what would be written beyond this is the model talking to itself."""

EXPECTED = 12.0
"""How much likelier than each other language of the shop the expected one is, before anything is heard."""

DOUBTFUL = -0.7
ACCENT = 0.2
"""How much less likely, in the logarithm of a piece's chance, the expected language may be and still be believed."""

NOBODY = 0.6
UNLIKELY = -1.0
"""No speech by the model's own doubt, where its words are unlikely too."""
HOPELESS = -1.6
REPEATING = 2.6
SAID_TWICE = 6
"""So many words in the same order a second time are the model in a loop."""
SHORTEST_SENTENCE = 4
AGREES = 0.6
KIN = 0.35
"""How alike (0 to 1) what is heard with hints and without must be, in a loop and at all: anything less was made up of the hints."""
ANCHOR = 4
FEWEST_MISSED = 2
"""So many letters alike show where two tries say the same; so many words before that were left out by the one with hints."""
FEWER_HINTS = (12, 4)
"""Many hints may start a loop; a stretch that loops is asked again with these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expecting:
    """What is likely to be said: in `language` (None: nobody knows), else in one of `languages`, and some of `hints`, likeliest first."""

    language: str | None
    languages: Sequence[str]
    hints: Sequence[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model wrote for one stretch of speech: words with their chances, and its doubt that anybody spoke."""

    text: str
    language: str
    words: tuple[tuple[str, float], ...]
    likelihood: float
    nobody: float


class Engine:
    """Loads in a second or two; `listen` blocks, one call at a time."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        from faster_whisper import WhisperModel  # pyright: ignore[reportMissingTypeStubs]

        self._model: Any = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True)
        self._digits = DigitEar(self._model)

    def listen(self, samples: Samples, expecting: Expecting) -> Transcript:
        """What is said in mono samples at 16 kHz. Raises Unreadable when nothing is, or nothing that can be relied on."""
        voice = leveled(samples)
        islands = islands_of(voice)
        gap = int(LONGEST_PAUSE_S * RATE)
        heard: list[Heard] = []
        for window in windows_of(islands, int(LONGEST_WINDOW_S * RATE), gap):
            spoken = heard[0].language if heard else None
            one = self._window(voice, window, spoken, expecting)
            if one is not None:
                heard.append(one)
        if not heard:
            raise Unreadable(Unheard.NO_SPEECH)
        if all(one.likelihood < HOPELESS for one in heard):
            raise Unreadable(Unheard.UNCLEAR)
        return _transcript(heard, len(samples) / RATE)

    def _window(self, voice: Samples, window: list[Island], spoken: str | None, expecting: Expecting) -> Heard | None:
        sound = sound_of(voice, window, int(LONGEST_PAUSE_S * RATE))
        encoded = self._encode(sound)
        seconds = len(sound) / RATE
        heard = self._write(encoded, spoken or self._language(encoded, expecting), expecting.hints, seconds)
        if expecting.language not in (None, heard.language) and spoken is None and heard.likelihood < DOUBTFUL:
            # An accent is easily taken for another language: what was expected gets its own try.
            other = self._write(encoded, expecting.language, expecting.hints, seconds)
            heard = other if other.likelihood > heard.likelihood - ACCENT else heard
        if expecting.hints:
            plain = self._write(encoded, heard.language, (), seconds)
            if is_looping(heard.text):
                fewer = [self._write(encoded, heard.language, expecting.hints[:few], seconds) for few in FEWER_HINTS]
                heard = agreeing([once(one) for one in (heard, *fewer, plain)], AGREES)
            heard = with_beginning(agreeing([heard, once(plain)], KIN), once(plain))
        if looks_like_digits(heard.text, heard.language, window):
            heard = self._spell(voice, window, heard)
        return heard if _is_credible(heard, seconds) else None

    def _encode(self, sound: Samples) -> Any:
        import numpy as np

        longest = int(LONGEST_WINDOW_S + TAIL_S)
        seconds = min(longest, max(SHORTEST_WINDOW_S, len(sound) / RATE + TAIL_S))
        features = self._model.feature_extractor(np.pad(sound, (0, int(TAIL_S * RATE))))
        frames = int(seconds * FRAMES_PER_S) // 2 * 2
        missing = max(0, frames - features.shape[-1])
        padded = np.pad(features[:, :frames], ((0, 0), (0, missing)), constant_values=float(features.min()))
        return self._model.encode(np.ascontiguousarray(padded))

    def _language(self, encoded: Any, expecting: Expecting) -> str:
        """The likeliest of the languages spoken here; the expected one is believed until another is far likelier."""
        found = {str(token)[2:-2]: float(chance) for token, chance in self._model.model.detect_language(encoded)[0]}
        expected = expecting.language
        spoken_here = dict.fromkeys((*expecting.languages, *((expected,) if expected else ())))
        wanted = [code for code in spoken_here if code in found] or list(found)
        return max(wanted, key=lambda code: found[code] * (EXPECTED if code == expected else 1.0))

    def _write(self, encoded: Any, language: str, hints: Sequence[str], seconds: float) -> Heard:
        tokenizer = self._tokenizer(language)
        prompt = self._model.get_prompt(tokenizer, self._hinted(tokenizer, hints), without_timestamps=True)
        most = int(seconds * TOKENS_PER_S.get(language, USUAL_TOKENS_PER_S)) + EXTRA_TOKENS
        result = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=1,
            max_length=min(448, len(prompt) + most),
            return_scores=True,
            return_logits_vocab=True,
            return_no_speech_prob=True,
        )[0]
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        chances = _chances(result.logits[0], result.sequences_ids[0])
        return Heard(
            text=str(tokenizer.decode(tokens)).strip(),
            language=language,
            words=_words(tokenizer, tokens, chances),
            likelihood=sum(chances) / len(chances) if chances else -9.0,
            nobody=float(result.no_speech_prob),
        )

    def _spell(self, voice: Samples, window: list[Island], heard: Heard) -> Heard:
        """A string of digits, one for every short sound; written together, as it is typed."""
        tokenizer = self._tokenizer(heard.language)
        spelled = [self._digits.hear(voice[start:end], tokenizer, heard.language) for start, end in window]
        words = tuple((str(digit), chance) for digit, chance in spelled)
        likelihood = sum(math.log(max(chance, 1e-6)) for _, chance in spelled) / len(spelled)
        return replace(heard, text="".join(digit for digit, _ in words), words=words, likelihood=likelihood)

    def _hinted(self, tokenizer: Any, hints: Sequence[str]) -> list[int]:
        """As many hints as fit; the likeliest stand last, closest to what is said."""
        kept: list[str] = []
        count = 0
        for hint in hints:
            count += len(tokenizer.encode(f" {hint},"))
            if count > HINT_TOKENS:
                break
            kept.append(hint)
        return tokenizer.encode(" " + ", ".join(reversed(kept)) + ".") if kept else []

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer  # pyright: ignore[reportMissingTypeStubs]

        return Tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=language)


def _chances(logits: Sequence[Any], tokens: Sequence[int]) -> list[float]:
    """The logarithm of each token's probability among all that could have stood there."""
    import numpy as np

    found: list[float] = []
    for step, token in zip(logits, tokens, strict=False):
        row = np.asarray(step, dtype=np.float32).astype(np.float64)
        top = float(row.max())
        found.append(float(row[token]) - top - math.log(float(np.exp(row - top).sum())))
    return found


def _words(tokenizer: Any, tokens: Sequence[int], chances: Sequence[float]) -> tuple[tuple[str, float], ...]:
    """Words with the chance of their least certain piece."""
    if not tokens:
        return ()
    texts, pieces = tokenizer.split_to_word_tokens([*tokens, tokenizer.eot])
    found: list[tuple[str, float]] = []
    at = 0
    for text, piece in zip(texts, pieces, strict=True):
        rated = chances[at : at + len(piece)]
        at += len(piece)
        word = str(text).strip()
        if any(char.isalnum() for char in word) and rated and piece[0] < tokenizer.eot:
            found.append((word, math.exp(min(rated))))
    return tuple(found)


def _is_credible(heard: Heard, seconds: float) -> bool:
    """Whether somebody said this, rather than the model having made it up over noise."""
    if not any(char.isalnum() for char in heard.text):
        return False
    if heard.nobody > NOBODY and heard.likelihood < UNLIKELY:
        return False
    return not _is_compressible(heard.text)


def is_looping(text: str) -> bool:
    """Whether a text says the same thing over and over, or a long thing twice."""
    return _second_time(text) is not None or _is_compressible(text)


def _second_time(text: str) -> int | None:
    """The character at which a text begins to say again what it said before."""
    words = list(re.finditer(r"\S+", text.casefold()))
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - SAID_TWICE + 1):
        run = tuple(word[0].strip(",.!?") for word in words[at : at + SAID_TWICE])
        first = seen.setdefault(run, at)
        if first < at:
            return words[at].start() if at - first >= SHORTEST_SENTENCE else None
    return None


def once(heard: Heard) -> Heard:
    """A loop cut where it begins anew. One of a word or two is left as it is: there is nothing in it to be kept."""
    end = _second_time(heard.text)
    return heard if end is None else _first_part(heard, end)


def _first_part(heard: Heard, end: int) -> Heard:
    """What was heard up to a character, with the words that lie in it."""
    text = heard.text[:end].rstrip(" ,")
    kept, at = list[tuple[str, float]](), 0
    for word, chance in heard.words:
        at = text.find(word, at)
        if at < 0:
            break
        kept.append((word, chance))
        at += len(word)
    return replace(heard, text=text, words=tuple(kept))


def agreeing(tries: Sequence[Heard], least: float) -> Heard:
    """The try with the most hints that is near enough to the one without any: a hint may be heard, not made up."""
    plain = tries[-1]
    return next((one for one in tries if SequenceMatcher(None, one.text.casefold(), plain.text.casefold()).ratio() >= least), plain)


def with_beginning(hinted: Heard, plain: Heard) -> Heard:
    """`hinted` with the first words put back that only `plain` has: hints that end alike lead the model to go on behind them."""
    heard, said = _letters(hinted.text), _letters(plain.text)
    blocks = SequenceMatcher(None, "".join(letter for letter, _ in heard), "".join(letter for letter, _ in said), autojunk=False)
    match = next((block for block in blocks.get_matching_blocks() if block.size >= ANCHOR), None)
    if match is None or match.a > 0:
        return hinted
    begins = plain.text.rfind(" ", 0, said[match.b][1]) + 1
    missed = _first_part(plain, begins)
    if len(missed.words) < FEWEST_MISSED:
        return hinted
    return replace(hinted, text=f"{plain.text[:begins]}{hinted.text}", words=(*missed.words, *hinted.words))


def _letters(text: str) -> list[tuple[str, int]]:
    """Letters and figures with where they stand, so that "pick up" and "pickup" are the same."""
    return [(char, at) for at, char in enumerate(text.casefold()) if char.isalnum()]


def _is_compressible(text: str) -> bool:
    raw = text.encode()
    return len(raw) >= 40 and len(raw) / len(zlib.compress(raw)) >= REPEATING


def _transcript(heard: Sequence[Heard], duration_s: float) -> Transcript:
    text = " ".join(one.text for one in heard)
    words: list[Word] = []
    at = 0
    for word, chance in (word for one in heard for word in one.words):
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            words.append(Word(start=start, end=at, confidence=round(chance, 3)))
    likelihood = sum(one.likelihood for one in heard) / len(heard)
    return Transcript(
        text=text,
        language=heard[0].language,
        confidence=round(math.exp(min(0.0, likelihood)), 3),
        duration_s=round(duration_s, 2),
        words=tuple(words),
    )
