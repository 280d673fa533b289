"""Filling the index: all of it in one transaction, or only the products that changed."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager

from shopkeeper.adapters.search.fts5 import schema
from shopkeeper.adapters.search.fts5.documents import CategoryWords, Document, OptionWords, document_of
from shopkeeper.adapters.search.fts5.options import option_rows
from shopkeeper.adapters.search.fts5.terms import is_cjk, stem
from shopkeeper.adapters.search.fts5.vocabulary import corrigible
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import ProductId

TITLE_WEIGHT = 4
"""A title's word is this much more likely to be meant by a misspelled one than a description's."""

PROGRESS_EVERY = 500


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Generator[None, None, None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def build(
    connection: sqlite3.Connection,
    products: Iterable[Product],
    *,
    revision: int,
    option_words: OptionWords,
    category_words: CategoryWords,
    progress: Callable[[int], None] | None,
) -> int:
    count = 0
    words: Counter[str] = Counter()
    seen: dict[str, dict[str, None]] = defaultdict(dict)
    with _transaction(connection):
        schema.clear(connection)
        for count, product in enumerate(products, start=1):
            document = document_of(product, option_words, category_words)
            _insert(connection, count, product, document)
            words.update(_weighted(document))
            for name, values in document.options.items():
                seen[name].update(dict.fromkeys(values))
            if progress and count % PROGRESS_EVERY == 0:
                progress(count)
        _add_words(connection, words)
        connection.executemany("INSERT OR IGNORE INTO option_word VALUES (?, ?, ?)", option_rows(option_words, seen))
        _remember(connection, revision=str(revision), option_words=json.dumps(option_words), category_words=json.dumps(category_words))
        connection.execute("INSERT INTO entry (entry) VALUES ('optimize')")
    if progress:
        progress(count)
    return count


def update(connection: sqlite3.Connection, products: Iterable[Product], removed: Iterable[ProductId], revision: int) -> None:
    with _transaction(connection):
        option_words: OptionWords = json.loads(_recall(connection, "option_words"))
        category_words: CategoryWords = json.loads(_recall(connection, "category_words"))
        for product_id in removed:
            _delete(connection, product_id)
        for product in products:
            document = document_of(product, option_words, category_words)
            rowid = _delete(connection, product.id) or _next_rowid(connection)
            _insert(connection, rowid, product, document)
            _add_words(connection, Counter(_weighted(document)))
            rows = option_rows({}, document.options)
            connection.executemany("INSERT OR IGNORE INTO option_word VALUES (?, ?, ?)", rows)
        _remember(connection, revision=str(revision))


def _insert(connection: sqlite3.Connection, rowid: int, product: Product, document: Document) -> None:
    connection.execute(
        "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            rowid,
            product.id,
            product.category,
            document.titles,
            document.heads,
            document.names,
            document.others,
            json.dumps(document.options, ensure_ascii=False),
            json.dumps(product.modifiers, ensure_ascii=False) if product.modifiers else "",
        ),
    )
    fields = (document.title, document.code, document.words, document.attributes, document.description)
    connection.execute("INSERT INTO entry (rowid, title, code, words, attributes, description) VALUES (?, ?, ?, ?, ?, ?)", (rowid, *fields))
    rows = [(code, product.id, sku or "") for code, sku in document.codes if code]
    connection.executemany("INSERT OR IGNORE INTO code VALUES (?, ?, ?)", rows)


def _delete(connection: sqlite3.Connection, product_id: str) -> int | None:
    """Take the product out; the row it had, if it had one. Its words stay known until the next build."""
    row = connection.execute("SELECT rowid FROM product WHERE id = ?", (product_id,)).fetchone()
    if row is None:
        return None
    connection.execute("DELETE FROM product WHERE rowid = ?", row)
    connection.execute("DELETE FROM entry WHERE rowid = ?", row)
    connection.execute("DELETE FROM code WHERE product_id = ?", (product_id,))
    return int(row[0])


def _next_rowid(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(rowid), 0) + 1 FROM product").fetchone()[0])


def _weighted(document: Document) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for text, weight in ((document.title, TITLE_WEIGHT), (document.words, TITLE_WEIGHT), (document.code, 1)):
        for word, count in corrigible(text.split()).items():
            counts[word] += count * weight
    for text in (document.attributes, document.description):
        for word, count in corrigible(text.split()).items():
            counts[word] += count
    return counts


def _add_words(connection: sqlite3.Connection, words: Counter[str]) -> None:
    rows = [(word, stem(word), 0 if is_cjk(word) else weight) for word, weight in words.items()]
    statement = "INSERT INTO vocabulary VALUES (?, ?, ?) ON CONFLICT (word) DO UPDATE SET weight = weight + excluded.weight"
    connection.executemany(statement, rows)


def _remember(connection: sqlite3.Connection, **values: str) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(values.items()))


def _recall(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else "{}"
