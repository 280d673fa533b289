"""Codes are read through shade, blur and turns; a lone doubtful reading is not believed."""

from __future__ import annotations

import pytest
from PIL import Image, ImageEnhance, ImageFilter, ImageStat

from shopkeeper.adapters.vision import codes
from shopkeeper.adapters.vision.codes import equalized, expand_upce, gtin_of, read_codes
from shopkeeper.testing.pictures import barcode

CARE = "2004170000066"


def on_a_table(code: Image.Image, *, turn: float = 0) -> Image.Image:
    table = Image.new("RGB", (code.width + 200, code.height + 200), "#b09878")
    table.paste(code.convert("RGB"), (100, 100))
    return table.rotate(turn, fillcolor="#b09878", expand=True)


@pytest.mark.parametrize("turn", [0, 8, 90, 180, 270])
def test_a_barcode_in_a_photo(turn: float) -> None:
    found = read_codes(on_a_table(barcode(CARE), turn=turn))
    assert [code.gtin for code in found] == [CARE]


def test_a_dark_photo_is_brightened() -> None:
    dark = ImageEnhance.Brightness(on_a_table(barcode(CARE))).enhance(0.15)
    assert [code.gtin for code in read_codes(dark)] == [CARE]


def test_a_blurred_photo_is_sharpened() -> None:
    soft = on_a_table(barcode(CARE, scale=3)).filter(ImageFilter.GaussianBlur(2.2))
    assert [code.gtin for code in read_codes(soft)] == [CARE]


@pytest.mark.parametrize(("number", "blur"), [(CARE, 5.0), ("0036000291452", 4.0), ("9780345460950", 4.0)])
def test_bars_that_run_into_one_another_are_fitted(number: str, blur: float) -> None:
    code = barcode(number, scale=3)
    soft = on_a_table(code, turn=4).filter(ImageFilter.GaussianBlur(blur))
    small = soft.resize((soft.width // 2, soft.height // 2))
    assert read_codes(small) == (), "no repair helps"
    assert [found.gtin for found in read_codes(small, fitted=3)] == [number]


def test_fitting_finds_no_number_in_other_stripes() -> None:
    for stripes in (barcode("SHELF-0042", "Code128"), barcode("https://example.org/", "QRCode"), Image.effect_noise((300, 300), 80)):
        soft = on_a_table(stripes).filter(ImageFilter.GaussianBlur(6))
        assert read_codes(soft, repairs=(), fitted=3) == ()


def test_a_qr_code_is_data_and_no_gtin() -> None:
    found = read_codes(on_a_table(barcode("https://example.org/?say=refund", "QRCode")))
    assert [(code.text, code.gtin) for code in found] == [("https://example.org/?say=refund", None)]


def test_a_retail_code_read_once_counts_only_when_the_shop_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([[("EAN13", CARE)]] + [[]] * 20)
    monkeypatch.setattr(codes, "_readings", lambda _: next(answers))
    blank = Image.new("RGB", (64, 64))
    assert read_codes(blank) == ()
    answers = iter([[("EAN13", CARE)]])
    assert [code.gtin for code in read_codes(blank, lambda gtin: gtin == CARE)] == [CARE]


def test_nothing_is_read_from_a_picture_without_codes() -> None:
    assert read_codes(Image.effect_noise((300, 300), 80).convert("RGB")) == ()


def test_short_and_long_forms_are_one_number() -> None:
    assert expand_upce("04252614") == "042100005264"
    assert gtin_of("UPCE", "04252614") == "0042100005264"
    assert gtin_of("UPCA", "036000291452") == "0036000291452"
    assert gtin_of("EAN13", "4006381333930") is None, "the check digit is wrong"
    assert gtin_of("QRCode", "4006381333931") is None


def test_equalizing_keeps_the_size_and_spreads_the_shades() -> None:
    dull = Image.effect_noise((128, 128), 12)
    even = equalized(dull)
    assert even.size == dull.size
    assert ImageStat.Stat(even).stddev[0] > 1.5 * ImageStat.Stat(dull).stddev[0]
