"""The way from the shopper to a shop that dies: asked again until it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx

from shopkeeper.testing.crashes.arming import Wanted
from shopkeeper.testing.crashes.points import CrashPoint
from shopkeeper.testing.crashes.trouble import Trouble
from shopkeeper.testing.stripe import StripeProxy

LATER_S = 90.0
"""How much later it is for a server that was started again: by then the claims of the dead one have run out."""
BUSY = 503
MOST_REQUESTS = 2000


class Line(Protocol):
    """`requests` counts what the shopper asked, `deaths` how often the shop died of it, `repairs` what its sweeps put right, by kind."""

    deaths: int
    requests: int
    repairs: Counter[str]

    @property
    def stripe(self) -> StripeProxy | None:
        """Where cards are paid; None = in the sandbox."""
        ...

    def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        """The answer, however often the shop had to be started for it."""
        ...

    def wait(self) -> None:
        """Let a little time pass in the shop."""
        ...

    def elapsed_s(self) -> float:
        """How much time has passed in the shop."""
        ...

    def close(self) -> None: ...


@dataclass(kw_only=True)
class Plan:
    """What a trial has in store: `points` are where the first server dies, then the second and so on; `cut_before` the numbers of
    requests (from 1) before which it is killed from outside; `restart` starts the database anew, before the requests the trouble names.
    """

    points: list[CrashPoint] = field(default_factory=list[CrashPoint])
    cut_before: frozenset[int] = frozenset()
    trouble: Trouble = field(default_factory=Trouble)
    restart: Callable[[], None] | None = None

    def next_life(self, deaths: int) -> Wanted:
        point = self.points.pop(0) if self.points else None
        jumps = self.trouble.jumps_s
        return Wanted(
            point=point,
            ahead_s=deaths * LATER_S + (jumps[deaths] if deaths < len(jumps) else 0.0),
            attack=self.trouble.attack if deaths == 0 else None,
        )

    def before(self, request: int) -> bool:
        """Whether the shop is killed before this request; the database is restarted where that is due."""
        if request in self.trouble.restart_before and self.restart is not None:
            self.restart()
        return request in self.cut_before
