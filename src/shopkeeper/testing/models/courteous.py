"""A model that does its work well: proposes what its script says, rewords with a courtesy, sums up what it was told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.ports.language_model import ModelAnswer, ModelRequest, Usage
from shopkeeper.testing.models.scripted import act_json, quoted_data

Script = Mapping[str, Sequence[Mapping[str, object]]]

COURTESIES: Mapping[str, tuple[str, frozenset[str]]] = {
    "en": ("Sure! ", frozenset(["the", "is", "are", "your", "each", "added", "what", "do", "in"])),
    "de": ("Gerne! ", frozenset(["der", "die", "das", "ist", "sind", "zu", "je", "und", "im"])),
    "es": ("¡Claro! ", frozenset(["el", "la", "los", "es", "está", "cada", "uno", "tu", "un"])),
    "fr": ("Avec plaisir ! ", frozenset(["le", "les", "est", "sont", "votre", "chacun", "vous", "une", "à"])),
}
"""What is put before a reply, and words that tell its language."""


class CourteousModel:
    """`script`: what is proposed for a message, which must be the whole of it; anything else is not understood."""

    name = "scripted"

    def __init__(self, script: Script | None = None) -> None:
        self._script = dict(script or {})
        self.requests: list[ModelRequest] = []

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        self.requests.append(request)
        text = self._text(request.use, quoted_data(request))
        return ModelAnswer(text=text, model=self.name, usage=Usage(prompt_tokens=100, completion_tokens=20))

    def _text(self, use: str, data: Mapping[str, object]) -> str:
        match use:
            case "acts":
                return act_json(*self._script.get(str(data.get("message")), ({"type": "unknown"},)))
            case "rerank":
                return json.dumps({"order": [*range(1, len(as_sequence(data.get("products"))) + 1)]})
            case "summary":
                return _summed_up(data)
            case "look":
                return json.dumps({"words": None})
            case "hear":
                return json.dumps({"text": None})
            case _:
                reply = str(data.get("reply", ""))
                return courtesy_for(reply) + reply


def courtesy_for(reply: str) -> str:
    """A courtesy in the language of `reply`; empty where that is none of COURTESIES."""
    words = set(reply.casefold().replace(".", " ").replace(",", " ").split())
    hits = {language: len(words & known) for language, (_, known) in COURTESIES.items()}
    best = max(hits, key=lambda language: hits[language])
    return COURTESIES[best][0] if hits[best] else ""


def _summed_up(data: Mapping[str, object]) -> str:
    said = [
        str(as_mapping(message).get("text"))
        for message in as_sequence(data.get("messages"))
        if as_mapping(message).get("role") == "shopper"
    ]
    return f"The shopper wrote {said[-1]!r}." if said else "The shopper wrote nothing yet."
