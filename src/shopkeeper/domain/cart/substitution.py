"""What shall come instead of a line that turns out to be missing, as the shopper wished it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.core.ids import Sku


class SubstituteRule(StrEnum):
    NONE = "none"
    """Nothing: it is left out."""
    NAMED = "named"
    """One of `skus`."""
    SIMILAR = "similar"
    """Something of the same kind, as the store thinks best."""
    ASK = "ask"
    """The shopper is asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """`text` names what may come, in the words the shopper was told."""

    rule: SubstituteRule
    skus: tuple[Sku, ...] = ()
    text: str = ""
