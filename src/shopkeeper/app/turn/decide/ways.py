"""A basket that cannot be had as asked: which way out, with the trade-off of each in words and as a tap."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.queries.basket_ways import OfferedWay
from shopkeeper.app.turn.decide.checkout import change
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Plan, ShowCheckout, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.ways import WayKind

TOPIC = "ways"


def ask_ways(facts: Facts) -> Ask:
    """Every way that can really be had. The address it was wanted at goes with the question: it may be none of the checkout's yet."""
    ways = facts.ways
    address = next((way.delivery.address for way in ways if way.delivery.address is not None), None)
    question = Question(
        topic=TOPIC,
        choices=tuple(OfferedChoice(value=way.value, words=way.store_words if way.kind is WayKind.WHOLE else ()) for way in ways),
        context={"address": plain(address)} if address is not None else {},
    )
    cards = tuple(ChoiceCard(value=way.value, label=way.label, detail=_detail(way)) for way in ways)
    before = tuple(say for way in ways for say in way.says)
    shows = (ShowCheckout(), ShowChoices(choices=cards, style="list"))
    return Ask(question=question, say=Say(key="ask.ways", question=True), shows=shows, before=before)


def _detail(way: OfferedWay) -> Say:
    return way.says[0]


def is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic == TOPIC


def agreed(facts: Facts) -> Plan:
    """A plain yes takes the only way offered; of several it names none."""
    question = facts.state.question
    if question is None or len(question.choices) != 1:
        return plan(Tell(says=(Say(key="choose.what"),)))
    return Plan(decisions=(Close(reason="answered"), *way_chosen(question.choices[0].value, question.context, facts).decisions))


def way_chosen(value: str, context: Mapping[str, object], facts: Facts) -> Plan:
    kind, _, store = value.partition("|")
    split = kind == WayKind.SPLIT.value
    if store:
        choice = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(store), split=split)
    else:
        choice = DeliveryChoice(method=DeliveryMethod.DELIVERY, address=_address(context, facts), split=split)
    return change(facts, then=None, delivery=choice, part=kind == WayKind.PART.value)


def _address(context: Mapping[str, object], facts: Facts) -> Address | None:
    kept = {name: str(value) for name, value in as_mapping(context.get("address")).items() if value is not None}
    if kept:
        return Address(**kept)
    delivery = facts.checkout.delivery if facts.checkout is not None else None
    return delivery.address if delivery is not None else None
