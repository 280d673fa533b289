"""Giving back a part of what an order was paid with: split over what paid, to the card or gift card it came from or to a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shopkeeper.app.credit import put_back
from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import CAPTURE, MONEY_HELD, effect_id, is_let_go, let_go, part_effect
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.ids import PaymentId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.orders.order import Order, OrderEvent, OrderStatus
from shopkeeper.domain.payments.credit import CreditAccount, CreditEntry, Movement
from shopkeeper.domain.payments.payment import NotTakenYet, PartRefund, Payment, PaymentStatus
from shopkeeper.domain.payments.splitting import Share, Source, split_refund
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Transaction

STAFF = "staff:"
"""Begins the note in the story of an order where staff gave money back; its key follows."""

TO_CARD, NOT_TAKEN, AT_TILL, TO_CREDIT, OWED, ELSEWHERE = "card", "not_taken", "till", "credit", "owed", "elsewhere"
"""Where a share goes: back to the card, never taken from it, not to be paid (or handed back) at the till, onto a gift card; owed on a
new gift card for what the card had paid; by a person, where it was paid at the till or before this shop kept payments."""


GONE_BY_HAND = frozenset({f"refund_{way}" for way in (AT_TILL, OWED, ELSEWHERE)})


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """`way` is one of the six above; `label` names a gift card."""

    way: str
    amount: Money
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`key` makes it once; `card` is a new gift card that all of it is to go onto, where the shopper chose that."""

    amount: Money
    reason: str
    key: str
    card: CreditAccount | None = None

    @property
    def note(self) -> str:
        """What the story of the order calls it: never two alike."""
        return self.reason if self.key in self.reason else f"{self.reason}:{self.key}"


def left_of(order: Order, tx: Transaction) -> Money:
    """What can still be given back of an order, over everything that paid it."""
    method, credits_used = _sources(order, _payment(order, tx), tx)
    return sum_money((source.left for source in (method, *credits_used)), order.quote.currency)


def staff_gave(order: Order) -> Money:
    """What staff gave back of it so far, however many times."""
    given = (event.amount for event in order.events if event.amount is not None and (event.note or "").startswith(STAFF))
    return -sum_money(given, order.quote.currency)


def give_back_all(order: Order, reason: str, tx: Transaction, moment: Moment) -> tuple[Order, Money, tuple[GivenBack, ...]]:
    """Everything of a refused order that is left: the payment is let go as a whole (how much of it is the second), or, where parts of it
    went back before, its rest as one more part; gift cards get back what they paid. What was to be paid at the till never was.
    """
    payment = _payment(order, tx)
    method, credits_used = _sources(order, payment, tx)
    in_parts = payment is not None and payment.status is PaymentStatus.CAPTURED and bool(payment.refunds)
    whole = method.left if payment is not None and not in_parts else Money.zero(order.quote.currency)
    if payment is not None and not in_parts:
        let_go(payment, reason, tx, moment)
    moved = in_parts or (payment is None and not _is_unpaid(order))
    rest = sum_money((source.left for source in ((method, *credits_used) if moved else credits_used)), order.quote.currency)
    if not rest:
        return order, whole, ()
    now, given = give_back(order, Wish(amount=rest, reason=reason, key=reason), tx, moment, method_too=moved)
    return now, whole, given


def give_back(order: Order, wish: Wish, tx: Transaction, moment: Moment, *, method_too: bool = True) -> tuple[Order, tuple[GivenBack, ...]]:
    """The order with the adjustments in its story (saved), and where the money goes. Raises NotHeld when that much
    is not there, and NotTakenYet for a gift card before the money was taken.
    """
    payment = _payment(order, tx)
    method, credits_used = _sources(order, payment, tx)
    if not method_too:
        method = replace(method, left=Money.zero(order.quote.currency))
    if wish.card is not None and payment is not None and payment.status is PaymentStatus.AUTHORIZED:
        raise NotTakenYet(f"{payment.id} is not captured")
    shares = split_refund(wish.amount, method, credits_used)
    case = _Case(order=order, wish=wish, payment=payment)
    given = tuple(_give(share, case, tx, moment) for share in shares)
    adjusted = order
    for one in given:
        adjusted = adjusted.record(OrderEvent(kind=f"refund_{one.way}", at=moment.now, amount=-one.amount, note=wish.note))
    tx.orders.save(adjusted)
    facts = {
        "order": order.number,
        "reason": wish.reason,
        "key": wish.key,
        "amount": wish.amount.minor,
        "ways": {g.way: g.amount.minor for g in given},
    }
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="refund.started", subject=order.checkout_id, facts=facts))
    settle_papers(order.number, tx, moment.now)
    return adjusted, given


def part_is_settled(payment_id: PaymentId, key: str, tx: Transaction, moment: Moment) -> None:
    """The provider gave the part back."""
    payment = tx.payments.get(payment_id)
    part = payment.refund_of(key) if payment is not None else None
    if payment is None or part is None or part.done:
        return
    tx.payments.save(payment.settled(key))
    facts = {"payment": payment.id, "key": key, "amount": part.amount.minor, "reason": part.reason}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="refund.settled", subject=payment.checkout_id, facts=facts))


