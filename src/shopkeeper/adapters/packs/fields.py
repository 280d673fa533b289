"""Typed reading of hand-written YAML that collects every problem with its file, entry and field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from shopkeeper.ports.shop_pack import PackProblem

KINDS: dict[type, str] = {
    str: "text",
    bool: "true/false",
    int: "a number",
    float: "a decimal number",
    list: "a list",
    dict: "a mapping",
    type(None): "nothing",
}


Code = TypeVar("Code", bound=StrEnum)


@dataclass(slots=True)
class Problems:
    found: list[PackProblem] = field(default_factory=list[PackProblem])

    def add(self, file: str, entry: str, name: str, message: str) -> None:
        self.found.append(PackProblem(file=file, entry=entry, field=name, message=message))


@dataclass(slots=True)
class Fields:
    """The fields of one mapping. A getter gives a harmless value where it reports a problem, so that reading goes on."""

    raw: Mapping[str, object]
    file: str
    entry: str
    problems: Problems

    @classmethod
    def of(cls, value: object, file: str, entry: str, problems: Problems) -> Fields:
        if value is not None and not isinstance(value, dict):
            problems.add(file, entry, "", f"must be a mapping, not {_kind(value)}")
        raw = cast("dict[object, object]", value) if isinstance(value, dict) else {}
        return cls({str(key): item for key, item in raw.items()}, file, entry, problems)

    def has(self, name: str) -> bool:
        return self.raw.get(name) is not None

    def wrong(self, name: str, message: str) -> None:
        self.problems.add(self.file, self.entry, name, message)

    def only(self, *names: str) -> None:
        """Report fields that the format does not know: a misspelled `allergens` must not pass for none."""
        for name in self.raw:
            if name not in names:
                self.wrong(name, "is not a field of this format")

    def text(self, name: str, default: str | None = None) -> str:
        value = self.raw.get(name)
        if value is None and default is not None:
            return default
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str) or not value.strip():
            self.wrong(name, "is missing" if value is None else f"must be text, not {_kind(value)}")
            return ""
        return value

    def maybe(self, name: str) -> str | None:
        return self.text(name) if self.has(name) else None

    def whole(self, name: str, default: int | None = None, *, least: int = 0) -> int:
        value = self.raw.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(name, "is missing" if value is None else f"must be a whole number, not {_kind(value)}")
            return least
        if value < least:
            self.wrong(name, f"must be {least} or more, not {value}")
            return least
        return value

    def number(self, name: str, default: float | None = None) -> float:
        value = self.raw.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            self.wrong(name, "is missing" if value is None else f"must be a number, not {_kind(value)}")
            return 0.0
        return float(value)

    def truth(self, name: str, default: bool) -> bool:
        value = self.raw.get(name, default)
        if not isinstance(value, bool):
            self.wrong(name, f"must be true or false, not {_kind(value)}")
            return default
        return value

    def moment(self, name: str, zone: str) -> datetime | None:
        """A moment; one without an offset is local to `zone`."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            read = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        except ValueError:
            self.wrong(name, f"must be a moment such as 2026-09-15T10:00:00+02:00, not {value}")
            return None
        return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))

    def code(self, name: str, default: Code) -> Code:
        """One of the codes of `default`'s kind."""
        text, kind = self.text(name, default.value), type(default)
        if text not in list(kind):
            self.wrong(name, f"must be one of {', '.join(kind)}, not {text}")
            return default
        return kind(text)

    def strings(self, name: str) -> tuple[str, ...]:
        value = self.raw.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, f"must be a list, not {_kind(value)}")
            return ()
        return tuple(self.word(name, item) for item in cast("list[object]", value))

    def word(self, name: str, item: object) -> str:
        if isinstance(item, bool) or not isinstance(item, (str, int, float)):
            self.wrong(name, f"must hold texts only, not {_kind(item)}; quote words such as yes, no, on and off")
        return str(item)

    def texts(self, name: str) -> dict[str, str]:
        """One text per language; a plain text is in no language and comes back under the empty key."""
        value = self.raw.get(name)
        if isinstance(value, str):
            return {"": value}
        inner = self.inside(name)
        return {language: inner.text(language) for language in inner.raw}

    def words(self, name: str) -> dict[str, tuple[str, ...]]:
        inner = self.inside(name)
        return {language: inner.strings(language) for language in inner.raw}

    def inside(self, name: str) -> Fields:
        return Fields.of(self.raw.get(name), self.file, f"{self.entry}.{name}" if self.entry else name, self.problems)

    def each(self, name: str) -> Iterator[Fields]:
        yield from entries(self.raw.get(name), self.file, self.entry, self.problems, name)


def entries(value: object, file: str, entry: str, problems: Problems, name: str = "") -> Iterator[Fields]:
    """The mappings of a list, each named by its id where it has one."""
    if value is None:
        return
    if not isinstance(value, list):
        problems.add(file, entry, name, f"must be a list, not {_kind(value)}")
        return
    for position, item in enumerate(cast("list[Any]", value), start=1):
        label = _label(item) or f"{name or 'entry'} {position}"
        yield Fields.of(item, file, f"{entry}.{label}" if entry else label, problems)


def _label(item: object) -> str:
    if not isinstance(item, dict):
        return ""
    raw = cast("dict[str, object]", item)
    return str(next((raw[key] for key in ("id", "sku", "number", "label") if raw.get(key)), ""))


def _kind(value: object) -> str:
    return KINDS.get(type(value), type(value).__name__)
