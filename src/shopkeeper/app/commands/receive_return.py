"""What was sent back has arrived: the money goes back at once, other goods are sent; or it is not accepted, and the reason told."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.commands.fulfill_order import given_says
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.credit import gift_card
from shopkeeper.app.exchanges import hold_exchange
from shopkeeper.app.moment import Moment
from shopkeeper.app.refunding import OWED, GivenBack, Wish, give_back, left_of
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order, OrderEvent
from shopkeeper.domain.payments.payment import NotTakenYet
from shopkeeper.domain.policy.command import ReceiveReturn
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.exchange import ExchangeShips, hold_id
from shopkeeper.domain.returns.rma import Rma, RmaStatus, RmaWish
from shopkeeper.ports.storage import Transaction

BEFORE_MONEY = (RmaStatus.RECEIVED, RmaStatus.INSPECTED)


def receive_return(permit: Permit[ReceiveReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Once: again it says so and gives nothing back. Facts: `refund` as it was given, and `says` for the shopper."""
    command = permit.command
    rma = tx.returns.get(command.number)
    order = tx.orders.get(rma.order_number) if rma is not None else None
    if rma is None or order is None:
        return Refusal(code="return_unknown")
    if rma.status is RmaStatus.RESOLVED:
        return Ran(facts={"code": "return_resolved_already", "rma": rma.number, "again": True})
    if rma.status is not RmaStatus.APPROVED:
        return Refusal(code="return_too_late", params={"rma": rma.number})
    arrived = rma
    for status in BEFORE_MONEY:
        arrived = arrived.move(status, at=moment.now, by=moment.actor)
    return _settle(command, arrived, order, tx, moment) if command.accepted else _send_home(command, arrived, tx, moment)


def _send_home(command: ReceiveReturn, rma: Rma, tx: Transaction, moment: Moment) -> Ran:
    """Not what was agreed to be sent back. The shopper may have it looked at again, as with every no."""
    refused = rma.move(RmaStatus.REJECTED, at=moment.now, by=moment.actor, note=command.note or None)
    tx.stock.release(hold_id(rma.number))
    says = (
        Say(key="return.arrived_refused", facts={"rma": rma.number, "note": command.note}),
        Say(key="return.case", facts={"rma": rma.number}),
    )
    return _saved(refused, Money.zero(rma.delivery_refund.currency), says, tx, moment)


def _settle(command: ReceiveReturn, rma: Rma, order: Order, tx: Transaction, moment: Moment) -> Ran | Refusal:
    if rma.exchange is not None and rma.exchange.to_pay and not command.collected:
        return Refusal(code="exchange_not_paid", params={"amount": rma.exchange.to_pay})
    if rma.exchange is not None and not _send_new(rma, tx, moment):
        return Refusal(code="exchange_sold_out", params={"title": rma.exchange.title})
    due = min(_due(rma), left_of(order, tx))  # what staff gave back meanwhile is not given twice
    given: Sequence[GivenBack] = ()
    if due.minor > 0:
        card = gift_card(command.card_code, due.currency) if command.card_code is not None else None
        try:
            order, given = give_back(order, Wish(amount=due, reason=rma.number, key=rma.number, card=card), tx, moment)
        except NotTakenYet:
            return Refusal(code="refund_not_taken_yet")
    if rma.exchange is not None and rma.exchange.to_pay:
        tx.orders.save(order.record(OrderEvent(kind="exchange_paid", at=moment.now, amount=rma.exchange.to_pay, note=rma.number)))
    resolved = rma.move(RmaStatus.RESOLVED, at=moment.now, by=moment.actor)
    ran = _saved(resolved, due, (_told(resolved, due), *given_says(given)), tx, moment)
    return Ran(facts={**ran.facts, "onto_card": command.card_code is not None and any(one.way == OWED for one in given)})


def _send_new(rma: Rma, tx: Transaction, moment: Moment) -> bool:
    """The other goods count as sold; held anew where they were kept no longer. False when they are gone."""
    profile = tx.shop.profile()
    if profile is None or profile.returns is None or rma.exchange is None:
        return False
    sent_before = profile.returns.exchange_ships is ExchangeShips.AT_ONCE and not rma.exchange.to_pay
    if sent_before or tx.stock.commit(hold_id(rma.number)):
        return True
    if hold_exchange(rma, profile.returns, tx, moment.now) is None:
        return False
    tx.stock.commit(hold_id(rma.number))
    return True


def _due(rma: Rma) -> Money:
    """The same again instead gives no money back."""
    return rma.refund if rma.wish is not RmaWish.REPLACEMENT else Money.zero(rma.delivery_refund.currency)


def _told(rma: Rma, given: Money) -> Say:
    facts = {"rma": rma.number, "number": rma.order_number, "refund": given}
    if rma.exchange is not None:
        return Say(key="return.arrived_exchange", facts={**facts, "new": rma.exchange.title})
    if rma.wish is RmaWish.REPLACEMENT:
        return Say(key="return.arrived_replacement", facts=facts)
    return Say(key="return.arrived" if given else "return.arrived_settled", facts=facts)


def _saved(rma: Rma, given: Money, says: Sequence[Say], tx: Transaction, moment: Moment) -> Ran:
    tx.returns.save(rma)
    facts = {"order": rma.order_number, "status": rma.status.value, "refund": given.minor}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=f"return.{rma.status.value}", subject=rma.number, facts=facts))
    code = "return_resolved" if rma.status is RmaStatus.RESOLVED else "return_arrived_refused"
    return Ran(facts={"code": code, "rma": rma.number, "number": rma.order_number, "refund": given, "says": tuple(says)})
