"""Appointments: which service, with whom and when; real free windows, a short hold, and one question before it is booked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from shopkeeper.app.turn.decide.booking_times import kept_when, recalled_when, wanted_times
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Service
from shopkeeper.domain.bookings.windows import Room, Wanted, Window, free_windows, nearest, spread
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import BookingId, Sku, StaffId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Decision, Do, Plan, ShowBooking, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.grammar.times import When
from shopkeeper.domain.dialogue.reference import BySku, ByWords
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Hours
from shopkeeper.domain.policy import command

OFFERED = 3
APART = timedelta(minutes=30)
MOST_SERVICES = 8
MOST_LOOKED_AT = 40
"""Windows that a real choice is made from where the wished time is not to be had."""


def book(act: acts.BookService, facts: Facts) -> Plan:
    """Times of day are the store's. Without any time said three windows are shown; with one said the first that fits is held."""
    hold = live_hold(facts)
    act = _with_asked(act, facts)
    service = _service(act, hold, facts)
    if service is None:
        return _ask_service(act, facts)
    extras = _extras(act, service, hold)
    room = _room(service, facts, without=hold, extra=_longer_by(extras, facts))
    if room is None:
        return plan(Tell(says=(Say(key="booking.none"),)))
    wanted = _wanted(act, hold, room, facts)
    free = free_windows(room, wanted)
    if wanted.at is not None and not free:
        return _not_then(service, room, wanted, facts)
    if not free:
        return _offer(service, room, _next_best(room, wanted), "booking.none", facts, staff_id=wanted.staff_id)
    if act.when is None and hold is None and not act.unknown_staff:
        return _offer(service, room, spread(free, OFFERED, apart=APART), "booking.free", facts, staff_id=wanted.staff_id)
    if act.unknown_staff:
        # Nobody else is booked instead without a word.
        offered = _offer(service, room, spread(free, OFFERED, apart=APART), "booking.free", facts)
        return plan(_no_such(act.unknown_staff, service, facts), *offered.decisions)
    first = free[0]
    others = [] if wanted.at is not None else _others_of(first, free)
    return plan(_hold(service, first, others, extras, facts), *_add_ons(service, first, extras, room, facts))


def _no_such(name: str, service: Service, facts: Facts) -> Tell:
    listing = facts.after.services.get(service.sku)
    members = (facts.after.calendar.member(one) for one in service.staff)
    said = {
        "name": name,
        "title": facts.labels.text(listing.product.title) if listing else service.sku,
        "people": tuple(member.name for member in members if member is not None),
    }
    return Tell(says=(Say(key="booking.no_such_staff", facts=said),))


def _with_asked(act: acts.BookService, facts: Facts) -> acts.BookService:
    """What the question on the table knows already goes on to count: "saturday instead" is about the same service and person."""
    question = facts.state.question
    if question is None or question.topic not in ("service", "window"):
        return act
    sku = question.context.get("sku")
    listing = facts.after.services.get(Sku(str(sku))) if sku else None
    named = BySku(sku=Sku(str(sku)), product_id=listing.product.id) if listing is not None else None
    staff_id = act.staff_id or (
        StaffId(str(question.context["staff"])) if question.context.get("staff") and act.reference is None else None
    )
    return replace(act, reference=act.reference or named, staff_id=staff_id, when=_both(recalled_when(question), act.when))


def _both(kept: When | None, said: When | None) -> When | None:
    """A time of day said now belongs to the day said before, where it names none itself."""
    if kept is None or said is None or said.has_day or not kept.has_day or not said.has_time:
        return said or kept
    day = kept.starts.date()
    moved = (datetime.combine(day, one.timetz().replace(tzinfo=None), one.tzinfo) for one in (said.starts, said.ends))
    starts, ends = moved
    return replace(said, starts=starts, ends=ends, has_day=True)


def _extras(act: acts.BookService, service: Service, hold: Booking | None) -> tuple[Sku, ...]:
    """The add-ons of this service that are held already or wanted along with it."""
    held = hold.add_ons if hold and hold.sku == service.sku else ()
    return tuple(sku for sku in dict.fromkeys((*held, *act.add_ons)) if sku in service.add_ons)


def _longer_by(extras: Sequence[Sku], facts: Facts) -> timedelta:
    services = (facts.after.calendar.service(sku) for sku in extras)
    return sum((one.duration for one in services if one is not None), timedelta(0))


