"""The classifier tier fills in what the rules could not read, and keeps what nobody is sure of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from grammar_shop import context, understander

from shopkeeper.adapters.learning.label_file import LabelFile
from shopkeeper.app.understanding.classified import ClassifierUnderstander
from shopkeeper.app.understanding.doubts import DoubtKeeper
from shopkeeper.app.understanding.labels import label_meanings
from shopkeeper.app.understanding.recent import Recent
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.acts import AskPolicy, Unknown
from shopkeeper.domain.dialogue.understanding import Understanding
from shopkeeper.ports.label_queue import Doubt
from shopkeeper.ports.message_classifier import Classified
from shopkeeper.ports.understander import Perception

MEANINGS = label_meanings({"covid": "ask_policy/hours", "bye": "thank"}, where="labels.yaml")
STRANGE = "blorp fnord quux?"


class Scripted:
    """Says `label` with `confidence` to everything."""

    def __init__(self, label: str, confidence: float) -> None:
        self._answer = Classified(labels=(label,), confidence=confidence, ranking=((label, confidence),), tier="words")
        self.asked: list[str] = []
        self.contexts: list[str | None] = []

    async def classify(self, text: str, language: str, *, context: str | None = None) -> Classified:
        self.asked.append(text)
        self.contexts.append(context)
        return self._answer


async def _understood(text: str, classifier: Scripted, queue: LabelFile) -> Understanding:
    recent = Recent()
    tier = DoubtKeeper(ClassifierUnderstander(understander(), classifier, MEANINGS, recent), queue, recent)
    return await tier.understand(Perception(text=text, language="en"), context())


@pytest.fixture
def queue(tmp_path: Path) -> LabelFile:
    return LabelFile(tmp_path / "labels" / "queue.jsonl")


async def test_a_sure_label_becomes_its_act(queue: LabelFile) -> None:
    understood = await _understood(STRANGE, Scripted("covid", 0.9), queue)
    assert understood.acts == (AskPolicy(topic="hours", text=STRANGE),)
    assert (understood.tier, understood.confidence) == ("classifier", 0.9)
    assert list(queue.all()) == []


async def test_an_unsure_label_changes_nothing_and_is_kept(queue: LabelFile) -> None:
    understood = await _understood(STRANGE, Scripted("covid", 0.3), queue)
    assert understood.tier == "rules"
    assert [(doubt.text, doubt.guess) for doubt in queue.all()] == [(STRANGE, "covid")]


async def test_out_of_scope_stays_unknown(queue: LabelFile) -> None:
    understood = await _understood(STRANGE, Scripted("oos", 0.99), queue)
    assert any(isinstance(act, Unknown) for act in understood.acts) or understood.confidence < 0.5
    assert [doubt.guess for doubt in queue.all()] == ["oos"]


async def test_what_the_rules_read_is_theirs(queue: LabelFile) -> None:
    classifier = Scripted("covid", 0.99)
    assert (await _understood("show my cart", classifier, queue)).tier == "rules"
    assert classifier.asked == []


def test_the_queue_keeps_a_message_once_and_survives_a_cut_line(tmp_path: Path) -> None:
    path = tmp_path / "queue.jsonl"
    doubt = Doubt(text="What?", language="en", guess="", confidence=0.1, at=datetime(2026, 11, 22, tzinfo=UTC))
    LabelFile(path).add(doubt)
    LabelFile(path).add(doubt)
    with path.open("a") as lines:
        lines.write('{"text": "cut')
    assert list(LabelFile(path).all()) == [doubt]


@pytest.mark.parametrize("meaning", ["pay", "confirm", "ask_policy", "greet/now", "complete"])
def test_a_label_never_means_to_spend_or_agree(meaning: str) -> None:
    with pytest.raises(InvalidInput, match="label 'x' means"):
        label_meanings({"x": meaning}, where="labels.yaml")


async def _conversation(texts: Sequence[str], queue: LabelFile, classifier: Scripted | None = None) -> None:
    recent = Recent()
    read = understander() if classifier is None else ClassifierUnderstander(understander(), classifier, MEANINGS, recent)
    keeper = DoubtKeeper(read, queue, recent)
    for text in texts:
        await keeper.understand(Perception(text=text, language="en"), context())


async def test_a_shop_without_a_classifier_gathers_messages_too(queue: LabelFile) -> None:
    await _conversation([STRANGE, "show my cart"], queue)
    assert [(doubt.text, doubt.guess) for doubt in queue.all()] == [(STRANGE, "")]


@pytest.mark.parametrize("correction", ["that's wrong", "no, I meant the green tea"])
async def test_what_the_shopper_corrects_is_kept(queue: LabelFile, correction: str) -> None:
    await _conversation(["show my cart", correction], queue)
    assert [doubt.text for doubt in queue.all()] == ["show my cart"]


async def test_addresses_and_allergies_are_kept_nowhere(queue: LabelFile) -> None:
    await _conversation(["blorp fnord, I am allergic to nuts", "that's wrong"], queue)
    assert [doubt.text for doubt in queue.all()] == []


async def test_the_classifier_hears_the_turn_before(queue: LabelFile) -> None:
    classifier = Scripted("covid", 0.9)
    await _conversation(["show my cart", STRANGE], queue, classifier)
    assert classifier.contexts == ["show my cart"]


def test_old_messages_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "queue.jsonl"
    old, new = datetime(2026, 8, 1, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC)
    for at, text in ((old, "old?"), (new, "new?")):
        LabelFile(path, kept_days=90).add(Doubt(text=text, language="en", guess="", confidence=0.1, at=at))
    assert [doubt.text for doubt in LabelFile(path).all()] == ["new?"]
