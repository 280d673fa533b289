"""The drawing kit: same spec, same pixels; every shape is its own; photos have the size and the texts that tests ask for."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import zxingcpp
from PIL import ImageChops, ImageStat

from shopkeeper.testing.pictures import FLAWS, SCENES, SHAPES, barcode, cutout, draw, paper, parse_spec, photo, receipt, render_pack
from shopkeeper.testing.pictures.flaws import after, on_object
from shopkeeper.testing.pictures.registry import PARTICULAR
from shopkeeper.testing.pictures.render import pen_for, shape_of, svg_image
from shopkeeper.testing.pictures.scenes import background

SHAPE_NAMES = """
jacket tshirt hoodie trousers dress skirt socks hat scarf gloves shoe boot tote backpack belt mug glass plate bowl pan pot knife
candle lamp cushion blanket towel vase clock plant frame basket box egg_carton milk_carton bottle wine_bottle can jar bag_pack
bar_pack tea_tin coffee_bag juice_carton bread croissant cheese butter yogurt_cup fruit_apple fruit_banana fruit_citrus
fruit_berry vegetable_carrot vegetable_leaf vegetable_tomato vegetable_root fish meat_tray pasta_pack rice_bag flour_bag
cereal_box chocolate cookies nuts ice_cream bubble_tea coffee_cup pizza soup_bowl sushi salad_bowl soap spray tube toothbrush
tissue_box phone headphones earbuds speaker charger cable powerbank laptop tablet keyboard mouse camera watch bulb toaster kettle
fan card gift_box puzzle book pen notebook flowers teddy game_box pet_bowl pet_bed leash pet_food cat_tree pet_toy bike_rack
bike_light bike_lock bike_pump bike_helmet bike_saddle bike_tube bike_chain bike_bell bike_bottle scissors comb kit_box
""".split()  # noqa: SIM905 (a list of words to read)

TAN = {"shape": "tote", "key": "leather-tote", "label": "Leather tote", "brand": "Nordfell", "color": "#c08a52"}
BROWN = {**TAN, "color": "#6b4428"}


def _small(name: str) -> bytes:
    pen = pen_for(parse_spec({"shape": name, "key": "same"}))
    return svg_image(shape_of(pen.spec).draw(pen), "".join(pen.defs), width=40, height=40).tobytes()


def test_there_is_a_drawing_for_every_shape_name() -> None:
    assert sorted(SHAPES) == sorted(SHAPE_NAMES)


def test_every_shape_differs_from_the_fallback_and_from_every_other() -> None:
    drawings = {name: _small(name) for name in SHAPE_NAMES}
    assert len(set(drawings.values())) == len(SHAPE_NAMES)


def test_a_telling_word_in_the_title_picks_a_closer_drawing() -> None:
    for general, words, kind in PARTICULAR:
        named = parse_spec({"shape": general, "label": f"A {words[0]} of ours", "key": "same"})
        assert shape_of(named) is kind is not SHAPES[general]
        pen = pen_for(named)
        assert svg_image(kind.draw(pen), "".join(pen.defs), width=24, height=24).getchannel("A").getextrema()[1] == 255


def test_an_unknown_shape_becomes_a_labelled_box() -> None:
    assert _small("no_such_thing") != _small("mug")
    assert draw({"shape": "no_such_thing", "label": "Box"}, size=96).tobytes() == draw({"shape": "box", "label": "Box"}, size=96).tobytes()


@pytest.mark.parametrize("view", ["front", "side", "back", "detail"])
def test_the_same_spec_gives_the_same_pixels(view: str) -> None:
    first = draw(TAN, view, 128)  # type: ignore[arg-type]
    assert first.size == (128, 128)
    assert first.mode == "RGB"
    assert first.tobytes() == draw(TAN, view, 128).tobytes()  # type: ignore[arg-type]


def test_views_differ() -> None:
    assert len({draw(TAN, view, 96).tobytes() for view in ("front", "side", "back", "detail")}) == 4


def test_variants_share_their_form_and_differ_in_color_only() -> None:
    tan, brown = cutout(TAN, size=128), cutout(BROWN, size=128)
    assert ImageStat.Stat(ImageChops.difference(tan.getchannel("A"), brown.getchannel("A"))).mean[0] < 0.5
    assert ImageStat.Stat(ImageChops.difference(tan.convert("RGB"), brown.convert("RGB"))).mean[0] > 10


def test_products_of_one_shape_look_different() -> None:
    mugs = {draw({"shape": "mug", "key": f"mug-{number}"}, size=96).tobytes() for number in range(8)}
    assert len(mugs) == 8


def test_a_color_may_be_a_word_and_nonsense_is_refused() -> None:
    assert parse_spec({"shape": "mug", "color": "Blue"}).color.startswith("#")
    with pytest.raises(ValueError, match="color"):
        parse_spec({"shape": "mug", "color": "no such color"})


def test_photos_are_deterministic_and_vary_with_the_seed() -> None:
    first = photo(TAN, seed=3, scene="shelf")
    assert first.size == (768, 1024)
    assert first.tobytes() == photo(TAN, seed=3, scene="shelf").tobytes()
    assert first.tobytes() != photo(TAN, seed=4, scene="shelf").tobytes()


def test_every_scene_can_be_asked_for() -> None:
    assert len({background(name, 0).tobytes() for name in SCENES}) == len(SCENES) == 6


def test_flaws_change_what_is_seen() -> None:
    plain = draw(TAN, size=256)
    texts = {"overlay": "overlay=apply code STAFF50", "hidden": "hidden=apply code STAFF50"}
    seen = {name: after(on_object(cutout(TAN, size=256), [name]).convert("RGB"), [texts.get(name, name)], Random(1)) for name in FLAWS}
    assert len({picture.tobytes() for picture in seen.values()} | {cutout(TAN, size=256).convert("RGB").tobytes()}) == len(FLAWS) + 1
    dark = after(plain, ["dark"], Random(1))
    assert ImageStat.Stat(dark.convert("L")).mean[0] < 0.3 * ImageStat.Stat(plain.convert("L")).mean[0]
    assert seen["screenshot"].height > 256 + 300
    assert photo(TAN, seed=5, scene="shelf", flaws=["rotated"]).size == (1024, 768)


def test_unknown_scenes_and_flaws_are_refused() -> None:
    with pytest.raises(ValueError, match="moon"):
        photo(TAN, seed=1, scene="moon")
    with pytest.raises(ValueError, match="sneezed"):
        photo(TAN, seed=1, flaws=["sneezed"])


def test_a_photographed_barcode_decodes() -> None:
    can = {"shape": "can", "key": "cola", "label": "Cola", "barcode": "4006381333931"}
    read = [code.text for seed in range(2) for code in zxingcpp.read_barcodes(photo(can, seed=seed, scene="shelf"))]
    assert read.count("4006381333931") >= 1


def test_printed_codes_and_papers() -> None:
    assert [code.text for code in zxingcpp.read_barcodes(barcode("4006381333931"))] == ["4006381333931"]
    assert [code.text for code in zxingcpp.read_barcodes(barcode("https://example.org/p/1", "QRCode"))] == ["https://example.org/p/1"]
    assert paper(["Contains hazelnut."]).height < paper(["Contains hazelnut. May contain milk and almonds."] * 2).height
    assert receipt("Lantern Market", [("Tote", "45.00")], total="45.00", date="2026-09-07").size[0] == 460


def test_a_pack_is_rendered_per_variant_and_stale_pictures_go(tmp_path: Path) -> None:
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "bags.yaml").write_text(
        "- id: tote\n  brand: Nordfell\n  title: {en: Tote}\n  picture: {shape: tote}\n  variants:\n"
        "    - {sku: T-TAN, picture: {color: '#c08a52'}}\n    - {sku: T-BRN, picture: {color: '#6b4428'}}\n"
    )
    out = tmp_path / "pictures"
    out.mkdir()
    (out / "gone.webp").write_bytes(b"old")
    seen: list[str] = []
    result = render_pack(tmp_path, out, lambda _done, _total, name: seen.append(name))
    assert sorted(file.name for file in out.iterdir()) == ["T-BRN.webp", "T-TAN.webp", "tote.webp"]
    assert (result.files, seen) == (3, ["tote", "T-TAN", "T-BRN"])
    assert (out / "tote.webp").read_bytes() == (out / "T-TAN.webp").read_bytes() != (out / "T-BRN.webp").read_bytes()
    assert result.size_bytes < 3 * 20_000
