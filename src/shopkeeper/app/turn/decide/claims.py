"""Goods said to be broken or wrong: what photos of them are taken for, one more where they leave doubt, and a new one instead.

Nobody is accused and nothing is refused over a photo: what does not fit goes to a person with the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shopkeeper.app.turn.decide.service import ask_person
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import LineId, OrderNumber, ProductId
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Do, Plan, ShowChoices, ShowReturn, Tell, plan
from shopkeeper.domain.dialogue.photo import FileSign, PhotoCandidate, Verdict
from shopkeeper.domain.dialogue.reference import ByPhoto
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import DraftReturn, FlagClaim
from shopkeeper.domain.returns.rma import CLAIMS, ReturnReason, RmaKind, RmaWish

LIKELIEST = 3
"""The thing is among so many that a photo looks most like: what is broken looks less like its picture than a whole one does."""
WISHES = ((RmaWish.REPLACEMENT.value, Say(key="choice.replacement")), (RmaWish.REFUND.value, Say(key="choice.refund")))
LOOKS_DIFFERENT = "looks_different"
LABEL_FITS, STILL_DIFFERENT, NO_MORE_PHOTOS = "label_fits", "still_different", "no_more_photos"


def judged(act: acts.RequestReturn, order: Order, line: QuoteLine, quantity: int, facts: Facts) -> Plan | None:
    """The next step of a claim, with or without photos; None where there is no claim."""
    if act.reason is None or act.reason not in CLAIMS or act.withdraw:
        return None
    context: dict[str, object] = {
        "number": order.number,
        "line_id": line.line_id,
        "reason": act.reason.value,
        "quantity": quantity,
        "text": act.text,
        "photos": [picture.sha256 for picture in act.shown],
    }
    doubts = _doubts(act.shown, order, line, facts) if act.shown else []
    if not doubts:
        return _offer(context, line, facts)
    question = Question(topic="claim_photo", choices=(OfferedChoice(value="no"),), context=context)
    cards = (ChoiceCard(value="no", label=Say(key="choice.no_photo")),)
    say = Say(key="ask.claim_photo", facts={"title": line.title}, question=True)
    flag = _flag(context, [picture.sha256 for picture in act.shown], doubts, facts)
    return plan(Tell(says=(Say(key="claim.sorry"),)), flag, Ask(question=question, say=say, shows=(ShowChoices(choices=cards),)))


def photos_given(act: acts.GivePhotos, facts: Facts) -> Plan:
    """The photo that was asked for. Where it fits, the goods are made good; where it does not, a person looks at all of them."""
    question = facts.state.question
    found = _meant(question.context, facts) if question is not None and question.topic == "claim_photo" else None
    if question is None or found is None:
        return plan(Tell(says=(Say(key="photo.unknown"),)))
    order, line = found
    context = question.context
    before = {str(one) for one in as_sequence(context.get("photos"))}
    new = [picture for picture in act.shown if picture.sha256 not in before]
    fits = bool(new) and not _doubts(new, order, line, facts)
    flag = _flag(context, [picture.sha256 for picture in new], [LABEL_FITS if fits else STILL_DIFFERENT], facts)
    return Plan(decisions=(flag, *(_offer(context, line, facts) if fits else _to_a_person(facts)).decisions))


def kept_photos(shown: Sequence[ByPhoto]) -> list[dict[str, object]]:
    """What a question in between has to remember of the photos."""
    return [
        {
            "sha256": picture.sha256,
            "signs": [sign.value for sign in picture.signs],
            "seen": {one.product_id: one.score for one in picture.candidates},
            "order_number": picture.reads.get("order_number"),
        }
        for picture in shown
    ]


def photos_again(kept: object) -> tuple[ByPhoto, ...]:
    """The photos that `kept_photos` noted, as far as a claim asks about them."""
    return tuple(_photo_again(as_mapping(one)) for one in as_sequence(kept))


def _photo_again(noted: Mapping[str, object]) -> ByPhoto:
    seen = as_mapping(noted.get("seen")).items()
    number = noted.get("order_number")
    return ByPhoto(
        candidates=tuple(PhotoCandidate(product_id=ProductId(name), score=float(str(score))) for name, score in seen),
        verdict=Verdict.ALIKE if seen else Verdict.UNKNOWN,
        part=0,
        reads={"order_number": str(number)} if number else {},
        sha256=str(noted.get("sha256")),
        signs=tuple(FileSign(str(sign)) for sign in as_sequence(noted.get("signs"))),
    )


def answered(question: Question, value: str, facts: Facts) -> Plan:
    """No further photo: a person decides. Else what the shopper would like for the goods."""
    context = question.context
    if question.topic == "claim_photo":
        return Plan(decisions=(_flag(context, [], [NO_MORE_PHOTOS], facts), *_to_a_person(facts).decisions))
    return plan(_draft(context, RmaWish.REPLACEMENT if value == "replacement" else RmaWish.REFUND, facts))


def _to_a_person(facts: Facts) -> Plan:
    asked = ask_person(acts.AskPerson(reason="claim"), facts)
    return plan(Tell(says=(Say(key="claim.person_looks"),)), *asked.decisions)


def _doubts(shown: Sequence[ByPhoto], order: Order, line: QuoteLine, facts: Facts) -> list[str]:
    """Codes of what a person would want to know; none where the photos show the goods plainly."""
    signs = [f"file_{sign.value}" for picture in shown for sign in picture.signs]
    fits = any(_fits(picture, order, line, facts) for picture in shown)
    return list(dict.fromkeys([*signs, *([] if fits else [LOOKS_DIFFERENT])]))


def _fits(picture: ByPhoto, order: Order, line: QuoteLine, facts: Facts) -> bool:
    """The thing itself, or the label on its box: its code, its name, or the number of the order."""
    if str(picture.reads.get("order_number") or "") == order.number:
        return True
    listing = facts.after.goods.get(line.sku)
    likeliest = list(dict.fromkeys(one.product_id for one in picture.candidates))[:LIKELIEST]
    return listing is not None and listing.product.id in likeliest


def _offer(context: Mapping[str, object], line: QuoteLine, facts: Facts) -> Plan:
    """A new one where there is one to be had, else the money back."""
    listing = facts.after.goods.get(line.sku)
    if listing is None or not _can_replace(listing, line, as_int(context.get("quantity")) or 1):
        return plan(_draft(context, RmaWish.REFUND, facts))
    question = Question(topic="claim_wish", choices=tuple(OfferedChoice(value=wish, words=(wish,)) for wish, _ in WISHES), context=context)
    cards = tuple(ChoiceCard(value=wish, label=label) for wish, label in WISHES)
    say = Say(key="ask.claim_wish", facts={"title": line.title}, question=True)
    return plan(Ask(question=question, say=say, shows=(ShowChoices(choices=cards),)))


def _can_replace(listing: Listing, line: QuoteLine, quantity: int) -> bool:
    offer = listing.offers.get(line.sku)
    return offer is not None and listing.can_buy(line.sku) and (offer.total_available is None or offer.total_available >= quantity)


def _draft(context: Mapping[str, object], wish: RmaWish, facts: Facts) -> Do:
    number = OrderNumber(str(context["number"]))
    draft = DraftReturn(
        conversation_id=facts.state.id,
        order_number=number,
        lines=((LineId(str(context["line_id"])), as_int(context.get("quantity")) or 1),),
        kind=RmaKind.RETURN,
        reason=ReturnReason(str(context["reason"])),
        comment=str(context.get("text") or ""),
        wish=wish,
    )
    key = "return.draft_replacement" if wish is RmaWish.REPLACEMENT else "return.draft"
    return Do(command=draft, then=Say(key=key), shows=(ShowReturn(order_number=number),))


def _flag(context: Mapping[str, object], photos: Sequence[str], signs: Sequence[str], facts: Facts) -> Do:
    flag = FlagClaim(
        conversation_id=facts.state.id,
        order_number=OrderNumber(str(context["number"])),
        line_id=LineId(str(context["line_id"])),
        reason=ReturnReason(str(context["reason"])),
        photos=tuple(photos),
        signs=tuple(signs),
    )
    return Do(command=flag)


def _meant(context: Mapping[str, object], facts: Facts) -> tuple[Order, QuoteLine] | None:
    order = next((one for one in facts.after.orders if one.number == context.get("number")), None)
    line = next((one for one in order.quote.lines if one.line_id == context.get("line_id")), None) if order else None
    return (order, line) if order is not None and line is not None else None
