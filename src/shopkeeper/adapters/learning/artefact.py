"""A trained classifier as two files, the same bytes for the same training: numbers (npz) and words (json)."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from shopkeeper.adapters.learning.certainty import Odds
from shopkeeper.adapters.learning.classifier import Classifier, Head, Room
from shopkeeper.adapters.learning.lexical import LexicalIndex
from shopkeeper.adapters.learning.ngrams import Ngrams
from shopkeeper.adapters.learning.spaces import Space
from shopkeeper.adapters.learning.spelling import learn_spelling
from shopkeeper.domain.core.outcome import InvalidInput

NUMBERS, WORDS = "classifier.npz", "classifier.json"
FORMAT = 4
"""Weights fit the kernel they were learned with: a change of its curves is a new format."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def save_classifier(classifier: Classifier, folder: Path) -> str:
    """Write both files into `folder`; the digest over them."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = _packed(_arrays(classifier))
    words = json.dumps(_words(classifier, hashlib.sha256(numbers).hexdigest()), ensure_ascii=False, sort_keys=True).encode()
    (folder / NUMBERS).write_bytes(numbers)
    (folder / WORDS).write_bytes(words)
    return hashlib.sha256(words).hexdigest()


def load_classifier(folder: Path) -> tuple[Classifier, str]:
    """(classifier, digest). Raises InvalidInput when a file is missing, from another version, or does not fit the other."""
    try:
        words_bytes, numbers = (folder / WORDS).read_bytes(), (folder / NUMBERS).read_bytes()
    except OSError as error:
        raise InvalidInput("no_classifier", f"{folder}: {error.strerror}; make it with `shopkeeper train`") from error
    words: dict[str, Any] = json.loads(words_bytes)
    if words.get("format") != FORMAT:
        raise InvalidInput("classifier_version", f"{folder}: made by another version of Shopkeeper; make it anew with `shopkeeper train`")
    if words.get("numbers") != hashlib.sha256(numbers).hexdigest():
        raise InvalidInput("classifier_mismatch", f"{folder}: the two files do not belong together; train again")
    with np.load(io.BytesIO(numbers), allow_pickle=False) as arrays:
        return _classifier(words, {name: arrays[name] for name in arrays.files}), hashlib.sha256(words_bytes).hexdigest()


def _arrays(classifier: Classifier) -> dict[str, Any]:
    lexical = classifier.lexical
    arrays: dict[str, Any] = {
        "ngram_weights": lexical.ngrams.weights,
        "starts": lexical.starts,
        "texts": lexical.texts,
        "values": lexical.values,
        **{f"head {tier}": head.weights for tier, head in enumerate(classifier.heads)},
    }
    arrays |= {f"straight {tier}": head.straight for tier, head in enumerate(classifier.heads) if head.straight is not None}
    if classifier.cuts is not None:
        arrays["cuts"] = classifier.cuts
    for name, room in classifier.rooms.items():
        # Half precision moves a cosine by less than a thousandth and halves the file.
        arrays |= {f"placed {name}": room.placed.astype(np.float16), f"turn {name}": room.space.turn}
        arrays |= {f"mean {name} {language}": mean for language, mean in room.space.means.items()}
    return arrays


def _packed(arrays: Mapping[str, Any]) -> bytes:
    """An npz whose bytes depend on the numbers alone (numpy's own writer stamps the time)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", _LONG_AGO), content.getvalue())
    return packed.getvalue()


def _words(classifier: Classifier, numbers: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "numbers": numbers,
        "labels": classifier.labels,
        "words": list(classifier.lexical.ngrams.words),
        "letters": list(classifier.lexical.ngrams.letters),
        "size": classifier.lexical.size,
        "least": classifier.least if np.isfinite(classifier.least) else None,
        "rooms": [_about(name, room) for name, room in classifier.rooms.items()],
        **(
            {"before": list(classifier.lexical.ngrams.before), "before_share": classifier.lexical.ngrams.before_share}
            if classifier.lexical.ngrams.before
            else {}
        ),
        "odds": [[*head.odds.weights, head.odds.offset] for head in classifier.heads],
    }


def _about(name: str, room: Room) -> dict[str, Any]:
    covered = None if room.languages is None else sorted(room.languages)
    return {"name": name, "weight": room.weight, "means": sorted(room.space.means), "languages": covered}


def _classifier(words: Mapping[str, Any], arrays: Mapping[str, Any]) -> Classifier:
    first = len(words["words"])
    ngrams = Ngrams(
        words={term: at for at, term in enumerate(words["words"])},
        letters={term: at for at, term in enumerate(words["letters"], start=first)},
        weights=arrays["ngram_weights"],
        before={term: at for at, term in enumerate(words.get("before", ()), start=first + len(words["letters"]))},
        before_share=float(words.get("before_share", 0.0)),
    )
    return Classifier(
        labels=tuple(words["labels"]),
        lexical=LexicalIndex(ngrams, arrays["starts"], arrays["texts"], arrays["values"], int(words["size"])),
        spelling=learn_spelling(ngrams),
        rooms={said["name"]: _room(said, arrays) for said in words["rooms"]},
        heads=tuple(_head(arrays[f"head {tier}"], odds, arrays.get(f"straight {tier}")) for tier, odds in enumerate(words["odds"])),
        least=float("-inf") if words["least"] is None else float(words["least"]),
        cuts=arrays.get("cuts"),
    )


def _room(said: Mapping[str, Any], arrays: Mapping[str, Any]) -> Room:
    name = said["name"]
    space = Space({language: arrays[f"mean {name} {language}"] for language in said["means"]}, arrays[f"turn {name}"])
    covered = None if said["languages"] is None else frozenset[str](said["languages"])
    return Room(space, arrays[f"placed {name}"].astype(np.float32), float(said["weight"]), covered)


def _head(weights: Any, odds: list[float], straight: Any) -> Head:
    return Head(weights, Odds(weights=tuple(odds[:-1]), offset=odds[-1]), straight)
