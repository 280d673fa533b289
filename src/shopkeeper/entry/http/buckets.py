"""Token buckets by key: so many a minute on average, a part of them at once."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic

MOST_KEYS = 50_000


class Buckets:
    """`per_minute` on average and `burst` at once for every key; 0 a minute = no limit. The longest unseen keys are forgotten."""

    def __init__(self, per_minute: int, *, burst: float) -> None:
        self._per_s = per_minute / 60
        self._burst = max(1.0, burst)
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Seconds to wait; 0 when a token was there (it is gone then)."""
        if not self._per_s:
            return 0.0
        now = monotonic()
        tokens, at = self._held.pop(key, (self._burst, now))
        tokens = min(self._burst, tokens + (now - at) * self._per_s)
        allowed = tokens >= 1
        self._held[key] = (tokens - 1 if allowed else tokens, now)
        if len(self._held) > MOST_KEYS:
            self._held.popitem(last=False)
        return 0.0 if allowed else (1 - tokens) / self._per_s

    def give_back(self, key: str) -> None:
        """The last token taken for this key does not count."""
        if key in self._held:
            tokens, at = self._held[key]
            self._held[key] = (min(self._burst, tokens + 1), at)

    def __len__(self) -> int:
        return len(self._held)
