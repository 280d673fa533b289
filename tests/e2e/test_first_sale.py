"""A first-time user in a real browser at the real demo shop: buys, is declined, reloads, loses the network, clicks twice."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from live_shop import CHROMIUM, PASSWORD, LiveShop, amount_of, answered, browsing, live_shop, opened, pay, pay_button, say, to_the_quote
from playwright.async_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium")]


@pytest.fixture(scope="module")
def shop() -> Generator[LiveShop]:
    with live_shop() as running:
        yield running


async def ordered(chat: Locator, shop: LiveShop) -> dict[str, object]:
    """The order the screen shows, from the shop's own records."""
    card = chat.locator(".card.order").last
    await expect(card).to_be_visible()
    words = await card.inner_text()
    return next(order for order in shop.orders() if str(order["number"]) in words)


async def test_delivered_and_paid_by_card(shop: LiveShop) -> None:
    before = len(shop.orders())
    async with browsing() as context:
        page, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await expect(page.locator("#cart-count")).to_have_text("3")
        promised = amount_of(await pay_button(chat).inner_text())
        await pay_button(chat).click()
        await pay(context, chat, "approve")
        order = await ordered(chat, shop)
        await expect(page.locator("#cart-count")).to_be_hidden()
        await expect(chat.locator(".quick-replies")).not_to_contain_text("Check out")
    assert len(shop.orders()) == before + 1
    assert order["total"] == {"amount": promised, "currency": "EUR"}
    assert (order["method"], order["payment_method"]) == ("delivery", "card")
    assert {line["sku"]: line["quantity"] for line in order["lines"]} == {"EGG-12": 1, "MILK-1L": 2}


async def test_picked_up_and_paid_there_after_a_double_click(shop: LiveShop) -> None:
    before = len(shop.orders())
    async with browsing() as context:
        _, chat = await opened(context, shop.url)
        await to_the_quote(chat, pickup=True)
        await pay_button(chat).dblclick()
        order = await ordered(chat, shop)
        await expect(chat.locator(".card.order")).to_have_count(1)
    assert len(shop.orders()) == before + 1
    assert (order["method"], order["payment_method"]) == ("pickup", "pay_on_pickup")


async def test_declined_then_approved_across_a_reload(shop: LiveShop) -> None:
    before = len(shop.orders())
    async with browsing() as context:
        page, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await pay_button(chat).click()
        await pay(context, chat, "decline")
        again = pay_button(chat)
        await expect(chat.locator(".card.checkout").last).to_contain_text("nothing was charged")
        said = await chat.locator(".message.shopper").all_inner_texts()
        await page.reload()
        await chat.locator(".launcher").click()
        await expect(chat.locator(".message.shopper")).to_have_text([*said[:-1], "I agree"])
        assert len(shop.orders()) == before
        await again.click()
        await pay(context, chat, "approve")
        await ordered(chat, shop)
    assert len(shop.orders()) == before + 1


async def test_a_message_written_offline_is_sent_on_reconnect(shop: LiveShop) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop.url)
        await say(chat, "hello")
        await context.set_offline(True)
        await chat.locator("textarea").fill("two milks, please")
        await chat.locator("textarea").press("Enter")
        await expect(chat.locator(".banner")).to_contain_text("offline")
        await expect(chat.locator(".delivery")).to_contain_text("online")
        await context.set_offline(False)
        await expect(chat.locator(".card.cart")).to_be_visible()
        await expect(page.locator("#cart-count")).to_have_text("2")


async def tab_to(page: Page, key: str) -> None:
    """Press Tab until the element with this data-key has the focus."""
    script = "document.querySelector('shopkeeper-chat').shadowRoot.activeElement?.dataset.key ?? ''"
    for _ in range(60):
        if await page.evaluate(script) == key:
            return
        await page.keyboard.press("Shift+Tab")
    raise AssertionError(f"{key} cannot be reached by keyboard")


async def test_bought_with_the_keyboard_alone(shop: LiveShop) -> None:
    async with browsing() as context:
        page = await context.new_page()
        await page.goto(shop.url)
        chat = page.locator("shopkeeper-chat")
        await chat.locator(".launcher").focus()
        await page.keyboard.press("Enter")
        await expect(chat.locator("textarea")).to_be_focused()
        for words in ("a dozen eggs and two milks, please", "check out", "I'll pick it up in Mitte", "I'll pay when I pick it up"):
            async with answered(chat):
                await page.keyboard.type(words)
                await page.keyboard.press("Enter")
        await tab_to(page, "pay")
        await page.keyboard.press("Enter")
        order = await ordered(chat, shop)
        await expect(page.locator("#cart-count")).to_be_hidden()
    assert order["method"] == "pickup"


async def test_what_a_screen_reader_hears(shop: LiveShop) -> None:
    async with browsing() as context:
        page, chat = await opened(context, shop.url)
        await say(chat, "a dozen eggs, please")
        await expect(chat.locator("[aria-live=polite][aria-atomic=true]")).not_to_be_empty()
        await expect(chat.get_by_role("dialog")).to_have_accessible_name("Lantern Market")
        await expect(chat.get_by_role("region", name="Messages")).to_be_visible()
        await expect(chat.get_by_role("textbox", name="Message")).to_be_visible()
        await expect(chat.get_by_role("button", name="Close chat")).to_be_visible()
        unnamed = "nodes => nodes.filter(n => !(n.getAttribute('aria-label') || n.innerText.trim() || n.title)).map(n => n.outerHTML)"
        assert await chat.locator("button:visible, a:visible").evaluate_all(unnamed) == []
        assert await page.locator("button:visible, a:visible").evaluate_all(unnamed) == []
        assert await chat.locator("img:not([alt])").count() == 0


@pytest.mark.parametrize("width", [320, 390])
async def test_on_a_phone_dark_and_right_to_left(shop: LiveShop, width: int) -> None:
    async with browsing(viewport={"width": width, "height": 760}, locale="ur", color_scheme="dark", has_touch=True) as context:
        page, chat = await opened(context, f"{shop.url}/web/storefront/index.html?lang=ur")
        await say(chat, "a dozen eggs and two milks, please")
        await say(chat, "check out")
        assert await chat.locator(".root").get_attribute("dir") == "rtl"
        assert await page.evaluate("document.documentElement.dir") == "rtl"
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await chat.locator(".scroller").evaluate("node => node.scrollWidth <= node.clientWidth")
        shade = "node => getComputedStyle(node).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number).every(part => part < 90)"
        assert await chat.locator(".panel").evaluate(shade)
        small = "nodes => nodes.filter(n => n.getBoundingClientRect().height < 43.5).map(n => n.outerHTML.slice(0, 120))"
        assert await chat.locator("button.button:visible, button.chip:visible, .icon-button:visible").evaluate_all(small) == []


async def test_staff_sees_what_was_understood_and_done(shop: LiveShop) -> None:
    async with browsing() as context:
        _, chat = await opened(context, shop.url)
        await say(chat, "a dozen eggs, please")
        page = await context.new_page()
        await page.goto(f"{shop.url}/console")
        await page.get_by_label("Password").fill("wrong")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("not right")
        await page.get_by_label("Password").fill(PASSWORD)
        await page.keyboard.press("Enter")
        newest = shop.admin("conversations")["conversations"][0]["id"]
        await page.locator(f"a[href$='{newest}']").first.click()
        await expect(page.locator(".said")).to_contain_text("a dozen eggs, please")
        await expect(page.locator(".turn").first).to_contain_text("add_line_item")
