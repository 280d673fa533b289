"""Buying for somebody while they are away: what is meant, the terms read back, yes, no, and taking it back."""

from __future__ import annotations

from shopkeeper.app.commands.mandate_says import terms_says
from shopkeeper.app.turn.decide.cart import add_variant
from shopkeeper.app.turn.decide.parts import ask_product, ask_variant, buyable, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.core.ids import Digest, MandateId, ProductId, Sku
from shopkeeper.domain.core.narrow import as_int, as_mapping
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Do, Next, Plan, ShowChoices, ShowMandate, Tell, plan
from shopkeeper.domain.dialogue.reference import ByWords, Candidate, Reference
from shopkeeper.domain.dialogue.resolve import NotFound, OneVariant, SomeProducts, SomeVariants, resolve
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus
from shopkeeper.domain.mandates.wish import MandateWish, wish_of
from shopkeeper.domain.policy import command

MOST_SHOWN = 6


def wish(act: acts.WishMandate, facts: Facts) -> Plan:
    """What shall be bought; "my oat milk" is the one bought before where several could be meant."""
    if act.reference is None:
        return _changed(act.wish, facts)
    wanted = {"then": "mandate", "wish": plain(act.wish)}
    match resolve(act.reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing, sku=sku):
            return propose(listing, sku, act.wish, facts)
        case SomeVariants(listing=listing, skus=skus):
            known = _bought_before(skus, facts)
            if known is not None:
                return propose(listing, known, act.wish, facts)
            say = Say(key="ask.variant", facts={"title": title(listing, facts)}, question=True)
            return plan(ask_variant(listing, buyable(listing, skus) or skus, say, wanted, facts))
        case SomeProducts(listings=listings):
            ours = [one for one in listings if _bought_before(tuple(one.offers), facts)]
            if len(ours) == 1:
                again = acts.WishMandate(reference=_product(ours[0].product.id), wish=act.wish)
                return wish(again, facts)
            return plan(ask_product(listings[:MOST_SHOWN], Say(key="ask.which_product", question=True), wanted, facts))
        case NotFound(text=text):
            key = "add.not_found" if text else "mandate.what"
            return plan(Tell(says=(Say(key=key, facts={"text": text}, question=not text),)))


def _product(product_id: ProductId) -> Reference:
    return ByWords(text="", candidates=(Candidate(product_id=product_id, score=1.0),), exact=True)


def _bought_before(skus: tuple[Sku, ...], facts: Facts) -> Sku | None:
    """The variant among `skus` that was in the newest order that had any."""
    return next((line.sku for order in facts.orders for line in order.quote.lines if line.sku in skus), None)


def propose(listing: Listing, sku: Sku, wanted: MandateWish, facts: Facts) -> Plan:
    """Written down, then read back by `ask_consent` at the end of the turn."""
    name = title(listing, facts, sku)
    do = command.ProposeMandate(
        conversation_id=facts.state.id, sku=sku, product_id=listing.product.id, title=name, wish=_with_defaults(wanted, facts)
    )
    return plan(Do(command=do))


def _with_defaults(wanted: MandateWish, facts: Facts) -> MandateWish:
    """Where to, when nothing was said: as the checkout under way has it."""
    chosen = facts.checkout.delivery if facts.checkout is not None else None
    if wanted.store_id or wanted.address or chosen is None:
        return wanted
    if chosen.method is DeliveryMethod.PICKUP and chosen.store_id:
        return MandateWish(store_id=chosen.store_id).over(wanted)
    label = chosen.address.label if chosen.address else None
    return MandateWish(address=label).over(wanted) if label else wanted


def proposed(facts: Facts) -> Mandate | None:
    return next((one for one in facts.mandates if one.status is MandateStatus.PROPOSED and one.conversation_id == facts.state.id), None)


def _changed(now: MandateWish, facts: Facts) -> Plan:
    """ "At most once a week": the same wish, said more closely."""
    standing = proposed(facts)
    if standing is None:
        return plan(Tell(says=(Say(key="mandate.what", question=True),)))
    kept = as_mapping(facts.state.question.context.get("wish") if facts.state.question else None)
    again = command.ProposeMandate(
        conversation_id=facts.state.id,
        sku=standing.sku,
        product_id=standing.product_id,
        title=standing.title,
        wish=now.over(wish_of(kept) if kept else _wish_from(standing)),
    )
    return plan(Do(command=again))


