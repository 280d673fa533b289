"""Server-rendered pages: Jinja templates of `web/`, escaped, with the headers a page should have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

WEB = Path(str(files("shopkeeper"))) / "web"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    return Environment(loader=FileSystemLoader(WEB), autoescape=select_autoescape(("html", "jinja")), undefined=StrictUndefined)


def render(template: str, context: Mapping[str, object]) -> str:
    return _environment().get_template(template).render(**context)
