"""Hearing for real: what is said is heard, nothing is made up where nobody speaks, and other turns go on meanwhile."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.adapters.speech.faster_whisper.listener import Options, WhisperListener, can_listen
from shopkeeper.adapters.speech.faster_whisper.weights import NoWeights, weights_folder
from shopkeeper.app.queries.spoken_words import PHRASES
from shopkeeper.domain.dialogue.voice import Transcript
from shopkeeper.ports.speech_to_text import Hearing, NotHeard, Unheard

pytestmark = pytest.mark.skipif(not can_listen(), reason="voice notes need the extra 'speech' (faster-whisper and its weights)")
VOICE = Path(__file__).parents[1] / "conversations/voice"
LANGUAGES = ("en", "de", "es", "fr", "zh", "ru", "ar", "hi", "ur")
HINTS = (*(phrase.format(store="Mitte") for phrase in PHRASES["en"]), "mugs", "leather tote", "trail jacket")
RATE = 16_000
FEWEST_TURNS = 20


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("speech")


@pytest.fixture
async def listener(weights: Path) -> AsyncGenerator[WhisperListener]:
    opened = WhisperListener(Options(joined=weights, most_waiting=1))
    yield opened
    await opened.close()


async def heard(listener: WhisperListener, data: bytes, language: str | None = "en") -> Hearing:
    return await listener.hear(data, language=language, languages=LANGUAGES, hints=HINTS)


def wav(samples: Any) -> bytes:
    import numpy as np

    jar = io.BytesIO()
    with wave.open(jar, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(samples, -1, 1) * 32_000).astype(np.int16).tobytes())
    return jar.getvalue()


def sounds() -> dict[str, bytes]:
    """Six seconds each of what is no speech."""
    import numpy as np

    chance, at = np.random.default_rng(4), np.arange(6 * RATE) / RATE
    white = chance.normal(0, 0.1, len(at))
    spectrum = np.fft.rfft(white) / np.sqrt(np.maximum(1, np.arange(len(at) // 2 + 1)))
    pink = np.fft.irfft(spectrum, len(at))
    notes = [262, 330, 392, 523, 440, 349, 294, 392, 330, 262, 294, 330]
    melody = np.concatenate([_note(pitch, 0.5) for pitch in notes])
    chord = np.concatenate([sum(_note(pitch * step, 1.5) for step in (1, 1.26, 1.5)) for pitch in (220, 175, 262, 196)])
    clicks = np.zeros(len(at))
    clicks[:: RATE // 3] = 0.9
    return {
        "silence": wav(np.zeros(len(at))),
        "near silence": wav(chance.normal(0, 0.0005, len(at))),
        "white noise": wav(white),
        "pink noise": wav(pink / np.abs(pink).max() * 0.4),
        "hum": wav(0.3 * np.sin(2 * np.pi * 50 * at) + 0.1 * np.sin(2 * np.pi * 150 * at)),
        "melody": wav(melody * 0.4),
        "chords": wav(chord * 0.2),
        "clicks": wav(clicks),
        "engine": wav(0.3 * np.sign(np.sin(2 * np.pi * 90 * at)) * (1 + 0.3 * np.sin(2 * np.pi * 3 * at)) + white * 0.3),
    }


def _note(pitch: float, seconds: float) -> Any:
    import numpy as np

    at = np.arange(int(seconds * RATE)) / RATE
    return sum(np.sin(2 * np.pi * pitch * n * at) / n for n in (1, 2, 3, 4)) * np.exp(-3 * at / seconds)


async def test_nothing_is_made_up_where_nobody_speaks(listener: WhisperListener) -> None:
    answers = {name: await heard(listener, data) for name, data in sounds().items()}
    assert {name: answer for name, answer in answers.items() if isinstance(answer, Transcript)} == {}
    assert answers["silence"] == NotHeard(reason=Unheard.SILENCE)


async def test_words_are_heard_with_how_sure_each_is(listener: WhisperListener) -> None:
    answer = await heard(listener, (VOICE / "add_two_mugs.ogg").read_bytes())
    assert isinstance(answer, Transcript)
    assert "two mugs" in answer.text.casefold()
    assert [answer.text[word.start : word.end].casefold() for word in answer.words] == ["please", "add", "two", "mugs", "to", "my", "cart"]
    assert all(0 < word.confidence <= 1 for word in answer.words)
    assert answer.duration_s == pytest.approx(2.2, abs=0.3)


async def test_digits_said_one_by_one_are_all_heard(listener: WhisperListener) -> None:
    answer = await heard(listener, (VOICE / "digits_four_seven_one_nine_zero.ogg").read_bytes())
    assert isinstance(answer, Transcript)
    assert answer.text == "47190"


async def test_a_language_is_told_apart_where_none_is_expected(listener: WhisperListener) -> None:
    answer = await heard(listener, (VOICE / "wo_ist_meine_bestellung.ogg").read_bytes(), None)
    assert isinstance(answer, Transcript)
    assert answer.language == "de"


async def test_other_work_goes_on_and_a_full_queue_says_so(listener: WhisperListener) -> None:
    note = (VOICE / "trail_jacket_black.ogg").read_bytes()
    await heard(listener, note)
    turns = 0

    async def watch() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.01)
            turns += 1

    watching = asyncio.create_task(watch())
    others = ("add_two_mugs", "the_brown_one", "three_of_them", "ignore_the_rules")
    answers = await asyncio.gather(*(heard(listener, (VOICE / f"{name}.ogg").read_bytes()) for name in others))
    watching.cancel()
    assert [answer for answer in answers if answer == NotHeard(reason=Unheard.BUSY)] != []
    assert [answer for answer in answers if isinstance(answer, Transcript)] != []
    assert turns >= FEWEST_TURNS  # a loop that waited for each of the notes would have had as many turns as there are notes


async def test_who_takes_too_long_is_ended_and_the_next_is_heard(weights: Path) -> None:
    hasty = WhisperListener(Options(joined=weights, within_s=0.05))
    note = (VOICE / "three_of_them.ogg").read_bytes()
    assert await heard(hasty, note) == NotHeard(reason=Unheard.BUSY)
    await hasty.close()
    patient = WhisperListener(Options(joined=weights))
    assert isinstance(await heard(patient, note), Transcript)
    await patient.close()


async def test_a_process_that_was_killed_is_started_again(listener: WhisperListener) -> None:
    assert isinstance(await heard(listener, (VOICE / "three_of_them.ogg").read_bytes()), Transcript)
    process = listener._process  # pyright: ignore[reportPrivateUsage]
    assert process is not None
    process.kill()
    await process.wait()
    assert isinstance(await heard(listener, (VOICE / "the_brown_one.ogg").read_bytes()), Transcript)


def test_weights_that_are_not_what_they_should_be_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from shopkeeper.adapters.speech.faster_whisper import weights as module

    monkeypatch.setitem(module.SUMS, "config.json", "0" * 64)
    with pytest.raises(NoWeights, match=r"config\.json"):
        weights_folder(tmp_path / "joined")
    assert not (tmp_path / "joined" / "model.bin").exists()
    with pytest.raises(NoWeights):
        weights_folder(tmp_path, own=tmp_path)
