"""Clauses about products: what the verb, the count and the words together mean."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.understanding.corrections import corrected, stands_in
from shopkeeper.app.understanding.limits import both, is_elsewhere
from shopkeeper.app.understanding.phrases import by_words, is_mention, names_goods, phrase_of, resolve
from shopkeeper.app.understanding.product_changes import changed_in_cart, every_one, fetched, recounted, removed
from shopkeeper.app.understanding.product_questions import asked, asked_reference
from shopkeeper.app.understanding.product_wish import NAMED, Wish, only_limits, phrase_at, strong, wish_of
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.swaps import swapped
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.reference import (
    ByFocus,
    ByOption,
    ByOther,
    ByPosition,
    BySku,
    BySuperlative,
    ByWords,
    Reference,
    Superlative,
)
from shopkeeper.domain.dialogue.resolve import clear_winner

MOST_OPTION_WORDS = 2
MOST_ITEM_WORDS = 5
"""Words of what can be a line of a list."""
NO_COUNT = 10_000
"""A bare number from here on is a postal code or another number of its own."""
LISTED_WORDS = 2
"""A longer remark beside a list of goods is no item of it."""
LIKE_A_NAME = 0.3
"""Words that say an option ("in size L") name a product only where one scores this much."""


def product_acts(scene: Scene, clause: Clause, used: frozenset[int]) -> list[acts.Act]:
    """The acts of a clause, without what `used` tokens have said already. Empty when there is none."""
    wish = wish_of(scene, clause, used)
    found = _acts(scene, wish)
    if found:
        _note(scene, wish)
        scene.verb = _next_verb(wish, found, scene.verb)
    return found


def _acts(scene: Scene, wish: Wish) -> list[acts.Act]:
    clause = wish.clause
    if is_elsewhere(clause):
        return [acts.AskAboutProduct(reference=asked_reference(wish), aspect="elsewhere")]
    if stands_in(scene, wish) or corrected(scene, wish) or _compares_these(scene, wish):
        return []
    if (compare := clause.first("compare")) is not None:
        named = _compare(scene, wish)
        return [replace(named, by=compare.value) if isinstance(named, acts.CompareProducts) else named]
    if (other := _others(scene, wish)) is not None:
        return [other]
    if clause.has("keep_only"):
        return [acts.ClearCart(keep=(wish.named,))] if wish.named is not None else []
    if _kept_too(scene, wish):
        return []
    if clause.has("remove"):
        return [removed(scene, wish)]
    every = every_one(scene, wish)
    if every:
        return every
    if exchanged := swapped(scene, wish):
        return exchanged
    changed = changed_in_cart(scene, wish)
    if changed is not None:
        return [changed]
    counted = recounted(scene, wish)
    if counted is not None:
        return [counted]
    question = asked(scene, wish)
    if question is not None:
        return [question]
    if pickup := fetched(scene, wish):
        return pickup
    if clause.has("of_them") and wish.amount is not None and not strong(wish.named):
        return [acts.GiveQuantity(quantity=wish.amount.value, reference=ByFocus())]
    return _wanted(scene, wish)


def _others(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "Show me more", "cheaper ones", "why that one?", "what about the other one": about what was shown, with nothing named."""
    clause = wish.clause
    asked = clause.first("others", "why", "other_one")
    cheaper = isinstance(wish.pointer, BySuperlative) and len(scene.context.state.shown) == 1 and not wish.verb
    if (
        (asked is None and not cheaper)
        or not scene.has_subject
        or isinstance(wish.named, ByWords | BySku)
        or wish.verb in ("add", "remove")
    ):
        return None
    if asked is None or asked.kind == "others":
        pointed = "cheaper" if cheaper and wish.pointer == BySuperlative(superlative=Superlative.CHEAPEST) else "dearer" if cheaper else ""
        return acts.FindOthers(price=asked.value if asked is not None else pointed, constraints=wish.constraints)
    return acts.AskWhy() if asked.kind == "why" else acts.Choose(reference=ByOther())


def _kept_too(scene: Scene, wish: Wish) -> bool:
    """ "Remove everything except the eggs and the milk"."""
    last = scene.acts[-1] if scene.acts else None
    if (
        not isinstance(last, acts.ClearCart)
        or not last.keep
        or wish.verb
        or wish.named is None
        or wish.clause.joined not in ("and", "comma")
    ):
        return False
    scene.acts[-1] = replace(last, keep=(*last.keep, wish.named))
    return True


