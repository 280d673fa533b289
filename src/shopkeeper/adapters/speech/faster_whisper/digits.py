"""Digits said one by one, which a model trained on sentences drops and repeats: each is heard alone, and can only be one of ten.

Two ears vote: Whisper's own next word, limited to digits, and a small linear ear over Whisper's encoder (`make_digit_ear.py`).
"""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shopkeeper.adapters.speech.faster_whisper.sound import RATE

if TYPE_CHECKING:
    from shopkeeper.adapters.speech.faster_whisper.islands import Island
    from shopkeeper.adapters.speech.faster_whisper.sound import Samples

EAR = Path(__file__).parent / "digit-ear.npz"
LEAD_S = 0.25
WINDOW_FRAMES = 300
FRAMES_PER_S = 50
"""Of the encoder's output."""

FEWEST = 3
MOST = 24
MOSTLY = 0.6
LONGEST_DIGIT_S = 1.1
WHISPERS_SHARE = 0.5
SHARPNESS = 12.0

SAID = {
    "en": "zero oh o one two to too three four for five six seven eight ate nine",
    "de": "null eins zwei zwo drei vier fünf sechs sieben acht neun",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "ru": "ноль нуль один два три четыре пять шесть семь восемь девять",
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "ar": "صفر واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
    "hi": "शून्य एक दो तीन चार पाँच पांच छह छः सात आठ नौ",
    "ur": "صفر ایک دو تین چار پانچ چھ سات آٹھ نو",
}
NAMES = {"en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")}

_WORD = re.compile(r"[^\W_]+")


def looks_like_digits(text: str, language: str, islands: list[Island]) -> bool:
    """Whether a recording is short sounds between pauses and what was made of it is mostly digits."""
    words = _WORD.findall(text.casefold())
    known = set(SAID.get(language, "").split())
    digits = sum(len(word) if word.isdigit() else word in known for word in words)
    total = sum(len(word) if word.isdigit() else 1 for word in words)
    short = [island for island in islands if island[1] - island[0] <= LONGEST_DIGIT_S * RATE]
    return FEWEST <= len(islands) <= MOST and len(short) == len(islands) and bool(total) and digits / total >= MOSTLY


class DigitEar:
    """Hears one digit in the sound of one."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def hear(self, sound: Samples, tokenizer: Any, language: str) -> tuple[int, float]:
        """The digit that is said in `sound` and how sure that is, from 0 to 1."""
        import numpy as np

        encoded, vector = self.encode(sound)
        votes = self._whisper(encoded, tokenizer, language)
        ear = _ears().get(language)
        if ear is not None:
            votes = votes * WHISPERS_SHARE + _log_share((vector @ ear[:-1] + ear[-1]) * SHARPNESS)
        chances = np.exp(_log_share(votes))
        best = int(np.argmax(chances))
        return best, float(chances[best])

    def encode(self, sound: Samples) -> tuple[Any, Any]:
        """(what the encoder makes of the sound, its mean over the sound)."""
        import numpy as np

        padded = np.concatenate([np.zeros(int(LEAD_S * RATE), np.float32), sound, np.zeros(RATE * 3 // 2, np.float32)])
        features = self._model.feature_extractor(padded)[:, :WINDOW_FRAMES]
        missing = max(0, WINDOW_FRAMES - features.shape[-1])
        features = np.pad(features, ((0, 0), (0, missing)), constant_values=float(features.min()))
        encoded = self._model.encode(np.ascontiguousarray(features))
        end = int((len(sound) / RATE + LEAD_S) * FRAMES_PER_S) + 4
        return encoded, np.asarray(encoded)[0][8:end].mean(axis=0)

    def _whisper(self, encoded: Any, tokenizer: Any, language: str) -> Any:
        """The logarithm of each digit's share in what Whisper would write next."""
        import numpy as np

        prompt = self._model.get_prompt(tokenizer, tokenizer.encode(" 4, 7, 1, 9, 0, 3, 8, 2, 6, 5,"), without_timestamps=True)
        result = self._model.model.generate(
            encoded, [prompt], beam_size=1, max_length=len(prompt) + 1, return_scores=True, return_logits_vocab=True, suppress_blank=False
        )[0]
        logits = np.asarray(result.logits[0][0], dtype=np.float64)
        return _log_share(np.array([max(logits[token] for token in tokens) for tokens in _tokens(tokenizer, language)]))


def _log_share(scores: Any) -> Any:
    import numpy as np

    top = float(scores.max())
    return scores - top - math.log(float(np.exp(scores - top).sum()))


def _tokens(tokenizer: Any, language: str) -> list[list[int]]:
    """The first pieces of every way to write each digit."""
    names = NAMES.get(language)
    found: list[list[int]] = []
    for digit in range(10):
        written = [f" {digit}", f"{digit}", *((f" {names[digit]}", f" {names[digit].capitalize()}") if names else ())]
        found.append([tokenizer.encode(form)[0] for form in written])
    return found


@cache
def _ears() -> dict[str, Any]:
    """Per language a matrix: 512 weights and an offset for each digit."""
    import numpy as np

    if not EAR.is_file():
        return {}
    with np.load(EAR) as stored:
        return {str(name): np.asarray(stored[name], dtype=np.float32) for name in stored.files}
