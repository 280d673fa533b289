"""Finding, asking about and comparing products: answers come from listings and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shopkeeper.app.naming import named_fact
from shopkeeper.app.queries.storefront import is_food
from shopkeeper.app.turn.decide import photos
from shopkeeper.app.turn.decide.checkout import change as checkout_change
from shopkeeper.app.turn.decide.measures import compared_by
from shopkeeper.app.turn.decide.parts import ask_product, buyable, cards, sold_out, stock_say, title
from shopkeeper.app.turn.decide.products_answers import answer, elsewhere
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.state import Focus
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.acts import AskAboutProduct, AskOrderStatus, CompareProducts, Constraints, FindProduct
from shopkeeper.domain.dialogue.decision import Card, Next, Plan, ShowProducts, Tell, plan
from shopkeeper.domain.dialogue.photo import Verdict
from shopkeeper.domain.dialogue.reference import ByOption, ByPhoto, ByWords, Candidate, Reference
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, clear_winner, find_lines, resolve
from shopkeeper.domain.dialogue.say import Say

MOST_SHOWN = 6
LEAST_SHARE = 0.5
"""Of the best score; below it a product only shares a word with what was asked for."""


SURELY = 0.85
"""A product that is not called so by every word asked for, and scores less, is told to be only the nearest."""


def find(act: FindProduct, facts: Facts) -> Plan:
    """Show what fits. One clear product is answered about; an empty result says so."""
    if act.reference is None:
        return _among_shown(act.constraints, facts) or plan(Tell(says=(Say(key="find.what", question=True),)))
    if isinstance(act.reference, ByWords):
        return _find_by_words(act.reference, act.constraints, facts)
    if isinstance(act.reference, ByPhoto):
        return _find_by_photo(act.reference, act.constraints.max_price, facts)
    match resolve(act.reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            return _present_variant(listing, sku, facts)
        case SomeVariants(listing=listing, skus=skus):
            return _present_product(listing, skus, facts)
        case SomeProducts(listings=listings):
            return _present_list(listings, facts)
        case NotFound(text=text):
            return _no_such(act.reference, facts) or _none(text, facts)


def _among_shown(constraints: Constraints, facts: Facts) -> Plan | None:
    """ "My budget is 80", after a list: what of it keeps to that; of something that was said of nothing shown it is asked what for."""
    shown = [facts.listings[one.product_id] for one in facts.state.shown if one.product_id in facts.listings]
    kept = tuple(dict.fromkeys(listing.product.id for listing in shown if fits(listing, constraints)))
    if constraints == Constraints() or len(facts.state.shown) < 2 or not kept:
        return None
    return _present_list(tuple(facts.listings[one] for one in kept), facts, limit=constraints.max_price)


def _no_such(reference: Reference, facts: Facts) -> Plan | None:
    """ "In black?" of something that does not come in black: what it does come in."""
    focus = facts.state.focus
    listing = facts.listings.get(focus.product_id) if focus else None
    if not isinstance(reference, ByOption) or listing is None or not reference.options.keys() <= set(listing.product.option_names):
        return None
    return _lacking(listing, reference.options, facts)


def is_safe(listing: Listing, facts: Facts) -> bool:
    """Whether it keeps off what the shopper said earlier must not be eaten; a jacket does."""
    return not facts.state.avoids or not is_food(listing.product) or _declared_free(listing, facts.state.avoids)


def _find_by_words(reference: ByWords, constraints: Constraints, facts: Facts) -> Plan:
    alive = [facts.listings[c.product_id] for c in _relevant(reference) if c.product_id in facts.listings]
    fitting = [listing for listing in alive if fits(listing, constraints) and is_safe(listing, facts)]
    avoided = (*constraints.free_from, *(facts.state.avoids if any(is_food(listing.product) for listing in alive) else ()))
    constraints = replace(constraints, free_from=tuple(dict.fromkeys(avoided)))
    cautions = _cautions(alive, constraints, facts)
    fitting, barred = _by_age(fitting, facts)
    if barred and not fitting:
        return plan(Tell(says=barred))
    cautions = (*cautions, *barred)
    if not fitting:
        if alive and constraints.free_from:
            return plan(Tell(says=(Say(key="find.none_declared_free", facts={"list": _allergen_words(constraints, facts)}), *cautions)))
        if alive:
            return plan(Tell(says=(Say(key="find.none_fit", facts={"text": reference.text}),), shows=(cards(alive[:3]),)))
        return _none(reference.text, facts)
    winner = clear_winner(tuple(c for c in reference.candidates if any(c.product_id == l.product.id for l in fitting)))
    if reference.superlative is not None:
        found = _extreme(reference, fitting, facts)
    elif winner is not None or len(fitting) == 1:
        listing = next((l for l in fitting if winner and l.product.id == winner.product_id), fitting[0])
        wanted = {**reference.options, **constraints.options}
        found = _present_wanted(listing, wanted, facts)
    else:
        found = _present_list(tuple(fitting[:MOST_SHOWN]), facts, said=not _is_far(reference), limit=constraints.max_price)
    nearest = (Tell(says=(Say(key="find.nearest", facts={"text": reference.text}),)),) if _is_far(reference) else ()
    return Plan(decisions=(*nearest, *found.decisions, *((Tell(says=cautions),) if cautions else ())))


def _by_age(listings: list[Listing], facts: Facts) -> tuple[list[Listing], tuple[Say, ...]]:
    """What is left for somebody who told how old they are, and what to say of the rest."""
    age = facts.state.stated_age
    barred = [one for one in listings if age is not None and (one.product.age_limit or 0) > age]
    titles = tuple(title(one, facts) for one in barred[:3])
    limit = max((one.product.age_limit or 0 for one in barred), default=0)
    said = (Say(key="refusal.age_minor", facts={"title": titles, "age": limit}),) if barred else ()
    return [one for one in listings if one not in barred], said


def _is_far(reference: ByWords) -> bool:
    """Whether the best candidate only shares words with what was asked for, which is said rather than glossed over."""
    return not reference.exact and max((candidate.score for candidate in reference.candidates), default=1.0) < SURELY


def _extreme(reference: ByWords, fitting: list[Listing], facts: Facts) -> Plan:
    """ "the cheapest tea": of what fits, the one with the lowest price."""
    kept = {listing.product.id: listing for listing in fitting}
    wanted = replace(reference, candidates=tuple(c for c in reference.candidates if c.product_id in kept))
    match resolve(wanted, facts.state, facts.cart, kept):
        case OneVariant(listing=listing, sku=sku):
            return _present_variant(listing, sku, facts)
        case SomeVariants(listing=listing, skus=skus):
            return _present_product(listing, skus, facts)
        case SomeProducts(listings=listings):
            return _present_list(listings, facts)
        case NotFound(text=text):
            return _none(text, facts)


def _find_by_photo(reference: ByPhoto, limit: Money | None, facts: Facts) -> Plan:
    if photos.asks_which(reference):
        return photos.which_thing(reference, {"then": "find"}, facts)
    if photos.lists(reference, facts):
        return photos.offer_listed(reference.listed, facts)
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            shown = _present_variant(listing, sku, facts)
            return Plan(decisions=(*shown.decisions, Tell(says=(against(limit, listing.offers[sku].price),)))) if limit else shown
        case SomeVariants(listing=listing, skus=skus):
            if reference.options:
                # "do you have this in blue?": what was asked for counts, not what the photo happens to show.
                return _present_wanted(listing, reference.options, facts)
            if reference.verdict is Verdict.EITHER:
                return photos.unsure_variant(reference, listing, skus, {"then": "find"}, facts)
            return _present_product(listing, skus, facts)
        case SomeProducts(listings=listings):
            return photos.unsure(reference, listings, {"then": "find"}, facts)
        case NotFound():
            return photos.unknown(reference)


def against(limit: Money, total: Money) -> Say:
    key = "cart.within_budget" if total <= limit else "cart.over_budget"
    return Say(key=key, facts={"total": total, "budget": limit})


def _relevant(reference: ByWords) -> tuple[Candidate, ...]:
    """The candidates worth showing: far weaker ones than the best only share a word with what was asked for."""
    best = max((candidate.score for candidate in reference.candidates), default=0.0)
    return tuple(candidate for candidate in reference.candidates if candidate.score >= best * LEAST_SHARE)


def _cautions(alive: list[Listing], constraints: Constraints, facts: Facts) -> tuple[Say, ...]:
    """With an allergy, what was left out and why: unknown is not safe. And no medical promise."""
    if not constraints.free_from:
        return ()
    words = _allergen_words(constraints, facts)
    unknown = tuple(title(l, facts) for l in alive if l.product.allergens is None)
    declared = [l for l in alive if _declared_free(l, constraints.free_from) and l.product.allergens is not None]
    sources = dict.fromkeys(l.product.allergens.source for l in declared if l.product.allergens and l.product.allergens.source)
    return (
        *(Say(key="find.declared_free_source", facts={"list": words, "source": source}) for source in list(sources)[:1]),
        *((Say(key="find.left_out_unknown", facts={"titles": unknown[:4]}),) if unknown else ()),
        Say(key="find.read_the_label"),
    )


def _allergen_words(constraints: Constraints, facts: Facts) -> tuple[str | Say, ...]:
    return tuple(named_fact(f"allergen.{code}", facts.labels) for code in constraints.free_from)


def fits(listing: Listing, constraints: Constraints) -> bool:
    """Whether a record says that the product meets every constraint; what is not declared does not."""
    price = listing.price_from
    if price is None or (constraints.max_price and price > constraints.max_price):
        return False
    if constraints.min_price and price < constraints.min_price:
        return False
    if constraints.in_stock and not buyable(listing):
        return False
    if constraints.free_from and not _declared_free(listing, constraints.free_from):
        return False
    if not set(constraints.diet) <= listing.product.diet:
        return False
    return not any(_mentions(listing, word) for word in constraints.exclude)


def _declared_free(listing: Listing, allergens: tuple[str, ...]) -> bool:
    declared = listing.product.allergens
    return declared is not None and set(allergens) <= declared.free_from


def _mentions(listing: Listing, word: str) -> bool:
    needle = word.casefold()
    values = {value.casefold() for variant in listing.variants for value in variant.options.values()}
    if values and values <= {needle}:
        return True
    return any(needle in text.casefold() for text in listing.product.title.values())


def _present_wanted(listing: Listing, wanted: Mapping[str, str], facts: Facts) -> Plan:
    """A product asked for with options: the variant itself, sold out or not, or what comes nearest."""
    known = {name: value for name, value in wanted.items() if name in listing.product.option_names}
    matching = tuple(v.sku for v in listing.variants if all(v.options.get(k) == value for k, value in known.items()))
    if known and not matching:
        return _lacking(listing, known, facts)
    if len(matching) == 1:
        return _present_variant(listing, matching[0], facts)
    return _present_product(listing, matching or tuple(v.sku for v in listing.variants), facts)


def _lacking(listing: Listing, wanted: Mapping[str, str], facts: Facts) -> Plan:
    say = Say(key="find.no_such_variant", facts={"title": title(listing, facts), "wanted": facts.labels.options(wanted)})
    return plan(Tell(says=(say,), shows=(_siblings(listing, facts),), focus=Focus(product_id=listing.product.id)))


def _present_variant(listing: Listing, sku: Sku, facts: Facts) -> Plan:
    focus = Focus(product_id=listing.product.id, sku=sku)
    name = title(listing, facts, sku)
    if sold_out(listing, sku):
        others = buyable(listing)
        if not others:
            return plan(Tell(says=(Say(key="find.sold_out", facts={"title": name}),), focus=focus))
        says = (Say(key="find.sold_out", facts={"title": name}), Say(key="find.instead"))
        show = ShowProducts(cards=tuple(Card(listing=listing, sku=other) for other in _nearest(listing, sku, others)))
        return plan(Tell(says=says, shows=(show,), focus=focus))
    facts_said = {"title": name, "price": listing.offers[sku].price, "stock": stock_say(listing, sku)}
    return plan(
        Tell(says=(Say(key="find.one", facts=facts_said),), shows=(ShowProducts(cards=(Card(listing=listing, sku=sku),)),), focus=focus)
    )


def _nearest(listing: Listing, wanted: Sku, others: tuple[Sku, ...]) -> tuple[Sku, ...]:
    """Siblings that share the most options with the wanted one first; size before color when both differ."""
    target = listing.product.variant(wanted)
    if target is None:
        return others

    def shared(sku: Sku) -> tuple[int, int]:
        variant = listing.product.variant(sku)
        options: Mapping[str, str] = variant.options if variant else {}
        same_size = int("size" in options and options.get("size") == target.options.get("size"))
        return (sum(options.get(k) == v for k, v in target.options.items()), same_size)

    return tuple(sorted(others, key=shared, reverse=True))


def _present_product(listing: Listing, skus: tuple[Sku, ...], facts: Facts) -> Plan:
    """One product, several variants: its price range and the variants that can be had."""
    focus = Focus(product_id=listing.product.id)
    available = buyable(listing, skus)
    if not available:
        says = (Say(key="find.sold_out", facts={"title": title(listing, facts)}),)
        return plan(Tell(says=says, shows=(_siblings(listing, facts),), focus=focus))
    key = "find.one_from" if listing.has_price_range else "find.one_plain"
    say = Say(key=key, facts={"title": title(listing, facts), "price": listing.price_from, "count": len(available)})
    return plan(
        Tell(says=(say,), shows=(ShowProducts(cards=tuple(Card(listing=listing, sku=sku) for sku in available[:MOST_SHOWN])),), focus=focus)
    )


def _siblings(listing: Listing, facts: Facts) -> ShowProducts:
    available = buyable(listing)[:MOST_SHOWN]
    return ShowProducts(cards=tuple(Card(listing=listing, sku=sku) for sku in available) or (Card(listing=listing),))


def _present_list(listings: tuple[Listing, ...], facts: Facts, *, said: bool = True, limit: Money | None = None) -> Plan:
    """Cards of several; `said` False where what they are was told already."""
    says = (Say(key="find.several", facts={"count": len(listings)}),) if said else ()
    return plan(Tell(says=says, shows=(replace(cards(listings), limit=limit),)))


def _none(text: str, facts: Facts) -> Plan:
    return plan(Tell(says=(Say(key="find.none" if text else "find.what", facts={"text": text}),)))


def ask_about(act: AskAboutProduct, facts: Facts) -> Plan:
    """Answer one question about one product from its record; unknown is said."""
    if act.aspect == "delivery" and not isinstance(act.reference, ByPhoto) and (told := _coming(act, facts)) is not None:
        return told
    if isinstance(act.reference, ByPhoto) and act.reference.options and act.aspect in ("stock", "availability"):
        # "do you have it in black?": whether it comes so, not how many there are of what the photo shows.
        return _find_by_photo(act.reference, None, facts)
    if act.aspect == "elsewhere":
        return elsewhere(resolve(act.reference, facts.state, facts.cart, facts.listings), facts)
    match resolve(act.reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            return answer(act.aspect, listing, sku, facts, words=act.words)
        case SomeVariants(listing=listing, skus=skus):
            if act.aspect in ("price", "stock", "availability") and len(skus) > 1 and listing.has_price_range:
                return _present_product(listing, skus, facts)
            return answer(act.aspect, listing, None, facts, words=act.words)
        case SomeProducts(listings=listings) if (talked := _talked_about(listings, facts)) is not None:
            return answer(act.aspect, talked, None, facts)
        case SomeProducts(listings=listings):
            context = {"then": "ask_about", "aspect": act.aspect}
            if isinstance(act.reference, ByPhoto):
                return photos.unsure(act.reference, listings, context, facts)
            return plan(ask_product(listings[:MOST_SHOWN], Say(key="ask.which_product", question=True), context, facts))
        case NotFound(text=text):
            if isinstance(act.reference, ByPhoto):
                return photos.unknown(act.reference)
            if not text and act.aspect == "delivery" and (facts.state.last_order or facts.state.customer_id):
                return plan(Next(act=AskOrderStatus()))  # "when does it come?" with nothing else talked about
            return _no_such(act.reference, facts) or _none(text, facts)


def _coming(act: AskAboutProduct, facts: Facts) -> Plan | None:
    """When it can be there; with nothing wanted any more, what was ordered. Another thing than what is wanted is answered as such."""
    named = isinstance(act.reference, ByWords) and bool(act.reference.candidates)
    if named and not find_lines(act.reference, facts.state, facts.cart):
        return None
    told = tuple(facts.coming)
    quoted = facts.checkout is not None and facts.checkout.is_open and facts.checkout.quote is not None
    if quoted and told and told[0].key == "when.yes" and all(say.key != "when.parcel" for say in told):
        # What is asked for with a total on the table becomes part of what is agreed to: a yes shall not be to some other time.
        return checkout_change(facts, then=told[0], wanted=act.wanted)
    if told:
        return plan(Tell(says=told))
    return plan(Next(act=AskOrderStatus())) if facts.state.last_order is not None and not facts.cart.lines else None


def _talked_about(listings: Sequence[Listing], facts: Facts) -> Listing | None:
    """ "The milk", right after the milk was shown, is that milk."""
    focus = facts.state.focus
    return next((listing for listing in listings if focus and listing.product.id == focus.product_id), None)


def compare(act: CompareProducts, facts: Facts) -> Plan:
    """Two or more things side by side, by price, stock and the attributes both declare."""
    listings: dict[str, Card] = {}
    for reference in act.references:
        match resolve(reference, facts.state, facts.cart, facts.listings):
            case OneVariant(listing=listing, sku=sku):
                listings[f"{listing.product.id}:{sku}"] = Card(listing=listing, sku=sku)
            case SomeVariants(listing=listing, skus=skus):
                for sku in skus if len(act.references) == 1 else skus[:1]:
                    listings[f"{listing.product.id}:{sku}"] = Card(listing=listing, sku=sku)
            case SomeProducts(listings=several):
                listings.update({listing.product.id: Card(listing=listing) for listing in several})
            case NotFound():
                continue
    if len(listings) < 2:
        for shown in facts.state.shown:
            listing = facts.listings.get(shown.product_id)
            if listing is not None:
                listings.setdefault(f"{shown.product_id}:{shown.sku}", Card(listing=listing, sku=shown.sku))
    compared = tuple(listings.values())[:4]
    if len(compared) < 2:
        return plan(Tell(says=(Say(key="compare.what", question=True),)))
    show = ShowProducts(cards=compared, layout="compare")
    if act.by:
        return plan(Tell(says=(compared_by(act.by, compared, facts),), shows=(show,)))
    cheapest = min(compared, key=_price_minor)
    say = Say(
        key="compare.done",
        facts={"count": len(compared), "title": title(cheapest.listing, facts, cheapest.sku), "price": _price(cheapest)},
    )
    return plan(Tell(says=(say,), shows=(show,)))


def _price(card: Card) -> object:
    return card.listing.offers[card.sku].price if card.sku else card.listing.price_from


def _price_minor(card: Card) -> int:
    price = card.listing.offers[card.sku].price if card.sku else card.listing.price_from
    return price.minor if price else 0
