"""Reading rule files: every field checked, every condition compiled, or a clear word about which rule is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast, get_args

import yaml

from shopkeeper.adapters.rules.cel import compile_condition
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import Command
from shopkeeper.domain.policy.rule import Layer, Rule, RuleEffect

COMMANDS = frozenset(command.__name__ for command in get_args(Command))
REQUIRED = frozenset({"id", "version", "layer", "commands", "when", "effect", "code"})
OPTIONAL = frozenset({"params", "source", "valid_from", "valid_to"})


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """All rules of `<folder>/*.yaml`. Raises InvalidInput (`bad_rule`) that names file and rule."""
    rules = [_rule(entry, path.name, COMMANDS) for path in sorted(folder.glob("*.yaml")) for entry in _entries(path)]
    _no_twins(rules)
    return tuple(rules)


def rules_from(entries: Iterable[object], where: str, commands: Iterable[str]) -> tuple[Rule, ...]:
    """Rules that came with something else, about shipped commands and `commands`. Raises as `load_rules` does."""
    known = COMMANDS | frozenset(commands)
    given = [cast("Mapping[str, object]", entry) for entry in entries if isinstance(entry, dict)]
    return tuple(_rule(entry, where, known) for entry in given)


def _entries(path: Path) -> Iterable[Mapping[str, object]]:
    content: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in cast("list[object]", content)):
        raise _bad(path.name, "a rule file is a list of rules")
    return cast("list[Mapping[str, object]]", content)


def _rule(entry: Mapping[str, object], file: str, known: frozenset[str]) -> Rule:
    name = f"{file}: {entry.get('id', 'a rule without id')}"
    missing, unknown = REQUIRED - entry.keys(), entry.keys() - REQUIRED - OPTIONAL
    if missing or unknown:
        raise _bad(name, f"missing {sorted(missing)}, unknown {sorted(unknown)}")
    commands = frozenset(cast("list[str]", entry["commands"]))
    if not commands <= known:
        raise _bad(name, f"no such command: {sorted(commands - known)}")
    condition = str(entry["when"])
    try:
        return Rule(
            id=str(entry["id"]),
            version=int(cast("int", entry["version"])),
            layer=Layer(str(entry["layer"])),
            commands=commands,
            effect=RuleEffect(str(entry["effect"])),
            code=str(entry["code"]),
            condition=condition,
            when=compile_condition(condition),
            params=cast("Mapping[str, str]", entry.get("params", {})),
            valid_from=_day(entry.get("valid_from")),
            valid_to=_day(entry.get("valid_to")),
            source=str(entry.get("source", "")),
        )
    except ValueError as fault:
        raise _bad(name, str(fault)) from fault


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    raise ValueError(f"{value!r} is not a date such as 2026-09-15")


def _no_twins(rules: Iterable[Rule]) -> None:
    """The same rule in two versions must not be in force on the same day."""
    seen: dict[str, list[Rule]] = {}
    for rule in rules:
        for other in seen.setdefault(rule.id, []):
            if _start(rule) <= _end(other) and _start(other) <= _end(rule):
                raise _bad(rule.id, f"versions {other.version} and {rule.version} overlap in time")
        seen[rule.id].append(rule)


def _start(rule: Rule) -> date:
    return rule.valid_from or date.min


def _end(rule: Rule) -> date:
    return rule.valid_to or date.max


def _bad(name: str, detail: str) -> InvalidInput:
    return InvalidInput("bad_rule", f"{name}: {detail}")
