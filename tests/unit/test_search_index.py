"""The catalog index over a small catalog: finding, mending, options, codes, updates; and a judged large one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from grammar_shop import OPTION_WORDS, PRODUCTS, index

from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.domain.catalog.product import Product, Variant
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.testing.evals.search import evaluate_search, ndcg, read_judgments

DATA = Path(__file__).parents[3] / "shared" / "data" / "electronics_search"

FIRST = [
    ("trail jacket", "trail-jacket"),
    ("jaket", "trail-jacket"),
    ("trailjacket", "trail-jacket"),
    ("Jacken", "trail-jacket"),
    ("夹克", "trail-jacket"),
    ("جیکٹ", "trail-jacket"),
    ("mug", "mugs"),
    ("mgus", "mugs"),
    ("鸡蛋", "eggs"),
    ("huevo", "eggs"),
    ("œufs", "eggs"),
    ("milk", "milk"),
    ("green tea", "green-tea"),
    ("TEA-PEARL", "pearl-tea"),
    ("tea pearl", "pearl-tea"),
    ("care kit", "care-kit"),
]


@pytest.mark.parametrize(("query", "product"), FIRST)
def test_the_thing_itself_comes_first(query: str, product: str) -> None:
    assert index().search(query)[0].product_id == product
    assert index().resolve(query).hits[0].product_id == product


OPTIONS = [
    ("blue trail jacket in M", {"color": "blue", "size": "M"}),
    ("blk jacket", {"color": "black"}),
    ("large jacket", {"size": "L"}),
    ("jacket size m", {"size": "M"}),
    ("blaue Jacke", {"color": "blue"}),
    ("chaqueta azul", {"color": "blue"}),
    ("蓝色夹克", {"color": "blue"}),
    ("نیلی جیکٹ", {"color": "blue"}),
    ("brown", {"color": "brown"}),
    ("green tea", {}),
    ("i'm looking", {}),
]


@pytest.mark.parametrize(("phrase", "options"), OPTIONS)
def test_option_words_become_catalog_values(phrase: str, options: dict[str, str]) -> None:
    assert dict(index().resolve(phrase).options) == options


def test_a_phrase_of_options_alone_leaves_no_other_word() -> None:
    assert index().resolve("the brown one in L").rest == ("one",)
    assert index().resolve("brown L").rest == ()


def test_only_unknown_words_are_mended() -> None:
    assert index().resolve("trail jaket").corrected == {"jaket": "jacket"}
    assert index().resolve("trail jacket").corrected == {}
    assert index().resolve("jacket zzyzx").unmatched == ("zzyzx",)


def test_codes_are_found_without_their_punctuation() -> None:
    found = index().resolve("add jkt blu m please")
    assert found.exact_sku is None
    assert index().resolve("jkt-blu-m").exact_sku == "JKT-BLU-M"
    assert index().resolve("CARE").exact_sku == "CARE"
    assert index().resolve("care").exact_sku is None


def test_known_words_are_those_of_the_catalog() -> None:
    assert index().known_word("Jackets")
    assert index().known_word("鸡蛋")
    assert not index().known_word("zzyzx")
    assert not index().known_word("")


def test_a_shared_part_number_names_no_single_product(tmp_path: Path) -> None:
    twins = [Product(id=ProductId(n), title={"en": f"Cable {n}"}, category="cables", part_number="AB-123") for n in ("one", "two")]
    made = Fts5Index(tmp_path / "search.db")
    made.build(twins, revision=1)
    found = made.resolve("ab123")
    assert {hit.product_id for hit in found.hits} == {"one", "two"}
    assert found.exact_product_id is None


def test_a_category_holds_its_branches(tmp_path: Path) -> None:
    made = Fts5Index(tmp_path / "search.db")
    made.build(PRODUCTS, revision=1, option_words=OPTION_WORDS, category_words={"grocery/snacks": "snacks nibbles"})
    assert {hit.product_id for hit in made.search("bag", category="fashion")} == {"leather-tote", "canvas-tote"}
    assert not made.search("bag", category="grocery")
    assert {hit.product_id for hit in made.search("nibbles")} == {"hazelnut-bar", "oat-bar", "crisps"}


def test_updates_replace_remove_and_move_the_revision(tmp_path: Path) -> None:
    made = Fts5Index(tmp_path / "search.db")
    assert made.revision == -1
    made.build(PRODUCTS, revision=7, option_words=OPTION_WORDS)
    other = Fts5Index(tmp_path / "search.db")
    assert other.revision == 7
    assert other.resolve("lantern").hits == ()
    lamp = ProductId("lamp")
    made.update(
        [Product(id=lamp, title={"en": "Storm lantern"}, category="home", variants=(Variant(sku=Sku("LMP"), product_id=lamp),))],
        revision=8,
        removed=[ProductId("rack")],
    )
    assert (made.revision, other.revision) == (8, 8)
    assert other.search("lantern")[0].product_id == lamp
    assert not any(hit.product_id == "rack" for hit in other.search("bike rack"))
    made.update([Product(id=lamp, title={"en": "Desk light"}, category="home")], revision=9)
    assert not any(hit.product_id == lamp for hit in other.search("storm"))


def test_a_failed_build_leaves_the_old_index(tmp_path: Path) -> None:
    made = Fts5Index(tmp_path / "search.db")
    made.build(PRODUCTS, revision=1)

    def broken() -> object:
        yield PRODUCTS[0]
        raise RuntimeError("source went away")

    with pytest.raises(RuntimeError):
        made.build(broken(), revision=2)  # type: ignore[arg-type]
    assert made.revision == 1
    assert made.search("mugs")[0].product_id == "mugs"


def test_an_index_opens_and_answers_at_once(tmp_path: Path, yardsticks: Callable[[Callable[[], object]], float]) -> None:
    Fts5Index(tmp_path / "search.db").build(PRODUCTS, revision=1)
    assert Fts5Index(tmp_path / "search.db").search("mugs")
    assert yardsticks(lambda: Fts5Index(tmp_path / "search.db").search("mugs")) < 10


@pytest.mark.parametrize("query", ["", "   ", '"', "NEAR(a b)", "title:x OR", "*", "a" * 5000, "' OR 1=1 --", "\x00", "AND OR NOT"])
def test_any_query_is_only_text(query: str) -> None:
    index().search(query)
    index().resolve(query)


def test_ndcg_by_hand() -> None:
    assert ndcg([3, 2, 0], [3, 2]) == pytest.approx(1.0)
    assert ndcg([0, 3], [3]) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg([1], [0]) == 0.0


def test_unknown_columns_are_refused(tmp_path: Path) -> None:
    judgments = tmp_path / "judgments.csv"
    judgments.write_text("query,product_id,grade,color\nx,1,3,red\n")
    with pytest.raises(InvalidInput, match="color"):
        read_judgments(judgments)


@pytest.mark.data
def test_search_over_a_judged_catalog() -> None:
    if not DATA.is_dir():
        pytest.skip("needs ../shared/data/electronics_search beside this checkout")
    result = evaluate_search(DATA / "products.jsonl.gz", DATA / "judgments.csv")
    assert result["ndcg_at_10"] >= 0.74
    assert result["recall_at_100"] >= 0.91
    assert result["empty"] == 0
