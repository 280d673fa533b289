"""Conversations: snapshot and events written together, turns kept for replay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import delete, select, update

from shopkeeper.adapters.storage.codec import OBJECT, Codec, event_codecs, micros, moment
from shopkeeper.adapters.storage.db import Db, Row
from shopkeeper.adapters.storage.sql import Sql, insert, param, upsert
from shopkeeper.adapters.storage.tables import conversation_events as ce
from shopkeeper.adapters.storage.tables import conversations as c
from shopkeeper.adapters.storage.tables import turns as t
from shopkeeper.domain.conversation.events import ConversationEvent, ConversationStarted, fold, start
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ConversationId, CustomerId, TurnId
from shopkeeper.domain.core.outcome import TransientFault
from shopkeeper.ports.conversation_store import RecordedEvent, StoredTurn, TurnStatus

STATE: Codec[ConversationState] = Codec(ConversationState, keep=1024)

INSERT = insert(c)
GET = Sql(select(c.c.state, c.c.token_hash).where(c.c.id == param("id")), lock=True)
"""Whoever wants the one mostly wants the other: a row that was read once is remembered."""
MOVE = Sql(
    update(c)
    .where(c.c.id == param("at_id"), c.c.version == param("at_version"))
    .values(
        version=param("version", c.c.version),
        customer_id=param("customer_id", c.c.customer_id),
        updated_at=param("updated_at", c.c.updated_at),
        state=param("state", c.c.state),
    )
)
RECENT = Sql(select(c.c.state, c.c.updated_at).order_by(c.c.updated_at.desc(), c.c.id).limit(param("limit")))
RECENT_BEFORE = Sql(
    select(c.c.state, c.c.updated_at).where(c.c.updated_at < param("before")).order_by(c.c.updated_at.desc(), c.c.id).limit(param("limit"))
)
OF_CUSTOMER = Sql(select(c.c.state).where(c.c.customer_id == param("customer_id")).order_by(c.c.id))
ERASE = (
    Sql(delete(ce).where(ce.c.conversation_id == param("id"))),
    Sql(delete(t).where(t.c.conversation_id == param("id"))),
    Sql(delete(c).where(c.c.id == param("id"))),
)
INSERT_EVENT = insert(ce)
EVENTS = Sql(
    select(ce.c.sequence, ce.c.at, ce.c.type, ce.c.body)
    .where(ce.c.conversation_id == param("id"), ce.c.sequence > param("after"))
    .order_by(ce.c.sequence)
)
TURN = select(t.c.id, t.c.conversation_id, t.c.idempotency_key, t.c.request_digest, t.c.status, t.c.answer, t.c.trace, t.c.at)
FIND_TURN = Sql(TURN.where(t.c.conversation_id == param("id"), t.c.idempotency_key == param("key")), lock=True)
TURN_BY_ID = Sql(TURN.where(t.c.id == param("id")), lock=True)
TURNS = Sql(TURN.where(t.c.conversation_id == param("id")).order_by(t.c.position))
SAVE_TURN = upsert(t, keys=["id"], keep=["conversation_id", "idempotency_key", "request_digest", "at"], leave_out=["position"])


class Conversations:
    """Implements `ConversationStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def start(self, event: ConversationStarted, *, token_hash: str, at: datetime) -> ConversationState:
        state = start(event)
        self._db.run(
            INSERT,
            id=state.id,
            version=state.version,
            token_hash=token_hash,
            customer_id=state.customer_id,
            updated_at=micros(at),
            state=STATE.encode(state),
        )
        self._record(state.id, state.version, [event], at)
        return state

    def get(self, conversation_id: ConversationId) -> ConversationState | None:
        text = self._db.value(GET, id=conversation_id)
        return None if text is None else STATE.decode(text)

    def token_hash(self, conversation_id: ConversationId) -> str | None:
        row = self._db.one(GET, id=conversation_id)
        return None if row is None else row[1]

    def append(self, state: ConversationState, events: Sequence[ConversationEvent], *, at: datetime) -> ConversationState:
        if not events:
            return state
        after = fold(state, events)
        moved = self._db.run(
            MOVE,
            at_id=state.id,
            at_version=state.version,
            version=after.version,
            customer_id=after.customer_id,
            updated_at=micros(at),
            state=STATE.encode(after),
        )
        if moved != 1:
            raise TransientFault(f"conversation {state.id} is no longer at version {state.version}")
        self._record(state.id, state.version + 1, events, at)
        return after

    def _record(self, conversation_id: ConversationId, first: int, events: Sequence[ConversationEvent], at: datetime) -> None:
        codecs, when = event_codecs(), micros(at)
        rows = [
            {"conversation_id": conversation_id, "sequence": sequence, "at": when, "type": e.type, "body": codecs[e.type].encode(e)}
            for sequence, e in enumerate(events, first)
        ]
        self._db.many(INSERT_EVENT, rows)

    def events(self, conversation_id: ConversationId, *, after: int = 0) -> Sequence[RecordedEvent]:
        codecs = event_codecs()
        return [
            RecordedEvent(sequence=sequence, at=moment(at), event=cast(ConversationEvent, codecs[tag].decode(body)))
            for sequence, at, tag, body in self._db.all(EVENTS, id=conversation_id, after=after)
        ]

    def recent(self, *, limit: int, before: datetime | None = None) -> Sequence[tuple[ConversationState, datetime]]:
        rows = self._db.all(RECENT, limit=limit) if before is None else self._db.all(RECENT_BEFORE, before=micros(before), limit=limit)
        return [(STATE.decode(state), moment(at)) for state, at in rows]

    def of_customer(self, customer_id: CustomerId) -> Sequence[ConversationState]:
        return [STATE.decode(text) for (text,) in self._db.all(OF_CUSTOMER, customer_id=customer_id)]

    def erase(self, conversation_id: ConversationId) -> None:
        for statement in ERASE:
            self._db.run(statement, id=conversation_id)

    def find_turn(self, conversation_id: ConversationId, idempotency_key: str) -> StoredTurn | None:
        row = self._db.one(FIND_TURN, id=conversation_id, key=idempotency_key)
        return None if row is None else _turn(row)

    def turn(self, turn_id: TurnId) -> StoredTurn | None:
        row = self._db.one(TURN_BY_ID, id=turn_id)
        return None if row is None else _turn(row)

    def turns(self, conversation_id: ConversationId) -> Sequence[StoredTurn]:
        return [_turn(row) for row in self._db.all(TURNS, id=conversation_id)]

    def save_turn(self, turn: StoredTurn) -> None:
        self._db.run(
            SAVE_TURN,
            id=turn.id,
            conversation_id=turn.conversation_id,
            idempotency_key=turn.idempotency_key,
            request_digest=turn.request_digest,
            status=turn.status,
            at=micros(turn.at),
            answer=OBJECT.encode(turn.answer),
            trace=OBJECT.encode(turn.trace),
        )


def _turn(row: Row) -> StoredTurn:
    turn_id, conversation_id, key, digest, status, answer, trace, at = row
    return StoredTurn(
        id=turn_id,
        conversation_id=conversation_id,
        idempotency_key=key,
        request_digest=digest,
        status=TurnStatus(status),
        answer=OBJECT.decode(answer),
        trace=OBJECT.decode(trace),
        at=moment(at),
    )
