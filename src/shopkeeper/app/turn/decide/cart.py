"""Putting things into the cart and changing them there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from shopkeeper.app.naming import named_fact, wishes_text
from shopkeeper.app.queries.storefront import is_food
from shopkeeper.app.turn.decide import photos
from shopkeeper.app.turn.decide.heard import ask_about_doubt, differing, what_follows, whole_wish
from shopkeeper.app.turn.decide.parts import ask_product, ask_variant, buyable, cards, sold_out, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.cart.cart import Line
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Allergens, ProductKind, Variant
from shopkeeper.domain.checkout.basket import made_price
from shopkeeper.domain.conversation.state import Focus, OfferedChoice, Question
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import (
    Ask,
    Card,
    ChoiceCard,
    Decision,
    Do,
    Plan,
    Show,
    ShowCart,
    ShowChoices,
    ShowProducts,
    ShowTeach,
    Tell,
    plan,
)
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize
from shopkeeper.domain.dialogue.photo import PrintedGoods, Verdict
from shopkeeper.domain.dialogue.reference import ByPhoto, ByWords, Reference
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, find_lines, resolve
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy import command

SHORTEST_WORD = 3
LEAST_TO_ADD = 0.55

DECLARED = ("contains", "may_contain", "unknown", "free")
"""What the maker says about an allergen, the worst first."""


def add(act: acts.AddLineItem, facts: Facts) -> Plan:
    """Add what is meant; ask once when a variant or product is not certain."""
    placed = facts.state.last_order
    if act.to_order and placed is not None and not facts.cart.lines:
        # What was agreed to and paid stays as it is; what is wanted now begins a new cart.
        told = Tell(says=(Say(key="add.order_is_placed", facts={"number": placed}),))
        return plan(told, *add(replace(act, to_order=False), facts).decisions)
    if act.otherwise is not None and not isinstance(act.reference, ByPhoto):
        return _either(act, act.otherwise, facts)
    wanted = whole_wish(act)
    if isinstance(act.reference, ByPhoto):
        return _add_by_photo(act.reference, wanted, facts)
    if isinstance(act.reference, ByWords) and _hardly(act.reference):
        return plan(Tell(says=(Say(key="add.not_found", facts={"text": act.reference.text}),)))
    match resolve(act.reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            added = add_variant(listing, sku, wanted, facts)
            return Plan(decisions=(*added.decisions, *_not_made_so(act.reference, listing, facts)))
        case SomeVariants(listing=listing, skus=skus, mismatch=mismatch):
            packed = _in_packs(listing, skus, act.pieces)
            if len(packed) == 1 and not mismatch:  # "a 6-pack of pils"
                return add_variant(listing, packed[0], wanted, facts)
            return _which_variant(listing, skus, mismatch, wanted, facts)
        case SomeProducts(listings=listings):
            packs = [(listing, sku) for listing in listings for sku in _in_packs(listing, tuple(listing.offers), act.pieces)]
            if len(packs) == 1:  # "a 6-pack of beer", and one beer comes in such a pack
                return add_variant(*packs[0], wanted, facts)
            return _which_product(listings, wanted, facts)
        case NotFound(text=text) if text:
            return plan(Tell(says=(Say(key="add.not_found", facts={"text": text}),)))
        case NotFound():
            return _which_shown(wanted, facts)


def _either(act: acts.AddLineItem, other: Reference, facts: Facts) -> Plan:
    """ "The brown one, otherwise tan": the second where the first cannot be had, which is said."""
    target = resolve(act.reference, facts.state, facts.cart, facts.listings)
    first, second = replace(act, otherwise=None), replace(act, reference=other, otherwise=None)
    match target:
        case OneVariant(listing=listing, sku=sku) if not listing.can_buy(sku):
            told = Say(key="find.sold_out", facts={"title": title(listing, facts, sku)})
        case SomeVariants(listing=listing, mismatch=mismatch) if mismatch:
            told = Say(key="find.no_such_variant", facts={"title": title(listing, facts), "wanted": facts.labels.options(mismatch)})
        case SomeVariants(listing=listing, skus=skus) if not buyable(listing, skus):
            told = Say(key="find.sold_out", facts={"title": title(listing, facts)})
        case NotFound(text=text):
            told = Say(key="find.none", facts={"text": text})
        case _:
            return add(first, facts)
    return plan(Tell(says=(told,)), *add(second, facts).decisions)


def _in_packs(listing: Listing, skus: Sequence[Sku], pieces: int | None) -> list[Sku]:
    """The variants whose packs hold so many, else those of which whole packs make so many ("two 6-packs")."""
    held = {sku: one.pack.count for sku in skus if (one := listing.product.variant(sku)) and one.pack and one.pack.count > 1}
    exact = [sku for sku, count in held.items() if count == pieces]
    return exact or [sku for sku, count in held.items() if pieces and pieces % count == 0]


def _hardly(reference: ByWords) -> bool:
    """Whether the best candidate shares too little with the words to be put into a cart, or even asked about."""
    return not reference.exact and bool(reference.candidates) and reference.candidates[0].score < LEAST_TO_ADD


def _not_made_so(reference: Reference, listing: Listing, facts: Facts) -> tuple[Decision, ...]:
    """ "A pearl tea with oat milk" where oat milk cannot be chosen: said, since it is not what will be made."""
    product = listing.product
    if product.kind is not ProductKind.MADE_TO_ORDER or not isinstance(reference, ByWords) or reference.exact:
        return ()
    texts = [*product.title.values(), *(word for words in product.words.values() for word in words), *product.modifiers]
    known = {token.norm for text in texts for token in tokenize(text)}
    strange = [token.text for token in tokenize(reference.text) if token.kind is TokenKind.WORD and not _is_one_of(token.norm, known)]
    if not strange:
        return ()
    ways = tuple(named_fact(f"option.{name}", facts.labels) for name in product.modifiers)
    return (Tell(says=(Say(key="cart.not_made_so", facts={"text": " ".join(strange), "title": title(listing, facts), "list": ways}),)),)


def _is_one_of(word: str, known: Collection[str]) -> bool:
    """Whether a word is one of these, endings apart."""
    return any(word.startswith(one) or one.startswith(word) for one in known if len(one) >= SHORTEST_WORD)


def _which_shown(wanted: Mapping[str, object], facts: Facts) -> Plan:
    """ "I'll take two" after several things were shown: which of them."""
    shown = dict.fromkeys(one.product_id for one in facts.state.shown)
    listings = [facts.listings[product_id] for product_id in shown if product_id in facts.listings]
    if len(listings) > 1:
        return _which_product(listings, wanted, facts)
    return plan(Tell(says=(Say(key="add.what", question=True),)))


def _which_product(listings: Sequence[Listing], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """What the shopper is too young for is not offered to choose from; where nothing else fits, that is the answer."""
    age = facts.state.stated_age
    free = tuple(one for one in listings if age is None or not one.product.age_limit or one.product.age_limit <= age)
    if free:
        return plan(ask_product(free[:6], Say(key="ask.which_product", question=True), wanted, facts))
    limit = min(one.product.age_limit or 0 for one in listings)
    titles = tuple(title(one, facts) for one in listings[:3])
    return plan(Tell(says=(Say(key="refusal.age_minor", facts={"title": titles, "age": limit}),)))


def _add_by_photo(reference: ByPhoto, wanted: Mapping[str, object], facts: Facts) -> Plan:
    if photos.asks_which(reference):
        return photos.which_thing(reference, wanted, facts)
    if photos.lists(reference, facts):
        return photos.offer_listed(reference.listed, facts)
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing) if reference.reads and reference.verdict is not Verdict.THIS:
            quantity, pieces = as_int(wanted.get("quantity")), as_int(wanted.get("pieces"))
            return photos.offer_listed([PrintedGoods(product_id=listing.product.id, quantity=quantity, pieces=pieces)], facts)
        case OneVariant(listing=listing, sku=sku):
            return add_variant(listing, sku, wanted, facts)
        case SomeVariants(listing=listing, skus=skus, mismatch=mismatch):
            if mismatch or not buyable(listing, skus):
                return _which_variant(listing, skus, mismatch, wanted, facts)
            return photos.unsure_variant(reference, listing, skus, wanted, facts)
        case SomeProducts(listings=listings):
            return photos.unsure(reference, listings, wanted, facts)
        case NotFound():
            return photos.unknown(reference)


def add_variant(listing: Listing, sku: Sku, wanted: Mapping[str, object], facts: Facts) -> Plan:
    """Add one certain variant; a sold-out one is said, with what can be had instead."""
    name = title(listing, facts, sku)
    if sold_out(listing, sku):
        others = buyable(listing)
        says = (Say(key="find.sold_out", facts={"title": name}), *((Say(key="find.instead"),) if others else ()))
        shows = (ShowProducts(cards=tuple(Card(listing=listing, sku=other) for other in others)),) if others else ()
        return plan(Tell(says=says, shows=shows, focus=Focus(product_id=listing.product.id, sku=sku)))
    doubt = ask_about_doubt(listing, sku, wanted, facts)
    if doubt is not None:
        return plan(doubt)
    quantity, note = _quantity(listing, sku, wanted)
    modifiers = _modifiers(listing, wanted)
    made = wishes_text(_wished(listing, modifiers), facts.labels)
    said = {"quantity": quantity, "title": f"{name} ({made})" if made else name, "price": made_price(listing, sku, modifiers)}
    do = Do(
        command=command.AddLineItem(cart_id=facts.cart.id, sku=sku, product_id=listing.product.id, quantity=quantity, modifiers=modifiers),
        then=Say(key="cart.added", facts=said),
        focus=Focus(product_id=listing.product.id, sku=sku),
        shows=(ShowCart(), *_may_teach(sku, wanted)),
    )
    return plan(do, *note, *_caution(listing, sku, facts), *what_follows(wanted))


def _caution(listing: Listing, sku: Sku, facts: Facts) -> tuple[Decision, ...]:
    """What was said to be dangerous and is not declared absent is said again where such a thing goes into the cart."""
    avoided = facts.state.avoids
    declared = (listing.product.allergens or Allergens()).of(avoided) if avoided and is_food(listing.product) else "free"
    if declared == "free":
        return ()
    words = tuple(named_fact(f"allergen.{code}", facts.labels) for code in avoided)
    return (Tell(says=(Say(key=f"cart.allergen_{declared}", facts={"titles": (title(listing, facts, sku),), "list": words}),)),)


def _may_teach(sku: Sku, wanted: Mapping[str, object]) -> tuple[Show, ...]:
    """Whoever put what their photo shows into the cart is asked, by a tap that nobody has to press, to let the shop learn from it."""
    photo = wanted.get("photo")
    return (ShowTeach(sha256=str(photo), sku=sku),) if photo else ()


def _quantity(listing: Listing, sku: Sku, wanted: Mapping[str, object]) -> tuple[int, tuple[Decision, ...]]:
    """How many to add. Pieces ("twelve eggs") become whole packs, and that is said."""
    pieces, quantity = as_int(wanted.get("pieces")), as_int(wanted.get("quantity"))
    variant = listing.product.variant(sku)
    packs = _in_whole_packs(variant, pieces) if pieces is not None else None
    if packs is not None:
        return packs[0], (packs[1],)
    if quantity is not None:
        return quantity, ()
    return (1 if pieces is None else pieces), ()


def _in_whole_packs(variant: Variant | None, pieces: int) -> tuple[int, Tell] | None:
    """How many packs so many pieces make, and the words for it; None of what comes in no packs."""
    if variant is None or variant.pack is None or pieces <= 0:
        return None
    packs = -(-pieces // variant.pack.count)
    return packs, Tell(says=(Say(key="cart.packs", facts={"pieces": pieces, "packs": packs, "per_pack": variant.pack.count}),))


def _modifiers(listing: Listing, wanted: Mapping[str, object]) -> Mapping[str, str]:
    """Chosen modifiers, the first of each list where nothing was said (the shop's own standard)."""
    if listing.product.kind is not ProductKind.MADE_TO_ORDER:
        return {}
    chosen = as_mapping(wanted.get("modifiers"))
    return {
        name: str(chosen[name]) if chosen.get(name) in values else values[0] for name, values in listing.product.modifiers.items() if values
    }


def _wished(listing: Listing, modifiers: Mapping[str, str]) -> Mapping[str, str]:
    """What differs from how it is made when nothing is said."""
    standard = listing.product.standard()
    return {name: value for name, value in modifiers.items() if standard.get(name) != value}


def change_modifiers(act: acts.ChangeModifiers, facts: Facts) -> Plan:
    """ "with less ice": the line that can be made so; asked for when several can."""
    lines = find_lines(act.reference, facts.state, facts.cart)
    fitting = tuple(line for line in lines or facts.cart.lines if _can_be_made(line, act.modifiers, facts))
    if len(fitting) == 1:
        return remake(fitting[0], act.modifiers, act.quantity, facts)
    if not fitting and lines:
        return plan(Tell(says=(Say(key="refusal.modifier_unknown", facts={"title": _line_title(lines[0], facts)}),)))
    if not fitting:
        return plan(Tell(says=(Say(key="cart.not_in_cart", question=True),)))
    return _which_line(fitting, {"then": "modifiers", "modifiers": dict(act.modifiers), "quantity": act.quantity}, facts)


def remake(line: Line, modifiers: Mapping[str, str], quantity: int | None, facts: Facts) -> Plan:
    made = wishes_text({**line.modifiers, **modifiers}, facts.labels)
    return plan(
        Do(
            command=command.ChangeModifiers(cart_id=facts.cart.id, line_id=line.id, modifiers=modifiers, quantity=quantity),
            then=Say(key="cart.remade", facts={"title": _line_title(line, facts), "wishes": made}),
            focus=Focus(product_id=line.product_id, sku=line.sku),
            shows=(ShowCart(),),
        )
    )


def _can_be_made(line: Line, modifiers: Mapping[str, str], facts: Facts) -> bool:
    listing = facts.listings.get(line.product_id)
    return listing is not None and all(value in listing.product.modifiers.get(name, ()) for name, value in modifiers.items())


def _which_variant(
    listing: Listing, skus: tuple[Sku, ...], mismatch: Mapping[str, str], wanted: Mapping[str, object], facts: Facts
) -> Plan:
    available = buyable(listing, skus)
    if not available:
        return plan(Tell(says=(Say(key="find.sold_out", facts={"title": title(listing, facts)}),), shows=(cards((listing,)),)))
    if wanted.get("differs"):
        say = differing(wanted)
    elif mismatch:
        say = Say(
            key="ask.variant_instead", facts={"title": title(listing, facts), "wanted": facts.labels.options(mismatch)}, question=True
        )
    else:
        say = Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True)
    return plan(ask_variant(listing, skus, say, wanted, facts))


