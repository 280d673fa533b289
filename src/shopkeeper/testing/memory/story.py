"""What was said and is still to be done, in memory: conversations, outbox, first answers, audit trail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.conversation.events import ConversationEvent, ConversationStarted, apply, start
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ConversationId, CustomerId, Digest, EffectId, TurnId
from shopkeeper.domain.core.outcome import TransientFault
from shopkeeper.ports.conversation_store import RecordedEvent, StoredTurn
from shopkeeper.ports.idempotency_store import FirstAnswer
from shopkeeper.ports.outbox import EffectStatus, QueuedEffect


class MemoryConversations:
    def __init__(self) -> None:
        self._states: dict[ConversationId, ConversationState] = {}
        self._tokens: dict[ConversationId, str] = {}
        self._events: dict[ConversationId, list[RecordedEvent]] = {}
        self._turns: dict[TurnId, StoredTurn] = {}

    def start(self, event: ConversationStarted, *, token_hash: str, at: datetime) -> ConversationState:
        state = start(event)
        self._states[state.id] = state
        self._tokens[state.id] = token_hash
        self._events[state.id] = [RecordedEvent(sequence=1, at=at, event=event)]
        return state

    def get(self, conversation_id: ConversationId) -> ConversationState | None:
        return self._states.get(conversation_id)

    def token_hash(self, conversation_id: ConversationId) -> str | None:
        return self._tokens.get(conversation_id)

    def append(self, state: ConversationState, events: Sequence[ConversationEvent], *, at: datetime) -> ConversationState:
        if self._states[state.id].version != state.version:
            raise TransientFault("the conversation was written by someone else meanwhile")
        for event in events:
            state = apply(state, event)
            self._events[state.id].append(RecordedEvent(sequence=state.version, at=at, event=event))
        self._states[state.id] = state
        return state

    def events(self, conversation_id: ConversationId, *, after: int = 0) -> Sequence[RecordedEvent]:
        return [recorded for recorded in self._events.get(conversation_id, []) if recorded.sequence > after]

    def recent(self, *, limit: int, before: datetime | None = None) -> Sequence[tuple[ConversationState, datetime]]:
        last = [(state, self._events[state.id][-1].at) for state in self._states.values()]
        return sorted(((s, at) for s, at in last if before is None or at < before), key=lambda entry: entry[1], reverse=True)[:limit]

    def of_customer(self, customer_id: CustomerId) -> Sequence[ConversationState]:
        return [state for state in self._states.values() if state.customer_id == customer_id]

    def erase(self, conversation_id: ConversationId) -> None:
        for kept in (self._states, self._tokens, self._events):
            kept.pop(conversation_id, None)
        self._turns = {turn_id: turn for turn_id, turn in self._turns.items() if turn.conversation_id != conversation_id}

    def find_turn(self, conversation_id: ConversationId, idempotency_key: str) -> StoredTurn | None:
        return next((turn for turn in self.turns(conversation_id) if turn.idempotency_key == idempotency_key), None)

    def turn(self, turn_id: TurnId) -> StoredTurn | None:
        return self._turns.get(turn_id)

    def turns(self, conversation_id: ConversationId) -> Sequence[StoredTurn]:
        return [turn for turn in self._turns.values() if turn.conversation_id == conversation_id]

    def save_turn(self, turn: StoredTurn) -> None:
        self._turns[turn.id] = turn


class MemoryOutbox:
    def __init__(self) -> None:
        self._effects: dict[EffectId, QueuedEffect] = {}
        self._leases: dict[EffectId, datetime] = {}

    def put(self, effect: QueuedEffect) -> bool:
        if effect.id in self._effects:
            return False
        self._effects[effect.id] = effect
        return True

    def get(self, effect_id: EffectId) -> QueuedEffect | None:
        return self._effects.get(effect_id)

    def find(self, effect_ids: Iterable[EffectId]) -> Sequence[QueuedEffect]:
        return [self._effects[effect_id] for effect_id in effect_ids if effect_id in self._effects]

    def claim(self, now: datetime, *, limit: int, lease_s: float) -> Sequence[QueuedEffect]:
        due = [effect.id for effect in self._effects.values() if effect.due_at <= now and self._is_free(effect, now)]
        return [claimed for effect_id in due[:limit] if (claimed := self.claim_one(effect_id, now, lease_s=lease_s))]

    def claim_one(self, effect_id: EffectId, now: datetime, *, lease_s: float) -> QueuedEffect | None:
        effect = self._effects.get(effect_id)
        if effect is None or not self._is_free(effect, now):
            return None
        self._effects[effect_id] = replace(effect, status=EffectStatus.CLAIMED)
        self._leases[effect_id] = now + timedelta(seconds=lease_s)
        return self._effects[effect_id]

    def _is_free(self, effect: QueuedEffect, now: datetime) -> bool:
        if effect.status is EffectStatus.CLAIMED:
            return self._leases[effect.id] <= now
        return effect.status is EffectStatus.PENDING

    def finish(self, effect: QueuedEffect) -> None:
        self._effects[effect.id] = effect

    def forget(self, kinds: Collection[str], naming: str) -> int:
        gone = [one.id for one in self._effects.values() if one.kind in kinds and naming in one.body.values()]
        for effect_id in gone:
            del self._effects[effect_id]
        return len(gone)

    def in_status(self, *statuses: EffectStatus, limit: int) -> Sequence[QueuedEffect]:
        return [effect for effect in self._effects.values() if effect.status in statuses][:limit]


class MemoryIdempotency:
    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], FirstAnswer] = {}

    def get(self, scope: str, key: str) -> FirstAnswer | None:
        return self._answers.get((scope, key))

    def save(self, answer: FirstAnswer) -> bool:
        return self._answers.setdefault((answer.scope, answer.key), answer) is answer

    def forget_before(self, before: datetime) -> int:
        old = [place for place, answer in self._answers.items() if answer.at < before]
        for place in old:
            del self._answers[place]
        return len(old)


class MemoryAudit:
    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []

    def append(self, entry: AuditEntry) -> None:
        self.entries.append(entry)

    def after(self, position: int, *, limit: int) -> Sequence[tuple[int, AuditEntry]]:
        return list(enumerate(self.entries, 1))[position : position + limit]

    def about(self, subject: str) -> Sequence[AuditEntry]:
        return [entry for entry in self.entries if entry.subject == subject]

    def verify(self) -> tuple[int, Digest]:
        head = Digest("")
        for entry in self.entries:
            head = entry.chained(head)
        return len(self.entries), head
