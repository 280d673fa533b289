"""A kept photo is looked through for what others have the rights to, after the answer: staff get a notice, the shopper hears nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.effects.performer import HARD_WORK, Call, Done, Record, RetryPlan
from shopkeeper.app.flags import raise_flag
from shopkeeper.app.moment import Moment
from shopkeeper.app.photos_sent import FIND_MARKS, was_sent
from shopkeeper.app.queries.own_names import own_names
from shopkeeper.domain.catalog.marks import MarkSign, MarkWords, marks_printed, named_in, without
from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.conversation.flag import FlagKind
from shopkeeper.domain.core.ids import ConversationId, EffectId, derive
from shopkeeper.domain.dialogue.photo import Means, PhotoReading
from shopkeeper.domain.dialogue.printed.rows import Place
from shopkeeper.ports.mark_finder import FoundMarks, MarkFinder
from shopkeeper.ports.media_store import MediaStore
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Storage, Transaction

OWN = (Means.CODE, Means.CATALOG_PICTURE)
"""A photo recognized by these shows what the shop sells, as it is sold."""
MOST_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing found: its sign, what it is, and where it lies."""

    sign: MarkSign
    text: str
    place: Place


def mark_effects(photos: Sequence[PhotoReading], conversation_id: ConversationId, now: datetime) -> tuple[QueuedEffect, ...]:
    """One for each photo that was kept and may show something of others; a photo sent again is not looked through again."""
    kept = (photo.sha256 for photo in photos if photo.notice is None and photo.means not in OWN)
    return tuple(
        QueuedEffect(
            id=EffectId(derive("eff", FIND_MARKS, conversation_id, sha256)),
            kind=FIND_MARKS,
            body={"conversation_id": conversation_id, "sha256": sha256},
            due_at=now,
        )
        for sha256 in dict.fromkeys(kept)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindMarks:
    storage: Storage
    media: MediaStore
    finder: MarkFinder
    words: MarkWords
    kind: str = FIND_MARKS
    retry: RetryPlan = HARD_WORK

    def plan(self, effect: QueuedEffect, tx: Transaction) -> Call | None:
        conversation_id, sha256 = ConversationId(str(effect.body["conversation_id"])), str(effect.body["sha256"])
        watched = tuple(tx.protected.all())

        async def look() -> Record:
            copy = await self.media.get(conversation_id, sha256)
            found = await self.finder.find_marks(copy, watched) if copy is not None else None
            told = await self._told(found, watched) if found is not None else ()
            return lambda tx, moment: _flag(conversation_id, sha256, told, tx, moment)

        return look

    async def _told(self, found: FoundMarks, watched: Sequence[ProtectedMark]) -> tuple[Told, ...]:
        printed = marks_printed([line for line, _ in found.lines], self.words.with_brands(mark.name for mark in watched))
        # The catalog is read through only where a name was found, which is rare.
        own = await self.storage.scan(own_names) if printed else ()
        foreign = {*without(own, (mark.text for mark in printed))}
        # A line that keeps the rights of the shop's own goods is nobody else's.
        foreign -= {mark.text for mark in printed if mark.sign is MarkSign.BRAND_MARK and named_in([mark.text], own)}
        names = {mark.id: mark.name for mark in watched}
        told = [Told(sign=mark.sign, text=mark.text, place=_around(mark.lines, found)) for mark in printed if mark.text in foreign]
        pictures = [Told(sign=MarkSign.PROTECTED_PICTURE, text=names[mark], place=place) for mark, place in found.pictures]
        return (*pictures, *told)[:MOST_TOLD]

    def unknown(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """Looking again does no harm."""
        return Done(again_s=HARD_WORK.base_s)

    def dead(self, effect: QueuedEffect, tx: Transaction, moment: Moment) -> Done:
        """A notice less."""
        return Done()


def _around(lines: Sequence[int], found: FoundMarks) -> Place:
    lefts, tops, rights, bottoms = zip(*(found.lines[at][1] for at in lines), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _flag(conversation_id: ConversationId, sha256: str, told: Sequence[Told], tx: Transaction, moment: Moment) -> Done:
    """Nothing is noted of a conversation that was erased meanwhile."""
    if told and was_sent(conversation_id, sha256, tx):
        facts = {"printed": [one.text for one in told], "places": [list(one.place) for one in told]}
        signs = [one.sign.value for one in told]
        kind = FlagKind.PHOTO_MARKS
        raise_flag(tx, kind, sha256, signs, at=moment.now, conversation_id=conversation_id, photos=(sha256,), facts=facts)
    return Done()
