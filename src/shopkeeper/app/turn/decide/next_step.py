"""What an open checkout needs next: one question, or nothing."""

from __future__ import annotations

from shopkeeper.app.turn.decide import bookings, mandates, returns
from shopkeeper.app.turn.decide.checkout import ask_address, ask_delivery, ask_store
from shopkeeper.app.turn.decide.times import ask_time
from shopkeeper.app.turn.decide.top_up import ask_top_up
from shopkeeper.app.turn.decide.ways import ask_ways
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.checkout import CheckoutStatus
from shopkeeper.domain.checkout.readiness import Missing, missing
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue.decision import Ask, ShowCheckout, Tell
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import (
    CancelBooking,
    CancelReturn,
    ConfirmBooking,
    ConfirmReturn,
    DraftReturn,
    HoldBooking,
    MoveBooking,
    ProposeMandate,
)

WAITING_FOR_A_YES = (DraftReturn, ConfirmReturn, CancelReturn, HoldBooking, ConfirmBooking, MoveBooking, CancelBooking, ProposeMandate)
"""Commands after which a drafted return, a held window or a proposed mandate is asked about."""


def still_waiting(facts: Facts) -> Ask | None:
    """The one thing of this conversation that waits for a yes: a proposed mandate first, then a drafted return, then a held window."""
    proposed = mandates.proposed(facts)
    if proposed is not None:
        return mandates.ask_consent(proposed)
    draft = returns.open_draft([rma for rma in facts.after.returns if rma.conversation_id == facts.state.id])
    if draft is not None:
        return returns.ask_confirm(draft)
    hold = bookings.live_hold(facts)
    return bookings.ask_confirm(hold, facts) if hold is not None else None


def next_step(facts: Facts) -> Ask | Tell | None:
    """What to do about goods that cannot all be had; the delivery, the store, the address, then consent to the quote."""
    checkout = facts.checkout
    if checkout is None or not checkout.is_open or not facts.cart.lines:
        return None
    if facts.ways:
        return ask_ways(facts)
    match missing(checkout.delivery):
        case Missing.DELIVERY:
            return ask_delivery(facts)
        case Missing.STORE:
            return ask_store(facts)
        case Missing.ADDRESS:
            return ask_address(facts)
        case None:
            pass
    quote = checkout.quote
    if quote is None and checkout.short_of is not None:
        return ask_top_up(checkout, checkout.short_of, facts)
    late = ask_time(checkout, facts) if checkout.late and (quote is None or checkout.status is CheckoutStatus.READY_FOR_COMPLETE) else None
    if late is not None:
        return late
    if quote is None or checkout.status is not CheckoutStatus.READY_FOR_COMPLETE:
        return Tell(shows=(ShowCheckout(),))
    question = Question(topic="consent", choices=(OfferedChoice(value="yes"),), context={"digest": quote.digest})
    say = Say(key="ask.consent", facts={"total": quote.total}, question=True)
    if quote.credit:
        say = Say(key="ask.consent_split", facts={"total": quote.total, "credit": quote.total - quote.due, "due": quote.due}, question=True)
    return Ask(question=question, say=say, shows=(ShowCheckout(),))
