"""From cart to consent: what is still missing, what was chosen, and yes or no to the quote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from shopkeeper.app.commands.open_payment import IN_PROGRESS
from shopkeeper.app.turn.decide.permission import permitted
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.digest import plain as as_plain
from shopkeeper.domain.core.ids import Digest, OrderNumber, StoreId
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import (
    Ask,
    ChoiceCard,
    Close,
    Decision,
    Do,
    Plan,
    ShowCheckout,
    ShowChoices,
    ShowOrder,
    Tell,
    plan,
)
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.shipment import TimeWish
from shopkeeper.domain.orders.order import OrderStatus
from shopkeeper.domain.policy import command

ADDRESS_FIELD = "address_field"


def check_out(facts: Facts) -> Plan:
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="cart.empty"),)))
    return plan(_open(facts))


def _open(facts: Facts) -> Do:
    return Do(command=command.StartCheckout(cart_id=facts.cart.id, conversation_id=facts.state.id))


def change(facts: Facts, *, then: Say | None, **changes: object) -> Plan:
    """Change the open checkout; open one first when the cart has something to buy."""
    if facts.checkout is None or not facts.checkout.is_open:
        if not facts.cart.lines:
            return plan(Tell(says=(Say(key="checkout.empty_later"),)))
        return plan(_open(facts), Do(command=_update(facts, **changes), then=then))
    return plan(Do(command=_update(facts, **changes), then=then))


def _update(facts: Facts, **changes: object) -> command.UpdateCheckout:
    """The id of a checkout just being opened is filled in by the turn, which knows it by then."""
    checkout_id = facts.checkout.id if facts.checkout and facts.checkout.is_open else command.CURRENT_CHECKOUT
    return command.UpdateCheckout(checkout_id=checkout_id, **changes)  # type: ignore[arg-type]


def give_address(act: acts.GiveAddress, facts: Facts) -> Plan:
    """A whole address, the one part that another lacks, or one the customer is known by ("my office")."""
    if act.part is not None:
        return _mended(act.part, act.city, facts)
    address = act.address or _known(act.label, facts)
    if address is None:
        say = Say(key="ask.address_of" if act.label else "ask.address", facts={"label": act.label or ""}, question=True)
        return plan(Ask(question=Question(topic="address", context={"label": act.label or ""}), say=say))
    if not address.country:
        address = replace(address, country=facts.profile.country)
    delivery = DeliveryChoice(method=DeliveryMethod.DELIVERY, address=address)
    return change(facts, then=Say(key="checkout.address", facts={"address": address.one_line}), delivery=delivery, draft=act.draft)


def _mended(part: str, city: str | None, facts: Facts) -> Plan:
    question = facts.state.question
    if question is None or question.topic != ADDRESS_FIELD:
        return plan(Ask(question=Question(topic="address"), say=Say(key="ask.address", question=True)))
    field = str(question.context.get("field", ""))
    fields = {name: str(value) for name, value in as_mapping(question.context.get("address")).items() if value is not None}
    # A state stands behind the town, as it is written on a label.
    fields |= {"city": f"{fields.get('city', '')}, {part}"} if field == "region" else {field: part or fields.get(field, "")}
    fields |= {"city": city} if city else {}
    mended = give_address(acts.GiveAddress(address=Address(**fields)), facts)
    return Plan(decisions=(Close(reason="answered"), *mended.decisions))


def ask_address_field(address: Address, field: str) -> Ask:
    """Only what has to be mended is asked for; the rest of the address is kept."""
    question = Question(topic=ADDRESS_FIELD, context={"address": as_plain(address), "field": field})
    return Ask(question=question, say=Say(key="ask.address_field", facts={"field": field}, question=True), shows=(ShowCheckout(),))


def _known(label: str | None, facts: Facts) -> Address | None:
    if facts.customer is None or label is None:
        return None
    wanted = label.casefold()
    return next((a for a in facts.customer.addresses if a.label and a.label.casefold() == wanted), None)


def choose_delivery(act: acts.ChooseDelivery, facts: Facts) -> Plan:
    chosen = facts.checkout.delivery if facts.checkout is not None else None
    if act.method is DeliveryMethod.PICKUP and act.store_id is None and chosen is not None and chosen.method is DeliveryMethod.PICKUP:
        act = replace(act, store_id=chosen.store_id)  # "pick it up at 4 instead": where is known
    if act.method is DeliveryMethod.PICKUP and act.store_id is None:
        return _ask_store(facts) if len(facts.stores) > 1 else _pickup(facts.stores[0].id if facts.stores else None, facts)
    if act.method is DeliveryMethod.PICKUP:
        return _pickup(act.store_id, facts, draft=act.draft, wanted=act.wanted, split=act.split, part=act.part)
    return _delivered(facts, split=act.split, part=act.part)


def which_delivery(act: acts.WhichDelivery, facts: Facts) -> Plan:
    """Parts of the message differ: which of two branches, or delivery or pickup."""
    stores = {one.store_id for one in act.options if one.method is DeliveryMethod.PICKUP and one.store_id is not None}
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="checkout.empty_later"),)))
    if len(stores) == len(act.options):
        return plan(ask_store(facts, tuple(stores)))
    return plan(ask_delivery(facts))


def _pickup(
    store_id: StoreId | None,
    facts: Facts,
    *,
    draft: bool = False,
    wanted: TimeWish | None = None,
    split: bool = False,
    part: bool = False,
) -> Plan:
    store = next((store for store in facts.stores if store.id == store_id), None)
    if store is None:
        return _ask_store(facts)
    choice = DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=store.id, split=split)
    question = facts.state.question
    if question is not None and question.topic == "conflict":
        # "Pickup in Nord then" answers how it is paid as well: there.
        there = Say(key="checkout.payment_pay_on_pickup")
        return change(facts, then=there, delivery=choice, payment_method=PaymentMethod.PAY_ON_PICKUP, wanted=wanted)
    return change(facts, then=None, delivery=choice, draft=draft, wanted=wanted, part=part)


def ask_store(facts: Facts, among: Collection[StoreId] = ()) -> Ask:
    """Which branch (of `among`, when given); each can be tapped, or said by name."""
    stores = [store for store in facts.stores if not among or store.id in among]
    offered = tuple(OfferedChoice(value=store.id, words=(*store.name.casefold().split(), store.id)) for store in stores)
    shown = tuple(
        ChoiceCard(value=store.id, label=store.name, detail=Say(key="choice.store", facts={"address": store.line1})) for store in stores
    )
    question = Question(topic="store", choices=offered)
    return Ask(question=question, say=Say(key="ask.store", question=True), shows=(ShowCheckout(), ShowChoices(choices=shown)))


def _ask_store(facts: Facts) -> Plan:
    """Note that it is a pickup, then ask where."""
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="checkout.empty_later"),)))
    choice = DeliveryChoice(method=DeliveryMethod.PICKUP)
    return Plan(decisions=(*change(facts, then=None, delivery=choice).decisions, ask_store(facts)))


def ask_delivery(facts: Facts) -> Ask:
    """Delivery or pickup: asked once, with the fee of delivery from the shop's table."""
    terms = facts.profile.delivery
    choices = (
        ChoiceCard(
            value="delivery",
            label=Say(key="choice.delivery"),
            detail=Say(key="choice.delivery_detail", facts={"fee": terms.fee, "days_min": terms.days_min, "days_max": terms.days_max}),
        ),
        ChoiceCard(value="pickup", label=Say(key="choice.pickup"), detail=Say(key="choice.pickup_detail")),
    )
    question = Question(
        topic="delivery", choices=(OfferedChoice(value="delivery", words=("delivery",)), OfferedChoice(value="pickup", words=("pickup",)))
    )
    return Ask(question=question, say=Say(key="ask.delivery", question=True), shows=(ShowCheckout(), ShowChoices(choices=choices)))


