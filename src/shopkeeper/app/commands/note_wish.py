"""Keeping a wish about packing or handover until the order that it is for."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.conversation.events import WishNoted
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import NoteWish
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

LONGEST_NOTE = 200


def note_wish(permit: Permit[NoteWish], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The last word on a topic counts; the note goes with the next order placed in this conversation."""
    command = permit.command
    text = " ".join(command.text.split())[:LONGEST_NOTE]
    return Ran(facts={"topic": command.topic, "text": text}, events=(WishNoted(topic=command.topic, text=text),))
