"""How well the rules find what a customer wants done, compared as a set with what was really wanted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from shopkeeper.app.understanding.language import LanguageDetector
from shopkeeper.app.understanding.rules import RulesUnderstander
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ConversationId, CustomerId
from shopkeeper.domain.dialogue.acts import Act, AskOrderStatus, RequestReturn
from shopkeeper.ports.understander import Context, Perception
from shopkeeper.testing.evals.action_cases import ActionCase

DETAILS = ("reason", "topic", "aspect", "method")
"""Fields that tell acts of one type apart: "ask_person:invoice", "ask_policy:returns". A return wishes a "refund" or an "exchange"."""


def signs_of(act: Act) -> frozenset[str]:
    """The names an act goes by in a map: its type, and its type with each detail that is set."""
    details = (getattr(act, name, None) for name in DETAILS)
    wishes = _wishes(act) if isinstance(act, RequestReturn) else ("invoice",) if isinstance(act, AskOrderStatus) and act.invoice else ()
    return frozenset({act.type, *(f"{act.type}:{detail}" for detail in (*details, *wishes) if detail)})


def _wishes(act: RequestReturn) -> tuple[str, ...]:
    return ("exchange", *(("refund",) if act.or_refund else ())) if act.exchange else ("refund",)


def measure_actions(
    reader: RulesUnderstander,
    detector: LanguageDetector,
    cases: Sequence[ActionCase],
    meanings: Mapping[str, Sequence[str]],
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> dict[str, float]:
    """`f1`, `precision`, `recall` over all actions, `exact` sets, `f1_<action>` of each, and CPU milliseconds of one message.

    `meanings` says which acts stand for an action; where none does, the action cannot be found and counts as missed.
    """
    right, said, meant = Counter[str](), Counter[str](), Counter[str]()
    times_ms: list[float] = []
    exact = 0
    for count, case in enumerate(cases, start=1):
        signs: set[str] = set()
        for message in case.messages:
            started = time.thread_time()
            perception = Perception(text=message, language=detector.identify(message, prior="en"))
            found = reader.read(perception, _context()).acts
            times_ms.append((time.thread_time() - started) * 1000)
            signs.update(sign for act in found for sign in signs_of(act))
        actions = frozenset(action for action, acts in meanings.items() if not signs.isdisjoint(acts))
        right.update(actions & case.actions)
        said.update(actions)
        meant.update(case.actions)
        exact += actions == case.actions
        progress(count)
    return {
        "cases": float(len(cases)),
        "f1": _share(2 * right.total(), said.total() + meant.total()),
        "precision": _share(right.total(), said.total()),
        "recall": _share(right.total(), meant.total()),
        "exact": _share(exact, len(cases)),
        **{f"f1_{name}": _share(2 * right[name], said[name] + meant[name]) for name in sorted(meant)},
        "p50_ms": float(np.percentile(times_ms, 50)) if times_ms else 0.0,
    }


def _context() -> Context:
    """A customer who is signed in, before anything was said; each message is read by itself."""
    state = ConversationState(id=ConversationId("eval"), cart_id=CartId("cart"), customer_id=CustomerId("eval"))
    return Context(state=state, cart=Cart(id=state.cart_id), cart_titles=(), now=datetime(2026, 9, 15, 8, tzinfo=UTC), zone="UTC")


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
