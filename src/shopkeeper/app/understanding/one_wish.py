"""Clauses and parts that speak of one thing put together: "this one please, two of them, in Mitte, budget 100" is one wish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from shopkeeper.app.understanding.limits import both
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, When
from shopkeeper.domain.dialogue.reference import ByFocus, ByOption, ByPhoto, BySku, ByWords
from shopkeeper.domain.fulfillment.shipment import TimeWish

Named = ByWords | BySku


def as_one_wish(
    found: Sequence[acts.Act], state: ConversationState, said: Sequence[acts.Act] = (), budgets: tuple[Money, ...] = ()
) -> tuple[acts.Act, ...]:
    """`found` with counts, options, budget and delivery joined to the one thing they are about; several things stay apart.

    `said` are the acts of the words alone, before photos were bound to them; `budgets` two limits that parts do not agree on.
    """
    joined = _same_photo(_fetched(_counted(list(found), state), said))
    added = [at for at, act in enumerate(joined) if isinstance(act, acts.AddLineItem)]
    if not added:
        return tuple(joined)
    whole = _with_terms(joined, added[-1], said, settled=_is_settled(joined, state))
    last = max(at for at, act in enumerate(whole) if isinstance(act, acts.AddLineItem))
    return tuple(replace(act, budgets=budgets) if at == last and isinstance(act, acts.AddLineItem) else act for at, act in enumerate(whole))


def _fetched(found: list[acts.Act], said: Sequence[acts.Act]) -> list[acts.Act]:
    """ "This one please, today in Mitte": who points at a photo and says where to get it wants it, not only to see it."""
    points = any(isinstance(act, acts.Choose) and isinstance(act.reference, ByFocus | ByOption) for act in said)
    if not points or not any(isinstance(act, acts.ChooseDelivery | acts.GiveAddress) for act in found):
        return found
    if any(isinstance(act, acts.AddLineItem) for act in found):
        return found
    return [_wanted(act) for act in found]


def _wanted(act: acts.Act) -> acts.Act:
    match act:
        case acts.FindProduct(reference=ByPhoto() as reference, constraints=constraints):
            return acts.AddLineItem(reference=reference, budget=constraints.max_price)
        case _:
            return act


def _counted(found: list[acts.Act], state: ConversationState) -> list[acts.Act]:
    """ "two of them" joined to the thing named before it, or right after it where nothing else can be meant."""
    kept: list[acts.Act] = []
    for act in found:
        count = _bare_count(act)
        at = _last_thing(kept) if count is not None else None
        if count is not None and at is not None:
            kept[at] = _with_quantity(kept[at], count)
        elif not (_is_again(act) and any(isinstance(other, acts.AddLineItem | acts.GiveQuantity) for other in kept)):
            kept.append(act)
    waiting = next((at for at, act in enumerate(kept) if _bare_count(act) is not None), None)
    if waiting is None or state.focus is not None or state.question is not None or len(state.shown) == 1:
        return kept
    thing = next((at for at in range(waiting + 1, len(kept)) if _is_thing(kept[at])), None)
    count = kept[waiting]
    if thing is None or not isinstance(count, acts.GiveQuantity):
        return kept
    kept[thing] = _with_quantity(kept[thing], count.quantity)
    return [act for at, act in enumerate(kept) if at != waiting]


def _bare_count(act: acts.Act) -> int | None:
    """ "two of them": a count without a name."""
    return act.quantity if isinstance(act, acts.GiveQuantity) and isinstance(act.reference, ByFocus | None) else None


def _is_again(act: acts.Act) -> bool:
    """ "Can I get it today?" after "two of them" asks for no third one."""
    return isinstance(act, acts.AddLineItem) and isinstance(act.reference, ByFocus) and act.quantity is None and act.pieces is None


def _last_thing(kept: Sequence[acts.Act]) -> int | None:
    return next((at for at in range(len(kept) - 1, -1, -1) if _is_thing(kept[at])), None)


def _is_thing(act: acts.Act) -> bool:
    """A thing named in this message, that has no count yet."""
    if isinstance(act, acts.AddLineItem):
        return act.quantity is None and act.pieces is None
    return isinstance(act, acts.FindProduct) and isinstance(act.reference, ByWords | BySku)


def _with_quantity(act: acts.Act, quantity: int) -> acts.Act:
    match act:
        case acts.AddLineItem():
            return replace(act, quantity=quantity)
        case acts.FindProduct(reference=ByWords() | BySku() as reference, constraints=constraints):
            return acts.AddLineItem(reference=reference, quantity=quantity, budget=constraints.max_price)
        case _:
            return act


def _same_photo(found: list[acts.Act]) -> list[acts.Act]:
    """Several additions of one photo are one: the count of one, the options of all. So are several looks at it."""
    kept: list[acts.Act] = []
    for act in found:
        at = next((n for n, other in enumerate(kept) if _both_of(other, act) or _both_look(other, act)), None)
        if at is None:
            kept.append(act)
        else:
            kept[at] = _merged(kept[at], act)
    return kept


def _both_of(first: acts.Act, second: acts.Act) -> bool:
    mine, theirs = getattr(first, "reference", None), getattr(second, "reference", None)
    if not isinstance(first, acts.AddLineItem) or not isinstance(mine, ByPhoto) or mine.differs:
        return False
    same = isinstance(theirs, ByPhoto) and theirs.part == mine.part and not theirs.differs
    more = isinstance(second, acts.FindProduct) or (isinstance(second, acts.AddLineItem) and None in (first.quantity, second.quantity))
    return same and more


def _both_look(first: acts.Act, second: acts.Act) -> bool:
    """ "This one please", "budget 40": one look at the photo, with the limit."""
    if not isinstance(first, acts.FindProduct) or not isinstance(second, acts.FindProduct):
        return False
    mine, theirs = first.reference, second.reference
    return isinstance(mine, ByPhoto) and isinstance(theirs, ByPhoto) and mine.part == theirs.part and not mine.differs


def _merged(first: acts.Act, second: acts.Act) -> acts.Act:
    mine, theirs = getattr(first, "reference", None), getattr(second, "reference", None)
    if isinstance(first, acts.FindProduct) and isinstance(second, acts.FindProduct):
        seen = second.reference if isinstance(second.reference, ByPhoto) and second.reference.options else first.reference
        return replace(first, reference=seen, constraints=both(first.constraints, second.constraints))
    if not isinstance(first, acts.AddLineItem) or not isinstance(mine, ByPhoto) or not isinstance(theirs, ByPhoto):
        return first
    narrower = theirs if len(theirs.candidates) < len(mine.candidates) else mine
    reference = replace(narrower, options={**mine.options, **theirs.options})
    if isinstance(second, acts.AddLineItem):
        count = first.quantity if first.quantity is not None else second.quantity
        return replace(first, reference=reference, quantity=count, doubted=first.doubted or second.doubted)
    return replace(first, reference=reference)


def _with_terms(found: list[acts.Act], at: int, said: Sequence[acts.Act], *, settled: bool) -> list[acts.Act]:
    """A lone delivery choice, and a limit that no search carries, go with what is added, so that a question in between loses neither."""
    added = found[at]
    if not isinstance(added, acts.AddLineItem):
        return found
    deliveries = [act for act in found if isinstance(act, acts.ChooseDelivery)]
    limits = [act for act in found if _is_limit(act)]
    budget = next((act.constraints.max_price for act in (*limits, *said) if isinstance(act, acts.FindProduct) and _is_limit(act)), None)
    if len(deliveries) == 1:
        added = replace(added, delivery=deliveries[0] if settled else replace(deliveries[0], draft=True))
    added = replace(added, budget=added.budget or budget)
    if isinstance(added.reference, ByPhoto) and not settled:
        # What was only recognized on a photo is looked at by the shopper before anything is held for it.
        found = [replace(act, draft=True) if isinstance(act, acts.GiveAddress | acts.ChooseTime) else act for act in found]
    # A pickup names the time it is ready itself; a day that was named is kept to.
    timed = [act for act in found if isinstance(act, acts.NeedBy)] if added.delivery and added.delivery.store_id else []
    if timed and added.delivery is not None and not settled:
        added = replace(added, delivery=replace(added.delivery, wanted=_on_the_day(timed[0].when)))
    gone = [*(deliveries if len(deliveries) == 1 else ()), *limits, *timed]
    return [added if n == at else act for n, act in enumerate(found) if n == at or act not in gone]


def _on_the_day(when: When) -> TimeWish | None:
    """The day as a wish; vaguer or one-sided times are answered by the time that the pickup names."""
    if when.grain is not Grain.DAY or when.bound is not Bound.AT:
        return None
    return TimeWish(start=when.starts, end=when.ends - timedelta(minutes=1))


def _is_settled(found: Sequence[acts.Act], state: ConversationState) -> bool:
    """Whether the shopper is checking out: else how they would get the goods is a plan, and nothing is held for it."""
    return state.checkout_id is not None or any(isinstance(act, acts.CheckOut | acts.Pay | acts.ChoosePayment) for act in found)


def _is_limit(act: acts.Act) -> bool:
    """ "budget 100" beside something to add is about that, no search of its own."""
    if not isinstance(act, acts.FindProduct) or act.constraints.max_price is None:
        return False
    return act.reference is None or isinstance(act.reference, ByFocus | ByOption)
