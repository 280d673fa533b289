"""The part of the map from acts to decisions that is about what comes after a sale, and around it."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from shopkeeper.app.turn.decide import (
    bookings,
    claims,
    fit,
    gift_cards,
    gifts,
    mandates,
    photos,
    privacy,
    refund_told,
    returns,
    saved_methods,
    service,
)
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Plan

AfterSaleAct: TypeAlias = (
    acts.Complain
    | acts.GivePhone
    | acts.AskMyData
    | acts.EraseMyData
    | acts.AskFit
    | acts.RequestReturn
    | acts.GivePhotos
    | acts.TeachPhoto
    | acts.ConfirmReturn
    | acts.CancelReturn
    | acts.AskReturns
    | acts.BookService
    | acts.PickWindow
    | acts.ConfirmBooking
    | acts.CancelBooking
    | acts.MoveBooking
    | acts.AddToBooking
    | acts.AskBookings
    | acts.FindGift
    | acts.WishMandate
    | acts.GrantMandate
    | acts.RevokeMandate
    | acts.AskMandates
    | acts.PayByGiftCard
    | acts.ExplainRefund
    | acts.KeepMethod
    | acts.ForgetMethod
)


def decide_after_sale(act: AfterSaleAct, facts: Facts) -> Plan:
    match act:
        case acts.Complain():
            return service.complain(act, facts)
        case acts.GivePhone():
            return service.give_phone(act, facts)
        case acts.AskMyData():
            return privacy.ask_my_data(facts)
        case acts.EraseMyData():
            return privacy.erase_my_data(facts)
        case acts.AskFit():
            return fit.ask_fit(act, facts)
        case acts.RequestReturn():
            return returns.request(act, facts)
        case acts.GivePhotos():
            return claims.photos_given(act, facts)
        case acts.TeachPhoto(sha256=sha256, sku=sku):
            return photos.taught(sha256, sku, facts)
        case acts.ConfirmReturn(number=number):
            return returns.confirm(facts, number)
        case acts.CancelReturn(number=number):
            return returns.cancel(facts, number)
        case acts.AskReturns():
            return returns.show(facts)
        case acts.BookService():
            return bookings.book(act, facts)
        case acts.PickWindow():
            return bookings.pick(act, facts)
        case acts.ConfirmBooking(booking_id=booking_id):
            return bookings.confirm(facts, booking_id)
        case acts.CancelBooking():
            return bookings.cancel(act, facts)
        case acts.MoveBooking():
            return bookings.move(act, facts)
        case acts.AddToBooking():
            return bookings.add_on(act, facts)
        case acts.AskBookings():
            return bookings.show(facts)
        case acts.FindGift():
            return gifts.find_gift(act, facts)
        case acts.WishMandate():
            return mandates.wish(act, facts)
        case acts.GrantMandate():
            return mandates.grant(act.mandate_id, act.digest, facts)
        case acts.RevokeMandate():
            return mandates.revoke(act, facts)
        case acts.AskMandates():
            return mandates.show(facts)
        case acts.ExplainRefund():
            return refund_told.explain(facts)
        case acts.PayByGiftCard():
            return gift_cards.pay_by_gift_card(facts)
        case acts.KeepMethod():
            return saved_methods.keep(act, facts)
        case acts.ForgetMethod():
            return saved_methods.forget(facts)
        case _:
            assert_never(act)
