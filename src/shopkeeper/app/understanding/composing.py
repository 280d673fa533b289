"""From the clauses of a message to its acts, in the order they were said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from shopkeeper.app.understanding.after_sale_acts import after_sale_act, arrival, continues_return
from shopkeeper.app.understanding.amounts import amounts_of, budgets_of
from shopkeeper.app.understanding.booking_acts import booked_together
from shopkeeper.app.understanding.desk_acts import desk_act
from shopkeeper.app.understanding.exchange_acts import exchange_act
from shopkeeper.app.understanding.flow_acts import flow_of, started
from shopkeeper.app.understanding.limits import both, constraints_of, excluded_words
from shopkeeper.app.understanding.making import Making
from shopkeeper.app.understanding.mandate_acts import mandate_act
from shopkeeper.app.understanding.phrases import by_words, is_mention, names_goods, phrase_of
from shopkeeper.app.understanding.product_acts import product_acts
from shopkeeper.app.understanding.product_wish import phrase_at
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.service_acts import code_act, given_things, order_act, service_acts
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause, joined_clause, split_at
from shopkeeper.domain.dialogue.grammar.times import Bound, Grain, When
from shopkeeper.domain.dialogue.reference import ByFocus
from shopkeeper.domain.fulfillment.shipment import TimeWish

RECORDED = ("order_status", "elsewhere", "my_returns", "return_it", "withdraw", "exchange")
"""What the records answer, or a return of its own begins: no flow does."""

COURTESY = frozenset({"greet", "thank", "bye", "yes", "no"})
SILENT = frozenset({"stop", "filler", "definite", "but", "and", "one", "question", "to", "in", "purpose"})
ACT_LIMIT = 40
MOST_LISTED = 6
"""A longer run of words is a description, no list without marks."""
WHOLE_NAME = 0.88
"""The score from which words are a product's whole name, and not words from here and there in it."""
_ONE_THING = ("compare", "exchange", "gift", "likes", "elsewhere", "purpose", "book", "return_it", "ask", "change")
_WANTS_BY = (acts.AddLineItem, acts.ChooseDelivery, acts.CheckOut)
_SENDING = (acts.GiveAddress, acts.ChooseDelivery, acts.CheckOut, acts.Pay)
_ORDERING = (acts.AddLineItem, acts.ApplyCode, *_SENDING)
_ASKING = (acts.FindProduct, acts.AskAboutProduct, acts.AskPolicy, acts.AskOrderStatus, acts.CompareProducts)

NEGATIONS = frozenset({"not", "doesn't", "doesnt", "isn't", "isnt", "won't", "wont", "nicht", "no", "non", "pas", "不", "نہیں"})


def compose(scene: Scene, clauses: Sequence[Clause]) -> list[acts.Act]:
    """Every act of the message. Things with a shape of their own come where they stand."""
    standing = mandate_act(scene)
    if standing is not None:
        return [standing]
    given = dict(given_things(scene))
    begun = _flow(scene, clauses)
    if begun is not None:
        flow_clauses, act = begun
        before = [clause for clause in clauses if clause.end <= flow_clauses[0].start]
        after = [clause for clause in clauses if clause.start >= flow_clauses[-1].end]
        beside = compose(scene, before) if before else []
        return [*beside, act, *(compose(replace(scene, acts=[]), after) if after else [])]
    making = Making(scene)
    joined = _rejoined(scene, _with_conditions(scene, booked_together(scene, clauses)))
    for clause in _one_by_one(scene, _recounted(scene, joined)):
        placed = [act for at, act in given.items() if clause.start <= at < clause.end]
        found = making.take(clause, _clause_acts(scene, clause, given=bool(placed)))
        scene.acts.extend(found)
        scene.acts.extend(placed)
    making.finish()
    _ordered(scene, making.named)
    _goods_first(scene)
    scene.made = making.used
    _dated(scene)
    scene.acts.extend(_needed(scene))
    return scene.acts[:ACT_LIMIT]


