"""`python -m shopkeeper.testing.crashes.server SHOP`: forks real `shopkeeper serve` processes that end by SIGKILL where they are told to.

A line of JSON on standard input (`environment`, and what `Wanted.wire` writes) is answered with a process id.
Everything is imported and read once (with the shop in the folder SHOP) and then forked, so a start takes a fraction of a second.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shopkeeper import bootstrap
from shopkeeper.settings import Settings
from shopkeeper.testing.crashes.arming import Wanted, armed

LOADED_FIRST = (
    "shopkeeper.entry.cli.serve",
    "shopkeeper.adapters.storage.sqlite",
    "httpx",
    "uvloop",
    "uvicorn.protocols.http.httptools_impl",
)


def main() -> None:
    # A group of its own: when standard input ends, this process goes and takes every server it started with it.
    os.setpgrp()
    for module in LOADED_FIRST:
        importlib.import_module(module)
    # Files that no server changes are read by this one; the children share what it read.
    asyncio.run(_look_into(Path(sys.argv[1])))
    # Nobody waits for the children: a dead one is gone at once, so its process id says whether it lives.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            _serve(wanted)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    os.killpg(os.getpgrp(), signal.SIGKILL)


async def _look_into(folder: Path) -> None:
    async with bootstrap.open_shop(Settings(data_dir=folder), background=False) as shop:
        shop.warm_up()


def _serve(wanted: Mapping[str, Any]) -> None:
    """Become `shopkeeper serve`; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDWR), sys.stdin.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.environ.update(wanted["environment"])
    sys.argv = ["shopkeeper", "serve"]
    stripe = bool(os.environ.get("SHOPKEEPER_STRIPE_SECRET_KEY"))
    try:
        with armed(Wanted.read(wanted), _die, stripe=stripe):
            importlib.import_module("shopkeeper.entry.cli.main").run()
    finally:
        os._exit(1)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
