"""One canonical form for what gets signed or agreed to, so that one changed cent changes the digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from typing import Any, cast

from shopkeeper.domain.core.ids import Digest

READY = frozenset({str, int, float, bool, type(None)})
"""What is JSON-ready as it is; told first, since most values are."""

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: object) -> Any:
    """`value` (dataclasses, enums, tuples, datetimes) as JSON-ready primitives."""
    if type(value) in READY:
        return value
    names = _field_names(type(value))
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in cast(dict[object, object], value).items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in cast(list[object], value)]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in cast(set[object], value))
    return value


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """The fields of a dataclass; None for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def canonical_json(value: object) -> str:
    """Sorted keys, no spaces, UTF-8 text: the bytes every digest and signature is made over."""
    return _ENCODER.encode(plain(value))


def digest_of(value: object) -> Digest:
    return Digest("sha256:" + hashlib.sha256(canonical_json(value).encode()).hexdigest())
