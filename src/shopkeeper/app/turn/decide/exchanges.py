"""Other goods instead of the money: which are meant, whether they are to be had, and what they cost against what goes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shopkeeper.app.turn.decide.parts import buyable, price_facts, stock_say, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Do, Plan, ShowChoices, ShowReturn, Tell, plan
from shopkeeper.domain.dialogue.reference import ByOption, BySku, ByWords, Candidate, Reference
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, Target, clear_winner, resolve
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import DraftReturn
from shopkeeper.domain.returns.rma import CLAIMS, ReturnReason, Rma, RmaKind, RmaWish

TOPIC = "exchange_for"
REFUND = "refund"
MOST_OFFERED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What goes back: so many of a line of an order."""

    order: Order
    line: QuoteLine
    quantity: int


def wished(act: acts.RequestReturn, going: Going, facts: Facts) -> Plan:
    """The draft where it is clear what is wished for and it can be had; else one question, with the money back among its answers."""
    line, quantity = going.line, going.quantity
    listing = facts.after.goods.get(line.sku)
    match _target(act, line, listing, facts):
        case None:
            return plan(_ask(act, going, _others(line, listing), facts))
        case OneVariant(listing=found, sku=sku):
            if sku == line.sku and act.reason not in CLAIMS:
                same = Tell(says=(Say(key="exchange.same", facts={"title": title(found, facts, sku)}),))
                return plan(same, _ask(act, going, _others(line, listing), facts))
            if not _can_have(found, sku, quantity):
                gone = Tell(says=(Say(key="find.sold_out", facts={"title": title(found, facts, sku)}),))
                if act.or_refund:
                    return plan(gone, _refund(act, going, facts))
                return plan(gone, _ask(act, going, _others(line, listing), facts))
            return plan(_draft(act, going, found, sku, facts))
        case SomeVariants(listing=found, skus=skus):
            return plan(_ask(act, going, [(found, sku) for sku in buyable(found, skus)], facts))
        case SomeProducts(listings=several):
            offered = [(one, sku) for one in several for sku in buyable(one)]
            return plan(_ask(act, going, offered, facts))
        case NotFound(text=text):
            said = {"title": facts.labels.text(listing.product.title) if listing else line.title, "wanted": text}
            told = (Tell(says=(Say(key="find.no_such_variant", facts=said),)),) if text else ()
            if act.or_refund:
                return plan(*told, _refund(act, going, facts))
            return plan(*told, _ask(act, going, _others(line, listing), facts))


def of_draft(act: acts.RequestReturn, draft: Rma | None, facts: Facts) -> Plan | None:
    """What is said of the draft, or of the goods just asked about: "swap it for the brown one", "no, the money back"."""
    if isinstance(act.reference, BySku | ByWords) or act.number is not None or act.withdraw:
        return None
    asked = _asked(facts.state.question, facts)
    if asked is not None and act.exchange:
        going, kept = asked
        return wished(replace(kept, wanted=act.wanted, reason=act.reason or kept.reason), going, facts)
    if draft is None or len(draft.lines) != 1 or not (act.exchange or draft.exchange):
        return None
    order = next((one for one in facts.after.orders if one.number == draft.order_number), None)
    line = next((one for one in order.quote.lines if one.line_id == draft.lines[0].line_id), None) if order else None
    if order is None or line is None:
        return None
    going = Going(order=order, line=line, quantity=draft.lines[0].quantity)
    act = replace(act, reason=act.reason or draft.reason, text=draft.comment or act.text)
    if act.exchange:
        return wished(act, going, facts)
    if act.reason is not draft.reason and draft.exchange is not None:
        wanted = BySku(sku=draft.exchange.sku, product_id=ProductId(""))  # only why it goes back
        return wished(replace(act, exchange=True, wanted=wanted), going, facts)
    return plan(_refund(act, going, facts))


