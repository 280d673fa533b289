"""From pieces to mentions: which number is an hour, a day or a count, and which pieces belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shopkeeper.domain.dialogue.grammar.time_atoms import Atom, TimeGrammar, find_atoms
from shopkeeper.domain.dialogue.grammar.time_pieces import BOUNDING, Pieces
from shopkeeper.domain.dialogue.grammar.times import Bound, TimeMention
from shopkeeper.domain.dialogue.grammar.tokens import Token

MENTION_LIMIT = 12
_BOUNDS = {"before": Bound.BEFORE, "by": Bound.BY, "until": Bound.BY, "after": Bound.AFTER, "from": Bound.AFTER}
_OPENERS = frozenset({"bound", "at", "of", "in", "ago", "this", "next", "last", "past", "to"})


class _Reader(Pieces):
    """Reads one list of atoms from left to right."""

    def read(self) -> list[TimeMention]:
        found: list[TimeMention] = []
        while self._at < len(self._atoms) and len(found) < MENTION_LIMIT:
            begun = self._at
            mention = self._mention()
            if mention is None:
                self._at = begun + 1
            else:
                found.append(mention)
        return found

    def _mention(self) -> TimeMention | None:
        whole: TimeMention | None = None
        opener: list[Atom] = []
        while (atom := self._peek()) is not None:
            if whole is not None and not self._goes_on(whole, opener, atom):
                break
            if opener and not self._touch(opener[-1].end, atom.start):
                opener = []
            if atom.kind in _OPENERS and not self._is_counted(atom):
                opener.extend(self._take())
                continue
            piece = self.piece(opener)
            if piece is None or (whole is not None and _clashes(whole, piece)):
                self._at -= 0 if piece is None else self._last
                break
            piece = self._closed(self._opened(piece, opener))
            whole = piece if whole is None else whole.joined(piece)
            opener = []
            whole = self._ranged(whole)
        self._at -= len(opener) if whole is not None else 0
        return whole

    def _goes_on(self, whole: TimeMention, opener: list[Atom], atom: Atom) -> bool:
        end = opener[-1].end if opener else whole.end
        return self._touch(end, atom.start)

    def _is_counted(self, atom: Atom) -> bool:
        """ "next 3 days", "this week": the word belongs to the unit after it."""
        return (
            atom.kind in ("next", "this", "last")
            and self._kind(1) in ("unit", "num")
            and self._kind(2 if self._kind(1) == "num" else 1) == "unit"
        )

    def _opened(self, piece: TimeMention, opener: list[Atom]) -> TimeMention:
        bound = next((_BOUNDS[one.value] for one in opener if one.kind in BOUNDING and one.value in _BOUNDS), piece.bound)
        kinds = {one.kind for one in opener}
        piece = replace(piece, start=opener[0].start if opener else piece.start, bound=bound)
        if piece.weekday is not None and piece.week is None:
            piece = replace(piece, week=1 if "next" in kinds else None, past="last" in kinds)
        if piece.part is not None and not piece.has_day and "this" in kinds:
            piece = replace(piece, days=0)
        if piece.month is not None and piece.day_of_month is None and "last" in kinds:
            piece = replace(piece, past=True)
        return piece

    def _closed(self, piece: TimeMention) -> TimeMention:
        """The bound where it stands behind: "五点之前", "5'ten sonra"."""
        atom = self._peek()
        if atom is not None and atom.kind == "next" and piece.weekday is not None and self._touch(piece.end, atom.start):
            # "vendredi prochain" is the coming one; unlike "next Friday" it skips no week.
            self._take()
            piece = replace(piece, end=atom.end)
            atom = self._peek()
        if atom is None or atom.kind != "bound_post" or not self._touch(piece.end, atom.start):
            return piece
        self._take()
        return replace(piece, end=atom.end, bound=_BOUNDS.get(atom.value, piece.bound), sure=piece.sure or piece.hour is not None)

    def _ranged(self, whole: TimeMention) -> TimeMention:
        """ "between 3 and 5", "from 3 to 5 pm", "10:00-12:00"."""
        joint = self._range_joint(whole)
        if not joint or whole.until is not None:
            return whole
        begun = self._at
        self._at += joint - 1
        far = self.piece([Atom("bound", "until", whole.end, whole.end)])
        if far is None or far.has_day != (far.has_day and whole.has_day and not far.has_time):
            self._at = begun
            return whole
        meridiem = whole.meridiem or (far.meridiem if whole.hour is not None and far.hour is not None and whole.hour < far.hour else None)
        return replace(
            whole, until=far, end=far.end, bound=Bound.AT, meridiem=meridiem, part=whole.part or far.part, sure=whole.sure or far.sure
        )

    def _range_joint(self, whole: TimeMention) -> int:
        """1 + the number of atoms that join two ends of a range; 0 = no range."""
        atom = self._peek()
        if atom is None or whole.hour is None:
            return 0
        between = self._tokens[whole.end : atom.start]
        if atom.kind == "bound" and atom.value == "until" and not between:
            return 2 if self._kind(1) in ("num", "clock", "hour") else 0
        if atom.kind in ("join", "to") and not between and self._kind(1) in ("num", "clock", "hour"):
            return 2
        dash = len(between) == 1 and between[0].text in "-–—~"
        return 1 if dash and atom.kind in ("num", "clock", "hour") else 0


def _clashes(whole: TimeMention, piece: TimeMention) -> bool:
    """Two weekdays, two clock times: a new mention begins."""
    both_days = (whole.weekday is not None and piece.weekday is not None) or (whole.days is not None and piece.days is not None)
    both_times = whole.hour is not None and piece.hour is not None
    return both_days or both_times or whole.minutes is not None or piece.minutes is not None


_HINTS = frozenset(
    {
        "at",
        "of",
        "in",
        "to",
        "join",
        "bound",
        "bound_post",
        "past",
        "figure",
        "next",
        "this",
        "last",
        "later",
        "ago",
        "unit",
        "minus",
        "post",
    }
)


def find_times(tokens: Sequence[Token], grammar: TimeGrammar, *, asked: str = "", skip: frozenset[int] = frozenset()) -> list[TimeMention]:
    """Every mention of a time, in order. `asked` ("date" or "time") is what a bare number answers."""
    atoms = find_atoms(tokens, grammar, skip=skip)
    if not asked and not _tells(atoms):
        return []
    return _Reader(tokens, atoms, asked).read()


def _tells(atoms: Sequence[Atom]) -> bool:
    """Whether there can be a time at all: most messages have none, and are not looked at any closer."""
    kinds = [atom.kind for atom in atoms]
    return any(kind not in _HINTS and kind != "num" for kind in kinds) or ("num" in kinds and any(kind in _HINTS for kind in kinds))
