"""Entering a promotion code: kept with the cart, weighed against every other offer, and the result said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import basket_of, shop_profile, tariff_of
from shopkeeper.app.credit import balance
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.pricing import Pricing, price_basket
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.payments.credit import CreditAccount, code_hash
from shopkeeper.domain.policy.command import ApplyCode
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.promotions.discount import AppliedDiscount, RejectedDiscount
from shopkeeper.domain.promotions.engine import normalize_code
from shopkeeper.ports.storage import Transaction

D = TypeVar("D", AppliedDiscount, RejectedDiscount)


def apply_code(permit: Permit[ApplyCode], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Refuses `code_<reason>` for a code that is unknown or over; one that only loses the comparison is kept and told."""
    command = permit.command
    code = normalize_code(command.code)
    cart = tx.carts.get(command.cart_id)
    if cart is None or not cart.lines:
        return Refusal(code="cart_empty")
    account = tx.credit.by_code(code_hash(command.code))
    if account is not None:
        return _apply_credit(permit, account, tx, moment)
    pricing = _price(cart.with_code(code), tx, moment)
    lost = _with_code(pricing.rejected, code)
    if lost is not None and lost.reason != "not_stackable":
        return Refusal(code=f"code_{lost.reason}", params={"code": code, "title": lost.title})
    won = _with_code(pricing.applied, code)
    facts = {
        "code": "code_applied" if won else "code_not_better",
        "entered": code,
        "title": won.title if won else lost.title if lost else code,
        "amount": won.amount if won else lost.amount if lost else None,
        "goods_total": pricing.goods_after_discount,
        "others": [{"title": r.title, "amount": r.amount, "reason": r.reason} for r in pricing.rejected if r is not lost],
    }
    return change_cart(permit, command.cart_id, lambda kept: kept.with_code(code), tx, moment, facts=facts)


def _apply_credit(permit: Permit[ApplyCode], account: CreditAccount, tx: Transaction, moment: Moment) -> Ran | Refusal:
    """A gift card: it pays a part of whatever the cart comes to. Refuses one that is over or spent."""
    left = balance(account, tx)
    if account.is_over(moment.now):
        return Refusal(code="credit_over", params={"label": account.label, "at": account.expires_at})
    if not left:
        return Refusal(code="credit_spent", params={"label": account.label})
    facts = {"code": "credit_applied", "title": account.label, "amount": left}
    return change_cart(permit, permit.command.cart_id, lambda kept: kept.with_credit(account.id), tx, moment, facts=facts)


def _price(cart: Cart, tx: Transaction, moment: Moment) -> Pricing:
    profile = shop_profile(tx)
    basket = basket_of(cart, profile, tx, moment.language)
    return price_basket(basket.lines, codes=cart.codes, tariff=tariff_of(profile, tx, {}), method=None, now=moment.now)


def _with_code(discounts: Iterable[D], code: str) -> D | None:
    return next((item for item in discounts if item.code is not None and normalize_code(item.code) == code), None)
