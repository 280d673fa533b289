"""Starting the server: an existing shop, or the demo shop from nothing."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from fastapi import FastAPI

from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.bootstrap import Shop, migrate_database, open_shop, seed_shop
from shopkeeper.entry.cli.output import UsageProblem
from shopkeeper.entry.cli.workers import Workers, collect_less
from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.logs import configure_logs
from shopkeeper.settings import Settings, load_settings

if TYPE_CHECKING:
    from rich.console import Console

LOOPBACK = ("127.0.0.1", "::1", "localhost")
TRY = (
    "hello",
    "a dozen eggs and two milks, please",
    "do you have the blue trail jacket in M?",
    "use SAVE10 and check out",
    "where is my order?",
)


def serve_shop(*, host: str | None, port: int | None, workers: int = 1) -> None:
    settings = _settings(host, port)
    configure_logs(settings.log_level)
    _require_free(settings)
    if workers == 1:
        _run(settings)
    else:
        _run_several(settings, workers)


def serve_demo(*, port: int | None, fresh: bool) -> None:
    """Migrate, seed, print where it is, and serve."""
    from rich.console import Console

    settings = _settings(None, port)
    if "SHOPKEEPER_DATA_DIR" not in os.environ:
        settings = replace(settings, data_dir=Path("var/demo"))
    configure_logs(os.environ.get("SHOPKEEPER_LOG_LEVEL", "warning"))
    _require_free(settings)
    if fresh and settings.data_dir.exists():
        shutil.rmtree(settings.data_dir)
    console = Console()
    migrate_database(settings)
    _seed(settings, console)
    password = StaffAccess(settings.data_dir).set_up()
    _welcome(settings, console, password)
    _run(settings)


def _settings(host: str | None, port: int | None) -> Settings:
    settings = load_settings()
    return replace(settings, host=host or settings.host, port=port or settings.port)


def _require_free(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise UsageProblem(f"{settings.host}:{settings.port} cannot be used ({error.strerror}). Choose another with --port.") from error


def _seed(settings: Settings, console: Console) -> None:
    from rich.progress import Progress

    async def work() -> int:
        with Progress(console=console, transient=True) as progress:
            task = progress.add_task("Filling the shelves", total=None)
            async with open_shop(settings, background=False) as shop:
                await seed_shop(
                    settings, shop, lambda what, done, total: progress.update(task, completed=done, total=total, description=what)
                )
                return await shop.storage.read(lambda tx: tx.catalog.count())

    products = asyncio.run(work())
    console.print(f"Lantern Market is stocked: {products} products.")


def _welcome(settings: Settings, console: Console, password: str | None) -> None:
    console.print(f"\n  Shop     [bold]{settings.base_url}/[/bold]")
    secret = f"password [bold]{password}[/bold] (shown once)" if password else "with the password shown at first start (reset: --fresh)"
    console.print(f"  Console  [bold]{settings.base_url}/console[/bold], {secret}")
    console.print(f"  API      {settings.base_url}/docs")
    console.print("\n  Five things to say:")
    for line in TRY:
        console.print(f"    · {line}")
    console.print("\n  Payments are pretended: the pay page lets you approve, decline or time out. Stop with Ctrl+C.\n")


@asynccontextmanager
async def _warmed(settings: Settings) -> AsyncGenerator[Shop]:
    """The shop, getting warm beside its first requests."""

    def warm_up() -> None:
        shop.warm_up()
        collect_less()

    async with open_shop(settings) as shop:
        shop.tasks.append(asyncio.create_task(asyncio.to_thread(warm_up)))
        yield shop


def _run(settings: Settings) -> None:
    _warn_of_others(settings)
    app = create_app(settings, lambda: _warmed(settings))
    uvicorn.Server(_config(app, settings)).run()


def _run_several(settings: Settings, count: int) -> None:
    """What all workers only read (word lists, grammars, flows) is read once before them, and lies in memory once."""
    _warn_of_others(settings)
    asyncio.run(_read_ahead(settings))
    collect_less()
    workers = Workers(count)
    app = create_app(settings, lambda: open_shop(settings, keeps_house=workers.number == 0))
    workers.serve(_config(app, settings))


async def _read_ahead(settings: Settings) -> None:
    async with open_shop(settings, background=False) as shop:
        shop.warm_up()


def _warn_of_others(settings: Settings) -> None:
    if settings.host not in LOOPBACK:
        sys.stdout.write(f"Listening on {settings.host}: reachable from other machines. Put TLS in front of it.\n")


def _config(app: FastAPI, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
