"""The chat in a real browser, against canned answers: what a shopper sees when things go well, badly, or away."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from mock_server import app
from playwright.async_api import BrowserContext, Locator, Page, Route, async_playwright, expect

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium")]


@pytest.fixture(scope="module")
def shop() -> Generator[str]:
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    server.force_exit = True
    thread.join(timeout=5)


@asynccontextmanager
async def browsing(**options: object) -> AsyncGenerator[BrowserContext]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        context = await browser.new_context(permissions=["microphone"], reduced_motion="reduce", locale="en-GB", **options)  # pyright: ignore[reportArgumentType]
        yield context
        await browser.close()


async def opened(context: BrowserContext, shop: str) -> tuple[Page, Locator]:
    """The shop page with the chat open; any script error fails the test."""
    page = await context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    await page.goto(shop)
    chat = page.locator("shopkeeper-chat")
    await chat.locator(".launcher").click()
    await expect(chat.locator(".panel")).to_be_visible()
    return page, chat


async def say(chat: Locator, text: str) -> None:
    await chat.locator("textarea").fill(text)
    await chat.locator("textarea").press("Enter")


async def test_a_quantity_changes_in_place(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        await say(chat, "cart")
        more = chat.locator("[data-key=more-li_BAG-TAN]")
        await more.click()
        await more.click()
        await expect(chat.locator(".cart .card-summary")).to_have_text("4 items")
        await expect(chat.locator(".card.cart")).to_have_count(1)
        await expect(more).to_be_focused()
        await expect(page.locator("#cart-count")).to_have_text("4")


async def test_a_message_waits_for_the_network(shop: str) -> None:
    async with browsing() as context:
        _, chat = await opened(context, shop)
        await context.set_offline(True)
        await say(chat, "order")
        await expect(chat.locator(".banner")).to_contain_text("offline")
        await expect(chat.locator(".delivery")).to_contain_text("online")
        await context.set_offline(False)
        await expect(chat.locator(".card.order")).to_be_visible()
        await expect(chat.locator(".banner")).to_be_hidden()


async def test_retries_keep_their_key(shop: str) -> None:
    keys: list[str] = []

    async def drop_twice(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        await (route.abort() if len(keys) < 3 else route.continue_())

    async with browsing() as context:
        page, chat = await opened(context, shop)
        await page.route("**/turns", drop_twice)
        await say(chat, "order")
        await expect(chat.locator(".card.order")).to_be_visible(timeout=15_000)
    assert len(keys) == 3
    assert len(set(keys)) == 1


async def test_a_clear_no_can_be_tried_again_or_dropped(shop: str) -> None:
    async with browsing() as context:
        _, chat = await opened(context, shop)
        await say(chat, "fail please")
        failed = chat.locator(".message.failed")
        await expect(failed).to_contain_text("could not be understood by the shop")
        await expect(failed.get_by_role("button", name="Try again")).to_be_visible()
        await failed.get_by_role("button", name="Delete").click()
        await expect(failed).to_have_count(0)


async def test_a_reload_brings_back_what_was_said(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        await say(chat, "return")
        await expect(chat.locator(".card.return")).to_be_visible()
        await page.reload()
        await chat.locator(".launcher").click()
        await expect(chat.locator(".card.return")).to_be_visible()
        await expect(chat.locator(".message.shopper")).to_have_text("return")


async def test_escape_closes_and_gives_focus_back(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        await expect(chat.locator("textarea")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(chat.locator(".panel")).to_be_hidden()
        await expect(chat.locator(".launcher")).to_be_focused()


async def test_consent_names_the_amount_and_sends_the_digest(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        await say(chat, "checkout")
        await chat.locator("input[value='pickup:mitte']").check()
        pay = chat.locator("[data-key=pay]")
        await expect(pay).to_have_text("Pay €49.41")
        async with page.expect_request("**/turns") as sent:
            await pay.click()
        parts = (await sent.value).post_data_json["parts"]
        assert parts == [{"type": "action", "action": "confirm", "digest": "sha256:pickup"}]
        async with context.expect_page() as elsewhere:
            await chat.locator("[data-key=continue]").click()
        assert "/pay/" in (await elsewhere.value).url
        await expect(chat.locator(".waiting")).to_be_visible()


@pytest.mark.parametrize("state", ["declined", "unknown", "expired", "price"])
async def test_trouble_with_a_payment_is_said(shop: str, state: str) -> None:
    words = {"declined": "not accepted", "unknown": "not be charged twice", "expired": "expired", "price": "€45.00 became €49.00"}
    async with browsing() as context:
        _, chat = await opened(context, shop)
        await say(chat, state)
        await expect(chat.locator(".checkout .notice")).to_contain_text(words[state])
        await expect(chat.locator("[data-key=pay]")).to_have_count(1 if state in ("declined", "price") else 0)


async def test_picture_voice_and_text_leave_together(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        picture = {
            "name": "tote.svg",
            "mimeType": "image/svg+xml",
            "buffer": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        }
        await chat.locator("input[type=file]").first.set_input_files([picture])  # pyright: ignore[reportArgumentType]
        await expect(chat.locator(".attachment")).to_have_count(1)
        await chat.get_by_role("button", name="Record a voice note").click()
        await expect(chat.locator(".recording")).to_be_visible()
        await page.wait_for_timeout(700)
        await chat.get_by_role("button", name="Stop recording").click()
        await expect(chat.locator(".attachment.voice")).to_be_visible()
        await chat.locator("textarea").fill("two of these")
        async with page.expect_request("**/turns") as sent:
            await chat.get_by_role("button", name="Send", exact=True).click()
        kinds = [part["type"] for part in (await sent.value).post_data_json["parts"]]
        assert kinds == ["image", "audio", "text"]


BRINGS = """(place, how) => {
  const files = new DataTransfer();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  files.items.add(new File([svg], 'tote.svg', { type: 'image/svg+xml' }));
  const event = how === 'paste' ? new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true })
    : new DragEvent(how, { dataTransfer: files, bubbles: true, cancelable: true, composed: true });
  place.dispatchEvent(event);
}"""


async def test_pictures_are_dropped_pasted_taken_and_removed_again(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        await chat.locator("textarea").evaluate(BRINGS, "paste")
        await expect(chat.locator(".attachment img")).to_have_count(1)
        await chat.locator(".panel").evaluate(BRINGS, "dragenter")
        await expect(chat.locator(".drop")).to_be_visible()
        await chat.locator(".panel").evaluate(BRINGS, "drop")
        await expect(chat.locator(".drop")).to_be_hidden()
        await expect(chat.locator(".attachment img")).to_have_count(2)
        picture = {
            "name": "a.svg",
            "mimeType": "image/svg+xml",
            "buffer": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        }
        await chat.locator("input[type=file][capture]").set_input_files([picture])  # pyright: ignore[reportArgumentType]
        await expect(chat.locator(".attachment img")).to_have_count(3)
        remove = chat.get_by_role("button", name="Remove picture")
        await remove.first.click()
        await expect(chat.locator(".attachment img")).to_have_count(2)
        await remove.first.press("Enter")
        await expect(chat.locator(".attachment img")).to_have_count(1)
        async with page.expect_request("**/turns") as sent:
            await chat.get_by_role("button", name="Send", exact=True).click()
        assert [part["type"] for part in (await sent.value).post_data_json["parts"]] == ["image"]
        await expect(chat.locator(".attachment")).to_have_count(0)


async def test_text_from_the_server_is_never_markup(shop: str) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop)
        reply = {"text": "<img src=x onerror=alert(1)> **bold**", "blocks": [{"type": "from_the_future"}]}
        turn = json.dumps({"turn_id": "t", "language": "en", "reply": reply})
        await page.route("**/turns", lambda route: route.fulfill(body=turn, content_type="application/json"))
        await say(chat, "hi")
        words = chat.locator(".reply-text")
        await expect(words).to_have_text("<img src=x onerror=alert(1)> bold")
        await expect(words.locator("img")).to_have_count(0)
        await expect(words.locator("strong")).to_have_text("bold")


@pytest.mark.parametrize("width", [320, 390, 1280])
async def test_nothing_needs_sideways_scrolling(shop: str, width: int) -> None:
    for language, direction in (("en", "ltr"), ("de", "ltr"), ("ur", "rtl")):
        async with browsing(viewport={"width": width, "height": 700}) as context:
            page, chat = await opened(context, f"{shop}/?lang={language}")
            await say(chat, "checkout")
            await expect(chat.locator("[data-key=pay]")).to_be_attached()
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert await chat.locator(".scroller").evaluate("node => node.scrollWidth <= node.clientWidth")
            assert await chat.locator(".root").get_attribute("dir") == direction
