"""When it shall be there: the wish, and the ways left where it cannot be kept."""

from __future__ import annotations

from datetime import datetime

from shopkeeper.app.commands.route_says import local_time
from shopkeeper.app.turn.decide.checkout import change
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Plan, ShowCheckout, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.routing import Way
from shopkeeper.domain.fulfillment.shipment import ShipmentKind, TimeWish

TOPIC = "time"
SOONEST = ("yes", "ok", "fine", "soonest", "earliest", "first", "deliver", "delivery", "liefern", "später")
PICKUP = ("pickup", "pick", "collect", "store", "abholen", "recoger")


def choose_time(act: acts.ChooseTime, facts: Facts) -> Plan:
    return change(facts, then=None, wanted=act.wish, draft=act.draft)


def ask_time(checkout: Checkout, facts: Facts) -> Ask | None:
    """The wished time cannot be kept: what can be had really, one tap each."""
    shown: list[ChoiceCard] = []
    offered: list[OfferedChoice] = []
    for way in checkout.instead:
        label = _label(way, facts)
        if label is not None:
            value = _value(way)
            words = PICKUP if way.kind is ShipmentKind.PICKUP else SOONEST
            shown.append(ChoiceCard(value=value, label=label))
            offered.append(OfferedChoice(value=value, words=words))
    if not shown:
        return None
    question = Question(topic=TOPIC, choices=tuple(offered))
    return Ask(question=question, say=Say(key="ask.time", question=True), shows=(ShowCheckout(), ShowChoices(choices=tuple(shown))))


def is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic == TOPIC


def agreed(facts: Facts) -> Plan:
    """A plain yes takes the first way offered."""
    question = facts.state.question
    taken = time_chosen(question.choices[0].value, facts) if question is not None and question.choices else plan()
    return Plan(decisions=(Close(reason="answered"), *taken.decisions))


def time_chosen(value: str, facts: Facts) -> Plan:
    """A way was picked: the courier's soonest window, or a pickup."""
    kind, _, rest = value.partition("|")
    first, _, second = rest.partition("|")
    if kind == ShipmentKind.PICKUP.value:
        choice = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(first))
        return change(facts, then=None, delivery=choice, any_time=True)
    try:
        wish = TimeWish(start=datetime.fromisoformat(first), end=datetime.fromisoformat(second))
    except ValueError:
        return plan(Tell(says=(Say(key="choose.what"),)))
    return change(facts, then=None, wanted=wish)


def _value(way: Way) -> str:
    if way.kind is ShipmentKind.PICKUP or way.ends_at is None:
        return f"{way.kind.value}|{way.store_id}"
    return f"{way.kind.value}|{way.starts_at.isoformat()}|{way.ends_at.isoformat()}"


def _label(way: Way, facts: Facts) -> Say | None:
    store = next((store for store in facts.stores if store.id == way.store_id), None)
    if store is None:
        return None
    if way.ends_at is None:
        return Say(key="delivery.pickup_ready", facts={"store": store.name, "ready": way.starts_at, "zone": store.zone})
    said = {"store": store.name, "starts": way.starts_at, "ends": local_time(way.ends_at, store.zone), "zone": store.zone}
    return Say(key="delivery.courier", facts=said)
