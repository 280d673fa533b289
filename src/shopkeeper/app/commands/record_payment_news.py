"""What the provider says about a payment, by answer, webhook or look-up, made true here: in any order, any number of times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from shopkeeper.app.commands.follow_mandate import follow_mandate
from shopkeeper.app.commands.payment_says import declined_says, paid_says
from shopkeeper.app.commands.place_order import is_agreed, place_order
from shopkeeper.app.credit import release_credit
from shopkeeper.app.holds import extend_all
from shopkeeper.app.invoicing import settle_papers
from shopkeeper.app.method_keeping import note_kept
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import OPEN, RECONCILE, is_let_go, let_go, part_effect, payment_effect, settle_answered, wake
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.conversation.events import ConversationEvent
from shopkeeper.domain.core.ids import PaymentId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order, OrderEvent
from shopkeeper.domain.payments.payment import NOT_WANTED, PartRefund, Payment, PaymentStatus
from shopkeeper.ports.payments import PaymentNews
from shopkeeper.ports.storage import Transaction

FIRST_LOOK = {PaymentStatus.UNKNOWN: timedelta(seconds=3), PaymentStatus.REQUIRES_ACTION: timedelta(seconds=20)}
"""When to ask the provider ourselves: soon when an answer was lost, later when the shopper is on the payment page."""

HELD_AFTER_DECLINE = timedelta(minutes=15)
PAYING = (CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.REQUIRES_ESCALATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOutcome:
    """How things stand after the news. `says` and `events` hold only what is new by it; neither is appended yet."""

    payment: Payment
    checkout: Checkout
    order: Order | None = None
    says: tuple[Say, ...] = ()
    events: tuple[ConversationEvent, ...] = ()


def record_payment_news(news: PaymentNews, tx: Transaction, moment: Moment) -> PaymentOutcome | None:
    """Payment, checkout, order and outbox after `news`; None for a key that is none of ours."""
    payment = tx.payments.get(PaymentId(news.key))
    checkout = tx.checkouts.get(payment.checkout_id) if payment else None
    if payment is None or checkout is None:
        return None
    learned = payment.learn(news.status, provider_ref=news.provider_ref, action_url=news.action_url, decline_code=news.decline_code)
    if news.captured is not None:
        learned = learned.took(news.captured)
    learned = _parts_of(learned, tx, moment)
    if learned != payment:
        tx.payments.save(learned)
        facts = {
            "payment": payment.id,
            "amount": (learned.captured or payment.amount).minor,
            "from": payment.status.value,
            "code": learned.decline_code,
        }
        action = f"payment.{learned.status.value}"
        tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=checkout.id, facts=facts))
    settle_answered(learned, tx)
    refused_again = learned.decline_code is not None and learned.decline_code != payment.decline_code
    outcome = _follow(learned, checkout, tx, moment, is_news=learned.status is not payment.status, refused_again=refused_again)
    if outcome.order is not None and learned.status is not payment.status:
        settle_papers(outcome.order.number, tx, moment.now)
    if news.kept is not None:
        outcome = _with_kept(news.kept, outcome, tx, moment)
    return _of_mandate(outcome, tx, moment) if checkout.mandate_id is not None else outcome


def _parts_of(payment: Payment, tx: Transaction, moment: Moment) -> Payment:
    """Once captured, the parts that were to go back do; what was taken although it had been let go meanwhile is one more of them."""
    if payment.status is not PaymentStatus.CAPTURED:
        return payment
    over = payment.captured - payment.wanted if payment.captured is not None else None
    if over is not None and over.minor > 0:
        payment = payment.give_back(PartRefund(key=f"{payment.id}:{NOT_WANTED}", amount=over, reason=NOT_WANTED, at=moment.now))
    for part in payment.refunds:
        if not part.done:
            tx.outbox.put(part_effect(payment.id, part.key, moment.now))
    return payment


def _with_kept(kept: SavedMethod, outcome: PaymentOutcome, tx: Transaction, moment: Moment) -> PaymentOutcome:
    current = tx.checkouts.get(outcome.checkout.id) or outcome.checkout
    said = note_kept(kept, current, tx, moment)
    now = tx.checkouts.get(current.id) or current
    return replace(outcome, checkout=now, says=(*outcome.says, said) if said is not None else outcome.says)


def _of_mandate(outcome: PaymentOutcome, tx: Transaction, moment: Moment) -> PaymentOutcome:
    """Nobody waits for it: the conversation's own cart and checkout are another matter, and stay as they are."""
    says = follow_mandate(outcome.payment, outcome.checkout, outcome.order, tx, moment)
    now = tx.checkouts.get(outcome.checkout.id) or outcome.checkout
    return replace(outcome, checkout=now, events=(), says=outcome.says if says is None else says)


def _follow(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment, *, is_news: bool, refused_again: bool) -> PaymentOutcome:
    match payment.status:
        case PaymentStatus.AUTHORIZED | PaymentStatus.CAPTURED:
            return _money_held(payment, checkout, tx, moment)
        case PaymentStatus.DECLINED if is_news:
            return _declined(payment, checkout, tx, moment)
        case PaymentStatus.CANCELED | PaymentStatus.REFUNDED if is_news:
            return _money_gone(payment, checkout, tx, moment)
        case PaymentStatus.REQUIRES_ACTION if refused_again and not is_news and not is_let_go(payment, tx):
            return _refused_on_page(payment, checkout, tx, moment)
        case PaymentStatus.UNKNOWN | PaymentStatus.REQUIRES_ACTION:
            return _still_open(payment, checkout, tx, moment, is_news=is_news)
        case _:
            return PaymentOutcome(payment=payment, checkout=checkout, order=tx.orders.for_checkout(checkout.id))


