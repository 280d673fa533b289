"""From a reference to the thing meant. One variant, a choice to ask about, or an honest "not found"; never a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from shopkeeper.domain.cart.cart import Cart, Line
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Variant
from shopkeeper.domain.conversation.state import ConversationState, Focus
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.dialogue.photo import Verdict
from shopkeeper.domain.dialogue.reference import (
    ByFocus,
    ByLine,
    ByOption,
    ByOther,
    ByPhoto,
    ByPosition,
    BySku,
    BySuperlative,
    ByWords,
    Candidate,
    Reference,
    Superlative,
)

CLEAR_MARGIN = 0.15
"""How far ahead of its rival (scores are 0..1) a product must be to be taken without asking."""


EXACT_NAME = 0.99
"""The score of a product whose whole name was said: "milk" is the milk, not the milk chocolate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneVariant:
    listing: Listing
    sku: Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeVariants:
    """One product, several variants still possible. `mismatch` holds wanted options that no variant has."""

    listing: Listing
    skus: tuple[Sku, ...]
    mismatch: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeProducts:
    listings: tuple[Listing, ...]
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """`text` is what was asked for in the shopper's words; empty when nothing was pointed at."""

    text: str = ""


Target: TypeAlias = OneVariant | SomeVariants | SomeProducts | NotFound


def product_ids(reference: Reference | None, state: ConversationState, cart: Cart) -> tuple[ProductId, ...]:
    """The products whose listings `resolve` will need."""
    match reference:
        case None:
            return ()
        case ByWords(candidates=candidates):
            return tuple(candidate.product_id for candidate in candidates)
        case ByPhoto(candidates=seen, things=things, listed=listed):
            inside = (candidate.product_id for thing in things for candidate in thing.candidates)
            return tuple(dict.fromkeys((*(candidate.product_id for candidate in seen), *inside, *(goods.product_id for goods in listed))))
        case BySku(product_id=product_id):
            return (product_id,)
        case ByPosition() | BySuperlative():
            return tuple(shown.product_id for shown in state.shown)
        case ByOption() | ByOther() | ByFocus():
            focus = (state.focus.product_id,) if state.focus else ()
            return (*focus, *(shown.product_id for shown in state.shown), *(line.product_id for line in cart.lines))
        case ByLine():
            return tuple(line.product_id for line in cart.lines)
        case _:
            assert_never(reference)


def resolve(reference: Reference, state: ConversationState, cart: Cart, listings: Mapping[ProductId, Listing]) -> Target:
    """What `reference` means now. `listings` must hold the products that `product_ids` named (missing ones are gone)."""
    match reference:
        case ByWords():
            return _by_words(reference, listings)
        case BySku(sku=sku, product_id=product_id):
            # A tap names only the variant; which product that is, the listings say.
            listing = listings.get(product_id) or next((one for one in listings.values() if sku in one.offers), None)
            return OneVariant(listing=listing, sku=sku) if listing and sku in listing.offers else NotFound(text=sku)
        case ByPosition(position=position):
            index = position - 1 if position > 0 else position
            if not -len(state.shown) <= index < len(state.shown):
                return NotFound()
            shown = state.shown[index]
            return pick(listings.get(shown.product_id), sku=shown.sku)
        case BySuperlative(superlative=superlative):
            return _by_price(superlative, state, listings)
        case ByOption(options=options):
            return _by_option(options, state, cart, listings)
        case ByOther():
            return _by_other(reference, state, listings)
        case ByFocus():
            return _focus(state, cart, listings)
        case ByPhoto():
            return _by_photo(reference, listings)
        case ByLine(line_id=line_id):
            line = cart.line(line_id)
            return pick(listings.get(line.product_id), sku=line.sku) if line else NotFound()
        case _:
            assert_never(reference)


