"""Names and marks of others in the print on photos: found where they stand, and never what the shop itself sells."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopkeeper.adapters.vision.mark_files import load_mark_words
from shopkeeper.bootstrap import mark_words
from shopkeeper.domain.catalog.marks import MarkSign, MarkWords, marks_printed, named_in, without
from shopkeeper.domain.core.outcome import InvalidInput

BRAND, MARK = MarkSign.OTHER_BRAND, MarkSign.BRAND_MARK
WORDS = MarkWords(agencies=("getty images", "alamy"), brands=("Samsonite", "Coca-Cola", "L'Oréal"), everyday=("apple", "puma"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["SAMSONITE", "spinner 55"], [(BRAND, "Samsonite", (0,))]),
        (["the real", "COCA", "COLA zero"], [(BRAND, "Coca-Cola", (1, 2))]),
        (["CocaCola"], [(BRAND, "Coca-Cola", (0,))]),
        (["L’ORÉAL Paris"], [(BRAND, "L'Oréal", (0,))]),
        (["samsonites", "cola", "coca leaves"], []),
        (["apple juice", "puma"], []),
        (["fresh", "Apple® Watch"], [(BRAND, "apple", (1,))]),
        (["gettyimages", "chair"], [(MARK, "getty images", (0,))]),
        (["Kranich ™", "lamp"], [(MARK, "Kranich ™", (0,))]),
        (["(c) 2023 A. Maker"], [(MARK, "(c) 2023 A. Maker", (0,))]),
        (["milk 2x", "eggs", "total 4.78"], []),
        ([], []),
    ],
)
def test_what_others_have_the_rights_to_is_found_line_by_line(lines: list[str], told: list[tuple[MarkSign, str, tuple[int, ...]]]) -> None:
    assert [(mark.sign, mark.text, mark.lines) for mark in marks_printed(lines, WORDS)] == told


def test_what_the_shop_sells_is_left_out_by_whole_words() -> None:
    assert without(["Coca-Cola 0.5 l", "Samson tool box"], ["Coca-Cola", "Samsonite"]) == ("Samsonite",)


def test_short_names_are_not_looked_for() -> None:
    assert named_in(["BOX 3M"], ["3M", "ab"]) == {}


def test_the_lists_that_come_with_it_are_of_use() -> None:
    words = mark_words()
    assert len(words.brands) > 100
    assert len(words.agencies) > 20
    assert not {name.casefold() for name in words.brands} & {name.casefold() for name in words.everyday}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("agencies: [a]\nbrands: [b]\n", "the lists are"),
        ("agencies: [a]\nbrands: [b]\neveryday: [B]\n", "b stand there twice"),
        ("- a\n", "the lists are"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "marks.yaml").write_text(text)
    with pytest.raises(InvalidInput, match=why):
        load_mark_words(tmp_path / "marks.yaml")
