"""Whether a thing suits a measure: answered from what is declared, never guessed, and nothing unfit is put in the cart."""

from __future__ import annotations

from shopkeeper.app.naming import named_fact
from shopkeeper.app.turn.decide import cart
from shopkeeper.app.turn.decide.parts import ask_product, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.fit import Fit, FitAnswer, fit_of
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Quantity
from shopkeeper.domain.conversation.state import Focus, OfferedChoice, Question
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, Card, Plan, ShowProducts, Tell, plan
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.reference import ByWords, Candidate
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, resolve
from shopkeeper.domain.dialogue.say import Say

MOST_OFFERED = 6
MOST_BESIDE = 2


def ask_fit(act: acts.AskFit, facts: Facts) -> Plan:
    match resolve(act.reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing) | SomeVariants(listing=listing):
            return _answer(act, listing, facts)
        case SomeProducts(listings=listings):
            return _among(act, listings, facts)
        case NotFound(text=text):
            return plan(Tell(says=(Say(key="find.none", facts={"text": text}),)))


def _among(act: acts.AskFit, listings: tuple[Listing, ...], facts: Facts) -> Plan:
    """Several things go by that name: the first that declares it is answered about, and others that do fit are named beside it."""
    called = fold(act.reference.text) if isinstance(act.reference, ByWords) else ""
    ordered = sorted(listings, key=lambda one: -_called_by(one, called))
    answers = [(one, _fit(act, one, facts), _named(act, one, facts)) for one in ordered]
    # What the measure was said of ("frame") counts; a thing that only declares something else of that unit does not answer.
    pointed = any(named for _, _, named in answers)
    decided = [(one, answer) for one, answer, named in answers if answer.fit is not Fit.UNKNOWN and (answer.name in named or not pointed)]
    if not decided:
        return plan(ask_product(listings[:MOST_OFFERED], Say(key="ask.which_product", question=True), {"then": "find"}, facts))
    first, answer = decided[0]
    others = [one for one, found in decided[1:] if found.fit is Fit.FITS][:MOST_BESIDE]
    if answer.fit is Fit.FITS or not others:
        return _answer(act, first, facts)
    shown = ShowProducts(cards=tuple(Card(listing=one, sku=_only_sku(one)) for one in others))
    beside = Tell(says=tuple(_say(act, one, facts) for one in others), shows=(shown,))
    return Plan(decisions=(*_answer(act, first, facts).decisions, beside))


def _called_by(listing: Listing, called: str) -> int:
    """How much of what was said is a name of it, in any language: the longest of its names that stands in the words."""
    words = (word for several in listing.product.words.values() for word in several)
    names = (fold(word) for word in (*words, *listing.product.title.values()))
    return max((len(name) for name in names if name in called), default=0)


def _fit(act: acts.AskFit, listing: Listing, facts: Facts) -> FitAnswer:
    return fit_of(listing.product.attributes, act.value, act.unit, _named(act, listing, facts))


def _named(act: acts.AskFit, listing: Listing, facts: Facts) -> frozenset[str]:
    """The attributes whose name, in the reply's language or as the code has it, shares a word with what was said."""
    said = {fold(word) for word in act.about}
    found: set[str] = set()
    for name in listing.product.attributes:
        words = {*fold(name.replace("_", " ")).split(), *fold(facts.labels.name(f"attribute.{name}") or "").split()}
        if any(one == word or ((len(one) > 3 or one >= "⺀") and one in word) for one in said for word in words):
            found.add(name)
    return frozenset(found)


def _answer(act: acts.AskFit, listing: Listing, facts: Facts) -> Plan:
    answer = _fit(act, listing, facts)
    shown = ShowProducts(cards=(Card(listing=listing, sku=_only_sku(listing)),))
    tell = Tell(says=(_say(act, listing, facts),), shows=(shown,), focus=Focus(product_id=listing.product.id))
    if answer.fit is not Fit.FITS:
        return plan(tell)
    if act.add:
        added = cart.add(acts.AddLineItem(reference=_the(listing.product.id)), facts)
        return Plan(decisions=(tell, *added.decisions))
    question = Question(
        topic="fit", choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")), context={"product_id": listing.product.id}
    )
    return plan(tell, Ask(question=question, say=Say(key="ask.add_it", facts={"title": title(listing, facts)}, question=True)))


def add_answered(question: Question, value: str, facts: Facts) -> Plan:
    if value != "yes":
        return plan(Tell(says=(Say(key="decline.fine"),)))
    return cart.add(acts.AddLineItem(reference=_the(ProductId(str(question.context.get("product_id"))))), facts)


def _the(product_id: ProductId) -> ByWords:
    return ByWords(text="", candidates=(Candidate(product_id=product_id, score=1.0),), exact=True)


def _only_sku(listing: Listing) -> Sku | None:
    return listing.variants[0].sku if len(listing.variants) == 1 else None


def _say(act: acts.AskFit, listing: Listing, facts: Facts) -> Say:
    answer = _fit(act, listing, facts)
    said = {
        "title": title(listing, facts),
        "value": Quantity(value=act.value, unit=act.unit),
        "name": named_fact(f"attribute.{answer.name}", facts.labels) if answer.name else "",
        "declared": facts.labels.attribute(answer.name, answer.declared),
    }
    return Say(key=f"fit.{answer.fit.value}", facts=said)
