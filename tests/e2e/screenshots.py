"""`make screenshots`: the pictures of the docs, of the real shop in a real browser; what no page shows goes to var/screenshots."""

from __future__ import annotations

import asyncio
import base64
import re
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import httpx
from live_shop import PASSWORD, LiveShop, answered, as_wave, browsing, live_shop, microphone, opened, pay, pay_button, say, to_the_quote
from PIL import Image
from playwright.async_api import BrowserContext, Locator, Page, expect

ROOT = Path(__file__).parents[2]
IMAGES, LOOKED_AT = ROOT / "docs/images", ROOT / "var/screenshots"
SHOWN = frozenset(
    name for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")) for name in re.findall(r"images/([\w-]+)\.png", page.read_text())
)
TALKS = Path(__file__).parents[1] / "conversations"
DESKTOP, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
MOST_BYTES = 250_000
PATIENCE_MS = 180_000
"""A picture model and a speech model are read from disk, and the machine may be busy."""
ZONE = "Europe/Berlin"
HEARD_S = 6
COLORS = 256
SCREENS: Mapping[str, Mapping[str, object]] = {
    f"{size}-{theme}": {"viewport": viewport, "has_touch": size == "phone", "color_scheme": theme}
    for size, viewport in (("desktop", DESKTOP), ("phone", PHONE))
    for theme in ("light", "dark")
}
PICTURES = """[document, document.querySelector('shopkeeper-chat')?.shadowRoot]
  .flatMap((root) => [...(root?.querySelectorAll('img') ?? [])])
  .filter((picture) => picture.loading !== 'lazy' || picture.getBoundingClientRect().top < innerHeight)"""


async def picture(page: Page, name: str) -> None:
    """Save what is on the screen, with as few colors as it takes to stay small."""
    await page.wait_for_function(f"() => ({PICTURES}).every((picture) => picture.complete)")
    await page.wait_for_timeout(400)
    path = (IMAGES if name in SHOWN else LOOKED_AT) / f"{name}.png"
    await page.screenshot(path=path, animations="disabled")
    print(path.relative_to(ROOT), flush=True)
    drawn = Image.open(path).convert("RGB")
    drawn.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{path} has {path.stat().st_size:,} bytes, more than {MOST_BYTES:,}")


async def sale(shop: LiveShop, name: str, **options: object) -> None:
    async with browsing(device_scale_factor=1.5, timezone_id=ZONE, **options) as context:
        page, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await picture(page, name)


async def photo_and_voice(shop: LiveShop, name: str, heard: Path, **options: object) -> None:
    """The three parts of one request: before they are sent, the answer, and the next voice note while it is recorded."""
    async with browsing(microphone(heard), device_scale_factor=1.5, timezone_id=ZONE, permissions=["microphone"], **options) as context:
        page, chat = await opened(context, shop.url)
        await chat.locator("input[type=file]:not([capture])").first.set_input_files(TALKS / "photos/tote_on_chair.jpg")
        await chat.locator("textarea").fill("budget 100")
        await _record(chat, HEARD_S)
        await chat.get_by_role("button", name="Stop recording").click()
        await expect(chat.locator(".attachment.voice").get_by_role("button", name="Play")).to_be_visible()
        await picture(page, f"composing-{name}")
        async with answered(chat):
            await chat.get_by_role("button", name="Send").click()
            await expect(chat.locator(".message.shopper .heard")).to_be_visible()
        await chat.locator(".message.shopper").last.evaluate("node => node.scrollIntoView()")
        await picture(page, f"photo-and-voice-{name}")
        await _record(chat, 2)
        await picture(page, f"recording-{name}")


async def several_things(shop: LiveShop, name: str, **options: object) -> None:
    """Two things in one photo, each offered with its own part of the picture."""
    async with browsing(device_scale_factor=1.5, timezone_id=ZONE, **options) as context:
        page, chat = await opened(context, shop.url)
        await chat.locator("input[type=file]:not([capture])").first.set_input_files(TALKS / "photos/jacket_and_tote.jpg")
        await chat.locator("textarea").fill("I'd like to buy this")
        async with answered(chat):
            await chat.get_by_role("button", name="Send").click()
        await picture(page, f"several-things-{name}")


async def _record(chat: Locator, seconds: int) -> None:
    await chat.get_by_role("button", name="Record a voice note").click()
    await expect(chat.locator(".recording .player-time")).to_have_text(re.compile(f"0:(0[{seconds}-9]|[1-5])"), timeout=30_000)


async def storefront(shop: LiveShop) -> None:
    async with browsing(timezone_id=ZONE, viewport=DESKTOP) as context:
        page = await context.new_page()
        await page.goto(shop.url)
        await expect(page.locator("#grid li").first).to_be_visible()
        await picture(page, "storefront")
        chat = page.locator("shopkeeper-chat")
        await chat.locator(".launcher").wait_for()
        await page.locator("#grid li button").first.click()
        await expect(page.locator("#detail-title")).to_be_visible()
        await picture(page, "product-dialog")


async def payment(shop: LiveShop) -> None:
    async with browsing(timezone_id=ZONE, viewport=DESKTOP) as context:
        page, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await pay_button(chat).click()
        async with context.expect_page() as elsewhere:
            await chat.locator(".card.checkout:not(.stale) [data-key=continue]").click()
        bank = await elsewhere.value
        await bank.set_viewport_size({"width": 1000, "height": 720})
        await picture(bank, "pay-page")
        await bank.set_viewport_size(PHONE)
        await picture(bank, "pay-page-phone")
        await bank.close()
        await pay(context, chat, "approve")
        await expect(chat.locator(".card.order")).to_be_visible()
        await picture(page, "order-placed")


