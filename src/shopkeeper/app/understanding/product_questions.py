"""Questions about one product: an aspect of it, what others charge, or a property in words of its own."""

from __future__ import annotations

from shopkeeper.app.understanding.limits import asked_allergens
from shopkeeper.app.understanding.phrases import LEAST_SCORE, Phrase, is_mention, names_goods, resolve
from shopkeeper.app.understanding.product_wish import NAMED, Wish, only_limits, phrase_at
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.reference import ByFocus, ByOption, ByWords, Reference


def asked(scene: Scene, wish: Wish) -> acts.Act | None:
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
    cuts = [(phrase_at(scene, tokens[:cut]), tokens[cut:]) for cut in range(len(tokens) - 1, 0, -1)]
    first, rest = max(cuts, key=lambda one: _score(scene, one[0]), default=(None, ()))
    if first is not None and _score(scene, first) >= LEAST_SCORE:
        return _of_property(scene, first, rest)
    last = next((at for at in range(1, len(tokens)) if names_goods(scene.index, phrase_at(scene, tokens[at:]), language)), None)
    return _of_property(scene, phrase_at(scene, tokens[last:]), tokens[:last]) if last is not None else None


def _score(scene: Scene, phrase: Phrase) -> float:
    found = scene.index.resolve(phrase.text, language=scene.reading.language)
    return 1.0 if found.exact else found.hits[0].score if found.hits else 0.0


def _of_property(scene: Scene, thing: Phrase, rest: tuple[int, ...]) -> acts.Act:
    reference = resolve(scene.index, thing, scene.reading.language)[0]
    return acts.AskAboutProduct(reference=reference, aspect="details", words=phrase_at(scene, rest).text)


def _asks_diet(wish: Wish) -> bool:
    """ "Is it vegan?" is about what was just shown."""
    return wish.clause.asks and wish.clause.has("diet") and isinstance(wish.pointer, ByFocus) and only_limits(wish)


def _without_pronoun(wish: Wish) -> Reference | None:
    return wish.reference if _is_sure(wish) else wish.pointer


def _is_sure(wish: Wish) -> bool:
    return wish.named is not None and (wish.pointer is None or is_mention(wish.named))


def asked_reference(wish: Wish) -> Reference:
    """A product surely named, else what is talked about: the rest of the words is another shop's name."""
    named = wish.named
    surely = isinstance(named, ByWords) and named.exact and len(named.text) > 1 and named.candidates[0].score >= NAMED
    return named if surely and named is not None else ByFocus()
