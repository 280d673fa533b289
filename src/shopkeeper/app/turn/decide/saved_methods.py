"""Cards kept for next time: yes or no to keeping the one that pays, and taking back one that was kept."""

from __future__ import annotations

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Do, Plan, ShowCheckout, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy import command


def keep(act: acts.KeepMethod, facts: Facts) -> Plan:
    """It goes with the checkout under way; one is opened where there is something to buy."""
    checkout = facts.checkout if facts.checkout is not None and facts.checkout.is_open else None
    if checkout is None and not facts.cart.lines:
        return plan(Tell(says=(Say(key="payment.keep_later"),)))
    said = Say(key="payment.keep_agreed" if act.keep else "payment.keep_withdrawn")
    checkout_id = checkout.id if checkout is not None else command.CURRENT_CHECKOUT
    do = Do(command=command.KeepMethod(checkout_id=checkout_id, keep=act.keep, consent_text=facts.said or "(tapped)"), then=said)
    if checkout is not None:
        return plan(do, Tell(says=(), shows=(ShowCheckout(),)))
    return plan(Do(command=command.StartCheckout(cart_id=facts.cart.id, conversation_id=facts.state.id)), do)


def forget(facts: Facts) -> Plan:
    """One is removed at once; of several it is asked which."""
    saved = facts.customer.saved_methods if facts.customer is not None else ()
    if not saved:
        return plan(Tell(says=(Say(key="refusal.method_unknown"),)))
    return _remove(saved[0].id) if len(saved) == 1 else plan(_which(saved))


def chosen(method_id: str) -> Plan:
    return _remove(method_id)


def _remove(method_id: str) -> Plan:
    return plan(Do(command=command.RemoveSavedMethod(method_id=method_id)))


def _which(saved: tuple[SavedMethod, ...]) -> Ask:
    offered = tuple(OfferedChoice(value=one.id, words=tuple(one.label.casefold().split())) for one in saved)
    cards = tuple(ChoiceCard(value=one.id, label=one.label) for one in saved)
    question = Question(topic="method_which", choices=offered)
    return Ask(question=question, say=Say(key="ask.method_which", question=True), shows=(ShowChoices(choices=cards, style="list"),))
