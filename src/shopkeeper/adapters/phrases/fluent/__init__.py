"""Replies from Project Fluent catalogs."""

from shopkeeper.adapters.phrases.fluent.book import FluentPhraseBook

__all__ = ["FluentPhraseBook"]
