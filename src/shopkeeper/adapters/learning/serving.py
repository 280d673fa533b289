"""A trained folder at work: classifier, the encoders it was trained with, and what its labels mean."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from shopkeeper.adapters.learning.artefact import load_classifier
from shopkeeper.adapters.learning.classifier import Classifier
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.message_classifier import Classified
from shopkeeper.ports.text_embedder import TextEmbedder

MEANINGS = "labels.yaml"


class LearnedClassifier:
    """MessageClassifier over a trained folder. The event loop goes on while an encoder works."""

    def __init__(self, classifier: Classifier, embedders: Mapping[str, TextEmbedder]) -> None:
        missing = sorted(set(classifier.rooms) - set(embedders))
        if missing:
            raise InvalidInput("encoder_missing", f"the classifier was trained with {', '.join(missing)}; train again with this version")
        self._classifier = classifier
        self._embedders = embedders

    async def classify(self, text: str, language: str, *, context: str | None = None) -> Classified:
        guess = await asyncio.to_thread(self._classifier.read, text, self._embedders, language, context=context)
        return Classified(labels=guess.labels, confidence=guess.confidence, ranking=guess.ranking, tier=guess.tier)


def open_learned(folder: Path, embedders: Mapping[str, TextEmbedder]) -> LearnedClassifier:
    classifier, _ = load_classifier(folder)
    return LearnedClassifier(classifier, embedders)


def read_meanings(folder: Path) -> dict[str, object]:
    """`labels.yaml` of the folder: label -> act. Raises InvalidInput when it is missing or no mapping."""
    file = folder / MEANINGS
    if not file.is_file():
        raise InvalidInput("label_meaning", f"{file}: write what each label means, such as `return_policy: ask_policy/returns`")
    try:
        rows: object = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise InvalidInput("label_meaning", f"{file}: {error}") from error
    if not isinstance(rows, dict):
        raise InvalidInput("label_meaning", f"{file}: a mapping of label to act is needed")
    return {str(label): meaning for label, meaning in cast(dict[Any, object], rows).items()}
