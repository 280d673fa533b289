"""The closed map from command to verb: a command that is not here does not type-check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, assert_never, cast

from shopkeeper.app.commands.add_line_item import add_line_item
from shopkeeper.app.commands.apply_code import apply_code
from shopkeeper.app.commands.cancel_checkout import cancel_checkout
from shopkeeper.app.commands.change_modifiers import change_modifiers
from shopkeeper.app.commands.change_quantity import change_quantity
from shopkeeper.app.commands.change_variant import change_variant
from shopkeeper.app.commands.clear_cart import clear_cart
from shopkeeper.app.commands.complete_checkout import complete_checkout
from shopkeeper.app.commands.confirm_booking import cancel_booking, confirm_booking, move_booking
from shopkeeper.app.commands.confirm_return import cancel_return, confirm_return, decide_return
from shopkeeper.app.commands.draft_return import draft_return
from shopkeeper.app.commands.erase_my_data import erase_my_data
from shopkeeper.app.commands.flag_claim import flag_claim
from shopkeeper.app.commands.grant_mandate import grant_mandate, revoke_mandate
from shopkeeper.app.commands.hold_booking import hold_booking
from shopkeeper.app.commands.keep_method import keep_method
from shopkeeper.app.commands.note_wish import note_wish
from shopkeeper.app.commands.propose_mandate import propose_mandate
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.receive_return import receive_return
from shopkeeper.app.commands.record_denial import record_denial
from shopkeeper.app.commands.refund_order import refund_order
from shopkeeper.app.commands.remove_code import remove_code
from shopkeeper.app.commands.remove_line_item import remove_line_item
from shopkeeper.app.commands.remove_saved_method import remove_saved_method
from shopkeeper.app.commands.request_handoff import request_handoff, set_callback
from shopkeeper.app.commands.set_substitution import set_substitution
from shopkeeper.app.commands.start_checkout import start_checkout
from shopkeeper.app.commands.take_over import close_handoff, operator_reply, take_over
from shopkeeper.app.commands.teach_photo import teach_photo
from shopkeeper.app.commands.update_checkout import update_checkout
from shopkeeper.app.commands.use_mandate import use_mandate
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.outcome import PermanentFault, Refusal
from shopkeeper.domain.policy import command as commands
from shopkeeper.domain.policy.command import Command, OwnCommand
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction

RunCommand: TypeAlias = Callable[[Permit[Command], Transaction, Moment], Ran | Refusal]
OwnVerb: TypeAlias = Callable[[Permit[Any], Transaction, Moment], Ran | Refusal]


def registry(own: Mapping[type[OwnCommand], OwnVerb]) -> RunCommand:
    """`run`, with the verbs of a shop's own commands."""

    def run_any(permit: Permit[Command], tx: Transaction, moment: Moment) -> Ran | Refusal:
        verb = own.get(cast("type[OwnCommand]", type(permit.command)))
        return verb(permit, tx, moment) if verb is not None else run(permit, tx, moment)

    return run_any


