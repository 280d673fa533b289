"""Taking a promotion code back: the cart is priced without it, so an offer that had to give way counts again."""

from __future__ import annotations

from shopkeeper.app.commands.change_cart import change_cart
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RemoveCode
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.domain.promotions.engine import normalize_code
from shopkeeper.ports.storage import Transaction


def remove_code(permit: Permit[RemoveCode], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Refuses `code_not_used` when the cart does not have it."""
    command = permit.command
    code = normalize_code(command.code) if command.code is not None else None
    cart = tx.carts.get(command.cart_id)
    gone = [kept for kept in (cart.codes if cart else ()) if code is None or kept == code]
    if not gone:
        return Refusal(code="code_not_used", params={"code": code or ""})
    return change_cart(
        permit,
        command.cart_id,
        lambda kept: kept.without_codes(code),
        tx,
        moment,
        facts={"code": "code_removed", "entered": ", ".join(gone)},
    )