def _flow(scene: Scene, clauses: Sequence[Clause]) -> tuple[Sequence[Clause], acts.Act] | None:
    """The part of the message that begins a flow: one clause of it, or all of it together."""
    several = [[clause] for clause in clauses] if len(clauses) > 1 else []
    for part in (*several, list(clauses)):
        if any(clause.has(kind) for clause in part for kind in RECORDED) or any(_is_claim(scene, clause) for clause in part):
            continue
        if any(cue.kind == "ask" and cue.value == "delivery" for clause in part for cue in clause.cues):
            continue
        flow = flow_of(scene, part)
        if flow is not None:
            return part, started(scene, flow, part)
    return None


def _is_claim(scene: Scene, clause: Clause) -> bool:
    """ "The mugs arrived broken" of somebody whose orders are known: the goods are found there, and made good."""
    return scene.context.state.customer_id is not None and clause.has("claim") and _names_goods(scene, clause, frozenset())


def _dated(scene: Scene) -> None:
    """ "Can it arrive by Thursday?": the day belongs to the question, nothing is asked for yet."""
    when = next((one.when for one in scene.reading.times if scene.dated.isdisjoint(one.tokens)), None)
    if when is None:
        return
    for at, act in enumerate(scene.acts):
        if isinstance(act, acts.AskAboutProduct) and act.aspect == "delivery":
            scene.acts[at] = replace(act, wanted=_wish_of(when))


PAYING = ("pay", "payment", "payment_word")
"""Cues of paying: "I pay now" says when to pay, not when it shall come."""


def _needed(scene: Scene) -> list[acts.Act]:
    """When goods are needed: a time for what is sent or fetched now is kept to, "two milks for tonight" is answered."""
    wanted = any(isinstance(act, _WANTS_BY) for act in scene.acts)
    sends = any(isinstance(act, acts.GiveAddress | acts.ChooseDelivery) for act in scene.acts)
    paying = {at for cue in scene.reading.cues if cue.kind in PAYING for at in range(cue.start, cue.end + 1)}
    free = [
        one
        for one in scene.reading.times
        if (one.mention.sure or paying.isdisjoint(one.tokens))
        and scene.dated.isdisjoint(one.tokens)
        and (one.mention.sure or (sends and one.when.has_time))
    ]
    when = next((one.when for one in sorted(free, key=lambda one: not one.mention.sure)), None)
    if when is None:
        return []
    changes = scene.context.state.checkout_id is not None and not any(isinstance(act, _ASKING) for act in scene.acts)
    if when.has_time and (sends or changes):
        # "I need it by noon": the thing is the order under way, nothing is pointed at.
        pointed = acts.Choose(reference=ByFocus())
        scene.acts[:] = [act for act in scene.acts if act != pointed]
        return [acts.ChooseTime(wish=_wish_of(when))]
    return [acts.NeedBy(when=when)] if wanted else []


def _wish_of(when: When) -> TimeWish:
    match when.bound:
        case Bound.BEFORE:
            return TimeWish(end=when.starts)
        case Bound.BY:
            return TimeWish(end=when.starts if when.grain is Grain.MINUTE else when.ends)
        case Bound.AFTER:
            return TimeWish(start=when.starts)
        case Bound.AT:
            moment = when.grain is Grain.MINUTE and when.ends - when.starts <= timedelta(minutes=1)
            return TimeWish(start=when.starts, end=when.starts if moment else when.ends)


def _ordered(scene: Scene, named: Iterable[int]) -> None:
    """ "eggs and milk, to my office", "milk and two mugs": who says where, when or how many wants things, not only to see them."""
    ordering = any(isinstance(act, _ORDERING) for act in scene.acts)
    if not ordering and not any(timed.mention.sure and timed.when.has_time for timed in scene.reading.times):
        return
    for at in named:
        act = scene.acts[at] if at < len(scene.acts) else None
        if isinstance(act, acts.FindProduct) and act.reference is not None and is_mention(act.reference):
            scene.acts[at] = acts.AddLineItem(reference=act.reference, budget=act.constraints.max_price)


