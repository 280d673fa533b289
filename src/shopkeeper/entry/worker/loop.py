"""Background work in a process of its own: due effects and the sweep, again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager

from shopkeeper.bootstrap import SWEEP_EVERY_S, Shop
from shopkeeper.domain.core.outcome import Fault
from shopkeeper.entry.logs import configure_logs


def work(open_shop: Callable[[], AbstractAsyncContextManager[Shop]], *, once: bool, log_level: str) -> Mapping[str, object]:
    """Sweep once, or until interrupted; the last sweep's report. `open_shop` gives a shop without background loops."""
    configure_logs(log_level)
    return asyncio.run(_work(open_shop, once=once))


async def _work(open_shop: Callable[[], AbstractAsyncContextManager[Shop]], *, once: bool) -> Mapping[str, object]:
    async with open_shop() as shop:
        while True:
            try:
                report = await shop.sweep()
            except Fault:
                if once:
                    raise
                await asyncio.sleep(SWEEP_EVERY_S)
                continue
            if once:
                repairs = [{"kind": r.kind, "subject": r.subject, "detail": r.detail} for r in report.repairs]
                return {"repairs": repairs, "effects_run": report.effects_run}
            await asyncio.sleep(SWEEP_EVERY_S)
