"""Spending gift cards and store credit: held while a checkout is being paid, redeemed with the order, released otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.quote import CreditPart, Quote
from shopkeeper.domain.core.ids import CheckoutId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.payments.credit import (
    CreditAccount,
    CreditEntry,
    CreditKind,
    Movement,
    available,
    code_hash,
    end_of,
    open_holds,
    plain_code,
)
from shopkeeper.ports.storage import Transaction


def gift_card(code: str, currency: str, *, expires_at: datetime | None = None) -> CreditAccount:
    """The account of a new gift card; only the end of its code can be told from it."""
    hashed = code_hash(code)
    label = f"•••• {plain_code(code)[-4:]}"
    return CreditAccount(
        id=f"gft_{hashed[:20]}", kind=CreditKind.GIFT_CARD, label=label, currency=currency, code_hash=hashed, expires_at=expires_at
    )


def issue(account: CreditAccount, amount: Money, operation: str, tx: Transaction, moment: Moment) -> bool:
    """Put `amount` on a new or known account, once per `operation`. Raises ValueError for an amount that is none."""
    if amount.minor <= 0 or amount.currency != account.currency:
        raise ValueError("what is issued is more than nothing, in the account's currency")
    tx.credit.open(account)
    entry = CreditEntry(operation=operation, account_id=account.id, movement=Movement.ISSUE, amount=amount, at=moment.now)
    return _enter(entry, tx, moment)


def put_back(entry: CreditEntry, tx: Transaction, moment: Moment) -> bool:
    """Refund onto an account, once per operation; the entry's subject is the checkout that was paid for."""
    return _enter(entry, tx, moment)


def balance(account: CreditAccount, tx: Transaction) -> Money:
    return available(tx.credit.entries(account.id), account.currency)


def credit_parts(cart: Cart, checkout_id: CheckoutId, total: Money, tx: Transaction, moment: Moment) -> tuple[CreditPart, ...]:
    """What each of the cart's gift cards and credits would pay of `total`, in the order they were given."""
    parts: list[CreditPart] = []
    left = total
    own = {hold.account_id: hold.amount for hold in open_holds(tx.credit.about(checkout_id))} if cart.credit else {}
    for account_id in cart.credit:
        account = tx.credit.account(account_id)
        if account is None or account.currency != total.currency or account.is_over(moment.now):
            continue
        usable = balance(account, tx) + own.get(account_id, Money.zero(total.currency))
        amount = min(left, usable, key=lambda money: money.minor)
        if amount.minor > 0:
            parts.append(CreditPart(account_id=account.id, kind=account.kind.value, label=account.label, amount=amount))
            left = left - amount
    return tuple(parts)


def hold_credit(quote: Quote, tx: Transaction, moment: Moment) -> bool:
    """Set aside what the quote says, all of it or nothing. What is held for this checkout already is taken as it is."""
    held = {hold.account_id: hold for hold in open_holds(tx.credit.about(quote.checkout_id))}
    if {(h.account_id, h.amount) for h in held.values()} == {(part.account_id, part.amount) for part in quote.credit}:
        return True
    release_credit(quote.checkout_id, tx, moment)
    accounts = {part.account_id: tx.credit.account(part.account_id) for part in quote.credit}
    for part in quote.credit:
        account = accounts[part.account_id]
        if account is None or account.is_over(moment.now) or balance(account, tx) < part.amount:
            release_credit(quote.checkout_id, tx, moment)
            return False
        number = sum(entry.movement is Movement.HOLD for entry in tx.credit.about(quote.checkout_id))
        hold = CreditEntry(
            operation=f"hold:{quote.checkout_id}:{number}",
            account_id=part.account_id,
            movement=Movement.HOLD,
            amount=part.amount,
            at=moment.now,
            subject=quote.checkout_id,
        )
        _enter(hold, tx, moment)
    return True


def redeem_credit(quote: Quote, tx: Transaction, moment: Moment) -> bool:
    """Spend what the quote says. False when it is not there (any more); nothing is spent then."""
    if not quote.credit:
        release_credit(quote.checkout_id, tx, moment)
        return True
    if not hold_credit(quote, tx, moment):
        return False
    for hold in open_holds(tx.credit.about(quote.checkout_id)):
        _enter(_end(hold, Movement.REDEEM, moment), tx, moment)
    return True


def release_credit(checkout_id: CheckoutId, tx: Transaction, moment: Moment) -> int:
    """Give back what is held for a checkout; how many holds that were."""
    holds = open_holds(tx.credit.about(checkout_id))
    for hold in holds:
        _enter(_end(hold, Movement.RELEASE, moment), tx, moment)
    return len(holds)


def _enter(entry: CreditEntry, tx: Transaction, moment: Moment) -> bool:
    if not tx.credit.enter(entry):
        return False
    facts = {"account": entry.account_id, "amount": entry.amount.minor, "currency": entry.amount.currency}
    about, action = entry.subject or entry.account_id, f"credit.{entry.movement.value}"
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=about, facts=facts))
    return True


def _end(hold: CreditEntry, movement: Movement, moment: Moment) -> CreditEntry:
    return replace(hold, operation=end_of(hold), movement=movement, at=moment.now)
