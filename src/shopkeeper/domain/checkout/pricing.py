"""What a basket costs: goods, best promotions, delivery, and the taxes inside, to the cent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.quote import (
    AppliedDiscount,
    DeliveryChoice,
    DeliveryMethod,
    Quote,
    QuoteLine,
    RejectedDiscount,
    TaxLine,
)
from shopkeeper.domain.core.ids import CheckoutId, TurnId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.shipment import Shipment
from shopkeeper.domain.promotions.engine import Evaluation, PromotableLine, evaluate
from shopkeeper.domain.promotions.promotion import Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """Everything but the basket that makes a price."""

    currency: str
    delivery: DeliveryTerms
    promotions: tuple[Promotion, ...] = ()
    rule_versions: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing:
    """Amounts that re-add exactly: `total = goods - discount + delivery_fee`; `taxes` are inside `total`."""

    currency: str
    lines: tuple[QuoteLine, ...]
    applied: tuple[AppliedDiscount, ...]
    rejected: tuple[RejectedDiscount, ...]
    delivery_fee: Money
    taxes: tuple[TaxLine, ...]

    @classmethod
    def of(cls, quote: Quote) -> Pricing:
        return cls(
            currency=quote.currency,
            lines=quote.lines,
            applied=quote.applied,
            rejected=quote.rejected,
            delivery_fee=quote.delivery_fee,
            taxes=quote.taxes,
        )

    @property
    def goods(self) -> Money:
        return sum_money((line.subtotal for line in self.lines), self.currency)

    @property
    def discount(self) -> Money:
        return sum_money((line.discount for line in self.lines), self.currency)

    @property
    def goods_after_discount(self) -> Money:
        return self.goods - self.discount

    @property
    def total(self) -> Money:
        return self.goods_after_discount + self.delivery_fee


def price_basket(
    lines: Sequence[BasketLine], *, codes: Iterable[str], tariff: Tariff, method: DeliveryMethod | None, now: datetime
) -> Pricing:
    """What the basket costs now; a method not yet chosen costs nothing yet."""
    promotable = [
        PromotableLine(line_id=l.line_id, sku=l.sku, quantity=l.quantity, unit_price=l.unit_price, category=l.category) for l in lines
    ]
    earned = evaluate(promotable, tariff.promotions, codes, now=now, currency=tariff.currency)
    quote_lines = tuple(_quote_line(line, earned) for line in lines)
    goods = sum_money((line.total for line in quote_lines), tariff.currency)
    fee = delivery_fee(tariff.delivery, goods) if method is DeliveryMethod.DELIVERY and lines else Money.zero(tariff.currency)
    return Pricing(
        currency=tariff.currency,
        lines=quote_lines,
        applied=earned.applied,
        rejected=earned.rejected,
        delivery_fee=fee,
        taxes=taxes_inside(quote_lines, fee),
    )


def price(
    lines: Sequence[BasketLine],
    *,
    checkout_id: CheckoutId,
    revision: int,
    codes: Iterable[str],
    tariff: Tariff,
    delivery: DeliveryChoice,
    now: datetime,
    valid_for: timedelta,
    turn_id: TurnId | None = None,
    shipments: tuple[Shipment, ...] = (),
) -> Quote:
    """A quote the shopper can agree to until `now + valid_for`."""
    priced = price_basket(lines, codes=codes, tariff=tariff, method=delivery.method, now=now)
    return Quote(
        checkout_id=checkout_id,
        revision=revision,
        currency=priced.currency,
        lines=priced.lines,
        applied=priced.applied,
        rejected=priced.rejected,
        delivery=delivery,
        delivery_fee=priced.delivery_fee,
        taxes=priced.taxes,
        rule_versions=tariff.rule_versions,
        priced_at=now,
        expires_at=now + valid_for,
        shipments=shipments,
        turn_id=turn_id,
    )


def delivery_fee(terms: DeliveryTerms, goods_after_discount: Money) -> Money:
    free = terms.free_from is not None and goods_after_discount >= terms.free_from
    return Money.zero(terms.fee.currency) if free else terms.fee


def missing_for_free_delivery(terms: DeliveryTerms, goods_after_discount: Money) -> Money | None:
    """How much more makes delivery free; None when it is free already or never."""
    if terms.free_from is None or goods_after_discount >= terms.free_from:
        return None
    return terms.free_from - goods_after_discount


def taxes_inside(lines: Sequence[QuoteLine], fee: Money) -> tuple[TaxLine, ...]:
    """The tax included in goods and delivery, one line per rate; bases and taxes together are the total.

    Delivery shares the rates of the goods in proportion to their value, as an ancillary supply does (UStAE 3.10).
    """
    rates = sorted({line.tax_rate_bp for line in lines}, reverse=True)
    if not rates:
        return ()
    of_rate = {rate: [line for line in lines if line.tax_rate_bp == rate] for rate in rates}
    gross = [sum_money((line.total for line in of_rate[rate]), fee.currency) for rate in rates]
    whole = [sum_money((line.subtotal for line in of_rate[rate]), fee.currency) for rate in rates]
    shares = fee.allocate(_weights(gross, whole))
    return tuple(_tax_line(rate, goods + share) for rate, goods, share in zip(rates, gross, shares, strict=True))


def _weights(gross: Sequence[Money], whole: Sequence[Money]) -> list[int]:
    """By what is paid, else (all goods are free) by what they were worth, else alike."""
    for amounts in (gross, whole):
        weights = [amount.minor for amount in amounts]
        if sum(weights) > 0:
            return weights
    return [1] * len(gross)


def _tax_line(rate_bp: int, gross: Money) -> TaxLine:
    divisor = 10_000 + rate_bp
    tax = Money(minor=(gross.minor * rate_bp * 2 + divisor) // (2 * divisor), currency=gross.currency)
    return TaxLine(rate_bp=rate_bp, base=gross - tax, tax=tax)


def _quote_line(line: BasketLine, earned: Evaluation) -> QuoteLine:
    return QuoteLine(
        line_id=line.line_id,
        sku=line.sku,
        title=line.title,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=earned.line_discounts[line.line_id],
        tax_rate_bp=line.tax_rate_bp,
        modifiers=line.modifiers,
    )