def _next_best(room: Room, wanted: Wanted) -> list[Window]:
    """What comes nearest: the same days at another time, else the days after."""
    open_times = replace(wanted, after=None, before=None)
    free = free_windows(room, open_times) or free_windows(room, replace(open_times, last_day=None))
    return spread(free[:MOST_LOOKED_AT], OFFERED, apart=APART)


def _others_of(first: Window, free: Sequence[Window]) -> list[Window]:
    """Other times with the same person, far enough from the first that they are a choice."""
    return [one for one in spread([one for one in free if one.staff_id == first.staff_id], OFFERED, apart=APART) if one != first]


def _add_ons(service: Service, window: Window, extras: Sequence[Sku], room: Room, facts: Facts) -> tuple[Tell, ...]:
    """What can be added is named only where the longer window is free too."""
    says: list[Say] = []
    for sku in service.add_ons:
        added, listing = facts.after.calendar.service(sku), facts.after.services.get(sku)
        if added is None or listing is None or sku in extras:
            continue
        longer = replace(room, extra=room.extra + added.duration)
        day = window.starts_at.date()
        free = free_windows(longer, Wanted(first_day=day, last_day=day, staff_id=window.staff_id))
        if any(one.starts_at == window.starts_at for one in free):
            said = {"title": facts.labels.text(listing.product.title), "price": added.price}
            says.append(Say(key="booking.add_on", facts=said))
    return (Tell(says=tuple(says)),) if says else ()


def _service(act: acts.BookService, hold: Booking | None, facts: Facts) -> Service | None:
    """The service that is named, held already, or the first that the named person does."""
    calendar = facts.after.calendar
    named = _named_skus(act, facts)
    for service in calendar.services:
        if service.sku in named and not service.add_on_only and (act.staff_id is None or act.staff_id in service.staff):
            return service
    if hold is not None and (act.staff_id is None or act.staff_id in _staff_of(hold.sku, facts)):
        return calendar.service(hold.sku)
    if act.staff_id is None:
        return None
    return next((service for service in calendar.services if act.staff_id in service.staff and not service.add_on_only), None)


def _staff_of(sku: Sku, facts: Facts) -> tuple[StaffId, ...]:
    service = facts.after.calendar.service(sku)
    return service.staff if service else ()


def _named_skus(act: acts.BookService, facts: Facts) -> list[Sku]:
    match act.reference:
        case BySku(sku=sku):
            return [sku]
        case ByWords(candidates=candidates):
            by_product = {listing.product.id: sku for sku, listing in facts.after.services.items()}
            return [by_product[one.product_id] for one in candidates if one.product_id in by_product]
        case _:
            return []


def _room(service: Service, facts: Facts, *, without: Booking | None, extra: timedelta = timedelta(0)) -> Room | None:
    store = next((store for store in facts.stores if store.id == service.store_id), None)
    if store is None:
        return None
    return Room(
        calendar=facts.after.calendar,
        service=service,
        store=store,
        taken=facts.after.taken,
        now=facts.now,
        extra=extra,
        without=without.id if without else None,
    )


def _wanted(act: acts.BookService, hold: Booking | None, room: Room, facts: Facts) -> Wanted:
    """What was said, over what the hold says already; "2:30" is read from the hours of that day."""
    staff_id = act.staff_id or (hold.staff_id if hold and act.reference is None else None)
    held_day = hold.starts_at.astimezone(room.zone).date() if hold and act.reference is None else None
    return wanted_times(act.when, room.zone, lambda day: _hours(room, staff_id, day), day=held_day, staff_id=staff_id)


def _hours(room: Room, staff_id: StaffId | None, day: date | None) -> Hours | None:
    """The working hours that a time of day is read from: the person's on that day, else the store's."""
    shown = day or room.now.astimezone(room.zone).date()
    member = room.calendar.member(staff_id) if staff_id else None
    works = member.week.get(shown.isoweekday()) if member else None
    return works or room.store.hours_on(shown) or next(iter(room.store.week.values()), None)


def _not_then(service: Service, room: Room, wanted: Wanted, facts: Facts) -> Plan:
    """The exact time is not to be had: the nearest two that are."""
    assert wanted.at is not None
    day = wanted.first_day or room.now.astimezone(room.zone).date()
    moment = datetime.combine(day, wanted.at, room.zone)
    free = free_windows(room, replace(wanted, at=None)) or free_windows(room, replace(wanted, at=None, last_day=day + timedelta(days=14)))
    return _offer(service, room, nearest(free, moment, 2), "booking.taken", facts, at=moment, staff_id=wanted.staff_id)


