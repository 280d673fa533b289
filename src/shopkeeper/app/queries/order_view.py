"""An order as the shopper sees it: lines and totals as agreed, and what happened since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from shopkeeper.app.naming import wishes_text
from shopkeeper.app.queries.checkout_delivery import delivery_text, shipment_label
from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.queries.tax_texts import tax_texts
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.quote import DeliveryMethod, Quote
from shopkeeper.domain.checkout.taxes import tax_on_line
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.fulfillment.shipment import Shipment
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.domain.orders.work import shipments_of
from shopkeeper.ports.phrase_book import PhraseBook

STEPS_DELIVERY = (("placed", OrderStatus.CONFIRMED), ("dispatched", OrderStatus.DISPATCHED), ("delivered", OrderStatus.DELIVERED))
STEPS_PICKUP = (("placed", OrderStatus.CONFIRMED), ("ready", OrderStatus.READY_FOR_PICKUP), ("handed_over", OrderStatus.DELIVERED))


def order_json(
    order: Order, stores: Iterable[Store], phrases: PhraseBook, locale: str, labels: Labels, *, images: Mapping[Sku, str | None]
) -> dict[str, object]:
    """The order block of reply-blocks; amounts are money objects. `images` are the pictures of what is sold still."""
    quote = order.quote
    return {
        "number": order.number,
        "status": order.status.value,
        "status_label": phrases.word(f"order.label_{order.status.value}", locale=locale),
        "placed_at": order.placed_at.isoformat(),
        "lines": [
            {
                "sku": line.sku,
                "title": line.title,
                "quantity": line.quantity,
                "image_url": images.get(line.sku),
                "unit_price": money_json(line.unit_price),
                "total": money_json(line.subtotal),
                "modifiers": dict(line.modifiers),
                "note": wishes_text(line.modifiers, labels) or None,
                "tax": {
                    "rate_bp": line.tax_rate_bp,
                    "amount": money_json(tax_on_line(line, included=quote.tax_included)),
                    "included": quote.tax_included,
                },
            }
            for line in quote.lines
        ],
        "totals": [*_totals(quote, phrases, locale, labels), *_given_back(order, phrases, locale)],
        "fulfillment": _fulfillment(order, {store.id: store for store in stores}, phrases, locale),
        "timeline": _timeline(order, phrases, locale),
    }


def _totals(quote: Quote, phrases: PhraseBook, locale: str, labels: Labels) -> list[dict[str, object]]:
    rows = [_row("subtotal", phrases.word("totals.subtotal", locale=locale), money_json(quote.goods))]
    rows += [_row("discount", labels.retitled("promotion", discount.title), money_json(-discount.amount)) for discount in quote.applied]
    label = delivery_text(quote.delivery.method, Pricing.of(quote), phrases, locale)
    rows.append(_row("fulfillment", label, money_json(quote.delivery_fee)))
    rows += [_row("fee", labels.retitled("fee", title), money_json(amount)) for title, amount in quote.fee_sums]
    taxes = tax_texts(quote.taxes, phrases, locale, included=quote.tax_included)
    rows += [_row("tax", text, money_json(tax.tax), included=quote.tax_included) for tax, text in taxes]
    if quote.tip:
        rows.append(_row("tip", phrases.word("totals.tip", locale=locale), money_json(quote.tip)))
    rows.append(_row("total", phrases.word("totals.total", locale=locale), money_json(quote.total)))
    return rows


def _given_back(order: Order, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    """What was not taken or went back since, under the total that was agreed."""
    amounts = (event.amount for event in order.events if event.kind.startswith("refund_") and event.amount is not None)
    back = sum_money(amounts, order.quote.currency)
    return [_row("refund", phrases.word("totals.refunded", locale=locale), money_json(back))] if back else []


def _row(kind: str, label: str, amount: dict[str, object], *, included: bool = False) -> dict[str, object]:
    return {"type": kind, "label": label, "amount": amount, "detail": None, "included": included}


def _fulfillment(order: Order, stores: Mapping[StoreId, Store], phrases: PhraseBook, locale: str) -> dict[str, object]:
    """`places` are the branches where it waits, each with what of it lies there when there are several."""
    delivery, shipments = order.quote.delivery, shipments_of(order)
    if delivery.method is DeliveryMethod.PICKUP:
        places = _places(order, shipments, stores)
        label = phrases.word("choice.pickup", locale=locale)
        detail = " · ".join(str(place["address"]) for place in places)
        return {"method": "pickup", "label": label, "detail": detail, "places": places, "code": order.pickup_code}
    address = delivery.address
    detail = f"{address.line1}, {address.postal_code} {address.city}" if address else ""
    told = [phrases.render(label, locale=locale) for one in shipments if (label := shipment_label(one, stores)) is not None]
    label = " · ".join(told) or phrases.word("choice.delivery", locale=locale)
    return {"method": "delivery", "label": label, "detail": detail, "places": [], "code": None}


def _places(order: Order, shipments: Sequence[Shipment], stores: Mapping[StoreId, Store]) -> list[dict[str, object]]:
    titles = {line.sku: line.title for line in order.quote.lines}
    places: list[dict[str, object]] = []
    for shipment in shipments:
        store = stores.get(shipment.store_id) if shipment.store_id is not None else None
        if store is not None:
            goods = [f"{part.quantity} × {titles.get(part.sku, part.sku)}" for part in shipment.parts]
            address = f"{store.name}, {store.line1}, {store.postal_code} {store.city}"
            places.append({"store": store.name, "address": address, "goods": goods if len(shipments) > 1 else []})
    return places


def _timeline(order: Order, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    """The steps to come as well as those done, so that the shopper sees where it stands."""
    if order.status is OrderStatus.CANCELED:
        return [_step("placed", order, phrases, locale, done=True), _step("canceled", order, phrases, locale, done=True)]
    steps = STEPS_PICKUP if order.quote.delivery.method is DeliveryMethod.PICKUP else STEPS_DELIVERY
    reached = next((index for index, (_, status) in enumerate(steps) if status is order.status), 0)
    return [_step(kind, order, phrases, locale, done=index <= reached) for index, (kind, _) in enumerate(steps)]


def _step(kind: str, order: Order, phrases: PhraseBook, locale: str, *, done: bool) -> dict[str, object]:
    happened = next((event.at for event in order.events if event.kind == kind), None)
    label = phrases.word(f"timeline.{kind}", locale=locale)
    return {"label": label, "at": happened.isoformat() if happened else None, "done": done}
