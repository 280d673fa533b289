"""One canonical form for what gets signed or agreed to, so that one changed cent changes the digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, cast

from shopkeeper.domain.core.ids import Digest


def plain(value: object) -> Any:
    """`value` (dataclasses, enums, tuples, datetimes) as JSON-ready primitives."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in cast(dict[object, object], value).items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in cast(list[object], value)]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in cast(set[object], value))
    return value


def canonical_json(value: object) -> str:
    """Sorted keys, no spaces, UTF-8 text: the bytes every digest and signature is made over."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(value: object) -> Digest:
    return Digest("sha256:" + hashlib.sha256(canonical_json(value).encode()).hexdigest())
