"""Raising a flag for staff, and what they decide about it. Each is in the audit trail; nobody is told of a suspicion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.conversation.flag import Flag, FlagKind, FlagStatus, flag_id
from shopkeeper.domain.core.ids import ConversationId, FlagId
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.storage import Transaction


def raise_flag(
    tx: Transaction,
    kind: FlagKind,
    subject: str,
    signs: Sequence[str],
    *,
    at: datetime,
    conversation_id: ConversationId | None = None,
    photos: Sequence[str] = (),
    facts: Mapping[str, object] | None = None,
) -> Flag:
    """The flag as it stands now. What was noticed before of the same thing stays on it; a decision taken stands unless more is noticed."""
    wanted = flag_id(kind, subject, conversation_id)
    known = tx.flags.get(wanted)
    if known is not None:
        more = known.with_more(signs, photos)
        if more != known:
            tx.flags.save(more)
        return more
    flag = Flag(
        id=wanted,
        kind=kind,
        subject=subject,
        signs=tuple(dict.fromkeys(signs)),
        raised_at=at,
        conversation_id=conversation_id,
        photos=tuple(dict.fromkeys(photos)),
        facts=dict(facts or {}),
    )
    tx.flags.save(flag)
    # The trail outlives a shopper's data, so it does not name their photo.
    told = {} if kind in (FlagKind.SHOPPER_PHOTO, FlagKind.PHOTO_MARKS) else {"about": subject}
    tx.audit.append(AuditEntry(at=at, actor="assistant", action="flag.raised", subject=flag.id, facts={"kind": kind.value, **told}))
    return flag


def decide_flag(wanted: FlagId, status: FlagStatus, note: str, tx: Transaction, *, at: datetime) -> Flag:
    """By staff. Raises InvalidInput (404) for a flag nobody knows."""
    flag = tx.flags.get(wanted)
    if flag is None:
        raise InvalidInput("flag_not_found", "There is no such flag.", status=404)
    decided = flag.decide(status, at=at, note=note)
    tx.flags.save(decided)
    facts = {"kind": flag.kind.value, "status": status.value}
    tx.audit.append(AuditEntry(at=at, actor="operator", action="flag.decided", subject=flag.id, facts=facts))
    return decided


def open_claims(conversation_id: ConversationId | None, order_number: str, tx: Transaction) -> bool:
    """Whether a person still has to look at a claim about goods of this order."""
    if conversation_id is None:
        return False
    mine = tx.flags.of_conversation(conversation_id)
    return any(flag.kind is FlagKind.CLAIM and flag.status is FlagStatus.OPEN and flag.facts.get("order") == order_number for flag in mine)


def is_cleared(conversation_id: ConversationId, sha256: str, tx: Transaction) -> bool:
    """Whether a photo that was held back in this conversation may be shown after all."""
    flag = tx.flags.get(flag_id(FlagKind.SHOPPER_PHOTO, sha256, conversation_id))
    return flag is not None and flag.status is FlagStatus.CLEARED
