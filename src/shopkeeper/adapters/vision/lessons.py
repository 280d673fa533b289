"""What a shop's photos taught, kept beside the looks: a shop that starts again need not learn again."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shopkeeper.adapters.vision.learning import Discriminants, Floats, Head, learn
from shopkeeper.adapters.vision.look_store import LookStore

KEPT_AS = "lessons/1"


@dataclass(frozen=True, slots=True)
class Example:
    """A confirmed photo: its lines (views, numbers), the group it shows, and a digest of its look."""

    lines: Floats
    group: int
    digest: str


def lessons(examples: Sequence[Example], catalog: str, store: LookStore) -> Head | None:
    """From disk when these very photos were learned before, else learned now, which takes seconds. `catalog` names the groups in order.

    Only the latest lessons are kept: with a photo that is gone goes what it taught.
    """
    told = "\n".join((KEPT_AS, catalog, *(f"{one.digest} {one.group}" for one in examples)))
    digest = hashlib.sha256(told.encode()).hexdigest()
    kept = store.get([digest], KEPT_AS).get(digest)
    if kept is not None:
        return unpacked(kept)
    head = learn([one.lines for one in examples], [one.group for one in examples])
    store.put_only(digest, KEPT_AS, packed(head))
    return head


def packed(head: Head | None) -> bytes:
    if head is None:
        return b""
    jar, found = io.BytesIO(), head.discriminants
    np.savez(
        jar,
        weights=found.weights,
        offsets=found.offsets,
        middle=found.middle,
        space=found.space,
        examples=head.examples,
        owners=head.owners,
        groups=head.groups,
    )
    return jar.getvalue()


def unpacked(kept: bytes) -> Head | None:
    if not kept:
        return None
    with np.load(io.BytesIO(kept), allow_pickle=False) as held:
        found = Discriminants(held["weights"], held["offsets"], held["middle"], held["space"])
        return Head(found, held["examples"], held["owners"], held["groups"])
