"""A shopper speaks an order into a real browser: recorded, played back, sent, understood; and what is said when nothing can be recorded."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from live_shop import CHROMIUM, LiveShop, answered, as_wave, browsing, live_shop, microphone, opened
from playwright.async_api import BrowserContext, expect

from shopkeeper.adapters.speech.faster_whisper.listener import can_listen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.skipif(not can_listen(), reason="voice notes need the extra 'speech'"),
]
CLIP = Path(__file__).parents[1] / "conversations/voice/add_two_mugs.ogg"
LISTENING_MS = 90_000
SAID_S = 3.2


@pytest.fixture(scope="module")
def shop() -> Generator[LiveShop]:
    with live_shop() as running:
        yield running


def speaking(file: Path, *flags: str) -> AbstractAsyncContextManager[BrowserContext]:
    """A browser with that at its microphone, and the shopper's leave to record."""
    return browsing([*microphone(file), *flags], permissions=["microphone"])


async def test_an_order_is_spoken(shop: LiveShop, tmp_path: Path) -> None:
    async with speaking(as_wave(CLIP, tmp_path / "said.wav")) as context:
        page, chat = await opened(context, shop.url)
        await chat.get_by_role("button", name="Record a voice note").click()
        await expect(chat.locator(".recording .player-time")).to_have_text("0:03", timeout=20_000)
        await chat.get_by_role("button", name="Stop recording").click()
        note = chat.locator(".attachment.voice")
        await expect(note.get_by_role("button", name="Play")).to_be_visible()
        await expect(note.get_by_role("button", name="Record again")).to_be_visible()
        async with answered(chat):
            await chat.get_by_role("button", name="Send").click()
            await expect(chat.locator(".message.shopper .heard")).to_contain_text("two", timeout=LISTENING_MS)
        # A letter may get lost on the way through the browser's microphone; what counts is what lies in the cart.
        await expect(page.locator("#cart-count")).to_have_text("2", timeout=LISTENING_MS)


async def test_a_recording_is_discarded_by_keyboard(shop: LiveShop, tmp_path: Path) -> None:
    async with speaking(as_wave(CLIP, tmp_path / "said.wav")) as context:
        page, chat = await opened(context, shop.url)
        await chat.get_by_role("button", name="Record a voice note").focus()
        await page.keyboard.press("Enter")
        await expect(chat.locator(".recording")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(chat.locator(".recording")).to_have_count(0)
        await expect(chat.locator(".attachment")).to_have_count(0)
        await expect(chat.locator(".panel")).to_be_visible()


@pytest.mark.parametrize(("name", "words"), [("NotAllowedError", "allow it in the browser"), ("NotFoundError", "No microphone was found")])
async def test_what_keeps_from_recording_is_said(shop: LiveShop, tmp_path: Path, name: str, words: str) -> None:
    async with speaking(as_wave(CLIP, tmp_path / "said.wav")) as context:
        await context.add_init_script(f"navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('no', '{name}'); }};")
        _, chat = await opened(context, shop.url)
        await chat.get_by_role("button", name="Record a voice note").click()
        await expect(chat.locator(".toast")).to_contain_text(words)
        await expect(chat.locator(".tools")).to_be_visible()


BROWSER_THAT_SPEAKS = """
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
speechSynthesis.getVoices = () => [{ lang: 'en-US' }];
speechSynthesis.speak = (words) => window.said.push([words.text, words.lang]);
"""
"""Headless browsers have no voice of their own, and the server's would be taken where it has one."""


async def test_replies_are_read_aloud_on_request_only(shop: LiveShop, tmp_path: Path) -> None:
    async with speaking(as_wave(CLIP, tmp_path / "said.wav")) as context:
        await context.add_init_script(BROWSER_THAT_SPEAKS)
        page, chat = await opened(context, shop.url)
        async with answered(chat):
            await chat.locator("textarea").fill("hello")
            await chat.locator("textarea").press("Enter")
        assert await page.evaluate("window.said.length") == 0
        await chat.get_by_role("button", name="More").click()
        await chat.get_by_role("button", name="Read replies aloud").click()
        async with answered(chat):
            await chat.locator("textarea").fill("show my cart")
            await chat.locator("textarea").press("Enter")
        assert await page.evaluate("window.said.length") == 1
