"""Paying by card on the page with the provider's field: a browser, the real server, and Stripe behind the fault proxy."""

from __future__ import annotations

import re
from collections.abc import Generator

import pytest
from live_shop import CHROMIUM, LiveShop, browsing, live_shop, opened, pay_button, to_the_quote
from playwright.async_api import BrowserContext, Locator, Page, expect

from shopkeeper.testing.crashes.nursery import free_port
from shopkeeper.testing.stripe import LocalStripe, StripeProxy, available, stripe_settings

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.skipif(not available(), reason="localstripe is not installed"),
]


@pytest.fixture(scope="module")
def stripe() -> Generator[StripeProxy]:
    with LocalStripe() as local:
        proxy = StripeProxy(local)
        yield proxy
        proxy.close()


@pytest.fixture(scope="module")
def shop(stripe: StripeProxy) -> Generator[LiveShop]:
    port = free_port()
    given = {f"SHOPKEEPER_{name.upper()}": " ".join(v) if isinstance(v, tuple) else v for name, v in stripe_settings(stripe).items()}
    stripe.post_to(f"http://127.0.0.1:{port}/webhooks/payments/stripe")
    with live_shop(given, port=port) as running:
        yield running


async def card_page(context: BrowserContext, chat: Locator) -> Page:
    async with context.expect_page() as elsewhere:
        await chat.locator(".card.checkout:not(.stale) [data-key=continue]").click()
    page = await elsewhere.value
    await expect(page.locator("#card-form button")).to_be_enabled()
    return page


async def test_a_card_is_refused_and_another_one_is_taken(shop: LiveShop, stripe: StripeProxy) -> None:
    before = len(shop.orders())
    async with browsing() as context:
        _, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await pay_button(chat).click()
        page = await card_page(context, chat)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}") if request.method == "POST" else None)
        await page.locator("select").select_option("pm_card_visa_chargeDeclined")
        await page.locator("#card-form button").click()
        await expect(page.locator("#problem")).to_be_visible()
        await expect(chat.locator(".message.assistant").last).to_contain_text(re.compile("nothing was charged", re.IGNORECASE))
        assert len(shop.orders()) == before
        await page.locator("select").select_option("pm_card_visa")
        await page.locator("#card-form button").click()
        await expect(chat.locator(".card.order").last).to_be_visible()
        # What the card field sends goes to the provider alone.
        assert [one for one in sent if "payment_method" in one and one.startswith(stripe.url)]
        assert not [one for one in sent if "payment_method" in one and not one.startswith(stripe.url)]
    assert len(shop.orders()) == before + 1
    kinds = [entry.kind for entry in stripe.ledger()]
    assert kinds == ["authorization", "capture"]


async def test_the_page_of_a_paid_payment_takes_no_card(shop: LiveShop, stripe: StripeProxy) -> None:
    async with browsing() as context:
        _, chat = await opened(context, shop.url)
        await to_the_quote(chat)
        await pay_button(chat).click()
        page = await card_page(context, chat)
        address = page.url
        await page.locator("#card-form button").click()
        await expect(chat.locator(".card.order").last).to_be_visible()
        await page.goto(address)
        await expect(page.locator(".result")).to_be_visible()
        await expect(page.locator("#card-form")).to_have_count(0)
