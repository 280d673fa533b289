"""An open question asked once more, rebuilt from the records of now; None when there is nothing left to ask."""

from __future__ import annotations

from shopkeeper.app.turn.decide import mandates, tips
from shopkeeper.app.turn.decide.checkout import ask_address, ask_conflict, ask_delivery, ask_store
from shopkeeper.app.turn.decide.flow.asking import CHANGE, ask_change
from shopkeeper.app.turn.decide.flows import current
from shopkeeper.app.turn.decide.next_step import next_step
from shopkeeper.app.turn.decide.parts import ask_product, ask_variant, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.ids import LineId, ProductId, Sku
from shopkeeper.domain.dialogue.decision import Ask
from shopkeeper.domain.dialogue.say import Say

CHECKOUT = frozenset({"delivery", "store", "address", "consent", "conflict", "ways", "top_up"})


def asked_again(question: Question, facts: Facts) -> Ask | None:
    if question.topic in CHECKOUT:
        return _of_checkout(question, facts)
    match question.topic:
        case "variant":
            return _variant(question, facts)
        case "product":
            listings = tuple(facts.listings[id_] for choice in question.choices if (id_ := ProductId(choice.value)) in facts.listings)
            return ask_product(listings, Say(key="ask.which_product", question=True), question.context, facts) if listings else None
        case "quantity":
            line = facts.cart.line(LineId(str(question.context.get("line_id", ""))))
            listing = facts.listings.get(line.product_id) if line else None
            said = {"title": title(listing, facts, line.sku)} if listing and line else None
            return Ask(question=question, say=Say(key="ask.quantity", facts=said, question=True)) if said else None
        case tips.TOPIC:
            return tips.ask_tip(facts.profile.tips) if facts.profile.tips is not None else None
        case "mandate":
            waiting = mandates.proposed(facts)
            return mandates.ask_consent(waiting) if waiting is not None else None
        case "proposal":
            return Ask(question=question, say=Say(key=f"propose.{question.context.get('act')}", question=True))
        case _:
            here = current(facts)
            return ask_change(*here, facts) if question.topic == CHANGE and here else None


def _of_checkout(question: Question, facts: Facts) -> Ask | None:
    """What the checkout still needs, which may be something else by now."""
    checkout = facts.checkout
    if question.topic == "conflict":
        return ask_conflict(facts)
    if checkout is None or not checkout.is_open:
        known = {"store": ask_store, "address": ask_address, "delivery": ask_delivery}
        return known[question.topic](facts) if question.topic in known else None
    if question.topic == "consent" and checkout.status is not CheckoutStatus.READY_FOR_COMPLETE:
        return None
    following = next_step(facts)
    return following if isinstance(following, Ask) else None


def _variant(question: Question, facts: Facts) -> Ask | None:
    listing = facts.listings.get(ProductId(str(question.context.get("product_id", ""))))
    skus = tuple(Sku(choice.value) for choice in question.choices)
    if listing is None or not skus:
        return None
    say = Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True)
    return ask_variant(listing, skus, say, question.context, facts)
