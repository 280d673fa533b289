"""The small language of mapping files: columns, constants, templates, and a few steps that shape what they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, cast

from shopkeeper.domain.core.outcome import InvalidInput

Values: TypeAlias = "Mapping[str, object]"
Expression: TypeAlias = Callable[[Values], object]

SOURCES = ("column", "const", "template", "first")
STEPS = ("split", "matching", "except", "pick", "at", "map", "scale", "prefix", "join", "default")
PLACE = re.compile(r"\{([^{}]+)\}")


def compile_expression(spec: object, where: str, columns: set[str]) -> Expression:
    """The function for `spec`; every column it reads is added to `columns`. Raises InvalidInput naming `where`."""
    if isinstance(spec, str):
        return _template(spec, columns) if "{" in spec else _column(spec, columns)
    if isinstance(spec, (int, float, bool)):
        return lambda values: spec
    if isinstance(spec, list):
        return _first([compile_expression(one, where, columns) for one in cast("list[object]", spec)])
    if not isinstance(spec, dict):
        raise wrong(where, "needs a column name, a constant or an expression")
    return _compound(cast("dict[str, object]", spec), where, columns)


def wrong(where: str, message: str) -> InvalidInput:
    return InvalidInput("mapping", f"mapping, {where}: {message}")


def _compound(spec: dict[str, object], where: str, columns: set[str]) -> Expression:
    unknown = [str(key) for key in spec if key not in SOURCES and key not in STEPS]
    if unknown:
        raise wrong(where, f"{unknown[0]} is not known; known are {', '.join((*SOURCES, *STEPS))}")
    given = [key for key in SOURCES if key in spec]
    if len(given) != 1:
        raise wrong(where, f"needs exactly one of {', '.join(SOURCES)}")
    expression = _source(given[0], spec[given[0]], where, columns)
    for step in (step for step in spec if step in STEPS):
        expression = _then(expression, _step(step, spec[step], where))
    return expression


def _source(kind: str, value: object, where: str, columns: set[str]) -> Expression:
    if kind == "const":
        return lambda values: value
    if kind == "first":
        listed = cast("list[object]", value) if isinstance(value, list) else [value]
        return _first([compile_expression(one, where, columns) for one in listed])
    if not isinstance(value, str):
        raise wrong(where, f"{kind} must be a text")
    return _column(value, columns) if kind == "column" else _template(value, columns)


def _column(path: str, columns: set[str]) -> Expression:
    columns.add(path.partition(".")[0])
    return lambda values: value_at(values, path)


def value_at(values: Values, path: str) -> object:
    """The value of a column, or of a dotted path into nested values."""
    if path in values or "." not in path:
        return values.get(path)
    found: object = values
    for part in path.split("."):
        found = cast("Values", found).get(part) if isinstance(found, dict) else None
    return found


def _template(text: str, columns: set[str]) -> Expression:
    names = PLACE.findall(text)
    columns.update(name.partition(".")[0] for name in names)

    def fill(values: Values) -> object:
        found = {name: as_text(value_at(values, name)) for name in names}
        filled = PLACE.sub(lambda place: found[place[1]], text) if all(found.values()) else ""
        return filled.strip()

    return fill


def _first(choices: Sequence[Expression]) -> Expression:
    def choose(values: Values) -> object:
        return next((value for choice in choices if not is_blank(value := choice(values))), None)

    return choose


def _then(expression: Expression, step: Callable[[object], object]) -> Expression:
    return lambda values: step(expression(values))


def _step(name: str, given: object, where: str) -> Callable[[object], object]:
    match name:
        case "split" if isinstance(given, str) and given:
            return lambda value: [part for part in (piece.strip() for piece in as_text(value).split(given)) if part]
        case "matching" | "except" if isinstance(given, str):
            pattern, keep = _pattern(given, where), name == "matching"
            return lambda value: [text for text in as_list(value) if bool(pattern.search(text)) is keep]
        case "pick" if given in ("longest", "first", "last"):
            return lambda value: _picked(as_list(value), given)
        case "at" if isinstance(given, int):
            return lambda value: "".join(as_list(value)[given : given + 1 or None])
        case "join" if isinstance(given, str):
            return lambda value: given.join(as_list(value))
        case "map" if isinstance(given, dict):
            table = {as_text(key): item for key, item in cast("dict[object, object]", given).items()}
            return lambda value: table.get(as_text(value), value)
        case "scale" if isinstance(given, (int, float)) and not isinstance(given, bool):
            factor = Decimal(str(given))
            return lambda value: _scaled(value, factor)
        case "prefix" if isinstance(given, str):
            return lambda value: f"{given}{text}" if (text := as_text(value)) else ""
        case "default":
            return lambda value: given if is_blank(value) else value
        case _:
            raise wrong(where, f"{name} cannot be {given!r}")


def _picked(texts: list[str], which: str) -> str:
    if not texts:
        return ""
    return max(texts, key=len) if which == "longest" else texts[0 if which == "first" else -1]


def _pattern(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise wrong(where, f"{text} is not a regular expression: {error}") from error


def _scaled(value: object, factor: Decimal) -> object:
    """Times `factor`, exactly; a text that is no plain number stays as it is and is told of later."""
    text = as_text(value)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return format((number * factor).normalize(), "f") if number.is_finite() else text


def is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value == []


def as_text(value: object) -> str:
    """One text: numbers without a needless `.0`, of several values the first."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return as_text(next(iter(cast("list[object]", value)), None))
    return "" if isinstance(value, dict) else str(value)


def as_list(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for item in cast("list[object]", value) if (text := as_text(item))]
    text = as_text(value)
    return [text] if text else []