def ask_address(facts: Facts) -> Ask:
    """Where to; the addresses a known customer gave before can be tapped."""
    known = facts.customer.addresses if facts.customer else ()
    labelled = tuple(a for a in known if a.label)
    offered = tuple(OfferedChoice(value=a.label or "", words=((a.label or "").casefold(),)) for a in labelled)
    shown = tuple(
        ChoiceCard(value=a.label or "", label=a.label or "", detail=Say(key="choice.address", facts={"address": a.one_line}))
        for a in labelled
    )
    shows = (ShowCheckout(), ShowChoices(choices=shown, style="list")) if shown else (ShowCheckout(),)
    return Ask(question=Question(topic="address", choices=offered), say=Say(key="ask.address", question=True), shows=shows)


def delivery_chosen(value: str, facts: Facts) -> Plan:
    if value == "pickup":
        return choose_delivery(acts.ChooseDelivery(method=DeliveryMethod.PICKUP), facts)
    return _delivered(facts)


def _delivered(facts: Facts, *, split: bool = False, part: bool = False) -> Plan:
    address = facts.checkout.delivery.address if facts.checkout and facts.checkout.delivery else None
    return change(facts, then=None, delivery=DeliveryChoice(method=DeliveryMethod.DELIVERY, address=address, split=split), part=part)


