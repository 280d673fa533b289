"""Taking personal data out of a text before a model sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from shopkeeper.domain.conversation.redaction import Redaction


class Redactor(Protocol):
    def __call__(self, text: str, held: Mapping[str, str]) -> Redaction:
        """`text` with placeholders; `held` are placeholders of earlier texts of the same turn, used again for the same value."""
        ...
