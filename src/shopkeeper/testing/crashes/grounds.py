"""Where a trial takes place: servers that are processes of their own, or the shop inside this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from shopkeeper.adapters.clock.system import SystemClock
from shopkeeper.ports.clock import Clock
from shopkeeper.settings import Settings
from shopkeeper.testing.crashes.inside import AppFactory, InsideLine, this_moment
from shopkeeper.testing.crashes.killed import KilledLine
from shopkeeper.testing.crashes.line import Line, Plan
from shopkeeper.testing.crashes.nursery import Starts, free_port
from shopkeeper.testing.stripe import LocalStripe, StripeProxy


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One trial's: the line to its shop, the time outside the shop, and Stripe where cards are paid there."""

    line: Line
    clock: Clock
    stripe: StripeProxy | None

    def close(self) -> None:
        self.line.close()
        if self.stripe is not None:
            self.stripe.close()


class Ground(Protocol):
    @property
    def name(self) -> str: ...
    def open(self, settings: Settings, plan: Plan, *, stripe: LocalStripe | None, seed: int) -> World: ...


@dataclass(frozen=True, slots=True)
class Processes:
    """Servers of their own, killed by SIGKILL."""

    nursery: Starts
    name: str = "killed"

    def open(self, settings: Settings, plan: Plan, *, stripe: LocalStripe | None, seed: int) -> World:
        port, proxy = free_port(), StripeProxy(stripe) if stripe is not None else None
        if proxy is not None:
            plan.trouble.befall(proxy)
            proxy.post_to(f"http://127.0.0.1:{port}/webhooks/payments/stripe")
        line = KilledLine(
            nursery=self.nursery, folder=settings.data_dir, port=port, plan=plan, stripe=proxy, database_url=settings.database_url
        )
        return World(line=line, clock=SystemClock(), stripe=proxy)


@dataclass(frozen=True, slots=True)
class InThisProcess:
    """The shop ends by an exception that nothing catches; time is moved instead of waited for."""

    create_app: AppFactory
    name: str = "inside"

    def open(self, settings: Settings, plan: Plan, *, stripe: LocalStripe | None, seed: int) -> World:
        clock = this_moment()
        proxy = StripeProxy(stripe, clock=clock) if stripe is not None else None
        if proxy is not None:
            plan.trouble.befall(proxy)
        line = InsideLine(settings=settings, create_app=self.create_app, clock=clock, plan=plan, seed=seed, stripe=proxy)
        return World(line=line, clock=clock, stripe=proxy)
