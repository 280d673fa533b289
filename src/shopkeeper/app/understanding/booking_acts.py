"""Clauses about appointments: which service, with whom, when, with what else; moved and given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.app.understanding.phrases import is_mention, phrase_of, resolve
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.timing import Said
from shopkeeper.domain.core.ids import Sku, StaffId
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.clauses import Clause, joined_clause, split_at
from shopkeeper.domain.dialogue.reference import BySku, ByWords, Reference

BOOKING_CUES = ("book", "my_bookings", "move_booking", "cancel_booking")
WAITING = ("booking", "window", "service")
_SMALL = frozenset(
    {"stop", "filler", "definite", "question", "one", "purpose", "in", "to", "but", "and", "to_my", "book", "instead", "use"}
)
"""Cues that may stand beside a time or a name in a clause that says nothing else."""


WITH = frozenset({"with", "by", "bei", "mit", "con", "avec", "chez", "com", "met", "bij", "с", "у", "к", "مع", "عند", "dengan", "sama"})
WITH_AFTER = frozenset({"ile", "से", "के", "کے", "سے", "さん"})
"""Before whom an appointment is wished with, or after."""


def booking_act(scene: Scene, clause: Clause) -> list[acts.Act] | None:
    """The acts of a clause about an appointment; None when it is about something else."""
    if not scene.shop.services:
        return None
    staff = _staff(scene, clause)
    when = scene.said_when(clause)
    waits = scene.open_topic in WAITING
    service = _service(scene, clause, when, staff)
    changed = _changed(scene, clause, service, when)
    if changed is not None:
        scene.dated.update(when.tokens if when else ())
        return changed
    if clause.has("my_bookings") and when is None:
        return [acts.AskBookings()]
    added = _add_on(scene, service)
    if added is not None and _goes_along(scene, added):
        return []
    if added is not None and (waits or clause.has("add")):
        return [acts.AddToBooking(sku=added)]
    stranger = _stranger(scene, clause, when) if staff is None else ""
    if stranger and (waits or clause.has("book") or service is not None):
        scene.dated.update(when.tokens if when else ())
        service = service or _spoken_of(scene, clause)
        return [acts.BookService(reference=service, unknown_staff=stranger, when=when.when if when else None)]
    wants = clause.has("book") and (service is not None or staff is not None or when is not None or _book_alone(scene, clause))
    no_day = any(clause.start <= one.start < clause.end for one in scene.reading.no_days)
    wished = service is not None and (no_day or _is_wish(scene, clause, when))
    if not (wants or wished or (staff is not None and when is not None) or (waits and (when is not None or staff is not None))):
        return None
    if staff is not None:
        scene.slot("staff", staff[0], staff[1], staff[1] + 1)
    scene.dated.update(when.tokens if when else ())
    service = service or _spoken_of(scene, clause)
    return [acts.BookService(reference=service, staff_id=staff[0] if staff else None, when=when.when if when else None)]


def booked_together(scene: Scene, clauses: Sequence[Clause]) -> list[Clause]:
    """ "Mia, friday, after five": clauses that only say when or with whom belong to the appointment before them."""
    joined: list[Clause] = []
    for clause in (part for one in clauses for part in _with_addition(scene, one)):
        if joined and _only_details(scene, clause) and _is_about_booking(scene, joined[-1]):
            joined[-1] = joined_clause(joined[-1], clause)
        else:
            joined.append(clause)
    return joined


def _with_addition(scene: Scene, clause: Clause) -> tuple[Clause, ...]:
    """ "Book Mia for a haircut and add the oil": the service, then what goes along."""
    book = clause.first("book")
    add = next((cue for cue in clause.cues if cue.kind == "add" and book is not None and cue.start > book.end), None)
    if add is None:
        return (clause,)
    first, second = split_at(clause, add.start)
    return (first, second) if _service(scene, first, scene.said_when(first), _staff(scene, first)) is not None else (clause,)


def _only_details(scene: Scene, clause: Clause) -> bool:
    staff, when = _staff(scene, clause), scene.said_when(clause)
    if (staff is None and when is None) or any(cue.kind not in _SMALL for cue in clause.cues):
        return False
    used = (when.tokens if when else frozenset[int]()) | ({staff[1]} if staff else frozenset[int]())
    return phrase_of(scene.reading, clause, used) is None


def _is_about_booking(scene: Scene, clause: Clause) -> bool:
    if clause.has("book") or clause.has("move_booking") or _staff(scene, clause) is not None:
        return True
    return _service(scene, clause, scene.said_when(clause), None) is not None


def _changed(scene: Scene, clause: Clause, service: Reference | None, when: Said | None) -> list[acts.Act] | None:
    """Given up or moved: by words for it, or by "cancel" and "move" beside the service's name."""
    named = service is not None or clause.has("book")
    if clause.has("cancel_booking") or (clause.has("cancel") and named and not clause.has("if")):
        return [acts.CancelBooking()]
    if clause.has("move_booking") or (clause.has("shift") and (named or _talks_of_booking(scene))):
        return [acts.MoveBooking(when=when.when if when else None)]
    return None