def _compares_these(scene: Scene, wish: Wish) -> bool:
    """ "Which is cheaper, the sencha or the assam?": what is named behind the question is what it is about."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.CompareProducts) or last.references or wish.verb or not any(cue.value == "or" for cue in wish.clause.cues):
        return False
    named = _compare(scene, wish)
    if not isinstance(named, acts.CompareProducts) or len(named.references) < 2:
        return False
    scene.acts[-1] = replace(last, references=named.references)
    return True


def _compare(scene: Scene, wish: Wish) -> acts.Act:
    places = [int(cue.value) for cue in wish.clause.all("ordinal")]
    if len(places) > 1:
        return acts.CompareProducts(references=tuple(ByPosition(position=place) for place in places))
    if wish.phrase is None or wish.named is None:
        return acts.CompareProducts()
    cut = next(
        (cue for cue in wish.clause.cues if _parts(cue) and wish.phrase.tokens[0] < cue.start < wish.phrase.tokens[-1]),
        None,
    )
    if cut is None:
        return acts.CompareProducts(references=(wish.named,) if isinstance(wish.named, ByWords) else ())
    halves = [tuple(at for at in wish.phrase.tokens if (at < cut.start) is before) for before in (True, False)]
    references = [_part(scene, half) for half in halves if half]
    return acts.CompareProducts(references=tuple(references))


def _parts(cue: Cue) -> bool:
    return cue.kind in ("and", "compare") or cue.value == "or"


def _part(scene: Scene, tokens: tuple[int, ...]) -> Reference:
    return resolve(scene.index, phrase_at(scene, tokens), scene.reading.language)[0]


def _wanted(scene: Scene, wish: Wish) -> list[acts.Act]:
    if (wish.clause.has("likes") and _widened(scene, wish)) or _only_option(scene, wish):
        return []
    reference = wish.reference
    other = _other(scene, wish)
    if other is not None:
        return other
    if reference is None:
        return _nothing_named(scene, wish)
    if only_limits(wish) and scene.acts and isinstance(scene.acts[-1], acts.FindProduct):
        return _refined(scene, wish.constraints)
    if _is_no_product(wish, reference):
        if not _is_listed(scene, wish):
            return []
        return [acts.AddLineItem(reference=reference) if scene.verb == "add" else acts.FindProduct(reference=reference)]
    if _adds(scene, wish, reference):
        return [acts.AddLineItem(reference=reference, quantity=wish.quantity, pieces=wish.pieces, between=wish.range)]
    if isinstance(reference, ByOption) and (wish.verb == "find" or not _points_at_variant(scene, wish)):
        return _by_option(scene, wish, reference)
    if isinstance(reference, ByPosition | BySuperlative | ByOption):
        return [acts.Choose(reference=reference)]
    if isinstance(reference, ByFocus):
        return [] if wish.clause.asks or _sends_on(scene, wish) else [acts.Choose(reference=reference)]
    if _goes_on(scene, wish):
        return [acts.AddLineItem(reference=reference)]
    return [acts.FindProduct(reference=reference, constraints=wish.constraints)]


def _sends_on(scene: Scene, wish: Wish) -> bool:
    """ "Can you send it to …" says where the cart goes, and is no further one of it, unless something else was shown since."""
    focus = scene.context.state.focus
    shown = focus is not None and any(one.product_id == focus.product_id for one in scene.context.state.shown)
    return scene.has_cart and any(cue.value == "send" for cue in wish.clause.all("add")) and (_bought(scene) or not shown)


def _bought(scene: Scene) -> bool:
    """Whether what is talked about lies in the cart."""
    focus = scene.context.state.focus
    return focus is not None and any(line.product_id == focus.product_id for line in scene.context.cart.lines)


def _goes_on(scene: Scene, wish: Wish) -> bool:
    """ "And a care kit", right after something went into the cart: one more thing for it."""
    first = scene.reading.cues[0] if scene.reading.cues else None
    begins = first is not None and (first.kind, first.start) == ("and", 0) and not scene.acts
    plain = not wish.verb and not wish.clause.asks and wish.constraints == acts.Constraints()
    return begins and _bought(scene) and plain and isinstance(wish.named, ByWords | BySku) and strong(wish.named)


def _only_option(scene: Scene, wish: Wish) -> bool:
    """ "the trail jacket in blue, medium": an option on its own is of the thing named right before."""
    last = scene.acts[-1] if scene.acts else None
    if wish.found is None or wish.phrase is None or not wish.found.options:
        return False
    options = wish.found.options
    alone = len(wish.phrase.tokens) <= MOST_OPTION_WORDS and not wish.verb and wish.amount is None
    if not alone or wish.clause.joined != "comma":
        return False
    if (
        isinstance(last, acts.Choose | acts.AddLineItem)
        and isinstance(last.reference, ByOption)
        and options.keys().isdisjoint(last.reference.options)
    ):
        scene.acts[-1] = replace(last, reference=ByOption(options={**last.reference.options, **options}))  # "black, L"
        return True
    if not isinstance(last, acts.FindProduct | acts.AddLineItem) or not isinstance(last.reference, ByWords):
        return False
    if not is_mention(last.reference) or any(name in last.reference.options for name in options):
        return False
    scene.acts[-1] = replace(last, reference=replace(last.reference, options={**last.reference.options, **options}))
    return True


def _other(scene: Scene, wish: Wish) -> list[acts.Act] | None:
    """ "not the black one": what is refused says which of the others is meant, once there is something to choose from."""
    refused = wish.constraints.exclude
    if not refused or wish.phrase is not None or wish.verb in ("find", "remove"):
        return None
    if not scene.has_subject:
        return None if scene.acts or not _points_at_variant(scene, wish) else [acts.FindProduct()]
    found = scene.index.resolve(" ".join(refused), language=scene.reading.language)
    named = tuple(hit.product_id for hit in found.hits if hit.score >= NAMED) if not found.options else ()
    if not found.options and not named:
        return None
    reference = ByOther(options=found.options, products=named)
    if wish.verb == "add":
        return [acts.AddLineItem(reference=reference, quantity=wish.quantity)]
    return [acts.Choose(reference=reference)]


def _is_no_product(wish: Wish, reference: Reference) -> bool:
    if wish.clause.has("other_one") and not wish.verb and wish.amount is not None:
        return True  # "the other has three cats" is about somebody
    if not isinstance(reference, ByWords) or is_mention(reference) or not _only_asks(wish):
        return False
    return wish.amount is None or wish.amount.worded or not reference.candidates


def _is_listed(scene: Scene, wish: Wish) -> bool:
    """One more word or two in a list of things ("two milks, shampoo and eggs"): wanted, though nothing is called so."""
    clause = wish.clause
    goes_on = bool(scene.acts) and isinstance(scene.acts[-1], acts.AddLineItem | acts.FindProduct)
    bare = all(cue.kind in ("stop", "and", "definite", "unit") for cue in clause.cues)
    return goes_on and bare and clause.joined in ("comma", "and") and wish.phrase is not None and len(wish.phrase.tokens) <= LISTED_WORDS


def _adds(scene: Scene, wish: Wish, reference: Reference) -> bool:
    """Whether the clause puts something in the cart: by its verb, by the verb before it, or by a count."""
    if isinstance(reference, ByFocus) and wish.amount is None and (not wish.verb or _sends_on(scene, wish)):
        return False
    verb = wish.verb or (scene.verb if wish.clause.joined != "start" or _is_item(scene, wish) else "")
    counted = wish.amount is not None and wish.verb != "find"
    return verb == "add" or (counted and (not wish.clause.asks or wish.clause.has("ship")))


def _is_item(scene: Scene, wish: Wish) -> bool:
    """After a full stop or on a new line, a verb said before goes on only with what is surely goods: a list, no letter."""
    return wish.phrase is None or (
        len(wish.phrase.tokens) <= MOST_ITEM_WORDS and names_goods(scene.index, wish.phrase, scene.reading.language)
    )


def _only_asks(wish: Wish) -> bool:
    """Whether nothing but the words says that a product is wanted ("what is the meaning of life")."""
    return not wish.verb or (wish.verb == "find" and all(cue.value == "weak" for cue in wish.clause.all("find")))


def _points_at_variant(scene: Scene, wish: Wish) -> bool:
    return scene.has_subject or wish.clause.has("one") or wish.clause.has("in") or wish.clause.has("size_word")


def _by_option(scene: Scene, wish: Wish, reference: ByOption) -> list[acts.Act]:
    """ "do you have it in L", "got any blue ones": a variant of the subject, or products that come so."""
    if scene.has_subject or wish.phrase is None or wish.found is None:
        return [acts.FindProduct(reference=reference, constraints=wish.constraints)]
    words = by_words(wish.phrase, wish.found)
    return [acts.FindProduct(reference=words, constraints=wish.constraints)] if words.candidates else []


def _nothing_named(scene: Scene, wish: Wish) -> list[acts.Act]:
    counts = wish.amount is not None and (wish.amount.value < NO_COUNT or scene.open_topic == "quantity")
    if wish.amount is not None and counts and not wish.clause.has("order_status") and scene.open_topic != "address":
        return [acts.GiveQuantity(quantity=wish.amount.value)]
    if (unwanted := _unwanted(scene, wish)) is not None:
        return [unwanted]
    if wish.constraints != acts.Constraints():
        return _refined(scene, wish.constraints)
    if any(cue.value == "range" for cue in wish.clause.all("find")):
        return [acts.AskPolicy(topic="range")]
    if wish.verb == "find" and wish.clause.asks is False and not scene.acts:
        return [acts.FindProduct()]
    return []


def _unwanted(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "No eggs after all": what lies in the cart comes out, what was only shown is declined."""
    words = phrase_of(scene.reading, wish.clause, frozenset()) if wish.clause.has("no") or wish.clause.has("not") else None
    if words is None or wish.verb or wish.clause.asks or scene.acts:
        return None
    named, _ = resolve(scene.index, words, scene.reading.language)
    if scene.in_cart(named):
        return acts.RemoveLineItem(reference=named)
    focus = scene.context.state.focus
    best = named.candidates[0] if isinstance(named, ByWords) and named.candidates else None
    return acts.Decline() if focus is not None and best is not None and best.product_id == focus.product_id else None


