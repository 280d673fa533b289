"""Short answers to the open question: a choice's words, its place, yes, no, a number."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.app.understanding.phrases import phrase_of
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.addresses import find_code, find_partial
from shopkeeper.domain.dialogue.grammar.clauses import Clause
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.lexicon import phrase_key
from shopkeeper.domain.returns.rma import CLAIMS, ReturnReason

LONGEST_ANSWER = 10
"""A longer message is read as a new wish, even if it holds a choice's word."""

NO_PLACE = frozenset({"proposal", "flow_confirm", "mandate", "mandate_ask"})
"""Questions that words answer and a place in a list does not."""

TAKES_AWAY = frozenset({"cancel_order", "clear_cart", "return", "erase"})
"""Questions whose yes takes something away: "keep it" is a no."""
LONGEST_PART, LONGEST_TOWN = 80, 6
SOFT = frozenset({"stop", "in", "to", "filler", "definite", "and", "focus", "but", "one"})
_NO_ADDRESS = frozenset({"ask", "pickup", "cancel", "start_over", "no", "policy", "person", "add", "remove", "show_cart"})

MEASURES = frozenset({"unit", "measure", "volume", "counted", "dozen", "half", "currency"})

_OTHER_WISHES = frozenset(
    {
        "ask",
        "compare",
        "remove",
        "order_status",
        "policy",
        "person",
        "cancel",
        "start_over",
        "clear_cart",
        "keep_only",
        "show_cart",
        "explain_total",
        "code",
        "find",
        "check_out",
        "email",
        "skip",
        "repeat",
        "clarify",
        "wish",
        "others",
        "why",
    }
)


def answer(scene: Scene, clauses: list[Clause]) -> list[acts.Act]:
    """The answer the message is, or nothing when it is about something else."""
    question = scene.context.state.question
    if question is None or len(scene.reading.tokens) > LONGEST_ANSWER or len(clauses) > 2:
        return []
    if _agrees(scene, question):
        return [acts.Choose(value="yes")]
    if question.topic in ("address", "address_field") and (
        scene.reading.address is None or not scene.reading.address[0].address.postal_code
    ):
        given = _address_part(scene, question)
        if given is not None:
            return [given]
    way = _way(scene, question) if question.topic == "ways" else None
    if way is not None:
        scene.slot("choice", way.value, 0, len(scene.reading.tokens), 0.95)
        return [acts.Choose(value=way.value)]
    if any(cue.kind in _OTHER_WISHES for cue in scene.reading.cues) or _says_where(scene, question) or _says_how_to_pay(scene, question):
        return []
    chosen = _by_words(scene, question) or _by_place(scene, question)
    if chosen is not None and _is_refused(scene, question):
        return [acts.Decline()]
    if chosen is not None:
        scene.slot("choice", chosen.value, 0, len(scene.reading.tokens), 0.95)
        return [acts.Choose(value=chosen.value, quantity=_how_many(scene, question, chosen))]
    return _yes_or_no(scene, question) or _number(scene, question)


def _agrees(scene: Scene, question: Question) -> bool:
    """ "Yes, order it": what would open the checkout is part of the yes once the total is on the table."""
    kinds = {cue.kind for cue in scene.reading.cues if cue.kind not in ("stop", "filler", "thank")}
    return question.topic == "consent" and {"yes", "check_out"} == kinds and not scene.reading.numbers


def _says_where(scene: Scene, question: Question) -> bool:
    """ "Pickup, in Mitte" and "delivery, to my home" answer more than delivery or pickup, and more than how it can be paid."""
    reading = scene.reading
    named = bool(reading.stores) or reading.address is not None or any(cue.kind == "label" for cue in reading.cues)
    return question.topic in ("delivery", "conflict") and named


