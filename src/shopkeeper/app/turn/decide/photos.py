"""What a photo asked for shows: this one, one of these, things that look alike, or nothing the shop knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shopkeeper.app.turn.decide.parts import ask_product, ask_variant, cards, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Do, Plan, ShowChoices, Tell, plan
from shopkeeper.domain.dialogue.photo import SIDES, PhotoCandidate, PhotoThing, PrintedGoods, Verdict
from shopkeeper.domain.dialogue.reference import ByPhoto
from shopkeeper.domain.dialogue.resolve import OneVariant, pick
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.policy.command import TeachPhoto

MOST_SHOWN = 6
TOPIC = "photo_thing"
LIST_TOPIC = "photo_list"
ALL = "all"


def unsure(reference: ByPhoto, listings: tuple[Listing, ...], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """Several products it may be: asked once when it is one of few or something is to be done with it, else shown."""
    shown = listings[:MOST_SHOWN]
    if reference.verdict is Verdict.ALIKE and wanted.get("then") != "add":
        return plan(Tell(says=(Say(key="photo.alike"),), shows=(cards(shown),)))
    if reference.differs and len(shown) > 1:
        return _differing_products(reference, shown, wanted, facts)
    key = "photo.either" if reference.verdict is Verdict.EITHER else "photo.which"
    return plan(ask_product(shown, Say(key=key, question=True), wanted, facts))


def _differing_products(reference: ByPhoto, listings: tuple[Listing, ...], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """The photo shows one product, the words name another: both are named and neither wins. What was told of each is kept for it."""
    seen, said = listings[:2]
    named = pick(said, options=reference.options)
    looks = reference.candidates[0].skus
    variants = {
        **({seen.product.id: looks[0]} if len(looks) == 1 else {}),
        **({said.product.id: named.sku} if isinstance(named, OneVariant) else {}),
    }
    context = {**wanted, "photo": "", "variants": variants, SIDES: [seen.product.id, said.product.id]}
    say = Say(key="photo.differs", facts={"seen": title(seen, facts), "said": title(said, facts)}, question=True)
    return plan(ask_product((seen, said), say, context, facts))


def unsure_variant(reference: ByPhoto, listing: Listing, skus: tuple[Sku, ...], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """One product for certain, but which variant of it the photo does not tell, or words and photo differ about it."""
    looks = {sku for candidate in reference.candidates for sku in candidate.skus}
    seen, said = [sku for sku in skus if sku in looks], [sku for sku in skus if sku not in looks]
    if not (seen and said and reference.options):
        say = Say(key="photo.either_variant", facts={"title": title(listing, facts)}, question=True)
        return plan(ask_variant(listing, skus, say, wanted, facts))
    told = [_apart(listing, sku, reference.options, facts) for sku in (seen[0], said[0])]
    say = Say(key="photo.differs_variant", facts={"seen": told[0], "said": told[1], "title": title(listing, facts)}, question=True)
    sides = [side[0] if len(side) == 1 else "" for side in (seen, said)]
    return plan(ask_variant(listing, skus, say, {**wanted, "photo": "", SIDES: sides}, facts))


def _apart(listing: Listing, sku: Sku, said: Mapping[str, str], facts: Facts) -> str:
    """The options of one side that were spoken of, in words."""
    variant = listing.product.variant(sku)
    return facts.labels.options({name: value for name, value in variant.options.items() if name in said} if variant else {})


def asks_which(reference: ByPhoto) -> bool:
    """Whether the photo shows several things and neither words nor looks say which one is meant."""
    return len(reference.things) > 1 and reference.verdict is not Verdict.THIS


def which_thing(reference: ByPhoto, wanted: Mapping[str, object], facts: Facts) -> Plan:
    """Offer the things of a photo one by one, with their part of the picture; or all of them."""
    shown = [(thing, facts.listings[thing.candidates[0].product_id]) for thing in reference.things if _is_sold(thing, facts)]
    kept = [
        {"product_id": one.product_id, "skus": list(one.skus), "score": one.score} for thing, _ in shown for one in thing.candidates[:1]
    ]
    cards = [
        ChoiceCard(
            value=str(at),
            label=title(listing, facts, _sku_of(thing)),
            sku=_sku_of(thing) or next(iter(listing.offers), None),
            crop=(reference.part, thing.box) if thing.box else None,
        )
        for at, (thing, listing) in enumerate(shown)
    ]
    words = [tuple(title(listing, facts).casefold().split()) for _, listing in shown]
    offered = [OfferedChoice(value=str(at), words=told) for at, told in enumerate(words)]
    cards.append(ChoiceCard(value=ALL, label=Say(key="choice.everything")))
    products = [listing.product.id for _, listing in shown]
    context = {**wanted, "things": kept, "products": products}
    question = Question(topic=TOPIC, choices=(*offered, OfferedChoice(value=ALL)), context=context)
    say = Say(key="photo.several", facts={"count": len(shown)}, question=True)
    return plan(Ask(question=question, say=say, shows=(ShowChoices(choices=tuple(cards), style="list"),)))


def things_chosen(value: str, context: Mapping[str, object]) -> tuple[ByPhoto, ...]:
    """What the answer to `which_thing` points at."""
    things = [as_mapping(one) for one in as_sequence(context.get("things"))]
    picked = things if value == ALL else [things[int(value)]] if value.isdigit() and int(value) < len(things) else []
    return tuple(
        ByPhoto(
            candidates=(
                PhotoCandidate(
                    product_id=ProductId(str(one["product_id"])),
                    skus=tuple(Sku(str(sku)) for sku in as_sequence(one.get("skus"))),
                    score=0.9,
                ),
            ),
            verdict=Verdict.THIS,
            part=0,
        )
        for one in picked
    )


def lists(reference: ByPhoto, facts: Facts) -> bool:
    """Whether goods that the shop has are written on the photo, one under the other."""
    return sum(one.product_id in facts.listings for one in reference.listed) > 1


def offer_listed(goods: Sequence[PrintedGoods], facts: Facts) -> Plan:
    """What was read is told, and one question asked: nobody said it, so nothing of it is done without a yes."""
    sold = [one for one in goods if one.product_id in facts.listings]
    told = tuple(f"{_count(one, facts.listings[one.product_id])} × {title(facts.listings[one.product_id], facts)}" for one in sold)
    kept = [{"product_id": one.product_id, "quantity": one.quantity, "pieces": one.pieces} for one in sold]
    context = {"goods": kept, "products": [one.product_id for one in sold]}
    question = Question(topic=LIST_TOPIC, choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")), context=context)
    return plan(Ask(question=question, say=Say(key="photo.listed", facts={"list": told, "count": len(told)}, question=True)))


def listed_again(context: Mapping[str, object]) -> tuple[PrintedGoods, ...]:
    """The goods that the open question is about."""
    return tuple(
        PrintedGoods(
            product_id=ProductId(str(one.get("product_id"))), quantity=as_int(one.get("quantity")), pieces=as_int(one.get("pieces"))
        )
        for one in map(as_mapping, as_sequence(context.get("goods")))
    )


def _count(goods: PrintedGoods, listing: Listing) -> int:
    """Packs where pieces were counted, as far as the listing tells."""
    pack = next((variant.pack for variant in listing.product.variants if variant.pack), None)
    return -(-goods.pieces // pack.count) if goods.pieces and pack is not None else goods.quantity or goods.pieces or 1


def _is_sold(thing: PhotoThing, facts: Facts) -> bool:
    return thing.candidates[0].product_id in facts.listings


def _sku_of(thing: PhotoThing) -> Sku | None:
    skus = thing.candidates[0].skus
    return skus[0] if len(skus) == 1 else None


def taught(sha256: str, sku: Sku, facts: Facts) -> Plan:
    """A tap confirms what a photo shows: the shop may learn from it."""
    teach = TeachPhoto(conversation_id=facts.state.id, sha256=sha256, sku=sku)
    return plan(Do(command=teach, then=Say(key="photo.learned")))


def unknown(reference: ByPhoto) -> Plan:
    """Nothing the shop sells: what is printed on it is read back where the shopper sent it for that."""
    total, day = reference.reads.get("receipt_total"), reference.reads.get("receipt_date")
    if isinstance(total, int) and isinstance(day, str):
        paid = Money(minor=total, currency=str(reference.reads["receipt_currency"]))
        return plan(Tell(says=(Say(key="photo.receipt", facts={"total": paid, "day": date.fromisoformat(day)}, question=True),)))
    told = reference.reads.get("error") or reference.reads.get("ingredients")
    if told:
        return plan(Tell(says=(Say(key="photo.reads", facts={"text": told}, question=True),)))
    return plan(Tell(says=(Say(key="photo.unknown"),)))
