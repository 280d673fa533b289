"""Clauses that wish for something else instead of what was bought: "exchange the tote for the brown one", "swap it for size M"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.app.understanding.after_sale_acts import RETURN_WORDS, order_number_in
from shopkeeper.app.understanding.phrases import Phrase, by_words, is_mention, phrase_of, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.reference import ByFocus, ByOption, BySku, ByWords, Reference
from shopkeeper.domain.returns.rma import ReturnReason

ASKED_FOR = "exchange_for"
WAITING = ("return", ASKED_FOR)
"""Questions of a draft: what is swapped now is what it is about."""
OTHERWISE = frozenset({"desk", "cancel", "pay", "check_out", "book", "move_booking", "shift", "label", "address", "payment", "code"})
"""Cues of clauses that change something else than goods."""
NO_SWAP = ("return_it", "add", "why_amount", "more")
"""Beside these "set" and "make" swap nothing ("money back for the mug set", "add another mug set")."""
PLAIN_NOT = ("ask", "order_status", "policy", "person", "no", "return_it", "remove")
"""Cues of clauses that do more than name what is wished for."""


def exchange_act(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """The wish for an exchange; None when the clause wishes none."""
    last = scene.acts[-1] if scene.acts else None
    goes_on = isinstance(last, acts.RequestReturn) and not last.withdraw and last.wanted is None
    if not _wishes(scene, clause, goes_on=goes_on):
        return None
    number = order_number_in(scene, clause)
    used = frozenset(at for cue in clause.cues if cue.kind in (*RETURN_WORDS, "exchange") for at in range(cue.start, cue.end))
    count = next((one for one in clause.numbers if one.start not in used and one.value.denominator == 1 and 0 < one.whole <= 99), None)
    used |= frozenset({number[1]} if number else ()) | frozenset(range(count.start, count.end) if count else ())
    named = [_named(scene, clause, run, used) for run in _runs(phrase_of(scene.reading, clause, used))]
    source, wanted = _sides(named)
    if goes_on and isinstance(last, acts.RequestReturn):
        wanted = wanted or source
        if wanted is None and not clause.has("exchange"):
            return None
        scene.acts[-1] = replace(last, exchange=True, wanted=wanted)
        return []
    earlier = _named_before(scene, clause) if source is None else None
    if _is_about_terms(scene, clause, told=bool(source or wanted or earlier or number)):
        return [acts.AskPolicy(topic="returns")]
    if scene.open_topic in WAITING and wanted is None and isinstance(source, ByWords):
        source, wanted = None, source  # what goes back is known
    return [
        acts.RequestReturn(
            number=OrderNumber(number[0]) if number else None,
            reference=source or earlier or (ByFocus() if clause.first("focus") else None),
            quantity=count.whole if count else None,
            reason=_reason(scene),
            text=scene.reading.text[slice(*scene.reading.span(clause.start, clause.end))][:300],
            exchange=True,
            wanted=wanted,
        )
    ]


def _wishes(scene: Scene, clause: Clause, *, goes_on: bool) -> bool:
    """Whether something bought shall be swapped: by its own words, or by "swap" where nothing but what was bought can be meant."""
    if clause.has("withdraw") or any(cue.kind in OTHERWISE for cue in clause.cues):
        return False
    swaps = clause.has("instead") or (clause.has("change") and not any(clause.has(kind) for kind in NO_SWAP))
    if clause.has("exchange"):
        return not (scene.has_cart and _in_cart(scene, clause))
    plain = not clause.asks and not any(clause.has(kind) for kind in PLAIN_NOT)
    if goes_on and clause.joined in ("and", "but", "comma"):
        last = scene.acts[-1]
        said = isinstance(last, acts.RequestReturn) and last.exchange and plain and last.reference is not None
        return swaps or (said and _names_goods(scene, clause))
    if scene.open_topic == ASKED_FOR:
        return (swaps or plain) and _names_goods(scene, clause)
    if not swaps or (clause.asks and clause.has("policy")):
        return False
    bought = scene.open_topic == "return" or (_is_theirs(scene) and order_number_in(scene, clause) is not None)
    free = not scene.has_cart and not scene.has_subject and scene.context.state.checkout_id is None and not scene.open_topic
    return _names_goods(scene, clause) and (bought or (free and not scene.acts and _is_theirs(scene)))


def _is_about_terms(scene: Scene, clause: Clause, *, told: bool) -> bool:
    """ "Can I exchange it?" of nothing named, or of somebody who bought nothing here, is a question about the terms."""
    return scene.open_topic not in WAITING and ((clause.asks and not (told and _is_theirs(scene))) or not (told or _is_theirs(scene)))


def _is_theirs(scene: Scene) -> bool:
    """Whether there may be orders of theirs to speak of."""
    state = scene.context.state
    return state.customer_id is not None or state.last_order is not None


def _in_cart(scene: Scene, clause: Clause) -> bool:
    """Whether what is named lies in the cart; with no number of an order it is that which is swapped."""
    if order_number_in(scene, clause) is not None:
        return False
    phrase = phrase_of(scene.reading, clause, frozenset())
    if phrase is None:
        return clause.has("focus")
    named = resolve(scene.index, phrase, scene.reading.language)[0]
    return isinstance(named, ByOption) or scene.in_cart(named)


def _names_goods(scene: Scene, clause: Clause) -> bool:
    phrase = phrase_of(scene.reading, clause, frozenset())
    if phrase is None:
        return False
    named, found = resolve(scene.index, phrase, scene.reading.language)
    return bool(found.options) or is_mention(named)


def _runs(phrase: Phrase | None) -> list[tuple[int, ...]]:
    """The phrase where grammar ("for the", "gegen die", 换成) cuts it."""
    runs: list[tuple[int, ...]] = []
    for at in phrase.tokens if phrase is not None else ():
        if runs and runs[-1][-1] == at - 1:
            runs[-1] = (*runs[-1], at)
        else:
            runs.append((at,))
    return runs


def _named(scene: Scene, clause: Clause, run: tuple[int, ...], used: frozenset[int]) -> Reference | None:
    inside = Clause(
        start=run[0],
        end=run[-1] + 1,
        cues=tuple(cue for cue in clause.cues if run[0] <= cue.start and cue.end <= run[-1] + 1),
        numbers=(),
    )
    phrase = phrase_of(scene.reading, inside, used)
    if phrase is None:
        return None
    named, found = resolve(scene.index, phrase, scene.reading.language)
    if found.options and not isinstance(named, BySku) and not is_mention(by_words(phrase, found)):
        named = ByOption(options=found.options)
    for name, value in found.options.items():
        scene.slot(name, value, run[0], run[-1] + 1, 0.9)
    if isinstance(named, BySku | ByWords):
        scene.slot("product", phrase.text, run[0], run[-1] + 1)
    return named


def _sides(named: Sequence[Reference | None]) -> tuple[Reference | None, Reference | None]:
    """What goes back and what is wished for. One thing alone is the goods; options alone are the wish."""
    things = [one for one in named if one is not None]
    if not things:
        return None, None
    if len(things) == 1:
        return (None, things[0]) if isinstance(things[0], ByOption) else (things[0] if is_mention(things[0]) else None, None)
    first, rest = things[0], things[1:]
    goods = next((one for one in rest if isinstance(one, BySku | ByWords) and is_mention(one)), None)
    if isinstance(first, ByOption):
        # "the brown one for the black one", "in size L, the jacket": goods among them are what goes back.
        return (goods, first) if goods is not None and len(things) == 2 else (None, things[-1])
    return (first if is_mention(first) else None), _together(goods or rest[-1], rest)


def _together(wanted: Reference, named: Sequence[Reference]) -> Reference:
    """ "For the trail jacket in black, size M": options belong to what they stand beside."""
    options = {name: value for one in named if isinstance(one, ByOption) for name, value in one.options.items()}
    if isinstance(wanted, ByWords):
        return replace(wanted, options={**wanted.options, **options})
    return replace(wanted, options=options) if isinstance(wanted, ByOption) else wanted


def _named_before(scene: Scene, clause: Clause) -> Reference | None:
    """ "The jacket is too small, can I exchange it?": the goods named right before, which were not looked for then."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.FindProduct) or last.reference is None or clause.start == 0:
        return None
    scene.acts.pop()
    return last.reference


def _reason(scene: Scene) -> ReturnReason | None:
    cue = next((one for one in scene.reading.cues if one.kind in ("reason", "claim")), None)
    return ReturnReason(cue.value) if cue is not None else None