def _money_held(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment) -> PaymentOutcome:
    """Held money becomes an order or goes back; there is no third way."""
    had_order = tx.orders.for_checkout(checkout.id) is not None
    was_let_go = is_let_go(payment, tx)
    placed = place_order(checkout, payment, tx, moment)
    now = tx.checkouts.get(checkout.id) or checkout
    if isinstance(placed, Refusal):
        says = () if was_let_go else (_returned(payment, placed),)
        return PaymentOutcome(payment=payment, checkout=now, says=says)
    for effect in placed.effects:
        tx.outbox.put(effect)
    if placed.order.payment_id != payment.id:
        says = () if was_let_go else (Say(key="payment.returned", facts={"amount": payment.amount}),)
        return PaymentOutcome(payment=payment, checkout=now, order=placed.order, says=says)
    says = () if had_order else paid_says(payment, placed.order)
    return PaymentOutcome(payment=payment, checkout=now, order=placed.order, says=says, events=placed.events)


def _returned(payment: Payment, refusal: Refusal) -> Say:
    if refusal.code == "stock_gone":
        return Say(key="payment.returned_stock_gone", facts={"amount": payment.amount, "title": refusal.params["title"]})
    key = "payment.returned_window_gone" if refusal.code == "window_gone" else "payment.returned"
    return Say(key=key, facts={"amount": payment.amount})


def _declined(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment) -> PaymentOutcome:
    """Quote and holds are kept for a stated time, and the next try is one tap away."""
    quote = checkout.quote
    if quote is None or checkout.payment_id != payment.id or checkout.status not in PAYING:
        return PaymentOutcome(payment=payment, checkout=checkout)
    kept_until = max(quote.expires_at, moment.now + HELD_AFTER_DECLINE)
    extend_all(checkout.id, kept_until, tx)
    now = _step_back(checkout, tx, moment)
    return PaymentOutcome(payment=payment, checkout=now, says=declined_says(payment, quote, kept_until))


def _refused_on_page(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment) -> PaymentOutcome:
    """One card was refused, and the page still takes another: the shopper hears why, and what else they can do."""
    quote = checkout.quote
    if quote is None or not is_agreed(checkout, payment):
        return _still_open(payment, checkout, tx, moment, is_news=False)
    kept_until = max(quote.expires_at, moment.now + HELD_AFTER_DECLINE)
    extend_all(checkout.id, kept_until, tx)
    return PaymentOutcome(payment=payment, checkout=checkout, says=declined_says(payment, quote, kept_until))


def _money_gone(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment) -> PaymentOutcome:
    order = tx.orders.for_checkout(checkout.id)
    if order is not None and order.payment_id == payment.id:
        if payment.outstanding:
            order = order.record(OrderEvent(kind=f"payment_{payment.status.value}", at=moment.now, amount=-payment.outstanding))
            tx.orders.save(order)
        return PaymentOutcome(payment=payment, checkout=checkout, order=order)
    if checkout.payment_id != payment.id or checkout.status not in PAYING:
        return PaymentOutcome(payment=payment, checkout=checkout, order=order)
    says = (Say(key="payment.not_charged"),)
    return PaymentOutcome(payment=payment, checkout=_step_back(checkout, tx, moment), order=order, says=says)


def _step_back(checkout: Checkout, tx: Transaction, moment: Moment) -> Checkout:
    """From paying back to where the shopper can confirm again, or to a new quote when this one has run out."""
    release_credit(checkout.id, tx, moment)
    quote = checkout.quote
    payable = quote is not None and quote.expires_at > moment.now
    now = checkout.move(CheckoutStatus.READY_FOR_COMPLETE if payable else CheckoutStatus.INCOMPLETE)
    now = now if payable else now.void_quote("expired")
    tx.checkouts.save(now)
    return now


def _still_open(payment: Payment, checkout: Checkout, tx: Transaction, moment: Moment, *, is_news: bool) -> PaymentOutcome:
    assert payment.status in OPEN
    if not is_agreed(checkout, payment):
        let_go(payment, "not_agreed", tx, moment)
        return PaymentOutcome(payment=payment, checkout=checkout)
    if not is_news:
        return PaymentOutcome(payment=payment, checkout=checkout)
    wake(payment_effect(RECONCILE, payment.id, moment.now + FIRST_LOOK[payment.status]), tx)
    if payment.status is PaymentStatus.UNKNOWN:
        return PaymentOutcome(payment=payment, checkout=checkout, says=(Say(key="payment.checking"),))
    now = checkout
    if checkout.status is CheckoutStatus.COMPLETE_IN_PROGRESS:
        now = checkout.move(CheckoutStatus.REQUIRES_ESCALATION)
        tx.checkouts.save(now)
    return PaymentOutcome(payment=payment, checkout=now, says=(Say(key="payment.page", facts={"amount": payment.amount}),))
