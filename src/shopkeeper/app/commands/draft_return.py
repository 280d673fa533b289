"""Writing down a return before the shopper says yes to it: which lines, how much comes back, on which right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import LineId, RmaNumber
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import DraftReturn, RecordDenial
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.rma import Rma, RmaLine, RmaStatus, RmaStep
from shopkeeper.domain.returns.standing import delivery_share, returned, share
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.ports.storage import Transaction


def draft_return(permit: Permit[DraftReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """One draft per conversation and order: drafting again replaces it and keeps its number."""
    command = permit.command
    order, profile = tx.orders.get(command.order_number), tx.shop.profile()
    terms = profile.returns if profile else None
    if order is None or terms is None:
        return Refusal(code="return_unknown_order", params={"number": command.order_number})
    earlier = tx.returns.of_order(order.number)
    mine = (rma for rma in earlier if rma.status is RmaStatus.DRAFT and rma.conversation_id == command.conversation_id)
    before = next(mine, None)
    lines = going_lines(command.lines, order, [rma for rma in earlier if rma is not before])
    if not lines:
        return Refusal(code="return_nothing_left", params={"number": order.number})
    rma = replace(
        drafted(command, order, lines, terms, moment),
        number=before.number if before else next_number(order, len(earlier)),
        wish=command.wish,
    )
    tx.returns.save(rma)
    facts = {"order": order.number, "kind": rma.kind.value, "refund": rma.refund.minor}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="return.drafted", subject=rma.number, facts=facts))
    return Ran(facts={"code": "return_drafted", "rma": rma.number, "number": order.number, "refund": rma.refund})


def going_lines(wanted: Iterable[tuple[LineId, int]], order: Order, earlier: Sequence[Rma]) -> tuple[RmaLine, ...]:
    """What of the wanted lines has not gone back already, with what was paid for it."""
    by_id = {line.line_id: line for line in order.quote.lines}
    found: list[RmaLine] = []
    for line_id, quantity in wanted:
        line = by_id.get(line_id)
        if line is None:
            continue
        gone = returned(line_id, earlier)
        going = min(quantity, line.quantity - gone)
        if going > 0:
            refund = share(line, going, after=gone)
            found.append(RmaLine(line_id=line_id, sku=line.sku, title=line.title, quantity=going, refund=refund))
    return tuple(found)


def drafted(command: DraftReturn | RecordDenial, order: Order, lines: tuple[RmaLine, ...], terms: ReturnTerms, moment: Moment) -> Rma:
    going = [(line.line_id, line.quantity) for line in lines]
    return Rma(
        number=RmaNumber(""),
        order_number=order.number,
        kind=command.kind,
        lines=lines,
        delivery_refund=delivery_share(order, going, command.kind, terms),
        status=RmaStatus.DRAFT,
        requested_at=moment.now,
        reason=command.reason,
        comment=command.comment,
        customer_id=order.customer_id,
        conversation_id=command.conversation_id,
        steps=(RmaStep(status=RmaStatus.DRAFT, at=moment.now, by="shopper"),),
    )


def next_number(order: Order, earlier: int) -> RmaNumber:
    return RmaNumber(f"RMA-{order.number}-{earlier + 1}")
