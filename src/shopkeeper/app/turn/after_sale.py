"""What decisions about returns and appointments lean on, read once per act: own orders with their goods, the calendar, own bookings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shopkeeper.domain.bookings.booking import Booking
from shopkeeper.domain.bookings.calendar import NO_CALENDAR, Calendar
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.handoff import Handoff
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import OrderNumber, ProductId, Sku
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.returns.rma import Rma
from shopkeeper.ports.storage import Transaction

RETURN_TOPICS = frozenset({"return", "return_line", "return_order", "return_fault", "appeal", "claim_photo", "claim_wish", "exchange_for"})
BOOKING_TOPICS = frozenset({"booking", "cancel_booking", "window", "service"})
ORDER_ACTS = (
    acts.AskOrderStatus,
    acts.RequestReturn,
    acts.ExplainRefund,
    acts.GivePhotos,
    acts.ConfirmReturn,
    acts.CancelReturn,
    acts.AskReturns,
    acts.AskMyData,
    acts.EraseMyData,
    acts.GiveSlot,
    acts.OrderAgain,
    acts.WishMandate,
    acts.StartFlow,
    acts.Cancel,
)
BOOKING_ACTS = (
    acts.BookService,
    acts.PickWindow,
    acts.ConfirmBooking,
    acts.CancelBooking,
    acts.MoveBooking,
    acts.AddToBooking,
    acts.AskBookings,
    acts.Cancel,
)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterSale:
    """`goods` are the listings of what the orders hold, by sku; `taken` everything booked within the horizon."""

    orders: Sequence[Order] = ()
    returns: Sequence[Rma] = ()
    goods: Mapping[Sku, Listing] = field(default_factory=dict[Sku, Listing])
    calendar: Calendar = NO_CALENDAR
    bookings: Sequence[Booking] = ()
    taken: Sequence[Booking] = ()
    services: Mapping[Sku, Listing] = field(default_factory=dict[Sku, Listing])
    ticket: Handoff | None = None


NOTHING = AfterSale()


def gather_after_sale(
    tx: Transaction, act: acts.Act | None, state: ConversationState, *, now: datetime, pending: bool = False
) -> AfterSale:
    """Only what `act`, or the open question it may answer, is about; `pending`: what still waits for a yes as well."""
    topic = state.question.topic if state.question else ""
    appeals = isinstance(act, acts.AskPerson) and act.reason == "appeal"
    about_orders = isinstance(act, ORDER_ACTS) or appeals or (act is not None and topic in RETURN_TOPICS)
    about_bookings = isinstance(act, BOOKING_ACTS) or (act is not None and topic in BOOKING_TOPICS)
    about_handoff = isinstance(act, acts.AskPerson | acts.Complain | acts.GivePhone) or (act is not None and topic == "callback")
    orders = own_orders(tx, state) if about_orders else ()
    calendar = tx.bookings.calendar() if about_bookings or pending else NO_CALENDAR
    return AfterSale(
        orders=orders,
        returns=_own_returns(tx, state, orders) if about_orders or pending else (),
        goods=_goods(tx, orders) if about_orders and not isinstance(act, acts.AskOrderStatus) else {},
        calendar=calendar,
        bookings=_own_bookings(tx, state) if about_bookings or pending else (),
        taken=tx.bookings.between(now - DAY, now + calendar.rules.latest_ahead + DAY) if about_bookings else (),
        services=_listings(tx, [service.sku for service in calendar.services]) if about_bookings or pending else {},
        ticket=next(iter(tx.handoffs.of_conversation(state.id)), None) if about_handoff else None,
    )


def own_orders(tx: Transaction, state: ConversationState) -> Sequence[Order]:
    """The orders this conversation may see: its own, and those of the customer it belongs to. Newest first."""
    own: dict[OrderNumber, Order] = {order.number: order for order in tx.orders.of_conversation(state.id)}
    if state.customer_id is not None:
        own.update({order.number: order for order in tx.orders.of_customer(state.customer_id)})
    return sorted(own.values(), key=lambda order: order.placed_at, reverse=True)


def _own_returns(tx: Transaction, state: ConversationState, orders: Sequence[Order]) -> Sequence[Rma]:
    found = {rma.number: rma for rma in tx.returns.of_conversation(state.id)}
    for order in orders:
        found.update({rma.number: rma for rma in tx.returns.of_order(order.number)})
    return sorted(found.values(), key=lambda rma: (rma.requested_at, rma.number), reverse=True)


def _own_bookings(tx: Transaction, state: ConversationState) -> Sequence[Booking]:
    found = {one.id: one for one in tx.bookings.of_conversation(state.id)}
    if state.customer_id is not None:
        found.update({one.id: one for one in tx.bookings.of_customer(state.customer_id)})
    return sorted(found.values(), key=lambda one: (one.held_at, one.id), reverse=True)


def _goods(tx: Transaction, orders: Sequence[Order]) -> Mapping[Sku, Listing]:
    return _listings(tx, [line.sku for order in orders for line in order.quote.lines])


def _listings(tx: Transaction, skus: Sequence[Sku]) -> Mapping[Sku, Listing]:
    product_of: Mapping[Sku, ProductId] = tx.catalog.products_of(skus)
    listings = tx.catalog.listings(set(product_of.values()))
    return {sku: listings[product_id] for sku, product_id in product_of.items() if product_id in listings}
