"""Every catalog format becomes the same rows, told apart by content, and says clearly what it cannot read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from shopkeeper.adapters.feeds.opening import detect, open_feed
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.product_feed import FeedProblem, FeedProduct

MAPPINGS = Path(__file__).parents[2] / "src/shopkeeper/content/mappings"

GOOGLE_XML = """<?xml version="1.0"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
<item>
  <g:id>TEE-S</g:id><g:item_group_id>TEE</g:item_group_id><title>Tee</title><g:price>19.00 EUR</g:price>
  <g:color>red</g:color><g:size>S</g:size><g:availability>in_stock</g:availability>
  <g:product_type>Fashion &gt; Tees</g:product_type><g:product_type>Sale</g:product_type>
  <g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
</item>
<item><g:id>MUG</g:id><title>Mug</title><g:price>9.90 EUR</g:price><g:availability>out_of_stock</g:availability></item>
<item><g:id>TEE-M</g:id><g:item_group_id>TEE</g:item_group_id><title>Tee</title><g:price>19.00 EUR</g:price>
  <g:color>red</g:color><g:size>M</g:size></item>
</channel></rss>
"""

PAGE = """<!doctype html><html><head>
<script>var x = {"@type": "Product"};</script>
<script type="application/ld+json">
%s
</script></head><body>x</body></html>
"""


def read(path: Path, mapping: Path | None = None) -> tuple[list[FeedProduct], list[FeedProblem]]:
    entries = list(open_feed(path, mappings=MAPPINGS, mapping=mapping).read())
    return [e for e in entries if isinstance(e, FeedProduct)], [e for e in entries if isinstance(e, FeedProblem)]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def page(folder: Path, name: str, document: object) -> Path:
    return put(folder, name, PAGE % json.dumps(document, indent=1))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_with_any_separator(tmp_path: Path, separator: str) -> None:
    rows = [["id", "title", "price", "ean"], ["A", "Lamp", "12.50", "4006381333931"], ["B", "Desk", "99", ""]]
    products, problems = read(put(tmp_path, "anything.dat", "\n".join(separator.join(row) for row in rows)))
    assert not problems
    assert [(p.id, p.title[""], p.line, p.variants[0].price) for p in products] == [("A", "Lamp", 2, "12.50"), ("B", "Desk", 3, "99")]
    assert products[0].variants[0].gtins == ("4006381333931",)


def test_lines_of_quoted_texts_over_several_lines_are_counted(tmp_path: Path) -> None:
    products, problems = read(put(tmp_path, "a.csv", 'id,title,price\nA,"two\nlines",1.00\nB,Desk,2.00,9,9\nC,Bed,3.00\n'))
    assert [(p.id, p.line) for p in products] == [("A", 2), ("C", 5)]
    assert [(p.line, p.severity) for p in problems] == [(4, "rejected")]
    assert "5 cells under 3 columns" in problems[0].reason


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_byte_order_marks_are_understood(tmp_path: Path, mark: bytes, encoding: str) -> None:
    products, _ = read(put(tmp_path, "a.csv", mark + "id,title,price\nA,Käse,1.00\n".encode(encoding)))
    assert products[0].id == "A"
    assert products[0].title[""] == "Käse"


@pytest.mark.parametrize(("text", "encoding", "guess"), [("Käse", "latin-1", "latin-1"), ("5 € Käse", "cp1252", "windows-1252")])
def test_another_encoding_is_named_and_can_be_declared(tmp_path: Path, text: str, encoding: str, guess: str) -> None:
    path = put(tmp_path, "a.csv", f"id,title,price\nA,{text},1.00\n".encode(encoding))
    with pytest.raises(InvalidInput, match=f"encoding: {guess}"):
        read(path)
    own = put(tmp_path, "own.yaml", f"encoding: {guess}\nproduct: {{id: id, title: title}}\nvariant: {{price: price}}\n")
    assert read(path, own)[0][0].title[""] == text


def test_json_lines_go_on_after_a_broken_one(tmp_path: Path) -> None:
    lines = b'{"id": "A", "title": "Lamp", "price": 12.5}\n{"id": \n[1]\n\n{"id": "B", "name": "Desk", "price": 3}\n'
    products, problems = read(put(tmp_path, "a.jsonl.gz", gzip.compress(lines)))
    assert [(p.id, p.line, p.variants[0].price) for p in products] == [("A", 1, "12.5"), ("B", 5, "3")]
    assert [p.line for p in problems] == [2, 3]


def test_a_google_feed_groups_variants_wherever_they_stand(tmp_path: Path) -> None:
    products, problems = read(put(tmp_path, "feed.xml", GOOGLE_XML))
    assert not problems
    mug, tee = products
    assert (mug.id, mug.variants[0].sku, mug.variants[0].availability) == ("MUG", "MUG", "out_of_stock")
    assert (tee.id, tee.category, tee.line) == ("TEE", ("Fashion", "Tees"), 3)
    assert [(v.sku, v.options["size"], v.price) for v in tee.variants] == [("TEE-S", "S", "19.00 EUR"), ("TEE-M", "M", "19.00 EUR")]


def test_an_xml_feed_with_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><rss><channel><item><id>&a;</id></item></channel></rss>'
    with pytest.raises(InvalidInput, match="document type"):
        read(put(tmp_path, "feed.xml", bomb))


def test_a_broken_xml_feed_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="line 2"):
        read(put(tmp_path, "feed.xml", "<rss><channel>\n<item></oops>"))


def test_a_page_with_an_offer(tmp_path: Path) -> None:
    document = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["Product"],
                "sku": "LMP",
                "name": "Lamp",
                "gtin13": "4006381333931",
                "brand": {"@type": "Brand", "name": "Lux"},
                "image": ["https://shop.example/lamp.webp"],
                "category": "Home > Lights",
                "offers": {"@type": "Offer", "price": 12.5, "priceCurrency": "EUR", "availability": "https://schema.org/InStock"},
                "additionalProperty": [{"@type": "PropertyValue", "name": "power", "value": "5 W"}],
            },
        ],
    }
    products, problems = read(page(tmp_path, "p.html", document))
    assert not problems
    lamp = products[0]
    assert (lamp.id, lamp.brand, lamp.category, lamp.attributes) == ("LMP", "Lux", ("Home", "Lights"), {"power": "5 W"})
    assert (lamp.variants[0].price, lamp.variants[0].currency, lamp.variants[0].gtins) == ("12.5", "EUR", ("4006381333931",))


def test_a_product_group_with_its_variants_over_a_folder_of_pages(tmp_path: Path) -> None:
    def member(size: str) -> dict[str, object]:
        return {"@type": "Product", "sku": f"TEE-{size}", "size": size, "offers": {"price": "19.00", "priceCurrency": "EUR"}}

    group = {"@context": "https://schema.org", "@type": "ProductGroup", "productGroupID": "TEE", "name": "Tee"}
    page(tmp_path, "shop/a.html", {**group, "hasVariant": [member("S"), member("M")]})
    page(tmp_path, "shop/b.html", {**group, "hasVariant": [member("S"), member("M")]})
    put(tmp_path, "shop/c.html", PAGE % '{"@type": "Product", }')
    products, problems = read(tmp_path / "shop")
    assert [(p.id, [v.sku for v in p.variants]) for p in products] == [("TEE", ["TEE-S", "TEE-M"])]
    assert [(p.file, p.line) for p in problems] == [("c.html", 4)]


@pytest.mark.parametrize(("low", "high", "price"), [("10", "10", "10"), ("10", "20", "10 to 20")])
def test_an_aggregate_offer_is_a_price_only_if_both_ends_agree(tmp_path: Path, low: str, high: str, price: str) -> None:
    offers = {"@type": "AggregateOffer", "lowPrice": low, "highPrice": high, "priceCurrency": "EUR"}
    products, _ = read(page(tmp_path, "p.html", {"@type": "Product", "sku": "A", "name": "A", "offers": offers}))
    assert products[0].variants[0].price == price


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('{"id": 1}\n{"id": 2}', "jsonl"),
        ('{"@context": "https://schema.org",\n "@type": "Product"}', "json_ld"),
        ("<html><body/></html>", "json_ld"),
        ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "google_xml"),
        ("id\ttitle\n1\tx", "csv"),
    ],
)
def test_the_format_is_told_by_content(tmp_path: Path, content: str, kind: str) -> None:
    assert detect(put(tmp_path, "feed", content)) == kind


@pytest.mark.parametrize(("content", "word"), [(b"", "empty"), (b"PK\x03\x04\x00\x00", "no text"), (b'[{"id": 1}]', "one object per line")])
def test_what_is_no_feed_is_said_in_words(tmp_path: Path, content: bytes, word: str) -> None:
    with pytest.raises(InvalidInput, match=word):
        detect(put(tmp_path, "feed", content))


def test_a_damaged_gzip_file_is_said_in_words(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"id": "A", "title": "Lamp", "price": 1}\n' * 500)
    with pytest.raises(InvalidInput, match="damaged gzip"):
        read(put(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
