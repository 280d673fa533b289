"""Messages that let the shop buy for somebody: which goods, when, within which limits; and taking that back."""

from __future__ import annotations

from datetime import timedelta

from shopkeeper.app.understanding.amounts import amounts_of
from shopkeeper.app.understanding.phrases import phrase_of, pointed, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.numbers import Number
from shopkeeper.domain.dialogue.grammar.scan import Cue
from shopkeeper.domain.dialogue.grammar.times import Bound, When
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind
from shopkeeper.domain.dialogue.reference import Reference
from shopkeeper.domain.mandates.wish import MandateWish

REPEATING = ("again", "standing")
WANTS = (*REPEATING, "add", "want", "order", "check_out", "pay")
ONCE_IT_IS = frozenset({"price", "stock"})
"""Words that wait for a time. A mere "if it is under 20" beside "add" looks at today's price, and waits for nothing."""

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
CONDITIONS = frozenset({"when", "once", "whenever", "if", "wenn", "sobald", "falls", "cuando", "si", "quand", "dès", "lorsque"})
"""Before a price said with "less than" they mean the same as one phrase: "when milk costs less than 2 euros, reorder it"."""

MOST_QUANTITY = 99
MINOR = 100


def mandate_act(scene: Scene) -> acts.Act | None:
    """The one act of the whole message, when it is about buying for somebody who is away."""
    reading = scene.reading
    whole = Clause(start=0, end=len(reading.tokens), cues=reading.cues, numbers=reading.numbers)
    if whole.has("my_mandates"):
        return acts.AskMandates()
    if whole.has("revoke_mandate"):
        return acts.RevokeMandate(reference=_goods(scene, whole, frozenset()))
    question = scene.context.state.question
    changes = question is not None and question.topic == "mandate"
    starts = _starts(whole) or _waits_in_words(scene, whole)
    if not starts and not changes:
        return None
    wish, used = _wish(scene, whole, starts=starts)
    if not starts:
        return acts.WishMandate(wish=wish) if wish.says_something else None
    return acts.WishMandate(reference=_goods(scene, whole, used) or pointed(whole), wish=wish)


def _starts(whole: Clause) -> bool:
    if any(whole.has(kind) for kind in REPEATING):
        return whole.has("drops") or whole.has("each") or whole.has("standing")
    waits = whole.has("each") or any(_waits_for(whole, cue) for cue in whole.all("drops"))
    return waits and any(whole.has(kind) for kind in WANTS)


def _waits_for(whole: Clause, cue: Cue) -> bool:
    """A bare "when" (时) waits for something only beside a limit: it is a part of many other words (同时)."""
    return cue.value in ONCE_IT_IS or (cue.value == "when" and whole.has("under"))


def _waits_in_words(scene: Scene, whole: Clause) -> bool:
    said = any(token.norm in CONDITIONS for token in scene.reading.tokens)
    return said and whole.has("under") and bool(whole.numbers) and any(whole.has(kind) for kind in REPEATING)


def _goods(scene: Scene, whole: Clause, used: frozenset[int]) -> Reference | None:
    phrase = phrase_of(scene.reading, whole, used)
    if phrase is None:
        return None
    scene.slot("product", phrase.text, phrase.tokens[0], phrase.tokens[-1] + 1)
    return resolve(scene.index, phrase, scene.reading.language)[0]


def _wish(scene: Scene, whole: Clause, *, starts: bool) -> tuple[MandateWish, frozenset[int]]:
    """What was said of limits, and the tokens that said it."""
    said: dict[str, object] = {}
    used: set[int] = set()
    for number in whole.numbers:
        name, taken = _meaning(whole, number, said)
        if name is None:
            continue
        value = number.whole if name == "times" else int(number.value * MINOR)
        said[name] = value
        used |= taken
        start = min(taken)
        scene.slot(f"mandate_{name}", value, start, max(taken) + 1, 0.9)
        if name == "most_per":
            said["period"] = _period(whole, number)
    each = whole.first("each")
    if each is not None:
        said["every_days"] = _days(each.value)
    elif (often := whole.first("once_per")) is not None:
        said["every_days"] = DAYS.get(often.value, 7)
    only, only_tokens = _only(scene, whole)
    if only is not None:
        said["only"] = only
        used |= only_tokens
    until, when_tokens = _until(scene)
    if until is not None:
        said["until"] = until
    used |= when_tokens
    said |= _where(scene, whole)
    amounts = [one for one in amounts_of(scene.reading, whole, frozenset(used)) if 0 < one.value <= MOST_QUANTITY]
    if amounts and (starts or len(whole.numbers) == 1):
        said["quantity"] = amounts[0].value
        used |= amounts[0].used
    return MandateWish(**said), frozenset(used)  # type: ignore[arg-type]


