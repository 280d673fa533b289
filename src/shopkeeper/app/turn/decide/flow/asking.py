"""The questions of a flow: one slot, a yes to everything, or what to change."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.app.turn.decide.flow.values import told
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.product import text_in
from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.state import OfferedChoice, Question
from shopkeeper.domain.dialogue.decision import Ask, ChoiceCard, ShowChoices
from shopkeeper.domain.dialogue.flow.flow import Confirm, Flow, FlowSlot, SlotType
from shopkeeper.domain.dialogue.say import Say

SLOT, CONFIRM, CHANGE = "flow", "flow_confirm", "flow_change"
SKIP = "skip"
YES_NO = (("yes", "choice.yes"), ("no", "choice.no"))


def ask_slot(flow: Flow, slot: FlowSlot, frame: Frame, facts: Facts) -> Ask:
    offered, cards = _choices(slot)
    if slot.optional:
        cards = (*cards, ChoiceCard(value=SKIP, label=Say(key="choice.skip")))
        offered = (*offered, OfferedChoice(value=SKIP))
    return Ask(
        question=Question(topic=SLOT, choices=offered, context={"flow": flow.id, "slot": slot.name}),
        say=Say(key=slot.ask, facts=told(flow, frame, facts), question=True),
        shows=(ShowChoices(choices=cards),) if cards else (),
    )


def ask_among(
    flow: Flow, slot: FlowSlot, say: Say, *, cards: Sequence[ChoiceCard], offered: Sequence[OfferedChoice], products: Sequence[str]
) -> Ask:
    """Which of several products or variants a slot means."""
    context = {"flow": flow.id, "slot": slot.name, "products": tuple(products)}
    return Ask(question=Question(topic=SLOT, choices=tuple(offered), context=context), say=say, shows=(ShowChoices(choices=tuple(cards)),))


def _choices(slot: FlowSlot) -> tuple[tuple[OfferedChoice, ...], tuple[ChoiceCard, ...]]:
    match slot.type:
        case SlotType.CHOICE:
            offered = tuple(OfferedChoice(value=option.value, words=option.words) for option in slot.options)
            return offered, tuple(ChoiceCard(value=option.value, label=Say(key=option.label)) for option in slot.options)
        case SlotType.BOOLEAN:
            return _yes_no()
        case _:
            return (), ()


def _yes_no() -> tuple[tuple[OfferedChoice, ...], tuple[ChoiceCard, ...]]:
    return (
        tuple(OfferedChoice(value=value) for value, _ in YES_NO),
        tuple(ChoiceCard(value=value, label=Say(key=key)) for value, key in YES_NO),
    )


def ask_confirm(flow: Flow, step: Confirm, digest: str, frame: Frame, facts: Facts) -> Ask:
    offered, cards = _yes_no()
    context = {"flow": flow.id, "step": step.id, "digest": digest}
    return Ask(
        question=Question(topic=CONFIRM, choices=offered, context=context),
        say=Say(key=step.key, facts=told(flow, frame, facts), question=True),
        shows=(ShowChoices(choices=cards),),
    )


def ask_change(flow: Flow, frame: Frame, facts: Facts) -> Ask:
    """What shall be different? Every known slot that has a name can be tapped or named."""
    named = [slot for name in frame.slots if (slot := flow.slots.get(name)) is not None and slot.called]
    offered = tuple(OfferedChoice(value=slot.name, words=tuple(word for words in slot.called.values() for word in words)) for slot in named)
    cards = tuple(ChoiceCard(value=slot.name, label=slot_name(slot, facts)) for slot in named)
    return Ask(
        question=Question(topic=CHANGE, choices=offered, context={"flow": flow.id}),
        say=Say(key="flow.ask_change", question=True),
        shows=(ShowChoices(choices=cards),) if cards else (),
    )


def slot_name(slot: FlowSlot, facts: Facts) -> str:
    return text_in({language: words[0] for language, words in slot.called.items() if words}, facts.language)
