"""Commands from plain values: which fields there are, which must be given, and whether a value fits."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.policy.command import Command

STANDING = frozenset({"cart_id", "conversation_id", "customer_id", "checkout_id"})
"""Fields that the conversation itself fills in."""


@cache
def field_types(kind: type) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def needed(kind: type) -> frozenset[str]:
    """Fields without a default, apart from what the conversation fills in."""
    return frozenset(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING and f.name not in STANDING)


def problems(kind: type, given: Collection[str]) -> str:
    """What is wrong with giving just these fields; empty when nothing is."""
    known = field_types(kind).keys()
    unknown, missing = sorted(set(given) - known), sorted(needed(kind) - set(given))
    if unknown:
        return f"{kind.__name__} has no field {unknown[0]!r}; it has {', '.join(sorted(known))}"
    if missing:
        return f"{kind.__name__} needs {', '.join(missing)}"
    odd = next((name for name in given if _reader(field_types(kind)[name]) is None), None)
    return f"{kind.__name__}.{odd} is of a kind that a flow cannot give" if odd else ""


def make_command(kind: type[Command], values: Mapping[str, object]) -> Command:
    """Raises InvalidInput (`bad_argument`) for a value of another kind than the field's."""
    made: dict[str, object] = {}
    for name, hint in field_types(kind).items():
        if name not in values:
            continue
        read = _reader(hint)
        value = values[name]
        if read is None or (fitting := read(value)) is None:
            if value is None and _optional(hint):
                continue
            raise InvalidInput("bad_argument", f"{kind.__name__}.{name}: {value!r} does not fit")
        made[name] = fitting
    return cast(Any, kind)(**made)


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _reader(hint: Any) -> Callable[[object], object] | None:
    """How a plain value becomes one of `hint`; None for kinds that are not made here."""
    bare = getattr(hint, "__supertype__", hint)
    if get_origin(bare) in (Union, types.UnionType):
        several = [read for one in get_args(bare) if one is not type(None) and (read := _reader(one)) is not None]
        return (lambda value: next((found for read in several if (found := read(value)) is not None), None)) if several else None
    if get_origin(bare) is tuple:
        return _texts
    origin: Any = get_origin(bare)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _named_texts
    if not isinstance(bare, type):
        return None
    return _of_type(bare)


def _of_type(bare: Any) -> Callable[[object], object] | None:
    if issubclass(bare, StrEnum):
        return lambda value: next((one for one in cast(Any, bare) if one.value == value), None)
    return _PLAIN.get(bare)


def _texts(value: object) -> object:
    return tuple(map(str, as_sequence(value))) or None


def _named_texts(value: object) -> object:
    return {key: str(one) for key, one in as_mapping(value).items()} or None


def _text(value: object) -> object:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _money(value: object) -> object:
    amount, currency = as_int(as_mapping(value).get("amount")), as_mapping(value).get("currency")
    return Money(minor=amount, currency=currency) if amount is not None and isinstance(currency, str) else None


_PLAIN: Mapping[type, Callable[[object], object]] = {
    str: _text,
    int: as_int,
    bool: lambda value: value if isinstance(value, bool) else None,
    datetime: _moment,
    Money: _money,
}
