"""A check-up: what must hold for the shop to run, each with how to mend it."""

from __future__ import annotations

import asyncio
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from shopkeeper.adapters.speech.espeak_ng import find_program
from shopkeeper.adapters.storage.opening import open_storage
from shopkeeper.adapters.storage.schema import current_and_head
from shopkeeper.domain.core.outcome import Fault, InvalidInput
from shopkeeper.settings import Settings, load_settings

LEAST_FREE_BYTES = 500_000_000
PACKAGES = ("fastapi", "pydantic", "sqlalchemy", "uvicorn", "fluent.runtime")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    name: str
    ok: bool
    detail: str
    mend: str = ""


def check_up(settings: Settings | None = None) -> list[Finding]:
    """All findings, good and bad; a check that itself fails is a finding."""
    try:
        chosen = settings or load_settings()
    except ValueError as error:
        return [Finding(name="settings", ok=False, detail=str(error), mend="correct the environment variable")]
    return list(_checks(chosen))


def _checks(settings: Settings) -> Iterator[Finding]:
    yield _python()
    yield _packages()
    yield _disk(settings.data_dir)
    yield _writable(settings.data_dir)
    yield _guard("database", lambda: _database(settings), "check SHOPKEEPER_DATABASE_URL, and that the server runs")
    yield _guard("catalog", lambda: _catalog(settings), "run `shopkeeper demo`, or `shopkeeper ingest` with your catalog")
    yield _voice(settings)
    yield _time()


def _voice(settings: Settings) -> Finding:
    """Said, not blamed: without it replies are read aloud by the shopper's browser alone."""
    program = find_program(settings.spoken_replies)
    if program is not None:
        return Finding(name="voice", ok=True, detail=f"replies can be spoken by {program}")
    wanted = settings.spoken_replies
    missing = wanted not in ("", "off")
    detail = (
        f"{wanted} is not installed" if missing else "replies are read by the browser alone (install espeak-ng for a voice of the server's)"
    )
    return Finding(name="voice", ok=not missing, detail=detail, mend="install espeak-ng, or correct SHOPKEEPER_SPOKEN_REPLIES")


def _guard(name: str, check: Callable[[], Finding], mend: str) -> Finding:
    try:
        return check()
    except (Fault, InvalidInput, OSError) as error:
        return Finding(name=name, ok=False, detail=str(error), mend=mend)


def _python() -> Finding:
    ok = sys.version_info >= (3, 11)
    return Finding(name="python", ok=ok, detail=platform.python_version(), mend="install Python 3.11 or newer")


def _packages() -> Finding:
    missing: list[str] = []
    for name in PACKAGES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    return Finding(
        name="packages", ok=not missing, detail=f"missing: {', '.join(missing)}" if missing else "all there", mend="run `make setup`"
    )


def _disk(folder: Path) -> Finding:
    place = folder if folder.exists() else Path()
    free = shutil.disk_usage(place).free
    mend = "free some space, or set SHOPKEEPER_DATA_DIR to another disk"
    return Finding(name="disk", ok=free > LEAST_FREE_BYTES, detail=f"{free / 1e9:.1f} GB free", mend=mend)


def _writable(folder: Path) -> Finding:
    mend = f"make {folder} writable for this user"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".doctor"
        probe.write_text("x")
        probe.unlink()
    except OSError as error:
        return Finding(name="data folder", ok=False, detail=str(error), mend=mend)
    return Finding(name="data folder", ok=True, detail=str(folder), mend=mend)


def _database(settings: Settings) -> Finding:
    current, head = current_and_head(settings.storage_url)
    ok = current == head
    return Finding(name="migrations", ok=ok, detail=f"at {current or 'none'}, need {head}", mend="run `shopkeeper migrate`")


def _catalog(settings: Settings) -> Finding:
    async def count() -> int:
        storage = open_storage(settings.storage_url)
        try:
            return await storage.read(lambda tx: tx.catalog.count())
        finally:
            await storage.close()

    products = asyncio.run(count())
    mend = "run `shopkeeper demo`, or `shopkeeper ingest` with your catalog"
    return Finding(name="catalog", ok=products > 0, detail=f"{products} products", mend=mend)


def _time() -> Finding:
    now = datetime.now(UTC)
    ok = now.year >= 2025 and abs(time.time() - now.timestamp()) < 5
    return Finding(name="clock", ok=ok, detail=now.isoformat(timespec="seconds"), mend="set the system clock (NTP)")
