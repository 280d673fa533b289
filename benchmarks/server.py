"""Starting the real server on a shop made for the measurement, and reading what the system says of it."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.ports.storage import Transaction

ELECTRONICS = Path(__file__).parents[2] / "shared/data/electronics_search/products.jsonl.gz"
SOLD, MITTE, SHELF = (Sku("MILK-1L"), Sku("EGG-12")), StoreId("mitte"), 1_000_000
"""What the measurements buy, where, and how much of each there is."""

MAPPING = Path(__file__).parents[1] / "src/shopkeeper/content/mappings/electronics_search.yaml"


@dataclass(frozen=True)
class Server:
    port: int
    pid: int
    cold_start_s: float

    @property
    def rss_mb(self) -> float:
        """Memory now of all its processes together; what they share is counted once."""
        kib = 0
        for pid in self.pids():
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kib += int(line.split()[1])
        return kib / 1024

    def pids(self) -> list[int]:
        """The process that was started, and its workers."""
        workers = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [self.pid, *map(int, workers)]

    @property
    def cpu_s(self) -> float:
        ticks = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def metrics(self) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics") as answer:
            return answer.read().decode()


def environment(folder: Path, port: int, database_url: str = "") -> dict[str, str]:
    shop = {"DATA_DIR": str(folder), "PORT": str(port), "RATE_PER_MINUTE": "0", "TURNS_PER_MINUTE": "0", "LOG_LEVEL": "error"}
    if database_url:
        shop["DATABASE_URL"] = database_url
    return {**os.environ, **{f"SHOPKEEPER_{name}": value for name, value in shop.items()}}


def make_shop(folder: Path, *, database_url: str = "", electronics: bool = True) -> int:
    """Migrate, seed the demo shop, add the 19,406 electronics products where the data is there; how many products it has."""
    from dataclasses import replace

    from shopkeeper.bootstrap import migrate_database, open_shop, seed_shop
    from shopkeeper.settings import Settings

    settings = replace(Settings(data_dir=folder), database_url=database_url)
    migrate_database(settings)

    async def work() -> int:
        async with open_shop(settings, background=False) as shop:
            await seed_shop(settings, shop)
            await shop.storage.write(_fill_shelves)
            return await shop.storage.read(lambda tx: tx.catalog.count())

    count = asyncio.run(work())
    if electronics and ELECTRONICS.exists():
        mapping = folder / "electronics.yaml"
        mapping.write_text(MAPPING.read_text().replace("store: warehouse", "store: mitte"))
        options = ["--mapping", str(mapping), "--reports", str(folder)]
        command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "ingest", str(ELECTRONICS), *options]
        subprocess.run(command, env=environment(folder, 0, database_url), check=True, stdout=subprocess.DEVNULL)
        count += 19_406
    return count


def _fill_shelves(tx: Transaction) -> None:
    """Every order of the measurement takes milk and eggs: without this the shop would soon be out of both."""
    tx.stock.set_many([(sku, MITTE, SHELF) for sku in SOLD])


@contextmanager
def serving(folder: Path, database_url: str = "", *, workers: int = 1) -> Iterator[Server]:
    """The server as a process of its own; cold start counts from exec to the first ready answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "serve", "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, env=environment(folder, port, database_url))
    try:
        yield Server(port=port, pid=process.pid, cold_start_s=_until_ready(port, process, started))
    finally:
        process.terminate()
        process.wait(timeout=20)


def _until_ready(port: int, process: subprocess.Popen[bytes], started: float) -> float:
    while process.poll() is None and time.perf_counter() - started < 60:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1):
                return time.perf_counter() - started
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not start")
