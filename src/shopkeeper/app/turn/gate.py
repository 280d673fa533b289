"""The keeper of the gate: reads the facts a command must be judged by and lets the rules speak."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.app.moment import Moment
from shopkeeper.app.turn.gate_facts import Limits, gather_gate_facts
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.policy.command import Command
from shopkeeper.domain.policy.gate import Gate
from shopkeeper.domain.policy.permit import Verdict
from shopkeeper.ports.address_forms import AddressForms
from shopkeeper.ports.storage import Transaction


class GateKeeper:
    """Without `addresses` every address is taken as it is written."""

    def __init__(self, gate: Gate, limits: Limits | None = None, *, addresses: AddressForms | None = None) -> None:
        self._gate = gate
        self._limits = limits or Limits()
        self._addresses = addresses

    def judge(
        self,
        command: Command,
        tx: Transaction,
        state: ConversationState,
        moment: Moment,
        *,
        confirmed: str | None = None,
        stated_age: int | None = None,
    ) -> Verdict[Command]:
        """`confirmed` is the digest of an `AskConfirmation` the shopper said yes to, `stated_age` an age they gave."""
        profile = shop_profile(tx)
        facts = gather_gate_facts(
            command, tx, state, moment, limits=self._limits, profile=profile, stated_age=stated_age, addresses=self._addresses
        )
        today = moment.now.astimezone(ZoneInfo(profile.zone)).date()
        return self._gate.judge(command, facts, today=today, confirmed=confirmed)
