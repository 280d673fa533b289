"""Nothing leaves that a record does not back: every number in a text must come from a fact it was given."""

from __future__ import annotations

import re
from collections.abc import Iterable

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def unbacked(text: str, backed_by: Iterable[str]) -> tuple[str, ...]:
    """The numbers in `text` that occur in none of `backed_by` (finished sentences of the phrase book, records' own words)."""
    known = {number for source in backed_by for number in NUMBER.findall(source)}
    return tuple(number for number in NUMBER.findall(text) if number not in known)