def pick(listing: Listing | None, *, sku: Sku | None = None, options: Mapping[str, str] | None = None) -> Target:
    """The variant of a product that `sku` or `options` tell; several when they do not suffice."""
    if listing is None or not listing.variants:
        return NotFound()
    if sku is not None and sku in listing.offers:
        return OneVariant(listing=listing, sku=sku)
    known = {name: value for name, value in (options or {}).items() if name in listing.product.option_names}
    matching = [variant for variant in listing.variants if _matches(variant, known)]
    if len(matching) == 1:
        return OneVariant(listing=listing, sku=matching[0].sku)
    if matching:
        return SomeVariants(listing=listing, skus=tuple(variant.sku for variant in matching), mismatch={})
    return SomeVariants(listing=listing, skus=tuple(variant.sku for variant in listing.variants), mismatch=known)


def clear_winner(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """The one product the words mean, if one is far enough ahead."""
    if not candidates:
        return None
    best = candidates[0]
    rival = candidates[1].score if len(candidates) > 1 else 0.0
    is_its_name = best.score >= EXACT_NAME and rival < EXACT_NAME
    return best if is_its_name or best.score - rival >= CLEAR_MARGIN else None


def _matches(variant: Variant, options: Mapping[str, str]) -> bool:
    return all(variant.options.get(name) == value for name, value in options.items())


def _by_words(reference: ByWords, listings: Mapping[ProductId, Listing]) -> Target:
    alive = tuple(candidate for candidate in reference.candidates if candidate.product_id in listings)
    if not alive:
        return NotFound(text=reference.text)
    if reference.superlative is not None:
        return _extreme(reference, alive, listings)
    winner = clear_winner(alive)
    if winner is not None:
        return pick(listings[winner.product_id], options=reference.options)
    near = [c for c in alive if alive[0].score - c.score < CLEAR_MARGIN]
    return SomeProducts(listings=tuple(listings[c.product_id] for c in near), options=reference.options)


SAME_KIND = 0.5
"""Share of the best score from which a product counts as one of the things named."""


def _extreme(reference: ByWords, alive: tuple[Candidate, ...], listings: Mapping[ProductId, Listing]) -> Target:
    """ "the cheapest tea": among those that are what was named, the one with the lowest price."""
    same = [listings[one.product_id] for one in alive if one.score >= alive[0].score * SAME_KIND]
    priced = [(listing.price_from.minor, at, listing) for at, listing in enumerate(same) if listing.price_from is not None]
    if not priced:
        return NotFound(text=reference.text)
    best = min(priced) if reference.superlative is Superlative.CHEAPEST else max(priced, key=lambda row: (row[0], -row[1]))
    listing = best[2]
    wanted = {variant.sku for variant in listing.variants if _matches(variant, reference.options)} or set(listing.offers)
    skus = tuple(
        v.sku for v in listing.variants if v.sku in wanted and v.sku in listing.offers and listing.offers[v.sku].price.minor == best[0]
    )
    return _one_or_some(listing, skus) if skus else pick(listing, options=reference.options)


def _by_other(reference: ByOther, state: ConversationState, listings: Mapping[ProductId, Listing]) -> Target:
    """What was shown without what is not wanted; else the other variants of what is talked about. Nothing refused: not what "it" is."""
    focus = state.focus
    if not reference.options and not reference.products and focus is not None:
        return _beside(focus, state, listings)

    def wanted(product_id: ProductId, sku: Sku | None) -> bool:
        listing = listings.get(product_id)
        variant = listing.product.variant(sku) if listing and sku else None
        refused = variant is not None and bool(reference.options) and _matches(variant, reference.options)
        return listing is not None and not refused and product_id not in reference.products

    if reference.options and all(shown.sku is None for shown in state.shown):
        return _other_variants(reference, state, listings)
    kept = [shown for shown in state.shown if wanted(shown.product_id, shown.sku)]
    if len(kept) == 1:
        return pick(listings.get(kept[0].product_id), sku=kept[0].sku)
    ids = tuple(dict.fromkeys(shown.product_id for shown in kept))
    if len(ids) == 1:
        return SomeVariants(listing=listings[ids[0]], skus=tuple(shown.sku for shown in kept if shown.sku), mismatch={})
    if ids and len(state.shown) > 1:
        return SomeProducts(listings=tuple(listings[one] for one in ids), options={})
    return _other_variants(reference, state, listings)


def _beside(focus: Focus, state: ConversationState, listings: Mapping[ProductId, Listing]) -> Target:
    """ "The other one": what was shown beside the thing talked about, else its other variants."""
    rest = [one for one in state.shown if (one.product_id, one.sku) != (focus.product_id, focus.sku) and one.product_id in listings]
    apart = [one for one in rest if one.product_id != focus.product_id]
    if len(rest) == 1 or (len(apart) == 1 and len(rest) == len(apart)):
        return pick(listings[rest[0].product_id], sku=rest[0].sku)
    if len(apart) > 1:
        return SomeProducts(listings=tuple(listings[one] for one in dict.fromkeys(one.product_id for one in apart)), options={})
    listing = listings.get(focus.product_id)
    others = tuple(sku for sku in listing.offers if sku != focus.sku) if listing is not None and focus.sku is not None else ()
    return _one_or_some(listing, others) if listing is not None and others else NotFound()


def _other_variants(reference: ByOther, state: ConversationState, listings: Mapping[ProductId, Listing]) -> Target:
    ids = ((state.focus.product_id,) if state.focus else ()) or tuple(shown.product_id for shown in state.shown[:1])
    listing = listings.get(ids[0]) if ids else None
    if listing is None or not reference.options:
        return NotFound()
    return _one_or_some(listing, tuple(variant.sku for variant in listing.variants if not _matches(variant, reference.options)))


def _by_photo(reference: ByPhoto, listings: Mapping[ProductId, Listing]) -> Target:
    """The one thing a sure photo shows; else the few or many it may show. Options said beside it narrow it down, or differ from it."""
    alive = tuple(candidate for candidate in reference.candidates if candidate.product_id in listings)
    if not alive or reference.verdict is Verdict.UNKNOWN:
        return NotFound()
    first, *others = dict.fromkeys(candidate.product_id for candidate in alive)
    if others:
        return SomeProducts(listings=tuple(listings[product_id] for product_id in (first, *others)), options=reference.options)
    listing = listings[first]
    shown = tuple(sku for candidate in alive for sku in candidate.skus if sku in listing.offers)
    said = pick(listing, options=reference.options) if reference.options else None
    if said is None or not isinstance(said, OneVariant | SomeVariants):
        return _one_or_some(listing, shown) if shown else pick(listing)
    if isinstance(said, SomeVariants) and said.mismatch:
        return said
    asked = (said.sku,) if isinstance(said, OneVariant) else said.skus
    both = tuple(sku for sku in shown if sku in asked)
    if both or not shown or reference.verdict is not Verdict.THIS:
        # Words choose among the looks that an unsure photo leaves open, and beyond them.
        return _one_or_some(listing, both or asked)
    return SomeVariants(listing=listing, skus=(*_nearest(listing, shown, reference.options), *asked), mismatch={})


def _nearest(listing: Listing, skus: tuple[Sku, ...], options: Mapping[str, str]) -> tuple[Sku, ...]:
    """Of what a photo may show, the variants with most of what was said: "in blue, size L" of a black one is beside the black L."""
    variants = [variant for sku in skus if (variant := listing.product.variant(sku)) is not None]
    shared = {variant.sku: sum(variant.options.get(name) == value for name, value in options.items()) for variant in variants}
    return tuple(sku for sku, count in shared.items() if count == max(shared.values()))


def _one_or_some(listing: Listing, skus: tuple[Sku, ...]) -> Target:
    sku, *others = skus or (None,)
    return SomeVariants(listing=listing, skus=skus, mismatch={}) if others or sku is None else OneVariant(listing=listing, sku=sku)


def _by_price(superlative: Superlative, state: ConversationState, listings: Mapping[ProductId, Listing]) -> Target:
    priced: list[tuple[int, ProductId, Sku | None]] = []
    for shown in state.shown:
        listing = listings.get(shown.product_id)
        if listing is None or listing.price_from is None:
            continue
        offer = listing.offers.get(shown.sku) if shown.sku else None
        price = offer.price if offer else listing.price_from
        priced.append((price.minor, shown.product_id, shown.sku))
    if not priced:
        return NotFound()
    best = min(priced, key=lambda row: row[0]) if superlative is Superlative.CHEAPEST else max(priced, key=lambda row: row[0])
    return pick(listings[best[1]], sku=best[2])


def _by_option(options: Mapping[str, str], state: ConversationState, cart: Cart, listings: Mapping[ProductId, Listing]) -> Target:
    """ "the brown one": first among what was just shown, then a sibling of what is talked about."""
    focus = state.focus
    fitting = [(listing, sku) for listing, sku in _shown(state, listings) if (v := listing.product.variant(sku)) and _matches(v, options)]
    if len(fitting) == 1:
        return OneVariant(listing=fitting[0][0], sku=fitting[0][1])
    talked = [listing for listing, _ in fitting if focus is not None and listing.product.id == focus.product_id]
    if fitting and not talked and len({listing.product.id for listing, _ in fitting}) > 1:
        return SomeProducts(listings=tuple({listing.product.id: listing for listing, _ in fitting}.values()), options=options)
    ids = ([focus.product_id] if focus else []) + [shown.product_id for shown in state.shown] + [line.product_id for line in cart.lines]
    for product_id in dict.fromkeys(ids):
        listing = listings.get(product_id)
        if listing and all(name in listing.product.option_names for name in options):
            wanted = _completed(options, listing, state, cart)
            target = pick(listing, options=wanted)
            if not (isinstance(target, SomeVariants) and target.mismatch):
                return target
    return NotFound(text=" ".join(options.values()))


def _shown(state: ConversationState, listings: Mapping[ProductId, Listing]) -> list[tuple[Listing, Sku]]:
    """The variants that were shown one by one."""
    return [(listing, one.sku) for one in state.shown if one.sku is not None and (listing := listings.get(one.product_id)) is not None]


def _completed(options: Mapping[str, str], listing: Listing, state: ConversationState, cart: Cart) -> Mapping[str, str]:
    """The wanted options over those of the variant talked about ("in L" keeps the color), when such a variant exists."""
    focus = state.focus
    current: Sku | None = focus.sku if focus and focus.product_id == listing.product.id else None
    if current is None:
        line = next((line for line in cart.lines if line.product_id == listing.product.id), None)
        current = line.sku if line else None
    variant = listing.product.variant(current) if current else None
    if variant is None:
        return options
    merged = {**variant.options, **options}
    return merged if any(_matches(other, merged) for other in listing.variants) else options


def _focus(state: ConversationState, cart: Cart, listings: Mapping[ProductId, Listing]) -> Target:
    if state.focus is not None and state.focus.product_id in listings:
        return pick(listings[state.focus.product_id], sku=state.focus.sku)
    if len(state.shown) == 1:
        return pick(listings.get(state.shown[0].product_id), sku=state.shown[0].sku)
    if len(cart.lines) == 1:
        return pick(listings.get(cart.lines[0].product_id), sku=cart.lines[0].sku)
    return NotFound()


def find_lines(reference: Reference, state: ConversationState, cart: Cart) -> tuple[Line, ...]:
    """The cart lines `reference` may mean; one is certain, several want a question, none is "not in the cart"."""
    match reference:
        case ByLine(line_id=line_id):
            return tuple(line for line in cart.lines if line.id == line_id)
        case BySku(sku=sku):
            return tuple(line for line in cart.lines if line.sku == sku)
        case ByWords(candidates=candidates):
            for candidate in candidates:
                found = tuple(line for line in cart.lines if line.product_id == candidate.product_id)
                if found:
                    return found
            return ()
        case ByPhoto(candidates=seen):
            wanted = {candidate.product_id for candidate in seen[:1]}
            return tuple(line for line in cart.lines if line.product_id in wanted)
        case ByPosition(position=position):
            index = position - 1 if position > 0 else position
            return (cart.lines[index],) if -len(cart.lines) <= index < len(cart.lines) else ()
        case ByFocus() | ByOption() | ByOther() | BySuperlative():
            if state.focus is not None:
                found = tuple(line for line in cart.lines if line.product_id == state.focus.product_id)
                exact = tuple(line for line in found if line.sku == state.focus.sku)
                if exact or found:
                    return exact or found
            return cart.lines if len(cart.lines) == 1 else ()
        case _:
            assert_never(reference)
