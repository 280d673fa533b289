"""What customers said and what they wanted done, read strictly from JSON lines, and the map from a data set's names to acts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue import acts

COLUMNS = ("text", "actions")
ACT_TYPES = frozenset(str(field.default) for kind in get_args(acts.Act) for field in fields(kind) if field.name == "type")


@dataclass(frozen=True, slots=True)
class ActionCase:
    """`messages` are the lines of one customer, `actions` what all of them together ask for (may be nothing)."""

    messages: tuple[str, ...]
    actions: frozenset[str]


def read_cases(path: Path) -> tuple[ActionCase, ...]:
    """Rows of `{"text", "actions"}`; each line of `text` is a message. Raises InvalidInput that names file and line."""
    if not path.is_file():
        raise InvalidInput("no_file", f"{path}: there is no such file")
    with path.open(encoding="utf-8-sig") as lines:
        found = tuple(_case(f"{path}, line {number}", line) for number, line in enumerate(lines, start=1) if line.strip())
    if not found:
        raise InvalidInput("no_examples", f"{path}: no lines")
    return found


def _case(where: str, line: str) -> ActionCase:
    try:
        row: object = json.loads(line)
    except ValueError as error:
        raise InvalidInput("row", f"{where}: no JSON: {error}") from error
    if not isinstance(row, dict):
        raise InvalidInput("row", f"{where}: an object is needed")
    cells = cast(dict[str, Any], row)
    unknown, missing = sorted(cells.keys() - {*COLUMNS}), [name for name in COLUMNS if name not in cells]
    if unknown or missing:
        problem = f"unknown columns {', '.join(unknown)}" if unknown else f"missing columns {', '.join(missing)}"
        raise InvalidInput("unknown_columns", f'{where}: {problem}. A row is {{"text": "…", "actions": ["…"]}} and nothing else.')
    text, actions = cells["text"], cells["actions"]
    if not isinstance(text, str) or not isinstance(actions, list):
        raise InvalidInput("row", f"{where}: text must be a string and actions a list of names")
    messages = tuple(message.strip() for message in text.splitlines() if message.strip())
    return ActionCase(messages, frozenset(str(name) for name in cast(list[object], actions)))


def read_meanings(path: Path | None, cases: Sequence[ActionCase]) -> Mapping[str, tuple[str, ...]]:
    """Action to the acts that stand for it. Without a file every action must be named like an act ("cancel", "ask_person:invoice").

    Raises InvalidInput for an action of the cases that is not in the file, and for an act that does not exist.
    """
    wanted = frozenset[str]().union(*(case.actions for case in cases))
    meanings = {name: (name,) for name in wanted} if path is None else _from_file(path)
    unmapped = sorted(wanted - meanings.keys())
    if unmapped:
        raise InvalidInput("unknown_actions", f"{path}: no line for {', '.join(unmapped)}. Give each its acts, or [] where there is none.")
    strange = sorted({act for several in meanings.values() for act in several if act.split(":")[0] not in ACT_TYPES})
    if strange:
        hint = "Name acts, or map your names to them with --actions MAP.yaml." if path is None else "Acts are listed below."
        raise InvalidInput(
            "unknown_acts", f"{path or 'cases'}: no such act: {', '.join(strange)}. {hint} Acts: {', '.join(sorted(ACT_TYPES))}."
        )
    return meanings


def _from_file(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.is_file():
        raise InvalidInput("no_file", f"{path}: there is no such file")
    try:
        loaded: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise InvalidInput("map", f"{path}: no YAML: {error}") from error
    lists = cast(dict[object, object], loaded) if isinstance(loaded, dict) else {}
    if not lists or not all(isinstance(several, list) for several in lists.values()):
        raise InvalidInput("map", f"{path}: a line is needed for each action, such as `cancel_order: [ask_person:cancel_order, cancel]`")
    return {str(name): tuple(str(act) for act in cast(list[object], several)) for name, several in lists.items()}
