"""Learning from a confirmed photo: who said so is noted at once, the look of the photo is made and kept afterwards."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.photos_sent import LEARN_PHOTO, was_sent
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import EffectId, derive
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import TeachPhoto
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

MOST_OF_ONE = 6
"""Photos that one conversation may teach: nobody floods the gallery."""


def teach_photo(permit: Permit[TeachPhoto], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Only a photo of this conversation, only a product that is sold, once."""
    command = permit.command
    product_id = tx.catalog.products_of([command.sku]).get(command.sku)
    if product_id is None or not was_sent(command.conversation_id, command.sha256, tx):
        return Refusal(code="photo_not_known")
    known = tx.gallery.get(command.conversation_id, command.sha256)
    if known is not None and known.sku == command.sku:
        return Ran(facts={"code": "photo_learned", "sku": command.sku})
    taught = sum(1 for one in tx.gallery.all() if one.conversation_id == command.conversation_id)
    if taught >= MOST_OF_ONE and moment.actor == "shopper":
        return Refusal(code="photo_enough")
    # The trail outlives the shopper's data, so it does not name the photo.
    facts = {"sku": command.sku}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="photo.taught", subject=command.conversation_id, facts=facts))
    body = {
        "conversation_id": command.conversation_id,
        "sha256": command.sha256,
        "product_id": product_id,
        "sku": command.sku,
        "confirmed_by": moment.actor,
    }
    effect_id = EffectId(derive("eff", LEARN_PHOTO, command.conversation_id, command.sha256, command.sku))
    effect = QueuedEffect(id=effect_id, kind=LEARN_PHOTO, body=body, due_at=moment.now)
    return Ran(facts={"code": "photo_learned", "sku": command.sku}, effects=(effect,))
