"""Clauses about products: what the verb, the count and the words together mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shopkeeper.app.understanding.amounts import Amount, amounts_of, budgets_of
from shopkeeper.app.understanding.limits import asked_allergens, both, constraints_of, excluded_words, is_elsewhere, purpose
from shopkeeper.app.understanding.phrases import LEAST_SCORE, Phrase, by_words, is_mention, names_goods, phrase_of, pointed, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.reference import ByFocus, ByLine, ByOption, ByOther, ByPosition, BySuperlative, ByWords, Reference
from shopkeeper.ports.catalog_index import Resolution

NAMED = 0.8
"""The score from which a refused word means this product."""

MOST_AT_ONCE = 5
"""Of a longer list "all of them" is too much to put into the cart unasked."""
MOST_OPTION_WORDS = 2
LISTED_WORDS = 2
"""A longer remark beside a list of goods is no item of it."""
LIKE_A_NAME = 0.3
"""Words that say an option ("in size L") name a product only where one scores this much."""

VERBS = ("compare", "remove", "change", "exchange", "instead", "add", "want", "find")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One clause about a product, taken apart. `pointer` is a reference without words, `named` one by words."""

    clause: Clause
    verb: str
    amount: Amount | None
    phrase: Phrase | None
    named: Reference | None
    found: Resolution | None
    pointer: Reference | None
    constraints: acts.Constraints

    @property
    def reference(self) -> Reference | None:
        """What is meant: words first, unless they only tell which of what is pointed at."""
        if isinstance(self.pointer, ByPosition | BySuperlative) and not isinstance(self.named, ByWords):
            return self.pointer
        if isinstance(self.pointer, BySuperlative) and isinstance(self.named, ByWords):
            return replace(self.named, superlative=self.pointer.superlative) if self.named.candidates else self.pointer
        if isinstance(self.pointer, ByPosition) and self.clause.has("ordinal") and not _strong(self.named):
            return self.pointer
        return self.named or self.pointer

    @property
    def quantity(self) -> int | None:
        return self.amount.value if self.amount and not self.amount.pieces else None

    @property
    def pieces(self) -> int | None:
        return self.amount.value if self.amount and self.amount.pieces else None


def _strong(reference: Reference | None) -> bool:
    return isinstance(reference, ByWords) and reference.exact


def product_acts(scene: Scene, clause: Clause, used: frozenset[int]) -> list[acts.Act]:
    """The acts of a clause, without what `used` tokens have said already. Empty when there is none."""
    wish = _wish(scene, clause, used)
    found = _acts(scene, wish)
    if found:
        _note(scene, wish)
        scene.verb = _next_verb(wish, found, scene.verb)
    return found


def _wish(scene: Scene, clause: Clause, used: frozenset[int]) -> Wish:
    budgets = budgets_of(scene.reading, clause)
    spent = used.union(*(budget.used for budget in budgets))
    amounts = amounts_of(scene.reading, clause, spent)
    amount = amounts[0] if amounts else None
    excluded, left_out = excluded_words(scene, clause, spent)
    left_out |= purpose(clause)
    dropped = spent | (amount.used if amount else frozenset[int]()) | left_out | asked_allergens(clause)
    phrase = phrase_of(scene.reading, clause, dropped)
    if phrase is not None and amount is not None and _is_measure(clause, phrase):
        phrase = None
    phrase = _before_purpose(scene, clause, phrase, dropped)
    named, found = resolve(scene.index, phrase, scene.reading.language) if phrase else (None, None)
    pair = next((cue for cue in clause.all("all_of_them") if cue.value == "both"), None)
    if pair is not None and amount is None and phrase is not None:
        amount = Amount(value=2, pieces=False, start=pair.start, end=pair.end, used=frozenset(range(pair.start, pair.end)))
    constraints = constraints_of(scene, clause, budgets, excluded)
    return Wish(
        clause=clause,
        verb=_verb(clause),
        amount=amount,
        phrase=phrase,
        named=named,
        found=found,
        pointer=pointed(clause),
        constraints=constraints,
    )


