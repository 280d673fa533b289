"""The calendar of a pack: services with who does them, staff with their hours, and the rules of booking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.adapters.packs.shop import WEEKDAYS, read_week
from shopkeeper.domain.bookings.calendar import BookingRules, Busy, Calendar, FixedStart, Service, Staff
from shopkeeper.domain.core.ids import Sku, StaffId, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.shop_store import ShopProfile


def read_calendar(fields: Fields, profile: ShopProfile, stores: Sequence[Store]) -> Calendar:
    """`services.yaml` as a calendar; a pack without one has an empty calendar."""
    zones = {store.id: store.zone for store in stores}
    staff = tuple(_staff(member, zones.get(StoreId(member.text("store")), profile.zone)) for member in fields.each("staff"))
    services = tuple(_service(service, profile.currency) for service in fields.each("services"))
    known = {service.sku for service in services}
    for service, raw in zip(services, fields.each("services"), strict=True):
        for add_on in service.add_ons:
            if add_on not in known:
                raw.wrong("add_ons", f"{add_on} is not a service of this pack")
    return Calendar(services=services, staff=staff, rules=_rules(fields.inside("rules")))


def _service(fields: Fields, currency: str) -> Service:
    return Service(
        sku=Sku(fields.text("sku")),
        store_id=StoreId(fields.text("store")),
        duration=timedelta(minutes=fields.whole("duration_minutes", least=1)),
        price=Money(minor=fields.whole("price", least=0), currency=currency),
        staff=tuple(StaffId(member) for member in fields.strings("staff")),
        add_ons=tuple(Sku(sku) for sku in fields.strings("add_ons")),
        add_on_only=fields.truth("add_on_only", False),
        places=fields.whole("places", 1, least=1),
        starts=tuple(_start(start) for start in fields.each("starts")),
        buffer=timedelta(minutes=fields.whole("buffer_minutes", 0)),
    )


def _start(fields: Fields) -> FixedStart:
    day = fields.text("weekday")
    if day not in WEEKDAYS:
        fields.wrong("weekday", f"must be one of {', '.join(WEEKDAYS)}, not {day}")
    at = _local(fields, "at")
    return FixedStart(weekday=WEEKDAYS.get(day, 1), minute=at.hour * 60 + at.minute)


def _local(fields: Fields, name: str) -> time:
    try:
        return time.fromisoformat(fields.text(name))
    except ValueError:
        fields.wrong(name, 'must be a time such as "18:30"')
        return time(0)


def _staff(fields: Fields, zone: str) -> Staff:
    return Staff(
        id=StaffId(fields.text("id")),
        name=fields.text("name"),
        store_id=StoreId(fields.text("store")),
        week=read_week(fields.inside("hours")),
        busy=tuple(_busy(busy, zone) for busy in fields.each("busy")),
    )


def _busy(fields: Fields, zone: str) -> Busy:
    starts, ends = fields.moment("from", zone), fields.moment("to", zone)
    if starts is None or ends is None or starts >= ends:
        fields.wrong("from", "must be a time before `to`")
        starts = ends = datetime.fromtimestamp(0, UTC)
    return Busy(starts_at=starts, ends_at=ends)


def _rules(fields: Fields) -> BookingRules:
    cancel, move = fields.inside("cancel"), fields.inside("move")
    return BookingRules(
        step=timedelta(minutes=fields.whole("step_minutes", 15, least=5)),
        hold=timedelta(minutes=fields.whole("hold_minutes", 10, least=1)),
        earliest_ahead=timedelta(minutes=fields.whole("earliest_minutes_ahead", 60)),
        latest_ahead=timedelta(days=fields.whole("latest_days_ahead", 90, least=1)),
        cancel_free_until=timedelta(hours=cancel.whole("free_until_h", 24)),
        cancel_fee_bp=cancel.whole("fee_percent_bp", 0),
        move_free_until=timedelta(hours=move.whole("free_until_h", 24)),
        moves=move.whole("times", 2),
    )
