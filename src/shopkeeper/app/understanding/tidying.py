"""The acts of one message beside one another: the void ones go, limits join their search, what was found one by one is what is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.app.understanding.limits import both
from shopkeeper.app.understanding.service_acts import REASONS
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByPosition
from shopkeeper.ports.understander import Context

MOST_WANTED = 4
"""Things found one by one that a shopper may take together without naming them again."""
WHICH_TOPICS = frozenset({"product", "variant", "line", "quantity", "delivery", "address", "store"})
"""Questions that a bare yes does not answer."""
_COURTEOUS = (acts.Greet, acts.Thank, acts.Confirm, acts.Decline, acts.Unknown, acts.Help)


def tidy(found: Sequence[acts.Act], context: Context) -> list[acts.Act]:
    """The acts without what others among them make void."""
    kept: list[acts.Act] = []
    for act in found:
        if act not in kept:
            kept.append(act)
    if any(isinstance(act, acts.EraseMyData | acts.AskMyData) for act in kept):
        # "… including photos and voice" names no goods.
        kept = _without(kept, acts.FindProduct, acts.Unknown)
    kept = _withdrawn(kept)
    substantive = [act for act in kept if not isinstance(act, _COURTEOUS)]
    if substantive and _overtaken(substantive, context):
        kept = _without(kept, acts.Confirm)
    if substantive:
        kept = _without(kept, acts.Decline, acts.Unknown, acts.Thank)
    kept = _paid_first(_one_place(kept))
    kept = _shown_is_wanted(kept, context)
    kept = _asked_of_cart(kept)
    kept = _one_search(kept)
    if any(isinstance(act, acts.AskAboutProduct | acts.AddLineItem) for act in kept):
        # The allergy beside them is kept as a slot; there is nothing of its own to look for.
        kept = [act for act in kept if not (isinstance(act, acts.FindProduct) and act.reference is None and act.constraints.free_from)]
    if any(isinstance(act, acts.Cancel) and act.clear_cart for act in kept):
        kept = _without(kept, acts.ClearCart)
    if any(isinstance(act, acts.AskPerson) for act in kept):
        kept = _one_call(kept)
    if any(isinstance(act, acts.PayByGiftCard) for act in kept):
        # The card's code comes first: paying now would leave it out.
        kept = _without(kept, acts.Pay, acts.CheckOut)
    return _without(kept, acts.CheckOut) if any(isinstance(act, acts.Pay) for act in kept) else kept


def _withdrawn(found: list[acts.Act]) -> list[acts.Act]:
    """ "Cancel order 1041, I use my right to withdraw": what the law gives is one wish, and needs nobody else."""
    withdraws = next((act for act in found if isinstance(act, acts.RequestReturn) and act.withdraw), None)
    if withdraws is None:
        return found
    numbers = [act.number for act in found if isinstance(act, acts.RequestReturn | acts.AskOrderStatus) and act.number]
    wanted = replace(withdraws, number=withdraws.number or next(iter(numbers), None))
    rest = [
        act
        for act in found
        if act is withdraws
        or not (
            (isinstance(act, acts.AskPerson) and act.reason == "cancel_order")
            or isinstance(act, acts.Cancel | acts.ClearCart)
            or (isinstance(act, acts.AskOrderStatus | acts.RequestReturn) and act.number in (None, wanted.number))
        )
    ]
    return [wanted if act is withdraws else act for act in rest]


def _one_call(found: Sequence[acts.Act]) -> list[acts.Act]:
    """One person is asked for once, for the gravest reason named."""
    reasons = [act.reason for act in found if isinstance(act, acts.AskPerson)]
    gravest = min(reasons, key=lambda reason: REASONS.index(reason) if reason in REASONS else len(REASONS) - 1)
    first = next(at for at, act in enumerate(found) if isinstance(act, acts.AskPerson))
    return [
        acts.AskPerson(reason=gravest) if at == first else act
        for at, act in enumerate(found)
        if at == first or not isinstance(act, acts.AskPerson)
    ]


def _asked_of_cart(found: list[acts.Act]) -> list[acts.Act]:
    """ "I am allergic to milk, is my cart ok?": the limit is asked of what lies in the cart."""
    limits = [act for act in found if isinstance(act, acts.FindProduct) and act.reference is None and act.constraints.free_from]
    if not limits or not any(isinstance(act, acts.ShowCart) for act in found):
        return found
    free_from = tuple(dict.fromkeys(code for act in limits for code in act.constraints.free_from))
    return [replace(act, free_from=free_from) if isinstance(act, acts.ShowCart) else act for act in found if act not in limits]


def _one_place(found: list[acts.Act]) -> list[acts.Act]:
    """ "I'll pick it up instead, at Nord": where it is picked up is said once."""
    placed = any(isinstance(act, acts.ChooseDelivery) and act.store_id is not None for act in found)
    bare = [act for act in found if isinstance(act, acts.ChooseDelivery) and act.method is DeliveryMethod.PICKUP and act.store_id is None]
    return [act for act in found if act not in bare] if placed else found


def _paid_first(found: list[acts.Act]) -> list[acts.Act]:
    """ "Deliver it home and I pay by card": paying now comes first, so that what was to be paid at a branch stands in no one's way."""
    sent = any(
        isinstance(act, acts.GiveAddress) or (isinstance(act, acts.ChooseDelivery) and act.method is DeliveryMethod.DELIVERY)
        for act in found
    )
    pays = [act for act in found if isinstance(act, acts.ChoosePayment) and act.method is not PaymentMethod.PAY_ON_PICKUP]
    rest = [act for act in found if act not in pays]
    first = next((at for at, act in enumerate(rest) if isinstance(act, acts.GiveAddress | acts.ChooseDelivery)), None)
    return [*rest[:first], *pays, *rest[first:]] if sent and pays and first is not None else found


