"""Each wrapper adds one thing: time limits, patience, budgets, a breaker, a second model, a memory."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from shopkeeper.adapters.models.ledger import TokenFile
from shopkeeper.app.models.breaker import Breaker, BreakerState
from shopkeeper.app.models.budget import Allowance, Budget, estimated_tokens
from shopkeeper.app.models.deadline import Deadline
from shopkeeper.app.models.fallback import Fallback
from shopkeeper.app.models.retry import Retry
from shopkeeper.ports.language_model import LanguageModel, ModelAnswer, ModelDown, ModelMessage, ModelRefused, ModelRequest, WordsPart
from shopkeeper.testing.models import FailingModel, HostileModel, Recording, Replay, ScriptedModel
from shopkeeper.testing.sale_world import HeldClock


def ask(text: str = "hi", scope: str = "cnv_1") -> ModelRequest:
    words = ModelMessage(role="user", parts=(WordsPart(text=text),))
    return ModelRequest(messages=(words,), use="acts", scope=scope, max_tokens=50)


async def said(model: LanguageModel, text: str = "hi") -> str:
    return (await model.complete(ask(text))).text


class Sleeper:
    name = "sleeper"

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        await asyncio.sleep(60)
        raise AssertionError("unreachable")


async def test_a_slow_model_is_down_in_time() -> None:
    with pytest.raises(ModelDown, match="timeout"):
        await said(Deadline(Sleeper(), timeout_s=0.01))


async def test_retry_waits_longer_each_time_and_gives_up() -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    model = FailingModel()
    with pytest.raises(ModelDown):
        await said(Retry(model, attempts=4, pause_s=0.1, jitter=lambda: 1.0, sleep=sleep))
    assert model.calls == 4
    assert pauses == pytest.approx([0.2, 0.4, 0.8])


async def test_retry_takes_the_second_answer_but_not_a_refusal() -> None:
    assert await said(Retry(ScriptedModel(acts=[ModelDown("http_500"), "fine"]), pause_s=0.0)) == "fine"
    refusing = ScriptedModel(acts=[ModelRefused("http_401"), "fine"])
    with pytest.raises(ModelRefused):
        await said(Retry(refusing, pause_s=0.0))


async def test_retry_does_not_wait_for_a_patient_endpoint() -> None:
    model = ScriptedModel(acts=[ModelDown("http_429", retry_after_s=60.0), "fine"])
    with pytest.raises(ModelDown):
        await said(Retry(model, pause_s=0.0))


async def test_the_breaker_opens_lets_one_through_and_closes() -> None:
    now = [0.0]
    seen: list[BreakerState] = []
    model = FailingModel(text="back")
    breaker = Breaker(model, failures=3, open_s=30, now_s=lambda: now[0], told=seen.append)
    for _ in range(3):
        with pytest.raises(ModelDown):
            await said(breaker)
    with pytest.raises(ModelRefused, match="breaker_open"):
        await said(breaker)
    assert model.calls == 3
    now[0] = 31.0
    with pytest.raises(ModelDown):
        await said(breaker)
    assert breaker.state is BreakerState.OPEN
    now[0] = 62.0
    model.mend()
    assert await said(breaker) == "back"
    assert seen == [BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED]


async def test_half_open_admits_one_request_at_a_time_and_a_canceled_one_frees_the_place() -> None:
    now = [0.0]
    breaker = Breaker(Sleeper(), failures=1, open_s=10, now_s=lambda: now[0])
    breaker.state, breaker._opened_at_s = BreakerState.OPEN, -20.0
    trial = asyncio.create_task(said(breaker))
    await asyncio.sleep(0)
    with pytest.raises(ModelRefused, match="breaker_open"):
        await said(breaker)
    trial.cancel()
    await asyncio.gather(trial, return_exceptions=True)
    assert breaker.state is BreakerState.OPEN


async def test_refusals_do_not_open_the_breaker() -> None:
    breaker = Breaker(ScriptedModel(acts=[ModelRefused("http_400")]), failures=1)
    for _ in range(5):
        with pytest.raises(ModelRefused, match="http_400"):
            await said(breaker)
    assert breaker.state is BreakerState.CLOSED


async def test_budgets_hold_per_conversation_and_per_day() -> None:
    ledger, clock = TokenFile(":memory:"), HeldClock()
    model = ScriptedModel(acts=["x"])
    budget = Budget(model, ledger, clock, Allowance(per_conversation=300, per_day=500))
    await budget.complete(ask(scope="a"))
    await budget.complete(ask(scope="a"))
    with pytest.raises(ModelRefused, match="budget_conversation"):
        await budget.complete(ask("x" * 200, scope="a"))
    await budget.complete(ask(scope="b"))
    with pytest.raises(ModelRefused, match="budget_day"):
        await budget.complete(ask("x" * 200, scope="c"))
    clock.move(days=1)
    await budget.complete(ask(scope="c"))
    assert ledger.spent("conversation:a") == 240


async def test_calls_side_by_side_cannot_overspend() -> None:
    ledger = TokenFile(":memory:")
    one = estimated_tokens(ask())
    budget = Budget(Deadline(Sleeper(), timeout_s=0.02), ledger, HeldClock(), Allowance(per_conversation=2 * one, per_day=0))
    outcomes = await asyncio.gather(*(budget.complete(ask()) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(outcome, ModelRefused) for outcome in outcomes) == 3
    assert ledger.spent("conversation:cnv_1") == 2 * (one - 50)


def test_tokens_are_counted_across_processes(tmp_path: Path) -> None:
    first, second = TokenFile(tmp_path / "t.db"), TokenFile(tmp_path / "t.db")
    first.add(["day:1"], 5)
    second.add(["day:1"], 6)
    assert first.spent("day:1") == 11
    first.add(["day:1"], -100)
    assert second.spent("day:1") == 0


async def test_fallback_asks_the_next_model() -> None:
    assert await said(Fallback(FailingModel(), ScriptedModel(acts=["second"]))) == "second"
    with pytest.raises(ModelDown):
        await said(Fallback(FailingModel(), FailingModel()))


async def test_what_was_recorded_is_given_again(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    recording = Recording(ScriptedModel(acts=["one", "two"]), file)
    assert [await said(recording, "a"), await said(recording, "b")] == ["one", "two"]
    replay = Replay(file)
    assert [await said(replay, "b"), await said(replay, "a")] == ["two", "one"]
    with pytest.raises(ModelRefused, match="not_recorded"):
        await said(replay, "c")
    assert '"a"' not in file.read_text()


async def test_an_endless_stream_of_a_hostile_model_never_ends_by_itself() -> None:
    pieces = 0
    async for _ in HostileModel().stream(ask()):
        pieces += 1
        if pieces > 1000:
            break
    assert pieces == 1001
