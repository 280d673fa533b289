"""How a thing shall be made: wishes such as "half sugar" go to the product they stand beside, also when it comes in portions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shopkeeper.app.understanding.phrases import KEPT_CUES, is_mention
from shopkeeper.app.understanding.reading import Reading
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind
from shopkeeper.domain.dialogue.grammar.wishes import Wish, WishWords
from shopkeeper.domain.dialogue.reference import ByFocus, ByLine, ByOption, BySku, ByWords, Reference
from shopkeeper.domain.dialogue.resolve import CLEAR_MARGIN

NAMING = KEPT_CUES - {"unit"}
ENDS = ("and", "but", "stop")
NOTHING = "none"
"""The value that stands for "without it" in every pack."""


def spoken_portions(reading: Reading, clauses: Sequence[Clause], words: WishWords) -> tuple[Wish, ...]:
    """Value words alone in a clause with a count or nothing else ("and one normal"): they can mean nothing but how it is made."""
    bare = [
        wish for wish in words.bare(reading.tokens) if reading.taken.isdisjoint(range(wish.start, wish.end)) and not _inside(reading, wish)
    ]
    found: list[Wish] = []
    for clause in clauses:
        inside = [wish for wish in bare if clause.start <= wish.start and wish.end <= clause.end]
        alone = inside and _nothing_else(reading, clause, inside)
        found.extend(wish for wish in inside if alone or (reading.wishes and _counted(reading, clause, wish)))
    return tuple(found)


def _inside(reading: Reading, wish: Wish) -> bool:
    """ "No" of "no plastic" is part of another wish."""
    length = wish.end - wish.start
    return any(cue.start <= wish.start and wish.end <= cue.end and cue.end - cue.start > length for cue in reading.cues)


def _counted(reading: Reading, clause: Clause, wish: Wish) -> bool:
    """Right after a count and before the next thing, beside another wish: "one with no ice one normal"."""
    follows = [cue.start for cue in clause.cues if cue.kind in ENDS] + [number.start for number in clause.numbers]
    ends = wish.end in (clause.end, *follows)
    return ends and any(number.end == wish.start for number in clause.numbers)


def _nothing_else(reading: Reading, clause: Clause, wishes: Iterable[Wish]) -> bool:
    known = {at for cue in clause.cues if cue.kind not in NAMING for at in range(cue.start, cue.end)}
    known |= {at for number in clause.numbers for at in range(number.start, number.end)}
    known |= {at for wish in wishes for at in range(wish.start, wish.end)} | reading.taken
    return all(at in known or reading.tokens[at].kind is TokenKind.MARK for at in range(clause.start, clause.end))


class Making:
    """Takes the wishes of a message clause by clause and hands them to the acts that can carry them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._waiting: list[Wish] = []
        self._whole: int | None = None
        self._left = 0
        self.named: set[int] = set()
        self.used = False

    def take(self, clause: Clause, found: list[acts.Act]) -> list[acts.Act]:
        """The acts of a clause (`found`) with its wishes; what is only a wish goes to an act before it (in the scene)."""
        self._note(clause, found)
        wishes = [wish for wish in self._scene.reading.wishes if clause.start <= wish.start and wish.end <= clause.end]
        portion = _portion(found)
        if portion is not None and self._is_portion(clause, wishes):
            return self._portioned(portion, clause, wishes)
        added = next((at for at in reversed(range(len(found))) if self._names_it(found[at], clause, wishes)), None)
        if added is None:
            return self._alone(clause, wishes, found)
        return self._added(found, added, wishes)

    def finish(self) -> None:
        """What was wished for before the thing was named goes to the first that takes it."""
        for at, act in enumerate(self._scene.acts if self._waiting else ()):
            wanted = self._chosen(self._waiting, _products(act.reference, self._scene)) if isinstance(act, acts.AddLineItem) else {}
            if wanted:
                self._put(at, wanted)
                return
        nobody = [act for act in self._scene.acts if isinstance(act, acts.AddLineItem | acts.FindProduct) and _is_unknown(act.reference)]
        if nobody:
            # "Two xyz, half sugar": what nobody knows is said to be unknown; its sugar is no sugar to buy.
            self._scene.spent.update(self._waiting)
            self.used = True

    def _note(self, clause: Clause, found: Sequence[acts.Act]) -> None:
        """Remember where a thing was only named ("pearl tea, half sugar"): a wish after it says that it is wanted."""
        if not clause.asks and not clause.has("find"):
            self.named |= {len(self._scene.acts) + at for at, act in enumerate(found) if isinstance(act, acts.FindProduct)}

    def _names_it(self, act: acts.Act, clause: Clause, wishes: Sequence[Wish]) -> bool:
        if isinstance(act, acts.AddLineItem):
            return not wishes or not isinstance(act.reference, ByWords) or self._is_named(act.reference, wishes)
        if not isinstance(act, acts.FindProduct) or not isinstance(act.reference, ByWords):
            return False
        return not clause.asks and not clause.has("find") and self._is_named(act.reference, wishes)

    def _is_named(self, reference: Reference | None, wishes: Sequence[Wish]) -> bool:
        if reference is None:
            return False
        made = [self._scene.index.modifiers(product_id) for product_id in _products(reference, self._scene)]
        return any(value in one.get(name, ()) for wish in wishes for name, value in wish.readings for one in made)

    def _added(self, found: list[acts.Act], at: int, wishes: Sequence[Wish]) -> list[acts.Act]:
        act = found[at]
        if isinstance(act, acts.FindProduct) and act.reference is not None:
            # Nobody says how a thing shall be made that they do not want.
            act = acts.AddLineItem(reference=act.reference)
        assert isinstance(act, acts.AddLineItem)
        wanted = self._chosen(wishes, _products(act.reference, self._scene))
        self._whole = None
        if wanted:
            self.used = True
            found[at] = self._made(act, wanted)
        elif not wishes and act.quantity is not None and act.quantity > 1:
            self._whole, self._left = len(self._scene.acts) + at, act.quantity
        return found

    def _alone(self, clause: Clause, wishes: Sequence[Wish], found: list[acts.Act]) -> list[acts.Act]:
        """ "…, half sugar": about the thing named before; else about what lies in the cart."""
        if not wishes:
            return found
        for at in reversed(range(len(self._scene.acts))):
            act = self._scene.acts[at]
            if isinstance(act, acts.FindProduct) and act.reference is not None and at in self.named:
                act = acts.AddLineItem(reference=act.reference)
            wanted = self._chosen(wishes, _products(act.reference, self._scene)) if isinstance(act, acts.AddLineItem) else {}
            if wanted:
                self._scene.acts[at] = act
                self._put(at, wanted)
                return [one for one in found if not _is_leftover(one)]
        standing = self._standing(clause, wishes)
        if standing is not None:
            self.used = True
            return [*(one for one in found if not _is_leftover(one)), standing]
        self._waiting.extend(wishes)
        return found

    def _standing(self, clause: Clause, wishes: Sequence[Wish]) -> acts.Act | None:
        """A change of how a line of the cart is made."""
        cart, state = self._scene.context.cart, self._scene.context.state
        lines = [line for line in cart.lines if self._chosen(wishes, (line.product_id,))]
        if not lines or any(isinstance(act, acts.AddLineItem | acts.FindProduct) for act in self._scene.acts):
            return None
        about = [line for line in lines if state.focus is not None and line.product_id == state.focus.product_id] or lines
        wanted = self._chosen(wishes, (about[0].product_id,))
        reference: Reference = ByLine(line_id=about[0].id) if len(about) == 1 else ByFocus()
        count = clause.numbers[0].whole if len(clause.numbers) == 1 and clause.numbers[0].whole > 0 else None
        return acts.ChangeModifiers(reference=reference, modifiers=wanted, quantity=count)

    def _put(self, at: int, wanted: Mapping[str, str]) -> None:
        act = self._scene.acts[at]
        assert isinstance(act, acts.AddLineItem)
        self._scene.acts[at] = self._made(act, wanted)
        self.used = True

    def _made(self, act: acts.AddLineItem, wanted: Mapping[str, str]) -> acts.AddLineItem:
        """The act with its wishes; of several things it may mean, those that can be made so."""
        reference = act.reference
        if isinstance(reference, ByWords) and len(_products(reference, self._scene)) > 1:
            fit = [one for one in reference.candidates if wanted.items() <= self._values(one.product_id, wanted)]
            reference = replace(reference, candidates=tuple(fit) or reference.candidates)
        return replace(act, reference=reference, modifiers={**act.modifiers, **wanted})

    def _values(self, product_id: ProductId, wanted: Mapping[str, str]) -> set[tuple[str, str]]:
        made = self._scene.index.modifiers(product_id)
        return {(name, value) for name in wanted for value in made.get(name, ())}

    def _is_portion(self, clause: Clause, wishes: Sequence[Wish]) -> bool:
        last = self._last()
        if last is None:
            return False
        products = _products(last.reference, self._scene)
        return bool(self._chosen(wishes, products)) or (not wishes and clause.has("not") and bool(self._without(last)))

    def _portioned(self, quantity: int, clause: Clause, wishes: Sequence[Wish]) -> list[acts.Act]:
        """ "two teas, one with no ice and one normal" are two lines of one each; beyond the two it is one more."""
        last = self._last()
        assert last is not None
        self.used = True
        wanted = self._chosen(wishes, _products(last.reference, self._scene)) or self._without(last)
        portion = acts.AddLineItem(reference=last.reference, quantity=quantity, modifiers=wanted)
        if self._whole is None or quantity > self._left:
            return [portion]
        whole = self._scene.acts[self._whole]
        assert isinstance(whole, acts.AddLineItem)
        self._left -= quantity
        if self._left:
            self._scene.acts[self._whole] = replace(whole, quantity=self._left)
        else:
            del self._scene.acts[self._whole]
            self._whole = None
        return [portion]

    def _without(self, last: acts.AddLineItem) -> dict[str, str]:
        """ "…and one without": of what the portion before had."""
        name = next(iter(last.modifiers), None)
        made = [self._scene.index.modifiers(product_id) for product_id in _products(last.reference, self._scene)]
        return {name: NOTHING} if name is not None and any(NOTHING in one.get(name, ()) for one in made) else {}

    def _last(self) -> acts.AddLineItem | None:
        return next((act for act in reversed(self._scene.acts) if isinstance(act, acts.AddLineItem)), None)

    def _chosen(self, wishes: Sequence[Wish], products: Iterable[ProductId]) -> dict[str, str]:
        """Of each wish the reading that one of these products can be made in."""
        made = [self._scene.index.modifiers(product_id) for product_id in products]
        wanted: dict[str, str] = {}
        for wish in wishes:
            fitting = [(name, value) for name, value in wish.readings if any(value in one.get(name, ()) for one in made)]
            if fitting:
                self._scene.spent.add(wish)
            for name, value in fitting[:1]:
                wanted[name] = value
                self._scene.slot(name, value, wish.start, wish.end)
        return wanted


