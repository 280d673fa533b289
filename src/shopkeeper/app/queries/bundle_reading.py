"""Reading a sale bundle back into nouns, strictly: a missing or oddly typed field raises KeyError, TypeError or ValueError."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from shopkeeper.app.queries.proof_bundle import FORMAT
from shopkeeper.domain.checkout.checkout import Consent, PaymentMethod
from shopkeeper.domain.checkout.quote import CreditPart, DeliveryChoice, DeliveryMethod, FeeLine, FeeReturn, Quote, QuoteLine, TaxLine
from shopkeeper.domain.core.ids import CheckoutId, Digest, LineId, PaymentId, Sku, StoreId, TurnId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.fulfillment.shipment import Shipment, ShipmentKind, ShipmentPart
from shopkeeper.domain.orders.order import OrderEvent
from shopkeeper.domain.payments.payment import PartRefund, Payment, PaymentStatus
from shopkeeper.domain.promotions.discount import AppliedDiscount, RejectedDiscount

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadQuote:
    digest: str
    quote: Quote
    terms: Json
    sums: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLink:
    entry: Json
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBundle:
    """`signed` is the part under the signature, exactly as it was in the file."""

    signed: Json
    signature: str
    key: Mapping[str, str]
    format: str
    number: str
    digest: str
    total: Money
    placed_at: datetime
    payment_method: PaymentMethod
    payment_id: str | None
    order_events: tuple[OrderEvent, ...]
    quotes: tuple[ReadQuote, ...]
    consents: tuple[Consent, ...]
    payments: tuple[Payment, ...]
    audit: tuple[ReadLink, ...]


def read_bundle(envelope: object) -> ReadBundle:
    outer = cast(Json, envelope)
    bundle = cast(Json, outer["bundle"])
    if bundle["format"] != FORMAT:
        raise ValueError(f"unknown format {bundle['format']!r}")
    order = cast(Json, bundle["order"])
    return ReadBundle(
        signed=bundle,
        signature=_text(outer["signature"]),
        key={_text(name): _text(value) for name, value in cast(Json, outer["key"]).items()},
        format=FORMAT,
        number=_text(order["number"]),
        digest=_text(order["digest"]),
        total=Money(minor=_whole(order["total"]), currency=_text(order["currency"])),
        placed_at=datetime.fromisoformat(order["placed_at"]),
        payment_method=PaymentMethod(order["payment_method"]),
        payment_id=order["payment_id"],
        order_events=tuple(_event(event) for event in order["events"]),
        quotes=tuple(_read_quote(stated) for stated in bundle["quotes"]),
        consents=tuple(_consent(consent) for consent in bundle["consents"]),
        payments=tuple(_payment(payment) for payment in bundle["payments"]),
        audit=tuple(ReadLink(entry=link["entry"], digest=_text(link["digest"])) for link in bundle["audit"]),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"not a whole number: {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value


def _money(value: Json) -> Money:
    return Money(minor=_whole(value["minor"]), currency=_text(value["currency"]))


def _read_quote(stated: Json) -> ReadQuote:
    sums = cast(Json, stated["sums"])
    sums = cast(Json, {"fees": 0, "tax_added": 0, "tip": 0, **sums})  # Bundles from before there were any say nothing of them.
    numbers = [sums[name] for name in ("goods", "discount", "delivery_fee", "fees", "tax_added", "tip", "total")]
    for number in (*numbers, *(line[name] for line in sums["lines"] for name in ("subtotal", "total"))):
        _whole(number)
    return ReadQuote(digest=_text(stated["digest"]), quote=_quote(stated["quote"]), terms=stated["terms"], sums=sums)


def _quote(quote: Json) -> Quote:
    return Quote(
        checkout_id=CheckoutId(quote["checkout_id"]),
        revision=_whole(quote["revision"]),
        currency=_text(quote["currency"]),
        lines=tuple(_line(line) for line in quote["lines"]),
        applied=tuple(_applied(item) for item in quote["applied"]),
        rejected=tuple(_rejected(item) for item in quote["rejected"]),
        delivery=_delivery(quote["delivery"]),
        delivery_fee=_money(quote["delivery_fee"]),
        taxes=tuple(TaxLine(rate_bp=_whole(tax["rate_bp"]), base=_money(tax["base"]), tax=_money(tax["tax"])) for tax in quote["taxes"]),
        rule_versions=quote["rule_versions"],
        priced_at=datetime.fromisoformat(quote["priced_at"]),
        expires_at=datetime.fromisoformat(quote["expires_at"]),
        shipments=tuple(_shipment(one) for one in quote.get("shipments", ())),
        turn_id=TurnId(quote["turn_id"]) if quote["turn_id"] else None,
        pay_by=PaymentMethod(quote["pay_by"]) if quote.get("pay_by") else None,
        credit=tuple(_credit(part) for part in quote.get("credit", ())),
        tax_included=bool(quote.get("tax_included", True)),
        delivery_rate_bp=_whole(quote["delivery_rate_bp"]) if quote.get("delivery_rate_bp") is not None else None,
        fees=tuple(_fee(fee) for fee in quote.get("fees", ())),
        tip=_money(quote["tip"]) if quote.get("tip") else None,
        rides_charged=_whole(quote.get("rides_charged", 1)),
    )


def _fee(fee: Json) -> FeeLine:
    return FeeLine(
        fee_id=_text(fee["fee_id"]),
        title=_text(fee["title"]),
        amount=_money(fee["amount"]),
        tax_rate_bp=_whole(fee["tax_rate_bp"]) if fee["tax_rate_bp"] is not None else None,
        goes_back=FeeReturn(fee["goes_back"]),
        line_id=LineId(fee["line_id"]) if fee["line_id"] else None,
    )


def _credit(part: Json) -> CreditPart:
    return CreditPart(
        account_id=_text(part["account_id"]), kind=_text(part["kind"]), label=_text(part["label"]), amount=_money(part["amount"])
    )


def _shipment(shipment: Json) -> Shipment:
    return Shipment(
        kind=ShipmentKind(shipment["kind"]),
        store_id=StoreId(shipment["store_id"]) if shipment["store_id"] else None,
        parts=tuple(ShipmentPart(sku=Sku(_text(part["sku"])), quantity=_whole(part["quantity"])) for part in shipment["parts"]),
        starts_at=_moment(shipment["starts_at"]),
        ends_at=_moment(shipment["ends_at"]),
        agreed=bool(shipment["agreed"]),
    )


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(_text(value)) if value is not None else None


def _line(line: Json) -> QuoteLine:
    return QuoteLine(
        line_id=LineId(line["line_id"]),
        sku=Sku(_text(line["sku"])),
        title=_text(line["title"]),
        quantity=_whole(line["quantity"]),
        unit_price=_money(line["unit_price"]),
        discount=_money(line["discount"]),
        tax_rate_bp=_whole(line["tax_rate_bp"]),
        modifiers=line["modifiers"],
        tax=_money(line["tax"]) if line.get("tax") else None,
    )


def _applied(item: Json) -> AppliedDiscount:
    return AppliedDiscount(
        promotion_id=_text(item["promotion_id"]),
        promotion_version=_whole(item["promotion_version"]),
        title=_text(item["title"]),
        amount=_money(item["amount"]),
        code=item["code"],
    )


def _rejected(item: Json) -> RejectedDiscount:
    amount = _money(item["amount"]) if item["amount"] else None
    return RejectedDiscount(title=_text(item["title"]), reason=_text(item["reason"]), amount=amount, code=item["code"])


def _delivery(choice: Json) -> DeliveryChoice:
    return DeliveryChoice(
        method=DeliveryMethod(choice["method"]),
        store_id=StoreId(choice["store_id"]) if choice["store_id"] else None,
        address=Address(**choice["address"]) if choice["address"] else None,
        note=choice["note"],
        split=bool(choice.get("split", False)),
    )


def _consent(consent: Json) -> Consent:
    return Consent(
        digest=Digest(_text(consent["digest"])),
        text=_text(consent["text"]),
        at=datetime.fromisoformat(consent["at"]),
        turn_id=TurnId(consent["turn_id"]),
        void_reason=consent["void_reason"],
    )


def _payment(payment: Json) -> Payment:
    return Payment(
        id=PaymentId(_text(payment["id"])),
        checkout_id=CheckoutId(payment["checkout_id"]),
        quote_digest=Digest(_text(payment["quote_digest"])),
        attempt=_whole(payment["attempt"]),
        amount=_money(payment["amount"]),
        provider=_text(payment["provider"]),
        status=PaymentStatus(payment["status"]),
        provider_ref=payment["provider_ref"],
        decline_code=payment["decline_code"],
        to_capture=_money(payment["to_capture"]) if payment.get("to_capture") else None,
        captured=_money(payment["captured"]) if payment.get("captured") else None,
        refunds=tuple(_part(part) for part in payment.get("refunds", ())),
    )


def _part(part: Json) -> PartRefund:
    return PartRefund(
        key=_text(part["key"]),
        amount=_money(part["amount"]),
        reason=_text(part["reason"]),
        at=datetime.fromisoformat(part["at"]),
        done=bool(part["done"]),
    )


def _event(event: Json) -> OrderEvent:
    return OrderEvent(
        kind=_text(event["kind"]),
        at=datetime.fromisoformat(event["at"]),
        amount=_money(event["amount"]) if event["amount"] else None,
        note=event["note"],
    )
