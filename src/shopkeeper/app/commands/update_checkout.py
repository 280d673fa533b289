"""Changing how an open checkout is delivered, paid or receipted, in any order and as often as one likes until it is paid."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.callbacks.relay import tell_cart
from shopkeeper.app.commands.change_cart import quote_facts
from shopkeeper.app.commands.cut_cart import cut_cart
from shopkeeper.app.commands.open_payment import abandon_payment, step_back_from_payment
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import basket_of, refresh_quote, shop_profile, tariff_of
from shopkeeper.app.moment import Moment
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.checkout.pricing import price_basket
from shopkeeper.domain.checkout.readiness import missing, pays_where_nobody_stands
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import UpdateCheckout
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

BASKET_CODES = frozenset({"short_stock", "no_kitchen", "scattered", "outside_area"})
"""The goods cannot all be had that way: what can be done about it is offered (`queries/basket_ways`)."""
WAYS_OUT = ("deliver_and_pay_now", "pickup_and_pay_there")


def update_checkout(permit: Permit[UpdateCheckout], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """A refusal leaves cart, quote and holds as they were. Where no quote stands, how it was wanted is kept: what is said next
    ("split it", "just what you have") is about that.
    """
    command = permit.command
    checkout = tx.checkouts.get(command.checkout_id)
    if checkout is None or not checkout.is_open:
        return Refusal(code="checkout_closed")
    changed = _with_changes(checkout, command)
    tip = _tip(command, changed, tx, moment)
    if isinstance(tip, Refusal):
        return tip
    if pays_where_nobody_stands(changed):
        return Refusal(code="pickup_payment_conflict", params={"ways": list(WAYS_OUT)})
    if command.draft and checkout.status is not CheckoutStatus.INCOMPLETE:
        # What is on the table already stays there: a plan for something else is made by changing it in so many words.
        command = replace(command, draft=False)
    if replace(changed, email=checkout.email) == checkout and checkout.status is not CheckoutStatus.INCOMPLETE:
        tx.checkouts.save(changed)
        return Ran(facts={"code": "checkout_updated", "checkout_id": checkout.id, "missing": None, "quote": "standing", "tip": tip})
    free = step_back_from_payment(changed, tx)
    if isinstance(free, Refusal):
        return free
    cut = cut_cart(free, tx, moment) if command.part else None
    refreshed = refresh_quote(free, permit.rule_versions, tx, moment, draft=command.draft)
    if isinstance(refreshed, Refusal):
        if cut is not None:
            tx.carts.save(cut.before)
        if refreshed.code in BASKET_CODES and checkout.quote is None:
            tx.checkouts.save(changed)
        return refreshed
    if cut is not None:
        tell_cart(cut.after, tx, moment)
    abandon_payment(checkout, tx, moment)
    wanted = missing(refreshed.checkout.delivery)
    facts = {"code": "checkout_updated", "checkout_id": checkout.id, "missing": wanted.value if wanted else None, "tip": tip}
    return Ran(facts={**facts, **quote_facts(refreshed, tx), "left_out": cut.left_out if cut is not None else ()})


def _tip(command: UpdateCheckout, changed: Checkout, tx: Transaction, moment: Moment) -> Money | Refusal | None:
    """What the tip comes to now: as the shopper says, up to what the shop takes, so that a slip of the finger does not cost them dearly."""
    profile, cart = shop_profile(tx), tx.carts.get(changed.cart_id)
    if command.tip is None or cart is None:
        return None
    lines = basket_of(cart, profile, tx, moment.language, changed.delivery).lines
    tariff = tariff_of(profile, tx, {}, changed.delivery)
    tip = price_basket(lines, codes=cart.codes, tariff=tariff, method=None, now=moment.now, tip=command.tip).tip
    terms = profile.tips
    if not tip or terms is None:
        return Refusal(code="tips_not_taken") if tip else None
    return Refusal(code="tip_too_large", params={"tip": tip, "most": terms.most}) if tip > terms.most else tip


def _with_changes(checkout: Checkout, command: UpdateCheckout) -> Checkout:
    return replace(
        checkout,
        delivery=command.delivery or checkout.delivery,
        payment_method=command.payment_method or checkout.payment_method,
        saved_method=command.saved_method or checkout.saved_method,
        email=command.email or checkout.email,
        tip=command.tip or checkout.tip,
        wanted=None if command.any_time else command.wanted or checkout.wanted,
    )
