"""One purchase in a shop that is killed on the way, and the verdict."""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shopkeeper.bootstrap import open_shop
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.nursery import Starts, free_port
from shopkeeper.testing.crashes.points import PROVIDER_CALLS, WRITE, CrashPoint
from shopkeeper.testing.crashes.shopper import WAYS, Line, Purchase, Way
from shopkeeper.testing.crashes.soundness import judge, stock_of
from shopkeeper.testing.crashes.trouble import Trouble, any_trouble
from shopkeeper.testing.stripe import LocalStripe, StripeProxy

PACK = "lantern_market"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`deaths` is how often the server died; `requests` how many the shopper made; `problems` is empty when all is well."""

    name: str
    deaths: int
    requests: int
    problems: Sequence[str]
    repairs: Mapping[str, int] = field(default_factory=dict[str, int])
    """What the sweep after the purchase still had to put right, by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A seeded shop to copy, with what is in it."""

    folder: Path
    stock: dict[str, int]
    orders: int


async def make_template(templates: Templates) -> Template:
    settings = await templates.copy(PACK)
    async with open_shop(Settings(data_dir=settings.data_dir), background=False) as shop:
        stock, orders = await shop.storage.read(lambda tx: (stock_of(tx), len(tx.orders.recent(limit=1000))))
    return Template(folder=settings.data_dir, stock=stock, orders=orders)


def run_trial(
    nursery: Starts,
    template: Template,
    way: Way,
    *,
    points: Sequence[CrashPoint] = (),
    cut_before: frozenset[int] = frozenset(),
    trouble: Trouble | None = None,
    stripe: LocalStripe | None = None,
) -> Verdict:
    """Buy `way` in a fresh copy of the shop; what went wrong is in the verdict, never raised. With `stripe` cards are paid there."""
    befalls = trouble or Trouble()
    paid = "stripe" if stripe is not None else "sandbox"
    name = ", ".join(filter(None, (f"{paid} {way.name}", *map(str, points), f"cut before {sorted(cut_before)}", str(befalls))))
    repairs: Mapping[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="shopkeeper-crash-") as scratch:
        folder = Path(scratch) / "shop"
        shutil.copytree(template.folder, folder)
        port, proxy = free_port(), StripeProxy(stripe) if stripe is not None else None
        if proxy is not None:
            befalls.befall(proxy)
            proxy.post_to(f"http://127.0.0.1:{port}/webhooks/payments/stripe")
        line = Line(nursery=nursery, folder=folder, port=port, points=list(points), cut_before=cut_before, trouble=befalls, stripe=proxy)
        problems: Sequence[str]
        try:
            number = Purchase(line, way).buy()
            line.close()
            judged = asyncio.run(judge(folder, number, before=template.stock, known=template.orders, stripe=proxy))
            problems, repairs = judged.problems, judged.repairs
        except AssertionError as error:
            problems = [str(error)]
        finally:
            line.close()
            if proxy is not None:
                proxy.close()
        return Verdict(name=name, deaths=line.deaths, requests=line.requests, problems=problems, repairs=repairs)


MOST_WRITES = 16
MOST_REQUESTS = 16


def random_trial(nursery: Starts, template: Template, seed: int, *, stripe: LocalStripe | None = None) -> Verdict:
    """Any way to buy, with up to three deaths and other trouble anywhere; the same seed is the same plan."""
    chance = random.Random(seed)
    points = [_any_point(chance) for _ in range(chance.randint(1, 3))]
    cuts = frozenset(chance.sample(range(2, MOST_REQUESTS), chance.randint(0, 2)))
    way, with_stripe = chance.choice(WAYS), stripe if chance.random() < 0.5 else None
    trouble = any_trouble(chance, stripe=with_stripe is not None)
    return run_trial(nursery, template, way, points=points, cut_before=cuts, trouble=trouble, stripe=with_stripe)


def _any_point(chance: random.Random) -> CrashPoint:
    what = chance.choice((WRITE, WRITE, WRITE, *PROVIDER_CALLS))
    return CrashPoint(what=what, number=chance.randint(1, MOST_WRITES) if what == WRITE else 1, after=chance.random() < 0.5)