def _shown_is_wanted(found: list[acts.Act], context: Context) -> list[acts.Act]:
    """ "I need eggs and milk", both shown, "deliver to my home": what is sent to somebody whose cart is empty is what was just found."""
    shown = context.state.shown
    certain = len({one.product_id for one in shown}) == len(shown) <= MOST_WANTED and all(one.sku is not None for one in shown)
    sends = any(
        isinstance(act, acts.GiveAddress | acts.CheckOut) or (isinstance(act, acts.ChooseDelivery) and not act.draft) for act in found
    )
    others = any(isinstance(act, acts.AddLineItem | acts.GiveQuantity | acts.FindProduct | acts.AskPolicy) for act in found)
    if context.cart.lines or not shown or not certain or not sends or others or context.state.question is not None:
        return found
    return [*(acts.AddLineItem(reference=ByPosition(position=at)) for at in range(1, len(shown) + 1)), *found]


def _one_search(found: list[acts.Act]) -> list[acts.Act]:
    """ "A severe peanut allergy, what snacks can he eat?": a limit beside what is looked for is of the same search."""
    named = next((act for act in found if isinstance(act, acts.FindProduct) and act.reference is not None), None)
    bare = [act for act in found if isinstance(act, acts.FindProduct) and act.reference is None]
    if named is None or not bare:
        return found
    limits = named.constraints
    for act in bare:
        limits = both(limits, act.constraints)
    return [replace(act, constraints=limits) if act is named else act for act in found if act not in bare]


def _without(found: Sequence[acts.Act], *kinds: type[acts.Act]) -> list[acts.Act]:
    return [act for act in found if not isinstance(act, kinds)]


def _overtaken(others: Sequence[acts.Act], context: Context) -> bool:
    """A yes does not count beside a change of what was asked about; beside "pay" it says the same, without a yes-question it is "ok"."""
    question = context.state.question
    no_yes = question is None or question.topic == "consent" or question.topic in WHICH_TOPICS
    return no_yes or any(isinstance(act, acts.Pay | acts.Cancel) or _other_time(act) for act in others)


def _other_time(act: acts.Act) -> bool:
    """ "Friday 3 pm with Jonas is good": another appointment than the one that is held, so that is not agreed to."""
    return isinstance(act, acts.BookService) and (act.when is not None or act.staff_id is not None)