def _talks_of_booking(scene: Scene) -> bool:
    """ "Move it to six" while an appointment is held or asked about."""
    return scene.open_topic in WAITING or any(isinstance(act, acts.BookService) for act in scene.acts)


def _goes_along(scene: Scene, added: Sku) -> bool:
    """ "Haircut on friday, plus the oil": one wish."""
    last = scene.acts[-1] if scene.acts else None
    if not isinstance(last, acts.BookService):
        return False
    scene.acts[-1] = replace(last, add_ons=(*last.add_ons, added))
    return True


def _add_on(scene: Scene, service: Reference | None) -> Sku | None:
    """The add-on that the words may mean."""
    skus = dict(scene.shop.add_ons)
    match service:
        case BySku(sku=sku):
            return sku if sku in skus.values() else None
        case ByWords(candidates=(first, *_)):
            return skus.get(first.product_id)
        case _:
            return None


def _spoken_of(scene: Scene, clause: Clause) -> Reference | None:
    """ "How much is a haircut?" "book it for friday": the service that is talked about."""
    focus = scene.context.state.focus
    if focus is None or not clause.has("focus") or focus.product_id not in scene.shop.services or focus.sku is None:
        return None
    return BySku(sku=focus.sku, product_id=focus.product_id)


def _is_wish(scene: Scene, clause: Clause, when: Said | None) -> bool:
    """A service named as something wanted, not asked about: with a time, or with a verb of wanting."""
    return when is not None or clause.has("want") or (clause.has("add") and not clause.has("ask"))


def _book_alone(scene: Scene, clause: Clause) -> bool:
    """ "an appointment please": nothing else is named."""
    cue = clause.first("book")
    return cue is not None and phrase_of(scene.reading, clause, frozenset(range(cue.start, cue.end))) is None


def _staff(scene: Scene, clause: Clause) -> tuple[StaffId, int] | None:
    names = {name: staff_id for staff_id, name in scene.shop.staff}
    return next(
        ((names[scene.reading.tokens[at].norm], at) for at in range(clause.start, clause.end) if scene.reading.tokens[at].norm in names),
        None,
    )


def _stranger(scene: Scene, clause: Clause, when: Said | None) -> str:
    """The name of somebody unknown: "with Bob", "bei Bob", "Bob ile"."""
    tokens = scene.reading.tokens
    covered = {at for cue in clause.cues for at in range(cue.start, cue.end)} | (when.tokens if when else frozenset[int]())
    beside = [at + 1 for at in range(clause.start, clause.end - 1) if tokens[at].norm in WITH]
    beside += [at - 1 for at in range(clause.start + 1, clause.end) if tokens[at].norm in WITH_AFTER]
    for at in beside:
        word = tokens[at].text
        named = word[:1].isupper() or word[:1].lower() == word[:1].upper() or scene.reading.language == "en"
        if named and word.isalpha() and len(word) > 1 and at not in covered and not scene.index.known_word(word):
            return word
    return ""


def _service(scene: Scene, clause: Clause, when: Said | None, staff: tuple[StaffId, int] | None) -> Reference | None:
    """The bookable service the words name, if they name one before any thing that is bought.

    While an appointment is talked about a word that only may mean one of its add-ons does.
    """
    used = {at for cue in clause.cues if cue.kind in BOOKING_CUES for at in range(cue.start, cue.end)}
    used |= when.tokens if when else frozenset[int]()
    used |= {staff[1]} if staff else set[int]()
    phrase = phrase_of(scene.reading, clause, frozenset(used))
    if phrase is None:
        return None
    named, _ = resolve(scene.index, phrase, scene.reading.language)
    if isinstance(named, BySku):
        return named if named.product_id in scene.shop.services else None
    if not isinstance(named, ByWords) or not is_mention(named):
        return None
    if _talks_of_booking(scene) and named.candidates[0].product_id not in scene.shop.services:
        added = tuple(one for one in named.candidates if one.product_id in dict(scene.shop.add_ons))
        return replace(named, candidates=added) if added else None
    if named.candidates[0].product_id not in scene.shop.services:
        return None
    return replace(named, candidates=tuple(one for one in named.candidates if one.product_id in scene.shop.services))
