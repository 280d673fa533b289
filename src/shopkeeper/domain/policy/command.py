"""Everything that can change state. A command is plain data; running one takes a `Permit` for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from shopkeeper.domain.cart.substitution import Substitution
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice
from shopkeeper.domain.checkout.tip import Tip
from shopkeeper.domain.core.ids import (
    BookingId,
    CartId,
    CheckoutId,
    ConversationId,
    Digest,
    LineId,
    MandateId,
    OrderNumber,
    ProductId,
    RmaNumber,
    Sku,
    StaffId,
)
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.shipment import TimeWish
from shopkeeper.domain.mandates.wish import MandateWish
from shopkeeper.domain.returns.rma import ReturnReason, RmaKind, RmaWish

CURRENT_CHECKOUT = CheckoutId("current")
"""Stands for the checkout that an earlier command of the same turn opens; the turn puts the real id in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLineItem:
    cart_id: CartId
    sku: Sku
    product_id: ProductId
    quantity: int
    modifiers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeQuantity:
    cart_id: CartId
    line_id: LineId
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeVariant:
    """Another variant, or another product, for a line; `quantity` of it, or as many as before."""

    cart_id: CartId
    line_id: LineId
    sku: Sku
    product_id: ProductId
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeModifiers:
    """Make a line (or `quantity` of it) another way."""

    cart_id: CartId
    line_id: LineId
    modifiers: Mapping[str, str]
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSubstitution:
    """What shall happen where one of these lines is missing."""

    cart_id: CartId
    line_ids: tuple[LineId, ...]
    substitution: Substitution


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLineItem:
    cart_id: CartId
    line_id: LineId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearCart:
    cart_id: CartId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyCode:
    cart_id: CartId
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCode:
    """Take back `code`, or every code when None."""

    cart_id: CartId
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCheckout:
    """Open (or reopen) the checkout of a cart and price it."""

    cart_id: CartId
    conversation_id: ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCheckout:
    """Change how it is delivered, paid or receipted; what stays None stays as it is.

    A `draft` is a plan only: nothing is quoted or held for it before the shopper goes to check out.
    """

    checkout_id: CheckoutId
    delivery: DeliveryChoice | None = None
    payment_method: PaymentMethod | None = None
    email: str | None = None
    tip: Tip | None = None
    draft: bool = False
    wanted: TimeWish | None = None
    any_time: bool = False
    """The wished time does not matter any more."""
    saved_method: str | None = None
    """The token of the saved method that pays, where there are several."""
    part: bool = False
    """Only what can be had that way: the rest leaves the cart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteCheckout:
    """The shopper agrees to exactly this digest and wants to pay."""

    checkout_id: CheckoutId
    digest: Digest
    consent_text: str
    delegated_token: str | None = field(default=None, repr=False)
    """A token the provider made for this checkout alone, given by the shopper's own assistant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepMethod:
    """The customer says that the card they pay with may be kept for next time, or may not after all."""

    checkout_id: CheckoutId
    keep: bool
    consent_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelCheckout:
    checkout_id: CheckoutId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHandoff:
    """`emotion` and `risk` are codes of `domain/conversation/handoff.py`."""

    conversation_id: ConversationId
    reason: str
    emotion: str = "calm"
    risk: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCallback:
    """Call them instead of writing; the number goes onto the waiting ticket."""

    conversation_id: ConversationId
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """An operator takes a conversation."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorReply:
    conversation_id: ConversationId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseHandoff:
    """The operator hands the conversation back to the assistant."""

    conversation_id: ConversationId
    resolution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReturn:
    """`lines` are (line id, quantity). Drafting again for the same conversation and order replaces the draft."""

    conversation_id: ConversationId
    order_number: OrderNumber
    lines: tuple[tuple[LineId, int], ...]
    kind: RmaKind
    reason: ReturnReason = ReturnReason.NOT_STATED
    comment: str = ""
    wish: RmaWish = RmaWish.REFUND
    exchange_for: Sku | None = None
    """With the wish for an exchange; `exchange_title` is its name as the shopper was told it."""
    exchange_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDenial:
    """What the terms do not allow becomes a case with a number, so that a person can look at it again.

    `code` says what stands against it.
    """

    conversation_id: ConversationId
    order_number: OrderNumber
    lines: tuple[tuple[LineId, int], ...]
    kind: RmaKind
    code: str
    reason: ReturnReason = ReturnReason.NOT_STATED
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachPhoto:
    """Learn from a photo of this conversation that it shows `sku`: said by its shopper, or by staff."""

    conversation_id: ConversationId
    sha256: str
    sku: Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagClaim:
    """Photos of goods said to be broken or wrong that a person should look at: digests of kept copies, and codes of what was noticed."""

    conversation_id: ConversationId
    order_number: OrderNumber
    line_id: LineId
    reason: ReturnReason
    photos: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReturn:
    number: RmaNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelReturn:
    number: RmaNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideReturn:
    """An operator's decision; `note` is told to the shopper in the role's name."""

    number: RmaNumber
    approve: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReturn:
    """What was sent back is here. `accepted`: the money goes back (onto a new gift card with `card_code`, as the shopper chose);
    `collected`: what an exchange for dearer goods costs more was paid. Else `note` says why not."""

    number: RmaNumber
    accepted: bool
    note: str = ""
    collected: bool = False
    card_code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldBooking:
    """Hold a window for a short while; an earlier hold of the conversation for the same service moves there."""

    conversation_id: ConversationId
    sku: Sku
    staff_id: StaffId
    starts_at: datetime
    add_ons: tuple[Sku, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmBooking:
    booking_id: BookingId


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking:
    booking_id: BookingId
    staff_id: StaffId
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    booking_id: BookingId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMandate:
    """Write down what the customer would let the shop buy for them, to be read back. Proposing again replaces the proposal."""

    conversation_id: ConversationId
    sku: Sku
    product_id: ProductId
    title: str
    wish: MandateWish


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantMandate:
    """The customer agrees to exactly the terms with this digest."""

    mandate_id: MandateId
    digest: Digest
    consent_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeMandate:
    mandate_id: MandateId


@dataclass(frozen=True, slots=True, kw_only=True)
class UseMandate:
    """Buy the quote on the table of `checkout_id` under a mandate; `total` is what it comes to."""

    mandate_id: MandateId
    checkout_id: CheckoutId
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSavedMethod:
    """`method_id` is the one shown outside, not the token."""

    method_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """Staff give `amount` of an order back, once per `key`. `card_code`: onto a new gift card with this code, as the shopper chose."""

    number: OrderNumber
    amount: Money
    key: str
    card_code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseMyData:
    """Everything kept about the customer of this conversation, but for what the law keeps."""

    conversation_id: ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCommand:
    """A command that a shop adds. Its subclasses are commands like any other: gate, permit, and a verb in the registry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWish:
    """Keep a wish for the people who pack and hand over; nothing is promised by it."""

    conversation_id: ConversationId
    topic: str
    text: str


Command: TypeAlias = (
    AddLineItem
    | ChangeQuantity
    | ChangeVariant
    | ChangeModifiers
    | RemoveLineItem
    | SetSubstitution
    | ClearCart
    | ApplyCode
    | RemoveCode
    | StartCheckout
    | UpdateCheckout
    | CompleteCheckout
    | KeepMethod
    | CancelCheckout
    | RequestHandoff
    | OwnCommand
    | NoteWish
    | SetCallback
    | TakeOver
    | OperatorReply
    | CloseHandoff
    | DraftReturn
    | RecordDenial
    | FlagClaim
    | TeachPhoto
    | ConfirmReturn
    | CancelReturn
    | DecideReturn
    | ReceiveReturn
    | HoldBooking
    | ConfirmBooking
    | MoveBooking
    | CancelBooking
    | ProposeMandate
    | GrantMandate
    | RevokeMandate
    | UseMandate
    | RemoveSavedMethod
    | RefundOrder
    | EraseMyData
)
