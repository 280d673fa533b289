"""Ways to say what a list, a number of things, or an amount must be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.spec import Mismatch

NONE = "none"


def is_none(node: Node) -> bool:
    return node.value is None or node.value == NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedList:
    """`exactly`: these in this order; `contain`: these among others, in this order; `forbid`: none of these."""

    exactly: tuple[str, ...] | None = None
    contain: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()

    def check(self, what: str, got: Sequence[str]) -> Iterator[Mismatch]:
        if self.exactly is not None and tuple(got) != self.exactly:
            yield Mismatch(what=what, expected=list(self.exactly), got=list(got))
        missing = _first_missing(self.contain, got)
        if missing is not None:
            yield Mismatch(what=f"{what}.contain", expected=missing, got=list(got))
        for name in self.forbid:
            if name in got:
                yield Mismatch(what=f"{what}.forbid", expected=f"no {name}", got=list(got))


def wanted_list(node: Node, *, bare: str, known: Sequence[str] | None = None) -> WantedList:
    """`none`, a list (read as `bare`: exactly or contain), or a mapping of exactly, contain and forbid."""
    if is_none(node):
        return WantedList(exactly=())
    entries = node.fields(("exactly", "contain", "forbid")) if node.is_mapping else {bare: node}
    read = {key: tuple(_name(item, known) for item in entry.items()) for key, entry in entries.items()}
    return WantedList(exactly=read.get("exactly"), contain=read.get("contain", ()), forbid=read.get("forbid", ()))


def _name(node: Node, known: Sequence[str] | None) -> str:
    return node.text() if known is None else node.one_of(known)


def _first_missing(wanted: Sequence[str], got: Sequence[str]) -> str | None:
    rest = list(got)
    for name in wanted:
        if name not in rest:
            return name
        rest = rest[rest.index(name) + 1 :]
    return None


def wanted_counts(node: Node, *, known: Collection[str] | None = None) -> dict[str, int]:
    """Names with how many there must be; `none` = nothing at all."""
    return {} if is_none(node) else {key: entry.whole(least=0) for key, entry in node.fields(known).items()}


def check_counts(what: str, wanted: Mapping[str, int], got: Mapping[str, int], *, whole: bool = True) -> Iterator[Mismatch]:
    """`whole`: what is not named must be zero."""
    names = {**wanted, **{name: 0 for name in got if whole and name not in wanted}}
    for name, count in names.items():
        if got.get(name, 0) != count:
            yield Mismatch(what=f"{what}.{name}", expected=count, got=got.get(name, 0))


def check_fields(what: str, wanted: Mapping[str, object], got: Callable[[str], object]) -> Iterator[Mismatch]:
    for name, value in wanted.items():
        found = got(name)
        if found != value:
            yield Mismatch(what=f"{what}.{name}", expected=value, got=found)