def _address_part(scene: Scene, question: Question) -> acts.GiveAddress | None:
    """The one field that was asked for, or an address that lacks something: "Torstraße 5, Berlin"."""
    if any(cue.kind in _NO_ADDRESS for cue in scene.reading.cues) or scene.reading.stores:
        return None
    if question.topic == "address":
        found = find_partial(scene.reading.text)
        return acts.GiveAddress(address=found) if found is not None else None
    said = " ".join(scene.reading.text.strip(" .,!?\n").split())
    field = question.context.get("field")
    if field not in ("postal_code", "city"):
        return acts.GiveAddress(part=said) if said and len(said) <= LONGEST_PART and not _only_courtesy(scene) else None
    code, town = find_code(said), _town(scene)
    if (code if field == "postal_code" else town) is None and (town is None or field != "postal_code"):
        return None
    part, beside = (code, town) if field == "postal_code" else (town, None)
    return acts.GiveAddress(part=part or "", city=beside)


def _town(scene: Scene) -> str | None:
    """The name in a short answer: "Berlin", "it's in Bad Homburg", the one beside a code; no yes, and no e-mail address."""
    if any(cue.kind not in SOFT for cue in scene.reading.cues) or scene.reading.email is not None:
        return None
    tokens = scene.reading.tokens
    digits = frozenset(at for at, token in enumerate(tokens) if any(one.isdigit() for one in token.text))
    clause = Clause(start=0, end=len(tokens), cues=scene.reading.cues, numbers=())
    phrase = phrase_of(scene.reading, clause, digits) if not digits or find_code(scene.reading.text) else None
    return phrase.text if phrase is not None and len(phrase.tokens) <= LONGEST_TOWN and "@" not in phrase.text else None


def _only_courtesy(scene: Scene) -> bool:
    """ "Yep" and "thanks" are no part of an address."""
    clause = Clause(start=0, end=len(scene.reading.tokens), cues=scene.reading.cues, numbers=scene.reading.numbers)
    return phrase_of(scene.reading, clause, frozenset()) is None and any(cue.kind in ("yes", "no", "thank") for cue in scene.reading.cues)


def _way(scene: Scene, question: Question) -> OfferedChoice | None:
    """ "Split it", "just what you have", "from the Nord store then": the way that is meant, at the branch that is named."""
    kinds = {str(cue.value) for cue in scene.reading.cues if cue.kind == "way"}
    named = {store_id for _, store_id in scene.reading.stores}
    wanted = [choice for choice in question.choices if choice.value.partition("|")[0] in (kinds or {"whole"})]
    there = [choice for choice in wanted if choice.value.partition("|")[2] in named]
    if len(named) == 1 and there:
        return _only(there)
    return wanted[0] if kinds and wanted and len(kinds) == 1 and not named else None


def _says_how_to_pay(scene: Scene, question: Question) -> bool:
    """ "Yes, with my saved card" under a total is first of all another way to pay."""
    return question.topic == "consent" and any(cue.kind in ("payment", "payment_word") for cue in scene.reading.cues)


def _by_words(scene: Scene, question: Question) -> OfferedChoice | None:
    """The one choice that holds every word of the answer."""
    clause = Clause(start=0, end=len(scene.reading.tokens), cues=scene.reading.cues, numbers=scene.reading.numbers)
    said = {token.norm for token in scene.reading.tokens}
    whole = [choice for choice in question.choices if any(_within(said, words) for words in _keys(choice))]
    phrase = phrase_of(scene.reading, clause, frozenset())
    if phrase is not None:
        wanted = set(_content(scene, phrase.tokens))
        options = scene.index.resolve(phrase.text, language=scene.reading.language).options
        fitting = [choice for choice in question.choices if wanted and wanted <= _words(choice)]
        carried = [choice for choice in question.choices if options and {fold(value) for value in options.values()} <= _words(choice)]
        return _only(fitting) or _only(carried) or _only(whole)
    return _only(whole)


def _is_refused(scene: Scene, question: Question) -> bool:
    """ "No wine" to "which wine?" takes none of them."""
    first = next((cue for cue in scene.reading.cues if cue.kind != "filler"), None)
    return first is not None and first.kind in ("no", "not") and first.start == 0 and question.topic in ("product", "variant")


def _content(scene: Scene, tokens: Iterable[int]) -> list[str]:
    return [scene.reading.tokens[at].norm for at in tokens]


def _within(said: set[str], words: tuple[str, ...]) -> bool:
    return bool(words) and set(words) <= said


