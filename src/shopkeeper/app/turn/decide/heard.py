"""Wishes with a doubt in them: what was not heard surely, or what parts of a message do not agree on, is asked before it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

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
from shopkeeper.domain.fulfillment.shipment import TimeWish

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
        **({"delivery": _plain_delivery(delivery)} if delivery else {}),
        **({"budget": _plain(act.budget)} if act.budget else {}),
        **({"budgets": [_plain(budget) for budget in act.budgets]} if act.budgets else {}),
        **({"photo": act.photo} if act.photo else {}),
        **({"between": list(act.between)} if act.between else {}),
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
        budget=_money(wanted.get("budget")),
        budgets=_budgets(wanted),
        photo=str(wanted.get("photo") or ""),
        between=_numbers(wanted.get("between")),
    )


def ask_about_doubt(listing: Listing, sku: Sku, wanted: Mapping[str, object], facts: Facts) -> Ask | None:
    """The one question that a doubtful wish needs before it is carried out."""
    name = title(listing, facts, sku)
    context = {**wanted, "product_id": listing.product.id, "sku": sku}
    focus = Focus(product_id=listing.product.id, sku=sku)
    numbers, ends = _numbers(wanted.get("doubted")), _numbers(wanted.get("between"))
    unsure = str(wanted.get("unsure") or "")
    if len(numbers) > 1:
        say = Say(key="voice.differs", facts={"wrote": str(numbers[0]), "said": str(numbers[1])}, question=True)
        return _which_number(numbers, name, say, context, focus)
    if ends:
        say = Say(key="ask.quantity", facts={"title": name}, question=True)
        return _which_number(ends, name, say, context, focus)
    if numbers:
        say = Say(key="voice.quantity_unsure", facts={"quantity": numbers[0], "title": name}, question=True)
        return Ask(question=Question(topic="quantity", choices=YES_OR_NO, context=context), say=say, shows=(_yes_no(),), focus=focus)
    if unsure:
        say = Say(key="voice.product_unsure", facts={"text": unsure, "title": name}, question=True)
        return Ask(question=Question(topic="heard", choices=YES_OR_NO, context=context), say=say, shows=(_yes_no(),), focus=focus)
    return None


def _which_number(numbers: Sequence[int], name: str, say: Say, context: Mapping[str, object], focus: Focus) -> Ask:
    offered = tuple(OfferedChoice(value=str(number)) for number in numbers)
    shown = tuple(ChoiceCard(value=str(number), label=f"{number} × {name}") for number in numbers)
    question = Question(topic="quantity", choices=offered, context=context)
    return Ask(question=question, say=say, shows=(ShowChoices(choices=shown),), focus=focus)


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
    budget, budgets, delivery = _money(wanted.get("budget")), _budgets(wanted), _delivery(wanted)
    checked: tuple[Decision, ...] = (CheckBudget(limit=budget),) if budget else ()
    follows: tuple[Decision, ...] = (Next(act=delivery),) if delivery else ()
    return (*follows, ask_which_budget(budgets)) if budgets else (*checked, *follows)


def ask_which_budget(budgets: Sequence[Money]) -> Ask:
    """Two limits: the goods are in the cart, where they cost nothing yet, and which of the two holds is asked once."""
    wrote, said = budgets[:2]
    offered = tuple(OfferedChoice(value=f"{one.minor} {one.currency}", words=_figures(one)) for one in (wrote, said))
    shown = tuple(
        ChoiceCard(value=choice.value, label=Say(key="choice.amount", facts={"amount": one}))
        for choice, one in zip(offered, (wrote, said), strict=True)
    )
    question = Question(topic="budget", choices=offered)
    return Ask(
        question=question,
        say=Say(key="voice.differs", facts={"wrote": wrote, "said": said}, question=True),
        shows=(ShowChoices(choices=shown),),
    )


def budget_chosen(value: str) -> Plan:
    minor, _, currency = value.partition(" ")
    return plan(CheckBudget(limit=Money(minor=int(minor), currency=currency)))


def _figures(amount: Money) -> tuple[str, ...]:
    """How the amount is likely to be said again: "80", "80.50", or as it stands where a currency has no smaller unit."""
    whole, rest = divmod(amount.minor, 100)
    return (f"{whole}.{rest:02}" if rest else str(whole), str(amount.minor))


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
        wanted=_wish(said.get("wanted")),
    )


def _plain_delivery(delivery: acts.ChooseDelivery) -> Mapping[str, object]:
    wanted = delivery.wanted
    said = {name: at.isoformat() for name, at in (("start", wanted.start), ("end", wanted.end)) if at is not None} if wanted else {}
    return {"method": delivery.method.value, "store_id": delivery.store_id, "draft": delivery.draft, **({"wanted": said} if said else {})}


def _wish(value: object) -> TimeWish | None:
    said = {name: datetime.fromisoformat(str(at)) for name, at in as_mapping(value).items() if name in ("start", "end")}
    return TimeWish(start=said.get("start"), end=said.get("end")) if said else None


def _budgets(wanted: Mapping[str, object]) -> tuple[Money, ...]:
    return tuple(amount for amount in (_money(one) for one in as_sequence(wanted.get("budgets"))) if amount is not None)


def _plain(amount: Money) -> Mapping[str, object]:
    return {"minor": amount.minor, "currency": amount.currency}


def _money(value: object) -> Money | None:
    said = as_mapping(value)
    minor = as_int(said.get("minor"))
    return Money(minor=minor, currency=str(said.get("currency"))) if minor is not None else None
