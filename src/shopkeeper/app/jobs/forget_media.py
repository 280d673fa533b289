"""Shoppers' photos are kept for a time only; the conversation goes on without them."""

from __future__ import annotations

from datetime import timedelta

from shopkeeper.ports.clock import Clock
from shopkeeper.ports.media_store import MediaStore

KEPT_FOR = timedelta(days=30)


async def forget_media(media: MediaStore, clock: Clock, kept_for: timedelta = KEPT_FOR) -> int:
    """Erase what is older than `kept_for`; how many files that were."""
    return await media.forget_before(clock.now() - kept_for)
