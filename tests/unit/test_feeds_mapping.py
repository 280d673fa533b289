"""The mapping language gives what it says, and names the place of every mistake in a mapping file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from shopkeeper.adapters.feeds.expressions import as_text, compile_expression
from shopkeeper.adapters.feeds.mapping import compile_mapping, load_mapping
from shopkeeper.adapters.feeds.opening import open_feed
from shopkeeper.adapters.feeds.pictures import Pictures
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem, FeedProduct

MAPPINGS = Path(__file__).parents[2] / "src/shopkeeper/content/mappings"
ROW = {
    "brand": "Lux",
    "name": "Lamp",
    "cents": 1999,
    "tags": "a|b|ccc",
    "deep": {"inner": {"x": "y"}},
    "list": ["Men/Tops", "Sale"],
    "no": "",
}


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ("brand", "Lux"),
        ("deep.inner.x", "y"),
        ("absent", None),
        ("{brand} {name}", "Lux Lamp"),
        ("{brand} {no}", ""),
        (5, 5),
        ({"const": "EUR"}, "EUR"),
        (["no", "name"], "Lamp"),
        ({"column": "cents", "scale": 0.01}, "19.99"),
        ({"column": "name", "scale": 0.01}, "Lamp"),
        ({"column": "tags", "split": "|"}, ["a", "b", "ccc"]),
        ({"column": "tags", "split": "|", "join": "/"}, "a/b/ccc"),
        ({"column": "tags", "split": "|", "at": 1}, "b"),
        ({"column": "tags", "split": "|", "at": -1}, "ccc"),
        ({"column": "tags", "split": "|", "pick": "longest"}, "ccc"),
        ({"column": "list", "matching": "^Men/"}, ["Men/Tops"]),
        ({"column": "list", "except": "^Men/", "pick": "first"}, "Sale"),
        ({"column": "brand", "map": {"Lux": "Luxor"}}, "Luxor"),
        ({"column": "no", "default": "none"}, "none"),
        ({"column": "name", "prefix": "Home > "}, "Home > Lamp"),
    ],
)
def test_expressions(spec: object, value: object) -> None:
    assert compile_expression(spec, "x", set())(ROW) == value


def test_scaling_is_exact() -> None:
    scaled = compile_expression({"column": "cents", "scale": 0.01}, "x", set())
    assert [as_text(scaled({"cents": cents})) for cents in (1, 10, 100, 4351995, 1e3)] == ["0.01", "0.1", "1", "43519.95", "10"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("product: {titel: name}", "product: titel is not known"),
        ("product: {title: {column: a, splitt: b}}", "product.title: splitt is not known"),
        ("product: {title: {split: b}}", "product.title: needs exactly one of"),
        ("product: {title: {column: a, at: x}}", "product.title: at cannot be 'x'"),
        ("product: {title: {column: a, matching: '('}}", "product.title: \\( is not a regular expression"),
        ("variants: {file: v.csv}", "variants: a file needs a key"),
        ("variant: {prize: a}", "variant: prize is not known"),
        ("nonsense: 1", "nonsense is not known"),
        ("product: [", "own.yaml"),
    ],
)
def test_mistakes_in_a_mapping_are_named(text: str, place: str) -> None:
    with pytest.raises(InvalidInput, match=place):
        compile_mapping(text.encode(), "own.yaml")


def test_a_column_the_file_lacks_is_named_with_those_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,titel,price\n1,x,1\n")
    (tmp_path / "m.yaml").write_text("product: {id: id, title: title}\nvariant: {price: price}\n")
    feed = open_feed(tmp_path / "a.csv", mappings=MAPPINGS, mapping=tmp_path / "m.yaml")
    with pytest.raises(InvalidInput, match=re.escape("the mapping reads title, but a.csv has id, titel, price")):
        list(feed.read())


def test_prefixes_are_stripped_without_losing_a_value() -> None:
    own = compile_mapping(b"product: {attributes: {from: attributes, strip: [t_, n_], drop: [junk], split: '|'}}", "m")
    values = {"attributes": {"t_width": "wide", "n_width": 3, "t_junk": "x", "b_ok": True, "t_tags": "a|b", "t_none": None}}
    assert own.attributes(values) == {"width": "wide", "n_width": 3.0, "b_ok": True, "tags": ("a", "b")}


def test_variants_from_a_second_file(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"sku": "TEE", "name": "Tee"}\n{"sku": "CAP", "name": "Cap"}\n')
    (tmp_path / "v.csv").write_text("sku,parent,size,price,qty\nTEE-S,TEE,S,19,3\nTEE-M,TEE,M,19,0\n")
    fields = {"sku": "sku", "price": "price", "quantity": "qty", "options": {"size": "size"}}
    mapping = {"product": {"id": "sku", "title": "name"}, "variants": {"file": "v.csv", "key": "parent", "of": "sku", "fields": fields}}
    (tmp_path / "m.yaml").write_text(yaml.safe_dump(mapping))
    feed = open_feed(tmp_path / "p.jsonl", mappings=MAPPINGS, mapping=tmp_path / "m.yaml")
    tee, lost = feed.read()
    assert isinstance(tee, FeedProduct)
    assert [(v.sku, v.line, v.quantity, v.options) for v in tee.variants] == [
        ("TEE-S", 2, "3", {"size": "S"}),
        ("TEE-M", 3, "0", {"size": "M"}),
    ]
    assert isinstance(lost, FeedProblem)
    assert (lost.product, lost.field) == ("CAP", "variants")
    before = feed.digest
    (tmp_path / "v.csv").write_text("sku,parent,size,price,qty\nTEE-S,TEE,S,18,3\n")
    assert open_feed(tmp_path / "p.jsonl", mappings=MAPPINGS, mapping=tmp_path / "m.yaml").digest != before


def test_shipped_mappings_compile() -> None:
    names = sorted(path.name for path in MAPPINGS.glob("*.yaml"))
    assert names == ["columns.yaml", "electronics_search.yaml", "luma_fashion.yaml", "schema_org.yaml"]
    assert all(load_mapping(MAPPINGS / name).variant.texts for name in names)


def test_pictures_are_copied_from_inside_the_feed_only(tmp_path: Path) -> None:
    (tmp_path / "feed/img").mkdir(parents=True)
    (tmp_path / "feed/img/a.jpg").write_bytes(b"jpeg")
    (tmp_path / "secret.jpg").write_bytes(b"no")
    (tmp_path / "feed/notes.txt").write_text("no")
    pictures = Pictures(root=tmp_path / "feed", shelf=tmp_path / "media", address="/media/x")
    assert pictures.place("img/a.jpg") == ("/media/x/img/a.jpg", "")
    assert (tmp_path / "media/img/a.jpg").read_bytes() == b"jpeg"
    assert pictures.place("https://shop.example/a.png") == ("https://shop.example/a.png", "")
    for bad in ("../secret.jpg", str(tmp_path / "secret.jpg"), "notes.txt", "img/b.jpg"):
        address, reason = pictures.place(bad)
        assert not address
        assert reason
