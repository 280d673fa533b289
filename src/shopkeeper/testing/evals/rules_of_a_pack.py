"""The first tier of understanding over the goods and words of one shop, without a running server."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import shopkeeper.content
from shopkeeper.adapters.packs.reader import read_pack
from shopkeeper.adapters.search.fts5 import Fts5Index
from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
from shopkeeper.adapters.understanding.py3langid import Py3LangGuesser
from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.app.understanding.words import shop_words

DEMO = Path(shopkeeper.content.__file__).parent / "packs" / "lantern_market"


@contextmanager
def rules_of(folder: Path | None) -> Generator[tuple[RulesUnderstander, LanguageDetector]]:
    """Rules and language detector for the pack in `folder`, the demo shop's by default. Flows of the shop are left out."""
    pack = read_pack(folder or DEMO)
    languages = shipped_languages()
    lexicons = load_lexicons(languages)
    with TemporaryDirectory() as place:
        index = Fts5Index(Path(place) / "search.db")
        index.build([entry.product for entry in pack.products], revision=1, option_words=pack.option_words)
        reader = RulesUnderstander(index=index, lexicons=lexicons, shop=shop_words(pack.profile, pack.stores))
        yield reader, LanguageDetector(lexicons, languages, Py3LangGuesser())
