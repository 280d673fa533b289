"""Handing photos of a claim to a person, with what was noticed about them. It decides nothing about the claim."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.flags import raise_flag
from shopkeeper.app.moment import Moment
from shopkeeper.domain.conversation.flag import FlagKind
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import FlagClaim
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def flag_claim(permit: Permit[FlagClaim], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Further photos of the same claim go onto the same flag."""
    command = permit.command
    order = tx.orders.get(command.order_number)
    line = next((line for line in order.quote.lines if line.line_id == command.line_id), None) if order else None
    if line is None:
        return Refusal(code="return_unknown_order", params={"number": command.order_number})
    facts = {"order": command.order_number, "sku": line.sku, "title": line.title, "reason": command.reason.value}
    flag = raise_flag(
        tx,
        FlagKind.CLAIM,
        f"{command.order_number}/{command.line_id}",
        command.signs,
        at=moment.now,
        conversation_id=command.conversation_id,
        photos=command.photos,
        facts=facts,
    )
    return Ran(facts={"code": "claim_flagged", "flag": flag.id, "number": command.order_number})
