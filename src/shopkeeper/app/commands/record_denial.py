"""Writing down a return that the terms do not allow, with a case number: a no that a person may overturn."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.draft_return import drafted, next_number
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RecordDenial
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.rma import Rma, RmaStatus
from shopkeeper.ports.storage import Transaction


def record_denial(permit: Permit[RecordDenial], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The same goods asked about again are the same case. It gives nothing back and holds nothing until a person decides otherwise."""
    command = permit.command
    order, profile = tx.orders.get(command.order_number), tx.shop.profile()
    if order is None or profile is None or profile.returns is None:
        return Refusal(code="return_unknown_order", params={"number": command.order_number})
    earlier = tx.returns.of_order(order.number)
    fresh = drafted(command, order, earlier, profile, moment)
    if fresh is None:
        return Refusal(code="return_nothing_left", params={"number": order.number})
    known = next((rma for rma in earlier if _is_same(rma, command)), None)
    if known is not None:
        return Ran(facts={"code": "return_denied", "rma": known.number, "number": order.number})
    drawn = replace(fresh, number=next_number(order, len(earlier)))
    asked = drawn.move(RmaStatus.REQUESTED, at=moment.now, by="shopper")
    denied = asked.move(RmaStatus.REJECTED, at=moment.now, by="terms", note=command.code)
    tx.returns.save(denied)
    facts = {"order": order.number, "status": denied.status.value, "reason": command.code}
    tx.audit.append(AuditEntry(at=moment.now, actor="assistant", action="return.denied", subject=denied.number, facts=facts))
    return Ran(facts={"code": "return_denied", "rma": denied.number, "number": order.number})


def _is_same(rma: Rma, command: RecordDenial) -> bool:
    """A case of this conversation about these goods on this right that stands as it was denied."""
    return (
        rma.status is RmaStatus.REJECTED
        and rma.conversation_id == command.conversation_id
        and rma.kind is command.kind
        and {line.line_id for line in rma.lines} == {line_id for line_id, _ in command.lines}
    )
