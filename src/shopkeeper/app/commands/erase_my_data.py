"""A customer's wish to be forgotten, said in the conversation; the proof is the sign-in the conversation began with."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.erasure import erase_conversation, erase_customer
from shopkeeper.app.moment import Moment
from shopkeeper.domain.conversation.events import DataErased
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput, Refusal
from shopkeeper.domain.policy.command import EraseMyData
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def erase_my_data(permit: Permit[EraseMyData], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """A guest's conversation is all there is of them; a customer's account goes with everything that hangs on it."""
    conversation_id = permit.command.conversation_id
    state = tx.conversations.get(conversation_id)
    if state is None:
        return Refusal(code="erasure_unknown")
    try:
        certificate = (
            erase_customer(state.customer_id, tx, moment.now)
            if state.customer_id is not None
            else erase_conversation(conversation_id, tx, moment.now)
        )
    except InvalidInput:
        return Refusal(code="erasure_payment_open")
    erased, kept = as_mapping(certificate.get("erased")), as_sequence(certificate.get("kept"))
    facts = {
        "code": "data_erased",
        "certificate": certificate["digest"],
        "conversations": erased.get("conversations", 0),
        "addresses": erased.get("addresses", 0),
        "kept": len(kept),
        "until": max((str(as_mapping(one).get("until")) for one in kept), default=""),
    }
    return Ran(facts=facts, events=(DataErased(certificate=str(certificate["digest"])),))
