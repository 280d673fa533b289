"""Small pieces several decisions share: the words for a variant, the question for one, cards and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.offer import StockState
from shopkeeper.domain.catalog.product import Variant
from shopkeeper.domain.conversation.state import Focus, OfferedChoice, Question
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.dialogue.decision import Ask, Card, ChoiceCard, ShowChoices, ShowProducts
from shopkeeper.domain.dialogue.say import Say


def title(listing: Listing, facts: Facts, sku: Sku | None = None) -> str:
    """The product's name in the conversation's language, with the variant's options when one is meant."""
    name = facts.labels.text(listing.product.title)
    variant = listing.product.variant(sku) if sku else None
    label = variant_label(variant, facts) if variant else ""
    return f"{name} ({label})" if label else name


def variant_label(variant: Variant, facts: Facts) -> str:
    return facts.labels.options(variant.options)


def stock_say(listing: Listing, sku: Sku) -> Say:
    """The stock word of a variant, from its record."""
    state = listing.state(sku)
    available = listing.offers[sku].total_available
    return Say(key=f"stock.{state.value}", facts={"count": available or 0})


def price_facts(listing: Listing, sku: Sku) -> Mapping[str, object]:
    return {"price": listing.offers[sku].price}


def buyable(listing: Listing, skus: Iterable[Sku] | None = None) -> tuple[Sku, ...]:
    """The variants that can be bought now, in catalog order (of `skus` when given)."""
    wanted = None if skus is None else set(skus)
    return tuple(v.sku for v in listing.variants if (wanted is None or v.sku in wanted) and listing.can_buy(v.sku))


def cards(listings: Iterable[Listing], sku: Mapping[str, Sku] | None = None) -> ShowProducts:
    chosen = sku or {}
    return ShowProducts(cards=tuple(Card(listing=listing, sku=chosen.get(listing.product.id)) for listing in listings))


def ask_variant(listing: Listing, skus: tuple[Sku, ...], say: Say, context: Mapping[str, object], facts: Facts) -> Ask:
    """Ask once which of `skus` is meant; every choice can be tapped or said."""
    offered: list[OfferedChoice] = []
    shown: list[ChoiceCard] = []
    for sku in skus:
        variant = listing.product.variant(sku)
        if variant is None:
            continue
        told = {*variant.options.values(), *(facts.labels.value(name, value) for name, value in variant.options.items())}
        words = tuple(sorted(value.casefold() for value in told))
        offered.append(OfferedChoice(value=sku, words=words))
        shown.append(
            ChoiceCard(
                value=sku,
                label=variant_label(variant, facts) or title(listing, facts),
                detail=Say(key="choice.price_stock", facts={**price_facts(listing, sku), "stock": stock_say(listing, sku)}),
                sku=sku,
                disabled=not listing.can_buy(sku),
            )
        )
    question = Question(topic="variant", choices=tuple(offered), context={**context, "product_id": listing.product.id})
    return Ask(question=question, say=say, shows=(ShowChoices(choices=tuple(shown)),), focus=Focus(product_id=listing.product.id))


def ask_product(listings: tuple[Listing, ...], say: Say, context: Mapping[str, object], facts: Facts) -> Ask:
    """Ask once which product is meant, showing them."""
    offered = tuple(OfferedChoice(value=listing.product.id, words=tuple(title(listing, facts).casefold().split())) for listing in listings)
    question = Question(topic="product", choices=offered, context=context)
    return Ask(question=question, say=say, shows=(cards(listings),))


def sold_out(listing: Listing, sku: Sku) -> bool:
    return listing.state(sku) is StockState.SOLD_OUT
