"""Photos held back before anybody sees them: not kept, told politely, looked at again once staff cleared them."""

from __future__ import annotations

import base64
import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from shopkeeper.app.flags import decide_flag, is_cleared, raise_flag
from shopkeeper.domain.conversation.flag import FlagKind, FlagStatus
from shopkeeper.domain.core.ids import ConversationId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.photo import UNSUITABLE
from shopkeeper.ports.catalog_pictures import CatalogPictures
from shopkeeper.testing.memory.transaction import MemoryTransaction

pytest.importorskip("onnxruntime")

from shopkeeper.adapters.vision.decency import OpenNsfw, can_judge
from shopkeeper.adapters.vision.look import Looker
from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.network import EfficientNetLite2
from shopkeeper.adapters.vision.picture_index import PictureIndex
from shopkeeper.adapters.vision.reader import MOSAIC, VisionReader
from shopkeeper.adapters.vision.workers import Workers

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
TALK = ConversationId("cnv_a")


class Judge:
    def __init__(self, score: float) -> None:
        self.score = score
        self.asked = 0

    def unsuitable(self, rgb: bytes, width: int, height: int) -> float:
        assert len(rgb) == 3 * width * height
        self.asked += 1
        return self.score


class NoPictures:
    async def revision(self) -> int:
        return 1

    async def read(self) -> CatalogPictures:
        return CatalogPictures(revision=1, pictures=(), gtins={})

    async def gallery_revision(self) -> int:
        return 0

    async def gallery(self) -> tuple[int, tuple[()]]:
        return 0, ()


def photo() -> bytes:
    jar = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(jar, "JPEG")
    return jar.getvalue()


def reader(judge: Judge, tmp_path: object) -> VisionReader:
    looker = Looker(EfficientNetLite2())
    index = PictureIndex(LookStore(tmp_path / "looks.db"), looker, {})  # type: ignore[operator]
    return VisionReader(index, looker, Workers(1), NoPictures(), closely=False, judge=judge, unsuitable_from=0.8)


async def test_what_is_held_back_is_not_kept_and_shows_nothing_but_a_mosaic(tmp_path: object) -> None:
    seen = await reader(Judge(0.93), tmp_path).read(photo(), part=2)
    assert (seen.reading.notice, seen.copy, seen.reading.part) == (UNSUITABLE, b"", 2)
    assert seen.reading.held is not None
    assert seen.reading.held.score == 0.93
    mosaic = Image.open(io.BytesIO(base64.b64decode(seen.reading.held.preview.partition(",")[2])))
    assert mosaic.size == (MOSAIC, MOSAIC)


async def test_what_staff_cleared_is_looked_at(tmp_path: object) -> None:
    judge = Judge(0.93)
    seen = await reader(judge, tmp_path).read(photo(), part=0, cleared=True)
    assert (seen.reading.notice, judge.asked) == (None, 0)
    assert seen.copy


async def test_what_is_decent_goes_on(tmp_path: object) -> None:
    assert (await reader(Judge(0.4), tmp_path).read(photo(), part=0)).reading.notice is None


def test_a_flag_is_cleared_in_its_own_conversation_only() -> None:
    tx = MemoryTransaction()
    flag = raise_flag(tx, FlagKind.SHOPPER_PHOTO, "0" * 64, ["unsuitable"], at=NOW, conversation_id=TALK)
    assert not is_cleared(TALK, "0" * 64, tx)
    decide_flag(flag.id, FlagStatus.CLEARED, "a sofa", tx, at=NOW)
    assert is_cleared(TALK, "0" * 64, tx)
    assert not is_cleared(ConversationId("cnv_b"), "0" * 64, tx)
    with pytest.raises(InvalidInput, match="no such flag"):
        decide_flag(type(flag.id)("flg_x"), FlagStatus.CLEARED, "", tx, at=NOW)


@pytest.mark.skipif(not can_judge(), reason="the extra 'moderation' is not installed")
def test_the_network_that_comes_with_the_extra_finds_drawn_goods_decent() -> None:
    assert OpenNsfw().unsuitable(Image.new("RGB", (300, 200), "#c0a080").tobytes(), 300, 200) < 0.5
