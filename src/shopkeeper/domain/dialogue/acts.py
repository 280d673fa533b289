"""The closed set of things a message can mean. Understanding proposes acts; it never runs anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from shopkeeper.domain.cart.substitution import SubstituteRule
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import BookingId, Digest, MandateId, OrderNumber, RmaNumber, Sku, StaffId, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.dialogue.grammar.times import When
from shopkeeper.domain.dialogue.reference import ByPhoto, Reference
from shopkeeper.domain.fulfillment.shipment import TimeWish
from shopkeeper.domain.mandates.wish import MandateWish
from shopkeeper.domain.returns.rma import ReturnReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What the thing must or must not be."""

    max_price: Money | None = None
    min_price: Money | None = None
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    exclude: tuple[str, ...] = ()
    free_from: tuple[str, ...] = ()
    diet: tuple[str, ...] = ()
    in_stock: bool = False
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindProduct:
    type: Literal["find_product"] = "find_product"
    reference: Reference | None = None
    constraints: Constraints = Constraints()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindOthers:
    """ "Show me more", "something else", "cheaper ones": of the kind that was shown. `price` is "cheaper", "dearer" or empty."""

    type: Literal["find_others"] = "find_others"
    price: str = ""
    constraints: Constraints = Constraints()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhy:
    """ "Why that one?", asked about what was shown."""

    type: Literal["ask_why"] = "ask_why"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAboutProduct:
    """`aspect` such as price, stock, allergens, size, delivery, details, reviews, elsewhere (what others charge), or an attribute.

    `words` name a property that no aspect stands for ("dishwasher safe").
    """

    type: Literal["ask_about_product"] = "ask_about_product"
    reference: Reference
    aspect: str = "details"
    words: str = ""
    wanted: TimeWish | None = None
    """When it is wanted, where that was asked along with `delivery`: "can it arrive by Thursday?"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareProducts:
    type: Literal["compare_products"] = "compare_products"
    references: tuple[Reference, ...] = ()
    by: str = ""
    """What is compared: "lighter", "heavier", "smaller", "bigger", "other" (something else than price), or empty for the price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseDelivery:
    type: Literal["choose_delivery"] = "choose_delivery"
    method: DeliveryMethod
    store_id: StoreId | None = None
    draft: bool = False
    """Asked about ("can I get it today in Mitte?") rather than settled."""
    wanted: TimeWish | None = None
    """When, where that was said along with it."""
    split: bool = False
    """From several branches, where no one has it all."""
    part: bool = False
    """Only what there is of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLineItem:
    """`quantity` None = not said (one). `pieces` is a count in the pack's own unit ("twelve eggs").

    `doubted` quantities are asked about before anything is added: one that was not heard surely, or several that parts of the
    message do not agree on. `unsure` are words for the product that were not heard surely, `differs` what was (written, said)
    of an option. `delivery` and `budget` were said of the same wish; `budgets` are two that the parts of the message do not agree on.
    """

    type: Literal["add_line_item"] = "add_line_item"
    reference: Reference
    quantity: int | None = None
    pieces: int | None = None
    modifiers: Mapping[str, str] = field(default_factory=dict[str, str])
    doubted: tuple[int, ...] = ()
    unsure: str = ""
    differs: tuple[str, str] | None = None
    delivery: ChooseDelivery | None = None
    budget: Money | None = None
    budgets: tuple[Money, ...] = ()
    photo: str = ""
    """Digest of the photo that showed the thing, where the shop can learn from it."""
    between: tuple[int, ...] = ()
    """The ends of a range that was said for the quantity ("2 or 3"): asked about before anything is added."""
    otherwise: Reference | None = None
    """What is taken where `reference` cannot be had."""
    to_order: bool = False
    """Said to go with an order ("add a mug to that order"), which may be one that is placed already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeQuantity:
    """Set (`quantity`) or move (`delta`) the quantity of a line; both None = ask. `in_pieces`: counted in what its packs hold."""

    type: Literal["change_quantity"] = "change_quantity"
    reference: Reference
    quantity: int | None = None
    delta: int | None = None
    in_pieces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeVariant:
    """ "make it the brown one", "eggs instead of the milk": `to` says which, `reference` which line (focus if not said).

    `quantity` (or `pieces`: "a dozen eggs") of the new one; as many as before if not said.
    """

    type: Literal["change_variant"] = "change_variant"
    reference: Reference
    to: Reference
    quantity: int | None = None
    pieces: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WishSubstitute:
    """What shall happen where the line is missing; without a `reference` it is said of every line. `to` is what may come instead."""

    type: Literal["wish_substitute"] = "wish_substitute"
    rule: SubstituteRule
    reference: Reference | None = None
    to: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeModifiers:
    """ "with less ice, please": how a line is made; `quantity` when it is only some of it."""

    type: Literal["change_modifiers"] = "change_modifiers"
    reference: Reference
    modifiers: Mapping[str, str]
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLineItem:
    type: Literal["remove_line_item"] = "remove_line_item"
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCart:
    type: Literal["show_cart"] = "show_cart"
    free_from: tuple[str, ...] = ()
    """Allergens it is asked to be free from ("is there nut in my cart?")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainTotal:
    """ "How is the total made up?": line by line, with the taxes in it."""

    type: Literal["explain_total"] = "explain_total"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearCart:
    """Everything goes; with `keep`, everything but that ("remove everything except the eggs")."""

    type: Literal["clear_cart"] = "clear_cart"
    keep: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyCode:
    type: Literal["apply_code"] = "apply_code"
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCode:
    """ "Without the code": `code` None = whichever was entered."""

    type: Literal["remove_code"] = "remove_code"
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOut:
    type: Literal["check_out"] = "check_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAddress:
    """A whole address, or the `label` of a known one ("my office")."""

    type: Literal["give_address"] = "give_address"
    address: Address | None = None
    label: str | None = None
    draft: bool = False
    """Said along with a thing that was only seen on a photo: nothing is held for it yet."""
    part: str | None = None
    """The words for the one field that was asked for; empty where only the `city` was said."""
    city: str | None = None
    """The town, where it was said beside the postal code that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichDelivery:
    """Parts of a message name different ways to get the goods: neither counts before it is asked."""

    type: Literal["which_delivery"] = "which_delivery"
    options: tuple[ChooseDelivery, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseTime:
    """ "by 12:30", "after five": when it shall be there."""

    type: Literal["choose_time"] = "choose_time"
    wish: TimeWish
    draft: bool = False
    """As for an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePayment:
    type: Literal["choose_payment"] = "choose_payment"
    method: PaymentMethod
    method_id: str | None = None
    """Which of several saved methods, by tap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayByGiftCard:
    """A gift card shall pay, and its code was not said with it."""

    type: Literal["pay_by_gift_card"] = "pay_by_gift_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepMethod:
    """The card that pays may be kept for next time, or may not."""

    type: Literal["keep_method"] = "keep_method"
    keep: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetMethod:
    """A kept card is to be removed."""

    type: Literal["forget_method"] = "forget_method"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveTip:
    """ "Add a 10 % tip", "no tip" (an amount of nothing); without either it was not said how much."""

    type: Literal["give_tip"] = "give_tip"
    amount_minor: int | None = None
    percent_bp: int | None = None

    @property
    def is_none(self) -> bool:
        return self.amount_minor == 0 or self.percent_bp == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveEmail:
    type: Literal["give_email"] = "give_email"
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Yes to what is on the table. A tap carries the digest it saw; words carry none."""

    type: Literal["confirm"] = "confirm"
    digest: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    type: Literal["decline"] = "decline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    type: Literal["pay"] = "pay"
    digest: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOrderStatus:
    """`brief`: the state alone; who is angry and wants a person gets the facts in one sentence. `invoice`: its papers."""

    type: Literal["order_status"] = "order_status"
    number: OrderNumber | None = None
    brief: bool = False
    invoice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAgain:
    """ "Same as last time": what lay in an earlier order, the last one if no number was said."""

    type: Literal["order_again"] = "order_again"
    number: OrderNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWish:
    """How an order should be packed or handed over ("no plastic", "leave it at the door"): a note, never a promise.

    A gift note is one too: `text` is what it says, empty when it is taken back, None when its words are still to come.
    """

    type: Literal["note_wish"] = "note_wish"
    topic: str
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchDay:
    """A day was named that no calendar has ("31 April"): `last_day` is where that month ends."""

    type: Literal["no_such_day"] = "no_such_day"
    day: int
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedBy:
    """When the goods are needed ("for tonight", "before Saturday")."""

    type: Literal["need_by"] = "need_by"
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """A pick from offered choices, by value (tap) or by reference (words)."""

    type: Literal["choose"] = "choose"
    value: str | None = None
    reference: Reference | None = None
    quantity: int | None = None
    """How many of it, where that was said with the pick ("five of the first one")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveQuantity:
    """A bare number: "two of them", "make it three"; what it is about comes from the conversation."""

    type: Literal["give_quantity"] = "give_quantity"
    quantity: int
    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPolicy:
    """A question the published terms or the shop's records answer: returns, delivery, hours, payment, privacy, range.

    `text` is what the question is about beside the topic ("food" in "can I return food"). `stores` and `day` (ISO) narrow opening
    hours down ("is Mitte open on Sunday").
    """

    type: Literal["ask_policy"] = "ask_policy"
    topic: str
    text: str = ""
    stores: tuple[StoreId, ...] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Greet:
    type: Literal["greet"] = "greet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thank:
    type: Literal["thank"] = "thank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    type: Literal["help"] = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """ "forget it": give up what is under way; `clear_cart` when the words say the cart goes too."""

    type: Literal["cancel"] = "cancel"
    clear_cart: bool | None = None
    order: bool = False
    """An order was said: where none is being placed, one that was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOver:
    type: Literal["start_over"] = "start_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPerson:
    """`emotion` and `risk` are codes of `domain/conversation/handoff.py`."""

    type: Literal["ask_person"] = "ask_person"
    reason: str = "asked"
    emotion: str = "calm"
    risk: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complain:
    """Anger or a threat without a wish of its own; what the shopper wants to know is another act."""

    type: Literal["complain"] = "complain"
    emotion: str = "upset"
    risk: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePhone:
    """A number to be called on; None = they want a call but gave none."""

    type: Literal["give_phone"] = "give_phone"
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMyData:
    """ "what do you know about me?" """

    type: Literal["ask_my_data"] = "ask_my_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseMyData:
    type: Literal["erase_my_data"] = "erase_my_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFit:
    """Whether a thing suits a measure ("ok for a 25 mm frame?"); `add` when it is wanted if it does."""

    type: Literal["ask_fit"] = "ask_fit"
    reference: Reference
    value: float
    unit: str
    about: tuple[str, ...] = ()
    """Words beside the measure that may tell which of several attributes is meant ("frame")."""
    add: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReturn:
    """Send something back; `withdraw` when the law's right is claimed, `month` when it was bought (1-12).

    `reference` None and `number` set means the order; both None = not said. `shown` are the photos of the same message.
    """

    type: Literal["request_return"] = "request_return"
    number: OrderNumber | None = None
    reference: Reference | None = None
    quantity: int | None = None
    reason: ReturnReason | None = None
    withdraw: bool = False
    everything: bool = False
    """The whole order was said, so that nobody asks which of it."""
    month: int | None = None
    text: str = ""
    shown: tuple[ByPhoto, ...] = ()
    exchange: bool = False
    """Something else is wished for instead of the money; `wanted` is what, None when that was not said."""
    wanted: Reference | None = None
    or_refund: bool = False
    """The money back was said to do where the exchange cannot be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainRefund:
    """Why a refund is what it is: the one that waits for a yes, else the newest."""

    type: Literal["explain_refund"] = "explain_refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachPhoto:
    """The shopper confirms what a photo shows and lets the shop learn from it (only ever a tap)."""

    type: Literal["teach_photo"] = "teach_photo"
    sha256: str
    sku: Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePhotos:
    """The photos that were asked for."""

    type: Literal["give_photos"] = "give_photos"
    shown: tuple[ByPhoto, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmReturn:
    type: Literal["confirm_return"] = "confirm_return"
    number: RmaNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelReturn:
    type: Literal["cancel_return"] = "cancel_return"
    number: RmaNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReturns:
    """How it stands with what was sent back: "where is my refund?"."""

    type: Literal["ask_returns"] = "ask_returns"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookService:
    """An appointment: `staff_id` and times as far as they were said."""

    type: Literal["book_service"] = "book_service"
    unknown_staff: str = ""
    """A name that was said beside it and is nobody's who takes appointments here."""
    reference: Reference | None = None
    staff_id: StaffId | None = None
    when: When | None = None
    add_ons: tuple[Sku, ...] = ()
    """What is wanted along with it ("plus the oil")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickWindow:
    """A window that was offered, by tap: `starts_at` in ISO 8601 with its offset."""

    type: Literal["pick_window"] = "pick_window"
    sku: Sku
    staff_id: StaffId
    starts_at: str
    booking_id: BookingId | None = None
    """The booking that moves there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmBooking:
    type: Literal["confirm_booking"] = "confirm_booking"
    booking_id: BookingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking:
    type: Literal["cancel_booking"] = "cancel_booking"
    booking_id: BookingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking:
    type: Literal["move_booking"] = "move_booking"
    booking_id: BookingId | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToBooking:
    """An add-on to the appointment under way."""

    type: Literal["add_to_booking"] = "add_to_booking"
    sku: Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBookings:
    type: Literal["ask_bookings"] = "ask_bookings"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindGift:
    """A present: `likes` in the shopper's words, `arrive_before` the day it has to be there ahead of."""

    type: Literal["find_gift"] = "find_gift"
    reference: Reference | None = None
    likes: str = ""
    constraints: Constraints = Constraints()
    arrive_by: str | None = None
    """The last day it may arrive, ISO."""


NOTHING_SAID = MandateWish()


@dataclass(frozen=True, slots=True, kw_only=True)
class WishMandate:
    """ "Reorder my oat milk when it is under 2 euro": buy for me, within these limits. `reference` None changes the wish under way."""

    type: Literal["wish_mandate"] = "wish_mandate"
    reference: Reference | None = None
    wish: MandateWish = NOTHING_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantMandate:
    """Yes to a mandate, by tap, with the digest of the terms that were on the screen."""

    type: Literal["grant_mandate"] = "grant_mandate"
    mandate_id: MandateId
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeMandate:
    """ "Stop buying oat milk for me": one of them, or (nothing named) the only one."""

    type: Literal["revoke_mandate"] = "revoke_mandate"
    reference: Reference | None = None
    mandate_id: MandateId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMandates:
    """ "What do you buy for me?" """

    type: Literal["ask_mandates"] = "ask_mandates"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFlow:
    """Begin a flow of the shop; `given` are slots said along with it, `references` products among them."""

    type: Literal["start_flow"] = "start_flow"
    flow: str
    given: Mapping[str, object] = field(default_factory=dict[str, object])
    references: Mapping[str, Reference] = field(default_factory=dict[str, "Reference"])


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveSlot:
    """A slot of the flow under way: the answer to its question, or a correction (then `corrects`)."""

    type: Literal["give_slot"] = "give_slot"
    slot: str
    value: object = None
    reference: Reference | None = None
    corrects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """ "no, that is wrong", without saying what is right; `slot` when it says which."""

    type: Literal["correct"] = "correct"
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """ "I'd rather not say": go on without the answer."""

    type: Literal["skip"] = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """ "What did you say?" """

    type: Literal["repeat"] = "repeat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify:
    """ "What do you mean?", "why do you need that?" """

    type: Literal["clarify"] = "clarify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    type: Literal["unknown"] = "unknown"
    text: str = ""


Act: TypeAlias = (
    FindProduct
    | FindOthers
    | AskWhy
    | AskAboutProduct
    | CompareProducts
    | AddLineItem
    | ChangeQuantity
    | ChangeVariant
    | ChangeModifiers
    | WishSubstitute
    | RemoveLineItem
    | ShowCart
    | ExplainTotal
    | ClearCart
    | ApplyCode
    | RemoveCode
    | CheckOut
    | GiveAddress
    | ChooseDelivery
    | WhichDelivery
    | ChooseTime
    | ChoosePayment
    | GiveTip
    | PayByGiftCard
    | NoSuchDay
    | ExplainRefund
    | KeepMethod
    | ForgetMethod
    | GiveEmail
    | Confirm
    | Decline
    | Pay
    | AskOrderStatus
    | OrderAgain
    | NoteWish
    | NeedBy
    | Choose
    | GiveQuantity
    | AskPolicy
    | Greet
    | Thank
    | Help
    | Cancel
    | StartOver
    | AskPerson
    | StartFlow
    | GiveSlot
    | Correct
    | Skip
    | Repeat
    | Clarify
    | Complain
    | GivePhone
    | AskMyData
    | EraseMyData
    | AskFit
    | RequestReturn
    | GivePhotos
    | TeachPhoto
    | ConfirmReturn
    | CancelReturn
    | BookService
    | PickWindow
    | ConfirmBooking
    | CancelBooking
    | MoveBooking
    | AddToBooking
    | AskBookings
    | AskReturns
    | FindGift
    | WishMandate
    | GrantMandate
    | RevokeMandate
    | AskMandates
    | Unknown
)
