"""Whatever commands come in whatever order: orders, returns and bookings only go along the arrows, and give nothing twice."""

from datetime import UTC, datetime, time, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.test_totals_readd import quotes

from shopkeeper.app.commands.fulfill_order import RefuseReason, accept, hand_over, make_ready, mark_delivered, refuse, send_off
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.domain.bookings.booking import BookingStatus
from shopkeeper.domain.bookings.calendar import Calendar, Service, Staff
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, OrderId, OrderNumber, Sku, StaffId, StoreId, TurnId
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind, ShipmentPart
from shopkeeper.domain.fulfillment.store import Hours
from shopkeeper.domain.orders.order import Order, OrderEvent, OrderStatus
from shopkeeper.domain.orders.work import NEXT as STAGES
from shopkeeper.domain.orders.work import Stage, works_of
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.returns.rma import GONE, NEXT, RmaKind, RmaStatus
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.memory.lantern import MITTE, OPENING, PROFILE, euro, open_lantern

NUMBER = OrderNumber("1001")
CODE = "123456"
ORDER_NEXT = {
    OrderStatus.CONFIRMED: {OrderStatus.READY_FOR_PICKUP, OrderStatus.DISPATCHED, OrderStatus.DELIVERED, OrderStatus.CANCELED},
    OrderStatus.READY_FOR_PICKUP: {OrderStatus.DELIVERED, OrderStatus.CANCELED},
    OrderStatus.DISPATCHED: {OrderStatus.DELIVERED},
    OrderStatus.DELIVERED: set(),
    OrderStatus.CANCELED: set(),
}
BOOKING_NEXT = {
    BookingStatus.HELD: {BookingStatus.CONFIRMED, BookingStatus.CANCELED, BookingStatus.EXPIRED},
    BookingStatus.EXPIRED: {BookingStatus.CONFIRMED},  # a moment too late, and nobody took the time meanwhile
    BookingStatus.CONFIRMED: {BookingStatus.CANCELED},
    BookingStatus.CANCELED: set(),
}


def reachable(graph, start):
    found, left = {start}, [start]
    while left:
        fresh = set(graph[left.pop()]) - found
        found |= fresh
        left += fresh
    return found


def world():
    tx = MemoryTransaction()
    open_lantern(tx)
    return tx


def placed(tx, quote, kinds, *, delivered=False):
    parts = tuple(ShipmentPart(sku=line.sku, quantity=line.quantity) for line in quote.lines)
    shipments = tuple(Shipment(kind=kind, store_id=None if kind is ShipmentKind.PARCEL else MITTE, parts=parts) for kind in kinds)
    events = (OrderEvent(kind="delivered", at=OPENING),) if delivered else ()
    order = Order(
        id=OrderId("o"), number=NUMBER, checkout_id=CheckoutId("chk"), placed_at=OPENING, payment_method=PaymentMethod.PAY_ON_PICKUP,
        quote=quote if delivered else _with(quote, shipments), pickup_code=CODE, events=events,
        status=OrderStatus.DELIVERED if delivered else OrderStatus.CONFIRMED,
    )  # fmt: skip
    tx.orders.save(order)
    return order


def _with(quote, shipments):
    return type(quote)(**{name: getattr(quote, name) for name in quote.__dataclass_fields__} | {"shipments": shipments})


shop_steps = st.lists(
    st.tuples(st.sampled_from(("accept", "ready", "send", "deliver", "hand", "wrong_code", "refuse")), st.integers(0, 2)),
    min_size=1,
    max_size=14,
)


def _staff(step, at, tx, moment):
    match step:
        case "accept":
            accept(NUMBER, at, tx, moment)
        case "ready":
            make_ready(NUMBER, at, tx, moment)
        case "send":
            send_off(NUMBER, at, tx, moment)
        case "deliver":
            mark_delivered(NUMBER, at, tx, moment)
        case "refuse":
            refuse(NUMBER, RefuseReason.SOLD_OUT, tx, moment)
        case _:
            hand_over(CODE if step == "hand" else "654321", StoreId("mitte"), tx, moment)


@settings(deadline=None)
@given(quotes.filter(lambda quote: quote.lines), st.lists(st.sampled_from(ShipmentKind), min_size=1, max_size=3), shop_steps)
def test_an_order_only_goes_forward_whatever_staff_press(quote, kinds, steps):
    tx = world()
    before = placed(tx, quote, kinds)
    for step, at in steps:
        _staff(step, at % len(kinds), tx, Moment(now=OPENING, actor="operator"))
        after = tx.orders.get(NUMBER)
        assert after.status is before.status or after.status in ORDER_NEXT[before.status], (before.status, after.status)
        for old, new in zip(works_of(before), works_of(after), strict=True):
            assert new.stage is old.stage or new.stage in STAGES[old.stage], (old.stage, new.stage)
            assert step != "wrong_code" or new.stage is old.stage
        assert after.events[: len(before.events)] == before.events, "its story is only ever added to"
        assert not (after.status is OrderStatus.CANCELED and any(work.stage is Stage.DONE for work in works_of(before)))
        before = after


return_steps = st.lists(
    st.tuples(
        st.sampled_from(("draft", "draft", "confirm", "confirm", "cancel", "approve", "reject", "deny", "arrive", "unusable")),
        st.integers(0, 5),
        st.integers(1, 60),
        st.sampled_from(("one", "two")),
        st.sampled_from(RmaKind),
    ),
    min_size=1,
    max_size=14,
)


