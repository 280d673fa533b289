"""The pretend provider as a service: intents by key, a clickable page, captures, voids, refunds, webhooks, and chosen trouble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from shopkeeper.adapters.payments.sandbox.faults import Fault, FaultPlan, NoAnswer
from shopkeeper.adapters.payments.sandbox.intent import CODE, TOKENS, Intent, IntentStatus, Outcome, intent_id, kept_token
from shopkeeper.adapters.payments.sandbox.postman import Deliver, Postman
from shopkeeper.adapters.payments.sandbox.records import Delegation, LedgerEntry, Records
from shopkeeper.domain.core.ids import derive
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.payments import Allowance

LATE = timedelta(seconds=30)
UNDECIDED = (IntentStatus.OPEN, IntentStatus.CODE_NEEDED)


class NotPossible(Exception):
    """The provider answers clearly that this cannot be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """What a visit to the page led to. `timed_out`: show an error page instead of going back to the shop."""

    intent: Intent
    timed_out: bool = False


class Bank:
    """State lives in its own SQLite file at `path` (":memory:" for tests), so it outlives a killed shop.

    `deliver(headers, body)` sends one signed webhook and says whether it was accepted; None sends none.
    """

    def __init__(self, path: Path | str, *, secret: str, clock: Clock, deliver: Deliver | None = None) -> None:
        self._records = Records(path)
        self._clock = clock
        self._faults = FaultPlan()
        self.postman = Postman(self._records, secret=secret, clock=clock, deliver=deliver)

    def close(self) -> None:
        self._records.close()

    def fail_next(self, operation: str, *faults: Fault) -> None:
        """Make the next calls of `operation` (authorize, look_up, capture, void, refund) go wrong, one fault each."""
        self._faults.plan(operation, *faults)

    # What the shop calls

    def delegate(self, method: str, allowance: Allowance, key: str) -> str:
        """A token that pays with `method` within `allowance`; the same key gives the same token with what it was first given for."""
        token = derive("dtk", key)
        given = Delegation(
            token=token,
            method=method,
            max_amount=allowance.max_amount,
            checkout_id=allowance.checkout_id,
            expires_at=allowance.expires_at,
        )
        self._records.delegate(given)
        return token

    def keep(self, key: str, customer: str | None) -> bool:
        """Keep the card of the page of `key` for `customer`, or for nobody. False while there is no such intent."""
        with self._records.work():
            intent = self._records.intent(key=key)
            if intent is not None and intent.status in UNDECIDED:
                self._records.keep_for(key, customer)
        return intent is not None

    def kept(self, key: str) -> str | None:
        """The token of the card that was kept when `key` was approved."""
        token = kept_token(key)
        return token if self._records.is_kept(token) else None

    def captured(self, key: str) -> Money | None:
        return next((entry.amount for entry in self._records.ledger(key) if entry.kind == "capture"), None)

    def forget(self, token: str) -> None:
        """A kept card is let go: nothing can be paid with it any more."""
        self._records.forget(token)

    def authorize(self, wanted: Intent, token: str | None, checkout_id: str = "", keep_for: str | None = None) -> Intent:
        """The intent under `wanted.key`, made on the first call. Raises NoAnswer or Unreachable where planned."""
        lose_answer = self._faults.before("authorize")
        given = self._records.delegated(token) if token else None
        if given is not None and self._records.intent(key=wanted.key) is None:
            refused = given.refuses(wanted.amount, checkout_id, wanted.key, self._clock.now())
            if refused is not None:
                with self._records.work():
                    return self._decline(wanted, refused)
            self._records.delegate(replace(given, used_by=wanted.key))
        token = given.method if given is not None else token
        outcome = self._outcome_of(token) if token else None
        with self._records.work():
            known = self._records.intent(key=wanted.key)
            dropped = known is None and outcome is Outcome.TIMEOUT_BEFORE and self._records.drop_first(wanted.key)
            if known is None and keep_for is not None and token is None:
                self._records.keep_for(wanted.key, keep_for)
            intent = None if dropped else known or self._create(wanted, outcome)
        if intent is None or lose_answer or (known is None and outcome is Outcome.TIMEOUT_AFTER):
            raise NoAnswer("authorize")
        return intent

    def look_up(self, key: str) -> Intent | None:
        if self._faults.before("look_up"):
            raise NoAnswer("look_up")
        return self._records.intent(key=key)

    def capture(self, key: str, amount: Money) -> Intent:
        """What is not captured is let go. Raises NotPossible unless that much is authorized under `key`."""
        lose_answer = self._faults.before("capture")
        with self._records.work():
            intent = self._known(key)
            if intent.status is IntentStatus.AUTHORIZED and amount.currency == intent.amount.currency and amount.minor > 0:
                intent = self._capture(intent, amount)
            elif intent.status is not IntentStatus.CAPTURED or amount != self._captured(intent):
                raise NotPossible(f"cannot capture {amount.minor} of an intent that is {intent.status}")
        return self._answer(intent, "capture", lost=lose_answer)

    def void(self, key: str) -> Intent:
        """The intent after it was let go and closed; a captured one is left as it is."""
        lose_answer = self._faults.before("void")
        with self._records.work():
            intent = self._records.intent(key=key) or Intent(key=key, amount=Money.zero("XXX"))
            if intent.status is IntentStatus.AUTHORIZED:
                intent = self._move(intent, IntentStatus.CANCELED, "void")
            elif intent.status in (*UNDECIDED, IntentStatus.DECLINED):
                intent = self._move(intent, IntentStatus.CANCELED)
        return self._answer(intent, "void", lost=lose_answer)

    def refund(self, key: str, amount: Money, refund_key: str) -> Intent:
        """The intent after `amount` was given back, once per `refund_key`; REFUNDED when nothing is left."""
        lose_answer = self._faults.before("refund")
        with self._records.work():
            intent = self._known(key)
            refunds = {entry.operation: entry.amount for entry in self._records.ledger(key) if entry.kind == "refund"}
            if refund_key not in refunds:
                refunds[refund_key] = amount
                left = self._captured(intent).minor - sum(part.minor for part in refunds.values())
                if intent.status is not IntentStatus.CAPTURED or left < 0:
                    raise NotPossible(f"cannot refund {amount.minor} of an intent that is {intent.status}")
                self._enter("refund", intent, amount, operation=refund_key)
                if left == 0:
                    intent = self._move(intent, IntentStatus.REFUNDED)
        return self._answer(intent, "refund", lost=lose_answer)

    # What the page calls

    def intent(self, key: str) -> Intent | None:
        """The intent by key or by id."""
        return self._records.intent(key=key, intent_id=key)

    def act(self, intent_id: str, outcome: Outcome) -> Acted:
        """Press a button of the page. On an intent already decided nothing happens (a second click). Raises KeyError."""
        with self._records.work():
            intent = self._of_page(intent_id)
            if intent.status is IntentStatus.OPEN:
                intent = self._decide(intent, outcome)
                self._post(intent, outcome)
        return Acted(intent=intent, timed_out=outcome in (Outcome.TIMEOUT_BEFORE, Outcome.TIMEOUT_AFTER))

    def enter_code(self, intent_id: str, code: str) -> Acted:
        """The extra check: the right code approves, another declines. Raises KeyError for an unknown intent."""
        with self._records.work():
            intent = self._of_page(intent_id)
            if intent.status is IntentStatus.CODE_NEEDED:
                intent = self._approve(intent) if code.strip() == CODE else self._decline(intent, "authentication_failed")
                self._post(intent, Outcome.APPROVE)
        return Acted(intent=intent)

    def ledger(self, key: str | None = None) -> Sequence[LedgerEntry]:
        """Money moved, oldest first: for tests that prove one authorization and no orphan."""
        return self._records.ledger(key)

    # Inside

    def _capture(self, intent: Intent, amount: Money) -> Intent:
        if amount > intent.amount:
            raise NotPossible(f"cannot capture {amount.minor} of {intent.amount.minor}")
        captured = self._move(intent, IntentStatus.CAPTURED)
        self._enter("capture", intent, amount, operation=f"{intent.key}:capture")
        if amount < intent.amount:
            self._enter("void", intent, intent.amount - amount, operation=f"{intent.key}:release")
        return captured

    def _captured(self, intent: Intent) -> Money:
        return self.captured(intent.key) or Money.zero(intent.amount.currency)

    def _create(self, wanted: Intent, outcome: Outcome | None) -> Intent:
        self._records.save(wanted)
        if outcome is None:
            return wanted
        # Its first request was dropped, so a second one means it.
        return self._decide(wanted, Outcome.APPROVE if outcome is Outcome.TIMEOUT_BEFORE else outcome)

    def _decide(self, intent: Intent, outcome: Outcome) -> Intent:
        if outcome is Outcome.TIMEOUT_BEFORE:
            return intent
        if outcome is Outcome.DECLINE:
            return self._decline(intent, "do_not_honor")
        if outcome is Outcome.STEP_UP:
            return self._move(intent, IntentStatus.CODE_NEEDED)
        return self._approve(intent)

    def _outcome_of(self, token: str) -> Outcome:
        return TOKENS.get(token) or (Outcome.APPROVE if self._records.is_kept(token) else Outcome.DECLINE)

    def _approve(self, intent: Intent) -> Intent:
        customer = self._records.kept_for(intent.key)
        if customer is not None:
            self._records.keep(kept_token(intent.key), customer)
        return self._move(intent, IntentStatus.AUTHORIZED, "authorization")

    def _decline(self, intent: Intent, code: str) -> Intent:
        return self._move(replace(intent, decline_code=code), IntentStatus.DECLINED)

    def _move(self, intent: Intent, status: IntentStatus, kind: str | None = None) -> Intent:
        moved = replace(intent, status=status)
        self._records.save(moved)
        if kind is not None:
            self._enter(kind, moved, moved.amount, operation=f"{moved.key}:{kind}")
        return moved

    def _enter(self, kind: str, intent: Intent, amount: Money, *, operation: str) -> None:
        entry = LedgerEntry(operation=operation, kind=kind, key=intent.key, amount=amount, at=self._clock.now())
        self._records.enter(entry)

    def _post(self, intent: Intent, outcome: Outcome) -> None:
        """The webhook of a decision made on the page; answers to the shop's own calls need none."""
        if intent.status in UNDECIDED or outcome is Outcome.TIMEOUT_AFTER:
            return
        delay = LATE if outcome is Outcome.APPROVE_LATE else timedelta()
        for _ in range(2 if outcome is Outcome.APPROVE_TWICE else 1):
            self.postman.post(intent, delay=delay)

    def _of_page(self, page_id: str) -> Intent:
        intent = self._records.intent(intent_id=page_id)
        if intent is None:
            raise KeyError(page_id)
        return intent

    def _known(self, key: str) -> Intent:
        intent = self._records.intent(key=key)
        if intent is None:
            raise NotPossible(f"no intent {intent_id(key)}")
        return intent

    def _answer(self, intent: Intent, operation: str, *, lost: bool) -> Intent:
        if lost:
            raise NoAnswer(operation)
        return intent