def change_quantity(act: acts.ChangeQuantity, facts: Facts) -> Plan:
    lines = find_lines(act.reference, facts.state, facts.cart)
    if len(lines) != 1:
        return _which_line(lines, {"then": "quantity", "quantity": act.quantity, "delta": act.delta}, facts)
    pieces = act.quantity if act.quantity is not None else act.delta
    if not act.in_pieces or pieces is None or (packs := _in_whole_packs(_variant_of(lines[0], facts), abs(pieces))) is None:
        return set_quantity(lines[0], act.quantity, act.delta, facts)
    count, said = packs
    if act.quantity is not None:
        return plan(*set_quantity(lines[0], count, None, facts).decisions, said)
    return plan(*set_quantity(lines[0], None, count if pieces > 0 else -count, facts).decisions, said)


def _variant_of(line: Line, facts: Facts) -> Variant | None:
    listing = facts.listings.get(line.product_id)
    return listing.product.variant(line.sku) if listing is not None else None


def set_quantity(line: Line, quantity: int | None, delta: int | None, facts: Facts) -> Plan:
    """Set or move a line's quantity; down to zero removes it."""
    if quantity is None and delta is None:
        question = Question(topic="quantity", context={"line_id": line.id, "product_id": line.product_id})
        return plan(Ask(question=question, say=Say(key="ask.quantity", facts={"title": _line_title(line, facts)}, question=True)))
    target = quantity if quantity is not None else line.quantity + (delta or 0)
    if target == 0:
        return remove_line(line, facts)
    return plan(
        Do(
            command=command.ChangeQuantity(cart_id=facts.cart.id, line_id=line.id, quantity=target),
            then=Say(key="cart.quantity", facts={"quantity": target, "title": _line_title(line, facts)}),
            focus=Focus(product_id=line.product_id, sku=line.sku, line_id=line.id),
            shows=(ShowCart(),),
        )
    )


