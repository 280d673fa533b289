"""Wishes with a doubt in them: what was not heard surely, or what parts of a message do not agree on, is asked before it counts."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.turn.decide.parts import title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.conversation.state import Focus, OfferedChoice, Question
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, CheckBudget, ChoiceCard, Decision, Next, Plan, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.reference import Reference
from shopkeeper.domain.dialogue.say import Say

YES_OR_NO = (OfferedChoice(value="yes"), OfferedChoice(value="no"))


def whole_wish(act: acts.AddLineItem) -> Mapping[str, object]:
    """All that was said of one wish, in the plain form that an open question keeps."""
    delivery = act.delivery
    return {
        "then": "add",
        "quantity": act.quantity,
        "pieces": act.pieces,
        "modifiers": dict(act.modifiers),
        **({"doubted": list(act.doubted)} if act.doubted else {}),
        **({"unsure": act.unsure} if act.unsure else {}),
        **({"differs": list(act.differs)} if act.differs else {}),
        **({"delivery": {"method": delivery.method.value, "store_id": delivery.store_id, "draft": delivery.draft}} if delivery else {}),
        **({"budget": {"minor": act.budget.minor, "currency": act.budget.currency}} if act.budget else {}),
        **({"photo": act.photo} if act.photo else {}),
    }


def as_act(reference: Reference, wanted: Mapping[str, object]) -> acts.AddLineItem:
    """The wish again, for another product."""
    return acts.AddLineItem(
        reference=reference,
        quantity=as_int(wanted.get("quantity")),
        pieces=as_int(wanted.get("pieces")),
        modifiers={name: str(value) for name, value in as_mapping(wanted.get("modifiers")).items()},
        doubted=_numbers(wanted.get("doubted")),
        unsure=str(wanted.get("unsure") or ""),
        delivery=_delivery(wanted),
        budget=_budget(wanted),
        photo=str(wanted.get("photo") or ""),
    )


def ask_about_doubt(listing: Listing, sku: Sku, wanted: Mapping[str, object], facts: Facts) -> Ask | None:
    """The one question that a doubtful wish needs before it is carried out."""
    name = title(listing, facts, sku)
    context = {**wanted, "product_id": listing.product.id, "sku": sku}
    focus = Focus(product_id=listing.product.id, sku=sku)
    numbers = _numbers(wanted.get("doubted"))
    unsure = str(wanted.get("unsure") or "")
    if len(numbers) > 1:
        say = Say(key="voice.differs", facts={"wrote": str(numbers[0]), "said": str(numbers[1])}, question=True)
        offered = tuple(OfferedChoice(value=str(number)) for number in numbers)
        shown = tuple(ChoiceCard(value=str(number), label=f"{number} × {name}") for number in numbers)
        question = Question(topic="quantity", choices=offered, context=context)
        return Ask(question=question, say=say, shows=(ShowChoices(choices=shown),), focus=focus)
    if numbers:
        say = Say(key="voice.quantity_unsure", facts={"quantity": numbers[0], "title": name}, question=True)
        return Ask(question=Question(topic="quantity", choices=YES_OR_NO, context=context), say=say, shows=(_yes_no(),), focus=focus)
    if unsure:
        say = Say(key="voice.product_unsure", facts={"text": unsure, "title": name}, question=True)
        return Ask(question=Question(topic="heard", choices=YES_OR_NO, context=context), say=say, shows=(_yes_no(),), focus=focus)
    return None


def ask_in_full(listing: Listing, sku: Sku, question: Question, facts: Facts) -> Plan:
    """Not what was meant: how many, or what, is asked plainly."""
    if question.topic == "heard":
        return plan(Tell(says=(Say(key="find.what", question=True),)))
    context = {name: value for name, value in question.context.items() if name not in ("doubted", "quantity")}
    say = Say(key="ask.quantity", facts={"title": title(listing, facts, sku)}, question=True)
    return plan(Ask(question=Question(topic="quantity", context=context), say=say))


def differing(wanted: Mapping[str, object]) -> Say:
    wrote, said = (str(one) for one in as_sequence(wanted.get("differs"))[:2])
    return Say(key="voice.differs", facts={"wrote": wrote, "said": said}, question=True)


def what_follows(wanted: Mapping[str, object]) -> tuple[Decision, ...]:
    """What else was said of the wish, to be done once the thing is in the cart."""
    budget, delivery = _budget(wanted), _delivery(wanted)
    return (*((CheckBudget(limit=budget),) if budget else ()), *((Next(act=delivery),) if delivery else ()))


def _yes_no() -> ShowChoices:
    return ShowChoices(choices=(ChoiceCard(value="yes", label=Say(key="choice.yes")), ChoiceCard(value="no", label=Say(key="choice.no"))))


def _numbers(value: object) -> tuple[int, ...]:
    return tuple(number for number in (as_int(one) for one in as_sequence(value)) if number is not None)


def _delivery(wanted: Mapping[str, object]) -> acts.ChooseDelivery | None:
    said = as_mapping(wanted.get("delivery"))
    if said.get("method") not in tuple(DeliveryMethod):
        return None
    store = said.get("store_id")
    return acts.ChooseDelivery(
        method=DeliveryMethod(str(said["method"])),
        store_id=StoreId(store) if isinstance(store, str) else None,
        draft=said.get("draft") is True,
    )


def _budget(wanted: Mapping[str, object]) -> Money | None:
    said = as_mapping(wanted.get("budget"))
    minor = as_int(said.get("minor"))
    return Money(minor=minor, currency=str(said.get("currency"))) if minor is not None else None
