"""Playing one test in a world, step by step; the first step that does not show what it must ends it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Protocol, TypeVar

from shopkeeper.adapters.speech.faster_whisper.listener import can_listen
from shopkeeper.testing.conversations.expect import said
from shopkeeper.testing.conversations.invariants import books_balance, said_rightly
from shopkeeper.testing.conversations.nodes import Place
from shopkeeper.testing.conversations.remote_world import RemoteWorld, needs_inside
from shopkeeper.testing.conversations.seen import Answer, Json, Seen, each
from shopkeeper.testing.conversations.shop_world import AppFactory, ShopWorld
from shopkeeper.testing.conversations.spec import (
    SHOPPER,
    ConversationTest,
    Doing,
    Happening,
    Mismatch,
    ModelSetup,
    MoveClock,
    Parallel,
    Send,
    Setup,
    Step,
)
from shopkeeper.testing.conversations.talking import CannotDo
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.stripe import StripeProxy

T = TypeVar("T")

WORDS = frozenset({*said.READERS, "events"}) - {"questions_asked", "http", "handoff", "turns", "order"}
"""About what was understood and said. Where the rules were unsure, a model that the test knows nothing of may differ in them."""

RUNS_OUT_ROUNDS = 12
RUNS_OUT_STEP = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """`what` names the expectation."""

    place: Place
    what: str
    expected: object
    got: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`skipped` says why a test (or the rest of it) was left out, `unchecked` names expectations a server cannot be asked about.

    `transcript` is the talk, two lines a step.
    """

    test: ConversationTest
    backend: str
    failures: tuple[Failure, ...] = ()
    skipped: str | None = None
    transcript: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    calls: tuple[Json, ...] = ()
    """Of the model, as the traces have them."""


class World(Protocol):
    async def begin(self) -> None: ...
    async def send(self, send: Send) -> Answer: ...
    async def send_together(self, sends: tuple[Send, ...]) -> tuple[Answer, ...]: ...
    async def move_clock(self, move: MoveClock) -> None: ...
    async def happen(self, happening: Happening) -> None: ...
    async def settle(self) -> None: ...
    async def look(self, by: str, answers: tuple[Answer, ...], judge: Callable[[Seen], T]) -> T: ...


@dataclass
class _Played:
    """The talk so far, and what went wrong."""

    transcript: list[str] = field(default_factory=list[str])
    failures: list[Failure] = field(default_factory=list[Failure])
    calls: list[Json] = field(default_factory=list[Json])
    is_boosted: bool = False
    """Whether a model is at hand that the test knows nothing of."""

    def fail(self, place: Place, mismatches: Iterable[Mismatch]) -> None:
        self.failures += [Failure(place=m.place or place, what=m.what, expected=m.expected, got=m.got) for m in mismatches]

    def result(self, test: ConversationTest, backend: str, skipped: str | None = None) -> Result:
        talk = tuple(self.transcript)
        return Result(test=test, backend=backend, failures=tuple(self.failures), skipped=skipped, transcript=talk, calls=tuple(self.calls))


async def run_inside(
    test: ConversationTest,
    templates: Templates,
    create_app: AppFactory,
    *,
    stripe: StripeProxy | None = None,
    model: ModelSetup | None = None,
) -> Result:
    """The test in a shop of its own in this process; with `stripe` it takes its payments there.

    `model` is the language model of a test that brings none of its own.
    """
    only = test.setup.database
    if only is not None and only != templates.backend:
        return Result(test=test, backend=templates.backend, skipped=f"it is for {only} only")
    paid_by = "stripe" if stripe is not None else "sandbox"
    if test.setup.payments not in (None, paid_by):
        return Result(test=test, backend=templates.backend, skipped=f"it is for {test.setup.payments} payments only")
    if _speaks(test) and not can_listen():
        return Result(test=test, backend=templates.backend, skipped="voice notes need the extra 'speech'")
    played = _Played(is_boosted=test.setup.model is None and model is not None)
    setup = replace(test.setup, model=test.setup.model or model)
    async with ShopWorld(setup, templates, create_app, stripe) as world:
        for step in test.steps:
            await _play(step, world, test, played)
            if played.failures:
                break
        if test.settles and not played.failures:
            played.fail(test.place, await _run_out(world))
    return played.result(test, templates.backend)


