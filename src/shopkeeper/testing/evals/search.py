"""How well search finds what people judged relevant: nDCG@10, recall@100, empty results and time."""

from __future__ import annotations

import csv
import gzip
import json
import math
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.domain.catalog.product import AttributeValue, Product, Variant
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.catalog_index import CatalogIndex

Judgments = Mapping[str, Mapping[str, int]]
"""query -> product id -> grade (0 = not relevant)."""

TOP_GRADE = 3
_PRODUCT_COLUMNS = frozenset(
    {"id", "title", "name", "brand", "price_cents", "ean", "released", "short_description", "description", "attributes", "category"}
)
_JUDGMENT_COLUMNS = frozenset({"query", "product_id", "grade", "rater1", "rater2", "rater3"})


def evaluate_search(catalog: Path, judgments: Path, *, progress: Callable[[int], None] | None = None) -> dict[str, float]:
    """Index `catalog` in a temporary file and ask it every judged query. Raises InvalidInput on unknown columns."""
    grades = read_judgments(judgments)
    with tempfile.TemporaryDirectory() as folder:
        index = Fts5Index(Path(folder) / "search.db")
        index.build(read_products(catalog), revision=0, progress=progress)
        result = measure(index, grades)
        index.close()
    return result


def measure(index: CatalogIndex, grades: Judgments) -> dict[str, float]:
    """The figures over the queries that have a relevant product at all; `p50_ms` and `p95_ms` for 10 hits."""
    gains: list[float] = []
    recalls: list[float] = []
    times_ms: list[float] = []
    empty = 0
    for query, graded in grades.items():
        if not any(graded.values()):
            continue
        started = time.perf_counter()
        shown = index.search(query, limit=10)
        times_ms.append((time.perf_counter() - started) * 1000)
        found = [str(hit.product_id) for hit in index.search(query, limit=100)]
        empty += not shown
        gains.append(ndcg([graded.get(str(hit.product_id), 0) for hit in shown], list(graded.values())))
        best = {product for product, grade in graded.items() if grade == TOP_GRADE}
        if best:
            recalls.append(len(best.intersection(found)) / len(best))
    return {
        "queries": float(len(gains)),
        "ndcg_at_10": _mean(gains),
        "recall_at_100": _mean(recalls),
        "empty": float(empty),
        "p50_ms": statistics.median(times_ms) if times_ms else 0.0,
        "p95_ms": sorted(times_ms)[int(len(times_ms) * 0.95)] if times_ms else 0.0,
    }


def ndcg(shown: Sequence[int], graded: Sequence[int], *, depth: int = 10) -> float:
    """Linear gain; products without a grade count as 0."""
    ideal = _discounted(sorted(graded, reverse=True)[:depth])
    return _discounted(shown[:depth]) / ideal if ideal else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def read_judgments(path: Path) -> Judgments:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        _refuse_unknown(path, rows.fieldnames or (), _JUDGMENT_COLUMNS, required=("query", "product_id", "grade"))
        for row in rows:
            grades[row["query"]][row["product_id"]] = int(float(row["grade"]))
    return grades


def read_products(path: Path) -> Iterator[Product]:
    """Products of a JSON-lines catalog (gzipped where the name ends in .gz)."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            _refuse_unknown(path, row.keys(), _PRODUCT_COLUMNS, required=("id", "title"))
            yield _product(row)


def _product(row: Mapping[str, Any]) -> Product:
    product_id = ProductId(str(row["id"]))
    gtins: Sequence[str] = row.get("ean") or [""]
    attributes: Mapping[str, object] = row.get("attributes") or {}
    variants = tuple(Variant(sku=Sku(f"{product_id}-{n}"), product_id=product_id, gtin=gtin or None) for n, gtin in enumerate(gtins))
    return Product(
        id=product_id,
        title={"en": str(row["title"])},
        category=str(row.get("category") or ""),
        brand=row.get("brand"),
        part_number=row.get("name"),
        description={"en": str(row.get("short_description") or row.get("description") or "")},
        attributes={name: _attribute(value) for name, value in attributes.items()},
        variants=variants,
    )


def _attribute(value: object) -> AttributeValue:
    if isinstance(value, bool | str):
        return value
    return float(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)


def _refuse_unknown(path: Path, names: Any, known: frozenset[str], *, required: Sequence[str]) -> None:
    unknown = sorted(set(names) - known)
    missing = [name for name in required if name not in names]
    if unknown or missing:
        detail = f"{path.name}: unknown columns {unknown}, missing columns {missing}; known are {sorted(known)}"
        raise InvalidInput("unknown_columns", detail)
