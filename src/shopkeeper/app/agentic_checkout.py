"""A checkout that another assistant drives for its user (Agentic Commerce Protocol): the same cart, quote, consent and payment as ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from shopkeeper.app.conversations import Opening, open_conversation
from shopkeeper.app.errand import Errand, Stopped
from shopkeeper.app.moment import Moment
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.domain.checkout.checkout import Checkout, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, Sku
from shopkeeper.domain.policy.command import AddLineItem, CancelCheckout, ClearCart, CompleteCheckout, StartCheckout, UpdateCheckout
from shopkeeper.ports.storage import Transaction

STOREFRONT = "acp:"
"""Before the assistant's name: a session belongs to the assistant that opened it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a request asks for; None = left as it is."""

    items: tuple[tuple[Sku, int], ...] | None = None
    delivery: DeliveryChoice | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The token that pays for this session alone, and where the receipt goes."""

    token: str = field(repr=False)
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The assistant by the name its key was given to."""

    name: str
    gate: GateKeeper

    @property
    def storefront(self) -> str:
        return f"{STOREFRONT}{self.name}"


def open_session(wanted: Wanted, opening: Opening, caller: Caller, tx: Transaction, moment: Moment) -> Checkout:
    """A new conversation with a checkout of its own; nobody holds its token, so nothing else gets in. Raises Stopped."""
    state = open_conversation(replace(opening, storefront=caller.storefront), tx, moment.now)
    errand = _errand(state, caller, tx, moment)
    _fill(errand, wanted.items or ())
    started = errand.do(StartCheckout(cart_id=state.cart_id, conversation_id=state.id))
    checkout_id = CheckoutId(str(started.facts["checkout_id"]))
    errand.do(UpdateCheckout(checkout_id=checkout_id, payment_method=PaymentMethod.CARD, delivery=wanted.delivery, email=wanted.email))
    errand.commit_effects()
    return _now(checkout_id, tx)


def change_session(checkout_id: CheckoutId, wanted: Wanted, caller: Caller, tx: Transaction, moment: Moment) -> Checkout:
    """Raises Stopped; `checkout_closed` where nothing can be changed any more."""
    checkout, state = session_of(checkout_id, caller, tx)
    if not checkout.is_open:
        raise Stopped("checkout_closed")
    errand = _errand(state, caller, tx, moment)
    if wanted.items is not None:
        errand.do(ClearCart(cart_id=checkout.cart_id))
        _fill(errand, wanted.items)
    errand.do(UpdateCheckout(checkout_id=checkout_id, payment_method=PaymentMethod.CARD, delivery=wanted.delivery, email=wanted.email))
    errand.commit_effects()
    return _now(checkout_id, tx)


def complete_session(checkout_id: CheckoutId, payment: Payment, caller: Caller, tx: Transaction, moment: Moment) -> Mapping[str, object]:
    """The user agreed, in their assistant, to the price of the last answer. Facts as of CompleteCheckout; raises Stopped."""
    checkout, state = session_of(checkout_id, caller, tx)
    errand = _errand(state, caller, tx, moment)
    if payment.email is not None and checkout.is_open and payment.email != checkout.email:
        errand.do(UpdateCheckout(checkout_id=checkout_id, email=payment.email))
        checkout = _now(checkout_id, tx)
    if not checkout.quotes:
        raise Stopped("checkout_incomplete")
    said = f"completed through {caller.name} (Agentic Commerce Protocol)"
    ran = errand.do(
        CompleteCheckout(checkout_id=checkout_id, digest=checkout.quotes[-1].digest, consent_text=said, delegated_token=payment.token)
    )
    errand.commit_effects()
    return ran.facts


def cancel_session(checkout_id: CheckoutId, caller: Caller, tx: Transaction, moment: Moment) -> Checkout:
    checkout, state = session_of(checkout_id, caller, tx)
    if not checkout.is_open:
        raise Stopped("checkout_closed")
    errand = _errand(state, caller, tx, moment)
    errand.do(CancelCheckout(checkout_id=checkout_id, reason="shopper"))
    errand.commit_effects()
    return _now(checkout_id, tx)


def session_of(checkout_id: CheckoutId, caller: Caller, tx: Transaction) -> tuple[Checkout, ConversationState]:
    """Raises Stopped("session_unknown") for one that is not there or another assistant's."""
    checkout = tx.checkouts.get(checkout_id)
    state = tx.conversations.get(checkout.conversation_id) if checkout is not None else None
    if checkout is None or state is None or state.storefront != caller.storefront:
        raise Stopped("session_unknown")
    return checkout, state


def _errand(state: ConversationState, caller: Caller, tx: Transaction, moment: Moment) -> Errand:
    now = replace(moment, conversation_id=ConversationId(state.id), language=state.language)
    return Errand(state=state, tx=tx, moment=now, gate=caller.gate)


def _fill(errand: Errand, items: Sequence[tuple[Sku, int]]) -> None:
    products = errand.tx.catalog.products_of({sku for sku, _ in items})
    for place, (sku, quantity) in enumerate(items):
        product_id = products.get(sku)
        if product_id is None:
            raise Stopped("variant_unknown", {"at": place, "sku": sku})
        try:
            errand.do(AddLineItem(cart_id=errand.state.cart_id, sku=sku, product_id=product_id, quantity=quantity))
        except Stopped as stopped:
            raise Stopped(stopped.code, {**stopped.params, "at": place, "sku": sku}) from stopped


def _now(checkout_id: CheckoutId, tx: Transaction) -> Checkout:
    checkout = tx.checkouts.get(checkout_id)
    assert checkout is not None
    return checkout
