"""Counters and timings in Prometheus' form, one registry per shop, with an OpenTelemetry span per step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from opentelemetry import trace
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily

from shopkeeper.ports.language_model import CallRecord
from shopkeeper.ports.storage import StorageStats

BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class StorageNumbers:
    """What the storage counts by itself, read only when somebody asks."""

    def __init__(self, stats: Callable[[], StorageStats]) -> None:
        self._stats = stats

    def collect(self) -> Iterator[CounterMetricFamily]:
        stats = self._stats()
        yield CounterMetricFamily("shopkeeper_commits", "Durable commits", value=stats.commits)
        yield CounterMetricFamily("shopkeeper_writes", "Pieces of work in those commits", value=stats.writes)
        yield CounterMetricFamily("shopkeeper_write_retries", "Work run again after a conflict", value=stats.retries)


MATCHED = frozenset({"this", "either"})
MATCH_RATE = "Share of the photos looked at since the start that named one product, or asked to choose among at most three"


class Metrics:
    """Implements the turn's `StepTimer`; `/metrics` prints `text()`."""

    def __init__(self, storage_stats: Callable[[], StorageStats]) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(StorageNumbers(storage_stats))
        self._steps = Histogram("shopkeeper_step_seconds", "Time per step of a turn", ["step"], buckets=BUCKETS, registry=self.registry)
        self._effects = Counter("shopkeeper_effects_total", "Outbox effects by outcome", ["kind", "status"], registry=self.registry)
        self._repairs = Counter("shopkeeper_repairs_total", "What the sweep mended", ["kind"], registry=self.registry)
        self._turns = Counter("shopkeeper_turns_total", "Turns answered", ["tier"], registry=self.registry)
        self._model = Histogram("shopkeeper_model_seconds", "Model calls", ["use", "outcome"], buckets=BUCKETS, registry=self.registry)
        self._tokens = Counter("shopkeeper_model_tokens_total", "Tokens by use and kind", ["use", "kind"], registry=self.registry)
        self._photos = Counter(
            "shopkeeper_photos_total", "Photos looked at by verdict and means", ["verdict", "means"], registry=self.registry
        )
        self._matched, self._looked_at = 0, 0
        rate = Gauge("shopkeeper_photo_match_rate", MATCH_RATE, registry=self.registry)
        rate.set_function(lambda: self.match_rate() or 0.0)
        self.catalog = Gauge("shopkeeper_catalog_products", "Products in the index", registry=self.registry)
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

    def repair(self, kind: str) -> None:
        self._repairs.labels(kind).inc()

    def turn(self, tier: str) -> None:
        self._turns.labels(tier).inc()

    def model_called(self, record: CallRecord) -> None:
        outcome = (record.fallback or "used").split(":", maxsplit=1)[0]
        self._model.labels(record.use, outcome).observe(record.latency_ms / 1000)
        self._tokens.labels(record.use, "prompt").inc(record.usage.prompt_tokens)
        self._tokens.labels(record.use, "completion").inc(record.usage.completion_tokens)

    def photo(self, verdict: str, means: str) -> None:
        """One photo that could be opened and looked at."""
        self._photos.labels(verdict, means).inc()
        self._looked_at += 1
        self._matched += verdict in MATCHED

    def match_rate(self) -> float | None:
        """See `MATCH_RATE`; None before the first photo."""
        return self._matched / self._looked_at if self._looked_at else None

    @property
    def photos_looked_at(self) -> int:
        return self._looked_at

    def text(self) -> bytes:
        return generate_latest(self.registry)
