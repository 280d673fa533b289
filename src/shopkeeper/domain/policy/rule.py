"""A gate rule as data: when it applies, what it then says, and which law or shop decision stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Layer(StrEnum):
    LAW = "law"
    SHOP = "shop"


class RuleEffect(StrEnum):
    DENY = "deny"
    CONFIRM = "confirm"
    OPERATOR = "operator"


class UnclearCondition(Exception):
    """The facts do not answer a rule's condition. The gate takes that for a no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`when` (raises UnclearCondition) is the compiled CEL condition over `command` and `facts`; true means the effect applies."""

    id: str
    version: int
    layer: Layer
    commands: frozenset[str]
    effect: RuleEffect
    code: str
    condition: str
    when: Callable[[Mapping[str, object]], bool]
    params: Mapping[str, str]
    """Names of facts the refusal may quote: template parameter -> fact path."""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
