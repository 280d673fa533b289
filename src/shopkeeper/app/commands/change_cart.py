"""What every change of a cart has in common: an open checkout over it is priced anew in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shopkeeper.app.callbacks.relay import tell_cart
from shopkeeper.app.commands.open_payment import abandon_payment, step_back_from_payment
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import Refreshed, refresh_quote, withdraw_quote
from shopkeeper.app.commands.route_says import drafted_says, route_says
from shopkeeper.app.moment import Moment
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import CartId
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def change_cart(
    permit: Permit[object],
    cart_id: CartId,
    change: Callable[[Cart], Cart | Refusal],
    tx: Transaction,
    moment: Moment,
    *,
    facts: Mapping[str, object],
) -> Ran | Refusal:
    """Save the changed cart; `facts` gain what became of the open checkout (`quote`, see `_reprice`)."""
    cart = tx.carts.get(cart_id) or Cart(id=cart_id, customer_id=moment.customer_id)
    changed = change(cart)
    if isinstance(changed, Refusal):
        return changed
    checkout = tx.checkouts.open_for(cart_id)
    free = step_back_from_payment(checkout, tx) if checkout is not None else None
    if isinstance(free, Refusal):
        return free
    tx.carts.save(changed)
    tell_cart(changed, tx, moment)
    result: dict[str, object] = {**facts, "cart_count": changed.count, "lines": len(changed.lines)}
    if checkout is not None and free is not None:
        abandon_payment(checkout, tx, moment)
        result.update(_reprice(free, permit.rule_versions, tx, moment))
    return Ran(facts=result)


def _reprice(checkout: Checkout, rule_versions: Mapping[str, int], tx: Transaction, moment: Moment) -> Mapping[str, object]:
    """`quote` is `none`, `standing`, `new` or `void`; a void one comes with the `problem` that stands in the way."""
    outcome = refresh_quote(checkout, rule_versions, tx, moment)
    if isinstance(outcome, Refusal):
        withdraw_quote(checkout, outcome.code, tx, moment)
        return {"quote": "void", "problem": {"code": outcome.code, "params": dict(outcome.params)}}
    return quote_facts(outcome, tx)


def quote_facts(refreshed: Refreshed, tx: Transaction) -> Mapping[str, object]:
    quote, before = refreshed.quote, refreshed.before
    if quote is None and refreshed.drafted:
        return {"quote": "none", "route": drafted_says(refreshed.checkout, refreshed.drafted, tx)}
    if quote is None:
        return {"quote": "none"}
    kind = "standing" if before is not None and before.digest == quote.digest else "new"
    old = before.total if before is not None else None
    told = {"quote": kind, "change": refreshed.change.value, "total": quote.total, "old_total": old, "digest": quote.digest}
    moved = refreshed.checkout.late or before is None or before.shipments != quote.shipments or before.delivery != quote.delivery
    return {**told, "route": route_says(refreshed.checkout, tx)} if moved else told
