"""A tap on a card is an act already: the fields a client sent, checked, become its typed form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import datetime
from enum import StrEnum
from typing import TypeVar, cast

from shopkeeper.domain.cart.substitution import SubstituteRule
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.checkout.taxes import WHOLE_BP
from shopkeeper.domain.conversation.message import ActionPart
from shopkeeper.domain.core.ids import BookingId, Digest, LineId, MandateId, OrderNumber, ProductId, RmaNumber, Sku, StaffId, StoreId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByLine, BySku, ByWords, Candidate
from shopkeeper.domain.dialogue.understanding import SlotValue, Source, Understanding
from shopkeeper.domain.fulfillment.shipment import TimeWish
from shopkeeper.domain.mandates.wish import MandateWish, wish_of

Fields = Mapping[str, object]
Chosen = TypeVar("Chosen", bound=StrEnum)
LONGEST_TEXT = 400
LARGEST_COUNT = 10**12
UNKNOWN_PRODUCT = ProductId("")
"""A tap names the variant; which product that is, the catalog says."""


def tapped(parts: Sequence[ActionPart]) -> Understanding:
    """The acts of the taps, in order. Raises InvalidInput for an action or a field that is none."""
    found = tuple(act_of(part) for part in parts)
    slots = tuple(slot for part in parts for slot in _slots(part.fields))
    return Understanding(acts=found, slots=slots, tier="action")


def act_of(part: ActionPart) -> acts.Act:
    read = _READERS.get(part.action)
    if read is None:
        raise InvalidInput("unknown_action", f"{part.action[:40]!r} is no action; known are {', '.join(sorted(_READERS))}", field="/parts")
    return read(part.fields)


def _slots(fields: Fields) -> list[SlotValue]:
    plain = {name: value for name, value in fields.items() if isinstance(value, str | int)}
    return [SlotValue(name=name, value=value, source=Source.ACTION, confidence=1.0) for name, value in plain.items()]


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        raise InvalidInput("field_needed", f"`{name}` must be a text of at most {LONGEST_TEXT} characters", field=f"/parts/{name}")
    return value.strip()


def _optional(fields: Fields, name: str) -> str | None:
    return None if fields.get(name) in (None, "") else _text(fields, name)


def _count(fields: Fields, name: str, default: int | None = None) -> int:
    value = fields.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_COUNT:
        raise InvalidInput("field_needed", f"`{name}` must be a whole number", field=f"/parts/{name}")
    return value


def _modifiers(fields: Fields) -> dict[str, str]:
    value = fields.get("modifiers", {})
    if not isinstance(value, Mapping):
        raise InvalidInput("field_needed", "`modifiers` must be an object of texts", field="/parts/modifiers")
    chosen = cast(Mapping[object, object], value)
    return {str(name)[:LONGEST_TEXT]: str(choice)[:LONGEST_TEXT] for name, choice in list(chosen.items())[:40]}


def _sku(fields: Fields) -> BySku:
    return BySku(sku=Sku(_text(fields, "sku")), product_id=ProductId(_optional(fields, "product_id") or UNKNOWN_PRODUCT))


def _line(fields: Fields) -> ByLine:
    return ByLine(line_id=LineId(_text(fields, "line_id")))


def _add(fields: Fields) -> acts.Act:
    return acts.AddLineItem(reference=_sku(fields), quantity=_count(fields, "quantity", 1), modifiers=_modifiers(fields))


def _show_product(fields: Fields) -> acts.Act:
    product_id = ProductId(_text(fields, "product_id"))
    return acts.FindProduct(reference=ByWords(text="", candidates=(Candidate(product_id=product_id, score=1.0),), exact=True))


def _delivery(fields: Fields) -> acts.Act:
    method = _choice(fields, "method", DeliveryMethod)
    store = _optional(fields, "store_id")
    split, part = _flag(fields, "split"), _flag(fields, "part")
    if split and part:
        raise InvalidInput(
            "field_needed", "`split` and `part` exclude one another: all of it in parts, or a part of it", field="/parts/split"
        )
    return acts.ChooseDelivery(method=method, store_id=StoreId(store) if store else None, split=split, part=part)


def _flag(fields: Fields, name: str) -> bool:
    value = fields.get(name, False)
    if not isinstance(value, bool):
        raise InvalidInput("field_needed", f"`{name}` must be true or false", field=f"/parts/{name}")
    return value


def _time(fields: Fields) -> acts.Act:
    """`by`, `starts_at` and `ends_at` are moments with an offset."""
    by, starts, ends = _moment(fields, "by"), _moment(fields, "starts_at"), _moment(fields, "ends_at")
    if by is None and starts is None and ends is None:
        raise InvalidInput("field_needed", "one of `by`, `starts_at` and `ends_at` is needed", field="/parts/by")
    return acts.ChooseTime(wish=TimeWish(start=starts, end=by or ends))


def _moment(fields: Fields, name: str) -> datetime | None:
    text = _optional(fields, name)
    try:
        at = datetime.fromisoformat(text) if text is not None else None
    except ValueError:
        at = None
    if text is not None and (at is None or at.tzinfo is None):
        raise InvalidInput("field_needed", f"`{name}` must be a moment such as 2026-09-15T12:30:00+02:00", field=f"/parts/{name}")
    return at


def _yes(fields: Fields, name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise InvalidInput("field_needed", f"`{name}` must be true or false", field=f"/parts/{name}")
    return value


def _payment(fields: Fields) -> acts.Act:
    return acts.ChoosePayment(method=_choice(fields, "method", PaymentMethod), method_id=_optional(fields, "method_id"))


def _tip(fields: Fields) -> acts.Act:
    """`amount` in minor units, or `percent_bp` of the goods; 0 takes it back."""
    given = [name for name in ("amount", "percent_bp") if name in fields]
    value = _count(fields, given[0]) if len(given) == 1 else -1
    if value < 0 or (given == ["percent_bp"] and value > WHOLE_BP):
        raise InvalidInput(
            "field_needed", f"exactly one of `amount` (minor units) and `percent_bp` (0 to {WHOLE_BP}) is needed", field="/parts/amount"
        )
    return acts.GiveTip(amount_minor=value) if given == ["amount"] else acts.GiveTip(percent_bp=value)


def _choice(fields: Fields, name: str, kind: type[Chosen]) -> Chosen:
    value = _text(fields, name)
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise InvalidInput("unknown_choice", f"`{name}` must be one of {known}", field=f"/parts/{name}") from None


def _address(fields: Fields) -> acts.Act:
    value = fields.get("address")
    if not isinstance(value, Mapping):
        raise InvalidInput("field_needed", "`address` must be an object", field="/parts/address")
    given = cast(Fields, value)
    address = Address(
        line1=_text(given, "line1"),
        postal_code=_text(given, "postal_code"),
        city=_text(given, "city"),
        country=_text(given, "country").upper(),
        name=_optional(given, "name"),
        line2=_optional(given, "line2"),
        label=_optional(given, "label"),
    )
    return acts.GiveAddress(address=address)


def _confirm(fields: Fields) -> acts.Act:
    digest = _optional(fields, "digest")
    return acts.Confirm(digest=Digest(digest) if digest else None)


def _order_status(fields: Fields) -> acts.Act:
    number = _optional(fields, "number")
    return acts.AskOrderStatus(number=OrderNumber(number.lstrip("#")) if number else None, invoice=fields.get("invoice") is True)


def _rma(fields: Fields) -> RmaNumber:
    return RmaNumber(_text(fields, "number"))


def _booking(fields: Fields) -> BookingId | None:
    booking_id = _optional(fields, "booking_id")
    return BookingId(booking_id) if booking_id else None


def _window(fields: Fields) -> acts.Act:
    return acts.PickWindow(
        sku=Sku(_text(fields, "sku")),
        staff_id=StaffId(_optional(fields, "staff_id") or ""),
        starts_at=_text(fields, "starts_at"),
        booking_id=_booking(fields),
    )


def _book(fields: Fields) -> acts.Act:
    sku, staff = _optional(fields, "sku"), _optional(fields, "staff_id")
    reference = BySku(sku=Sku(sku), product_id=UNKNOWN_PRODUCT) if sku else None
    return acts.BookService(reference=reference, staff_id=StaffId(staff) if staff else None)


def _wish_mandate(fields: Fields) -> acts.Act:
    """Amounts are minor units; what is left out is filled in and read back."""
    given = fields.get("limits", {})
    if not isinstance(given, Mapping):
        raise InvalidInput("field_needed", "`limits` must be an object", field="/parts/limits")
    wanted = wish_of(cast(Fields, given))
    unfit = sorted(str(name) for name, value in cast(Fields, given).items() if getattr(wanted, name, None) != value)
    if unfit:
        known = ", ".join(field.name for field in dataclass_fields(MandateWish))
        raise InvalidInput("field_needed", f"`limits.{unfit[0]}` does not fit; known are {known}", field=f"/parts/limits/{unfit[0]}")
    return acts.WishMandate(reference=_sku(fields), wish=wanted)


def _mandate(fields: Fields) -> MandateId:
    return MandateId(_text(fields, "mandate_id"))


def _substitution(fields: Fields) -> acts.Act:
    """`rule` for one line, or without `line_id` for all of them; `named` needs the `sku` that may come instead."""
    rule = _choice(fields, "rule", SubstituteRule)
    line = _line(fields) if _optional(fields, "line_id") else None
    return acts.WishSubstitute(rule=rule, reference=line, to=_sku(fields) if rule is SubstituteRule.NAMED else None)


_READERS: Mapping[str, Callable[[Fields], acts.Act]] = {
    "add_line_item": _add,
    "change_quantity": lambda fields: acts.ChangeQuantity(reference=_line(fields), quantity=_count(fields, "quantity")),
    "change_variant": lambda fields: acts.ChangeVariant(reference=_line(fields), to=_sku(fields)),
    "change_modifiers": lambda fields: acts.ChangeModifiers(
        reference=_line(fields), modifiers=_modifiers(fields), quantity=_count(fields, "quantity") if "quantity" in fields else None
    ),
    "set_substitution": _substitution,
    "remove_line_item": lambda fields: acts.RemoveLineItem(reference=_line(fields)),
    "show_cart": lambda _: acts.ShowCart(),
    "clear_cart": lambda _: acts.ClearCart(),
    "check_out": lambda _: acts.CheckOut(),
    "cancel": lambda _: acts.Cancel(),
    "start_over": lambda _: acts.StartOver(),
    "ask_person": lambda _: acts.AskPerson(),
    "show_product": _show_product,
    "choose": lambda fields: acts.Choose(value=_text(fields, "value")),
    "set_delivery": _delivery,
    "set_address": _address,
    "set_time": _time,
    "set_payment_method": _payment,
    "set_tip": _tip,
    "keep_payment_method": lambda fields: acts.KeepMethod(keep=_yes(fields, "keep")),
    "confirm": _confirm,
    "order_status": _order_status,
    "request_return": lambda fields: acts.RequestReturn(number=OrderNumber(_text(fields, "number").lstrip("#"))),
    "confirm_return": lambda fields: acts.ConfirmReturn(number=_rma(fields)),
    "teach_photo": lambda fields: acts.TeachPhoto(sha256=_text(fields, "photo"), sku=Sku(_text(fields, "sku"))),
    "cancel_return": lambda fields: acts.CancelReturn(number=_rma(fields)),
    "book_service": _book,
    "pick_window": _window,
    "confirm_booking": lambda fields: acts.ConfirmBooking(booking_id=_booking(fields)),
    "cancel_booking": lambda fields: acts.CancelBooking(booking_id=_booking(fields)),
    "wish_mandate": _wish_mandate,
    "grant_mandate": lambda fields: acts.GrantMandate(mandate_id=_mandate(fields), digest=Digest(_text(fields, "digest"))),
    "revoke_mandate": lambda fields: acts.RevokeMandate(mandate_id=_mandate(fields)),
    "show_mandates": lambda _: acts.AskMandates(),
    "add_to_booking": lambda fields: acts.AddToBooking(sku=Sku(_text(fields, "sku"))),
}
