"""Doors of payment: provider webhooks, the sandbox's pay page, and the way back to the shop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from shopkeeper.adapters.payments.sandbox import Intent, IntentStatus, Outcome
from shopkeeper.app.effects.announce import receive_payment_news
from shopkeeper.app.effects.ask_again import ask_again, open_payments
from shopkeeper.app.moment import Moment
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.core.ids import CheckoutId, PaymentId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.entry.http.documented import problem_answers
from shopkeeper.entry.http.keeping import form_key, keep_offer, keep_on_page, require_form_key
from shopkeeper.entry.http.pages import render
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

SIGNED = {"requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}}

webhooks = APIRouter(prefix="/webhooks", tags=["webhooks"])
sandbox = APIRouter(prefix="/sandbox/pay", include_in_schema=False)
returns = APIRouter(include_in_schema=False)


@webhooks.post("/payments/{provider}", status_code=204, openapi_extra=SIGNED, responses=problem_answers(400, 401, 404, 413, 422))
async def receive(provider: str, request: Request) -> Response:
    """News from a payment provider: signed, idempotent, in any order. 401 when the signature is wrong."""
    shop = shop_of(request)
    known = shop.providers.by_name.get(provider)
    if known is None:
        raise InvalidInput("provider_unknown", "There is no such payment provider here.", status=404)
    news = known.read_webhook(request.headers, await request.body())
    if news is not None:
        moment = Moment(now=shop.clock.now(), actor="provider")
        await shop.storage.write(lambda tx: receive_payment_news(news, tx, moment, shop.announcer))
        shop.wake_worker()
    return Response(status_code=204)


def _intent(shop: Shop, intent_id: str) -> Intent:
    intent = shop.bank.intent(intent_id) if shop.bank else None
    if intent is None:
        raise InvalidInput("payment_not_found", "There is no such payment.", status=404)
    return intent


@sandbox.get("/{intent_id}")
async def pay_page(intent_id: str, request: Request) -> Response:
    """The pretend provider's hosted page: every way a payment can go, as a button."""
    return await _page(shop_of(request), _intent(shop_of(request), intent_id))


@sandbox.post("/{intent_id}")
async def pay_act(intent_id: str, request: Request) -> Response:
    shop = shop_of(request)
    intent = _intent(shop, intent_id)
    form = await request.form()
    require_form_key(shop, intent.id, str(form.get("csrf", "")))
    assert shop.bank is not None
    if intent.status is IntentStatus.OPEN and form.get("keep_asked"):
        text = shop.phrases.word("paypage.keep", locale="en", facts={"shop": intent.description})
        await keep_on_page(shop, PaymentId(intent.key), keep=form.get("keep") == "on", text=text)
    try:
        if form.get("outcome") == "code":
            acted = shop.bank.enter_code(intent.id, str(form.get("code", "")))
        else:
            acted = shop.bank.act(intent.id, Outcome(str(form.get("outcome", ""))))
    except ValueError as error:
        raise InvalidInput("outcome_unknown", "That button does not exist.", field="/outcome") from error
    return await _page(shop, acted.intent, timed_out=acted.timed_out)


STATES = {
    IntentStatus.OPEN: "choose",
    IntentStatus.CODE_NEEDED: "step_up",
    IntentStatus.AUTHORIZED: "approved",
    IntentStatus.CAPTURED: "approved",
    IntentStatus.DECLINED: "declined",
    IntentStatus.CANCELED: "canceled",
    IntentStatus.REFUNDED: "canceled",
}


def _rows(intent: Intent) -> Sequence[tuple[str, int, Money]]:
    """What is paid for; what is neither goods nor nothing makes a row of its own, so that the rows add up."""
    rest = intent.amount.minor - sum(total.minor for _, _, total in intent.lines)
    if not intent.lines or not rest:
        return intent.lines
    return (*intent.lines, ("Delivery and discounts", 1, Money(minor=rest, currency=intent.amount.currency)))


async def _page(shop: Shop, intent: Intent, *, timed_out: bool = False) -> HTMLResponse:
    def work(tx: Transaction) -> tuple[ShopProfile | None, Mapping[str, bool] | None]:
        return tx.shop.profile(), keep_offer(PaymentId(intent.key), tx)

    profile, offer = await shop.storage.read(work)
    locale = profile.language if profile else "en"
    kept = shop.phrases.word("paypage.keep", locale="en", facts={"shop": profile.name if profile else "Shop"})
    context = {
        "shop_name": profile.name if profile else "Shop",
        "amount_text": shop.phrases.money(intent.amount, locale=locale),
        "intent_id": intent.id,
        "lines": [{"title": t, "quantity": q, "total_text": shop.phrases.money(m, locale=locale)} for t, q, m in _rows(intent)],
        "state": "timed_out" if timed_out else STATES[intent.status],
        "return_url": intent.return_url,
        "form_action": f"/sandbox/pay/{intent.id}",
        "csrf": form_key(shop, intent.id),
        "keep": {**offer, "text": kept} if offer is not None else None,
    }
    return HTMLResponse(render("pay/pay.html.jinja", context), headers={"Cache-Control": "no-store"})


@returns.get("/pay/return/{checkout_id}")
async def back_to_shop(checkout_id: str, request: Request) -> Response:
    """Where the payment page sends the shopper. The outcome comes by webhook; where that is late, it is looked up now."""
    shop, checkout = shop_of(request), CheckoutId(checkout_id)
    if await shop.storage.read(lambda tx: bool(open_payments(checkout, tx))):
        await shop.storage.write(lambda tx: ask_again(checkout, tx, shop.clock.now()))
        shop.wake_worker()
    return RedirectResponse("/web/storefront/index.html?chat=open", status_code=303)