def store_chosen(store_id: StoreId, facts: Facts) -> Plan:
    return _pickup(store_id, facts)


def choose_payment(act: acts.ChoosePayment, facts: Facts) -> Plan:
    """Paying at pickup needs a pickup: when goods are to be delivered, ask which of the two gives way."""
    delivery = facts.checkout.delivery if facts.checkout else None
    if act.method is PaymentMethod.PAY_ON_PICKUP and delivery is not None and delivery.method is DeliveryMethod.DELIVERY:
        return plan(ask_conflict(facts))
    saved = facts.customer.saved_method(act.method_id) if facts.customer is not None and act.method_id is not None else None
    if act.method_id is not None and saved is None:
        return plan(Tell(says=(Say(key="refusal.method_unknown"),)))
    token = saved.token if saved else None
    return change(facts, then=Say(key=f"checkout.payment_{act.method.value}"), payment_method=act.method, saved_method=token)


def ask_conflict(facts: Facts) -> Ask:
    choices = (
        ChoiceCard(value="deliver_and_pay_now", label=Say(key="choice.deliver_and_pay_now")),
        ChoiceCard(value="pickup_and_pay_there", label=Say(key="choice.pickup_and_pay_there")),
    )
    offered = (
        OfferedChoice(value="deliver_and_pay_now", words=("deliver", "delivery", "ship", "card", "now", "office", "home")),
        OfferedChoice(value="pickup_and_pay_there", words=("pickup", "pick", "collect", "store")),
    )
    return Ask(
        question=Question(topic="conflict", choices=offered),
        say=Say(key="ask.pickup_conflict", question=True),
        shows=(ShowCheckout(), ShowChoices(choices=choices)),
    )


def conflict_resolved(value: str, facts: Facts) -> Plan:
    if value == "deliver_and_pay_now":
        return change(facts, then=Say(key="checkout.payment_card"), payment_method=PaymentMethod.CARD)
    pickup = DeliveryChoice(method=DeliveryMethod.PICKUP)
    return change(facts, then=Say(key="checkout.payment_pay_on_pickup"), delivery=pickup, payment_method=PaymentMethod.PAY_ON_PICKUP)


def give_email(act: acts.GiveEmail, facts: Facts) -> Plan:
    return change(facts, then=Say(key="checkout.email", facts={"email": act.email}), email=act.email)


def confirm(act: acts.Confirm | acts.Pay, facts: Facts) -> Plan:
    """Yes. To a quote when one is on the table, else to what was asked, else there is nothing to say yes to."""
    question = facts.state.question
    checkout = facts.checkout
    if act.digest is not None and checkout is not None:
        return _complete(checkout.id, act.digest, facts)
    if question is not None and question.topic == "permission":
        return permitted(question, facts)
    if question is not None and question.topic == "clear_cart":
        return Plan(
            decisions=(Close(reason="answered"), Do(command=command.ClearCart(cart_id=facts.cart.id), then=Say(key="cart.cleared")))
        )
    if checkout is not None and checkout.status is CheckoutStatus.COMPLETED and checkout.order_number:
        return plan(
            Tell(
                says=(Say(key="order.already", facts={"number": checkout.order_number}),), shows=(ShowOrder(number=checkout.order_number),)
            )
        )
    if checkout is not None and checkout.is_open and checkout.quote is not None and _is_meant(act, question, checkout):
        agreed = _asked_about(question)
        if agreed is None and checkout.quote.turn_id is not None and checkout.quote.turn_id == facts.turn_id:
            return plan()  # "..., and pay": what was made in this very message has not been seen yet, so it is asked about first
        return _complete(checkout.id, agreed or checkout.quote.digest, facts)
    if isinstance(act, acts.Pay) and facts.cart.lines:
        return check_out(facts)
    if question is not None and len(question.choices) == 1:
        return plan(Tell(says=(Say(key="choose.what"),)))
    if facts.state.last_order is not None and not facts.cart.lines:
        number = facts.state.last_order
        return plan(Tell(says=(Say(key="order.already", facts={"number": number}),), shows=(ShowOrder(number=number),)))
    return plan(Tell(says=(Say(key="confirm.nothing"),)))