def change_variant(act: acts.ChangeVariant, facts: Facts) -> Plan:
    """Swap a line for another variant, or for another product that `to` names."""
    lines = find_lines(act.reference, facts.state, facts.cart)
    target = resolve(act.to, facts.state, facts.cart, facts.listings)
    if not lines and isinstance(target, OneVariant):
        lines = tuple(line for line in facts.cart.lines if line.product_id == target.listing.product.id)
    if not lines:
        lines = _lines_with_option(act.to, facts)
        target = _sibling_target(act.to, lines, facts) if len(lines) == 1 else target
    wanted = {"quantity": act.quantity, "pieces": act.pieces}
    if len(lines) != 1:
        return _which_line(lines, {"then": "variant", "to": _to_context(target), **wanted}, facts)
    return _swap(lines[0], target, wanted, facts)


def _lines_with_option(to: Reference, facts: Facts) -> tuple[Line, ...]:
    """Lines whose product has the options that `to` names: "make it the brown one" means the bag, not the milk."""
    options: Mapping[str, str] = getattr(to, "options", {})
    if not options:
        return ()
    return tuple(
        line
        for line in facts.cart.lines
        if (listing := facts.listings.get(line.product_id))
        and any(all(v.options.get(k) == value for k, value in options.items()) for v in listing.variants)
    )


