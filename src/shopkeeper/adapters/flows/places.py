"""YAML values that remember where they stand, so that every complaint names file, line and column."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, cast

import yaml

from shopkeeper.domain.core.outcome import InvalidInput

_compose: Any = yaml.compose_all  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


@dataclass(frozen=True, slots=True)
class Spot:
    """A YAML node and the file it stands in."""

    file: str
    node: Any

    @property
    def place(self) -> str:
        mark = self.node.start_mark
        return f"{self.file}:{mark.line + 1}:{mark.column + 1}"

    def wrong(self, message: str) -> NoReturn:
        raise InvalidInput("bad_flow", f"{self.place}: {message}")

    def entries(self, known: Collection[str] | None = None, needed: Collection[str] = ()) -> dict[str, Spot]:
        """The entries of a mapping; keys outside `known`, twice given or missing are complained about."""
        if not isinstance(self.node, yaml.MappingNode):
            self.wrong(f"a mapping is needed here{_with(known)}, not {self._kind}")
        found: dict[str, Spot] = {}
        for key_node, value in cast("list[tuple[Any, Any]]", self.node.value):
            key, at = str(key_node.value), Spot(self.file, key_node)
            if known is not None and key not in known:
                at.wrong(unknown(key, known))
            if key in found:
                at.wrong(f"{key!r} stands here twice; keep one")
            found[key] = Spot(self.file, value)
        missing = [name for name in needed if name not in found]
        if missing:
            self.wrong(f"{missing[0]!r} is missing; write `{missing[0]}: …`")
        return found

    def items(self) -> list[Spot]:
        if not isinstance(self.node, yaml.SequenceNode):
            self.wrong(f"a list is needed here, not {self._kind}")
        return [Spot(self.file, one) for one in cast("list[Any]", self.node.value)]

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or not str(self.node.value).strip():
            self.wrong(f"a text is needed here, not {self._kind}")
        return str(self.node.value).strip()

    def texts(self) -> tuple[str, ...]:
        return tuple(one.text() for one in self.items())

    def names(self) -> tuple[str, ...]:
        """One name, or a list of them."""
        return self.texts() if isinstance(self.node, yaml.SequenceNode) else (self.text(),)

    def flag(self) -> bool:
        if self.text() not in ("true", "false"):
            self.wrong("write true or false")
        return self.text() == "true"

    def whole(self, least: int = 1) -> int:
        if not self.text().isdigit() or int(self.text()) < least:
            self.wrong(f"a whole number of at least {least} is needed here")
        return int(self.text())

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def _kind(self) -> str:
        if self.is_mapping or self.is_list:
            return "a mapping" if self.is_mapping else "a list"
        return f"{self.node.value!r}" if str(self.node.value).strip() else "an empty value"


def unknown(name: str, known: Collection[str]) -> str:
    return f"{name!r} is not known here; {nearest(name, known)}"


def nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known)) or 'none'}"


def documents(file: str, text: str) -> Iterator[Spot]:
    """The documents of a YAML text, without empty ones."""
    try:
        for node in _compose(text, Loader=yaml.SafeLoader):
            if node is not None and not (isinstance(node, yaml.ScalarNode) and not node.value):
                yield Spot(file, node)
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        at = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file
        raise InvalidInput("bad_flow", f"{at}: {getattr(error, 'problem', None) or error}; the file is no YAML") from error


def _with(known: Collection[str] | None) -> str:
    return f" with {', '.join(sorted(known))}" if known else ""
