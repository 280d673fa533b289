"""A model's word on what a photo shows, where the shop's own eyes are unsure: it names, the catalog decides, the shopper is asked."""

from __future__ import annotations

import json

from shopkeeper.app.models.asking import Asker
from shopkeeper.app.understanding.printed import with_named
from shopkeeper.domain.core.ids import ConversationId, ProductId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue.photo import Means, PhotoReading, Verdict
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.language_model import CallWatch, Capability, PicturePart
from shopkeeper.ports.photo_reader import SeenPhoto

USE = "look"
LONGEST_WORDS = 80
MOST_NAMED = 3
BELIEVED = 0.6
"""How much a model's words count beside looks, at best; what they find in the catalog has to be as near as `NEAR`."""
NEAR = 0.5
CANNOT_SEE = frozenset({"http_400", "http_415", "http_422"})
"""An endpoint that refuses a picture takes none: it is not asked again."""

SCHEMA = {
    "type": "object",
    "properties": {"words": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
    "required": ["words"],
    "additionalProperties": False,
}


class SecondOpinion:
    """Asked only about photos that are readable and unsure. What it says is tainted: it can offer a choice and do nothing."""

    def __init__(self, asker: Asker, *, index: CatalogIndex, watch: CallWatch) -> None:
        self._asker = asker
        self._index = index
        self._watch = watch
        self._sees = asker.takes(Capability.IMAGE)

    async def about(self, seen: SeenPhoto, photo: PhotoReading, *, language: str, scope: ConversationId) -> PhotoReading:
        """`photo` with what the model named among the candidates; as it was where the model is of no use."""
        if not self._sees or not seen.glimpse or photo.notice is not None or photo.verdict is Verdict.THIS:
            return photo
        picture = PicturePart(media_type=seen.media_type, data=seen.glimpse)
        asked = await self._asker.ask(USE, {"language": language}, scope=scope, schema=SCHEMA, max_tokens=60, pictures=(picture,))
        words = _words(asked.text) if asked.text is not None else None
        self._watch.model_called(asked.record if words or asked.text is None else asked.record.unused("nothing_seen"))
        self._sees = self._sees and asked.record.fallback not in CANNOT_SEE
        return with_named(photo, self._named(words, language), Means.MODEL) if words else photo

    def _named(self, words: str, language: str) -> dict[ProductId, float]:
        found = self._index.resolve(words, language=language, limit=MOST_NAMED)
        return {hit.product_id: round(BELIEVED * hit.score, 3) for hit in found.hits[:MOST_NAMED] if hit.score >= NEAR}


def _words(answer: str) -> str | None:
    start, end = answer.find("{"), answer.rfind("}")
    try:
        said = as_mapping(json.loads(answer[start : end + 1])).get("words")
    except (ValueError, RecursionError):
        return None
    return said.strip()[:LONGEST_WORDS] or None if isinstance(said, str) else None
