"""What the shop calls its options, values, attributes and units in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from shopkeeper.domain.catalog.product import AttributeValue, Quantity, Range, Texts, Variant, text_in

OptionWords: TypeAlias = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
"""option -> canonical value -> language -> words, the first of which is shown."""

COUNTED = frozenset({"piece", "egg", "bottle", "can", "bag", "bar", "slice", "roll", "sheet", "pair", "set", "dozen", "pack"})
"""Units that are words of a language; all others are symbols, which every language shares."""


def language_of(locale: str) -> str:
    """`zh-CN` and `zh` speak `zh`."""
    return locale.split("-", maxsplit=1)[0].casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """`names` are the shop's texts by key (`option.color`, `allergen.milk`); `fallback` is the shop's own language."""

    language: str = "en"
    fallback: str = "en"
    names: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    values: OptionWords = field(default_factory=dict[str, "Mapping[str, Mapping[str, tuple[str, ...]]]"])

    def text(self, texts: Texts) -> str:
        return text_in(texts, self.language, self.fallback)

    def name(self, key: str) -> str | None:
        """The shop's own name for `key` in this language."""
        return self.names.get(key, {}).get(self.language)

    def spare(self, key: str) -> str:
        """The name in the shop's language, else the code itself: for keys that no reply catalog has either."""
        return self.names.get(key, {}).get(self.fallback) or key.rpartition(".")[2].replace("_", " ")

    def value(self, option: str, canonical: str) -> str:
        words = self.values.get(option, {}).get(canonical, {})
        shown = words.get(self.language) or words.get(self.fallback)
        return shown[0] if shown else canonical

    def options(self, options: Mapping[str, str], between: str = ", ") -> str:
        return between.join(self.value(name, value) for name, value in options.items())

    def title(self, texts: Texts, variant: Variant | None) -> str:
        """The product's title and what tells this variant apart, e.g. `Leather tote, tan`."""
        told = self.options(variant.options) if variant else ""
        return f"{self.text(texts)}, {told}" if told else self.text(texts)

    def attribute(self, name: str, value: AttributeValue | None) -> AttributeValue | None:
        """The value with its words put into this language; numbers and symbols stay."""
        match value:
            case str():
                return self.value(name, value)
            case tuple():
                return tuple(self.value(name, one) for one in value)
            case Quantity() | Range() if value.unit in COUNTED:
                return replace(value, unit=self.name(f"unit.{value.unit}") or self.spare(f"unit.{value.unit}"))
            case _:
                return value

    def retitled(self, kind: str, title: str) -> str:
        """A title that was written down in the shop's language (of a promotion), in this one."""
        if self.language == self.fallback:
            return title
        same = (texts for key, texts in self.names.items() if key.startswith(f"{kind}.") and title in texts.values())
        return next((texts[self.language] for texts in same if self.language in texts), title)
