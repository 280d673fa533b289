"""What the tone of a message tells staff and flows: anger, hurry, and words that make a case for a person."""

from __future__ import annotations

import re

from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue.understanding import Signal

SHOUTED_WORDS = 3
_SHOUTED_MARKS = re.compile(r"[!！؟?]{3,}")
_OF_CUE = {
    "angry": Signal.ANGER,
    "urgent": Signal.URGENCY,
    "desk:urge": Signal.URGENCY,
    "risk:legal": Signal.LEGAL,
    "risk:injury": Signal.INJURY,
}


def note_signals(scene: Scene) -> None:
    """Put each signal into the understanding once, as a slot with the words it was told by."""
    told: set[Signal] = set()
    for cue in scene.reading.cues:
        signal = _OF_CUE.get(f"{cue.kind}:{cue.value}" if cue.value else cue.kind)
        if signal is not None and signal not in told:
            told.add(signal)
            scene.slot("signal", signal.value, cue.start, cue.end, 0.9)
    if Signal.ANGER not in told and _shouts(scene):
        scene.slot("signal", Signal.ANGER.value, 0, len(scene.reading.tokens), 0.6)


def _shouts(scene: Scene) -> bool:
    """Several long words in capitals, or a row of exclamation marks beside one."""
    capitals = [token for token in scene.reading.tokens if len(token.text) >= 4 and token.text.isupper() and token.text.isalpha()]
    return len(capitals) >= SHOUTED_WORDS or (bool(capitals) and _SHOUTED_MARKS.search(scene.reading.text) is not None)