def _refined(scene: Scene, more: acts.Constraints) -> list[acts.Act]:
    """A limit on its own belongs to the search before it, else it is a search itself."""
    last = scene.acts[-1] if scene.acts else None
    if isinstance(last, acts.FindProduct):
        scene.acts[-1] = replace(last, constraints=both(last.constraints, more))
        return []
    if isinstance(last, acts.AddLineItem):
        strict = bool(more.free_from or more.diet or more.exclude)
        if strict and isinstance(last.reference, ByWords) and clear_winner(last.reference.candidates) is None:
            # "I need snacks, nothing with nuts": what fits is looked for, not asked about among all that is called so.
            scene.acts[-1] = acts.FindProduct(reference=last.reference, constraints=both(acts.Constraints(max_price=last.budget), more))
        else:
            scene.acts[-1] = replace(last, budget=more.max_price or last.budget)
        return []
    return [acts.FindProduct(constraints=more)] if more.max_price or more.min_price or more.diet or more.free_from else []


def _widened(scene: Scene, wish: Wish) -> bool:
    """ "a present for my sister, she likes tea": what she likes narrows the search before it."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.FindProduct) or not isinstance(last.reference, ByWords) or wish.phrase is None:
        return False
    wider = replace(wish.phrase, text=f"{last.reference.text} {wish.phrase.text}")
    named = by_words(wider, scene.index.resolve(wider.text, language=scene.reading.language))
    scene.acts[-1] = replace(last, reference=named, constraints=both(last.constraints, wish.constraints))
    return True


def _note(scene: Scene, wish: Wish) -> None:
    if wish.amount is not None:
        scene.slot("pieces" if wish.amount.pieces else "quantity", wish.amount.value, wish.amount.start, wish.amount.end)
    if wish.phrase is not None and wish.found is not None:
        first, last = wish.phrase.tokens[0], wish.phrase.tokens[-1] + 1
        score = wish.found.hits[0].score if wish.found.hits else 0.0
        if not isinstance(wish.named, ByOption) and (score >= LIKE_A_NAME or not wish.found.options):
            scene.slot("product", wish.phrase.text, first, last, round(min(1.0, score), 3))
        for name, value in wish.found.options.items():
            scene.slot(name, value, first, last, 0.9)
        if wish.found.corrected:
            scene.notes["corrected"] = {**wish.found.corrected}


def _next_verb(wish: Wish, found: list[acts.Act], before: str) -> str:
    if isinstance(found[0], acts.AddLineItem):
        return "add"
    if isinstance(found[0], acts.FindProduct):
        return "find"
    return wish.verb or before
