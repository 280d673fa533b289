"""Wishes around an order: the same as last time, how it should be packed, when it is needed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shopkeeper.app.commands.note_wish import LONGEST_NOTE
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import GIFT_NOTE
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Cite, Decision, Do, Plan, ShowCart, ShowCheckout, Tell, plan
from shopkeeper.domain.dialogue.grammar.times import Bound, When
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.policy import command

MOST_DAYS = 8


def order_again(act: acts.OrderAgain, facts: Facts) -> Plan:
    """Everything of an earlier order into the cart, at today's prices; what is gone or sold out is said."""
    order = next((one for one in facts.orders if act.number is None or one.number == act.number), None)
    if order is None:
        return plan(Tell(says=(Say(key="order.none"),)))
    decisions: list[Decision] = []
    missing: list[str] = []
    for line in order.quote.lines:
        listing = next((one for one in facts.listings.values() if line.sku in one.offers), None)
        if listing is None or not listing.can_buy(line.sku):
            missing.append(line.title)
            continue
        said = {"quantity": line.quantity, "title": line.title, "price": listing.offers[line.sku].price}
        put = command.AddLineItem(cart_id=facts.cart.id, sku=line.sku, product_id=listing.product.id, quantity=line.quantity)
        decisions.append(Do(command=put, then=Say(key="cart.added", facts=said), shows=(ShowCart(),)))
    gone = tuple(Tell(says=(Say(key="find.sold_out", facts={"title": title}),)) for title in missing)
    return Plan(decisions=(Tell(says=(Say(key="again.order", facts={"number": order.number}),)), *decisions, *gone))


def note(act: acts.NoteWish, facts: Facts) -> Plan:
    """Kept as a note; whether it can be kept is what the published terms say, never a promise."""
    if act.topic == GIFT_NOTE:
        return _gift_note(act, facts)
    do = Do(
        command=command.NoteWish(conversation_id=facts.state.id, topic=act.topic, text=act.text or ""),
        then=Say(key="wish.noted", facts={"text": act.text}),
    )
    clause = next((one for one in facts.clauses if act.topic in one.id), None)
    cited = (Tell(shows=(Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id),)),) if clause else ()
    return plan(do, *cited)


def _gift_note(act: acts.NoteWish, facts: Facts) -> Plan:
    """Word for word for the one who gets the gift; it can be said anew, or taken back, until the order is placed."""
    before = next((text for topic, text in facts.state.wishes if topic == GIFT_NOTE), None)
    if act.text is None:
        return plan(Tell(says=(Say(key="wish.gift_ask", facts={"most": LONGEST_NOTE}),)))
    if not act.text and before is None:
        return plan(Tell(says=(Say(key="wish.gift_none"),)))
    key = "wish.gift_off" if not act.text else "wish.gift_noted" if before is None else "wish.gift_changed"
    do = command.NoteWish(conversation_id=facts.state.id, topic=GIFT_NOTE, text=act.text)
    shows = (ShowCheckout(),) if facts.checkout is not None else ()
    return plan(Do(command=do, then=Say(key=key, facts={"text": act.text}), shows=shows))


def no_such_day(day: int, last_day: date) -> Plan:
    return plan(Tell(says=(Say(key="time.no_such_day", facts={"day": day, "last_day": last_day}),)))


def need_by(act: acts.NeedBy, facts: Facts) -> Plan:
    """What the records say about that time: where it can be picked up, and how long a parcel takes."""
    chosen = facts.checkout.delivery.store_id if facts.checkout and facts.checkout.delivery else None
    stores = [store for store in facts.stores if chosen in (None, store.id)]
    open_then = [(store, closes) for store in stores if (closes := _pickup_until(store, act.when, facts.now)) is not None]
    if chosen is not None and open_then:
        return plan()  # The pickup just chosen has named its time already.
    terms = facts.profile.delivery
    parcel = Say(key="answer.delivery", facts={"fee": terms.fee, "days_min": terms.days_min, "days_max": terms.days_max})
    if not open_then:
        return plan(Tell(says=(Say(key="when.no_pickup", facts={"day": act.when.starts.date()}), parcel)))
    until = tuple(Say(key="when.store", facts={"store": store.name, "closes": closes.time()}) for store, closes in open_then)
    said = {"day": open_then[0][1].date(), "list": until}
    return plan(Tell(says=(Say(key="when.pickup", facts=said), parcel)))


def _pickup_until(store: Store, when: When, now: datetime) -> datetime | None:
    """Until when goods ordered now can be picked up there at the time meant; None if not then."""
    ready = store.pickup_ready(now)
    if ready is None:
        return None
    zone = ZoneInfo(store.zone)
    first, last = _window(when, now)
    for ahead in range(MOST_DAYS):
        day = (max(first, ready).astimezone(zone) + timedelta(days=ahead)).date()
        hours = store.hours_on(day)
        if hours is None:
            continue
        opens, closes = datetime.combine(day, hours.opens, zone), datetime.combine(day, hours.closes, zone)
        if max(opens, ready, first) < min(closes, last):
            return closes
    return None


def _window(when: When, now: datetime) -> tuple[datetime, datetime]:
    """The stretch in which the goods may be fetched: up to it, in it, or from it on."""
    match when.bound:
        case Bound.BEFORE:
            return now, when.starts
        case Bound.BY:
            return now, when.ends
        case Bound.AFTER:
            return when.starts, when.starts + timedelta(days=MOST_DAYS)
        case Bound.AT:
            return when.starts, max(when.ends, when.starts + timedelta(hours=1))
