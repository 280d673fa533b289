"""What else goes wrong in a purchase besides a dying server: the provider, its webhooks, the clock and the disk."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from shopkeeper.testing.stripe import StripeFault, StripeProxy

OPERATIONS = ("authorize", "capture", "look_up", "void")
FAULTS = tuple(fault for fault in StripeFault if fault is not StripeFault.SLOW)
MOST_FAULTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """`jumps_s` is how far the clock is off for the first server, the second and so on; `disk_full_at` the write at which the disk
    refuses for a second. The rest is about Stripe: `faults` by operation, and how many webhooks are lost or sent twice.
    """

    faults: Mapping[str, tuple[StripeFault, ...]] = field(default_factory=dict[str, tuple[StripeFault, ...]])
    lose: int = 0
    double: int = 0
    shuffle: int | None = None
    jumps_s: tuple[float, ...] = ()
    disk_full_at: int | None = None

    def __str__(self) -> str:
        faults = [f"{operation} {' '.join(faults)}" for operation, faults in self.faults.items()]
        mail = [text for count, text in ((self.lose, "webhooks lost"), (self.double, "webhooks twice")) if count]
        jumps = [f"clock {jump:+.0f} s" for jump in self.jumps_s if jump]
        disk = ["disk full"] if self.disk_full_at is not None else []
        return ", ".join([*faults, *mail, *(["webhooks shuffled"] if self.shuffle is not None else []), *jumps, *disk])

    def befall(self, stripe: StripeProxy) -> None:
        for operation, faults in self.faults.items():
            stripe.fail_next(operation, *faults)
        stripe.mail.lose, stripe.mail.double = self.lose, self.double
        stripe.mail.shuffle = None if self.shuffle is None else random.Random(self.shuffle)


def any_trouble(chance: random.Random, *, stripe: bool) -> Trouble:
    """The same `chance` is the same trouble."""
    operations = [chance.choice(OPERATIONS) for _ in range(chance.randint(0, MOST_FAULTS))] if stripe else []
    faults: dict[str, tuple[StripeFault, ...]] = {}
    for operation in operations:
        faults[operation] = (*faults.get(operation, ()), chance.choice(FAULTS))
    return Trouble(
        faults=faults,
        lose=chance.choice((0, 0, 1, 9)) if stripe else 0,
        double=chance.choice((0, 1, 3)) if stripe else 0,
        shuffle=chance.randrange(1000) if stripe and chance.random() < 0.5 else None,
        jumps_s=tuple(chance.choice((0.0, 0.0, -20.0, 45.0, 240.0)) for _ in range(4)),
        disk_full_at=chance.randint(2, 14) if chance.random() < 0.25 else None,
    )
