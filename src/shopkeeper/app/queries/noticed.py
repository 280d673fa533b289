"""What staff are asked to look at, and what the shop has learned from photos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from shopkeeper.domain.catalog.protected import ProtectedMark
from shopkeeper.domain.conversation.flag import Flag, FlagStatus
from shopkeeper.ports.storage import Transaction

MOST_PRODUCTS = 50


def flags_json(tx: Transaction, *, limit: int) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """Open ones, oldest first, and the newest decided ones."""
    decided = tx.flags.in_status(FlagStatus.CLEARED, FlagStatus.UPHELD, limit=limit)
    return {
        "open": [flag_json(one) for one in tx.flags.in_status(FlagStatus.OPEN, limit=limit)],
        "decided": [flag_json(one) for one in sorted(decided, key=lambda one: one.decided_at or one.raised_at, reverse=True)],
    }


def flag_json(flag: Flag) -> Mapping[str, object]:
    return {
        "id": flag.id,
        "kind": flag.kind.value,
        "subject": flag.subject,
        "signs": list(flag.signs),
        "photos": list(flag.photos),
        "facts": dict(flag.facts),
        "conversation_id": flag.conversation_id,
        "raised_at": flag.raised_at.isoformat(),
        "status": flag.status.value,
        "decided_at": flag.decided_at.isoformat() if flag.decided_at else None,
        "note": flag.note,
    }


def marks_json(tx: Transaction) -> Sequence[Mapping[str, object]]:
    """What staff watch for on shoppers' photos, oldest first."""
    return [mark_json(mark) for mark in tx.protected.all()]


def mark_json(mark: ProtectedMark) -> Mapping[str, object]:
    picture = f"data:image/webp;base64,{mark.picture}" if mark.picture else None
    return {"id": mark.id, "name": mark.name, "picture": picture, "added_at": mark.at.isoformat()}


def gallery_json(tx: Transaction) -> Mapping[str, object]:
    """How many confirmed photos there are, by whom, and for which goods."""
    photos = tx.gallery.all()
    goods = Counter(str(one.sku or one.product_id) for one in photos)
    return {
        "count": len(photos),
        "by": dict(Counter(one.confirmed_by for one in photos)),
        "goods": [{"sku": sku, "count": count} for sku, count in goods.most_common(MOST_PRODUCTS)],
    }
