"""Appointments: which service, with whom and when; real free windows, a short hold, and one question before it is booked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.bookings.booking import Booking, BookingStatus
from shopkeeper.domain.bookings.calendar import Service
from shopkeeper.domain.bookings.windows import Room, Wanted, Window, free_windows, nearest, spread
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import BookingId, Sku, StaffId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Decision, Do, Plan, ShowBooking, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.reference import BySku, ByWords
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.dialogue.when import Timing, within
from shopkeeper.domain.fulfillment.store import Hours
from shopkeeper.domain.policy import command

OFFERED = 3
APART = timedelta(minutes=30)
MOST_SERVICES = 8


def book(act: acts.BookService, facts: Facts) -> Plan:
    """Times of day are the store's. Without any time said three windows are shown; with one said the first that fits is held."""
    hold = live_hold(facts)
    service = _service(act, hold, facts)
    if service is None:
        return _ask_service(act, facts)
    room = _room(service, facts, without=hold)
    if room is None:
        return plan(Tell(says=(Say(key="booking.none"),)))
    wanted = _wanted(act, hold, room, facts)
    free = free_windows(room, wanted)
    if wanted.at is not None and not free:
        return _not_then(service, room, wanted, facts)
    if not free:
        return _offer(
            service, room, spread(free_windows(room, replace(wanted, after=None, before=None)), OFFERED, apart=APART), "booking.none", facts
        )
    if act.when.is_open and hold is None:
        return _offer(service, room, spread(free, OFFERED, apart=APART), "booking.free", facts)
    first, *others = _choice_of(free, wanted)
    return plan(_hold(service, first, others, hold, facts), *_add_ons(service, first, hold, room, facts))


def _add_ons(service: Service, window: Window, hold: Booking | None, room: Room, facts: Facts) -> tuple[Tell, ...]:
    """What can be added is named only where the longer window is free too."""
    says: list[Say] = []
    for sku in service.add_ons:
        added, listing = facts.after.calendar.service(sku), facts.after.services.get(sku)
        if added is None or listing is None or (hold is not None and sku in hold.add_ons):
            continue
        longer = replace(room, extra=room.extra + added.duration)
        day = window.starts_at.date()
        free = free_windows(longer, Wanted(first_day=day, last_day=day, staff_id=window.staff_id))
        if any(one.starts_at == window.starts_at for one in free):
            said = {"title": facts.labels.text(listing.product.title), "price": added.price}
            says.append(Say(key="booking.add_on", facts=said))
    return (Tell(says=tuple(says)),) if says else ()


def _choice_of(free: Sequence[Window], wanted: Wanted) -> list[Window]:
    """The window to hold, and others that are a real choice beside it."""
    if wanted.at is not None:
        return [free[0]]
    return spread(free, OFFERED, apart=APART)


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
    held_day = hold.starts_at.astimezone(room.zone).date() if hold and act.when.first_day is None and act.reference is None else None
    when = within(act.when, _hours(room, staff_id, act.when.first_day or held_day))
    return Wanted(
        first_day=when.first_day or held_day,
        last_day=when.last_day or when.first_day or held_day,
        after=when.after,
        before=when.before,
        at=when.at,
        staff_id=staff_id,
    )


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
    return _offer(service, room, nearest(free, moment, 2), "booking.taken", facts, at=moment)


def _offer(service: Service, room: Room, windows: Sequence[Window], key: str, facts: Facts, *, at: datetime | None = None) -> Plan:
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
    question = Question(topic="window", choices=choices, context={"sku": service.sku})
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


def _hold(service: Service, window: Window, others: Sequence[Window], hold: Booking | None, facts: Facts) -> Do:
    do = command.HoldBooking(
        conversation_id=facts.state.id,
        sku=service.sku,
        staff_id=window.staff_id,
        starts_at=window.starts_at,
        add_ons=hold.add_ons if hold and hold.sku == service.sku else (),
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


def kept_when(when: Timing) -> dict[str, str | bool]:
    named = {"first_day": when.first_day, "last_day": when.last_day, "after": when.after, "before": when.before, "at": when.at}
    return {**{name: value.isoformat() for name, value in named.items() if value is not None}, "half_said": when.half_said}


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


def recalled_when(question: Question) -> Timing:
    """What `kept_when` put into the question."""
    kept = as_mapping(question.context.get("when"))
    days = {name: date.fromisoformat(str(kept[name])) for name in ("first_day", "last_day") if name in kept}
    times = {name: time.fromisoformat(str(kept[name])) for name in ("after", "before", "at") if name in kept}
    return Timing(
        first_day=days.get("first_day"),
        last_day=days.get("last_day"),
        after=times.get("after"),
        before=times.get("before"),
        at=times.get("at"),
        half_said=kept.get("half_said") is True,
    )


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


def move(act: acts.MoveBooking, facts: Facts) -> Plan:
    booking = _meant(act.booking_id, facts)
    service = facts.after.calendar.service(booking.sku) if booking else None
    room = _room(service, facts, without=booking) if service else None
    if booking is None or service is None or room is None:
        return plan(Tell(says=(Say(key="booking.none_of_yours"),)))
    day = act.when.first_day or booking.starts_at.astimezone(room.zone).date()
    when = within(act.when, _hours(room, booking.staff_id, day))
    wanted = Wanted(
        first_day=day, last_day=when.last_day or day, after=when.after, before=when.before, at=when.at, staff_id=booking.staff_id
    )
    free = [one for one in free_windows(room, wanted) if one.starts_at != booking.starts_at]
    if wanted.at is not None and free:
        return plan(_move(booking.id, free[0].staff_id, free[0].starts_at))
    windows = spread(free, OFFERED, apart=APART) or nearest(
        free_windows(room, Wanted(staff_id=booking.staff_id, first_day=day)), booking.starts_at, 2
    )
    offered = _offer(service, room, windows, "booking.free", facts)
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


def ask_confirm(hold: Booking, facts: Facts) -> Ask:
    listing = facts.after.services.get(hold.sku)
    member = facts.after.calendar.member(hold.staff_id)
    said = {
        "title": facts.labels.text(listing.product.title) if listing else hold.title,
        "staff": member.name if member else "",
        "starts_at": hold.starts_at,
        "price": hold.price,
    }
    question = Question(topic="booking", choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")), context={"booking_id": hold.id})
    return Ask(question=question, say=Say(key="ask.booking", facts=said, question=True))


def _is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic in ("booking", "window")