def _goods_first(scene: Scene) -> None:
    """ "to my office: two teas and milk": what is wanted comes into the cart before it is sent anywhere."""
    last = max((at for at, act in enumerate(scene.acts) if isinstance(act, acts.AddLineItem)), default=-1)
    sent = [act for act in scene.acts[: last + 1] if isinstance(act, acts.GiveAddress | acts.ChooseDelivery | acts.ChoosePayment)]
    rest = [act for act in scene.acts[: last + 1] if act not in sent]
    scene.acts[: last + 1] = [*rest, *sent]


def _with_conditions(scene: Scene, clauses: Sequence[Clause]) -> list[Clause]:
    """ "if it doesn't, never mind": the condition and what hangs on it are one."""
    joined: list[Clause] = []
    for clause in clauses:
        hangs = any(clause.has(kind) for kind in ("cancel", "add", "no", "skip"))
        if joined and clause.joined == "comma" and hangs and _is_bare_condition(joined[-1]):
            joined[-1] = joined_clause(joined[-1], clause)
        elif joined and clause.joined == "comma" and hangs and not clause.has("add") and _ends_in_condition(joined[-1]):
            scene.notes["conditional"] = True
        else:
            joined.append(clause)
    return joined


def _is_bare_condition(clause: Clause) -> bool:
    """A clause that begins with "if" and wants nothing itself."""
    first = next(iter(clause.cues), None)
    if first is None or first.kind not in ("if", "if_fits") or first.start != clause.start:
        return False
    wants = ("add", "want", "find", "order_status", "return_it", "book", "pay", "check_out", "cancel")
    return not any(clause.has(kind) for kind in wants)


def _ends_in_condition(clause: Clause) -> bool:
    """ "would the rack work with 25 mm - if not": what comes next hangs on it."""
    last = next((cue for cue in reversed(clause.cues) if cue.kind not in ("not", "no", "stop")), None)
    return last is not None and last.kind == "if" and clause.end - last.end <= 1


