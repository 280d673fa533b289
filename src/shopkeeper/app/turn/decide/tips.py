"""A tip: asked about only when the shopper speaks of one, changed until the order is paid, taken back as easily."""

from __future__ import annotations

from shopkeeper.app.turn.decide.checkout import change
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.domain.checkout.tip import Tip, TipTerms
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Plan, ShowCheckout, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say

TOPIC = "tip"
NO_TIP = "none"


def give_tip(act: acts.GiveTip, facts: Facts) -> Plan:
    terms, checkout = facts.profile.tips, facts.checkout
    none_yet = checkout is None or not checkout.is_open or checkout.tip is None
    if act.is_none and none_yet:
        return plan(Tell(says=(Say(key="tip.none"),)))
    if terms is None:
        return plan(Tell(says=(Say(key="refusal.tips_not_taken"),)))
    if act.amount_minor is None and act.percent_bp is None:
        return plan(ask_tip(terms)) if facts.cart.lines else plan(Tell(says=(Say(key="checkout.empty_later"),)))
    amount = Money(minor=act.amount_minor, currency=facts.profile.currency) if act.amount_minor is not None else None
    asked = facts.state.question is not None and facts.state.question.topic == TOPIC
    changed = change(facts, then=Say(key="tip.off" if act.is_none else "tip.given"), tip=Tip(amount=amount, percent_bp=act.percent_bp))
    return Plan(decisions=(Close(reason="answered"), *changed.decisions)) if asked else changed


def ask_tip(terms: TipTerms) -> Ask:
    """How much; nothing is chosen beforehand, and none is as good an answer."""
    cards = [ChoiceCard(value=str(bp), label=Say(key="choice.tip", facts={"percent": percent_text(bp)})) for bp in terms.percents_bp]
    cards.append(ChoiceCard(value=NO_TIP, label=Say(key="choice.no_tip")))
    offered = tuple(OfferedChoice(value=card.value) for card in cards)
    shows = (ShowCheckout(), ShowChoices(choices=tuple(cards)))
    return Ask(question=Question(topic=TOPIC, choices=offered), say=Say(key="ask.tip", question=True), shows=shows)


def tip_chosen(value: str, facts: Facts) -> Plan:
    act = acts.GiveTip(amount_minor=0) if value == NO_TIP else acts.GiveTip(percent_bp=int(value))
    return give_tip(act, facts)