def _sibling_target(to: Reference, lines: tuple[Line, ...], facts: Facts) -> OneVariant | SomeVariants | SomeProducts | NotFound:
    line = lines[0]
    listing = facts.listings[line.product_id]
    current = listing.product.variant(line.sku)
    options: Mapping[str, str] = getattr(to, "options", {})
    wanted = {**(current.options if current else {}), **options}
    for merged in (wanted, options):
        skus = tuple(v.sku for v in listing.variants if all(v.options.get(k) == value for k, value in merged.items()))
        if len(skus) == 1:
            return OneVariant(listing=listing, sku=skus[0])
        if skus:
            return SomeVariants(listing=listing, skus=skus, mismatch={})
    return NotFound()


def _to_context(target: OneVariant | SomeVariants | SomeProducts | NotFound) -> str | None:
    return target.sku if isinstance(target, OneVariant) else None


def _swap(line: Line, target: OneVariant | SomeVariants | SomeProducts | NotFound, wanted: Mapping[str, object], facts: Facts) -> Plan:
    context = {"then": "variant", "line_id": line.id, **wanted}
    match target:
        case OneVariant(listing=listing, sku=sku):
            return swap_line(line, listing, sku, wanted, facts)
        case SomeVariants(listing=listing, skus=skus):
            return plan(
                ask_variant(listing, skus, Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True), context, facts)
            )
        case SomeProducts(listings=listings):
            return plan(ask_product(listings, Say(key="ask.which_product", question=True), context, facts))
        case NotFound(text=text):
            facts_said = {"title": _line_title(line, facts), "wanted": text}
            return plan(Tell(says=(Say(key="find.no_such_variant", facts=facts_said),)))


