"""The catalog index on SQLite FTS5, in a file of its own that can be deleted and rebuilt at any time."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from shopkeeper.adapters.search.fts5 import schema, writing
from shopkeeper.adapters.search.fts5.documents import CategoryWords, OptionWords
from shopkeeper.adapters.search.fts5.options import OptionLexicon
from shopkeeper.adapters.search.fts5.ranking import A_LIST, A_MENTION, Found, Ranked, Weights, rank
from shopkeeper.adapters.search.fts5.resolving import Resolver
from shopkeeper.adapters.search.fts5.terms import is_cjk, query_terms, raw_terms, stem
from shopkeeper.adapters.search.fts5.vocabulary import Vocabulary
from shopkeeper.domain.catalog.product import Product
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.ports.catalog_index import Hit, Resolution

FIELD_WEIGHTS = (2.0, 1.0, 2.0, 1.0, 2.0)
"""bm25 weights of title, codes, words, attributes, description."""

REMEMBERED_PHRASES = 2_000
RERANKED = 60
MENTIONED = 30
"""Candidates looked at for a list, and for a mention inside a sentence."""
LONGEST_QUERY = 400
TELLING_WORDS = 3
"""A product that holds none of the rarest words of a mention is not what is meant."""

# bm25 by the rank column over the index alone: products are joined only for the few rows that are left.
_SEARCH = """
SELECT product.id, -best.score, titles, heads, names, others, options
FROM (SELECT rowid, rank AS score FROM entry WHERE entry MATCH ? AND rank MATCH ? {only} ORDER BY rank LIMIT ?) AS best
JOIN product ON product.rowid = best.rowid ORDER BY best.score"""

_RANK = f"bm25({', '.join(str(weight) for weight in FIELD_WEIGHTS)})"
_NAMES = "{title code words}"
_ONLY = "AND rowid IN (SELECT rowid FROM product WHERE category = ? OR category LIKE ? || '/%')"


class _Reader:
    """What one thread reads with: a connection and the small word lists made from it."""

    def __init__(self, path: Path) -> None:
        self.connection = schema.connect(path)
        self.version = self._data_version()
        self.refresh()

    def refresh(self) -> None:
        self.vocabulary = Vocabulary(self.connection)
        self.options = OptionLexicon(self.connection)
        rows = self.connection.execute("SELECT id, modifiers FROM product WHERE modifiers <> ''").fetchall()
        self.made: dict[str, dict[str, list[str]]] = {row[0]: json.loads(row[1]) for row in rows}
        self.remembered: OrderedDict[tuple[str, int], Resolution] = OrderedDict()

    def moved(self) -> bool:
        """Whether another connection has written since the last look."""
        version = self._data_version()
        moved, self.version = version != self.version, version
        return moved

    def _data_version(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])


class Fts5Index:
    """CatalogIndex over the file at `path`. Each thread reads by its own connection; one writer at a time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._local = threading.local()
        self._writing = threading.Lock()
        connection = schema.connect(path)
        schema.prepare(connection)
        connection.close()

    @property
    def revision(self) -> int:
        row = self._reader().connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()
        return int(row[0]) if row else -1

    def build(
        self,
        products: Iterable[Product],
        *,
        revision: int,
        option_words: OptionWords | None = None,
        category_words: CategoryWords | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> int:
        """Replace the whole index; how many products it holds. `progress` hears the count now and then.

        `category_words` maps a category path to all its titles and words, as one text.
        """
        with self._writing:
            connection = schema.connect(self._path)
            try:
                return writing.build(
                    connection,
                    products,
                    revision=revision,
                    option_words=option_words or {},
                    category_words=category_words or {},
                    progress=progress,
                )
            finally:
                connection.close()

    def update(self, products: Iterable[Product], *, revision: int, removed: Iterable[ProductId] = ()) -> None:
        """Replace these products and drop `removed`; everything else stays."""
        with self._writing:
            connection = schema.connect(self._path)
            try:
                writing.update(connection, products, removed, revision)
            finally:
                connection.close()

    def search(self, query: str, *, language: str = "en", limit: int = 10, category: str | None = None) -> Sequence[Hit]:
        reader = self._reader()
        resolver = self._resolver(reader)
        text = query[:LONGEST_QUERY]
        exact = resolver.by_code(text)
        terms = [term for word in query_terms(text) for term in resolver.mended(word).terms]
        ranked = self._ranked(reader, terms, A_LIST, match=_any(terms), limit=max(limit, RERANKED), category=category)
        hits = [Hit(product_id=ProductId(one.found.product_id), score=one.score) for one in ranked]
        first = [Hit(product_id=product_id, score=1.0) for product_id in dict.fromkeys(found.product_id for found in exact)]
        known = {hit.product_id for hit in first}
        return [*first, *(hit for hit in hits if hit.product_id not in known)][:limit]

    def resolve(self, phrase: str, *, language: str = "en", limit: int = 5) -> Resolution:
        reader = self._reader()
        key = (phrase[:LONGEST_QUERY], limit)
        remembered = reader.remembered.get(key)
        if remembered is not None:
            reader.remembered.move_to_end(key)
            return remembered
        resolution = self._resolver(reader).resolve(key[0], limit=limit)
        reader.remembered[key] = resolution
        if len(reader.remembered) > REMEMBERED_PHRASES:
            reader.remembered.popitem(last=False)
        return resolution

    def modifiers(self, product_id: ProductId) -> Mapping[str, Sequence[str]]:
        made: dict[str, dict[str, list[str]]] = self._reader().made
        return made.get(product_id, {})

    def known_word(self, word: str) -> bool:
        vocabulary = self._reader().vocabulary
        terms = raw_terms(word[:LONGEST_QUERY])
        return bool(terms) and all(vocabulary.knows(part) for term in terms for part in (query_terms(term) if is_cjk(term) else [term]))

    def close(self) -> None:
        reader = getattr(self._local, "reader", None)
        if isinstance(reader, _Reader):
            reader.connection.close()
            del self._local.reader

    def _reader(self) -> _Reader:
        reader: _Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._local.reader = _Reader(self._path)
        elif reader.moved():
            reader.refresh()
        return reader

    def _resolver(self, reader: _Reader) -> Resolver:
        def ranked(terms: Sequence[str]) -> list[Ranked]:
            return self._mentioned(reader, terms)

        return Resolver(connection=reader.connection, vocabulary=reader.vocabulary, options=reader.options, ranked=ranked)

    def _mentioned(self, reader: _Reader, terms: Sequence[str]) -> list[Ranked]:
        """Products that hold all words in their names, else some of them there, else anywhere: from cheap to dear."""
        whole = self._ranked(reader, terms, A_MENTION, match=f"{_NAMES}: ({_all(terms)})", limit=MENTIONED)
        if not terms or (whole and not whole[0].missing):
            return whole
        telling = reader.vocabulary.rarest(terms, TELLING_WORDS)
        partly = self._ranked(reader, terms, A_MENTION, match=f"{_NAMES}: ({_any(telling)})", limit=MENTIONED)
        return partly or self._ranked(reader, terms, A_MENTION, match=_any(telling), limit=MENTIONED)

    def _ranked(
        self, reader: _Reader, terms: Sequence[str], weights: Weights, *, match: str, limit: int, category: str | None = None
    ) -> list[Ranked]:
        if not terms:
            return []
        values: list[object] = [match, _RANK, *([category, category] if category else []), limit]
        statement = _SEARCH.format(only=_ONLY if category else "")
        return rank([stem(term) for term in terms], _found(reader.connection.execute(statement, values).fetchall()), weights)


def _all(terms: Sequence[str]) -> str:
    return " AND ".join(f'"{term}"' for term in terms)


def _any(terms: Sequence[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)


def _found(rows: Sequence[tuple[str, float, str, str, str, str, str]]) -> list[Found]:
    best = max((row[1] for row in rows), default=0.0) or 1.0
    return [
        Found(product_id=row[0], lexical=row[1] / best, titles=row[2], heads=row[3], names=row[4], others=row[5], options=row[6])
        for row in rows
    ]
