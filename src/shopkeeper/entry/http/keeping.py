"""The box on a payment page that lets a signed-in customer have the card kept: never ticked by itself, told before the card is used."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256

from shopkeeper.app.operator import Desk, act_as_customer
from shopkeeper.app.payment_effects import KEEP, OPEN, effect_id
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import PaymentId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import KeepMethod
from shopkeeper.ports.outbox import EffectStatus
from shopkeeper.ports.storage import Transaction


def form_key(shop: Shop, page_id: str) -> str:
    """Ties a form to its page, so that no other site can press the buttons."""
    return hmac.new(shop.form_secret, page_id.encode(), sha256).hexdigest()


def require_form_key(shop: Shop, page_id: str, given: str) -> None:
    if not hmac.compare_digest(given.encode(), form_key(shop, page_id).encode()):
        raise InvalidInput("form_expired", "This form is out of date. Open the payment page again.", status=403)


def keep_offer(payment_id: PaymentId, tx: Transaction) -> Mapping[str, bool] | None:
    """Whether the box is shown, and how it stands. Guests are not asked."""
    checkout = _open(payment_id, tx)
    state = tx.conversations.get(checkout.conversation_id) if checkout is not None else None
    if checkout is None or state is None or state.customer_id is None or checkout.mandate_id is not None:
        return None
    return {"agreed": checkout.keep_method is not None}


async def keep_on_page(shop: Shop, payment_id: PaymentId, *, keep: bool, text: str) -> None:
    """`text` is what stood beside the box. Returns once the provider knows; raises InvalidInput (503) where it does not."""

    def work(tx: Transaction) -> bool:
        checkout, offer = _open(payment_id, tx), keep_offer(payment_id, tx)
        if checkout is None or offer is None or offer["agreed"] == keep:
            return False
        command = KeepMethod(checkout_id=checkout.id, keep=keep, consent_text=text)
        act_as_customer(command, checkout.conversation_id, tx, Desk(shop.gate, shop.announcer, shop.clock.now()))
        return True

    if not await shop.storage.write(work):
        return
    settled = await shop.runner.settle(effect_id(KEEP, payment_id))
    if settled is None or settled.effect.status is not EffectStatus.SETTLED:
        raise InvalidInput("provider_unavailable", "The payment provider cannot be reached right now. Please try again.", status=503)


def _open(payment_id: PaymentId, tx: Transaction) -> Checkout | None:
    payment = tx.payments.get(payment_id)
    checkout = tx.checkouts.get(payment.checkout_id) if payment is not None and payment.status in OPEN else None
    return checkout if checkout is not None and checkout.is_open else None
