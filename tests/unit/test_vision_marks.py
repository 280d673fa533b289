"""Watched pictures are found in photos whole, small and turned; print is placed where it stands; what was erased raises nothing."""

from __future__ import annotations

import base64
import io
from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

from shopkeeper.adapters.blobs.folder import FolderMediaStore
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.adapters.vision.crops import crop_of, mark_copy
from shopkeeper.adapters.vision.mark_finder import WHOLE, PrintAndPictures
from shopkeeper.app.effects.find_marks import FindMarks, mark_effects
from shopkeeper.app.erasure import erase_conversation
from shopkeeper.app.moment import Moment
from shopkeeper.app.protected_marks import stop_watching, watch_for
from shopkeeper.domain.catalog.marks import MarkWords
from shopkeeper.domain.catalog.product import Product, Variant
from shopkeeper.domain.catalog.protected import ProtectedMark, protected_mark
from shopkeeper.domain.conversation.events import ConversationStarted, TurnTaken
from shopkeeper.domain.conversation.flag import Flag, FlagKind
from shopkeeper.domain.core.ids import CartId, ConversationId, ProductId, Sku, TurnId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.photo import Means, PhotoReading
from shopkeeper.domain.dialogue.printed.rows import Place
from shopkeeper.ports.mark_finder import FoundMarks
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.storage import fresh_sqlite

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
TALK = ConversationId("cnv_a")
SHA = "5" * 64
PHOTOS = Path(__file__).parents[1] / "conversations" / "photos"
WORDS = MarkWords(agencies=("alamy",), brands=("Samsonite",))


def jpeg(picture: Image.Image) -> bytes:
    jar = io.BytesIO()
    picture.save(jar, "JPEG", quality=80)
    return jar.getvalue()


def watched(name: str, picture: Image.Image) -> ProtectedMark:
    copy = mark_copy(jpeg(picture))
    assert copy is not None
    return protected_mark(name, base64.b64encode(copy).decode(), at=NOW)


def overlap(one: Place, other: Place) -> float:
    """Shared area by the whole area of both."""
    shared = max(0.0, min(one[2], other[2]) - max(one[0], other[0])) * max(0.0, min(one[3], other[3]) - max(one[1], other[1]))
    areas = sum((place[2] - place[0]) * (place[3] - place[1]) for place in (one, other))
    return shared / (areas - shared)


async def test_a_watched_picture_is_found_whole_and_as_a_part_and_nowhere_else() -> None:
    mark = watched("Poster", Image.open(PHOTOS / "case_with_a_tag.jpg").convert("RGB"))
    finder = PrintAndPictures(None)
    whole = await finder.find_marks(jpeg(Image.open(PHOTOS / "case_with_a_tag.jpg").convert("RGB").resize((500, 667))), [mark])
    assert whole == FoundMarks(pictures=((mark.id, WHOLE),))
    wall = Image.open(PHOTOS / "black_jacket.jpg").convert("RGB").resize((1200, 1600))
    poster = Image.open(PHOTOS / "case_with_a_tag.jpg").convert("RGB").resize((540, 720))
    wall.paste(poster, (400, 600))
    part = await finder.find_marks(jpeg(wall), [mark])
    assert part is not None
    assert [found for found, _ in part.pictures] == [mark.id]
    assert overlap(part.pictures[0][1], (400 / 1200, 600 / 1600, 940 / 1200, 1320 / 1600)) > 0.8
    for other in ("black_jacket.jpg", "tote_on_chair.jpg", "till_receipt.jpg", "bar_with_orders.jpg"):
        assert await finder.find_marks((PHOTOS / other).read_bytes(), [mark]) == FoundMarks()
    assert await finder.find_marks(b"no picture", [mark]) is None
    finder.close()


@pytest.mark.parametrize("turned", [90, 270])
async def test_print_is_placed_in_the_photo_as_it_was_sent(turned: int) -> None:
    pytest.importorskip("rapidocr")
    from shopkeeper.adapters.vision.print_reader import RapidTextReader

    picture = Image.new("RGB", (600, 400), "#d9d2c5")
    tag = Image.open(PHOTOS / "case_with_a_tag.jpg").convert("RGB").crop((160, 740, 620, 990)).resize((460, 250))
    picture.paste(tag, (120, 130))
    finder = PrintAndPictures(RapidTextReader())
    found = await finder.find_marks(jpeg(picture.rotate(turned, expand=True)), [])
    assert found is not None
    places = [place for line, place in found.lines if "SAMSONITE" in line.upper()]
    assert len(places) == 1
    left, top, right, bottom = places[0]
    middle = {90: (0.58, 0.42), 270: (0.42, 0.58)}[turned]
    assert abs((left + right) / 2 - middle[0]) < 0.12
    assert abs((top + bottom) / 2 - middle[1]) < 0.12
    finder.close()


def test_a_crop_is_the_place_with_a_little_around_it() -> None:
    picture = Image.new("RGB", (1000, 800), "#ffffff")
    picture.paste("#102030", (400, 200, 600, 300))
    part = crop_of(jpeg(picture), (0.4, 0.25, 0.6, 0.375))
    assert part is not None
    opened = Image.open(io.BytesIO(part))
    assert opened.size == (260, 130)
    assert crop_of(b"gone", WHOLE) is None


