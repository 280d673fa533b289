"""Search on SQLite FTS5: no server, no download, a file beside the database."""

from shopkeeper.adapters.search.fts5.index import Fts5Index

__all__ = ["Fts5Index"]
