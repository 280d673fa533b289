"""Lexicons from YAML files, one per language; a file that does not hold together names the line to mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, cast

import yaml

from shopkeeper.domain.cart.substitution import SubstituteRule
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.lexicon import Lexicon, expand
from shopkeeper.domain.dialogue.grammar.substitutes import compile_pattern

SHARED = "any"
AFTER_SALE = "after_sale"
"""A folder of further cues, one file per language."""
SUBSTITUTES = "substitutes"
"""A folder of patterns for what may come instead of what is missing, one file per language."""
_KEYS = frozenset({"language", "function_words", "numbers", "cues", "times"})
# Plain strings only: YAML would read the words "yes", "no" and "on" as truth values.
_loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_lexicons(languages: Iterable[str], folder: Traversable | None = None) -> dict[str, Lexicon]:
    """The shipped lexicons (or those in `folder`) of `languages`, the shared one first; languages without a file are left out."""
    wanted = [SHARED, *dict.fromkeys(code for code in languages if code != SHARED)]
    found = {code: _shipped(code) if folder is None else _read(code, folder) for code in wanted}
    return {code: lexicon for code, lexicon in found.items() if lexicon is not None}


@cache
def _shipped(code: str) -> Lexicon | None:
    """Read once: the files of the package do not change while it runs."""
    return _read(code, files("shopkeeper.content").joinpath("lexicon"))


def _read(code: str, folder: Traversable) -> Lexicon | None:
    file = folder.joinpath(f"{code}.yaml")
    if not file.is_file():
        return None
    whole = _with_more(read_lexicon(file), folder.joinpath(AFTER_SALE, f"{code}.yaml"))
    return replace(whole, substitutes=read_substitutes(folder.joinpath(SUBSTITUTES, f"{code}.yaml")))


def read_substitutes(file: Traversable) -> Mapping[str, tuple[str, ...]]:
    """Patterns by rule; none where there is no file. Raises InvalidInput for a rule or a pattern that is none."""
    loaded: object = yaml.load(file.read_text(encoding="utf-8"), Loader=_loader) if file.is_file() else {}
    found = {str(rule): tuple(str(one) for one in as_sequence(patterns)) for rule, patterns in as_mapping(loaded).items()}
    for rule, patterns in found.items():
        if rule not in tuple(SubstituteRule):
            raise InvalidInput("lexicon", f"{file.name}: {rule} is no rule; known are {', '.join(SubstituteRule)}")
        for pattern in patterns:
            try:
                compile_pattern(pattern)
            except re.error as error:
                raise InvalidInput("lexicon", f"{file.name}: {pattern!r} is no pattern: {error}") from error
    return found


def _with_more(lexicon: Lexicon, file: Traversable) -> Lexicon:
    """Phrases of `file` come first and so win where both files have the same."""
    if not file.is_file():
        return lexicon
    more = read_lexicon(file).cues
    merged = {cue: (*phrases, *lexicon.cues.get(cue, ())) for cue, phrases in more.items()}
    rest = {cue: phrases for cue, phrases in lexicon.cues.items() if cue not in merged}
    return replace(lexicon, cues={**merged, **rest})


def shipped_languages() -> Sequence[str]:
    names = [file.name for file in files("shopkeeper.content").joinpath("lexicon").iterdir()]
    return sorted(name[:-5] for name in names if name.endswith(".yaml") and name != f"{SHARED}.yaml")


def read_lexicon(file: Traversable) -> Lexicon:
    """The lexicon in `file`. Raises InvalidInput that says which key is wrong."""
    loaded: object = yaml.load(file.read_text(encoding="utf-8"), Loader=_loader)
    if not isinstance(loaded, dict):
        raise InvalidInput("lexicon", f"{file.name}: a mapping is needed")
    content = cast(dict[str, Any], loaded)
    unknown = sorted(content.keys() - _KEYS)
    if unknown or "language" not in content:
        raise InvalidInput("lexicon", f"{file.name}: unknown keys {unknown}, or no `language`")
    numbers = {fold(str(word)): Fraction(str(value)) for word, value in content.get("numbers", {}).items()}
    cues, times = (
        {str(cue): tuple(_phrases(file.name, str(cue), phrases)) for cue, phrases in content.get(part, {}).items()}
        for part in ("cues", "times")
    )
    words = frozenset(fold(word) for word in str(content.get("function_words", "")).split())
    return Lexicon(language=str(content["language"]), cues=cues, times=times, numbers=numbers, function_words=words)


def _phrases(file: str, cue: str, phrases: object) -> Iterator[str]:
    if not isinstance(phrases, list):
        raise InvalidInput("lexicon", f"{file}: cue {cue} needs a list of phrases")
    for phrase in cast(list[object], phrases):
        if not isinstance(phrase, str):
            raise InvalidInput("lexicon", f"{file}: {phrase!r} in {cue} is no text; put it in quotes")
        yield from expand(phrase)
