"""The closed map from acts to the functions that decide about them."""

from __future__ import annotations

from typing import assert_never

from shopkeeper.app.turn.decide import (
    cart,
    checkout,
    choices,
    explaining,
    flows,
    others,
    products,
    proposal,
    repairs,
    returns_denied,
    service,
    substitutes,
    times,
    tips,
    ways,
    wishes,
)
from shopkeeper.app.turn.decide.after_sale import decide_after_sale
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Plan


def decide(act: acts.Act, facts: Facts) -> Plan:
    """Pure and deterministic: the same act and facts give the same plan."""
    match act:
        case acts.FindProduct():
            return products.find(act, facts)
        case acts.AskAboutProduct():
            return products.ask_about(act, facts)
        case acts.FindOthers() | acts.AskWhy() | acts.CompareProducts():
            return _about_shown(act, facts)
        case acts.AddLineItem():
            return cart.add(act, facts)
        case acts.ChangeQuantity():
            return cart.change_quantity(act, facts)
        case acts.ChangeVariant():
            return choices.choose(acts.Choose(reference=act.to), facts) if choices.is_choosing(facts) else cart.change_variant(act, facts)
        case acts.ChangeModifiers():
            return cart.change_modifiers(act, facts)
        case acts.RemoveLineItem():
            return cart.remove(act, facts)
        case acts.GiveQuantity():
            return choices.give_quantity(act, facts)
        case acts.Choose():
            return choices.choose(act, facts)
        case acts.ShowCart() | acts.ExplainTotal():
            return cart.show(act, facts) if isinstance(act, acts.ShowCart) else explaining.explain_total(facts)
        case acts.ClearCart():
            return cart.clear(act, facts)
        case acts.ApplyCode() | acts.RemoveCode():
            return cart.apply_code(act, facts) if isinstance(act, acts.ApplyCode) else cart.remove_code(act, facts)
        case acts.CheckOut():
            return checkout.check_out(facts)
        case acts.GiveAddress():
            return checkout.give_address(act, facts)
        case acts.ChooseDelivery():
            return checkout.choose_delivery(act, facts)
        case acts.WhichDelivery():
            return checkout.which_delivery(act, facts)
        case acts.ChooseTime():
            return times.choose_time(act, facts)
        case acts.ChoosePayment() | acts.GiveTip() | acts.GiveEmail():
            return _about_paying(act, facts)
        case acts.Confirm() if proposal.is_asked(facts):
            return proposal.agreed(facts)
        case acts.Confirm() if act.digest is None and flows.is_asked(facts):
            return flows.agreed(facts)
        case acts.Confirm() if times.is_asked(facts) or (ways.is_asked(facts) and act.digest is None):
            return times.agreed(facts) if times.is_asked(facts) else ways.agreed(facts)
        case acts.Confirm() | acts.Decline() if is_yes_or_no(facts):
            return choices.choose(acts.Choose(value="yes" if isinstance(act, acts.Confirm) else "no"), facts)
        case acts.Confirm() | acts.Pay():
            return checkout.confirm(act, facts)
        case acts.Decline() if flows.is_asked(facts):
            return flows.declined(facts)
        case acts.Decline():
            return checkout.decline(facts)
        case acts.Cancel():
            return repairs.cancel(act, facts)
        case acts.StartOver():
            return repairs.start_over(facts)
        case acts.StartFlow():
            return flows.start(act, facts)
        case acts.GiveSlot():
            return flows.give(act, facts)
        case acts.Correct():
            return flows.correct(act, facts)
        case acts.Skip():
            return repairs.skip(facts)
        case acts.Repeat():
            return repairs.repeat(facts)
        case acts.Clarify():
            return repairs.clarify(facts)
        case acts.AskOrderStatus():
            return service.order_status(act, facts)
        case acts.OrderAgain():
            return wishes.order_again(act, facts)
        case acts.NoteWish() | acts.WishSubstitute():
            return wishes.note(act, facts) if isinstance(act, acts.NoteWish) else substitutes.wish(act, facts)
        case acts.NoSuchDay(day=day, last_day=last_day):
            return wishes.no_such_day(day, last_day)
        case acts.NeedBy():
            return wishes.need_by(act, facts)
        case acts.AskPolicy():
            return service.ask_policy(act, facts)
        case acts.AskPerson(reason="appeal"):
            return returns_denied.appeal(facts)
        case acts.AskPerson():
            return service.ask_person(act, facts)
        case (
            acts.Complain()
            | acts.GivePhone()
            | acts.AskMyData()
            | acts.EraseMyData()
            | acts.AskFit()
            | acts.RequestReturn()
            | acts.GivePhotos()
            | acts.TeachPhoto()
            | acts.ConfirmReturn()
            | acts.CancelReturn()
            | acts.AskReturns()
            | acts.BookService()
            | acts.PickWindow()
            | acts.ConfirmBooking()
            | acts.CancelBooking()
            | acts.MoveBooking()
            | acts.AddToBooking()
            | acts.AskBookings()
            | acts.FindGift()
            | acts.WishMandate()
            | acts.GrantMandate()
            | acts.RevokeMandate()
            | acts.AskMandates()
            | acts.PayByGiftCard()
            | acts.ExplainRefund()
            | acts.KeepMethod()
            | acts.ForgetMethod()
        ):
            return decide_after_sale(act, facts)
        case acts.Greet() | acts.Thank() | acts.Help():
            return service.small_talk(act)
        case acts.Unknown():
            return repairs.unknown(facts)
        case _:
            assert_never(act)


def _about_shown(act: acts.FindOthers | acts.AskWhy | acts.CompareProducts, facts: Facts) -> Plan:
    match act:
        case acts.FindOthers():
            return others.find_others(act, facts)
        case acts.AskWhy():
            return others.explain_choice(facts)
        case acts.CompareProducts():
            return products.compare(act, facts)
        case _:
            assert_never(act)


def _about_paying(act: acts.ChoosePayment | acts.GiveTip | acts.GiveEmail, facts: Facts) -> Plan:
    match act:
        case acts.ChoosePayment():
            return checkout.choose_payment(act, facts)
        case acts.GiveTip():
            return tips.give_tip(act, facts)
        case acts.GiveEmail():
            return checkout.give_email(act, facts)
        case _:
            assert_never(act)


YES_OR_NO = frozenset(
    {"return", "return_fault", "appeal", "claim_photo", "booking", "erase", "fit", "mandate", "mandate_ask", "photo_list"}
)
"""Questions of their own that a plain yes or no answers; a yes to a quote is another matter."""


def is_yes_or_no(facts: Facts) -> bool:
    question = facts.state.question
    return question is not None and question.topic in YES_OR_NO
