"""Flags and the gallery: the same on both databases and in memory of tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shopkeeper.domain.catalog.gallery import GalleryPhoto
from shopkeeper.domain.catalog.protected import protected_mark
from shopkeeper.domain.conversation.flag import Flag, FlagKind, FlagStatus, flag_id
from shopkeeper.domain.core.ids import ConversationId, ProductId, Sku
from shopkeeper.ports.storage import Storage

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
TALK, OTHER = ConversationId("cnv_a"), ConversationId("cnv_b")


def flag(subject: str, minutes: int = 0, talk: ConversationId | None = TALK) -> Flag:
    kind = FlagKind.CLAIM if talk else FlagKind.CATALOG_PICTURE
    return Flag(
        id=flag_id(kind, subject, talk),
        kind=kind,
        subject=subject,
        signs=("looks_different",),
        raised_at=NOW + timedelta(minutes=minutes),
        conversation_id=talk,
        photos=("0" * 64,),
        facts={"order": "1041"},
    )


async def test_flags_wait_oldest_first_and_go_with_their_conversation(storage: Storage) -> None:
    first, second, catalog = flag("1041/a"), flag("1041/b", 5), flag("/media/x.webp", 1, None)
    await storage.write(lambda tx: [tx.flags.save(one) for one in (second, first, catalog)])
    assert list(await storage.read(lambda tx: tx.flags.in_status(FlagStatus.OPEN, limit=9))) == [first, catalog, second]
    assert list(await storage.read(lambda tx: tx.flags.of_conversation(TALK))) == [second, first]
    decided = first.decide(FlagStatus.CLEARED, at=NOW, note="fine")
    await storage.write(lambda tx: tx.flags.save(decided))
    assert await storage.read(lambda tx: tx.flags.get(first.id)) == decided
    assert list(await storage.read(lambda tx: tx.flags.in_status(FlagStatus.CLEARED, FlagStatus.UPHELD, limit=9))) == [decided]
    await storage.write(lambda tx: tx.flags.erase(TALK))
    assert list(await storage.read(lambda tx: tx.flags.in_status(*FlagStatus, limit=9))) == [catalog]


async def test_the_gallery_moves_with_every_photo_that_comes_or_goes(storage: Storage) -> None:
    before = await storage.read(lambda tx: tx.gallery.revision())
    photo = GalleryPhoto(
        conversation_id=TALK,
        sha256="1" * 64,
        product_id=ProductId("tote"),
        sku=Sku("TAN"),
        confirmed_by="shopper",
        at=NOW,
        model="m",
        look="bG9vaw==",
    )
    other = replace(photo, conversation_id=OTHER, sku=None, at=NOW + timedelta(minutes=1))
    await storage.write(lambda tx: [tx.gallery.save(one) for one in (other, photo)])
    assert list(await storage.read(lambda tx: tx.gallery.all())) == [photo, other]
    assert await storage.read(lambda tx: (tx.gallery.get(TALK, "1" * 64), tx.gallery.count())) == (photo, 2)
    with_both = await storage.read(lambda tx: tx.gallery.revision())
    assert with_both > before
    assert await storage.write(lambda tx: tx.gallery.erase(TALK)) == 1
    assert await storage.write(lambda tx: tx.gallery.erase(TALK)) == 0
    assert await storage.read(lambda tx: (list(tx.gallery.all()), tx.gallery.revision() > with_both)) == ([other], True)


async def test_marks_that_are_watched_for_stay_until_they_are_taken_off(storage: Storage) -> None:
    first, second = protected_mark("Nordwind", "", at=NOW), protected_mark("Nordwind", "bG9nbw==", at=NOW + timedelta(minutes=1))
    await storage.write(lambda tx: [tx.protected.save(one) for one in (second, first, first)])
    assert list(await storage.read(lambda tx: tx.protected.all())) == [first, second]
    assert await storage.write(lambda tx: (tx.protected.remove(first.id), tx.protected.remove(first.id))) == (True, False)
    assert list(await storage.read(lambda tx: tx.protected.all())) == [second]
