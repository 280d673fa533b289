"""One answer per aspect of a product, each read from the record that holds it."""

from __future__ import annotations

from shopkeeper.app.naming import named_fact
from shopkeeper.app.queries.storefront import is_food
from shopkeeper.app.turn.decide.parts import buyable, stock_say, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Quantity, Range
from shopkeeper.domain.conversation.state import Focus
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.dialogue.decision import Card, Cite, Plan, ShowProducts, Tell, plan
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize
from shopkeeper.domain.dialogue.resolve import OneVariant, SomeVariants, Target
from shopkeeper.domain.dialogue.say import Say

STEM = 6
"""Letters by which a word of a question is found in a record, whatever its ending."""
LENGTHS = frozenset({"mm", "cm", "m", "in", "ft", "ml", "l"})
"""Units in which a size is told."""


def answer(aspect: str, listing: Listing, sku: Sku | None, facts: Facts, *, words: str = "") -> Plan:
    """`aspect` is price, stock, allergens, diet, size, reviews, delivery, details or an attribute's name; `words` a property asked for."""
    says = _safe_to_eat(listing, facts) if aspect == "details" and _is_doubtful(listing, facts) else _says(aspect, listing, sku, facts)
    if words:
        says = _property(words, listing, sku, facts) or says
    focus = Focus(product_id=listing.product.id, sku=sku)
    show = ShowProducts(cards=(Card(listing=listing, sku=sku or (listing.variants[0].sku if len(listing.variants) == 1 else None)),))
    return plan(Tell(says=says, shows=(show,), focus=focus))


def _property(words: str, listing: Listing, sku: Sku | None, facts: Facts) -> tuple[Say, ...]:
    """What the record says of "dishwasher safe": an attribute of that name, else the description."""
    asked = {token.norm[:STEM] for token in tokenize(words) if token.kind is not TokenKind.MARK}
    for name in listing.product.attributes:
        key = f"attribute.{name}"
        if any(
            stem in fold(text) for stem in asked for text in (facts.labels.name(key) or "", facts.labels.spare(key)) if len(stem) == STEM
        ):
            return (_attribute(name, listing, facts),)
    product = listing.product
    told = fold(" ".join((facts.labels.text(product.title), product.description.get(facts.language, ""))))
    if facts.language not in product.description or any(stem in told for stem in asked):
        return ()
    return (Say(key="answer.property_unknown", facts={"title": title(listing, facts, sku), "text": words}), _details(listing, facts))


def _is_doubtful(listing: Listing, facts: Facts) -> bool:
    return bool(facts.state.avoids) and is_food(listing.product)


def _safe_to_eat(listing: Listing, facts: Facts) -> tuple[Say, ...]:
    """ "Is it ok for me?" after an allergy was told: what the maker declares, and nothing about health."""
    told = _allergens(listing, facts)
    sourced = any(say.key == "answer.source" for say in told)  # which asks to read the label itself
    return told if sourced else (*told, Say(key="find.read_the_label"))


def elsewhere(target: Target, facts: Facts) -> Plan:
    """Asked what others charge: nothing is known of that; our own price, what is in it, and the rule on price matching if there is one."""
    says = [Say(key="answer.elsewhere")]
    tax = Say(key="answer.elsewhere_tax" if facts.profile.taxes.included else "answer.elsewhere_tax_added")
    focus = None
    match target:
        case OneVariant(listing=listing, sku=sku):
            focus = Focus(product_id=listing.product.id, sku=sku)
            says += [_price(listing, sku, facts), tax]
        case SomeVariants(listing=listing):
            focus = Focus(product_id=listing.product.id)
            says += [_price(listing, None, facts), tax]
        case _:
            pass
    terms = facts.profile.delivery
    if terms.free_from is not None:
        said = {"fee": terms.fee, "free_from": terms.free_from, "days_min": terms.days_min, "days_max": terms.days_max}
        says.append(Say(key="policy.delivery_free", facts=said))
    clause = next((one for one in facts.clauses if "match" in one.id), None)
    cited = (Cite(title=f"{clause.document} · {clause.title}", text=clause.text, clause_id=clause.id),) if clause else ()
    return plan(Tell(says=tuple(says), shows=cited, focus=focus))


def _says(aspect: str, listing: Listing, sku: Sku | None, facts: Facts) -> tuple[Say, ...]:
    match aspect:
        case "price":
            return (_price(listing, sku, facts),)
        case "stock" | "availability":
            return (_stock(listing, sku, facts),)
        case "allergens" | "ingredients":
            return _allergens(listing, facts)
        case "diet":
            return (_diet(listing, facts),)
        case "size" | "color" | "options":
            return (_options(aspect, listing, facts),)
        case "reviews":
            return _reviews(listing, facts)
        case "delivery":
            terms = facts.profile.delivery
            return (Say(key="answer.delivery", facts={"fee": terms.fee, "days_min": terms.days_min, "days_max": terms.days_max}),)
        case "details":
            return (_details(listing, facts),)
        case _:
            return (_attribute(aspect, listing, facts),)


