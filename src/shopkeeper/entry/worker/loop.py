"""Background work in a process of its own: due effects and the sweep, again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from shopkeeper.bootstrap import SWEEP_EVERY_S, open_shop
from shopkeeper.domain.core.outcome import Fault
from shopkeeper.entry.logs import configure_logs
from shopkeeper.settings import load_settings


def work(*, once: bool) -> Mapping[str, object]:
    """Sweep once, or until interrupted; the last sweep's report."""
    settings = load_settings()
    configure_logs(settings.log_level)
    return asyncio.run(_work(once=once))


async def _work(*, once: bool) -> Mapping[str, object]:
    async with open_shop(load_settings(), background=False) as shop:
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
