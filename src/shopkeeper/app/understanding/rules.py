"""The first tier of understanding: shop grammar and catalog index, no model, well under a millisecond."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.understanding.answers import answer
from shopkeeper.app.understanding.composing import compose, tidy
from shopkeeper.app.understanding.reading import Reading, read
from shopkeeper.app.understanding.scene import Scene
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.dialogue.acts import FindProduct, Unknown
from shopkeeper.domain.dialogue.grammar.clauses import split_clauses
from shopkeeper.domain.dialogue.grammar.lexicon import Grammar, Lexicon, compile_grammar
from shopkeeper.domain.dialogue.grammar.tokens import readable
from shopkeeper.domain.dialogue.reference import ByWords
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.catalog_index import CatalogIndex
from shopkeeper.ports.understander import Context, Perception

SURE = 0.95
UNSURE = 0.4


class RulesUnderstander:
    """Understander over lexicons and a catalog index. Never raises on any text."""

    def __init__(self, *, index: CatalogIndex, lexicons: Mapping[str, Lexicon], shop: ShopWords) -> None:
        self._index = index
        self._lexicons = lexicons
        self._shop = shop
        self._grammars: dict[str, Grammar] = {}

    async def understand(self, perception: Perception, context: Context) -> Understanding:
        return self.read(perception, context)

    def read(self, perception: Perception, context: Context) -> Understanding:
        """The same without waiting, for tests and measurements."""
        text = readable(perception.text)
        language = perception.language
        reading = read(text, language=language, grammar=self._grammar(language), shop=self._shop)
        if not reading.tokens:
            return Understanding(acts=(), language=language)
        scene = Scene(reading=reading, shop=self._shop, index=self._index, context=context)
        if reading.age is not None:
            scene.slot("age", *reading.age, 0.95)
        clauses = split_clauses(text, reading.tokens, reading.cues, reading.numbers, _whole(reading))
        found = answer(scene, clauses) or tidy(compose(scene, clauses), context)
        acts = tuple(found) or (Unknown(text=text.strip()),)
        return Understanding(
            acts=acts,
            slots=tuple(scene.slots),
            language=language,
            confidence=_confidence(acts),
            evidence={"cues": [f"{cue.kind}:{cue.value}" if cue.value else cue.kind for cue in reading.cues[:40]], **scene.notes},
        )

    def _grammar(self, language: str) -> Grammar:
        grammar = self._grammars.get(language)
        if grammar is None:
            grammar = self._grammars[language] = compile_grammar(language, self._lexicons)
        return grammar


def _whole(reading: Reading) -> list[tuple[int, int]]:
    return [found[1:] for found in (reading.email, reading.address, reading.age) if found is not None]


def _confidence(acts: tuple[object, ...]) -> float:
    """How sure the rules are: not at all of what they cannot read, less of a product nobody has."""
    if any(isinstance(act, Unknown) for act in acts):
        return 0.0 if len(acts) == 1 else UNSURE
    unfound = any(isinstance(act, FindProduct) and isinstance(act.reference, ByWords) and not act.reference.candidates for act in acts)
    return UNSURE if unfound else SURE
