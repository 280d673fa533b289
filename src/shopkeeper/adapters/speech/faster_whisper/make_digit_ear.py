"""Makes digit-ear.npz: ten digits in nine languages, spoken by espeak-ng in many voices, told apart by ridge regression.

No recording of a person goes into it, so it can be shipped. Needs espeak-ng (called as a program) and the speech extra:

    python -m shopkeeper.adapters.speech.faster_whisper.make_digit_ear WEIGHTS_FOLDER [LANGUAGE ...]
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from shopkeeper.adapters.speech.faster_whisper.digits import EAR, DigitEar
from shopkeeper.adapters.speech.faster_whisper.islands import leveled
from shopkeeper.adapters.speech.faster_whisper.sound import RATE, decode

if TYPE_CHECKING:
    from shopkeeper.adapters.speech.faster_whisper.sound import Samples

VOICES = {
    "en": ("en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-029"),
    "de": ("de",),
    "es": ("es", "es-419"),
    "fr": ("fr-fr", "fr-be"),
    "ru": ("ru",),
    "zh": ("cmn",),
    "ar": ("ar",),
    "hi": ("hi",),
    "ur": ("ur",),
}
VARIANTS = ("", "+m1", "+m3", "+m5", "+m7", "+f2", "+f3", "+f4", "+f5", "+Annie", "+klatt4", "+croak")
TAKES = 3
RIDGE = 300.0
TELEPHONE_HZ = 3900


def main(weights: Path, languages: list[str]) -> None:
    import numpy as np
    from faster_whisper import WhisperModel  # pyright: ignore[reportMissingTypeStubs]

    model: Any = WhisperModel(str(weights), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)
    ear = DigitEar(model)
    made: dict[str, Any] = {}
    for language in languages or list(VOICES):
        vectors, digits = _takes(ear, language)
        made[language] = _ridge(np.array(vectors), np.array(digits)).astype(np.float16)
        sys.stderr.write(f"{language}: {len(digits)} takes\n")
    kept = dict(np.load(EAR)) if EAR.is_file() else {}
    np.savez_compressed(EAR, **{**kept, **made})


def _takes(ear: DigitEar, language: str) -> tuple[list[Any], list[int]]:
    chance = random.Random(language)
    voices = VOICES[language]
    vectors: list[Any] = []
    digits: list[int] = []
    for at, variant in enumerate(VARIANTS):
        for digit in range(10):
            for take in range(TAKES):
                voice = voices[(at + take) % len(voices)]
                vectors.append(ear.encode(_take(str(digit), voice + variant, chance))[1])
                digits.append(digit)
    return vectors, digits


def _take(text: str, voice: str, chance: random.Random) -> Samples:
    """One digit in a voice of its own, now and then as over a telephone, always with some noise."""
    import numpy as np

    command = ["espeak-ng", "-v", voice, "-s", str(chance.randint(120, 200)), "-p", str(chance.randint(20, 80)), "--stdout", text]
    samples = decode(subprocess.run(command, capture_output=True, check=True).stdout)
    loud = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    samples = samples[max(0, loud[0] - 800) : loud[-1] + 800]
    if chance.random() < 0.6:
        spectrum = np.fft.rfft(samples)
        spectrum[np.fft.rfftfreq(len(samples), 1 / RATE) > TELEPHONE_HZ] = 0
        samples = np.fft.irfft(spectrum, len(samples)).astype(np.float32)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(0, 10 ** chance.uniform(-4, -1.8) * np.abs(samples).max(), len(samples))
    return leveled(samples + noise.astype(np.float32))


def _ridge(vectors: Any, digits: Any) -> Any:
    """Weights (vector length + 1, 10): one against all, over vectors that were centered and scaled."""
    import numpy as np

    mean, scale = vectors.mean(axis=0), vectors.std(axis=0) + 1e-3
    scaled = (vectors - mean) / scale
    targets = np.eye(10)[digits] - 0.1
    linear = cast("Any", np.linalg)
    solved: Any = linear.solve(scaled.T @ scaled + RIDGE * np.eye(scaled.shape[1]), scaled.T @ targets)
    weights: Any = solved / scale[:, None]
    rows: list[Any] = [weights, 0.1 - mean @ weights]
    return np.vstack(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
