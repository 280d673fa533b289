"""Sending things back: which order and lines are meant, whether they may go, and one question before anything is registered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from shopkeeper.app.turn.decide import claims, exchanges
from shopkeeper.app.turn.decide.returns_denied import denied
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.quote import QuoteLine
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.core.ids import LineId, OrderNumber
from shopkeeper.domain.core.narrow import as_int
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, Close, Do, Plan, ShowChoices, ShowOrder, ShowReturn, Tell, plan
from shopkeeper.domain.dialogue.photo import PhotoCandidate
from shopkeeper.domain.dialogue.reference import ByFocus, ByPhoto, BySku, ByWords, Reference
from shopkeeper.domain.dialogue.resolve import CLEAR_MARGIN
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.policy import command
from shopkeeper.domain.returns.rma import CLAIMS, ReturnReason, Rma, RmaKind, RmaStatus, RmaWish
from shopkeeper.domain.returns.standing import OK, Ground, Standing, standing

EVERYTHING = "all"
MOST_OFFERED = 5
SURE = 0.8
"""The score from which words name goods of the shop, in or out of the order."""


def request(act: acts.RequestReturn, facts: Facts) -> Plan:
    """An order number alone opens nothing: only orders of this conversation or its signed-in customer are looked at."""
    if act.exchange and act.wanted is None and act.number is None and _names_goods(act.reference) and not _bought(act.reference, facts):
        act = replace(act, reference=None, wanted=act.reference)  # "exchange it for the care kit": what was not bought is wished for
    if isinstance(act.reference, ByFocus) and facts.state.focus is None:
        act = replace(act, reference=None)  # "for this", and nothing is in view: it is asked which
    waiting = exchanges.of_draft(act, open_draft(facts.after.returns), facts) or _only_more(act, facts)
    if waiting is not None:
        return waiting
    orders = _orders(act, facts)
    if not orders:
        key = "return.not_found" if act.number else "return.none"
        return plan(Tell(says=(Say(key=key, facts={"number": act.number or ""}),)))
    if len(orders) > 1:
        return _ask_order(act, orders)
    return _of_order(act, orders[0], facts)


def show(facts: Facts) -> Plan:
    """How every return stands, the newest first; nothing is drafted by asking."""
    found = facts.after.returns[:MOST_OFFERED]
    if not found:
        return plan(Tell(says=(Say(key="return.none_of_yours"),)))
    says = tuple(
        Say(
            key="return.stands_exchange" if rma.exchange else "return.stands",
            facts={
                "new": rma.exchange.title if rma.exchange else "",
                "rma": rma.number,
                "number": rma.order_number,
                "status": Say(key=f"return.status_{rma.status.value}"),
                "refund": rma.refund,
            },
        )
        for rma in found
    )
    shows = tuple(ShowReturn(order_number=number) for number in dict.fromkeys(rma.order_number for rma in found))
    return plan(Tell(says=says, shows=shows))


def _only_more(act: acts.RequestReturn, facts: Facts) -> Plan | None:
    """A reason given while a draft waits for its yes goes onto the draft."""
    draft = open_draft(facts.after.returns)
    if draft is None or draft.exchange is not None or act.reason is None or act.number is not None or _names_goods(act.reference):
        return None
    lines = tuple((line.line_id, line.quantity) for line in draft.lines)
    return plan(_draft(draft.order_number, lines, draft.kind, act, facts))


def _bought(reference: Reference | None, facts: Facts) -> bool:
    return any(_scores(reference, order, facts) for order in facts.after.orders)


def _names_goods(reference: Reference | None) -> bool:
    return isinstance(reference, BySku | ByPhoto) or (isinstance(reference, ByWords) and bool(reference.candidates))


def _surely_named(reference: Reference | None) -> bool:
    return not isinstance(reference, ByWords) or reference.exact or (bool(reference.candidates) and reference.candidates[0].score >= SURE)


def _orders(act: acts.RequestReturn, facts: Facts) -> Sequence[Order]:
    """The one order meant, or those that may be: by number, by what is in it, by the month it was bought in, by having arrived."""
    own = facts.after.orders
    if act.number is not None:
        return [order for order in own if order.number == act.number]
    if act.month is not None:
        zone = ZoneInfo(facts.profile.zone)
        own = [order for order in own if order.placed_at.astimezone(zone).month == act.month]
    if _names_goods(act.reference):
        if isinstance(act.reference, ByPhoto) and not any(_scores(act.reference, order, facts) for order in own):
            # The photo shows nothing that was bought here: then it is asked, as if it had not been sent.
            return _orders(replace(act, reference=None), facts)
        scored = [(order, best) for order in own if (best := max(_scores(act.reference, order, facts).values(), default=0.0)) > 0]
        top = max((score for _, score in scored), default=0.0)
        own = [order for order, score in scored if top - score < CLEAR_MARGIN]
        # What is still in the window is meant before what is long past.
        return [order for order in own if _returnable(act, order, facts)][:1] or own[:1]
    own = [order for order in own if order.status is not OrderStatus.CANCELED]
    own = [order for order in own if exchanges.suiting(act, order.quote.lines, facts)] or own
    possible = [order for order in own if _returnable(act, order, facts)]
    return (possible or own[:1])[:MOST_OFFERED]


def _returnable(act: acts.RequestReturn, order: Order, facts: Facts) -> bool:
    meant = _meant(act.reference, order, facts)
    return any(_standing(act, order, line, facts).code == OK for line in exchanges.suiting(act, meant, facts) or meant)


def _scores(reference: Reference | None, order: Order, facts: Facts) -> dict[LineId, float]:
    """How well each line of the order fits the words."""
    found: dict[LineId, float] = {}
    for line in order.quote.lines:
        listing = facts.after.goods.get(line.sku)
        product_id = listing.product.id if listing else None
        match reference:
            case BySku(sku=sku):
                score = 1.0 if line.sku == sku else 0.0
            case ByWords(candidates=candidates):
                score = max((one.score for one in candidates if one.product_id == product_id), default=0.0)
            case ByPhoto(candidates=seen):
                score = max((_likeness(one, line) for one in seen if one.product_id == product_id), default=0.0)
            case _:
                score = 0.0
        if score > 0:
            found[line.line_id] = score
    return found


def _likeness(seen: PhotoCandidate, line: QuoteLine) -> float:
    """Of a photo to what was bought: another variant of the same thing is half as like it."""
    return seen.score if not seen.skus or line.sku in seen.skus else seen.score / 2


def _meant(reference: Reference | None, order: Order, facts: Facts) -> Sequence[QuoteLine]:
    """The lines the words mean; all of them when no words name goods."""
    if not _names_goods(reference):
        return order.quote.lines
    scores = _scores(reference, order, facts)
    top = max(scores.values(), default=0.0)
    return [line for line in order.quote.lines if scores.get(line.line_id, 0.0) > max(0.0, top - CLEAR_MARGIN)]


def _of_order(act: acts.RequestReturn, order: Order, facts: Facts) -> Plan:
    lines = _meant(act.reference, order, facts)
    if not lines and act.number is not None and (act.withdraw or not _surely_named(act.reference)):
        # Words that name no goods of the shop surely ("hereby") beside an order's number: the order is meant.
        act, lines = replace(act, reference=None), order.quote.lines
    if not lines:
        say = Say(key="return.no_such_line", facts={"number": order.number})
        return plan(Tell(says=(say,), shows=(ShowOrder(number=order.number),)))
    if not _names_goods(act.reference):
        lines = exchanges.suiting(act, lines, facts) or lines
    asked = act.withdraw or (act.everything and not act.exchange)
    if not _names_goods(act.reference) and len(lines) > 1 and not asked and _may_be_any(act):
        possible = [line for line in lines if _standing(act, order, line, facts).code == OK]
        if len(possible) > 1:
            return _ask_lines(act, order, possible)
        lines = possible or lines
    judged = [(line, _standing(act, order, line, facts)) for line in lines]
    going = [(line, one) for line, one in judged if one.code == OK]
    if not going:
        return denied(act, order, judged[0][0], judged[0][1], facts)
    claimed = claims.judged(act, order, going[0][0], min(act.quantity or going[0][1].left, going[0][1].left), facts)
    if claimed is not None:
        return claimed
    if act.exchange and not act.withdraw:
        several = len(going) > 1
        return _ask_lines(act, order, [line for line, _ in going]) if several else _exchanged(act, order, *going[0], facts)
    kind = RmaKind.WITHDRAWAL if act.withdraw else RmaKind.RETURN
    wanted = tuple((line.line_id, min(act.quantity or one.left, one.left)) for line, one in going)
    unopened = [line.title for line, one in going if one.condition == "unopened"]
    told = (Tell(says=(Say(key="return.only_unopened", facts={"titles": tuple(unopened)}),)),) if unopened and not act.withdraw else ()
    return plan(_draft(order.number, wanted, kind, act, facts), *told)


def _exchanged(act: acts.RequestReturn, order: Order, line: QuoteLine, judged: Standing, facts: Facts) -> Plan:
    going = exchanges.Going(order=order, line=line, quantity=min(act.quantity or judged.left, judged.left))
    found = exchanges.wished(act, going, facts)
    if judged.condition != "unopened":
        return found
    return plan(Tell(says=(Say(key="return.only_unopened", facts={"titles": (line.title,)}),)), *found.decisions)


def _may_be_any(act: acts.RequestReturn) -> bool:
    """Whether "it" leaves open which line is meant: of a claim it does, goods are sent back one by one."""
    return act.reason in CLAIMS or not isinstance(act.reference, ByFocus)


def _standing(act: acts.RequestReturn, order: Order, line: QuoteLine, facts: Facts) -> Standing:
    terms = facts.profile.returns
    assert terms is not None
    listing = facts.after.goods.get(line.sku)
    earlier = [rma for rma in facts.after.returns if rma.order_number == order.number]
    kind = RmaKind.WITHDRAWAL if act.withdraw else RmaKind.RETURN
    today = facts.now.astimezone(ZoneInfo(facts.profile.zone)).date()
    ground = Ground(kind=kind, terms=terms, today=today, zone=facts.profile.zone)
    return standing(order, line, listing.product if listing else None, earlier, ground)


def _draft(number: OrderNumber, lines: tuple[tuple[LineId, int], ...], kind: RmaKind, act: acts.RequestReturn, facts: Facts) -> Do:
    draft = command.DraftReturn(
        conversation_id=facts.state.id,
        order_number=number,
        lines=lines,
        kind=kind,
        reason=act.reason or ReturnReason.NOT_STATED,
        comment=act.text,
    )
    key = "return.draft_withdrawal" if kind is RmaKind.WITHDRAWAL else "return.draft"
    return Do(command=draft, then=Say(key=key), shows=(ShowReturn(order_number=number),))


def _kept(act: acts.RequestReturn) -> dict[str, object]:
    """What a question has to remember of the wish that raised it."""
    reason = act.reason.value if act.reason else None
    kept: dict[str, object] = {"withdraw": act.withdraw, "reason": reason, "quantity": act.quantity, "text": act.text, "number": act.number}
    if act.exchange:
        kept |= {"exchange": True, "wanted": exchanges.kept_wanted(act.wanted), "or_refund": act.or_refund}
    return {**kept, "shown": claims.kept_photos(act.shown)} if act.shown and act.reason in CLAIMS else kept


def _ask_order(act: acts.RequestReturn, orders: Sequence[Order]) -> Plan:
    cards = tuple(
        ChoiceCard(value=order.number, label=f"#{order.number}", detail=Say(key="return.order_of", facts={"placed_at": order.placed_at}))
        for order in orders
    )
    choices = tuple(OfferedChoice(value=order.number, words=(order.number,)) for order in orders)
    question = Question(topic="return_order", choices=choices, context=_kept(act))
    return plan(Ask(question=question, say=Say(key="ask.return_order", question=True), shows=(ShowChoices(choices=cards),)))


def _ask_lines(act: acts.RequestReturn, order: Order, lines: Iterable[QuoteLine]) -> Plan:
    offered = list(lines)
    cards = tuple(ChoiceCard(value=line.line_id, label=line.title, sku=line.sku) for line in offered)
    everything = ChoiceCard(value=EVERYTHING, label=Say(key="choice.everything"))
    choices = tuple(OfferedChoice(value=line.line_id, words=(line.title.casefold(), *line.title.casefold().split())) for line in offered)
    question = Question(
        topic="return_line", choices=(*choices, OfferedChoice(value=EVERYTHING)), context={**_kept(act), "number": order.number}
    )
    say = Say(key="ask.exchange_line" if act.exchange else "ask.return_line", facts={"number": order.number}, question=True)
    return plan(Ask(question=question, say=say, shows=(ShowChoices(choices=cards if act.exchange else (*cards, everything)),)))


def answered(question: Question, value: str, facts: Facts) -> Plan:
    """Go on after the order, the lines, or the yes."""
    context = question.context
    reason = context.get("reason")
    act = acts.RequestReturn(
        number=OrderNumber(str(context.get("number"))) if context.get("number") else None,
        quantity=as_int(context.get("quantity")),
        reason=ReturnReason(str(reason)) if reason else None,
        withdraw=context.get("withdraw") is True,
        text=str(context.get("text") or ""),
        shown=claims.photos_again(context.get("shown")),
        exchange=context.get("exchange") is True,
        wanted=exchanges.wanted_again(context.get("wanted")),
        or_refund=context.get("or_refund") is True,
    )
    match question.topic:
        case "return":
            return confirm(facts) if value == "yes" else cancel(facts)
        case "return_order":
            return request(replace(act, number=OrderNumber(value)), facts)
        case _:
            return _lines_chosen(act, value, facts)


def _lines_chosen(act: acts.RequestReturn, value: str, facts: Facts) -> Plan:
    order = next((order for order in facts.after.orders if order.number == act.number), None)
    if order is None:
        return plan(Tell(says=(Say(key="return.none", facts={"number": ""}),)))
    chosen = [line for line in order.quote.lines if value in (EVERYTHING, line.line_id)]
    going = [(line, one) for line in chosen if (one := _standing(act, order, line, facts)).code == OK]
    if not going:
        return denied(act, order, chosen[0], _standing(act, order, chosen[0], facts), facts) if chosen else plan()
    if len(going) == 1:
        claimed = claims.judged(act, order, going[0][0], min(act.quantity or going[0][1].left, going[0][1].left), facts)
        if claimed is not None:
            return claimed
        if act.exchange:
            return _exchanged(act, order, *going[0], facts)
    wanted = tuple((line.line_id, min(act.quantity or one.left, one.left)) for line, one in going)
    kind = RmaKind.WITHDRAWAL if act.withdraw else RmaKind.RETURN
    return plan(_draft(order.number, wanted, kind, act, facts))


def open_draft(returns: Sequence[Rma]) -> Rma | None:
    return next((rma for rma in returns if rma.status is RmaStatus.DRAFT), None)


def confirm(facts: Facts, number: str | None = None) -> Plan:
    """The yes to the draft on the table, or to the one that was tapped."""
    draft = next((rma for rma in facts.after.returns if rma.number == number), None) if number else open_draft(facts.after.returns)
    if draft is None:
        return plan(Tell(says=(Say(key="confirm.nothing"),)))
    do = Do(command=command.ConfirmReturn(number=draft.number), shows=(ShowReturn(order_number=draft.order_number),))
    return plan(Close(reason="answered"), do) if _is_asked(facts) else plan(do)


def cancel(facts: Facts, number: str | None = None) -> Plan:
    draft = next((rma for rma in facts.after.returns if rma.number == number), None) if number else open_draft(facts.after.returns)
    if draft is None:
        return plan(Tell(says=(Say(key="decline.fine"),)))
    do = Do(command=command.CancelReturn(number=draft.number), then=Say(key="return.canceled"))
    return plan(Close(reason="declined"), do) if _is_asked(facts) else plan(do)


def _is_asked(facts: Facts) -> bool:
    return facts.state.question is not None and facts.state.question.topic == "return"


def ask_confirm(draft: Rma) -> Ask:
    """The one question before a return is registered; a withdrawal asks for no reason and holds nobody back."""
    key = "ask.withdrawal" if draft.kind is RmaKind.WITHDRAWAL else "ask.return"
    key = key if draft.wish is RmaWish.REFUND else "ask.replacement"
    choices = (OfferedChoice(value="yes"), OfferedChoice(value="no"))
    question = Question(topic="return", choices=choices, context={"rma": draft.number, "number": draft.order_number})
    return Ask(question=question, say=Say(key=key, facts={"refund": draft.refund}, question=True))
