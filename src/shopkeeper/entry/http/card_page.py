"""Our page around Stripe's card field: the card's number goes from the browser to Stripe and never comes here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from shopkeeper.app.payment_effects import MONEY_HELD, OPEN
from shopkeeper.app.queries.checkout_payment import declined_text
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.core.ids import PaymentId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Fault, InvalidInput
from shopkeeper.domain.payments.payment import Payment
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.entry.http.keeping import form_key, keep_offer, keep_on_page, require_form_key
from shopkeeper.entry.http.pages import render
from shopkeeper.ports.storage import Transaction

if TYPE_CHECKING:
    from shopkeeper.adapters.payments.stripe import CardForm

router = APIRouter(include_in_schema=False)

TEXTS = ("card", "back", "paid", "paid_text", "over", "over_text", "trouble", "to_shop", "total", "waiting")
RIGHT_TO_LEFT = ("ar", "ur")
STRIPE = ("https://api.stripe.com", "https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com")
"""What Stripe.js loads and talks to (https://docs.stripe.com/security/guide#content-security-policy)."""


@router.get("/pay/stripe/{payment_id}")
async def card_page(payment_id: str, request: Request) -> Response:
    shop = shop_of(request)
    payment, checkout, locale, name = await shop.storage.read(lambda tx: _found(tx, PaymentId(payment_id), shop))
    form = await _form(shop, payment)
    offer = await shop.storage.read(lambda tx: keep_offer(payment.id, tx)) if form is not None else None
    context = {
        **_words(shop, locale, name, payment),
        "lines": _lines(shop, payment, checkout, locale),
        "state": "paid" if payment.status in MONEY_HELD else "over",
        "declined": declined_text(payment, shop.phrases, locale) if payment.decline_code else None,
        "return_url": f"/pay/return/{checkout.id}",
        "form": form,
        "keep": {**offer, "action": f"/pay/stripe/{payment.id}/keep", "csrf": form_key(shop, payment.id)} if offer is not None else None,
    }
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    if form is not None:
        headers["Content-Security-Policy"] = _policy(form.script_url)
    return HTMLResponse(render("pay/card.html.jinja", context), headers=headers)


@router.post("/pay/stripe/{payment_id}/keep")
async def keep_card(payment_id: str, request: Request) -> Response:
    """The box beside the card field was ticked or not, said before the card is used."""
    shop, form = shop_of(request), await request.form()
    payment, _, locale, name = await shop.storage.read(lambda tx: _found(tx, PaymentId(payment_id), shop))
    require_form_key(shop, payment.id, str(form.get("csrf", "")))
    text = shop.phrases.word("paypage.keep", locale=locale, facts={"shop": name})
    await keep_on_page(shop, payment.id, keep=form.get("keep") == "on", text=text)
    return Response(status_code=204)


def _found(tx: Transaction, payment_id: PaymentId, shop: Shop) -> tuple[Payment, Checkout, str, str]:
    payment = tx.payments.get(payment_id)
    checkout = tx.checkouts.get(payment.checkout_id) if payment is not None and payment.provider == "stripe" else None
    if payment is None or checkout is None:
        raise InvalidInput("payment_not_found", "There is no such payment.", status=404)
    state, profile = tx.conversations.get(checkout.conversation_id), tx.shop.profile()
    fallback = profile.language if profile else "en"
    return payment, checkout, shop.composer.locale_of(state) if state else fallback, profile.name if profile else "Shop"


async def _form(shop: Shop, payment: Payment) -> CardForm | None:
    """Only for a payment that waits for the shopper, by our records and by the provider's."""
    if shop.stripe is None or payment.status not in OPEN:
        return None
    try:
        return await shop.stripe.card_form(payment.id)
    except Fault as fault:
        raise InvalidInput(
            "provider_unavailable", "The payment provider cannot be reached right now. Load the page again.", status=503
        ) from fault


def _words(shop: Shop, locale: str, name: str, payment: Payment) -> Mapping[str, object]:
    amount = shop.phrases.money(payment.amount, locale=locale)
    texts = {key: shop.phrases.word(f"paypage.{key}", locale=locale) for key in TEXTS}
    for key in ("title", "private", "keep"):
        texts[key] = shop.phrases.word(f"paypage.{key}", locale=locale, facts={"shop": name})
    texts["pay"] = shop.phrases.word("paypage.pay", locale=locale, facts={"amount": amount})
    language = locale.split("-", maxsplit=1)[0]
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    return {"lang": locale, "dir": direction, "shop_name": name, "amount_text": amount, "texts": texts}


def _lines(shop: Shop, payment: Payment, checkout: Checkout, locale: str) -> list[Mapping[str, object]]:
    """What is paid for; what is neither goods nor nothing makes a row of its own, so that the rows add up."""
    quote = next((quote for quote in checkout.quotes if quote.digest == payment.quote_digest), None)
    rows = _goods(quote) if quote is not None else []
    rest = payment.amount.minor - sum(total.minor for _, _, total in rows)
    if rows and rest:
        rows.append((shop.phrases.word("paypage.rest", locale=locale), 1, Money(minor=rest, currency=payment.amount.currency)))
    return [{"title": title, "quantity": count, "total_text": shop.phrases.money(total, locale=locale)} for title, count, total in rows]


def _goods(quote: Quote) -> list[tuple[str, int, Money]]:
    return [(line.title, line.quantity, line.total) for line in quote.lines]


def _policy(script_url: str) -> str:
    script = urlsplit(script_url)
    own = f"{script.scheme}://{script.netloc}"
    allowed = " ".join(("'self'", *(STRIPE if own == "https://js.stripe.com" else (own,))))
    rest = "img-src 'self' data: https://*.stripe.com; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
    return f"default-src 'self'; script-src {allowed}; connect-src {allowed}; frame-src {allowed}; {rest}"
