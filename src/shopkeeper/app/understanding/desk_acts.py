"""Wishes about a placed order: its invoice, and what only people here fulfil, such as a visit to install or repair, or hurrying."""

from __future__ import annotations

from shopkeeper.app.understanding.after_sale_acts import order_number_in
from shopkeeper.app.understanding.booking_acts import booking_act
from shopkeeper.app.understanding.phrases import is_mention
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause

OF_A_PLACED_ORDER = ("change_order", "urge")
"""While something is being bought another address, or hurry, is said of that."""
VISIT = "visit"
CANCELS = "cancel_order"
INVOICE = "invoice"


def desk_act(scene: Scene, clause: Clause) -> acts.AskPerson | acts.AskOrderStatus | None:
    """A person, with the wish as the reason, so that the ticket says what for; None when the clause wishes nothing of the kind."""
    if _gives_up_unsent_order(clause):
        return acts.AskPerson(reason=CANCELS)
    if clause.has("policy"):
        return None
    if clause.has("book") and clause.has(VISIT):
        return None if _names_service(scene, clause) else acts.AskPerson(reason=VISIT)
    if not clause.has("desk"):
        return None
    number = order_number_in(scene, clause)
    buying = _is_buying(scene) and not clause.has("order") and number is None
    wish = next((cue.value for cue in clause.all("desk") if not (buying and cue.value in OF_A_PLACED_ORDER)), None)
    if wish == INVOICE:
        return acts.AskOrderStatus(number=OrderNumber(number[0]) if number else None, invoice=True)
    return acts.AskPerson(reason=wish) if wish is not None else None


def _gives_up_unsent_order(clause: Clause) -> bool:
    """ "If it was not sent yet, cancel the order": whoever cancels it looks first."""
    cancels = any(cue.value == "order" for cue in clause.all("cancel"))
    return cancels and clause.has("if") and clause.has("unsent")


def _is_buying(scene: Scene) -> bool:
    wanted = any(isinstance(act, acts.AddLineItem) and is_mention(act.reference) for act in scene.acts)
    return wanted or scene.has_cart or scene.context.state.checkout_id is not None or bool(scene.open_topic)


def _names_service(scene: Scene, clause: Clause) -> bool:
    """Whether the shop takes appointments for it itself."""
    found = booking_act(scene, clause) or []
    return any(not isinstance(act, acts.BookService) or act.reference is not None for act in found)
