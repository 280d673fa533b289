"""What a shop's labels mean here: the acts a label may stand for, none of which spends money or agrees to anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue import acts

MakeAct = Callable[[str], acts.Act]
"""From the message's text."""

_PLAIN: Mapping[str, MakeAct] = {
    "greet": lambda _: acts.Greet(),
    "thank": lambda _: acts.Thank(),
    "help": lambda _: acts.Help(),
    "show_cart": lambda _: acts.ShowCart(),
    "check_out": lambda _: acts.CheckOut(),
    "order_status": lambda _: acts.AskOrderStatus(),
    "ask_person": lambda _: acts.AskPerson(),
    "unknown": lambda text: acts.Unknown(text=text),
}
POLICY = "ask_policy"
FLOW = "flow"
ALLOWED = (*_PLAIN, POLICY, FLOW)


@dataclass(frozen=True, slots=True)
class LabelMeanings:
    by_label: Mapping[str, MakeAct]

    def act(self, label: str, text: str) -> acts.Act | None:
        """None for a label without a meaning here (out of scope among them); `flow/<id>` means the flow without being told."""
        make = self.by_label.get(label)
        if make is None and label.startswith(f"{FLOW}/"):
            return acts.StartFlow(flow=label.removeprefix(f"{FLOW}/"))
        return make(text) if make else None


def label_meanings(rows: Mapping[str, object], *, where: str) -> LabelMeanings:
    """From `label: act` or `label: ask_policy/topic`. Raises InvalidInput that names the label."""
    return LabelMeanings({label: _maker(where, label, meaning) for label, meaning in rows.items()})


def _maker(where: str, label: str, meaning: object) -> MakeAct:
    kind, _, topic = str(meaning).partition("/")
    if kind == POLICY and topic:
        return lambda text: acts.AskPolicy(topic=topic, text=text)
    if kind == FLOW and topic:
        return lambda _: acts.StartFlow(flow=topic)
    if kind in _PLAIN and not topic:
        return _PLAIN[kind]
    raise InvalidInput(
        "label_meaning", f"{where}: label {label!r} means {meaning!r}; allowed: {', '.join(_PLAIN)}, {POLICY}/<topic>, {FLOW}/<id>"
    )