def _wish_from(mandate: Mandate) -> MandateWish:
    limits, address = mandate.limits, mandate.delivery.address
    return MandateWish(
        below=limits.below.minor if limits.below else None,
        most_per=limits.most_per.minor if limits.most_per else None,
        period=limits.period.value if limits.period else None,
        every_days=limits.every_days,
        times=limits.times,
        quantity=mandate.quantity,
        until=limits.expires_at.isoformat(),
        store_id=mandate.delivery.store_id,
        address=address.label if address else None,
        only=mandate.only or None,
    )


def ask_consent(mandate: Mandate) -> Ask:
    """One question, once the terms were said; the yes is to this digest."""
    cards = (ChoiceCard(value="yes", label=Say(key="choice.mandate_yes")), ChoiceCard(value="no", label=Say(key="choice.no")))
    question = Question(
        topic="mandate",
        choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")),
        context={"mandate_id": mandate.id, "digest": mandate.digest, "wish": plain(_wish_from(mandate))},
    )
    said = Say(key="ask.mandate", facts={"title": mandate.title}, question=True)
    return Ask(question=question, say=said, shows=(ShowChoices(choices=cards),))


def answered(question: Question, value: str, facts: Facts) -> Plan:
    mandate_id = MandateId(str(question.context.get("mandate_id", "")))
    if value != "yes":
        refuse = Do(command=command.RevokeMandate(mandate_id=mandate_id), then=Say(key="mandate.not_granted"))
        return plan(refuse)
    return grant(mandate_id, Digest(str(question.context.get("digest", ""))), facts)


def grant(mandate_id: MandateId, digest: Digest, facts: Facts) -> Plan:
    text = facts.said or "(tapped)"
    do = Do(command=command.GrantMandate(mandate_id=mandate_id, digest=digest, consent_text=text), then=Say(key="mandate.granted"))
    open_question = facts.state.question is not None and facts.state.question.topic == "mandate"
    seen = Tell(shows=(ShowMandate(mandate_id=mandate_id),))
    return plan(Close(reason="answered"), do, seen) if open_question else plan(do, seen)


def revoke(act: acts.RevokeMandate, facts: Facts) -> Plan:
    """Taking it back needs no second question where it is clear which one is meant."""
    live = [one for one in facts.mandates if one.is_live]
    if act.mandate_id is not None:
        live = [one for one in facts.mandates if one.id == act.mandate_id]
    elif act.reference is not None:
        named = _named(act.reference, facts)
        live = [one for one in live if one.product_id in named] or live
    if not live:
        return plan(Tell(says=(Say(key="mandate.none"),)))
    if len(live) > 1:
        return plan(_which(live))
    do = Do(command=command.RevokeMandate(mandate_id=live[0].id), then=Say(key="mandate.revoked"))
    return plan(do, Tell(shows=(ShowMandate(mandate_id=live[0].id),)))


def _named(reference: Reference, facts: Facts) -> frozenset[ProductId]:
    match resolve(reference, facts.state, facts.cart, facts.listings):
        case OneVariant(listing=listing) | SomeVariants(listing=listing):
            return frozenset({listing.product.id})
        case SomeProducts(listings=listings):
            return frozenset(listing.product.id for listing in listings)
        case NotFound():
            return frozenset()


def _which(live: list[Mandate]) -> Ask:
    offered = tuple(OfferedChoice(value=one.id, words=tuple(one.title.casefold().split())) for one in live)
    cards = tuple(ChoiceCard(value=one.id, label=one.title) for one in live)
    question = Question(topic="mandate_which", choices=offered)
    return Ask(question=question, say=Say(key="ask.mandate_which", question=True), shows=(ShowChoices(choices=cards, style="list"),))


def show(facts: Facts) -> Plan:
    """Those in force with all their terms, and how to stop them."""
    active = [one for one in facts.mandates if one.status is MandateStatus.ACTIVE]
    if not active:
        return plan(Tell(says=(Say(key="mandate.none"),)))
    says = [say for one in active for say in (*terms_says(one, facts.stores), Say(key="mandate.used", facts={"count": len(one.counted())}))]
    shows = tuple(ShowMandate(mandate_id=one.id) for one in active[:MOST_SHOWN])
    return plan(Tell(says=(*says, Say(key="mandate.how_to_stop")), shows=shows))


def buy_instead(question: Question, value: str, facts: Facts) -> Plan:
    """It was over a limit, so they were asked: yes is a purchase of their own, from cart to consent."""
    listing = facts.listings.get(ProductId(str(question.context.get("product_id", ""))))
    if value != "yes" or listing is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    sku = Sku(str(question.context.get("sku", "")))
    added = add_variant(listing, sku, {"quantity": as_int(question.context.get("quantity")) or 1}, facts)
    return Plan(decisions=(*added.decisions, Next(act=acts.CheckOut())))