async def right_to_left(shop: LiveShop) -> None:
    async with browsing(timezone_id=ZONE, viewport=DESKTOP, locale="ur") as context:
        page, chat = await opened(context, f"{shop.url}/web/storefront/index.html?lang=ur")
        await say(chat, "a dozen eggs and two milks, please")
        await picture(page, "right-to-left")


async def console(shop: LiveShop) -> None:
    async with browsing(timezone_id=ZONE, viewport=DESKTOP) as context:
        page = await signed_in(context, shop)
        await picture(page, "console-overview")
        sold = shop.orders()[0]["conversation_id"]
        await page.goto(f"{shop.url}/console/conversations/{sold}")
        await picture(page, "conversation-trace")


async def branch(shop: LiveShop) -> None:
    """Two orders to pick up, one of them ready: the board and the till."""
    async with browsing(timezone_id=ZONE, viewport=DESKTOP) as context:
        for _ in range(2):
            page, chat = await opened(context, shop.url)
            await to_the_quote(chat, pickup=True)
            async with answered(chat):
                await pay_button(chat).click()
            await page.close()
        page = await signed_in(context, shop)
        await page.goto(f"{shop.url}/console/board?store=mitte")
        for step in ("Accept", "Ready"):
            await page.get_by_role("button", name=step, exact=True).first.click()
            await page.wait_for_load_state()
        await page.goto(f"{shop.url}/console/board")
        await picture(page, "order-board")
        await page.goto(f"{shop.url}/console/till?store=mitte")
        await page.set_viewport_size(PHONE)
        await picture(page, "till-phone")


async def media_review(shop: LiveShop, name: str, **options: object) -> None:
    """Photos that staff should look at, the list of protected marks, and a conversation in which they say what a photo shows."""
    async with browsing(timezone_id=ZONE, **options) as context:
        page = await signed_in(context, shop)
        await page.goto(f"{shop.url}/console/photos")
        await picture(page, f"photo-marks-{name}")
        await page.locator("#marks").evaluate("node => node.scrollIntoView()")
        await picture(page, f"protected-marks-{name}")
        await page.get_by_role("link", name="Marks on a photo").click()
        await picture(page, f"teaching-a-photo-{name}")


def photos_to_review(shop: LiveShop) -> None:
    """A photo with another brand, a doubtful claim, and two marks on the list; the notice is made after the answer."""
    staff = {"Authorization": f"Bearer {PASSWORD}"}
    logo = base64.b64encode((TALKS / "photos/mug_box_label.jpg").read_bytes()).decode()
    with httpx.Client(base_url=shop.url, trust_env=False, timeout=60) as door:
        for mark in ({"name": "Nordwind Atelier"}, {"name": "Box label of a maker", "picture": logo}):
            door.post("/v1/admin/protected-marks", json=mark, headers=staff).raise_for_status()
        for photo, words in (("edited_other_mug", "my mug arrived chipped"), ("case_with_a_tag", "do you have something like this?")):
            opened = door.post("/v1/conversations", json={"customer_token": "demo-ana"}).json()
            data = base64.b64encode((TALKS / f"photos/{photo}.jpg").read_bytes()).decode()
            parts = [{"type": "image", "media_type": "image/jpeg", "data": data}, {"type": "text", "text": words}]
            key = {"Authorization": f"Bearer {opened['token']}"}
            door.post(f"/v1/conversations/{opened['conversation_id']}/turns", json={"parts": parts}, headers=key).raise_for_status()
    until = time.monotonic() + PATIENCE_MS / 1000
    while len(shop.admin("flags")["open"]) < 2 and time.monotonic() < until:
        time.sleep(0.5)


async def every_page(shop: LiveShop, name: str, **options: object) -> None:
    """Each place of the console, by its own navigation."""
    async with browsing(timezone_id=ZONE, **options) as context:
        page = await signed_in(context, shop)
        places = await page.locator(".side nav a").evaluate_all("links => links.map(link => link.href)")
        for place in places:
            await page.goto(place)
            await picture(page, f"console{place.removeprefix(shop.url + '/console').replace('/', '-')}-{name}")


async def signed_in(context: BrowserContext, shop: LiveShop) -> Page:
    page = await context.new_page()
    await page.goto(f"{shop.url}/console/login")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/console")
    return page


async def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    LOOKED_AT.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with live_shop() as shop, tempfile.TemporaryDirectory() as folder:
        heard = as_wave(TALKS / "voice/this_one_two_of_them_in_mitte.ogg", Path(folder) / "heard.wav")
        for name, options in SCREENS.items():
            await several_things(shop, name, **options)
            await photo_and_voice(shop, name, heard, **options)
            await sale(shop, f"sale-{name}", **options)
        await storefront(shop)
        await payment(shop)
        await right_to_left(shop)
        await branch(shop)
        await console(shop)
        photos_to_review(shop)
        for name, options in SCREENS.items():
            await media_review(shop, name, **options)
        for name, options in SCREENS.items():
            await every_page(shop, name, **options)


if __name__ == "__main__":
    asyncio.run(main())
