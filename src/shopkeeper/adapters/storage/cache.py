"""Decoded values kept in memory under the revision they were read at, so that a stale one can never be served."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class RevisionCache(Generic[V]):
    """The last `size` used values. Filled with committed values only: what a write changed may yet be rolled back."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[str, tuple[int, V]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str, revision: int) -> V | None:
        with self._lock:
            entry = self._values.get(key)
            if entry is None or entry[0] != revision:
                return None
            self._values.move_to_end(key)
            return entry[1]

    def put(self, key: str, revision: int, value: V) -> None:
        with self._lock:
            self._values[key] = (revision, value)
            self._values.move_to_end(key)
            if len(self._values) > self._size:
                self._values.popitem(last=False)
