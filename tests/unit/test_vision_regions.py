"""Things that stand apart in one photo, and the words that pick one of them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from shopkeeper.app.understanding.things import which_of

pytest.importorskip("cv2")

from shopkeeper.adapters.vision.regions import things_in


def drawn(*boxes: tuple[int, int, int, int], ground: str = "#c8bda8") -> Image.Image:
    picture = Image.new("RGB", (640, 480), ground)
    pen = ImageDraw.Draw(picture)
    for number, box in enumerate(boxes):
        pen.rounded_rectangle(box, 20, fill=("#204080", "#a02030", "#206030")[number % 3])
    return picture


def test_two_things_are_found_from_left_to_right() -> None:
    left, right = things_in(drawn((380, 120, 560, 400), (60, 140, 240, 380)))
    assert left.right < right.left
    assert left.left < 60 / 640 < left.right
    assert right.left < 380 / 640 < right.right


@pytest.mark.parametrize("picture", [drawn((200, 100, 440, 400)), drawn(), Image.new("RGB", (40, 40), "#000000")])
def test_one_thing_or_none_is_not_several(picture: Image.Image) -> None:
    assert things_in(picture) == ()


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("the left one", "0"),
        ("I'll take the one on the right", "2"),
        ("das mittlere bitte", "1"),
        ("both of them", "all"),
        ("alle drei", "all"),
        ("le rouge à gauche", "0"),
        ("右边的", "2"),
        ("两个都要", "all"),
        ("all right, I need it right now", None),
        ("pick it up in Mitte today", None),
        ("the mug", None),
    ],
)
def test_words_pick_by_side(text: str, which: str | None) -> None:
    assert which_of(text, 3) == which
