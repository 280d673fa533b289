"""The names that are looked for in print, from the content's file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml

from shopkeeper.domain.catalog.marks import MarkWords
from shopkeeper.domain.core.narrow import as_sequence
from shopkeeper.domain.core.outcome import InvalidInput

KINDS = ("agencies", "brands", "everyday")
_loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_mark_words(path: Path) -> MarkWords:
    """Raises InvalidInput for an unknown or missing kind, and for a name that is in two of them."""
    loaded: object = yaml.load(path.read_text(encoding="utf-8"), Loader=_loader)
    content = cast("dict[str, object]", loaded) if isinstance(loaded, dict) else {}
    if set(content) != set(KINDS):
        raise InvalidInput("marks", f"{path.name}: the lists are {', '.join(KINDS)}")
    lists = {kind: tuple(str(name).strip() for name in as_sequence(names)) for kind, names in content.items()}
    known = [name.casefold() for names in lists.values() for name in names]
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        raise InvalidInput("marks", f"{path.name}: {', '.join(twice)} stand there twice")
    return MarkWords(agencies=lists["agencies"], brands=lists["brands"], everyday=lists["everyday"])