def _payment(order: Order, tx: Transaction) -> Payment | None:
    return tx.payments.get(order.payment_id) if order.payment_id is not None else None


def _sources(order: Order, payment: Payment | None, tx: Transaction) -> tuple[Source, tuple[Source, ...]]:
    """The payment method, and the gift cards in the order they paid."""
    quote = order.quote
    back = [entry for entry in tx.credit.about(order.checkout_id) if entry.movement is Movement.REFUND]
    used: list[Source] = []
    for part in quote.credit:
        gone = sum_money((entry.amount for entry in back if _source_of(entry.operation) == part.account_id), quote.currency)
        used.append(Source(account_id=part.account_id, label=part.label, left=part.amount - gone))
    if payment is not None:
        held = payment.left if payment.status in MONEY_HELD and not is_let_go(payment, tx) else Money.zero(quote.currency)
        return Source(account_id="", label="", left=held), tuple(used)
    return Source(account_id="", label="", left=_left_without_payment(order)), tuple(used)


def _left_without_payment(order: Order) -> Money:
    """Of what is paid at the till, or was paid where the order came from: by its story."""
    told = [(event.kind, event.amount) for event in order.events if event.amount is not None]
    gone = sum_money((amount for kind, amount in told if kind in GONE_BY_HAND), order.quote.currency)
    if order.payment_method is PaymentMethod.PAY_ON_PICKUP:
        return order.quote.due + gone
    paid = sum_money((amount if kind == "paid" else -amount for kind, amount in told if kind in ("paid", "refunded")), order.quote.currency)
    return max(paid + gone, Money.zero(order.quote.currency))


def _operation(key: str, source: Source) -> str:
    return f"refund:{key}:{source.account_id}"


def _source_of(operation: str) -> str:
    return operation.rsplit(":", 1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    order: Order
    wish: Wish
    payment: Payment | None


def _give(share: Share, case: _Case, tx: Transaction, moment: Moment) -> GivenBack:
    wish, payment = case.wish, case.payment
    at_till = not share.source.account_id and _is_unpaid(case.order)
    if wish.card is not None and not at_till:
        return _onto(wish.card, share, case, tx, moment)
    if share.source.account_id:
        put_back(_entry(share.source.account_id, share, case, moment), tx, moment)
        return GivenBack(way=TO_CREDIT, amount=share.amount, label=share.source.label)
    if payment is None:
        return GivenBack(way=AT_TILL if at_till else ELSEWHERE, amount=share.amount)
    if payment.status is PaymentStatus.AUTHORIZED and share.amount < payment.left and not _capture_began(payment, tx):
        tx.payments.save(payment.take_less(share.amount))
        return GivenBack(way=NOT_TAKEN, amount=share.amount)
    part = _part(payment, share, wish, moment)
    tx.payments.save(payment.give_back(part))
    if payment.status is PaymentStatus.CAPTURED:
        tx.outbox.put(part_effect(payment.id, part.key, moment.now))
    return GivenBack(way=TO_CARD, amount=share.amount)


def _is_unpaid(order: Order) -> bool:
    """It is paid when it is fetched, and was not fetched yet."""
    return order.payment_id is None and order.payment_method is PaymentMethod.PAY_ON_PICKUP and order.status is not OrderStatus.DELIVERED


def _onto(card: CreditAccount, share: Share, case: _Case, tx: Transaction, moment: Moment) -> GivenBack:
    """The shop keeps what was paid, and owes it on the new card instead."""
    tx.credit.open(card)
    put_back(_entry(card.id, share, case, moment), tx, moment)
    if not share.source.account_id:
        if case.payment is not None:
            kept = replace(_part(case.payment, share, case.wish, moment), done=True)
            tx.payments.save(case.payment.give_back(kept))
        return GivenBack(way=OWED, amount=share.amount, label=card.label)
    return GivenBack(way=TO_CREDIT, amount=share.amount, label=card.label)


def _part(payment: Payment, share: Share, wish: Wish, moment: Moment) -> PartRefund:
    return PartRefund(key=f"{payment.id}:{wish.key}", amount=share.amount, reason=wish.reason, at=moment.now)


def _entry(account_id: str, share: Share, case: _Case, moment: Moment) -> CreditEntry:
    return CreditEntry(
        operation=_operation(f"{case.order.number}:{case.wish.key}", share.source),
        account_id=account_id,
        movement=Movement.REFUND,
        amount=share.amount,
        at=moment.now,
        subject=case.order.checkout_id,
    )


def _capture_began(payment: Payment, tx: Transaction) -> bool:
    """Where it begins at this very moment all of it is taken, and what was too much goes back when the provider says so."""
    effect = tx.outbox.get(effect_id(CAPTURE, payment.id))
    return effect is not None and (effect.status is not EffectStatus.PENDING or effect.attempts > 0)
