"""YAML values that remember the line they stand on, so that every complaint can name it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, cast

import yaml

PLACEHOLDER = re.compile(r"\$\{([\w -]+)\}")

Plain: TypeAlias = "str | int | bool | Decimal | None"


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class FileProblem(Exception):
    """The file does not follow the format; `place` is where."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file: a plain value, a list of nodes, or a mapping of nodes. A mapping's entry stands where its key does."""

    place: Place
    value: Plain | tuple[Node, ...] | dict[str, Node]

    def wrong(self, message: str) -> NoReturn:
        raise FileProblem(self.place, message)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, tuple)

    def fields(self, known: Collection[str] | None = None) -> dict[str, Node]:
        """The entries of a mapping; a key outside `known` is an error that names the nearest known one."""
        if not isinstance(self.value, dict):
            self.wrong(f"must be a mapping{_of(known)}, not {self.kind}")
        for key, entry in self.value.items() if known is not None else ():
            if key not in cast("Collection[str]", known):
                entry.wrong(unknown(key, cast("Collection[str]", known)))
        return self.value

    def items(self) -> tuple[Node, ...]:
        """The items of a list; a single value counts as a list of one."""
        return self.value if isinstance(self.value, tuple) else (self,)

    def text(self) -> str:
        if isinstance(self.value, (dict, tuple)) or self.value is None:
            self.wrong(f"must be a text, not {self.kind}")
        return str(self.value).lower() if isinstance(self.value, bool) else str(self.value)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def whole(self, least: int | None = None) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.wrong(f"must be a whole number, not {self.kind}")
        if least is not None and self.value < least:
            self.wrong(f"must be {least} or more, not {self.value}")
        return self.value

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            self.wrong(f"must be true or false, not {self.kind}")
        return self.value

    def one_of(self, known: Collection[str]) -> str:
        text = self.text()
        if text not in known:
            self.wrong(unknown(text, known))
        return text

    def amount(self, decimals: int = 2) -> int:
        """An amount written as on a receipt (`79.00`), in minor units."""
        try:
            major = Decimal(self.text())
        except InvalidOperation:
            self.wrong(f"must be an amount such as {Decimal(7900) / 10**decimals:.{decimals}f}, not {self.value!r}")
        exponent = major.as_tuple().exponent
        if exponent != -decimals:
            self.wrong(f"write the amount with {decimals} decimals, such as {major:.{decimals}f}")
        return int(major.scaleb(decimals))

    def plain(self) -> Any:
        """The value without its places, as JSON would have it."""
        if isinstance(self.value, dict):
            return {key: entry.plain() for key, entry in self.value.items()}
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return float(self.value) if isinstance(self.value, Decimal) else self.value

    @property
    def kind(self) -> str:
        if isinstance(self.value, dict):
            return "a mapping"
        if isinstance(self.value, tuple):
            return "a list"
        return "nothing" if self.value is None else repr(self.value)

    def filled(self, words: Mapping[str, str]) -> Node:
        """The same with every `${name}` replaced by its word; a name without a word is an error."""
        if isinstance(self.value, dict):
            return replace(self, value={key: entry.filled(words) for key, entry in self.value.items()})
        if isinstance(self.value, tuple):
            return replace(self, value=tuple(item.filled(words) for item in self.value))
        if not isinstance(self.value, str):
            return self
        return replace(self, value=PLACEHOLDER.sub(lambda found: self._word(found[1], words), self.value))

    def _word(self, name: str, words: Mapping[str, str]) -> str:
        if name not in words:
            self.wrong(f"there is no ${{{name}}} in this variant; it has {', '.join(sorted(words)) or 'none'}")
        return words[name]


def unknown(key: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}"
    return f"{key!r} is not known here; {hint}"


def load_documents(path: Path, shown: str | None = None) -> Iterator[Node]:
    """The documents of a YAML file, one after another. Raises FileProblem where it is not YAML."""
    file = shown or str(path)
    try:
        documents = _composed(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FileProblem(Place(file, line), f"not YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FileProblem(Place(file, 1), f"cannot be read: {error}") from error
    for document in documents:
        if document is not None:
            yield _node(document, file, document.start_mark.line + 1)


def _composed(text: str) -> list[yaml.Node | None]:
    compose = cast("Callable[..., Iterable[yaml.Node | None]]", yaml.compose_all)  # pyright: ignore[reportUnknownMemberType]
    return list(compose(text, Loader=yaml.SafeLoader))


def _node(raw: yaml.Node, file: str, line: int) -> Node:
    place = Place(file, line)
    if isinstance(raw, yaml.MappingNode):
        return Node(place, _mapping(raw, file))
    if isinstance(raw, yaml.SequenceNode):
        items = cast("Sequence[yaml.Node]", raw.value)
        return Node(place, tuple(_node(item, file, item.start_mark.line + 1) for item in items))
    return Node(place, _scalar(cast("yaml.ScalarNode", raw)))


def _mapping(raw: yaml.MappingNode, file: str) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for key, value in cast("Sequence[tuple[yaml.Node, yaml.Node]]", raw.value):
        line = key.start_mark.line + 1
        name = str(key.value)
        if name in entries:
            raise FileProblem(Place(file, line), f"{name!r} is given twice")
        entries[name] = _node(value, file, line)
    return entries


def _scalar(raw: yaml.ScalarNode) -> Plain:
    text = str(raw.value)
    match raw.tag.rsplit(":", 1)[-1]:
        case "null":
            return None
        case "bool":
            return text.lower() in ("true", "yes", "on")
        case "int":
            return int(text, 0) if text.startswith(("0x", "0o")) else int(text.replace("_", "")) if text.lstrip("+-").isdigit() else text
        case "float":
            return _decimal(text)
        case _:
            return text


def _decimal(text: str) -> Plain:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _of(known: Collection[str] | None) -> str:
    return f" of {', '.join(sorted(known))}" if known else ""