def _rejoined(scene: Scene, clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses cut inside a product's name ("salt & vinegar chips") put together again."""
    joined: list[Clause] = []
    for clause in clauses:
        if joined and clause.joined == "and" and _one_name(scene, joined[-1], clause):
            joined[-1] = joined_clause(joined[-1], clause)
        else:
            joined.append(clause)
    return joined


def _one_name(scene: Scene, first: Clause, second: Clause) -> bool:
    if second.numbers or any(cue.kind not in SILENT for cue in second.cues):
        return False
    left = phrase_of(scene.reading, first, frozenset())
    right = phrase_of(scene.reading, second, frozenset())
    if left is None or right is None:
        return False
    language = scene.reading.language
    both = scene.index.resolve(f"{left.text} {right.text}", language=language)
    tops = [
        found.hits[0].product_id
        for found in (both, *(scene.index.resolve(one.text, language=language) for one in (left, right)))
        if found.hits
    ]
    return both.exact and len(tops) == 3 and len(set(tops)) == 1


def _recounted(scene: Scene, clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses with several counts cut before each next one ("2 mugs 3 totes")."""
    cut: list[Clause] = []
    for clause in clauses:
        rest = clause
        limits = frozenset(at for budget in budgets_of(scene.reading, clause) for at in budget.used)
        counts = amounts_of(scene.reading, clause, limits)
        leading = bool(counts) and phrase_of(scene.reading, split_at(clause, counts[0].start)[0], frozenset()) is None
        for count in counts[1:] if leading else ():
            first, second = split_at(rest, count.start)
            wished = any(first.start <= wish.start and wish.end <= first.end for wish in scene.reading.wishes)
            if wished or phrase_of(scene.reading, first, frozenset(counts[0].used)) is not None:
                cut.append(first)
                rest = second
        cut.append(rest)
    return cut


def _one_by_one(scene: Scene, clauses: Sequence[Clause]) -> list[Clause]:
    """Goods written one after another without a mark ("12 eggs milk butter") cut apart, where the catalog knows each and not all as one."""
    cut: list[Clause] = []
    for clause in clauses:
        rest = clause
        while (place := _next_thing(scene, rest)) is not None:
            first, rest = split_at(rest, place)
            cut.append(first)
        cut.append(rest)
    return cut


def _next_thing(scene: Scene, clause: Clause) -> int | None:
    """The token where a second thing begins behind a whole first one."""
    counted = frozenset(at for amount in amounts_of(scene.reading, clause, frozenset()) for at in amount.used)
    phrase = None if clause.asks or any(clause.has(kind) for kind in _ONE_THING) else phrase_of(scene.reading, clause, counted)
    if phrase is None or not MOST_LISTED >= len(phrase.tokens) > 1:
        return None
    if not counted.union(phrase.tokens).issuperset(range(phrase.tokens[0], phrase.tokens[-1])):
        return None  # grammar in between: "tea with oat milk" is one thing
    language = scene.reading.language
    whole = scene.index.resolve(phrase.text, language=language)
    if whole.exact_sku is not None or whole.options or (whole.exact and whole.hits[0].score >= WHOLE_NAME):
        return None
    for cut in range(len(phrase.tokens) - 1, 0, -1):
        if _is_thing(scene, phrase.tokens[:cut]) and _are_things(scene, phrase.tokens[cut:]):
            return phrase.tokens[cut]
    return None


def _is_thing(scene: Scene, tokens: tuple[int, ...]) -> bool:
    """Whether the words are the name of goods just as they stand."""
    found = scene.index.resolve(phrase_at(scene, tokens).text, language=scene.reading.language)
    return found.exact and not found.corrected and not found.options and found.hits[0].score >= WHOLE_NAME


def _are_things(scene: Scene, tokens: tuple[int, ...]) -> bool:
    cuts = range(1, len(tokens))
    return _is_thing(scene, tokens) or any(_is_thing(scene, tokens[:cut]) and _are_things(scene, tokens[cut:]) for cut in cuts)


def _clause_acts(scene: Scene, clause: Clause, *, given: bool) -> list[acts.Act]:
    if clause.has("outside"):
        start, end = scene.reading.span(clause.start, clause.end)
        return [acts.Unknown(text=scene.reading.text[start:end])]
    desk = desk_act(scene, clause)
    if isinstance(desk, acts.AskOrderStatus):
        return [desk]
    if desk is not None:
        asked = order_act(scene, clause)
        return [*([asked[0]] if asked and asked[0] != desk else []), desk]
    if clause.has("if") and (clause.has("cancel") or clause.has("no") or clause.has("skip")):
        scene.notes["conditional"] = True
        return []
    if _is_condition(scene, clause):
        return []
    if (coming := _in_time(scene, clause)) is not None:
        return [*(product_acts(scene, clause, frozenset()) if clause.has("add") else ()), coming]
    polite = _courtesy(scene, clause)
    swapped = exchange_act(scene, clause)
    if swapped is not None:
        return [*polite, *swapped]
    if continues_return(scene, clause):
        return polite
    later = after_sale_act(scene, clause)
    if later is not None:
        return [*polite, *later]
    if _belongs_to_gift(scene, clause):
        return polite
    order = order_act(scene, clause)
    if order is not None:
        return [*polite, order[0]]
    if (paid := _card_for(scene, clause)) is not None:
        return [*polite, *paid]
    code = code_act(scene, clause)
    if code is not None:
        return [*polite, code[0]]
    sent = _price_sent(scene, clause)
    if sent:
        return [*polite, *sent]
    service = service_acts(scene, clause)
    used = frozenset(at for cue, _ in service for at in range(cue.start, cue.end))
    aside = all(isinstance(act, acts.NoteWish) for _, act in service)
    place = any(isinstance(act, acts.AskPolicy) and act.topic == "delivery_area" for _, act in service)
    if service and not aside and (place or not _wants_product(scene, clause, used)):
        return [*polite, *(act for _, act in service)]
    store = _store_alone(scene, clause)
    if store is not None and not service:
        return [*polite, store]
    if given and not clause.has("add") and not _names_goods(scene, clause, used):
        return [*polite, *(act for _, act in service)]
    about = [_to_order(clause, act) for act in product_acts(scene, clause, used)]
    if scene.acts and not service and all(_about_it(act) for act in about) and (where := _store_in(scene, clause)):
        return [*polite, where]
    said = [act for _, act in service]
    asides = [act for act in said if isinstance(act, acts.NoteWish)]
    sent = [act for act in said if isinstance(act, _SENDING)] if about else []
    found = [*polite, *(act for act in said if act not in asides and act not in sent), *about, *sent, *asides]
    return found or _unread(scene, clause)


def _price_sent(scene: Scene, clause: Clause) -> list[acts.Act]:
    """ "How much is it with shipping?": two prices are asked for, nothing is sent."""
    sent = next((cue for cue in clause.cues if cue.kind == "ship" or (cue.kind, cue.value) == ("policy", "delivery")), None)
    if sent is None or clause.has("add") or not any(cue.value == "price" for cue in clause.all("ask")):
        return []
    goods = product_acts(scene, clause, frozenset(range(sent.start, sent.end)))
    asked = [act for act in goods if isinstance(act, acts.AskAboutProduct)]
    pointed = not asked or isinstance(asked[0].reference, ByFocus)
    about: list[acts.Act] = [acts.ShowCart()] if pointed and scene.has_cart else [*asked] if not pointed or scene.has_subject else []
    return [*about, acts.AskPolicy(topic="delivery")]


def _card_for(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """ "Use my free card for eggs and milk": the goods are wanted, whatever becomes of the card."""
    card = clause.first("gift_pay")
    cut = next((cue for cue in clause.all("purpose") if card is not None and cue.start == card.end), None)
    if cut is None or not _names_goods(scene, split_at(clause, cut.end)[1], frozenset()):
        return None
    scene.verb = "add"
    for part in _one_by_one(scene, [split_at(clause, cut.end)[1]]):
        scene.acts.extend(product_acts(scene, part, frozenset()))
    return [acts.PayByGiftCard()]


def _to_order(clause: Clause, act: acts.Act) -> acts.Act:
    """ "Add a mug to that order": the order stands behind the verb, so it is no verb itself."""
    add, order = clause.first("add"), clause.first("order")
    behind = add is not None and order is not None and add.end < order.start
    return replace(act, to_order=True) if behind and isinstance(act, acts.AddLineItem) else act


def _is_condition(scene: Scene, clause: Clause) -> bool:
    """ "if so add it" after a question whether it fits: the answer decides."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.AskFit) or not (clause.has("if_fits") or clause.has("if")) or not clause.has("add"):
        return False
    if any(scene.reading.tokens[at].norm in NEGATIONS for at in range(clause.start, clause.end)):
        return False
    scene.acts[-1] = replace(last, add=True)
    return True


def _in_time(scene: Scene, clause: Clause) -> acts.Act | None:
    """ "Only if it arrives by Friday": whether it does is told; nothing is bought by that."""
    arrives = clause.has("arrives") or any(cue.value == "delivery" for cue in clause.all("ask"))
    last = scene.acts[-1] if scene.acts else None
    about = isinstance(last, acts.FindProduct | acts.AddLineItem) or scene.has_subject or scene.has_cart
    if not clause.has("if") or not arrives or not about or scene.said_when(clause) is None:
        return None
    return acts.AskAboutProduct(reference=ByFocus(), aspect="delivery")


def _belongs_to_gift(scene: Scene, clause: Clause) -> bool:
    """What is liked, what it may cost and when it has to be there, said after "a present for": all one search."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.FindGift) or clause.has("add") or clause.has("order_status"):
        return False
    budgets = budgets_of(scene.reading, clause)
    excluded, left_out = excluded_words(scene, clause, frozenset(at for budget in budgets for at in budget.used))
    limits = both(last.constraints, constraints_of(scene, clause, budgets, excluded))
    by = arrival(scene, clause)
    when = scene.said_when(clause)
    used = left_out | (when.tokens if when else frozenset[int]()) | frozenset(at for budget in budgets for at in budget.used)
    used |= {at for cue in clause.cues if cue.kind in ("diet", "likes") for at in range(cue.start, cue.end)}
    phrase = phrase_of(scene.reading, clause, frozenset(used))
    reference, likes = last.reference, last.likes
    if phrase is not None:
        words = by_words(phrase, scene.index.resolve(phrase.text, language=scene.reading.language))
        if words.candidates:
            reference, likes = words, " ".join(filter(None, (last.likes, phrase.text)))
    if by is not None and when is not None:
        scene.slot("arrive_by", by.isoformat(), min(when.tokens), max(when.tokens) + 1)
    scene.acts[-1] = replace(
        last, reference=reference, likes=likes, constraints=limits, arrive_by=by.isoformat() if by is not None else last.arrive_by
    )
    return True


def _courtesy(scene: Scene, clause: Clause) -> list[acts.Act]:
    """Greetings, thanks, yes and no; a "no" before other words negates them instead."""
    found: list[acts.Act] = []
    for cue in clause.cues:
        match cue.kind:
            case "greet":
                found.append(acts.Greet())
            case "thank" | "bye":
                found.append(acts.Thank())
            case "yes" if not clause.has("allergy"):  # 对坚果过敏
                found.append(acts.Confirm())
            case "no" if _is_whole(scene, clause):
                found.append(acts.Decline())
            case _:
                continue
    return list(dict.fromkeys(found))


def _is_whole(scene: Scene, clause: Clause) -> bool:
    return phrase_of(scene.reading, clause, frozenset()) is None and not any(
        cue.kind not in COURTESY and cue.kind not in SILENT for cue in clause.cues
    )


def _wants_product(scene: Scene, clause: Clause, used: frozenset[int]) -> bool:
    """Whether a clause with a service act also asks for a product ("add a mug and pay" cut too late)."""
    if clause.has("of_them") and amounts_of(scene.reading, clause, used):
        return True
    if any(cue.kind in ("add", "want", "remove", "change") and cue.start not in used for cue in clause.cues):
        return phrase_of(scene.reading, clause, used) is not None or clause.has("focus")
    if not any(clause.has(kind) for kind in ("label", "ship", "pickup")):
        return False
    return (not clause.asks or bool(amounts_of(scene.reading, clause, used))) and _names_goods(scene, clause, used)


def _names_goods(scene: Scene, clause: Clause, used: frozenset[int]) -> bool:
    counts = frozenset(at for amount in amounts_of(scene.reading, clause, used) for at in amount.used)
    return names_goods(scene.index, phrase_of(scene.reading, clause, used | counts), scene.reading.language)


def _store_alone(scene: Scene, clause: Clause) -> acts.Act | None:
    """ "Mitte", "in Mitte please": a branch is where to pick up."""
    here = [(at, store) for at, store in scene.reading.stores if clause.start <= at < clause.end]
    if not here or phrase_of(scene.reading, clause, frozenset()) is not None:
        return None
    if any(cue.kind not in SILENT and cue.kind not in COURTESY and cue.kind != "ship" for cue in clause.cues):
        return None
    return _store_in(scene, clause)


def _store_in(scene: Scene, clause: Clause) -> acts.Act | None:
    found = next(((at, store) for at, store in scene.reading.stores if clause.start <= at < clause.end), None)
    if found is None:
        return None
    at, store = found
    scene.slot("store", store, at, at + 1)
    return acts.ChooseDelivery(method=DeliveryMethod.PICKUP, store_id=StoreId(store))


def _about_it(act: acts.Act) -> bool:
    """After "this one please": "can I get it in Mitte?" is about where, and adds (or, "je peux le retirer", takes away) nothing."""
    match act:
        case (
            acts.AddLineItem(reference=ByFocus(), quantity=None)
            | acts.RemoveLineItem(reference=ByFocus())
            | acts.FindProduct(reference=None)
        ):
            return True
        case acts.FindProduct(reference=ByFocus()) | acts.AskAboutProduct(reference=ByFocus()) | acts.Choose(reference=ByFocus()):
            return True
        case _:
            return False


def _unread(scene: Scene, clause: Clause) -> list[acts.Act]:
    """Words that mean nothing here are said to be so, unless they are grammar only."""
    phrase = phrase_of(scene.reading, clause, frozenset())
    if phrase is None or scene.acts or clause.joined == "but" or any(cue.kind in ("not", "no", "filler") for cue in clause.cues):
        return []
    return [acts.Unknown(text=phrase.text)]
