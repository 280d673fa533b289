"""Where somebody speaks in a recording: islands of voice between pauses, or the reason why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from shopkeeper.adapters.speech.faster_whisper.sound import RATE, Unreadable
from shopkeeper.ports.speech_to_text import Unheard

if TYPE_CHECKING:
    from shopkeeper.adapters.speech.faster_whisper.sound import Samples

SILENT = 0.002
"""Loudest 30 ms (root mean square) below which a recording is silent: about -54 dB."""
QUIET = 0.05
"""A softer voice is raised to about this before anything listens to it."""
LOUDEST_GAIN = 20.0
FRAME = RATE * 30 // 1000
SURE_OF_VOICE = 0.5
LEAST_VOICE_S = 0.12
PAUSE_MS = 160
EDGE_MS = 120

Island = tuple[int, int]


def leveled(samples: Samples) -> Samples:
    """The same with a soft voice made louder and no direct current. Raises Unreadable for silence."""
    import numpy as np

    centered = (samples - np.mean(samples)).astype(np.float32)
    loudest = float(np.max(_levels(centered)))
    if loudest < SILENT:
        raise Unreadable(Unheard.SILENCE)
    return (centered * min(LOUDEST_GAIN, max(1.0, QUIET / loudest))).astype(np.float32)


def _levels(samples: Samples) -> Samples:
    import numpy as np

    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME) if len(samples) >= FRAME else samples.reshape(1, -1)
    return np.sqrt(np.mean(frames**2, axis=1))


def islands_of(samples: Samples) -> list[Island]:
    """Half-open ranges of samples in which somebody speaks, in order. Raises Unreadable when nobody does."""
    from faster_whisper import vad  # pyright: ignore[reportMissingTypeStubs]

    options = vad.VadOptions(
        threshold=SURE_OF_VOICE, min_speech_duration_ms=int(LEAST_VOICE_S * 1000), min_silence_duration_ms=PAUSE_MS, speech_pad_ms=EDGE_MS
    )
    found = cast("Any", vad).get_speech_timestamps(samples, options)
    if not found:
        raise Unreadable(Unheard.NO_SPEECH)
    return [(int(one["start"]), int(one["end"])) for one in found]


def windows_of(islands: list[Island], longest: int, gap: int) -> list[list[Island]]:
    """Islands put together as far as `longest` samples go, pauses over `gap` counted as `gap`; one that is longer is cut."""
    windows: list[list[Island]] = []
    held = 0
    for island in (part for whole in islands for part in _cut(whole, longest)):
        length = island[1] - island[0] + min(gap, island[0] - windows[-1][-1][1] if windows else 0)
        if windows and held + length <= longest:
            windows[-1].append(island)
            held += length
        else:
            windows.append([island])
            held = island[1] - island[0]
    return windows


def _cut(island: Island, longest: int) -> list[Island]:
    start, end = island
    return [(at, min(end, at + longest)) for at in range(start, end, longest)]


def sound_of(samples: Samples, window: list[Island], gap: int) -> Samples:
    """What is heard in a window, with its pauses no longer than `gap`."""
    import numpy as np

    pieces: list[Any] = []
    for at, (start, end) in enumerate(window):
        after = window[at + 1][0] if at + 1 < len(window) else end
        pieces.append(samples[start : min(after, end + gap)])
    return np.concatenate(pieces)