def _return_command(said, order, rmas):
    step, at, count, who, kind = said
    who = ConversationId(who)
    lines = ((order.quote.lines[at % len(order.quote.lines)].line_id, count),)
    number = rmas[at % len(rmas)].number if rmas else None
    match step:
        case "draft":
            return commands.DraftReturn(conversation_id=who, order_number=NUMBER, lines=lines, kind=kind)
        case "deny":
            return commands.RecordDenial(conversation_id=who, order_number=NUMBER, lines=lines, kind=kind, code="window_over")
        case _ if number is None:
            return None
        case "confirm":
            return commands.ConfirmReturn(number=number)
        case "cancel":
            return commands.CancelReturn(number=number)
        case "arrive" | "unusable":
            return commands.ReceiveReturn(number=number, accepted=step == "arrive")
        case _:
            return commands.DecideReturn(number=number, approve=step == "approve")


@settings(deadline=None)
@given(quotes.filter(lambda quote: quote.lines), return_steps)
def test_returns_go_along_the_arrows_and_never_give_back_more_than_was_paid(quote, steps):
    tx = world()
    terms = ReturnTerms(window_days=30, auto_refund_up_to=euro(5_000))
    tx.shop.put_profile(type(PROFILE)(**{name: getattr(PROFILE, name) for name in PROFILE.__dataclass_fields__} | {"returns": terms}))
    order = placed(tx, quote, (), delivered=True)
    seen: dict[str, RmaStatus] = {}
    for turn, said in enumerate(steps):
        wanted = _return_command(said, order, tx.returns.of_order(NUMBER))
        if wanted is None:
            continue
        moment = Moment(
            now=OPENING + timedelta(days=1), actor="shopper", conversation_id=ConversationId(said[3]), turn_id=TurnId(f"t{turn}")
        )
        run(Gate([]).judge(wanted, {}, today=moment.now.date()), tx, moment)
        rmas = tx.returns.of_order(NUMBER)
        for rma in rmas:
            assert rma.status in reachable(NEXT, seen.get(rma.number, RmaStatus.DRAFT)), (seen.get(rma.number), rma.status)
            seen[rma.number] = rma.status
        binding = [rma for rma in rmas if rma.status not in GONE and rma.status is not RmaStatus.DRAFT]
        back = sum_money((-e.amount for e in tx.orders.get(NUMBER).events if e.kind.startswith("refund_")), "EUR")
        assert back <= sum_money((rma.refund for rma in binding if rma.status is RmaStatus.RESOLVED), "EUR") <= quote.total
        assert sum_money((rma.refund for rma in binding), "EUR") <= quote.total
        for line in quote.lines:
            assert sum(one.quantity for rma in binding for one in rma.lines if one.line_id == line.line_id) <= line.quantity


booking_steps = st.lists(
    st.tuples(
        st.sampled_from(("hold", "hold", "confirm", "move", "cancel", "wait")), st.integers(0, 7), st.sampled_from(("one", "two", "three"))
    ),
    min_size=1,
    max_size=16,
)
FRIDAY = datetime(2026, 9, 18, 10, tzinfo=UTC)


def _booking_command(step, at, who, held):
    starts, mine = FRIDAY + timedelta(minutes=15 * at), held[at % len(held)].id if held else None
    match step:
        case "hold":
            return commands.HoldBooking(conversation_id=ConversationId(who), sku=Sku("CUT"), staff_id=StaffId("mia"), starts_at=starts)
        case _ if mine is None:
            return None
        case "confirm":
            return commands.ConfirmBooking(booking_id=mine)
        case "move":
            return commands.MoveBooking(booking_id=mine, staff_id=StaffId("mia"), starts_at=starts)
        case _:
            return commands.CancelBooking(booking_id=mine)


@settings(deadline=None)
@given(booking_steps)
def test_bookings_go_along_the_arrows_and_nobody_is_booked_twice(steps):
    tx = world()
    service = Service(sku=Sku("CUT"), store_id=MITTE, duration=timedelta(minutes=45), price=euro(3800), staff=(StaffId("mia"),))
    mia = Staff(id=StaffId("mia"), name="Mia", store_id=MITTE, week={5: Hours(opens=time(10), closes=time(19))})
    tx.bookings.put_calendar(Calendar(services=(service,), staff=(mia,)))
    now, seen = OPENING, {}
    for turn, (step, at, who) in enumerate(steps):
        now += timedelta(minutes=4 * at) if step == "wait" else timedelta(seconds=1)
        if step == "wait":
            continue
        wanted = _booking_command(step, at, who, [tx.bookings.get(number) for number in sorted(seen)])
        if wanted is None:
            continue
        moment = Moment(now=now, actor="shopper", conversation_id=ConversationId(who), turn_id=TurnId(f"t{turn}"))
        run(Gate([]).judge(wanted, {}, today=now.date()), tx, moment)
        known = {one.id: one for one in tx.bookings.between(FRIDAY - timedelta(days=1), FRIDAY + timedelta(days=1))}
        for number in {*known, *seen}:
            status = tx.bookings.get(number).status
            assert status in reachable(BOOKING_NEXT, seen.get(number, BookingStatus.HELD)), (seen.get(number), status)
            seen[number] = status
        live = [one for one in known.values() if one.is_live(now)]
        assert all(one.ends_at <= two.starts_at or two.ends_at <= one.starts_at for one, two in combinations(live, 2))
