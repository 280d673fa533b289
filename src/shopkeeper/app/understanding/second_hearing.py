"""A model's word on what a voice note says: words that the shop's own ears heard too are surer for it, all others are doubted."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Protocol

from shopkeeper.app.models.asking import Asker
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue.voice import Transcript, Word
from shopkeeper.ports.language_model import CallWatch, Capability, SoundPart

USE = "hear"
LONGEST_TEXT = 1_000
ALIKE = 0.5
"""Share of words that both must have heard: with less in common one of them heard something else, and the shop's own ears are believed."""
AGREED, ONLY_MODEL = 0.9, 0.2
"""How sure a word is that both heard, and one that only the model did: too little for a count or a yes, enough to look for a product."""
MOST_HINTS = 40

SCHEMA = {
    "type": "object",
    "properties": {"text": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
    "required": ["text"],
    "additionalProperties": False,
}
_WORD = re.compile(r"\S+")


class Recoder(Protocol):
    async def as_wav(self, data: bytes) -> bytes | None:
        """The sound as WAV (mono, 16 kHz); None for what cannot be read, or not now."""
        ...


class SecondHearing:
    """Asked about recordings in which the shop's own ears heard speech: on silence and noise a model makes things up."""

    def __init__(self, asker: Asker, *, recoder: Recoder, watch: CallWatch) -> None:
        self._asker = asker
        self._recoder = recoder
        self._watch = watch

    async def about(self, data: bytes, heard: Transcript, *, hints: Sequence[str], scope: ConversationId) -> Transcript:
        """`heard` in the model's words, each as sure as the two agree on it; as it was where the model is of no use."""
        if not self._asker.takes(Capability.AUDIO):
            return heard
        wav = await self._recoder.as_wav(data)
        if wav is None:
            return heard
        asked = await self._asker.ask(
            USE,
            {"language": heard.language, "words_of_the_shop": list(hints)[:MOST_HINTS]},
            scope=scope,
            schema=SCHEMA,
            max_tokens=200,
            sounds=(SoundPart(format="wav", data=wav),),
        )
        said = _text(asked.text) if asked.text is not None else None
        agreed = combined(heard, said) if said else None
        self._watch.model_called(asked.record if agreed or asked.text is None else asked.record.unused("heard_otherwise"))
        return agreed or heard


def combined(heard: Transcript, said: str) -> Transcript | None:
    """The model's words with what the shop's own ears make of each; None where the two have too little in common."""
    places = [(match.start(), match.end()) for match in _WORD.finditer(said)]
    theirs = [_bare(said[start:end]) for start, end in places]
    spans = [(match.start(), match.end()) for match in _WORD.finditer(heard.text)]
    ours = [_bare(heard.text[start:end]) for start, end in spans]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    if 2 * sum(block.size for block in blocks) < ALIKE * (len(ours) + len(theirs)):
        return None
    sure = [ONLY_MODEL] * len(theirs)
    for block in blocks:
        for at in range(block.size):
            sure[block.b + at] = max(AGREED, _heard(heard, *spans[block.a + at]))
    words = tuple(Word(start=start, end=end, confidence=one) for (start, end), one in zip(places, sure, strict=True))
    return replace(heard, text=said, words=words)


def _heard(heard: Transcript, start: int, end: int) -> float:
    return min((word.confidence for word in heard.words if word.start < end and word.end > start), default=1.0)


def _bare(word: str) -> str:
    return re.sub(r"\W+", "", word.casefold()) or word


def _text(answer: str) -> str | None:
    start, end = answer.find("{"), answer.rfind("}")
    try:
        said = as_mapping(json.loads(answer[start : end + 1])).get("text")
    except (ValueError, RecursionError):
        return None
    return " ".join(said.split())[:LONGEST_TEXT] or None if isinstance(said, str) else None
