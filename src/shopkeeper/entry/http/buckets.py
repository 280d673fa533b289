"""Token buckets by key: so many a minute on average, a part of them at once, counted together by all workers of a server."""

from __future__ import annotations

import mmap
import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import blake2b
from struct import Struct
from time import monotonic

try:
    import fcntl
except ImportError:  # where there is no fork there is one worker, and nobody to wait for
    fcntl = None

ROWS = 8_192
WAYS = 8
MOST_KEYS = ROWS * WAYS
PLACE = Struct("<Qdd")
ROW = Struct("<" + "Qdd" * WAYS)
"""Per key its hash, the tokens it holds, and when that was (monotonic seconds, one clock for all processes); 0 = a free place."""


class Buckets:
    """`per_minute` on average and `burst` at once for every key; 0 a minute = no limit. Of many keys the longest unseen are forgotten.

    The table lies in memory that processes forked later share: make it before the workers.
    """

    def __init__(self, per_minute: int, *, burst: float) -> None:
        self._per_s = per_minute / 60
        self._burst = max(1.0, burst)
        self._table = mmap.mmap(-1, ROWS * ROW.size)
        self._lock_file = tempfile.TemporaryFile()  # noqa: SIM115, it lives as long as the table
        # Whoever knew the hash could make keys push out one another.
        self._salt = os.urandom(16)

    def take(self, key: str) -> float:
        """Seconds to wait; 0 when a token was there (it is gone then)."""
        if not self._per_s:
            return 0.0
        hashed, now = self._hash(key), monotonic()
        with self._alone():
            place, held, at = self._place(hashed)
            tokens = min(self._burst, held + (now - at) * self._per_s) if at else self._burst
            allowed = tokens >= 1
            PLACE.pack_into(self._table, place, hashed, tokens - 1 if allowed else tokens, now)
        return 0.0 if allowed else (1 - tokens) / self._per_s

    def give_back(self, key: str) -> None:
        """The last token taken for this key does not count."""
        hashed = self._hash(key)
        with self._alone():
            place, held, at = self._place(hashed)
            if at:
                PLACE.pack_into(self._table, place, hashed, min(self._burst, held + 1), at)

    def _hash(self, key: str) -> int:
        digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8, key=self._salt).digest()
        return int.from_bytes(digest, "little") or 1

    def _place(self, hashed: int) -> tuple[int, float, float]:
        """Where the key's bucket lies, its tokens and when that was; a new key (at 0) gets a free place, or the longest unseen one."""
        start = hashed % ROWS * ROW.size
        row = ROW.unpack_from(self._table, start)
        for way in range(WAYS):
            if row[way * 3] == hashed:
                return start + way * PLACE.size, row[way * 3 + 1], row[way * 3 + 2]
        oldest = min(range(WAYS), key=lambda way: row[way * 3 + 2])
        return start + oldest * PLACE.size, 0.0, 0.0

    @contextmanager
    def _alone(self) -> Generator[None]:
        """No other worker counts meanwhile. The system lets go of the lock of a worker that was killed."""
        if fcntl is not None:
            fcntl.lockf(self._lock_file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if fcntl is not None:
                fcntl.lockf(self._lock_file, fcntl.LOCK_UN)