def _offer(
    service: Service,
    room: Room,
    windows: Sequence[Window],
    key: str,
    facts: Facts,
    *,
    at: datetime | None = None,
    staff_id: StaffId | None = None,
) -> Plan:
    """Nothing is held yet: each window can be tapped or said."""
    if not windows:
        return plan(Tell(says=(Say(key="booking.none"),)))
    listing = facts.after.services.get(service.sku)
    title = facts.labels.text(listing.product.title) if listing else service.sku
    choices = tuple(OfferedChoice(value=window_value(one), words=_words(one, room)) for one in windows)
    cards = tuple(
        ChoiceCard(
            value=window_value(one),
            label=Say(key="booking.window", facts={"starts_at": one.starts_at, "zone": room.store.zone}),
            detail=_with(one, facts),
        )
        for one in windows
    )
    question = Question(topic="window", choices=choices, context={"sku": service.sku, "staff": staff_id or ""})
    said = {"title": title, "city": city_of(room.store.zone), **({"starts_at": at, "zone": room.store.zone} if at else {})}
    says = (Say(key=key, facts=said),)
    ask = Ask(question=question, say=Say(key="ask.window", facts={"title": title}, question=True), shows=(ShowChoices(choices=cards),))
    return plan(Tell(says=says), ask)


def _with(window: Window, facts: Facts) -> Say:
    member = facts.after.calendar.member(window.staff_id)
    return Say(key="booking.with", facts={"staff": member.name if member else ""})


def window_value(window: Window) -> str:
    return f"{window.starts_at.isoformat()}|{window.staff_id}"


def _words(window: Window, room: Room) -> tuple[str, ...]:
    """How the window may be said: "17:00", "17"."""
    local = window.starts_at.astimezone(room.zone)
    full = (f"{local:%H}", *((f"{local.hour - 12}",) if local.hour > 12 else ())) if local.minute == 0 else ()
    return (f"{local:%H:%M}", *full)