def suiting(act: acts.RequestReturn, lines: Sequence[QuoteLine], facts: Facts) -> Sequence[QuoteLine]:
    """The lines whose goods come as is wished: "swap it for size M" means the jacket, not the mugs. All where that tells nothing."""
    options: Mapping[str, str] = _options(act.wanted) if act.exchange else {}
    if not options:
        return lines

    def comes_so(line: QuoteLine) -> bool:
        listing = facts.after.goods.get(line.sku)
        return listing is not None and any(
            variant.sku != line.sku and options.items() <= variant.options.items() for variant in listing.variants
        )

    return [line for line in lines if comes_so(line)]


def answered(question: Question, value: str, facts: Facts) -> Plan:
    """One of the offered goods, or the money back."""
    found = _asked(question, facts)
    if found is None:
        return plan(Tell(says=(Say(key="return.none", facts={"number": ""}),)))
    going, act = found
    if value == REFUND:
        return plan(_refund(act, going, facts))
    return wished(replace(act, wanted=BySku(sku=Sku(value), product_id=ProductId(""))), going, facts)


def kept_wanted(reference: Reference | None) -> Mapping[str, object] | None:
    """What a question in between has to remember of what is wished for."""
    match reference:
        case BySku(sku=sku, product_id=product_id):
            return {"sku": sku, "product_id": product_id}
        case ByOption(options=options):
            return {"options": dict(options)}
        case ByWords(text=text, candidates=candidates, options=options):
            best = clear_winner(candidates)
            return {"text": text, "options": dict(options), "product_id": best.product_id if best else None}
        case _:
            return None


def wanted_again(kept: object) -> Reference | None:
    noted = as_mapping(kept)
    options = {name: str(value) for name, value in as_mapping(noted.get("options")).items()}
    product_id = ProductId(str(noted["product_id"])) if noted.get("product_id") else None
    if noted.get("sku"):
        return BySku(sku=Sku(str(noted["sku"])), product_id=product_id or ProductId(""))
    if "text" in noted:
        candidates = (Candidate(product_id=product_id, score=1.0),) if product_id else ()
        return ByWords(text=str(noted["text"]), options=options, candidates=candidates)
    return ByOption(options=options) if options else None


def _target(act: acts.RequestReturn, line: QuoteLine, listing: Listing | None, facts: Facts) -> Target | None:
    """What is wished for; None when it was not said, or the goods themselves are meant again without having been broken."""
    wanted = act.wanted
    if wanted is None and isinstance(act.reference, ByWords) and listing is not None:
        described = _described(act.reference, line, listing)
        wanted = ByOption(options=described) if described else None
    if wanted is None:
        again = listing is not None and act.reason in CLAIMS
        return OneVariant(listing=listing, sku=line.sku) if again and listing is not None else None
    listings = {**facts.listings, **{one.product.id: one for one in facts.after.goods.values()}}
    options = _options(wanted)
    if listing is not None and options and _is_of(wanted, listing):
        return _sibling(options, line, listing)
    return resolve(wanted, facts.state, facts.cart, listings)


def _is_of(wanted: Reference, listing: Listing) -> bool:
    """Whether the words name nothing else than the product that goes back: "the brown one", "the brown tote"."""
    if isinstance(wanted, ByWords) and wanted.candidates:
        best = clear_winner(wanted.candidates)
        return best is None or best.product_id == listing.product.id
    return isinstance(wanted, ByOption | ByWords)


def _sibling(options: Mapping[str, str], line: QuoteLine, listing: Listing) -> Target:
    """The variant with `options`, else as it was bought: "in L" keeps the color, where it comes so."""
    own = listing.product.variant(line.sku)
    merged = {**(own.options if own else {}), **options}
    for wanted in (merged, options):
        skus = tuple(one.sku for one in listing.variants if wanted.items() <= one.options.items())
        if len(skus) == 1:
            return OneVariant(listing=listing, sku=skus[0])
        if skus:
            return SomeVariants(listing=listing, skus=skus, mismatch={})
    return NotFound(text=" ".join(options.values()))


def _described(reference: ByWords, line: QuoteLine, listing: Listing) -> Mapping[str, str]:
    """Options beside the goods' name that the bought ones do not have say what is wished for ("exchange the tan tote brown")."""
    own = listing.product.variant(line.sku)
    return {name: value for name, value in reference.options.items() if own is not None and own.options.get(name) not in (None, value)}


