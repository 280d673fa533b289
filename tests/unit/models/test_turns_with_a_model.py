"""Turns with a model at hand: what it may do, what only the shopper may, and what happens when it is gone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

import pytest

from shopkeeper.app.queries.messages import messages_of
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.ports.conversation_store import StoredTurn
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelRequest
from shopkeeper.testing.hostile_world import HostileWorld
from shopkeeper.testing.models import FailingModel, ScriptedModel, act_json

UNREADABLE = "florp wobble zorp"


class Talk:
    def __init__(self, world: HostileWorld) -> None:
        self.world = world

    async def say(self, text: str) -> StoredTurn:
        turn, violations = await self.world.say(text)
        assert not violations
        return turn

    def question(self) -> str | None:
        question = self.world.state().question
        return question.topic if question else None

    def cart(self) -> dict[str, int]:
        cart = self.world.tx.carts.get(self.world.state().cart_id)
        return {line.sku: line.quantity for line in cart.lines} if cart else {}


class Relay:
    """Lets one world talk to a new model in every test."""

    name = "relay"
    model: LanguageModel = FailingModel()

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        return await self.model.complete(request)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[HostileWorld, Relay]]:
    relay = Relay()
    world = HostileWorld(tmp_path_factory.mktemp("world"), relay)
    yield world, relay
    world.close()


@pytest.fixture
def talk_with(world: tuple[HostileWorld, Relay]) -> Callable[[LanguageModel], Awaitable[Talk]]:
    async def open_talk(model: LanguageModel) -> Talk:
        world[1].model = model
        await world[0].open()
        return Talk(world[0])

    return open_talk


def reply(turn: StoredTurn) -> Mapping[str, object]:
    return as_mapping(turn.answer["reply"])


def notices(turn: StoredTurn) -> list[str]:
    return [str(as_mapping(block)["text"]) for block in as_sequence(reply(turn)["blocks"]) if as_mapping(block)["type"] == "notice"]


def calls(turn: StoredTurn) -> list[Mapping[str, object]]:
    return [as_mapping(call) for call in as_sequence(turn.trace["model"])]


async def to_consent(talk: Talk) -> None:
    for text in ("add 2 mugs", "check out", "pick up in mitte", "pay on pickup"):
        await talk.say(text)
    assert talk.question() == "consent"


async def test_the_model_is_asked_only_where_the_rules_are_unsure(talk_with: Any) -> None:
    model = ScriptedModel(acts=[act_json({"type": "help"})])
    talk = await talk_with(model)
    sure = await talk.say("add 2 mugs")
    assert sure.answer["level"] == "rules"
    assert [request.use for request in model.requests] == ["rephrase"]
    unsure = await talk.say(UNREADABLE)
    assert unsure.answer["level"] == "model"
    assert unsure.trace["tier"] == "model"
    assert as_mapping(as_sequence(as_mapping(unsure.answer["understanding"])["acts"])[0])["type"] == "help"
    (call,) = calls(unsure)
    assert call["use"] == "acts"
    assert call["prompt"] == "acts@1"
    assert len(str(call["prompt_hash"])) == 16
    assert call["tokens"] == {"prompt": 100, "completion": 20}
    assert call["fallback"] is None


@pytest.mark.parametrize("kind", ["confirm", "pay", "complete_checkout", "choose"])
async def test_a_models_yes_is_never_the_shoppers(talk_with: Any, kind: str) -> None:
    talk = await talk_with(ScriptedModel(acts=[act_json({"type": kind, "position": 1, "words": "yes"})]))
    await to_consent(talk)
    turn = await talk.say(UNREADABLE)
    assert not talk.world.tx.orders.of_conversation(talk.world.state().id)
    assert talk.question() == "consent"
    assert not [verdict for verdict in as_sequence(turn.trace["verdicts"]) if as_mapping(verdict)["command"] == "CompleteCheckout"]
    await talk.say("yes")
    assert len(talk.world.tx.orders.of_conversation(talk.world.state().id)) == 1


async def test_consent_is_asked_to_the_order_as_all_proposals_have_left_it(talk_with: Any) -> None:
    change = {"type": "change_quantity", "words": None, "quantity": 3}
    talk = await talk_with(ScriptedModel(acts=[act_json({"type": "confirm"}, change)]))
    await to_consent(talk)
    turn = await talk.say("wobbly zorp 3 gribbles")
    assert talk.cart() == {"MUG-2": 3}
    assert "€72.00" in str(reply(turn)["text"])
    question, checkout = talk.world.state().question, talk.world.tx.checkouts.get(talk.world.state().checkout_id)
    assert question is not None
    assert question.context["digest"] == checkout.quote.digest


@pytest.mark.parametrize("kind", ["clear_cart", "cancel", "start_over", "ask_person"])
async def test_what_undoes_things_is_asked_first(talk_with: Any, kind: str) -> None:
    talk = await talk_with(ScriptedModel(acts=[act_json({"type": kind})]))
    await talk.say("add 2 mugs")
    turn = await talk.say(UNREADABLE)
    assert talk.cart() == {"MUG-2": 2}
    assert talk.question() == "proposal"
    assert str(reply(turn)["text"]).endswith("?")
    await talk.say("yes")
    assert talk.question() is None
    assert bool(talk.cart()) is (kind in ("cancel", "ask_person"))
    assert (talk.world.state().handoff.value == "queued") is (kind == "ask_person")


async def test_a_no_leaves_everything_as_it_was(talk_with: Any) -> None:
    talk = await talk_with(ScriptedModel(acts=[act_json({"type": "clear_cart"})]))
    await talk.say("add 2 mugs")
    await talk.say(UNREADABLE)
    await talk.say("no")
    assert talk.cart() == {"MUG-2": 2}
    assert talk.question() is None


async def test_a_dead_model_costs_nothing_but_its_help(talk_with: Any) -> None:
    model = FailingModel("http_500", text=act_json({"type": "show_cart"}))
    talk = await talk_with(model)
    await to_consent(talk)
    first = await talk.say(UNREADABLE)
    assert first.answer["level"] == "rules"
    assert calls(first)[0]["fallback"] == "http_500"
    assert talk.question() == "consent"
    second = await talk.say(UNREADABLE)
    assert notices(second) == []
    assert len(await all_notices(talk)) == 1
    await talk.say("yes")
    assert len(talk.world.tx.orders.of_conversation(talk.world.state().id)) == 1
    model.mend()
    assert (await talk.say(UNREADABLE)).answer["level"] == "model"


async def all_notices(talk: Talk) -> list[str]:
    turns = talk.world.tx.conversations.turns(talk.world.state().id)
    return [notice for turn in turns for notice in notices(turn)]


@pytest.mark.parametrize("answer", ["", "{", "nonsense", '{"acts": []}', "x" * 100_000])
async def test_garbage_is_answered_by_the_rules(talk_with: Any, answer: str) -> None:
    talk = await talk_with(ScriptedModel(acts=[answer]))
    turn = await talk.say(UNREADABLE)
    assert turn.answer["level"] == "rules"
    assert calls(turn)[0]["fallback"] in ("empty", "garbage", "nothing_proposed", "too_long")
    assert notices(turn) == []


async def test_true_rewordings_go_out_and_are_replayed_and_remembered(talk_with: Any) -> None:
    talk = await talk_with(ScriptedModel(rephrase=["Great choice! I added 2 × Two mugs at €24.00 each."]))
    turn = await talk.say("add 2 mugs")
    assert reply(turn)["text"] == "Great choice! I added 2 × Two mugs at €24.00 each."
    assert turn.answer["level"] == "model"
    stored = talk.world.tx.conversations.turn(turn.id)
    assert stored is not None
    assert stored.answer == turn.answer
    story = talk.world.tx.conversations.events(talk.world.state().id)
    assert messages_of(story)[-1]["text"] == "Great choice! I added 2 × Two mugs at €24.00 each."


@pytest.mark.parametrize("text", ["Added 2 × Two mugs at €2.40 each.", "Added 2 × Two mugs at €24.00 each, free today!", "Done."])
async def test_false_rewordings_do_not(talk_with: Any, text: str) -> None:
    talk = await talk_with(ScriptedModel(rephrase=[text]))
    turn = await talk.say("add 2 mugs")
    assert reply(turn)["text"] == "Added 2 × Two mugs at €24.00 each."
    assert turn.answer["level"] == "rules"
    assert str(calls(turn)[0]["fallback"]).startswith("claims:")


async def test_consent_is_asked_in_the_shops_own_words(talk_with: Any) -> None:
    model = ScriptedModel(rephrase=[ModelDown("http_500")])
    talk = await talk_with(model)
    await talk.say("add 2 mugs")
    asked = len(model.requests)
    for text in ("check out", "pick up in mitte", "pay on pickup", "yes"):
        await talk.say(text)
    assert len(model.requests) == asked


async def test_what_a_model_sees_is_redacted_and_quoted(talk_with: Any) -> None:
    model = ScriptedModel(acts=[act_json({"type": "greet"})])
    talk = await talk_with(model)
    await talk.say("florp 4111 1111 1111 1111 DE89370400440532013000 </data> zorp")
    prompt = "\n".join(part.text for message in model.requests[0].messages for part in message.parts)  # type: ignore[union-attr]
    assert "4111" not in prompt
    assert "DE8937" not in prompt
    assert "[IBAN_1]" in prompt
    assert "\\u003c/data\\u003e" in prompt


async def test_allergies_are_for_the_rules_alone(talk_with: Any) -> None:
    model = ScriptedModel(acts=[act_json({"type": "find_product", "words": "eggs"})])
    talk = await talk_with(model)
    await talk.say("florp zorp nut allergy")
    assert "acts" not in [request.use for request in model.requests]
