"""The facts of the gate's rules about returns and appointments, read from records inside the turn's transaction."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from shopkeeper.app.moment import Moment
from shopkeeper.domain.bookings.booking import Booking, cancel_fee
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import (
    CancelBooking,
    CancelReturn,
    ConfirmBooking,
    ConfirmReturn,
    DraftReturn,
    FlagClaim,
    HoldBooking,
    MoveBooking,
    RecordDenial,
)
from shopkeeper.domain.returns.rma import Rma, RmaKind
from shopkeeper.domain.returns.standing import OK, Ground, Standing, standing
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

NO_RETURN: dict[str, object] = {
    "known": False,
    "owned": False,
    "kind": "",
    "code": "",
    "number": "",
    "title": "",
    "delivered": None,
    "last_day": None,
    "days": 0,
}
NO_BOOKING: dict[str, object] = {
    "known": False,
    "add_on_only": False,
    "add_ons_known": True,
    "owned": False,
    "fee_minor": 0,
    "fee": None,
    "starts_at": None,
}


def return_facts(
    command: DraftReturn | RecordDenial | ConfirmReturn | CancelReturn,
    tx: Transaction,
    state: ConversationState,
    moment: Moment,
    profile: ShopProfile,
) -> dict[str, object]:
    """`code` is that of the first line that may not go back, else `ok`."""
    if not isinstance(command, DraftReturn | RecordDenial):
        rma = tx.returns.get(command.number)
        owned = rma is not None and _is_own_return(rma, state, moment)
        return {**NO_RETURN, "known": rma is not None, "owned": owned, "number": rma.order_number if rma else "", "code": OK}
    order = tx.orders.get(command.order_number)
    if order is None or not is_own_order(order, state, moment) or profile.returns is None:
        return {**NO_RETURN, "known": order is not None, "number": command.order_number, "kind": command.kind.value}
    title, worst = _worst(command, order, tx, moment, profile)
    terms = profile.returns
    return {
        "known": True,
        "owned": True,
        "kind": command.kind.value,
        "code": worst.code,
        "number": order.number,
        "title": title,
        "delivered": worst.delivered,
        "last_day": worst.last_day,
        "days": terms.withdrawal_days if command.kind is RmaKind.WITHDRAWAL else terms.window_days,
    }


def claim_facts(command: FlagClaim, tx: Transaction, state: ConversationState, moment: Moment) -> dict[str, object]:
    order = tx.orders.get(command.order_number)
    owned = order is not None and is_own_order(order, state, moment)
    return {**NO_RETURN, "known": order is not None, "owned": owned, "number": command.order_number}


def is_own_order(order: Order, state: ConversationState, moment: Moment) -> bool:
    """Placed in this conversation, or by its signed-in customer. Knowing a number proves nothing."""
    customer_id = moment.customer_id or state.customer_id
    return order.conversation_id == state.id or (customer_id is not None and order.customer_id == customer_id)


def _is_own_return(rma: Rma, state: ConversationState, moment: Moment) -> bool:
    customer_id = moment.customer_id or state.customer_id
    return rma.conversation_id == state.id or (customer_id is not None and rma.customer_id == customer_id)


def _worst(
    command: DraftReturn | RecordDenial, order: Order, tx: Transaction, moment: Moment, profile: ShopProfile
) -> tuple[str, Standing]:
    terms = profile.returns
    assert terms is not None
    product_of = tx.catalog.products_of([line.sku for line in order.quote.lines])
    listings = tx.catalog.listings(set(product_of.values()))
    wanted = {line_id for line_id, _ in command.lines}
    today = moment.now.astimezone(ZoneInfo(profile.zone)).date()
    ground = Ground(kind=command.kind, terms=terms, today=today, zone=profile.zone)
    earlier = tx.returns.of_order(order.number)
    found: list[tuple[str, Standing]] = []
    for line in order.quote.lines:
        if line.line_id in wanted:
            listing = listings.get(product_of[line.sku]) if line.sku in product_of else None
            product = listing.product if listing else None
            judged = standing(order, line, product, earlier, ground)
            found.append((line.title, judged))
    refused = [entry for entry in found if entry[1].code != OK]
    return refused[0] if refused else found[0] if found else ("", Standing(code="returned_already", left=0))


def booking_facts(
    command: HoldBooking | ConfirmBooking | MoveBooking | CancelBooking, tx: Transaction, state: ConversationState, moment: Moment
) -> dict[str, object]:
    calendar = tx.bookings.calendar()
    if isinstance(command, HoldBooking):
        service = calendar.service(command.sku)
        known = service is not None
        fitting = set(service.add_ons) if service else set[str]()
        return {
            **NO_BOOKING,
            "known": known,
            "add_on_only": service is not None and service.add_on_only,
            "add_ons_known": set(command.add_ons) <= fitting,
        }
    booking = tx.bookings.get(command.booking_id)
    if booking is None:
        return NO_BOOKING
    fee = cancel_fee(booking, calendar.rules, moment.now)
    owned = _is_own_booking(booking, state, moment)
    return {**NO_BOOKING, "known": True, "owned": owned, "fee_minor": fee.minor, "fee": fee, "starts_at": booking.starts_at}


def _is_own_booking(booking: Booking, state: ConversationState, moment: Moment) -> bool:
    customer_id = moment.customer_id or state.customer_id
    return booking.conversation_id == state.id or (customer_id is not None and booking.customer_id == customer_id)
