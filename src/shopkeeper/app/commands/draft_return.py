"""Writing down a return before the shopper says yes to it: which lines, how much comes back, on which right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.exchanges import audited, exchange_facts, priced_exchange
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.ids import LineId, RmaNumber
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import DraftReturn, RecordDenial
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.amounts import refunds
from shopkeeper.domain.returns.rma import Rma, RmaStatus, RmaStep
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction


def draft_return(permit: Permit[DraftReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """One draft per conversation and order: drafting again replaces it and keeps its number."""
    command = permit.command
    order, profile = tx.orders.get(command.order_number), tx.shop.profile()
    if order is None or profile is None or profile.returns is None:
        return Refusal(code="return_unknown_order", params={"number": command.order_number})
    earlier = tx.returns.of_order(order.number)
    mine = (rma for rma in earlier if rma.status is RmaStatus.DRAFT and rma.conversation_id == command.conversation_id)
    before = next(mine, None)
    fresh = drafted(command, order, [rma for rma in earlier if rma is not before], profile, moment)
    if fresh is None:
        return Refusal(code="return_nothing_left", params={"number": order.number})
    rma = replace(fresh, number=before.number if before else next_number(order, len(earlier)), wish=command.wish)
    if command.exchange_for is not None:
        exchange = priced_exchange(rma, command.exchange_for, command.exchange_title, tx)
        if isinstance(exchange, Refusal):
            return exchange
        rma = replace(rma, exchange=exchange)
    tx.returns.save(rma)
    facts = {"order": order.number, "kind": rma.kind.value, "wish": rma.wish.value, "refund": rma.refund.minor, **audited(rma)}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="return.drafted", subject=rma.number, facts=facts))
    told = {
        "code": "return_drafted",
        "rma": rma.number,
        "number": order.number,
        "refund": rma.refund,
        **exchange_facts(rma, profile.returns),
    }
    return Ran(facts=told)


def drafted(command: DraftReturn | RecordDenial, order: Order, earlier: Iterable[Rma], profile: ShopProfile, moment: Moment) -> Rma | None:
    """Not numbered yet; None when nothing of the wanted lines is left to go back."""
    empty = Rma(
        number=RmaNumber(""),
        order_number=order.number,
        kind=command.kind,
        lines=(),
        delivery_refund=Money.zero(order.quote.currency),
        status=RmaStatus.DRAFT,
        requested_at=moment.now,
        reason=command.reason,
        comment=command.comment,
        customer_id=order.customer_id,
        conversation_id=command.conversation_id,
        steps=(RmaStep(status=RmaStatus.DRAFT, at=moment.now, by="shopper"),),
    )
    counted = with_amounts(empty, command.lines, order, earlier, profile)
    return counted if counted.lines else None


def with_amounts(rma: Rma, lines: Iterable[tuple[LineId, int]], order: Order, earlier: Iterable[Rma], profile: ShopProfile) -> Rma:
    """`rma` for as much of `lines` as has not gone back with the `earlier` ones, and what is refunded for it."""
    if profile.returns is None:
        return rma
    tip_goes_back = profile.tips is None or profile.tips.goes_back
    due = refunds(order.quote, lines, earlier, rma.kind, profile.returns, tip_goes_back=tip_goes_back)
    return replace(rma, lines=due.lines, delivery_refund=due.delivery, fee_refund=due.fees, tip_refund=due.tip, taxes=due.taxes)


def next_number(order: Order, earlier: int) -> RmaNumber:
    return RmaNumber(f"RMA-{order.number}-{earlier + 1}")