def _meaning(whole: Clause, number: Number, said: dict[str, object]) -> tuple[str | None, set[int]]:
    """What a number limits: the price of one, a purchase, all purchases of a period, or how many purchases."""
    before = _before(whole, number)
    after = _after(whole, number)
    currency = [cue for cue in whole.cues if cue.kind == "currency" and (cue.start == number.end or cue.end == number.start)]
    taken = {*range(number.start, number.end), *(at for cue in currency for at in range(cue.start, cue.end))}
    if after.kind == "per":
        return "most_per", {*taken, *range(after.start, after.end)}
    if after.kind == "times_over":
        return "times", {*taken, *range(after.start, after.end)}
    if before is not None and before.kind == "drops" and "below" not in said:
        return "below", {*taken, *range(before.start, before.end)}
    if before is not None and before.kind == "per_before":
        return "most_per", {*taken, *range(before.start, before.end)}
    if before is not None and before.kind == "under" and "below" not in said and not _names_price(whole):
        return "below", {*taken, *range(before.start, before.end)}
    if (before is not None and before.kind in ("under", "budget")) or after.kind in ("under", "per_order"):
        limit = before or after
        return "most_each" if "most_each" not in said else None, {*taken, *range(limit.start, limit.end)}
    if currency and whole.has("drops") and "below" not in said:
        return "below", taken
    return None, taken


def _period(whole: Clause, number: Number) -> str:
    after, before = _after(whole, number), _before(whole, number)
    return after.value if after.kind == "per" or before is None else before.value


def _names_price(whole: Clause) -> bool:
    """Whether a limit is of another kind: the price of one was said by a phrase of its own, or nothing waits for a price."""
    return any(cue.kind == "drops" and cue.value != "when" for cue in whole.cues) or whole.has("each")


def _before(whole: Clause, number: Number) -> Cue | None:
    """The cue right before it, over a sign of money and small words."""
    light = ("currency", "stop", "to", "definite")
    last = max((cue for cue in whole.cues if cue.end <= number.start and cue.kind not in light), key=lambda cue: cue.end, default=None)
    return last if last is not None and number.start - last.end <= 2 else None


def _after(whole: Clause, number: Number) -> Cue:
    """The cue right after it, over a sign of money."""
    end = next((cue.end for cue in whole.cues if cue.kind == "currency" and cue.start == number.end), number.end)
    found = next(
        (cue for cue in whole.cues if end <= cue.start <= end + 1 and cue.kind in ("per", "times_over", "under", "per_order")), None
    )
    return found or Cue(kind="", value="", start=number.end, end=number.end)


def _days(value: str) -> int:
    """ "2week" is fourteen days."""
    count = "".join(character for character in value if character.isdigit())
    return int(count or "1") * DAYS.get(value.lstrip("0123456789"), 7)


def _until(scene: Scene) -> tuple[str | None, frozenset[int]]:
    """The moment it ends: what is said with "until", or "by"."""
    for timed in scene.reading.times:
        when: When = timed.when
        if when.bound in (Bound.BY, Bound.BEFORE):
            ends = when.starts if when.bound is Bound.BEFORE else when.ends
            tokens = frozenset(range(timed.mention.start, timed.mention.end))
            return (ends if when.has_time else ends - timedelta(seconds=1)).isoformat(), tokens
    return None, frozenset()


def _only(scene: Scene, whole: Clause) -> tuple[str | None, frozenset[int]]:
    """ "Only coffee": the words up to the next pause; "only 20 euros" and "only from that store" limit something else."""
    cue = whole.first("only")
    if cue is None:
        return None, frozenset()
    tokens = scene.reading.tokens
    pause = next((at for at in range(cue.end, whole.end) if tokens[at].kind is TokenKind.MARK), whole.end)
    rest = Clause(start=cue.end, end=pause, cues=tuple(one for one in whole.cues if cue.end <= one.start < pause), numbers=())
    limits = any(cue.end <= number.start < pause for number in whole.numbers) or any(
        cue.end <= at < pause for at, _ in scene.reading.stores
    )
    phrase = None if limits else phrase_of(scene.reading, rest, frozenset())
    if phrase is None:
        return None, frozenset()
    scene.slot("mandate_only", phrase.text, phrase.tokens[0], phrase.tokens[-1] + 1, 0.9)
    return phrase.text, frozenset(range(cue.start, pause))


def _where(scene: Scene, whole: Clause) -> dict[str, object]:
    store = next((store for _, store in scene.reading.stores), None)
    if store is not None:
        return {"store_id": str(store)}
    label = whole.first("label")
    return {"address": label.value} if label is not None else {}
