"""A checkout as the Agentic Commerce Protocol shows it (version 2026-04-17), made from the UCP shape that everybody else gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from shopkeeper.app.queries.checkout_view import checkout_json
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction

VERSION = "2026-04-17"
STATUS = {
    CheckoutStatus.INCOMPLETE: "not_ready_for_payment",
    CheckoutStatus.READY_FOR_COMPLETE: "ready_for_payment",
    CheckoutStatus.COMPLETE_IN_PROGRESS: "in_progress",
    CheckoutStatus.REQUIRES_ESCALATION: "in_progress",
    CheckoutStatus.COMPLETED: "completed",
    CheckoutStatus.CANCELED: "canceled",
}
TOTALS = {"subtotal": "items_base_amount", "items_discount": "items_discount", "fulfillment": "fulfillment", "discount": "discount"}
CODES = {"short_stock": "out_of_stock", "stock_gone": "out_of_stock", "line_gone": "out_of_stock"}


def acp_json(
    checkout: Checkout, tx: Transaction, phrases: PhraseBook, now: datetime, *, base_url: str, handlers: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    """`handlers` are the ways to pay with a delegated token, none where the shop's provider takes none."""
    state = tx.conversations.get(checkout.conversation_id)
    locale = state.locale if state is not None else "en"
    ucp = checkout_json(checkout, tx, phrases, locale, now)
    open_handlers = list(handlers) if checkout.is_open else []
    shown: dict[str, object] = {
        "id": checkout.id,
        "protocol": {"version": VERSION},
        "capabilities": {
            "payment": {"handlers": open_handlers},
            "interventions": {"supported": [], "required": [], "enforcement": "conditional"},
        },
        "status": STATUS[checkout.status],
        "currency": str(ucp["currency"]).lower(),
        "line_items": [_line(as_mapping(line), base_url) for line in as_sequence(ucp["line_items"])],
        "fulfillment_options": _options(ucp, checkout, tx),
        "totals": [_total(as_mapping(row)) for row in as_sequence(ucp["totals"])],
        "messages": [*_messages(ucp), *_payment_messages(checkout, ucp, tx)],
        "links": [],
    }
    return {**shown, **_given(checkout, ucp), **_order(checkout, base_url), **_times(checkout)}


def _line(line: Mapping[str, object], base_url: str) -> dict[str, object]:
    item = as_mapping(line["item"])
    image = item.get("image_url")
    return {
        "id": line["id"],
        "item": {"id": item["id"]},
        "quantity": line["quantity"],
        "name": item["title"],
        "unit_amount": item["price"],
        "images": [f"{base_url}{image}"] if image else [],
        "totals": [_total(as_mapping(row)) for row in as_sequence(line["totals"])],
    }


def _total(row: Mapping[str, object]) -> dict[str, object]:
    """Taxes inside the prices are told in words, so that the rows still add up."""
    kind = str(row["type"])
    return {
        "type": TOTALS.get(kind, kind),
        "display_text": row.get("display_text") or kind,
        "amount": 0 if row.get("included") else row["amount"],
    }


def _options(ucp: Mapping[str, object], checkout: Checkout, tx: Transaction) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for option in as_sequence(as_mapping(ucp["fulfillment"])["options"]):
        one = as_mapping(option)
        totals = [{"type": "total", "display_text": str(one["label"]), "amount": as_int(one["amount"]) or 0}]
        if one["id"] == "delivery":
            found.append({"type": "shipping", "id": "delivery", "title": one["label"], "totals": totals})
            continue
        for store in tx.shop.stores():
            place = {"name": store.name, "address": {"line_one": store.line1, "city": store.city, "postal_code": store.postal_code}}
            found.append({"type": "pickup", "id": f"pickup:{store.id}", "title": store.name, "location": place, "totals": totals})
    return found


def _given(checkout: Checkout, ucp: Mapping[str, object]) -> dict[str, object]:
    """Who and where to, as it was told."""
    choice, buyer = checkout.delivery, as_mapping(ucp["buyer"])
    given: dict[str, object] = {}
    if buyer.get("email"):
        given["buyer"] = {"email": buyer["email"]}
    if choice is None:
        return given
    ids = [as_mapping(as_mapping(line)["item"])["id"] for line in as_sequence(ucp["line_items"])]
    option = f"pickup:{choice.store_id}" if choice.store_id else "delivery"
    kind = "pickup" if choice.store_id else "shipping"
    given["selected_fulfillment_options"] = [{"type": kind, "option_id": option, "item_ids": ids}]
    if choice.address is not None:
        address = choice.address
        given["fulfillment_details"] = {
            "name": address.name,
            "address": {
                "name": address.name,
                "line_one": address.line1,
                "line_two": address.line2 or "",
                "city": address.city,
                "state": "",
                "country": address.country,
                "postal_code": address.postal_code,
            },
        }
    return given


def _messages(ucp: Mapping[str, object]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for message in as_sequence(ucp["messages"]):
        one = as_mapping(message)
        kind = str(one["type"])
        said: dict[str, object] = {"type": kind, "content_type": "plain", "content": one["content"]}
        if kind != "info":
            code = str(one["code"])
            said["code"] = CODES.get(code, "missing" if code.endswith("_missing") else "invalid")
            said["resolution"] = "recoverable"
        found.append(said)
    return found


def _payment_messages(checkout: Checkout, ucp: Mapping[str, object], tx: Transaction) -> list[dict[str, object]]:
    """Declined, or waiting for the bank's check, which only the buyer can do."""
    payment = tx.payments.get(checkout.payment_id) if checkout.payment_id is not None else None
    told = as_mapping(ucp["payment"]).get("message")
    if payment is None or not checkout.is_open:
        return []
    if payment.status is PaymentStatus.DECLINED:
        return [{"type": "error", "code": "payment_declined", "content_type": "plain", "content": told, "resolution": "recoverable"}]
    if payment.status is PaymentStatus.REQUIRES_ACTION:
        content = f"The bank asks for a check. The buyer finishes it here: {payment.action_url}"
        return [
            {"type": "error", "code": "requires_3ds", "content_type": "plain", "content": content, "resolution": "requires_buyer_input"}
        ]
    return []


def _order(checkout: Checkout, base_url: str) -> dict[str, object]:
    if checkout.status is not CheckoutStatus.COMPLETED or checkout.order_number is None:
        return {}
    link = f"{base_url}/web/storefront/index.html?order={checkout.order_number}"
    return {"order": {"id": checkout.order_number, "checkout_session_id": checkout.id, "permalink_url": link}}


def _times(checkout: Checkout) -> dict[str, object]:
    quote = checkout.quote if checkout.is_open else None
    return {"expires_at": quote.expires_at.astimezone(UTC).isoformat().replace("+00:00", "Z")} if quote is not None else {}
