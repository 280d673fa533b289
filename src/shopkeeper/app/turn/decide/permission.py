"""A command that a rule wants a yes for: kept in the question as plain fields, taken up again when the yes comes."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.conversation.state import Question
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.ids import BookingId, LineId, ProductId, Sku
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue.decision import Close, Do, Plan, ShowBooking, ShowCart, Tell, plan
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy import command
from shopkeeper.domain.policy.permit import AskConfirmation


def permission_question(wanted: command.Command, verdict: AskConfirmation, then: Say | None) -> Question:
    """The open question for `wanted`; what will be said when it ran goes with it."""
    kept = {"command": type(wanted).__name__, "fields": plain(wanted), "digest": verdict.digest, "then": then.key if then else ""}
    return Question(topic="permission", context=kept)


def permitted(question: Question, facts: Facts) -> Plan:
    """The shopper said yes: the same command, now with the yes to exactly it."""
    wanted = _recall(question.context, facts)
    if wanted is None:
        return plan(Close(reason="gone"), Tell(says=(Say(key="confirm.nothing"),)))
    digest = str(question.context.get("digest"))
    if isinstance(wanted, command.CancelBooking):
        shown = (ShowBooking(booking_id=wanted.booking_id),)
        do = Do(command=wanted, then=Say(key="booking.canceled"), confirmed=digest, shows=shown)
        return plan(Close(reason="answered"), do)
    said = Say(key="permission.done")
    return plan(Close(reason="answered"), Do(command=wanted, then=said, confirmed=digest, shows=(ShowCart(),)))


def _recall(kept: Mapping[str, object], facts: Facts) -> command.Command | None:
    fields = as_mapping(kept.get("fields"))
    sku, product_id = Sku(str(fields.get("sku", ""))), ProductId(str(fields.get("product_id", "")))
    match kept.get("command"):
        case "AddLineItem":
            modifiers = {name: str(value) for name, value in as_mapping(fields.get("modifiers")).items()}
            quantity = as_int(fields.get("quantity")) or 1
            return command.AddLineItem(cart_id=facts.cart.id, sku=sku, product_id=product_id, quantity=quantity, modifiers=modifiers)
        case "ChangeVariant":
            line_id = LineId(str(fields.get("line_id", "")))
            return command.ChangeVariant(
                cart_id=facts.cart.id, line_id=line_id, sku=sku, product_id=product_id, quantity=as_int(fields.get("quantity"))
            )
        case "CancelBooking":
            return command.CancelBooking(booking_id=BookingId(str(fields.get("booking_id", ""))))
        case _:
            return None
