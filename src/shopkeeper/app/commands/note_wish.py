"""Keeping a wish about packing or handover until the order that it is for."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.conversation.events import WishNoted
from shopkeeper.domain.conversation.state import GIFT_NOTE
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import NoteWish
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

LONGEST_NOTE = 200


def note_wish(permit: Permit[NoteWish], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The last word on a topic counts, none takes it back; the note goes with the next order placed in this conversation.

    Words for somebody else are never cut: too many of them are refused (`gift_note_too_long`).
    """
    command = permit.command
    text = " ".join(command.text.split())
    if command.topic == GIFT_NOTE and len(text) > LONGEST_NOTE:
        return Refusal(code="gift_note_too_long", params={"length": len(text), "most": LONGEST_NOTE})
    text = text[:LONGEST_NOTE]
    return Ran(facts={"topic": command.topic, "text": text}, events=(WishNoted(topic=command.topic, text=text),))