def _is_meant(act: acts.Confirm | acts.Pay, question: Question | None, checkout: Checkout) -> bool:
    """A yes is for the quote when consent was asked for; while a payment is under way it asks how that stands."""
    if isinstance(act, acts.Pay) or checkout.status in IN_PROGRESS:
        return True
    return question is not None and question.topic == "consent"


def _asked_about(question: Question | None) -> Digest | None:
    """The quote that the shopper was asked about: a yes is to that one, even when a newer one lies on the table."""
    digest = question.context.get("digest") if question is not None and question.topic == "consent" else None
    return Digest(digest) if isinstance(digest, str) else None


def _complete(checkout_id: object, digest: object, facts: Facts) -> Plan:
    text = facts.said or "(tapped)"
    return plan(Do(command=command.CompleteCheckout(checkout_id=checkout_id, digest=digest, consent_text=text)))  # type: ignore[arg-type]


def decline(facts: Facts) -> Plan:
    """No. The question is closed; cart and checkout stay as they are."""
    if facts.state.question is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    key = "decline.quote" if facts.state.question.topic == "consent" else "decline.fine"
    return plan(Close(reason="declined"), Tell(says=(Say(key=key),)))


def cancel(act: acts.Cancel, facts: Facts) -> Plan:
    """Give up what is under way: holds are released; the cart stays unless the words say otherwise."""
    steps: list[Decision] = [Close(reason="canceled")] if facts.state.question else []
    if facts.checkout is not None and facts.checkout.is_open:
        steps.append(Do(command=command.CancelCheckout(checkout_id=facts.checkout.id, reason="shopper"), then=Say(key="checkout.canceled")))
    if act.clear_cart and facts.cart.lines:
        steps.append(Do(command=command.ClearCart(cart_id=facts.cart.id), then=Say(key="cart.cleared")))
    elif facts.cart.lines:
        steps.append(Tell(says=(Say(key="cart.kept_count", facts={"count": facts.cart.count}),)))
    elif not steps and (placed := facts.state.last_order or (_undelivered(facts) if act.order else None)) is not None:
        return ask_to_cancel_order(placed)
    elif not steps or isinstance(steps[-1], Close):
        steps.append(Tell(says=(Say(key="decline.fine"),)))
    return plan(*steps)


def _undelivered(facts: Facts) -> OrderNumber | None:
    """The latest order of the signed-in customer that is not with them yet."""
    waiting = (order for order in facts.after.orders if order.status in (OrderStatus.CONFIRMED, OrderStatus.READY_FOR_PICKUP))
    latest = max(waiting, key=lambda order: order.placed_at, default=None)
    return latest.number if latest is not None else None


def ask_to_cancel_order(number: OrderNumber) -> Plan:
    """After the sale "cancel it" can only mean the order, which a person does; asked first, so that a stray word calls nobody."""
    question = Question(topic="cancel_order", choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")), context={"number": number})
    return plan(Ask(question=question, say=Say(key="ask.cancel_order", facts={"number": number}, question=True)))


def start_over(facts: Facts) -> Plan:
    steps: list[Decision] = [Close(reason="start_over")]
    if facts.checkout is not None and facts.checkout.is_open:
        steps.append(Do(command=command.CancelCheckout(checkout_id=facts.checkout.id, reason="start_over")))
    if facts.cart.lines:
        steps.append(Do(command=command.ClearCart(cart_id=facts.cart.id)))
    return plan(*steps, Tell(says=(Say(key="start_over.done"),)))
