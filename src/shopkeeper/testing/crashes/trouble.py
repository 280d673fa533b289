"""What else goes wrong in a purchase besides a dying server: the provider, its webhooks, the clock and the disk."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shopkeeper.testing.crashes.database import POSTGRES, SQLITE, Ailment, Attack
from shopkeeper.testing.stripe import StripeFault, StripeProxy

OPERATIONS = ("authorize", "capture", "look_up", "void")
FAULTS = tuple(fault for fault in StripeFault if fault is not StripeFault.SLOW)
MOST_FAULTS = 3
JUMPS_S = (0.0, 0.0, -20.0, 45.0, 240.0, -240.0)
MOST_WRITES = 14
ATTACKS, RESTARTS = 0.3, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """`jumps_s` is how far the clock is off for the first server, the second and so on. `attack` is what befalls the first one's
    database, which is started anew before the requests in `restart_before`. The rest is about Stripe: `faults` by operation, and how
    many webhooks are lost or sent twice.
    """

    faults: Mapping[str, tuple[StripeFault, ...]] = field(default_factory=dict[str, tuple[StripeFault, ...]])
    lose: int = 0
    double: int = 0
    shuffle: int | None = None
    jumps_s: tuple[float, ...] = ()
    attack: Attack | None = None
    restart_before: frozenset[int] = frozenset()

    def __str__(self) -> str:
        faults = [f"{operation} {' '.join(faults)}" for operation, faults in self.faults.items()]
        mail = [text for count, text in ((self.lose, "webhooks lost"), (self.double, "webhooks twice")) if count]
        jumps = [f"clock {jump:+.0f} s" for jump in self.jumps_s if jump]
        disk = [str(self.attack)] if self.attack is not None else []
        disk += [f"database restarted before {sorted(self.restart_before)}"] if self.restart_before else []
        return ", ".join([*faults, *mail, *(["webhooks shuffled"] if self.shuffle is not None else []), *jumps, *disk])

    def befall(self, stripe: StripeProxy) -> None:
        for operation, faults in self.faults.items():
            stripe.fail_next(operation, *faults)
        stripe.mail.lose, stripe.mail.double = self.lose, self.double
        stripe.mail.shuffle = None if self.shuffle is None else random.Random(self.shuffle)


def any_trouble(chance: random.Random, *, stripe: bool, postgres: bool = False, waits: bool = False) -> Trouble:
    """The same `chance` is the same trouble. `waits`: time is not moved, so clocks are not off by much."""
    operations = [chance.choice(OPERATIONS) for _ in range(chance.randint(0, MOST_FAULTS))] if stripe else []
    faults: dict[str, tuple[StripeFault, ...]] = {}
    for operation in operations:
        faults[operation] = (*faults.get(operation, ()), chance.choice(FAULTS))
    return Trouble(
        faults=faults,
        lose=chance.choice((0, 0, 1, 9)) if stripe else 0,
        double=chance.choice((0, 1, 3)) if stripe else 0,
        shuffle=chance.randrange(1000) if stripe and chance.random() < 0.5 else None,
        jumps_s=tuple(chance.choice(JUMPS_S[: 4 if waits else None]) for _ in range(4)),
        attack=_any_attack(chance, POSTGRES if postgres else SQLITE),
        restart_before=frozenset([chance.randint(2, MOST_WRITES)]) if postgres and chance.random() < RESTARTS else frozenset(),
    )


def _any_attack(chance: random.Random, ailments: Sequence[Ailment]) -> Attack | None:
    attack = Attack(ailment=chance.choice(ailments), number=chance.randint(2, MOST_WRITES))
    return attack if chance.random() < ATTACKS else None
