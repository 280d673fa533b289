"""Reading loosely typed values (question contexts, stored answers) without trusting them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast


def as_mapping(value: object) -> Mapping[str, object]:
    """`value` when it is a mapping, else an empty one."""
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def as_sequence(value: object) -> Sequence[object]:
    """`value` when it is a list or tuple, else an empty one."""
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()


def as_int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
