"""The demo shop as a process of its own, and a browser to look at it: what the tests and the pictures of the docs stand on."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from playwright.async_api import BrowserContext, Locator, Page, async_playwright, expect

from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.crashes.nursery import ServerProcess, environment, free_port

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "open-sesame-please"
PATIENCE_MS = 20_000
"""For whatever a page is expected to show: the machine may be busy."""
expect.set_options(timeout=PATIENCE_MS)


@dataclass(frozen=True, slots=True)
class LiveShop:
    url: str

    def admin(self, path: str) -> dict[str, Any]:
        """What staff reads: the truth behind the screen."""
        answer = httpx.get(f"{self.url}/v1/admin/{path}", headers={"Authorization": f"Bearer {PASSWORD}"}, trust_env=False, timeout=30)
        answer.raise_for_status()
        return answer.json()

    def orders(self) -> list[dict[str, Any]]:
        return self.admin("orders")["orders"]


@contextmanager
def live_shop(extra: Mapping[str, str] | None = None, *, port: int | None = None) -> Generator[LiveShop]:
    """`shopkeeper serve` on a freshly seeded Lantern Market; `extra` are more environment variables."""
    folder, port = Path(tempfile.mkdtemp(prefix="shopkeeper-live-")), port or free_port()
    with Templates() as templates:
        with ThreadPoolExecutor(1) as apart:  # its own thread, as a loop may run in this one
            settings = apart.submit(lambda: asyncio.run(templates.copy("lantern_market"))).result()
        shutil.copytree(settings.data_dir, folder / "shop")
    StaffAccess(folder / "shop").set_password(PASSWORD)
    command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "serve"]
    process = subprocess.Popen(command, env={**os.environ, **environment(folder / "shop", port), **(extra or {})})
    # Somebody has to wait for it, or a dead one would seem alive.
    threading.Thread(target=process.wait, daemon=True).start()
    server = ServerProcess(process.pid, port)
    try:
        server.wait_ready()
        if not server.lives():
            raise RuntimeError("the shop's server ended at its start; see its output above")
        yield LiveShop(f"http://127.0.0.1:{port}")
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def browsing(flags: Sequence[str] = (), **options: Any) -> AsyncGenerator[BrowserContext]:
    """A fresh browser profile; `flags` are Chromium's own, `options` Playwright's of a context."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*FLAGS, *flags])
        context = await browser.new_context(**{"reduced_motion": "reduce", "locale": "en-GB", **options})
        context.set_default_timeout(PATIENCE_MS)
        yield context
        await browser.close()


def microphone(file: Path) -> list[str]:
    """Flags of a browser whose microphone hears `file` over and over."""
    return ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", f"--use-file-for-fake-audio-capture={file}"]


def as_wave(clip: Path, file: Path) -> Path:
    """What a microphone would hear: the clip with a pause behind it."""
    from shopkeeper.adapters.speech.faster_whisper.sound import RATE, decode

    samples = np.concatenate([decode(clip.read_bytes()), np.zeros(RATE * 4, np.float32)])
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((samples * 32767).astype(np.int16).tobytes())
    return file


async def opened(context: BrowserContext, url: str) -> tuple[Page, Locator]:
    """The shop page with the chat open."""
    page = await context.new_page()
    await page.goto(url)
    chat = page.locator("shopkeeper-chat")
    await chat.locator(".launcher").click()
    await expect(chat.locator(".panel")).to_be_visible()
    return page, chat


async def say(chat: Locator, text: str) -> None:
    """Say it and wait for the whole answer."""
    async with answered(chat):
        await chat.locator("textarea").fill(text)
        await chat.locator("textarea").press("Enter")


@asynccontextmanager
async def answered(chat: Locator) -> AsyncGenerator[None]:
    """What is done inside is followed by a whole new answer."""
    answers = chat.locator(".message.assistant[aria-busy=false]")
    before = await answers.count()
    yield
    await expect(answers).not_to_have_count(before)


async def to_the_quote(chat: Locator, *, pickup: bool = False) -> None:
    """Milk and eggs, up to the pay button."""
    await say(chat, "a dozen eggs and two milks, please")
    await say(chat, "check out")
    for words in ("I'll pick it up in Mitte", "I'll pay when I pick it up") if pickup else ("delivery", "Torstr. 12, 10119 Berlin"):
        await say(chat, words)
    await expect(pay_button(chat)).to_be_visible()


def pay_button(chat: Locator) -> Locator:
    """The one that counts: those on older cards are disabled."""
    return chat.locator("[data-key=pay]:not([disabled])")


async def pay(context: BrowserContext, chat: Locator, outcome: str) -> None:
    """Continue to the pay page, press `outcome` there and come back."""
    async with context.expect_page() as elsewhere:
        await chat.locator(".card.checkout:not(.stale) [data-key=continue]").click()
    page = await elsewhere.value
    await page.locator(f"button[value={outcome}]").click()
    await expect(page.locator(".result, .code")).to_be_visible()
    await page.close()


def amount_of(text: str) -> int:
    """Minor units of the first price in `text`."""
    found = re.search(r"(\d+)[.,](\d\d)", text)
    assert found is not None, text
    return int(found[1] + found[2])
