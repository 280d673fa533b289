"""Making the look of a confirmed photo and keeping it in the gallery; the photo itself goes its way after thirty days as ever."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Protocol

from shopkeeper.app.effects.performer import HARD_WORK, Call, Done, Record, RetryPlan
from shopkeeper.app.moment import Moment
from shopkeeper.app.photos_sent import LEARN_PHOTO, was_sent
from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.core.ids import ConversationId, ProductId, Sku
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


class PhotoLooker(Protocol):
    async def look_of(self, data: bytes) -> tuple[str, bytes] | None:
        """Name of the model that looked, and what it saw; None for what is no picture."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnPhoto:
    media: MediaStore
    looker: PhotoLooker
    kind: str = LEARN_PHOTO
    retry: RetryPlan = HARD_WORK

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        conversation_id, sha256 = ConversationId(str(effect.body["conversation_id"])), str(effect.body["sha256"])

        async def learn() -> Record:
            copy = await self.media.get(conversation_id, sha256)
            seen = await self.looker.look_of(copy) if copy is not None else None
            if seen is None:
                return lambda tx, moment: Done()
            model, look = seen
            return lambda tx, moment: _keep(effect, model, look, tx, moment)

        return learn

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Looking again does no harm."""
        return Done(again_s=HARD_WORK.base_s)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """A photo less to learn from."""
        return Done()


def _keep(effect: QueuedEffect, model: str, look: bytes, tx: Transaction, moment: Moment) -> Done:
    """Nothing is kept of a conversation that was erased meanwhile, also when it went on afterwards."""
    conversation_id, sha256 = ConversationId(str(effect.body["conversation_id"])), str(effect.body["sha256"])
    if was_sent(conversation_id, sha256, tx):
        photo = GalleryPhoto(
            conversation_id=conversation_id,
            sha256=sha256,
            product_id=ProductId(str(effect.body["product_id"])),
            sku=Sku(str(effect.body["sku"])),
            confirmed_by=str(effect.body["confirmed_by"]),
            at=moment.now,
            model=model,
            look=base64.b64encode(look).decode(),
        )
        tx.gallery.save(photo)
    return Done()
