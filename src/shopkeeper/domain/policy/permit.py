"""The one key to a side effect. Only the gate makes permits; every command function asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from shopkeeper.domain.core.ids import Digest

C_co = TypeVar("C_co", covariant=True)


class _GateKey:
    """Held by the gate alone; without it a permit cannot be made."""

    __slots__ = ()


GATE_KEY = _GateKey()


@dataclass(frozen=True, slots=True)
class Permit(Generic[C_co]):
    """Leave to run `command`, under the rules named in `rule_versions`.

    Made only in `domain/policy/gate.py`; an architecture test holds that.
    """

    command: C_co
    rule_versions: Mapping[str, int]
    key: _GateKey = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.key is not GATE_KEY:
            raise TypeError("only the gate makes permits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deny:
    """A rule says no; `code` and `params` become the words of the refusal."""

    rule: str
    version: int
    code: str
    params: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConfirmation:
    """A rule wants the shopper's explicit yes to exactly this (`digest` of the command)."""

    rule: str
    version: int
    code: str
    digest: Digest
    params: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsOperator:
    """A rule wants a person to decide."""

    rule: str
    version: int
    code: str
    params: Mapping[str, object] = field(default_factory=dict[str, object])


Verdict: TypeAlias = Permit[C_co] | Deny | AskConfirmation | NeedsOperator
