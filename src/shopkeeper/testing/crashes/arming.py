"""Making the shop that bootstrap opens next a mortal one. The product itself knows nothing of this."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from shopkeeper import bootstrap
from shopkeeper.ports.storage import Storage
from shopkeeper.testing.crashes.clocks import AheadClock
from shopkeeper.testing.crashes.database import AilingStorage, Attack, wire
from shopkeeper.testing.crashes.points import WRITE, CrashPoint, MortalPayments, MortalStorage


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a server is to be started: where it dies, how far its clock is ahead, what befalls its database, more settings."""

    point: CrashPoint | None = None
    ahead_s: float = 0.0
    attack: Attack | None = None
    extra: Mapping[str, str] = field(default_factory=dict[str, str])

    def wire(self) -> Mapping[str, object]:
        point = self.point.wire() if self.point else None
        return {"point": point, "ahead_s": self.ahead_s, "attack": wire(self.attack), "extra": dict(self.extra)}

    @classmethod
    def read(cls, line: Mapping[str, Any]) -> Wanted:
        point, attack = line["point"], line["attack"]
        return cls(
            point=CrashPoint(**point) if point else None,
            ahead_s=line["ahead_s"],
            attack=Attack(**attack) if attack else None,
            extra=line["extra"],
        )


@contextmanager
def armed(wanted: Wanted, die: Callable[[], object], *, stripe: bool, life: Callable[[Storage], Storage] | None = None) -> Generator[None]:
    """Shops opened inside die by `die`; a server that stays armed never leaves. `life` is put around all of their storage."""
    before = {name: getattr(bootstrap, name) for name in ("open_storage", "_stripe", "SandboxPayments", "SystemClock")}
    try:
        _arm(wanted, die, stripe=stripe)
        if life is not None:
            _wrap("open_storage", lambda storage, _: life(storage))
        yield
    finally:
        for name, made in before.items():
            setattr(bootstrap, name, made)


def _arm(wanted: Wanted, die: Callable[[], object], *, stripe: bool) -> None:
    point, attack = wanted.point, wanted.attack
    if attack is not None:
        _wrap("open_storage", lambda storage, url: AilingStorage(storage, attack, url))
    if point is not None and point.what == WRITE:
        _wrap("open_storage", lambda storage, _: MortalStorage(storage, point, die))
    elif point is not None:
        _wrap("_stripe" if stripe else "SandboxPayments", lambda provider, _: MortalPayments(provider, point, die))
    if wanted.ahead_s:
        setattr(bootstrap, "SystemClock", lambda: AheadClock(wanted.ahead_s))  # noqa: B010


def _wrap(name: str, around: Callable[[Any, Any], object]) -> None:
    """What bootstrap makes by `name` from now on comes wrapped; `around` gets it with what it was made from."""
    make = getattr(bootstrap, name)

    def made(*arguments: Any, **named: Any) -> object:
        return around(make(*arguments, **named), arguments[0])

    setattr(bootstrap, name, made)