def city_of(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _hold(service: Service, window: Window, others: Sequence[Window], extras: tuple[Sku, ...], facts: Facts) -> Do:
    do = command.HoldBooking(
        conversation_id=facts.state.id,
        sku=service.sku,
        staff_id=window.staff_id,
        starts_at=window.starts_at,
        add_ons=extras,
    )
    options = tuple((one.starts_at.isoformat(), str(one.staff_id)) for one in others)
    return Do(
        command=do,
        then=Say(key="booking.held_also" if others else "booking.held", facts=_others(others)),
        shows=(ShowBooking(others=options),),
    )


def _others(others: Sequence[Window]) -> dict[str, object]:
    """The other windows as a list of moments; day and time are formatted with the reply."""
    return {"others": tuple(one.starts_at for one in others)} if others else {}


def _ask_service(act: acts.BookService, facts: Facts) -> Plan:
    able = [one for one in facts.after.calendar.services if not one.add_on_only][:MOST_SERVICES]
    if not able:
        return plan(Tell(says=(Say(key="booking.no_services"),)))
    cards: list[ChoiceCard] = []
    choices: list[OfferedChoice] = []
    for service in able:
        listing = facts.after.services.get(service.sku)
        if listing is not None:
            title = facts.labels.text(listing.product.title)
            cards.append(ChoiceCard(value=service.sku, label=title, detail=Say(key="booking.price", facts={"price": service.price})))
            choices.append(OfferedChoice(value=service.sku, words=(title.casefold(), *title.casefold().split())))
    question = Question(topic="service", choices=tuple(choices), context={"when": kept_when(act.when)})
    return plan(Ask(question=question, say=Say(key="ask.service", question=True), shows=(ShowChoices(choices=tuple(cards)),)))


def live_hold(facts: Facts) -> Booking | None:
    held = (one for one in facts.after.bookings if one.status is BookingStatus.HELD and one.conversation_id == facts.state.id)
    return next((one for one in held if one.is_live(facts.now)), None)


def upcoming(facts: Facts) -> list[Booking]:
    """Confirmed ones to come, soonest first."""
    found = [one for one in facts.after.bookings if one.status is BookingStatus.CONFIRMED and one.starts_at > facts.now]
    return sorted(found, key=lambda one: one.starts_at)


def _meant(booking_id: BookingId | None, facts: Facts) -> Booking | None:
    if booking_id is not None:
        return next((one for one in facts.after.bookings if one.id == booking_id), None)
    return live_hold(facts) or next(iter(upcoming(facts)), None)


def pick(act: acts.PickWindow, facts: Facts) -> Plan:
    try:
        starts_at = datetime.fromisoformat(act.starts_at)
    except ValueError:
        return plan(Tell(says=(Say(key="choose.what"),)))
    if starts_at.tzinfo is None:
        return plan(Tell(says=(Say(key="choose.what"),)))
    if act.booking_id is not None:
        return plan(_move(act.booking_id, act.staff_id, starts_at))
    hold = command.HoldBooking(conversation_id=facts.state.id, sku=act.sku, staff_id=act.staff_id, starts_at=starts_at)
    return plan(Do(command=hold, then=Say(key="booking.held"), shows=(ShowBooking(),)))


def _move(booking_id: BookingId, staff_id: StaffId, starts_at: datetime) -> Do:
    move = command.MoveBooking(booking_id=booking_id, staff_id=staff_id, starts_at=starts_at)
    return Do(command=move, then=Say(key="booking.moved"), shows=(ShowBooking(booking_id=booking_id),))


def window_chosen(question: Question, value: str, facts: Facts) -> Plan:
    starts_at, _, staff_id = value.partition("|")
    booking_id = question.context.get("booking_id")
    chosen = acts.PickWindow(
        sku=Sku(str(question.context.get("sku"))),
        staff_id=StaffId(staff_id),
        starts_at=starts_at,
        booking_id=BookingId(str(booking_id)) if booking_id else None,
    )
    return pick(chosen, facts)


def service_chosen(question: Question, value: str, facts: Facts) -> Plan:
    listing = facts.after.services.get(Sku(value))
    if listing is None:
        return plan(Tell(says=(Say(key="choose.what"),)))
    reference = BySku(sku=Sku(value), product_id=listing.product.id)
    return book(acts.BookService(reference=reference, when=recalled_when(question)), facts)


def confirm(facts: Facts, booking_id: BookingId | None = None) -> Plan:
    booking = next((one for one in facts.after.bookings if one.id == booking_id), None) if booking_id else _last_held(facts)
    if booking is None:
        return plan(Tell(says=(Say(key="confirm.nothing"),)))
    do = Do(
        command=command.ConfirmBooking(booking_id=booking.id),
        then=Say(key="booking.confirmed"),
        shows=(ShowBooking(booking_id=booking.id),),
    )
    return plan(Close(reason="answered"), do) if _is_asked(facts) else plan(do)


def _last_held(facts: Facts) -> Booking | None:
    """The hold, also one that ran out: whether its time is still free is seen when it is confirmed."""
    held = (BookingStatus.HELD, BookingStatus.EXPIRED)
    return next((one for one in facts.after.bookings if one.status in held and one.conversation_id == facts.state.id), None)


def cancel(act: acts.CancelBooking, facts: Facts) -> Plan:
    booking = _meant(act.booking_id, facts)
    if booking is None:
        return plan(Tell(says=(Say(key="booking.none_of_yours"),)))
    do = Do(
        command=command.CancelBooking(booking_id=booking.id), then=Say(key="booking.canceled"), shows=(ShowBooking(booking_id=booking.id),)
    )
    return plan(Close(reason="declined"), do) if _is_asked(facts) else plan(do)


def ask_to_cancel(facts: Facts) -> Plan | None:
    """ "Cancel it" right after an appointment was booked or moved can mean that; asked first, so that a stray word gives up nothing."""
    under_way = facts.state.question is not None or facts.cart.lines or (facts.checkout is not None and facts.checkout.is_open)
    mine = [one for one in upcoming(facts) if one.conversation_id == facts.state.id]
    if under_way or not mine:
        return None
    booking = max(mine, key=lambda one: one.held_at)
    if any(order.conversation_id == facts.state.id and order.placed_at > booking.held_at for order in facts.after.orders):
        return None
    choices = (OfferedChoice(value="yes"), OfferedChoice(value="no"))
    question = Question(topic="cancel_booking", choices=choices, context={"booking_id": booking.id})
    listing = facts.after.services.get(booking.sku)
    said = {"title": facts.labels.text(listing.product.title) if listing else booking.title, "starts_at": booking.starts_at}
    return plan(Ask(question=question, say=Say(key="ask.cancel_booking", facts=said, question=True)))


def cancel_answered(question: Question, value: str, facts: Facts) -> Plan:
    if value != "yes":
        return plan(Tell(says=(Say(key="decline.fine"),)))
    return cancel(acts.CancelBooking(booking_id=BookingId(str(question.context.get("booking_id")))), facts)


def move(act: acts.MoveBooking, facts: Facts) -> Plan:
    booking = _meant(act.booking_id, facts)
    service = facts.after.calendar.service(booking.sku) if booking else None
    room = _room(service, facts, without=booking) if service else None
    if booking is None or service is None or room is None:
        return plan(Tell(says=(Say(key="booking.none_of_yours"),)))
    day = booking.starts_at.astimezone(room.zone).date()
    staff_id = booking.staff_id
    wanted = wanted_times(act.when, room.zone, lambda when: _hours(room, staff_id, when), day=day, staff_id=staff_id)
    free = [one for one in free_windows(room, wanted) if one.starts_at != booking.starts_at]
    if wanted.at is not None and free:
        return plan(_move(booking.id, free[0].staff_id, free[0].starts_at))
    if act.when is None:
        offered = _offer(service, room, nearest(free, booking.starts_at, OFFERED), "booking.free", facts)
    elif wanted.at is not None:
        offered = _not_then(service, room, wanted, facts)
    else:
        offered = _offer(service, room, spread(free, OFFERED, apart=APART) or _next_best(room, wanted), "booking.free", facts)
    return Plan(decisions=tuple(_for_moving(decision, booking) for decision in offered.decisions))


def _for_moving(decision: Decision, booking: Booking) -> Decision:
    if isinstance(decision, Ask):
        context = {**decision.question.context, "booking_id": booking.id}
        return replace(decision, question=replace(decision.question, context=context))
    return decision


def add_on(act: acts.AddToBooking, facts: Facts) -> Plan:
    """Only if the day still has room: the hold is taken again with the longer window."""
    hold = live_hold(facts)
    if hold is None or act.sku in hold.add_ons:
        return plan(Tell(says=(Say(key="booking.none_of_yours"),)))
    longer = command.HoldBooking(
        conversation_id=facts.state.id, sku=hold.sku, staff_id=hold.staff_id, starts_at=hold.starts_at, add_ons=(*hold.add_ons, act.sku)
    )
    return plan(Do(command=longer, then=Say(key="booking.held"), shows=(ShowBooking(),)))


def show(facts: Facts) -> Plan:
    found = [one for one in (live_hold(facts), *upcoming(facts)) if one is not None]
    if not found:
        return plan(Tell(says=(Say(key="booking.none_of_yours"),)))
    return plan(
        Tell(says=(Say(key="booking.here", facts={"count": len(found)}),), shows=tuple(ShowBooking(booking_id=one.id) for one in found[:5]))
    )


def answered(question: Question, value: str, facts: Facts) -> Plan:
    """Yes, no, or another of the times that were named."""
    match value:
        case "yes":
            return confirm(facts)
        case "no":
            return cancel(acts.CancelBooking(), facts)
        case _:
            return window_chosen(question, value, facts)


def _named_too(hold: Booking, facts: Facts) -> list[OfferedChoice]:
    """The other times that may be pointed at while the hold waits for its yes."""
    service = facts.after.calendar.service(hold.sku)
    room = _room(service, facts, without=hold) if service is not None else None
    if room is None:
        return []
    day = hold.starts_at.astimezone(room.zone).date()
    free = [
        one for one in free_windows(room, Wanted(first_day=day, last_day=day, staff_id=hold.staff_id)) if one.starts_at >= hold.starts_at
    ]
    return [OfferedChoice(value=window_value(one), words=_words(one, room)) for one in spread(free, OFFERED, apart=APART)[1:]]


def ask_confirm(hold: Booking, facts: Facts) -> Ask:
    listing = facts.after.services.get(hold.sku)
    member = facts.after.calendar.member(hold.staff_id)
    said = {
        "title": facts.labels.text(listing.product.title) if listing else hold.title,
        "staff": member.name if member else "",
        "starts_at": hold.starts_at,
        "price": hold.price,
    }
    choices = (OfferedChoice(value="yes"), *_named_too(hold, facts), OfferedChoice(value="no"))
    question = Question(topic="booking", choices=choices, context={"hold": hold.id, "sku": hold.sku})
    return Ask(question=question, say=Say(key="ask.booking", facts=said, question=True))


def _is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic in ("booking", "window")