def _portion(found: Sequence[acts.Act]) -> int | None:
    match found:
        case [acts.GiveQuantity(quantity=quantity)]:
            return quantity
        case [acts.AddLineItem(reference=ByFocus(), quantity=quantity)]:
            return quantity or 1
        case [acts.ChangeQuantity(reference=ByFocus(), delta=delta)] if delta is not None and delta > 0:
            return delta
        case _:
            return None


def _is_leftover(act: acts.Act) -> bool:
    """What is read of the words around a wish ("make it", "with") and means nothing beside it."""
    match act:
        case acts.Choose(reference=ByFocus()) | acts.FindProduct(reference=None) | acts.AskAboutProduct(reference=ByFocus()):
            return True
        case acts.AddLineItem(reference=ByFocus()) | acts.ChangeVariant(to=ByFocus() | ByOption()) | acts.Unknown() | acts.GiveQuantity():
            return True
        case acts.FindProduct(reference=ByWords(exact=exact)) | acts.AddLineItem(reference=ByWords(exact=exact)):
            return not exact
        case acts.ChangeVariant(to=ByWords(exact=exact)):
            return not exact
        case _:
            return False


def _is_unknown(reference: Reference | None) -> bool:
    return isinstance(reference, ByWords) and not reference.exact and not is_mention(reference)


def _products(reference: Reference, scene: Scene) -> tuple[ProductId, ...]:
    """What the reference may mean, for the question whether that can be made as wished."""
    match reference:
        case ByWords(candidates=candidates) if candidates:
            best = candidates[0].score
            return tuple(candidate.product_id for candidate in candidates if best - candidate.score < CLEAR_MARGIN)
        case BySku(product_id=product_id):
            return (product_id,)
        case ByLine(line_id=line_id):
            line = scene.context.cart.line(line_id)
            return (line.product_id,) if line else ()
        case ByWords():
            return ()
        case _:
            focus = scene.context.state.focus
            return (*((focus.product_id,) if focus else ()), *(shown.product_id for shown in scene.context.state.shown))
