"""Which flow's example sentences a message is like: shared words, weighed by how rare they are among the examples, spelling forgiven."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.tokens import TokenKind, tokenize

SURE = 0.58
"""From here on a message is taken for what its nearest example is about."""

UNREAD = 0.5
"""The same for a message that the shop's grammar can make nothing of."""

LEADING = 0.06
"""How far the best flow must be ahead of the next one."""

LONGEST = 40
"""A message of more words than this is no request that looks like an example."""

LIGHT = 0.25
"""Weight of function words: they are in every sentence."""

STEM = 5


@dataclass(frozen=True, slots=True)
class Match:
    flow: str
    score: float
    example: str


@dataclass(frozen=True, slots=True)
class _Example:
    flow: str
    text: str
    words: frozenset[str]
    weight: float


class ExampleIndex:
    """Every example of every flow. Deterministic; ties go to the flow that comes first."""

    def __init__(self, examples: Iterable[tuple[str, str]], function_words: frozenset[str] = frozenset()) -> None:
        """`examples` are (flow, sentence)."""
        pairs = [(flow, text, words_of(text)) for flow, text in examples]
        self._light = frozenset(folded for word in function_words if len(folded := fold(word)) <= STEM)
        flows_with: dict[str, set[str]] = {}
        for flow, _, words in pairs:
            for word in words:
                flows_with.setdefault(word, set()).add(flow)
        self._count = max(1, len({flow for flow, _, _ in pairs}))
        self._spread = {word: len(flows) for word, flows in flows_with.items()}
        self._examples = [_Example(flow, text, words, self._total(words)) for flow, text, words in pairs if words]
        self._by_word: dict[str, list[int]] = {}
        for at, example in enumerate(self._examples):
            for word in example.words:
                self._by_word.setdefault(word, []).append(at)

    def best(self, text: str, least: float = SURE) -> Match | None:
        """The flow that `text` asks for; None when no example is near enough, or two flows are equally near."""
        ranking = self.ranking(text)
        if not ranking or ranking[0].score < least:
            return None
        behind = ranking[1].score if len(ranking) > 1 else 0.0
        return ranking[0] if ranking[0].score - behind >= LEADING or ranking[0].score >= 0.999 else None

    def ranking(self, text: str) -> Sequence[Match]:
        """The nearest example of every flow that shares a word with `text`, nearest first."""
        said = words_of(text)
        if not said or len(said) > LONGEST:
            return ()
        weight = self._total(said)
        shared: Counter[int] = Counter()
        for word in said:
            for at in self._by_word.get(word, ()):
                shared[at] += self._weight(word)  # type: ignore[assignment]
        best: dict[str, Match] = {}
        for at, common in shared.items():
            example = self._examples[at]
            if not (said & example.words) - self._light:
                continue  # "I have a question" has only small words with "I have a complaint"
            score = 2 * common / (weight + example.weight)
            held = best.get(example.flow)
            if held is None or score > held.score:
                best[example.flow] = Match(example.flow, score, example.text)
        return sorted(best.values(), key=lambda match: -match.score)

    def _total(self, words: Iterable[str]) -> float:
        return sum(self._weight(word) for word in words)

    def _weight(self, word: str) -> float:
        """A word of one flow says most; one of all flows, or one that no example has, less."""
        if word in self._light:
            return LIGHT
        spread = self._spread.get(word)
        return 1.0 if spread is None else 0.6 + math.log((1 + self._count) / (1 + spread))


def words_of(text: str) -> frozenset[str]:
    """The beginnings of words (so that endings do not matter) and pairs of han characters."""
    tokens = [token for token in tokenize(text) if token.kind is not TokenKind.MARK]
    found = {token.norm[:STEM] for token in tokens if token.kind is not TokenKind.CJK}
    han = [token.norm for token in tokens if token.kind is TokenKind.CJK]
    found.update(first + second for first, second in itertools.pairwise(han))
    return frozenset(found)


def all_examples(intents: Mapping[str, Mapping[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    """(flow, sentence) from flow -> language -> sentences."""
    return [(flow, text) for flow, by_language in intents.items() for texts in by_language.values() for text in texts]
