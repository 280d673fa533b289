"""All flows of a shop, by id and by what shoppers say for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shopkeeper.domain.dialogue.flow.flow import Flow
from shopkeeper.domain.dialogue.flow.matching import SURE, ExampleIndex, Match, all_examples

_NOTHING = ExampleIndex(())


@dataclass(frozen=True, slots=True)
class FlowBook:
    flows: Mapping[str, Flow] = field(default_factory=dict[str, Flow])
    examples: ExampleIndex = _NOTHING

    def get(self, flow_id: str) -> Flow | None:
        return self.flows.get(flow_id)

    def meant(self, text: str, least: float = SURE) -> Match | None:
        return self.examples.best(text, least) if self.flows else None


def flow_book(flows: Iterable[Flow], function_words: frozenset[str] = frozenset()) -> FlowBook:
    by_id = {flow.id: flow for flow in flows}
    return FlowBook(by_id, ExampleIndex(all_examples({flow.id: flow.intents for flow in by_id.values()}), function_words))
