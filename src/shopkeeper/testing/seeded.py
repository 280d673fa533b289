"""Whole shops in memory: a pack is read and seeded once, and every copy is as good as new."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

from shopkeeper.adapters.packs.reader import read_pack
from shopkeeper.app.seed import seed
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.sale_world import OneTransaction


async def seeded(folder: Path) -> Callable[[], MemoryTransaction]:
    """Gives fresh copies of the shop that the pack in `folder` makes; a copy takes some 20 ms."""
    tx = MemoryTransaction()
    await seed(read_pack(folder), OneTransaction(tx))
    kept = pickle.dumps(tx)
    return lambda: pickle.loads(kept)
