"""The shopper's yes to a drafted return. Small ones within the terms are approved at once, larger ones by a person.

The other goods of an exchange are held from the yes on; a difference to pay is for a person to collect.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from shopkeeper.app.commands.draft_return import with_amounts
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.exchanges import audited, exchange_facts, hold_exchange, priced_exchange, settle_exchange
from shopkeeper.app.flags import open_claims
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import CancelReturn, ConfirmReturn, DecideReturn
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.exchange import ExchangeShips, hold_id
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus, RmaWish, WrongStep
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

THINGS = {RmaWish.REFUND: "return", RmaWish.REPLACEMENT: "replacement", RmaWish.EXCHANGE: "exchange"}


def confirm_return(permit: Permit[ConfirmReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Confirming twice is confirming once. A withdrawal needs nobody's approval: the law gives it."""
    rma, profile = tx.returns.get(permit.command.number), tx.shop.profile()
    if rma is None or profile is None or profile.returns is None:
        return Refusal(code="return_unknown")
    if rma.status is not RmaStatus.DRAFT:
        return Ran(facts=_facts(rma, "return_already"))
    rma = _recounted(rma, profile, tx)
    if rma is None:
        return Refusal(code="return_nothing_left", params={"number": permit.command.number})
    changed = _repriced(rma, tx)
    if changed is not None:
        return changed
    if rma.exchange is not None and hold_exchange(rma, profile.returns, tx, moment.now) is None:
        return Refusal(code="exchange_sold_out", params={"title": rma.exchange.title})
    requested = replace(rma, requested_at=moment.now).move(RmaStatus.REQUESTED, at=moment.now, by="shopper")
    decided = requested
    if _needs_nobody(requested, profile.returns) and not open_claims(rma.conversation_id, rma.order_number, tx):
        decided = requested.move(RmaStatus.APPROVED, at=moment.now, by="terms")
    _save(decided, tx, moment, action="return.requested")
    settle_exchange(decided, profile.returns, tx)
    until = moment.now + timedelta(days=profile.returns.exchange_hold_days)
    told = {**exchange_facts(decided, profile.returns), **({"until": until} if decided.exchange else {})}
    return Ran(facts={**_facts(decided, f"{THINGS[decided.wish]}_{decided.status.value}"), **told})


def _repriced(rma: Rma, tx: Transaction) -> Ran | Refusal | None:
    """A price that moved since the draft makes the yes void: the new difference is told and asked about."""
    if rma.exchange is None:
        return None
    now = priced_exchange(rma, rma.exchange.sku, rma.exchange.title, tx)
    if isinstance(now, Refusal):
        return now
    if now == rma.exchange:
        return None
    changed = replace(rma, exchange=now)
    tx.returns.save(changed)
    return Ran(facts={**_facts(changed, "exchange_changed"), **exchange_facts(changed, None)})


def cancel_return(permit: Permit[CancelReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    rma = tx.returns.get(permit.command.number)
    if rma is None:
        return Refusal(code="return_unknown")
    if rma.status is RmaStatus.CANCELED:
        return Ran(facts=_facts(rma, "return_canceled"))
    try:
        canceled = rma.move(RmaStatus.CANCELED, at=moment.now, by=moment.actor)
    except WrongStep:
        return Refusal(code="return_too_late", params={"rma": rma.number})
    _save(canceled, tx, moment, action="return.canceled")
    if canceled.exchange is not None:
        tx.stock.release(hold_id(canceled.number))
    return Ran(facts=_facts(canceled, "return_canceled"))


def decide_return(permit: Permit[DecideReturn], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """By staff: approve, reject, or overturn a rejection."""
    command = permit.command
    rma = tx.returns.get(command.number)
    if rma is None:
        return Refusal(code="return_unknown")
    wanted = RmaStatus.APPROVED if command.approve else RmaStatus.REJECTED
    try:
        decided = rma.move(wanted, at=moment.now, by=moment.actor, note=command.note or None)
    except WrongStep:
        return Refusal(code="return_too_late", params={"rma": rma.number})
    profile = tx.shop.profile()
    terms = profile.returns if profile is not None else None
    if decided.exchange is not None and terms is not None:
        if command.approve and hold_exchange(decided, terms, tx, moment.now) is None:
            return Refusal(code="exchange_sold_out", params={"title": decided.exchange.title})
        settle_exchange(decided, terms, tx)
    overturned = rma.status is RmaStatus.REJECTED
    profile = tx.shop.profile()
    recounted = _recounted(decided, profile, tx) if overturned and profile is not None else decided
    if recounted is None:
        return Refusal(code="return_too_late", params={"rma": rma.number})
    decided = recounted
    _save(decided, tx, moment, action="return.overturned" if overturned else f"return.{wanted.value}")
    thing = THINGS[decided.wish] if command.approve else "return"
    facts = _facts(decided, "return_overturned" if overturned else f"{thing}_{wanted.value}")
    until = moment.now + timedelta(days=terms.exchange_hold_days) if terms is not None and decided.exchange is not None else None
    return Ran(facts={**facts, **exchange_facts(decided, terms), **({"until": until} if until else {})})


def _recounted(rma: Rma, profile: ShopProfile, tx: Transaction) -> Rma | None:
    """With what is due by now; None when some of it has gone back meanwhile, so that nothing is ever refunded twice."""
    order = tx.orders.get(rma.order_number)
    if order is None:
        return rma
    others = [one for one in tx.returns.of_order(rma.order_number) if one.number != rma.number]
    wanted = {line.line_id: line.quantity for line in rma.lines}
    counted = with_amounts(rma, wanted.items(), order, others, profile)
    return counted if {line.line_id: line.quantity for line in counted.lines} == wanted else None


def _needs_nobody(rma: Rma, terms: ReturnTerms) -> bool:
    if rma.exchange is not None:
        # Goods that leave before the others are back are worth as much as a refund.
        risked = rma.credit if terms.exchange_ships is ExchangeShips.AT_ONCE else rma.refund
        return not rma.exchange.to_pay and risked <= terms.auto_refund_up_to
    return rma.kind is RmaKind.WITHDRAWAL or rma.refund <= terms.auto_refund_up_to


def _save(rma: Rma, tx: Transaction, moment: Moment, *, action: str) -> None:
    tx.returns.save(rma)
    facts = {"order": rma.order_number, "status": rma.status.value, "refund": rma.refund.minor, **audited(rma)}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=rma.number, facts=facts))


def _facts(rma: Rma, code: str) -> dict[str, object]:
    return {
        "code": code,
        "rma": rma.number,
        "number": rma.order_number,
        "refund": rma.refund,
        "status": rma.status.value,
        "at": rma.requested_at,
    }