def _options(reference: Reference | None) -> Mapping[str, str]:
    return reference.options if isinstance(reference, ByOption | ByWords) else {}


def _others(line: QuoteLine, listing: Listing | None) -> Sequence[tuple[Listing, Sku]]:
    return [(listing, sku) for sku in buyable(listing) if sku != line.sku] if listing is not None else []


def _can_have(listing: Listing, sku: Sku, quantity: int) -> bool:
    offer = listing.offers.get(sku)
    return offer is not None and listing.can_buy(sku) and (offer.total_available is None or offer.total_available >= quantity)


def _ask(act: acts.RequestReturn, going: Going, offered: Sequence[tuple[Listing, Sku]], facts: Facts) -> Ask:
    """What it shall be instead; every choice can be tapped or said, and other goods can be named."""
    choices: list[OfferedChoice] = []
    cards: list[ChoiceCard] = []
    for listing, sku in [one for one in offered if _can_have(*one, going.quantity)][:MOST_OFFERED]:
        variant = listing.product.variant(sku)
        options: Mapping[str, str] = variant.options if variant else {}
        said = {*options.values(), *(facts.labels.value(name, value) for name, value in options.items())}
        detail = Say(key="choice.price_stock", facts={**price_facts(listing, sku), "stock": stock_say(listing, sku)})
        choices.append(OfferedChoice(value=sku, words=tuple(sorted(word.casefold() for word in said))))
        cards.append(ChoiceCard(value=sku, label=title(listing, facts, sku), detail=detail, sku=sku))
    choices.append(OfferedChoice(value=REFUND, words=(REFUND,)))
    cards.append(ChoiceCard(value=REFUND, label=Say(key="choice.refund")))
    reason = act.reason.value if act.reason else None
    context = {
        "number": going.order.number,
        "line_id": going.line.line_id,
        "quantity": going.quantity,
        "reason": reason,
        "text": act.text,
    }
    key = "ask.exchange_for" if len(choices) > 1 else "ask.exchange_else"
    say = Say(key=key, facts={"title": going.line.title}, question=True)
    return Ask(question=Question(topic=TOPIC, choices=tuple(choices), context=context), say=say, shows=(ShowChoices(choices=tuple(cards)),))


def _asked(question: Question | None, facts: Facts) -> tuple[Going, acts.RequestReturn] | None:
    """The goods that `question` asks another for, with the wish as far as it was known."""
    if question is None or question.topic != TOPIC:
        return None
    context = question.context
    order = next((one for one in facts.after.orders if one.number == context.get("number")), None)
    line = next((one for one in order.quote.lines if one.line_id == context.get("line_id")), None) if order else None
    if order is None or line is None:
        return None
    reason = ReturnReason(str(context["reason"])) if context.get("reason") else None
    going = Going(order=order, line=line, quantity=as_int(context.get("quantity")) or 1)
    return going, acts.RequestReturn(number=order.number, exchange=True, reason=reason, text=str(context.get("text") or ""))


def _draft(act: acts.RequestReturn, going: Going, listing: Listing, sku: Sku, facts: Facts) -> Do:
    name = title(listing, facts, sku)
    draft = replace(_command(act, going, facts), wish=RmaWish.EXCHANGE, exchange_for=sku, exchange_title=name)
    says = Say(key="return.draft_exchange", facts={"old": going.line.title})
    return Do(command=draft, then=says, shows=(ShowReturn(order_number=going.order.number),))


def _refund(act: acts.RequestReturn, going: Going, facts: Facts) -> Do:
    then = Say(key="return.draft")
    return Do(command=_command(act, going, facts), then=then, shows=(ShowReturn(order_number=going.order.number),))


def _command(act: acts.RequestReturn, going: Going, facts: Facts) -> DraftReturn:
    return DraftReturn(
        conversation_id=facts.state.id,
        order_number=going.order.number,
        lines=((going.line.line_id, going.quantity),),
        kind=RmaKind.RETURN,
        reason=act.reason or ReturnReason.NOT_STATED,
        comment=act.text,
    )
