"""Uploads as sound: every format a browser or messenger records, and what hostile or broken files come to."""

from __future__ import annotations

import importlib.util
import io
import wave
from collections.abc import Callable
from typing import Any, cast

import pytest

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("av", "numpy", "faster_whisper")), reason="needs the extra 'speech'"
)

from shopkeeper.adapters.speech.faster_whisper.sound import RATE, Limits, Unreadable, container_of, decode  # noqa: E402
from shopkeeper.ports.speech_to_text import Unheard  # noqa: E402

FORMS = [
    ("ogg", "libopus"),
    ("webm", "libopus"),
    ("mp3", "libmp3lame"),
    ("mp4", "aac"),
    ("wav", "pcm_s16le"),
    ("adts", "aac"),
    ("flac", "flac"),
]


def tone(seconds: float, rate: int = 48_000) -> Any:
    import numpy as np

    return (np.sin(np.arange(int(seconds * rate)) * 2 * np.pi * 220 / rate) * 12_000).astype(np.int16)


def encoded(form: str, codec: str, seconds: float = 2.0, rate: int = 48_000) -> bytes:
    import av

    jar = io.BytesIO()
    with cast("Any", av.open(jar, "w", format=form)) as out:
        stream = out.add_stream(codec, rate=rate, layout="mono")
        size = stream.codec_context.frame_size or 1024
        resampler = av.AudioResampler(format=stream.format.name, layout="mono", rate=rate, frame_size=size)
        frame = av.AudioFrame.from_ndarray(tone(seconds, rate).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = rate
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return jar.getvalue()


def waved(frames: bytes, *, rate: int = 16_000, width: int = 2, channels: int = 1) -> bytes:
    jar = io.BytesIO()
    with wave.open(jar, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(rate)
        out.writeframes(frames)
    return jar.getvalue()


def refused(data: bytes, limits: Limits | None = None) -> Unheard:
    with pytest.raises(Unreadable) as caught:
        decode(data, limits)
    return caught.value.reason


@pytest.mark.parametrize(("form", "codec"), FORMS)
def test_every_format_becomes_mono_at_16_khz(form: str, codec: str) -> None:
    samples = decode(encoded(form, codec))
    assert abs(len(samples) / RATE - 2.0) < 0.15
    assert samples.ndim == 1
    assert 0.05 < float(abs(samples).max()) <= 1.0


def test_eight_bits_and_stereo_are_understood() -> None:
    import numpy as np

    low = waved(((tone(1, 8_000) >> 8) + 128).astype(np.uint8).tobytes(), rate=8_000, width=1)
    wide = waved(np.repeat(tone(1, 48_000), 2).tobytes(), rate=48_000, channels=2)
    assert [round(len(decode(data)) / RATE, 1) for data in (low, wide)] == [1.0, 1.0]


def test_the_name_of_the_format_is_taken_from_the_content() -> None:
    assert container_of(b"#EXTM3U\nfile:///etc/passwd") is None
    assert refused(b"#EXTM3U\nfile:///etc/passwd\n" * 50) is Unheard.UNKNOWN
    assert refused(b"GIF89a" + b"\x00" * 500) is Unheard.UNKNOWN
    assert refused(b"") is Unheard.UNKNOWN


def test_torn_and_hollow_files_are_refused_or_heard_as_far_as_they_go() -> None:
    whole = encoded("ogg", "libopus", 4.0)
    assert 0.5 < len(decode(whole[: len(whole) // 2])) / RATE < 3.5
    assert refused(whole[:120]) is Unheard.BROKEN
    assert refused(b"OggS" + b"\xff" * 4_000) is Unheard.BROKEN
    assert refused(b"\x1aE\xdf\xa3" + b"\x00" * 4_000) is Unheard.BROKEN
    assert refused(waved(b"")) is Unheard.BROKEN


def test_three_hours_are_refused_before_they_are_decoded(yardsticks: Callable[[Callable[[], object]], float]) -> None:
    import resource

    long = waved(b"\x00" * (1_000 * 3_600 * 3), rate=1_000, width=1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(long) is Unheard.TOO_LONG
    assert yardsticks(lambda: refused(long)) < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000
    assert refused(encoded("webm", "libopus", 4.0), Limits(longest_s=2.0)) is Unheard.TOO_LONG
    assert refused(b"RIFF" + b"\x00" * 4 + b"WAVE" + b"\x00" * 2_000, Limits(most_bytes=1_000)) is Unheard.TOO_LARGE
