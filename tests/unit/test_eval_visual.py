"""`eval visual`: figures of photos against catalog pictures, with and without photos to learn from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from shopkeeper.domain.core.outcome import InvalidInput

pytest.importorskip("onnxruntime")

from shopkeeper.testing.evals.visual import evaluate_visual

GOODS = {"red": ("#c03030", "#7a2a20"), "green": ("#2f8f4f", "#8a7a20")}
"""The color in the catalog, and how it looks at home."""


def drawn(file: Path, color: str, *, corner: int, ground: str) -> Path:
    picture = Image.new("RGB", (160, 160), ground)
    ImageDraw.Draw(picture).rounded_rectangle((30, 30, 130, 130), corner, fill=color)
    picture.save(file)
    return file


def written(file: Path, rows: list[tuple[Path, str]], columns: tuple[str, str] = ("image", "product_id")) -> Path:
    with file.open("w", newline="") as lines:
        csv.writer(lines).writerows([columns, *((str(picture), product) for picture, product in rows)])
    return file


def test_photos_to_learn_from_are_learned_from(tmp_path: Path) -> None:
    catalog = [(drawn(tmp_path / f"{name}.png", shown, corner=40, ground="#ffffff"), name) for name, (shown, _) in GOODS.items()]
    known = [
        (drawn(tmp_path / f"{name}{corner}.png", home, corner=corner, ground="#553311"), name)
        for name, (_, home) in GOODS.items()
        for corner in (5, 20)
    ]
    asked = [(drawn(tmp_path / f"{name}_asked.png", home, corner=12, ground="#573512"), name) for name, (_, home) in GOODS.items()]
    catalog_csv, asked_csv = written(tmp_path / "catalog.csv", catalog), written(tmp_path / "asked.csv", asked)
    done: list[tuple[int, int]] = []
    figures = evaluate_visual(catalog_csv, asked_csv, gallery=written(tmp_path / "known.csv", known), progress=lambda *at: done.append(at))
    assert (figures["photos"], figures["top1"], figures["top5"]) == (2.0, 1.0, 1.0)
    assert done[-1] == (8, 8)


def test_what_is_no_picture_or_no_column_is_told(tmp_path: Path) -> None:
    picture = drawn(tmp_path / "a.png", "#c03030", corner=5, ground="#ffffff")
    good = written(tmp_path / "good.csv", [(picture, "a")])
    with pytest.raises(InvalidInput, match="missing"):
        evaluate_visual(good, written(tmp_path / "odd.csv", [(picture, "a")], ("picture", "product_id")))
    with pytest.raises(InvalidInput, match="there is no picture"):
        evaluate_visual(good, written(tmp_path / "gone.csv", [(tmp_path / "gone.png", "a")]))