class Found:
    """Finds what it is told to."""

    def __init__(self, *lines: str, pictures: Sequence[ProtectedMark] = ()) -> None:
        self.found = FoundMarks(lines=tuple((line, WHOLE) for line in lines), pictures=tuple((mark.id, WHOLE) for mark in pictures))

    async def find_marks(self, copy: bytes, watched: Sequence[ProtectedMark]) -> FoundMarks | None:
        return self.found


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncGenerator[Storage]:
    opened = open_storage(fresh_sqlite(tmp_path))
    started = ConversationStarted(conversation_id=TALK, cart_id=CartId("crt"), locale="en", storefront="web", customer_id=None)
    sent = TurnTaken(turn_id=TurnId("trn"), language="en", parts=({"type": "image", "sha256": SHA},), acts=())

    def begin(tx: object) -> None:
        state = tx.conversations.start(started, token_hash="x", at=NOW)  # type: ignore[attr-defined]
        tx.conversations.append(state, [sent], at=NOW)  # type: ignore[attr-defined]

    await opened.write(begin)
    yield opened
    await opened.close()


async def noticed(storage: Storage, media: FolderMediaStore, finder: Found) -> Sequence[Flag]:
    """The flags after the photo was looked through."""
    effect = mark_effects([PhotoReading(part=0, sha256=SHA)], TALK, NOW)[0]
    work = FindMarks(storage=storage, media=media, finder=finder, words=WORDS)
    call = await storage.read(lambda tx: work.plan(effect, tx))
    assert call is not None
    record = await call()
    await storage.write(lambda tx: record(tx, Moment(now=NOW, actor="provider")))
    return await storage.read(lambda tx: tuple(tx.flags.of_conversation(TALK)))


async def test_staff_get_a_notice_and_own_brands_make_none(storage: Storage, tmp_path: Path) -> None:
    media = FolderMediaStore(tmp_path / "media")
    await media.put(TALK, SHA, b"photo", at=NOW)
    mark = await storage.write(lambda tx: watch_for("  Kranich   & Sohn ", "", tx, at=NOW))
    flags = await noticed(storage, media, Found("kranich & sohn", "SAMSONITE", "stock by Alamy", pictures=[mark]))
    assert [(flag.kind, flag.subject, flag.photos) for flag in flags] == [(FlagKind.PHOTO_MARKS, SHA, (SHA,))]
    assert flags[0].signs == ("protected_picture", "other_brand", "brand_mark")
    assert flags[0].facts["printed"] == ["Kranich & Sohn", "Samsonite", "Kranich & Sohn", "alamy"]


async def test_what_the_catalog_sells_is_nobody_elses(storage: Storage, tmp_path: Path) -> None:
    media = FolderMediaStore(tmp_path / "media")
    await media.put(TALK, SHA, b"photo", at=NOW)
    owned = ProductId("case")
    case = Product(
        id=owned, title={"en": "Spinner"}, category="bags", brand="Samsonite", variants=(Variant(sku=Sku("C"), product_id=owned),)
    )
    await storage.write(lambda tx: tx.catalog.put(case, ()))
    assert not await noticed(storage, media, Found("SAMSONITE", "© 2025 Samsonite IP Holdings"))


async def test_nothing_is_noted_of_what_was_erased_meanwhile(storage: Storage, tmp_path: Path) -> None:
    media = FolderMediaStore(tmp_path / "media")
    assert not await noticed(storage, media, Found("SAMSONITE"))
    await media.put(TALK, SHA, b"photo", at=NOW)
    await storage.write(lambda tx: erase_conversation(TALK, tx, NOW))
    assert not await noticed(storage, media, Found("SAMSONITE"))


def test_what_was_not_kept_or_is_surely_the_shops_own_is_not_looked_through() -> None:
    readings = [
        PhotoReading(part=0, sha256="1" * 64, notice="perception.image_broken"),
        PhotoReading(part=1, sha256="2" * 64, means=Means.CODE),
        PhotoReading(part=2, sha256="3" * 64, means=Means.LOOKS),
        PhotoReading(part=3, sha256="3" * 64, means=Means.LOOKS),
    ]
    assert [effect.body["sha256"] for effect in mark_effects(readings, TALK, NOW)] == ["3" * 64]


async def test_the_list_of_marks_is_short_named_and_kept_once(storage: Storage) -> None:
    first = await storage.write(lambda tx: watch_for("Nordwind", "", tx, at=NOW))
    assert await storage.write(lambda tx: watch_for("nordwind", "", tx, at=NOW)) == first
    for name in ("", "abc", "-----", "x" * 81):
        with pytest.raises(InvalidInput, match="name of 4 to 80"):
            await storage.write(lambda tx, name=name: watch_for(name, "", tx, at=NOW))
    await storage.write(lambda tx: stop_watching(first.id, tx, at=NOW))
    with pytest.raises(InvalidInput, match="no such mark"):
        await storage.write(lambda tx: stop_watching(first.id, tx, at=NOW))
