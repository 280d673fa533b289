"""Threads for looking at pictures: few, of low priority, with a short queue, so that other turns never wait for them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
MOST_WAITING = 16
POLITENESS = 5


class Busy(Exception):
    """The queue is full: the work was not taken on."""


class Workers:
    """Decoding, barcode search and the network leave the interpreter's lock, so threads suffice."""

    def __init__(self, threads: int, most_waiting: int = MOST_WAITING, *, politeness: int = POLITENESS) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="vision", initializer=_be_polite, initargs=(politeness,))
        self._most = threads + most_waiting
        self._taken = 0

    async def run(self, work: Callable[[], T]) -> T:
        """The result of `work`, done on a thread. Raises Busy when too many wait already."""
        if self._taken >= self._most:
            raise Busy
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._taken -= 1

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def _be_polite(politeness: int) -> None:
    """Where the system knows priorities of threads (Linux), others go first."""
    with contextlib.suppress(AttributeError, OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), politeness)