def _keys(choice: OfferedChoice) -> list[tuple[str, ...]]:
    # "No wait, saturday" is no "no": a bare one is told by what else is said.
    return [phrase_key(word) for word in (choice.value, *choice.words) if word != "no"]


def _words(choice: OfferedChoice) -> set[str]:
    return {fold(word) for word in choice.words} | {word for key in _keys(choice) for word in key}


def _only(fitting: list[OfferedChoice]) -> OfferedChoice | None:
    return fitting[0] if len(fitting) == 1 else None


def _by_place(scene: Scene, question: Question) -> OfferedChoice | None:
    """ "the second one"; a bare number is a place only where no quantity is asked for."""
    ordinal = next((cue for cue in scene.reading.cues if cue.kind == "ordinal"), None)
    position = int(ordinal.value) if ordinal else 0
    numbers = scene.reading.numbers
    places = [choice for choice in question.choices if choice.value != "no"]
    if question.topic in NO_PLACE or not any(choice.value != "yes" for choice in places):
        return None  # a yes answers it: "the first one" buys nothing, "the second one" refuses nothing
    if not position and question.topic != "quantity" and len(numbers) == 1 and len(scene.reading.tokens) <= 2 and not _measures(scene):
        position = numbers[0].whole
    index = position - 1 if position > 0 else position
    return places[index] if position and -len(places) <= index < len(places) else None


def _how_many(scene: Scene, question: Question, chosen: OfferedChoice) -> int | None:
    """ "Five of the first one": how many of what is picked; "the 9-speed one" counts nothing."""
    if question.topic not in ("product", "variant") or _measures(scene) or len(scene.reading.numbers) != 1:
        return None
    number = scene.reading.numbers[0]
    picked = any(cue.kind == "ordinal" for cue in scene.reading.cues) or len(scene.reading.tokens) > number.end - number.start + 1
    named = any(str(number.whole) in phrase_key(word) for word in chosen.words)
    return number.whole if picked and not named and number.value.denominator == 1 and number.whole > 0 else None


def _measures(scene: Scene) -> bool:
    """ "2 litres", "3 packs": so much of something, no place in a list."""
    return any(cue.kind in MEASURES for cue in scene.reading.cues)


def _yes_or_no(scene: Scene, question: Question) -> list[acts.Act]:
    kinds = {cue.kind for cue in scene.reading.cues if cue.kind not in ("stop", "filler", "thank")}
    values = {choice.value for choice in question.choices}
    kept = question.topic in TAKES_AWAY and kinds - {"no", "but"} == {"keep"}
    fault = _fault(scene) if question.topic == "return_fault" else None
    if "no" in values and (kept or fault is False):
        return [acts.Choose(value="no")]
    if "yes" in values and fault:
        return [acts.Choose(value="yes")]
    if "yes" in values and (kinds == {"yes"} or (question.topic == "consent" and _takes_it(scene, kinds))):
        return [acts.Choose(value="yes")]
    return [acts.Choose(value="no")] if kinds == {"no"} and "no" in values else []


def _fault(scene: Scene) -> bool | None:
    """ "It is too small" says what is wrong with it: nothing that others answer for."""
    reason = next((cue.value for cue in scene.reading.cues if cue.kind in ("reason", "claim")), None)
    return None if reason is None else ReturnReason(reason) in CLAIMS


def _takes_it(scene: Scene, kinds: set[str]) -> bool:
    """ "I'll take it" under a total is a yes to it, never one more of the thing."""
    clause = Clause(start=0, end=len(scene.reading.tokens), cues=scene.reading.cues, numbers=scene.reading.numbers)
    named = phrase_of(scene.reading, clause, frozenset()) is not None
    return {"add", "focus"} <= kinds <= {"add", "focus", "yes"} and not named and not scene.reading.numbers


def _number(scene: Scene, question: Question) -> list[acts.Act]:
    numbers = scene.reading.numbers
    if question.topic != "quantity" or len(numbers) != 1 or len(scene.reading.tokens) > 4:
        return []
    scene.slot("quantity", numbers[0].whole, numbers[0].start, numbers[0].end)
    return [acts.GiveQuantity(quantity=numbers[0].whole)]