def swap_line(line: Line, listing: Listing, sku: Sku, wanted: Mapping[str, object], facts: Facts) -> Plan:
    """Another variant or another thing in place of a line: as many as before, unless `wanted` has a count of the new one."""
    if sold_out(listing, sku):
        return plan(Tell(says=(Say(key="find.sold_out", facts={"title": title(listing, facts, sku)}),)))
    counted = any((as_int(wanted.get(name)) or 0) > 0 for name in ("quantity", "pieces"))
    quantity, note = _quantity(listing, sku, wanted) if counted else (line.quantity, ())
    said = {"title": title(listing, facts, sku), "price": listing.offers[sku].price}
    if listing.product.id == line.product_id and not counted:
        then = Say(key="cart.variant", facts=said)
    else:
        then = Say(key="cart.swapped", facts={**said, "quantity": quantity, "before": _line_title(line, facts)})
    change = command.ChangeVariant(
        cart_id=facts.cart.id, line_id=line.id, sku=sku, product_id=listing.product.id, quantity=quantity if counted else None
    )
    return plan(Do(command=change, then=then, focus=Focus(product_id=listing.product.id, sku=sku), shows=(ShowCart(),)), *note)


def remove(act: acts.RemoveLineItem, facts: Facts) -> Plan:
    lines = find_lines(act.reference, facts.state, facts.cart)
    if len(lines) != 1:
        return _which_line(lines, {"then": "remove"}, facts)
    return remove_line(lines[0], facts)


