"""One purchase in a shop that is killed on the way, and the verdict."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shopkeeper.bootstrap import open_shop
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.grounds import Ground
from shopkeeper.testing.crashes.line import Plan
from shopkeeper.testing.crashes.points import PROVIDER_CALLS, WRITE, CrashPoint
from shopkeeper.testing.crashes.shopper import WAYS, Purchase, Way
from shopkeeper.testing.crashes.soundness import Judged, judge, stock_of
from shopkeeper.testing.crashes.trouble import Trouble, any_trouble
from shopkeeper.testing.postgres import PostgresServer
from shopkeeper.testing.stripe import LocalStripe

PACK = "lantern_market"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`deaths` is how often the server died; `requests` how many the shopper made; `problems` is empty when all is well."""

    name: str
    deaths: int
    requests: int
    problems: Sequence[str]
    repairs: Mapping[str, int] = field(default_factory=dict[str, int])
    """What sweeps put right, by kind: those on the way (of a shop in this process) and those after the purchase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A seeded shop to copy, with what is in it, and the server it is on where that is Postgres."""

    templates: Templates
    folder: Path
    stock: dict[str, int]
    orders: int
    server: PostgresServer | None = None

    @property
    def database(self) -> str:
        return self.templates.backend

    def copy(self) -> Settings:
        return asyncio.run(self.templates.copy(PACK))

    def drop(self, settings: Settings) -> None:
        asyncio.run(self.templates.drop(settings))


async def make_template(templates: Templates, server: PostgresServer | None = None) -> Template:
    settings = await templates.copy(PACK)
    async with open_shop(settings, background=False) as shop:
        stock, orders = await shop.storage.read(lambda tx: (stock_of(tx), len(tx.orders.recent(limit=1000))))
    return Template(templates=templates, folder=settings.data_dir, stock=stock, orders=orders, server=server)


def run_trial(
    ground: Ground,
    template: Template,
    way: Way,
    *,
    points: Sequence[CrashPoint] = (),
    cut_before: frozenset[int] = frozenset(),
    trouble: Trouble | None = None,
    stripe: LocalStripe | None = None,
    seed: int = 0,
) -> Verdict:
    """Buy `way` in a fresh copy of the shop; what went wrong is in the verdict, never raised. With `stripe` cards are paid there."""
    befalls = trouble or Trouble()
    where = f"{ground.name} {template.database} {'stripe' if stripe is not None else 'sandbox'} {way.name}"
    cuts = f"cut before {sorted(cut_before)}" if cut_before else ""
    name = ", ".join(filter(None, (where, *map(str, points), cuts, str(befalls))))
    settings, server = template.copy(), template.server
    plan = Plan(points=list(points), cut_before=cut_before, trouble=befalls, restart=server.restart if server is not None else None)
    world = ground.open(settings, plan, stripe=stripe, seed=seed)
    try:
        number = Purchase(world.line, way).buy()
        world.line.close()
        work = judge(settings, number, before=template.stock, known=template.orders, clock=world.clock, stripe=world.stripe)
        judged = asyncio.run(work)
    except AssertionError as error:
        judged = Judged(problems=[str(error)], repairs={})
    finally:
        world.close()
        template.drop(settings)
    line = world.line
    return Verdict(
        name=name,
        deaths=line.deaths,
        requests=line.requests,
        problems=judged.problems,
        repairs=dict(line.repairs + Counter(judged.repairs)),
    )


MOST_WRITES = 16
MOST_REQUESTS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """What a random trial may draw from. `killed` is the share of trials in real processes, `on_postgres` that of the second template."""

    inside: Ground
    processes: Ground
    sqlite: Template
    postgres: Template | None = None
    stripe: LocalStripe | None = None
    killed: float = 0.1
    on_postgres: float = 0.3
    by_stripe: float = 0.5


def random_trial(chances: Chances, seed: int) -> Verdict:
    """Any way to buy, with up to three deaths and other trouble anywhere; the same seed is the same plan."""
    chance = random.Random(seed)
    ground = chances.processes if chance.random() < chances.killed else chances.inside
    on_postgres, by_stripe = chance.random() < chances.on_postgres, chance.random() < chances.by_stripe
    template = chances.postgres if on_postgres and chances.postgres is not None else chances.sqlite
    stripe = chances.stripe if by_stripe else None
    points = [_any_point(chance) for _ in range(chance.randint(1, 3))]
    cuts = frozenset(chance.sample(range(2, MOST_REQUESTS), chance.randint(0, 2)))
    way = chance.choice(WAYS)
    trouble = any_trouble(chance, stripe=stripe is not None, postgres=template is chances.postgres, waits=ground is chances.processes)
    return run_trial(ground, template, way, points=points, cut_before=cuts, trouble=trouble, stripe=stripe, seed=seed)


def _any_point(chance: random.Random) -> CrashPoint:
    what = chance.choice((WRITE, WRITE, WRITE, *PROVIDER_CALLS))
    return CrashPoint(what=what, number=chance.randint(1, MOST_WRITES) if what == WRITE else 1, after=chance.random() < 0.5)
