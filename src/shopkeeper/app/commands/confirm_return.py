"""The shopper's yes to a drafted return. Small ones within the terms are approved at once, larger ones by a person."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.draft_return import with_amounts
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.flags import open_claims
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import CancelReturn, ConfirmReturn, DecideReturn
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus, RmaWish, WrongStep
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction


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
    requested = replace(rma, requested_at=moment.now).move(RmaStatus.REQUESTED, at=moment.now, by="shopper")
    decided = requested
    if _needs_nobody(requested, profile.returns) and not open_claims(rma.conversation_id, rma.order_number, tx):
        decided = requested.move(RmaStatus.APPROVED, at=moment.now, by="terms")
    _save(decided, tx, moment, action="return.requested")
    thing = "replacement" if decided.wish is RmaWish.REPLACEMENT else "return"
    return Ran(facts=_facts(decided, f"{thing}_{decided.status.value}"))


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
    overturned = rma.status is RmaStatus.REJECTED
    profile = tx.shop.profile()
    recounted = _recounted(decided, profile, tx) if overturned and profile is not None else decided
    if recounted is None:
        return Refusal(code="return_too_late", params={"rma": rma.number})
    decided = recounted
    _save(decided, tx, moment, action="return.overturned" if overturned else f"return.{wanted.value}")
    thing = "replacement" if decided.wish is RmaWish.REPLACEMENT and command.approve else "return"
    return Ran(facts=_facts(decided, "return_overturned" if overturned else f"{thing}_{wanted.value}"))


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
    return rma.kind is RmaKind.WITHDRAWAL or rma.refund <= terms.auto_refund_up_to


def _save(rma: Rma, tx: Transaction, moment: Moment, *, action: str) -> None:
    tx.returns.save(rma)
    facts = {"order": rma.order_number, "status": rma.status.value, "refund": rma.refund.minor}
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