def remove_line(line: Line, facts: Facts) -> Plan:
    return plan(
        Do(
            command=command.RemoveLineItem(cart_id=facts.cart.id, line_id=line.id),
            then=Say(key="cart.removed", facts={"title": _line_title(line, facts)}),
            shows=(ShowCart(),),
        )
    )


def _which_line(lines: tuple[Line, ...], context: Mapping[str, object], facts: Facts) -> Plan:
    """None: say it is not in the cart. Several: ask which."""
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="cart.empty"),)))
    among = lines or facts.cart.lines
    say = Say(key="ask.which_line" if lines else "cart.not_in_cart", question=True)
    offered = tuple(OfferedChoice(value=line.id, words=tuple(_line_title(line, facts).casefold().split())) for line in among)
    shown = tuple(ChoiceCard(value=line.id, label=_line_title(line, facts), sku=line.sku) for line in among)
    question = Question(topic="line", choices=offered, context=context)
    return plan(Ask(question=question, say=say, shows=(ShowChoices(choices=shown, style="list"),)))


def _line_title(line: Line, facts: Facts) -> str:
    listing = facts.listings.get(line.product_id)
    if listing is None:
        return line.sku
    name = title(listing, facts, line.sku)
    made = wishes_text(_wished(listing, line.modifiers), facts.labels)
    return f"{name} ({made})" if made else name


def show(act: acts.ShowCart, facts: Facts) -> Plan:
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="cart.empty"),)))
    here = Say(key="cart.here_total", facts={"count": facts.cart.count, "total": facts.cart_total})
    return plan(Tell(says=(*(_declared(act.free_from, facts) if act.free_from else ()), here), shows=(ShowCart(),)))


def _declared(allergens: tuple[str, ...], facts: Facts) -> tuple[Say, ...]:
    """Of what lies in the cart: what contains or may contain it, what nobody declared, and what is declared free."""
    by_word: dict[str, list[str]] = {}
    for product_id in dict.fromkeys(line.product_id for line in facts.cart.lines if line.product_id in facts.listings):
        listing = facts.listings[product_id]
        if is_food(listing.product):
            declared = listing.product.allergens or Allergens()
            by_word.setdefault(declared.of(allergens), []).append(title(listing, facts))
    words = tuple(named_fact(f"allergen.{code}", facts.labels) for code in allergens)
    told = tuple(
        Say(key=f"cart.allergen_{word}", facts={"titles": tuple(by_word[word]), "list": words}) for word in DECLARED if word in by_word
    )
    return (*told, Say(key="find.read_the_label")) if told else ()


def clear(act: acts.ClearCart, facts: Facts) -> Plan:
    """Empty the cart; where something was said to stay that is not there, nothing goes."""
    if not facts.cart.lines:
        return plan(Tell(says=(Say(key="cart.empty"),)))
    if act.keep:
        kept = [find_lines(one, facts.state, facts.cart) for one in act.keep]
        if not all(kept):
            return plan(Tell(says=(Say(key="cart.not_in_cart", question=True),), shows=(ShowCart(),)))
        stays = {line.id for lines in kept for line in lines}
        plans = [remove_line(line, facts) for line in facts.cart.lines if line.id not in stays]
        return Plan(decisions=tuple(step for one in plans for step in one.decisions)) if plans else show(acts.ShowCart(), facts)
    return plan(Do(command=command.ClearCart(cart_id=facts.cart.id), then=Say(key="cart.cleared")))


def apply_code(act: acts.ApplyCode, facts: Facts) -> Plan:
    do = Do(
        command=command.ApplyCode(cart_id=facts.cart.id, code=act.code),
        then=Say(key="cart.code", facts={"code": act.code}),
        shows=(ShowCart(),),
    )
    return plan(do)


def remove_code(act: acts.RemoveCode, facts: Facts) -> Plan:
    do = Do(command=command.RemoveCode(cart_id=facts.cart.id, code=act.code), then=Say(key="cart.code_removed"), shows=(ShowCart(),))
    return plan(do)


def ask_again(listing: Listing, skus: tuple[Sku, ...], say: Say, context: Mapping[str, object], facts: Facts) -> Plan:
    """The same question with more already known."""
    return plan(ask_variant(listing, skus, say, context, facts))
