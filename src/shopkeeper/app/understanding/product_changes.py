"""What lies in the cart or was shown, changed by a clause: out of it, another variant, another count, one of each, fetched."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.understanding.product_wish import Wish
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByFocus, ByLine, ByOption, ByPosition, BySku, ByWords

MOST_AT_ONCE = 5
"""Of a longer list "all of them" is too much to put into the cart unasked."""


def removed(scene: Scene, wish: Wish) -> acts.Act:
    reference = wish.reference or ByFocus()
    if wish.amount is not None:
        return acts.ChangeQuantity(reference=reference, delta=-wish.amount.value, in_pieces=wish.amount.pieces)
    return acts.RemoveLineItem(reference=reference)


def every_one(scene: Scene, wish: Wish) -> list[acts.Act]:
    """ "I need both", "two of each": what this message asked for, what was shown, or what lies in the cart, one by one."""
    cue = wish.clause.first("all_of_them")
    if cue is None or wish.clause.asks or wish.verb not in ("", "add", "want", "change") or isinstance(wish.named, ByWords):
        return []
    apart = wish.amount is not None and wish.amount.start not in range(cue.start, cue.end)
    count = wish.amount.value if wish.amount is not None and apart else None
    asked = [act.reference for act in scene.acts if isinstance(act, acts.FindProduct) and isinstance(act.reference, ByWords)]
    if len(asked) > 1:
        scene.acts[:] = [act for act in scene.acts if not (isinstance(act, acts.FindProduct) and act.reference in asked)]
        return [acts.AddLineItem(reference=reference, quantity=count) for reference in asked]
    shown, lines = scene.context.state.shown, scene.context.cart.lines
    fits = (2,) if cue.value == "both" else range(2, MOST_AT_ONCE + 1)
    if len(lines) in fits and count is not None and {line.product_id for line in lines} >= {one.product_id for one in shown}:
        return [acts.ChangeQuantity(reference=ByLine(line_id=line.id), quantity=count) for line in lines]
    if len(shown) in fits:
        return [acts.AddLineItem(reference=ByPosition(position=at), quantity=count) for at in range(1, len(shown) + 1)]
    return [acts.GiveQuantity(quantity=2)] if cue.value == "both" else []


def changed_in_cart(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "make it the brown one", "change the jacket to L", "in L instead", "make it three"."""
    clause = wish.clause
    if wish.verb == "add" or not any(clause.has(kind) for kind in ("change", "exchange", "instead")):
        return None
    if wish.amount is None and _is_only_shown(scene):
        return None
    if wish.amount is not None:
        reference = wish.named if isinstance(wish.named, ByWords) else wish.pointer
        if reference is None and not scene.has_cart:
            return acts.GiveQuantity(quantity=wish.amount.value)
        return acts.ChangeQuantity(reference=reference or ByFocus(), quantity=wish.amount.value, in_pieces=wish.amount.pieces)
    target = wish.named if wish.named is not None else wish.pointer
    if target is None or (isinstance(target, ByFocus) and wish.verb not in ("change", "exchange")):
        return None
    if isinstance(target, ByWords) and target.options and wish.phrase is not None:
        return acts.ChangeVariant(reference=replace(target, options={}), to=ByOption(options=target.options))
    last = scene.acts[-1] if scene.acts else None
    if isinstance(last, acts.RemoveLineItem) and isinstance(target, ByWords | BySku):
        # "No milk after all, make it eggs": what was to come out makes room for it.
        scene.acts.pop()
        return acts.ChangeVariant(reference=last.reference, to=target)
    return acts.ChangeVariant(reference=ByFocus(), to=target)


def _is_only_shown(scene: Scene) -> bool:
    """ "Rather the black one" while things are only looked at: another of them is chosen, there is nothing to change yet."""
    wanted = any(isinstance(act, acts.AddLineItem) for act in scene.acts)
    return scene.has_subject and not scene.has_cart and not wanted and scene.context.state.checkout_id is None


def recounted(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "one more", "two less", "only one mug"."""
    clause = wish.clause
    count = wish.amount.value if wish.amount else 1
    pieces = wish.amount is not None and wish.amount.pieces
    named = wish.named if isinstance(wish.named, ByWords) else None
    about_cart = scene.in_cart(named) or (named is None and scene.has_cart)
    if clause.has("less") and not clause.has("under") and (about_cart or wish.amount is not None):
        return acts.ChangeQuantity(reference=wish.reference or ByFocus(), delta=-count, in_pieces=pieces)
    if clause.has("more") and (wish.verb != "find" or wish.amount is not None):
        if about_cart:
            return acts.ChangeQuantity(reference=wish.reference or ByFocus(), delta=count, in_pieces=pieces)
        return acts.AddLineItem(reference=wish.reference or ByFocus(), quantity=None if pieces else count, pieces=count if pieces else None)
    if clause.has("only") and wish.amount is not None and about_cart:
        return acts.ChangeQuantity(reference=wish.reference or ByFocus(), quantity=count, in_pieces=pieces)
    return None


def fetched(scene: Scene, wish: Wish) -> list[acts.Act]:
    """ "can I get it today in Mitte": a branch beside nothing but "it" is where it is fetched, no further one of it."""
    place = next(((at, store) for at, store in scene.reading.stores if wish.clause.start <= at < wish.clause.end), None)
    if place is None or wish.named is not None or wish.amount is not None or not isinstance(wish.pointer, ByFocus | None):
        return []
    if wish.clause.has("policy") or wish.clause.has("ask"):
        return []
    scene.slot("store", place[1], place[0], place[0] + 1)
    asked = wish.clause.asks or wish.clause.has("question")
    pickup = acts.ChooseDelivery(method=DeliveryMethod.PICKUP, store_id=place[1], draft=asked)
    wanted = wish.verb == "add" and wish.pointer is not None and not wish.clause.asks and not scene.acts
    return [acts.AddLineItem(reference=ByFocus()), pickup] if wanted else [pickup]
