"""Rule conditions in CEL, the Common Expression Language: side-effect free, always ending, readable by a lawyer."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import cast

from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.policy.rule import UnclearCondition

# The package imports its interactive shell (prompt_toolkit, pygments, rich) with itself; a server has no use for it.
sys.modules.setdefault("cel.cli", ModuleType("cel.cli"))
import cel  # noqa: E402

INT64_MAX = 2**63 - 1


def compile_condition(text: str) -> Callable[[Mapping[str, object]], bool]:
    """The condition as a function of the facts, which must not be changed once given.

    Raises ValueError when it does not parse; the function raises UnclearCondition when the facts do not answer it.
    """
    evaluate = compile_expression(text)

    def when(facts: Mapping[str, object]) -> bool:
        answer = evaluate(facts)
        if not isinstance(answer, bool):
            raise UnclearCondition(f"{text}: gave {answer!r}, not true or false")
        return answer

    return when


def compile_expression(text: str) -> Callable[[Mapping[str, object]], object]:
    """The value of an expression over facts; raises as `compile_condition` does."""
    program = cel.compile(text)

    def evaluate(facts: Mapping[str, object]) -> object:
        try:
            return program.execute(_contexts.of(facts))
        except (RuntimeError, KeyError, TypeError, ValueError, ArithmeticError) as fault:
            raise UnclearCondition(f"{text}: {fault}") from fault

    return evaluate


class _Contexts(threading.local):
    """The last facts in CEL's own form: one command is judged by many rules, and converting costs forty times judging."""

    def __init__(self) -> None:
        self._facts: Mapping[str, object] | None = None
        self._context = cel.Context()

    def of(self, facts: Mapping[str, object]) -> cel.Context:
        if facts is not self._facts:
            self._context = cel.Context(cast("dict[str, object]", _as_cel(facts)))
            self._facts = facts
        return self._context


_contexts = _Contexts()


def _as_cel(value: object) -> object:
    """Plain values for CEL. Integers beyond 64 bits have no form there; the largest one is absurd enough for every rule."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        return max(-INT64_MAX, min(value, INT64_MAX))
    if isinstance(value, dict):
        return {key: _as_cel(item) for key, item in cast("dict[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_as_cel(item) for item in cast("list[object]", value)]
    return plain(value)
