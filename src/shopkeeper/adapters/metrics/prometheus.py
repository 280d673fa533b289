"""Counters and timings in Prometheus' form, one registry per shop, with an OpenTelemetry span per step."""

from __future__ import annotations

import os
from collections import Counter as Sums
from collections.abc import Callable

from opentelemetry import trace
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from shopkeeper.ports.language_model import CallRecord
from shopkeeper.ports.storage import StorageStats

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where this variable is set before prometheus_client is imported, all processes count together in files of that folder."""
MATCHED = frozenset({"this", "either"})
MATCH_RATE = "Share of the photos looked at since the start that named one product, or asked to choose among at most three"


class Metrics:
    """Implements the turn's `StepTimer`; `/metrics` prints `text()`."""

    def __init__(self, storage_stats: Callable[[], StorageStats]) -> None:
        self.registry = CollectorRegistry()
        self._storage_stats, self._told = storage_stats, StorageStats(commits=0, writes=0)
        self._commits = Counter("shopkeeper_commits", "Durable commits", registry=self.registry)
        self._writes = Counter("shopkeeper_writes", "Pieces of work in those commits", registry=self.registry)
        self._retries = Counter("shopkeeper_write_retries", "Work run again after a conflict", registry=self.registry)
        self._steps = Histogram("shopkeeper_step_seconds", "Time per step of a turn", ["step"], buckets=BUCKETS, registry=self.registry)
        self._effects = Counter("shopkeeper_effects_total", "Outbox effects by outcome", ["kind", "status"], registry=self.registry)
        self._repairs = Counter("shopkeeper_repairs_total", "What the sweep mended", ["kind"], registry=self.registry)
        self._turns = Counter("shopkeeper_turns_total", "Turns answered", ["tier"], registry=self.registry)
        self._model = Histogram("shopkeeper_model_seconds", "Model calls", ["use", "outcome"], buckets=BUCKETS, registry=self.registry)
        self._tokens = Counter("shopkeeper_model_tokens_total", "Tokens by use and kind", ["use", "kind"], registry=self.registry)
        self._photos = Counter(
            "shopkeeper_photos_total", "Photos looked at by verdict and means", ["verdict", "means"], registry=self.registry
        )
        self._rate = Gauge("shopkeeper_photo_match_rate", MATCH_RATE, registry=self.registry, multiprocess_mode="mostrecent")
        self.catalog = Gauge("shopkeeper_catalog_products", "Products in the index", registry=self.registry, multiprocess_mode="mostrecent")
        # Spans cost more than the timing itself and go nowhere until a provider is installed, which is done before a shop opens.
        self._tracer = None if isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider) else trace.get_tracer("shopkeeper")
        self._children: dict[str, Histogram] = {}

    def step(self, name: str, seconds: float) -> None:
        child = self._children.get(name)
        if child is None:
            child = self._children[name] = self._steps.labels(name)
        child.observe(seconds)
        if self._tracer is not None:
            self._tracer.start_span(f"turn.{name}", attributes={"shopkeeper.seconds": seconds}).end()

    def effect(self, kind: str, status: str) -> None:
        self._effects.labels(kind, status).inc()
        self._count_storage()

    def repair(self, kind: str) -> None:
        self._repairs.labels(kind).inc()

    def turn(self, tier: str) -> None:
        self._turns.labels(tier).inc()
        self._count_storage()

    def _count_storage(self) -> None:
        """What the storage counts by itself, as it has grown since the last look."""
        now, before = self._storage_stats(), self._told
        self._told = now
        self._commits.inc(now.commits - before.commits)
        self._writes.inc(now.writes - before.writes)
        self._retries.inc(now.retries - before.retries)

    def model_called(self, record: CallRecord) -> None:
        outcome = (record.fallback or "used").split(":", maxsplit=1)[0]
        self._model.labels(record.use, outcome).observe(record.latency_ms / 1000)
        self._tokens.labels(record.use, "prompt").inc(record.usage.prompt_tokens)
        self._tokens.labels(record.use, "completion").inc(record.usage.completion_tokens)

    def photo(self, verdict: str, means: str) -> None:
        """One photo that could be opened and looked at."""
        self._photos.labels(verdict, means).inc()

    def match_rate(self) -> float | None:
        """See `MATCH_RATE`; None before the first photo."""
        seen = self._photo_verdicts()
        return sum(seen[verdict] for verdict in MATCHED) / seen.total() if seen else None

    @property
    def photos_looked_at(self) -> int:
        return int(self._photo_verdicts().total())

    def _photo_verdicts(self) -> Sums[str]:
        seen: Sums[str] = Sums()
        for family in self._collected().collect():
            for sample in family.samples if family.name == "shopkeeper_photos" else ():
                if sample.name.endswith("_total"):
                    seen[sample.labels["verdict"]] += int(sample.value)
        return seen

    def _collected(self) -> CollectorRegistry:
        """The numbers of this process, or of all workers together where they share a folder."""
        folder = os.environ.get(SHARED_FOLDER)
        if not folder:
            return self.registry
        together = CollectorRegistry()
        MultiProcessCollector(together, folder)
        return together

    def text(self) -> bytes:
        self._count_storage()
        self._rate.set(self.match_rate() or 0.0)
        return generate_latest(self._collected())
