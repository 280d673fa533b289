"""A mark that staff watch for: a name, with a picture of it where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.ids import ProtectedMarkId, derive

LONGEST_NAME = 80
MOST_MARKS = 100
"""Each is looked for in every photo that is looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedMark:
    """`picture` is a small copy (base64 of WebP) of a logo or a picture that others have the rights to; empty = the name alone."""

    id: ProtectedMarkId
    name: str
    at: datetime
    picture: str = ""


def protected_mark(name: str, picture: str, *, at: datetime) -> ProtectedMark:
    """The same name and picture given again are the same mark."""
    return ProtectedMark(id=ProtectedMarkId(derive("mrk", name.casefold(), picture)), name=name, picture=picture, at=at)
