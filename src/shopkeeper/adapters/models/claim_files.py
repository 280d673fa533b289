"""The words that make claims, per language, from YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.claims import ClaimWords
from shopkeeper.domain.dialogue.grammar.tokens import tokenize

KINDS = ("free", "negations", "stock", "time", "amounts", "promises")
_loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_claim_words(folder: Path) -> dict[str, ClaimWords]:
    return {path.stem: read_claim_words(path) for path in sorted(folder.glob("*.yaml"))}


def read_claim_words(path: Path) -> ClaimWords:
    """Raises InvalidInput for an unknown or missing kind, and for a word that is said to be both free and a claim."""
    loaded: object = yaml.load(path.read_text(encoding="utf-8"), Loader=_loader)
    content = cast("dict[str, object]", loaded) if isinstance(loaded, dict) else {}
    if set(content) != set(KINDS):
        raise InvalidInput("claims", f"{path.name}: the kinds are {', '.join(KINDS)}")
    words = {kind: _words(str(text)) for kind, text in content.items() if kind != "promises"}
    promises = tuple(_phrase(line) for line in str(content["promises"]).split(",") if line.strip())
    telling = words["stock"] | words["time"] | frozenset(word for phrase in promises if len(phrase) == 1 for word in phrase)
    kept = telling | words["negations"] | words["amounts"]
    both = sorted(words["free"] & kept)
    if both:
        raise InvalidInput("claims", f"{path.name}: {', '.join(both)} cannot be both free and a claim")
    return ClaimWords(language=path.stem, free=words["free"], kept=kept, telling=telling, promises=promises)


def _words(text: str) -> frozenset[str]:
    return frozenset(token.norm for word in text.split() for token in tokenize(word))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(token.norm for token in tokenize(text))