def _speaks(test: ConversationTest) -> bool:
    sends = [step.doing for step in test.steps if isinstance(step.doing, Send)]
    return any(part.get("type") == "audio" for send in sends for part in send.parts)


async def run_remote(test: ConversationTest, url: str) -> Result:
    """As much of the test as can be played against a running server."""
    reason = _not_remote(test.setup)
    if reason is not None:
        return Result(test=test, backend="url", skipped=reason)
    played = _Played()
    async with RemoteWorld(test.setup, url) as world:
        for step in test.steps:
            reason = needs_inside(step.doing)
            if reason is not None:
                return _outside(played.result(test, "url", f"from {step.place} on: {reason}"))
            await _play(step, world, test, played)
            if played.failures:
                break
    return _outside(played.result(test, "url"))


def _outside(result: Result) -> Result:
    names = (expectation.name for step in result.test.steps for expectation in step.expectations if expectation.inside)
    return replace(result, unchecked=tuple(dict.fromkeys(names)))


def _not_remote(setup: Setup) -> str | None:
    if setup.payments is not None:
        return "a server has its own payment provider"
    if setup.model is not None:
        return "a server has its own model, or none"
    return "a server has its own settings" if setup.settings else None


async def _play(step: Step, world: World, test: ConversationTest, played: _Played) -> None:
    try:
        await world.begin()
        answers = await _do(step, world)
        await world.settle()
        mismatches = await world.look(_speaker(step.doing), answers, lambda seen: _judge(step, seen, test, played))
    except CannotDo as problem:
        mismatches = [Mismatch(what="step", expected="to be possible", got=str(problem))]
    except Exception as surprise:
        trace = "".join(traceback.format_exception(surprise)[-3:])
        mismatches = [Mismatch(what="step", expected="no surprise", got=f"{type(surprise).__name__}: {surprise}\n{trace}")]
    played.fail(step.place, mismatches)


async def _do(step: Step, world: World) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for _ in range(step.repeat):
        match step.doing:
            case Send():
                answers.append(await world.send(step.doing))
            case Parallel(sends=sends):
                answers.extend(await world.send_together(sends))
            case MoveClock():
                await world.move_clock(step.doing)
            case Happening():
                await world.happen(step.doing)
    return tuple(answers)


def _speaker(doing: Doing) -> str:
    match doing:
        case Send(by=by) | Happening(by=by):
            return by
        case Parallel(sends=sends):
            return sends[0].by
        case MoveClock():
            return SHOPPER


def _judge(step: Step, seen: Seen, test: ConversationTest, played: _Played) -> list[Mismatch]:
    acts = f"[{', '.join(act for answer in seen.answers[-2:] for act in answer.acts)}] " if seen.answers else ""
    played.calls += [call for turn in seen.turns for call in each(turn, "model")]
    played.transcript += [f"{step.place.line}: {_told(step.doing)}", f"   -> {acts}{seen.text or '(says nothing)'}"]
    names = {expectation.name for expectation in step.expectations}
    mismatches = list(said_rightly(seen, test.forbidden, http_expected="http" in names))
    guessed = played.is_boosted and any(turn.get("tier") == "model" for turn in seen.turns)
    for expectation in step.expectations:
        if guessed and expectation.name in WORDS:
            continue
        mismatches.extend(replace(mismatch, place=expectation.place) for mismatch in expectation.check(seen))
    return mismatches


def _told(doing: Doing) -> str:
    match doing:
        case Send(by=by, said=said):
            return f"{by}: {said}"
        case Parallel(sends=sends):
            return " | ".join(f"{send.by}: {send.said}" for send in sends)
        case MoveClock(to=to, by=by):
            return f"(the clock goes to {to})" if to else f"(the clock goes on by {by})"
        case Happening(kind=kind, facts=facts):
            return f"({kind} {dict(facts)})"


async def _run_out(world: ShopWorld) -> list[Mismatch]:
    """Let everything outstanding run its course: webhooks, reconciliation, expiry. Then the books must balance."""
    for _ in range(RUNS_OUT_ROUNDS):
        await world.settle()
        await world.happen(Happening(kind="sweep", facts={}))
        await world.move_clock(MoveClock(by=RUNS_OUT_STEP))
    return await world.read(lambda tx: list(books_balance(world.inside(tx, SHOPPER))))