def _before_purpose(scene: Scene, clause: Clause, phrase: Phrase | None, dropped: frozenset[int]) -> Phrase | None:
    """In "a rack for my 30 mm frame" and "a wine for steak" the first is wanted, unless both words are of one thing."""
    cut = clause.first("purpose")
    if cut is None or phrase is None:
        return phrase
    first = phrase_of(scene.reading, clause, dropped | frozenset(range(cut.start, clause.end)))
    if first is None or first == phrase or not names_goods(scene.index, first, scene.reading.language):
        return phrase
    whole = scene.index.resolve(phrase.text, language=scene.reading.language)
    alone = {hit.product_id for hit in scene.index.resolve(first.text, language=scene.reading.language).hits}
    return phrase if whole.exact or (whole.hits and whole.hits[0].product_id in alone and whole.hits[0].score >= NAMED) else first


def _is_measure(clause: Clause, phrase: Phrase) -> bool:
    """ "2 litres", "three packs": so much of what is talked about; the unit names nothing."""
    units = {at for cue in clause.cues if cue.kind in ("unit", "volume", "measure") for at in range(cue.start, cue.end)}
    return units.issuperset(phrase.tokens)


def _verb(clause: Clause) -> str:
    kinds = {cue.kind for cue in clause.cues}
    if "order" in kinds and "add" not in kinds and not kinds & {"order_status", "find", "ask"}:
        kinds.add("add")
    add, change = clause.first("add"), clause.first("change")
    if add is not None and change is not None and add.start < change.start and "instead" not in kinds:
        kinds.discard("change")  # "add another mug set" sets nothing
    return next((verb for verb in VERBS if verb in kinds), "")


def _acts(scene: Scene, wish: Wish) -> list[acts.Act]:
    clause = wish.clause
    if is_elsewhere(clause):
        return [acts.AskAboutProduct(reference=_asked_reference(wish), aspect="elsewhere")]
    if clause.has("compare"):
        return [_compare(scene, wish)]
    if clause.has("remove"):
        return [_remove(scene, wish)]
    every = _every_one(scene, wish)
    if every:
        return every
    changed = _change(scene, wish)
    if changed is not None:
        return [changed]
    counted = _recount(scene, wish)
    if counted is not None:
        return [counted]
    asked = _ask(scene, wish)
    if asked is not None:
        return [asked]
    fetched = _fetched(scene, wish)
    if fetched:
        return fetched
    if clause.has("of_them") and wish.amount is not None and not _strong(wish.named):
        return [acts.GiveQuantity(quantity=wish.amount.value, reference=ByFocus())]
    return _wanted(scene, wish)


def _asked_reference(wish: Wish) -> Reference:
    """A product surely named, else what is talked about: the rest of the words is another shop's name."""
    named = wish.named
    surely = isinstance(named, ByWords) and named.exact and len(named.text) > 1 and named.candidates[0].score >= NAMED
    return named if surely and named is not None else ByFocus()


def _compare(scene: Scene, wish: Wish) -> acts.Act:
    if wish.phrase is None or wish.named is None:
        return acts.CompareProducts()
    cut = next(
        (cue for cue in wish.clause.cues if cue.kind in ("and", "compare") and wish.phrase.tokens[0] < cue.start < wish.phrase.tokens[-1]),
        None,
    )
    if cut is None:
        return acts.CompareProducts(references=(wish.named,) if isinstance(wish.named, ByWords) else ())
    halves = [tuple(at for at in wish.phrase.tokens if (at < cut.start) is before) for before in (True, False)]
    references = [_part(scene, half) for half in halves if half]
    return acts.CompareProducts(references=tuple(references))


def _part(scene: Scene, tokens: tuple[int, ...]) -> Reference:
    return resolve(scene.index, _phrase(scene, tokens), scene.reading.language)[0]


def _phrase(scene: Scene, tokens: tuple[int, ...]) -> Phrase:
    start, end = scene.reading.span(tokens[0], tokens[-1] + 1)
    return Phrase(text=scene.reading.text[start:end], start=start, end=end, tokens=tokens)


def _remove(scene: Scene, wish: Wish) -> acts.Act:
    reference = wish.reference or ByFocus()
    if wish.amount is not None:
        return acts.ChangeQuantity(reference=reference, delta=-wish.amount.value)
    return acts.RemoveLineItem(reference=reference)


def _every_one(scene: Scene, wish: Wish) -> list[acts.Act]:
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


