"""What a run of conversation tests found, for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import indent
from typing import Any

from shopkeeper.domain.core.digest import plain
from shopkeeper.testing.conversations.expect.said import outcome_of
from shopkeeper.testing.conversations.nodes import FileProblem
from shopkeeper.testing.conversations.running import Failure, Result
from shopkeeper.testing.conversations.seen import Json

LAST_WORDS = 8
MOST_SHOWN = 600


def line_of(result: Result) -> str:
    """`tests/conversations/j10.yaml::two taps PASSED`."""
    state = "FAILED" if result.failures else "SKIPPED" if result.skipped else "PASSED"
    reason = f" ({result.skipped})" if result.skipped else ""
    unchecked = f" (not visible from outside: {', '.join(result.unchecked)})" if result.unchecked else ""
    return f"{result.test.place.file}::{result.test.name} [{result.backend}] {state}{reason}{unchecked}"


def explain(result: Result) -> str:
    """The last of the talk, then for everything amiss where it stands, what was expected and what was there."""
    talk = result.transcript[-LAST_WORDS:]
    head = [f"{result.test.name} [{result.backend}]", *([indent("\n".join(talk), "    ")] if talk else [])]
    return "\n".join([*head, *(complaint(failure) for failure in result.failures)])


def complaint(failure: Failure) -> str:
    return f"{failure.place}: {failure.what}\n  expected: {_short(failure.expected)}\n  got:      {_short(failure.got)}"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def failure_json(failure: Failure) -> dict[str, Any]:
    return {
        "file": failure.place.file,
        "line": failure.place.line,
        "what": failure.what,
        "expected": plain(failure.expected),
        "got": plain(failure.got),
    }


def problem_failure(problem: FileProblem) -> Failure:
    """A file that cannot be read is a failed test."""
    return Failure(place=problem.place, what="format", expected="a conversation test", got=problem.message)


def report_json(results: Sequence[Result], problems: Sequence[Failure]) -> dict[str, Any]:
    failures = [*problems, *(failure for result in results for failure in result.failures)]
    failed = len(problems) + sum(bool(result.failures) for result in results)
    skipped = [result for result in results if result.skipped and not result.failures]
    return {
        "passed": len(results) - (failed - len(problems)) - len(skipped),
        "failed": failed,
        "skipped": len(skipped),
        "unchecked": sorted({name for result in results for name in result.unchecked}),
        "model": _model_json([call for result in results for call in result.calls]),
        "failures": [failure_json(failure) for failure in failures],
        "skips": [{"file": r.test.place.file, "line": r.test.place.line, "test": r.test.name, "reason": r.skipped} for r in skipped],
    }


def _model_json(calls: Sequence[Json]) -> dict[str, Any]:
    """Per use: how many calls, what came of them, and how long they took."""
    told: dict[str, Any] = {}
    for use in sorted({str(call["use"]) for call in calls}):
        mine = [call for call in calls if call["use"] == use]
        took_ms = sorted(float(call["latency_ms"]) for call in mine)
        outcomes = Counter(outcome_of(call).removeprefix(f"{use}:") for call in mine)
        told[use] = {
            "calls": len(mine),
            "outcomes": dict(outcomes.most_common()),
            "p50_ms": took_ms[len(took_ms) // 2],
            "p95_ms": took_ms[min(len(took_ms) - 1, len(took_ms) * 95 // 100)],
        }
    return told


def summary(report: dict[str, Any]) -> str:
    skipped = f", {report['skipped']} skipped" if report["skipped"] else ""
    return f"{report['passed']} passed, {report['failed']} failed{skipped}"