def run(permit: Permit[Command], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Run what the gate permitted."""
    match permit.command:
        case commands.AddLineItem():
            return add_line_item(cast("Permit[commands.AddLineItem]", permit), tx, moment)
        case commands.ChangeQuantity():
            return change_quantity(cast("Permit[commands.ChangeQuantity]", permit), tx, moment)
        case commands.ChangeVariant():
            return change_variant(cast("Permit[commands.ChangeVariant]", permit), tx, moment)
        case commands.ChangeModifiers():
            return change_modifiers(cast("Permit[commands.ChangeModifiers]", permit), tx, moment)
        case commands.RemoveLineItem():
            return remove_line_item(cast("Permit[commands.RemoveLineItem]", permit), tx, moment)
        case commands.SetSubstitution():
            return set_substitution(cast("Permit[commands.SetSubstitution]", permit), tx, moment)
        case commands.ClearCart():
            return clear_cart(cast("Permit[commands.ClearCart]", permit), tx, moment)
        case commands.ApplyCode():
            return apply_code(cast("Permit[commands.ApplyCode]", permit), tx, moment)
        case commands.RemoveCode():
            return remove_code(cast("Permit[commands.RemoveCode]", permit), tx, moment)
        case commands.StartCheckout():
            return start_checkout(cast("Permit[commands.StartCheckout]", permit), tx, moment)
        case commands.UpdateCheckout():
            return update_checkout(cast("Permit[commands.UpdateCheckout]", permit), tx, moment)
        case commands.CompleteCheckout():
            return complete_checkout(cast("Permit[commands.CompleteCheckout]", permit), tx, moment)
        case commands.CancelCheckout():
            return cancel_checkout(cast("Permit[commands.CancelCheckout]", permit), tx, moment)
        case commands.RequestHandoff():
            return request_handoff(cast("Permit[commands.RequestHandoff]", permit), tx, moment)
        case commands.NoteWish():
            return note_wish(cast("Permit[commands.NoteWish]", permit), tx, moment)
        case commands.OwnCommand():
            raise PermanentFault(f"no verb is known for {type(permit.command).__name__}")
        case commands.SetCallback():
            return set_callback(cast("Permit[commands.SetCallback]", permit), tx, moment)
        case commands.TakeOver():
            return take_over(cast("Permit[commands.TakeOver]", permit), tx, moment)
        case commands.OperatorReply():
            return operator_reply(cast("Permit[commands.OperatorReply]", permit), tx, moment)
        case commands.CloseHandoff():
            return close_handoff(cast("Permit[commands.CloseHandoff]", permit), tx, moment)
        case commands.DraftReturn():
            return draft_return(cast("Permit[commands.DraftReturn]", permit), tx, moment)
        case commands.RecordDenial():
            return record_denial(cast("Permit[commands.RecordDenial]", permit), tx, moment)
        case commands.TeachPhoto():
            return teach_photo(cast("Permit[commands.TeachPhoto]", permit), tx, moment)
        case commands.FlagClaim():
            return flag_claim(cast("Permit[commands.FlagClaim]", permit), tx, moment)
        case commands.ConfirmReturn():
            return confirm_return(cast("Permit[commands.ConfirmReturn]", permit), tx, moment)
        case commands.CancelReturn():
            return cancel_return(cast("Permit[commands.CancelReturn]", permit), tx, moment)
        case commands.ReceiveReturn():
            return receive_return(cast("Permit[commands.ReceiveReturn]", permit), tx, moment)
        case commands.DecideReturn():
            return decide_return(cast("Permit[commands.DecideReturn]", permit), tx, moment)
        case commands.HoldBooking():
            return hold_booking(cast("Permit[commands.HoldBooking]", permit), tx, moment)
        case commands.ConfirmBooking():
            return confirm_booking(cast("Permit[commands.ConfirmBooking]", permit), tx, moment)
        case commands.MoveBooking():
            return move_booking(cast("Permit[commands.MoveBooking]", permit), tx, moment)
        case commands.CancelBooking():
            return cancel_booking(cast("Permit[commands.CancelBooking]", permit), tx, moment)
        case commands.ProposeMandate():
            return propose_mandate(cast("Permit[commands.ProposeMandate]", permit), tx, moment)
        case commands.GrantMandate():
            return grant_mandate(cast("Permit[commands.GrantMandate]", permit), tx, moment)
        case commands.RevokeMandate():
            return revoke_mandate(cast("Permit[commands.RevokeMandate]", permit), tx, moment)
        case commands.UseMandate():
            return use_mandate(cast("Permit[commands.UseMandate]", permit), tx, moment)
        case commands.KeepMethod():
            return keep_method(cast("Permit[commands.KeepMethod]", permit), tx, moment)
        case commands.RemoveSavedMethod():
            return remove_saved_method(cast("Permit[commands.RemoveSavedMethod]", permit), tx, moment)
        case commands.RefundOrder():
            return refund_order(cast("Permit[commands.RefundOrder]", permit), tx, moment)
        case commands.EraseMyData():
            return erase_my_data(cast("Permit[commands.EraseMyData]", permit), tx, moment)
        case _:
            assert_never(permit.command)