def _price(listing: Listing, sku: Sku | None, facts: Facts) -> Say:
    if sku is not None:
        return Say(key="answer.price", facts={"title": title(listing, facts, sku), "price": listing.offers[sku].price})
    key = "answer.price_from" if listing.has_price_range else "answer.price"
    return Say(key=key, facts={"title": title(listing, facts), "price": listing.price_from})


def _stock(listing: Listing, sku: Sku | None, facts: Facts) -> Say:
    if sku is not None:
        return Say(key="answer.stock", facts={"title": title(listing, facts, sku), "stock": stock_say(listing, sku)})
    available = [title(listing, facts, one) for one in buyable(listing)]
    if not available:
        return Say(key="find.sold_out", facts={"title": title(listing, facts)})
    return Say(key="answer.stock_variants", facts={"title": title(listing, facts), "variants": tuple(available)})


def _allergens(listing: Listing, facts: Facts) -> tuple[Say, ...]:
    declared = listing.product.allergens
    name = title(listing, facts)
    if declared is None:
        return (Say(key="answer.allergens_unknown", facts={"title": name}),)
    says = [
        Say(
            key="answer.allergens_contains" if declared.contains else "answer.allergens_none",
            facts={"title": name, "list": _words(declared.contains, facts)},
        )
    ]
    if declared.may_contain:
        says.append(Say(key="answer.allergens_may_contain", facts={"list": _words(declared.may_contain, facts)}))
    if declared.free_from:
        says.append(Say(key="answer.allergens_free_from", facts={"list": _words(declared.free_from, facts)}))
    if declared.source:
        says.append(Say(key="answer.source", facts={"source": declared.source}))
    return tuple(says)


def _words(codes: frozenset[str], facts: Facts) -> tuple[str | Say, ...]:
    return tuple(named_fact(f"allergen.{code}", facts.labels) for code in sorted(codes))


def _diet(listing: Listing, facts: Facts) -> Say:
    if not listing.product.diet:
        return Say(key="answer.diet_unknown", facts={"title": title(listing, facts)})
    declared = tuple(named_fact(f"diet.{code}", facts.labels) for code in sorted(listing.product.diet))
    return Say(key="answer.diet", facts={"title": title(listing, facts), "list": declared})


def _options(aspect: str, listing: Listing, facts: Facts) -> Say:
    if aspect == "size" and aspect not in listing.product.option_names:
        return _measures(listing, facts)
    if aspect == "color" and aspect not in listing.product.option_names and aspect not in listing.product.attributes:
        return Say(key="answer.one_version", facts={"title": title(listing, facts)})
    if aspect not in ("options", *listing.product.option_names):
        return _attribute(aspect, listing, facts)
    names = list(listing.product.option_names) if aspect == "options" else [aspect]
    buyable_now = [variant for variant in listing.variants if listing.can_buy(variant.sku)]
    values = dict.fromkeys(facts.labels.value(name, v.options[name]) for name in names for v in buyable_now if name in v.options)
    if not values:
        return Say(key="find.sold_out", facts={"title": title(listing, facts)})
    return Say(key="answer.options", facts={"title": title(listing, facts), "list": tuple(values)})


def _measures(listing: Listing, facts: Facts) -> Say:
    """ "How big is it?": every measure the record declares."""
    sizes = {
        name: value for name, value in listing.product.attributes.items() if isinstance(value, Quantity | Range) and value.unit in LENGTHS
    }
    if not sizes:
        return _attribute("size", listing, facts)
    told = tuple(
        Say(
            key="answer.measure",
            facts={"name": named_fact(f"attribute.{name}", facts.labels), "value": facts.labels.attribute(name, value)},
        )
        for name, value in sizes.items()
    )
    return Say(key="answer.measures", facts={"title": title(listing, facts), "list": told})


def _reviews(listing: Listing, facts: Facts) -> tuple[Say, ...]:
    if not facts.reviews:
        return (Say(key="answer.reviews_none", facts={"title": title(listing, facts)}),)
    tenths = round(sum(review.rating for review in facts.reviews) * 10 / len(facts.reviews))
    facts_said = {"title": title(listing, facts), "count": len(facts.reviews), "rating": f"{tenths / 10:.1f}"}
    return (Say(key="answer.reviews", facts=facts_said),)


def _details(listing: Listing, facts: Facts) -> Say:
    text = facts.labels.text(listing.product.description)
    if not text:
        return _price(listing, None, facts)
    key = "answer.details_from" if listing.has_price_range else "answer.details"
    return Say(key=key, facts={"title": title(listing, facts), "text": text, "price": listing.price_from})


def _attribute(name: str, listing: Listing, facts: Facts) -> Say:
    said = {"title": title(listing, facts), "name": named_fact(f"attribute.{name}", facts.labels)}
    declared = listing.product.attributes.get(name)
    if isinstance(declared, bool):
        return Say(key="answer.attribute_yes" if declared else "answer.attribute_no", facts=said)
    value = facts.labels.attribute(name, declared)
    if value is None:
        return Say(key="answer.attribute_unknown", facts=said)
    return Say(key="answer.attribute", facts={**said, "value": value})
