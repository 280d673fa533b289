"""What the type checker cannot hold: who makes permits, who swallows, what the domain may know, what is never left lying."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import shopkeeper

SRC = Path(shopkeeper.__file__).parent
DOORS = ("entry/", "testing/")
HANDED_ON = {"adapters/storage/writer.py", "adapters/vision/intake.py"}
"""The writer gives the error to whoever waits for that piece of work, since the batch around it must go on; decoders
meet hostile bytes and raise whatever they like, which becomes one typed refusal."""


@cache
def modules() -> dict[str, ast.Module]:
    return {path.relative_to(SRC).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(SRC.rglob("*.py"))}


def under(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    return ((name, tree) for name, tree in modules().items() if name.startswith(folders))


def _names(node: ast.expr | None) -> set[str]:
    if isinstance(node, ast.Tuple):
        return set().union(*map(_names, node.elts))
    return {node.id} if isinstance(node, ast.Name) else {node.attr} if isinstance(node, ast.Attribute) else set()


def test_permits_are_made_by_the_gate_alone() -> None:
    made = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and "Permit" in _names(node.func.value if isinstance(node.func, ast.Subscript) else node.func)
        and name != "domain/policy/gate.py"
    ]
    keys = [name for name, tree in modules().items() for node in ast.walk(tree) if "GATE_KEY" in _imported(node)]
    assert made == []
    assert keys == ["domain/policy/gate.py"]


def _imported(node: ast.AST) -> set[str]:
    return {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()


def test_only_doors_catch_everything() -> None:
    """Elsewhere `except BaseException` may tidy up and raise again, and nothing may be swallowed."""
    caught = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if not name.startswith(DOORS) and name not in HANDED_ON
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _names(node.type) & {"Exception", "BaseException"})
        and not _raises_again(node)
    ]
    assert caught == []


def _raises_again(node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return _names(node.type) == {"BaseException"} and isinstance(last, ast.Raise) and last.exc is None


MAY_IMPORT = {"domain/": ("domain",), "ports/": ("domain", "ports"), "app/": ("domain", "ports", "app")}


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_inner_layers_know_the_standard_library_and_what_is_below(layer: str) -> None:
    own = tuple(f"shopkeeper.{name}" for name in MAY_IMPORT[layer])
    foreign = [
        f"{name}: {imported}"
        for name, tree in under(layer)
        for imported in _imports(tree)
        if imported.split(".")[0] not in sys.stdlib_module_names and not imported.startswith(own)
    ]
    assert foreign == []


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


OUTSIDE = {
    "now",
    "utcnow",
    "today",
    "monotonic",
    "perf_counter",
    "sleep",
    "open",
    "read_text",
    "write_text",
    "urandom",
    "token_hex",
    "getenv",
}


def test_the_domain_has_no_clock_no_files_and_no_chance() -> None:
    touched = [
        f"{name}:{node.lineno}"
        for name, tree in under("domain/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _names(node.func) & OUTSIDE
    ]
    modules_used = {
        f"{name}: {imported}"
        for name, tree in under("domain/")
        for imported in _imports(tree)
        if imported in ("random", "secrets", "os", "asyncio")
    }
    assert touched == []
    assert modules_used == set()


def test_the_domain_is_synchronous() -> None:
    assert [name for name, tree in under("domain/") for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)] == []


LEFT_LYING = re.compile(
    r"\b(TODO|FIXME)\b|#.* — |# type: ignore(?!\[)|^(?!\s*(?:from|import)\b).*# pyright: ignore(?!\[)|# noqa(?!: [A-Z])"
    r"|\bbreakpoint\(\)"
)


def test_nothing_is_left_lying() -> None:
    """No notes to self, and no silenced checker without the name of what it was silenced for (imports of untyped packages apart)."""
    found = [
        f"{path.relative_to(SRC)}:{number}"
        for path in sorted(SRC.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if LEFT_LYING.search(line)
    ]
    assert found == []


def test_every_module_opens_with_why_it_exists() -> None:
    assert [name for name, tree in modules().items() if not ast.get_docstring(tree)] == []
