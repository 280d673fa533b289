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

from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.bootstrap import Shop, migrate_database, open_shop, seed_shop
from shopkeeper.entry.cli.output import UsageProblem
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


def serve_shop(*, host: str | None, port: int | None) -> None:
    settings = _settings(host, port)
    configure_logs(settings.log_level)
    _require_free(settings)
    _run(settings)


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
    async with open_shop(settings) as shop:
        shop.tasks.append(asyncio.create_task(asyncio.to_thread(shop.warm_up)))
        yield shop


def _run(settings: Settings) -> None:
    if settings.host not in LOOPBACK:
        sys.stdout.write(f"Listening on {settings.host}: reachable from other machines. Put TLS in front of it.\n")
    app = create_app(settings, lambda: _warmed(settings))
    uvicorn.run(
        app, host=settings.host, port=settings.port, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
