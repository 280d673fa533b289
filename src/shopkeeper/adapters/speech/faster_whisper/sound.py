"""From an uploaded file to sound that is safe to listen to: known format, sane length, mono at 16 kHz."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from shopkeeper.ports.speech_to_text import Unheard

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

RATE = 16_000
MOST_BYTES = 16_000_000
LONGEST_S = 120.0
SHORTEST_S = 0.15
MOST_PACKETS = 200_000
"""Packets read of one file: many that hold nothing are an attack on patience."""


class Unreadable(Exception):
    """`reason` says why the file cannot be listened to."""

    def __init__(self, reason: Unheard) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    most_bytes: int = MOST_BYTES
    longest_s: float = LONGEST_S


def container_of(data: bytes) -> str | None:
    """The demuxer for what `data` holds, by its first bytes. What the file calls itself does not matter.

    Naming the demuxer keeps FFmpeg from guessing: playlists and other formats that open further files are never tried.
    """
    head = data[:16]
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "wav"
    if head[:4] == b"OggS":
        return "ogg"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "matroska"
    if head[4:8] == b"ftyp":
        return "mov"
    if head[:4] == b"fLaC":
        return "flac"
    return _mpeg(data)


def _mpeg(data: bytes) -> str | None:
    if data[:3] == b"ID3":
        return "mp3"
    if len(data) < 2 or data[0] != 0xFF:
        return None
    if data[1] & 0xF6 == 0xF0:
        return "aac"
    return "mp3" if data[1] & 0xE0 == 0xE0 and data[1] & 0x06 else None


def decode(data: bytes, limits: Limits | None = None) -> Samples:
    """Mono samples from -1 to 1 at 16 kHz. Raises Unreadable for whatever is no voice note; never decodes much more than allowed."""
    allowed = limits or Limits()
    if len(data) > allowed.most_bytes:
        raise Unreadable(Unheard.TOO_LARGE)
    kind = container_of(data)
    if kind is None:
        raise Unreadable(Unheard.UNKNOWN)
    from av import error as av_error

    try:
        samples = _decoded(data, kind, allowed.longest_s)
    except (av_error.FFmpegError, ValueError, ArithmeticError, MemoryError, RuntimeError) as error:
        # What hostile bytes make a decoder raise besides these ends the listening process, which means the same.
        raise Unreadable(Unheard.BROKEN) from error
    if len(samples) < SHORTEST_S * RATE:
        raise Unreadable(Unheard.BROKEN if not len(samples) else Unheard.SILENCE)
    return samples


def as_wav(samples: Samples) -> bytes:
    """Mono, 16 kHz, 16 bit."""
    jar = io.BytesIO()
    with wave.open(jar, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples.clip(-1, 1) * 32767).astype("<i2").tobytes())
    return jar.getvalue()


def _decoded(data: bytes, kind: str, longest_s: float) -> Samples:
    import av
    import numpy as np

    pieces: list[Any] = []
    count, most = 0, int(longest_s * RATE)
    with av.open(io.BytesIO(data), mode="r", format=kind, metadata_errors="ignore") as opened:
        container = cast("Any", opened)
        if not container.streams.audio:
            raise Unreadable(Unheard.UNKNOWN)
        if container.duration and container.duration / 1_000_000 > longest_s + 1:
            raise Unreadable(Unheard.TOO_LONG)
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in _frames(container):
            for piece in resampler.resample(frame):
                pieces.append(piece.to_ndarray().reshape(-1))
                count += len(pieces[-1])
            if count > most:
                raise Unreadable(Unheard.TOO_LONG)
        if pieces:
            pieces.extend(piece.to_ndarray().reshape(-1) for piece in resampler.resample(None))
    if not pieces:
        raise Unreadable(Unheard.BROKEN)
    return np.concatenate(pieces).astype(np.float32) / 32768.0


def _frames(container: Any) -> Any:
    """Frames as long as they can be decoded; a packet that cannot be is left out, and a torn end ends them."""
    from av import error as av_error

    packets = container.demux(audio=0)
    for _ in range(MOST_PACKETS):
        try:
            packet = next(packets)
        except (StopIteration, av_error.FFmpegError):
            return
        try:
            yield from packet.decode()
        except av_error.InvalidDataError:
            continue
