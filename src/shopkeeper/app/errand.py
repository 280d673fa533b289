"""Several commands in one transaction outside a turn: each judged by the gate, effects waiting for the commit, the first no ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.app.registry import run
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import Command
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction


class Stopped(Exception):
    """The errand may not go on; `code` says why, `params` what the words for it need."""

    def __init__(self, code: str, params: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params = params or {}


@dataclass(slots=True, kw_only=True)
class Errand:
    state: ConversationState
    tx: Transaction
    moment: Moment
    gate: GateKeeper
    effects: list[QueuedEffect] = field(default_factory=list[QueuedEffect])

    def do(self, command: Command) -> Ran:
        """Raises Stopped with the code of the rule or refusal that says no."""
        verdict = self.gate.judge(command, self.tx, self.state, self.moment)
        if not isinstance(verdict, Permit):
            raise Stopped(verdict.code, verdict.params)
        outcome = run(verdict, self.tx, self.moment)
        if isinstance(outcome, Refusal):
            raise Stopped(outcome.code, outcome.params)
        self.effects.extend(outcome.effects)
        return outcome

    def commit_effects(self) -> None:
        for effect in self.effects:
            self.tx.outbox.put(effect)