def _change(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "make it the brown one", "change the jacket to L", "in L instead", "make it three"."""
    clause = wish.clause
    if wish.verb == "add" or not any(clause.has(kind) for kind in ("change", "exchange", "instead")):
        return None
    if wish.amount is not None:
        reference = wish.named if isinstance(wish.named, ByWords) else wish.pointer
        if reference is None and not scene.has_cart:
            return acts.GiveQuantity(quantity=wish.amount.value)
        return acts.ChangeQuantity(reference=reference or ByFocus(), quantity=wish.amount.value)
    target = wish.named if wish.named is not None else wish.pointer
    if target is None or (isinstance(target, ByFocus) and wish.verb not in ("change", "exchange")):
        return None
    if isinstance(target, ByWords) and target.options and wish.phrase is not None:
        return acts.ChangeVariant(reference=replace(target, options={}), to=ByOption(options=target.options))
    return acts.ChangeVariant(reference=ByFocus(), to=target)


def _recount(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "one more", "two less", "only one mug"."""
    clause = wish.clause
    count = wish.amount.value if wish.amount else 1
    named = wish.named if isinstance(wish.named, ByWords) else None
    about_cart = scene.in_cart(named) or (named is None and scene.has_cart)
    if clause.has("less") and not clause.has("under") and (about_cart or wish.amount is not None):
        return acts.ChangeQuantity(reference=wish.reference or ByFocus(), delta=-count)
    if clause.has("more") and (wish.verb != "find" or wish.amount is not None):
        if about_cart:
            return acts.ChangeQuantity(reference=wish.reference or ByFocus(), delta=count)
        return acts.AddLineItem(reference=wish.reference or ByFocus(), quantity=count)
    if clause.has("only") and wish.amount is not None and about_cart:
        return acts.ChangeQuantity(reference=wish.reference or ByFocus(), quantity=count)
    return None


def _ask(scene: Scene, wish: Wish) -> acts.Act | None:
    asking = sorted(wish.clause.all("ask"), key=lambda one: one.value == "details")
    cue = asking[0] if asking else None
    allergens = asked_allergens(wish.clause)
    if cue is None and _asks_diet(wish):
        return acts.AskAboutProduct(reference=ByFocus(), aspect="diet")
    if cue is None and not allergens:
        return _asked_property(scene, wish)
    if cue is None and wish.clause.has("allergy"):
        return None
    aspect = "allergens" if allergens else cue.value if cue else "details"
    if cue is not None and wish.verb in ("add", "want") and not wish.clause.asks:
        return None
    nobody = isinstance(wish.named, ByWords) and not is_mention(wish.named) and wish.pointer is None
    if aspect == "details" and (wish.reference is None or nobody):
        return None
    if nobody and wish.named is not None:
        return acts.FindProduct(reference=wish.named)
    for allergen in wish.clause.all("allergen"):
        scene.slot("allergen", allergen.value, allergen.start, allergen.end)
    return acts.AskAboutProduct(reference=_without_pronoun(wish) or ByFocus(), aspect=aspect)


def _asked_property(scene: Scene, wish: Wish) -> acts.Act | None:
    """ "Are the mugs dishwasher safe", "is it warm?": what the records say of the thing, whatever the word for the property is."""
    question = wish.clause.first("question")
    plainly = wish.clause.asks and question is not None and question.value in ("first", "mark")
    if not plainly or wish.verb or wish.amount is not None or wish.phrase is None or wish.clause.has("fit_it"):
        return None
    language = scene.reading.language
    if isinstance(wish.pointer, ByFocus) and scene.has_subject and not (wish.found and wish.found.exact_product_id):
        return acts.AskAboutProduct(reference=ByFocus(), aspect="details", words=wish.phrase.text)
    if isinstance(wish.named, ByOption) or names_goods(scene.index, wish.phrase, language):
        return None
    tokens = wish.phrase.tokens
    cuts = [(_phrase(scene, tokens[:cut]), tokens[cut:]) for cut in range(len(tokens) - 1, 0, -1)]
    first, rest = max(cuts, key=lambda one: _score(scene, one[0]), default=(None, ()))
    if first is not None and _score(scene, first) >= LEAST_SCORE:
        return _of_property(scene, first, rest)
    last = next((at for at in range(1, len(tokens)) if names_goods(scene.index, _phrase(scene, tokens[at:]), language)), None)
    return _of_property(scene, _phrase(scene, tokens[last:]), tokens[:last]) if last is not None else None


def _score(scene: Scene, phrase: Phrase) -> float:
    found = scene.index.resolve(phrase.text, language=scene.reading.language)
    return 1.0 if found.exact else found.hits[0].score if found.hits else 0.0


def _of_property(scene: Scene, thing: Phrase, rest: tuple[int, ...]) -> acts.Act:
    reference = resolve(scene.index, thing, scene.reading.language)[0]
    return acts.AskAboutProduct(reference=reference, aspect="details", words=_phrase(scene, rest).text)


def _fetched(scene: Scene, wish: Wish) -> list[acts.Act]:
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


def _asks_diet(wish: Wish) -> bool:
    """ "Is it vegan?" is about what was just shown."""
    return wish.clause.asks and wish.clause.has("diet") and isinstance(wish.pointer, ByFocus) and _only_limits(wish)


def _without_pronoun(wish: Wish) -> Reference | None:
    return wish.reference if _is_sure(wish) else wish.pointer


def _is_sure(wish: Wish) -> bool:
    return wish.named is not None and (wish.pointer is None or is_mention(wish.named))


def _wanted(scene: Scene, wish: Wish) -> list[acts.Act]:
    if (wish.clause.has("likes") and _widened(scene, wish)) or _only_option(scene, wish):
        return []
    reference = wish.reference
    other = _other(scene, wish)
    if other is not None:
        return other
    if reference is None:
        return _nothing_named(scene, wish)
    if _only_limits(wish) and scene.acts and isinstance(scene.acts[-1], acts.FindProduct):
        return _refined(scene, wish.constraints)
    if _is_no_product(wish, reference):
        if not _is_listed(scene, wish):
            return []
        return [acts.AddLineItem(reference=reference) if scene.verb == "add" else acts.FindProduct(reference=reference)]
    if _adds(scene, wish, reference):
        return [acts.AddLineItem(reference=reference, quantity=wish.quantity, pieces=wish.pieces)]
    if isinstance(reference, ByOption) and (wish.verb == "find" or not _points_at_variant(scene, wish)):
        return _by_option(scene, wish, reference)
    if isinstance(reference, ByPosition | BySuperlative | ByOption):
        return [acts.Choose(reference=reference)]
    if isinstance(reference, ByFocus):
        return [] if wish.clause.asks else [acts.Choose(reference=reference)]
    return [acts.FindProduct(reference=reference, constraints=wish.constraints)]


def _only_option(scene: Scene, wish: Wish) -> bool:
    """ "the trail jacket in blue, medium": an option on its own is of the thing named right before."""
    last = scene.acts[-1] if scene.acts else None
    if wish.found is None or wish.phrase is None or not wish.found.options:
        return False
    options = wish.found.options
    alone = len(wish.phrase.tokens) <= MOST_OPTION_WORDS and not wish.verb and wish.amount is None
    if not alone or wish.clause.joined != "comma" or not isinstance(last, acts.FindProduct | acts.AddLineItem):
        return False
    if not isinstance(last.reference, ByWords) or not is_mention(last.reference) or any(name in last.reference.options for name in options):
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
    if not isinstance(reference, ByWords) or is_mention(reference) or not _only_asks(wish):
        return False
    return wish.amount is None or not reference.candidates


def _is_listed(scene: Scene, wish: Wish) -> bool:
    """One more word or two in a list of things ("two milks, shampoo and eggs"): wanted, though nothing is called so."""
    clause = wish.clause
    goes_on = bool(scene.acts) and isinstance(scene.acts[-1], acts.AddLineItem | acts.FindProduct)
    bare = all(cue.kind in ("stop", "and", "definite", "unit") for cue in clause.cues)
    return goes_on and bare and clause.joined in ("comma", "and") and wish.phrase is not None and len(wish.phrase.tokens) <= LISTED_WORDS


def _adds(scene: Scene, wish: Wish, reference: Reference) -> bool:
    """Whether the clause puts something in the cart: by its verb, by the verb before it, or by a count."""
    if isinstance(reference, ByFocus) and wish.amount is None and not wish.verb:
        return False
    verb = wish.verb or scene.verb
    counted = wish.amount is not None and wish.verb != "find"
    return verb == "add" or (counted and (not wish.clause.asks or wish.clause.has("ship")))


def _only_limits(wish: Wish) -> bool:
    """Whether the words are nothing but a diet or an allergen ("vegan-ish", "nut allergy")."""
    if wish.phrase is None or wish.verb or wish.amount or wish.constraints == acts.Constraints():
        return False
    limits = {at for cue in wish.clause.cues if cue.kind in ("diet", "allergen") for at in range(cue.start, cue.end)}
    return limits.issuperset(wish.phrase.tokens)


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
    if wish.amount is not None and not wish.clause.has("order_status") and scene.open_topic != "address":
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
