"""What a basket costs: goods, best promotions, delivery, and the taxes inside, to the cent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.fees import FeeRule, charge
from shopkeeper.domain.checkout.lines import FeeLine, QuoteLine, Sums, TaxLine
from shopkeeper.domain.checkout.quote import AppliedDiscount, DeliveryChoice, DeliveryMethod, Quote, RejectedDiscount
from shopkeeper.domain.checkout.taxes import TaxTerms, tax_on_line, tax_table
from shopkeeper.domain.checkout.tip import Tip
from shopkeeper.domain.core.ids import CheckoutId, TurnId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms, SplitFee
from shopkeeper.domain.fulfillment.shipment import Shipment, rides_of
from shopkeeper.domain.promotions.engine import Evaluation, PromotableLine, evaluate
from shopkeeper.domain.promotions.promotion import Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """Everything but the basket that makes a price. `rates_bp` are the tax rates where the goods are handed over."""

    currency: str
    delivery: DeliveryTerms
    promotions: tuple[Promotion, ...] = ()
    rule_versions: Mapping[str, int] = field(default_factory=dict[str, int])
    taxes: TaxTerms = field(default_factory=TaxTerms)
    rates_bp: Mapping[str, int] = field(default_factory=dict[str, int])
    fees: tuple[FeeRule, ...] = ()

    def rate(self, category: str) -> int:
        return self.taxes.rate(self.rates_bp, category)

    @property
    def delivery_rate_bp(self) -> int | None:
        return self.rate(self.taxes.delivery) if self.taxes.delivery else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing(Sums):
    """What a basket costs, as `Sums` adds it up."""

    currency: str
    lines: tuple[QuoteLine, ...]
    applied: tuple[AppliedDiscount, ...]
    rejected: tuple[RejectedDiscount, ...]
    delivery_fee: Money
    taxes: tuple[TaxLine, ...]
    tax_included: bool = True
    fees: tuple[FeeLine, ...] = ()
    tip: Money | None = None
    rides: int = 1
    """How many couriers bring it."""
    rides_charged: int = 1
    """For how many of them the delivery fee is."""

    @classmethod
    def of(cls, quote: Quote) -> Pricing:
        return cls(
            currency=quote.currency,
            lines=quote.lines,
            applied=quote.applied,
            rejected=quote.rejected,
            delivery_fee=quote.delivery_fee,
            taxes=quote.taxes,
            tax_included=quote.tax_included,
            fees=quote.fees,
            tip=quote.tip,
            rides=rides_of(quote.shipments),
            rides_charged=quote.rides_charged,
        )


def price_basket(
    lines: Sequence[BasketLine],
    *,
    codes: Iterable[str],
    tariff: Tariff,
    method: DeliveryMethod | None,
    now: datetime,
    tip: Tip | None = None,
    rides: int = 1,
) -> Pricing:
    """What the basket costs now, brought by so many couriers; a method not yet chosen costs nothing yet."""
    promotable = [
        PromotableLine(line_id=l.line_id, sku=l.sku, quantity=l.quantity, unit_price=l.unit_price, category=l.category) for l in lines
    ]
    earned = evaluate(promotable, tariff.promotions, codes, now=now, currency=tariff.currency)
    included = tariff.taxes.included
    quote_lines = tuple(_quote_line(line, earned, included=included) for line in lines)
    goods = sum_money((line.total for line in quote_lines), tariff.currency)
    charged = rides if tariff.delivery.split_fee is SplitFee.EACH else 1
    fee = delivery_fee(tariff.delivery, goods) * charged if method is DeliveryMethod.DELIVERY and lines else Money.zero(tariff.currency)
    fees = charge(tariff.fees, lines, goods, method, taxes=tariff.taxes, rates_bp=tariff.rates_bp)
    return Pricing(
        currency=tariff.currency,
        lines=quote_lines,
        applied=earned.applied,
        rejected=earned.rejected,
        delivery_fee=fee,
        taxes=tax_table(quote_lines, fee, tariff.delivery_rate_bp, fees, included=included),
        tax_included=included,
        fees=fees,
        tip=tip.on(goods) if tip is not None else None,
        rides=rides,
        rides_charged=charged,
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
    tip: Tip | None = None,
) -> Quote:
    """A quote the shopper can agree to until `now + valid_for`."""
    priced = price_basket(lines, codes=codes, tariff=tariff, method=delivery.method, now=now, tip=tip, rides=rides_of(shipments))
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
        tax_included=priced.tax_included,
        delivery_rate_bp=tariff.delivery_rate_bp,
        fees=priced.fees,
        tip=priced.tip,
        rides_charged=priced.rides_charged,
    )


def delivery_fee(terms: DeliveryTerms, goods_after_discount: Money) -> Money:
    """For one ride."""
    free = terms.free_from is not None and goods_after_discount >= terms.free_from
    return Money.zero(terms.fee.currency) if free else terms.fee


def missing_for_free_delivery(terms: DeliveryTerms, goods_after_discount: Money) -> Money | None:
    """How much more makes delivery free; None when it is free already or never."""
    if terms.free_from is None or goods_after_discount >= terms.free_from:
        return None
    return terms.free_from - goods_after_discount


def _quote_line(line: BasketLine, earned: Evaluation, *, included: bool) -> QuoteLine:
    bare = QuoteLine(
        line_id=line.line_id,
        sku=line.sku,
        title=line.title,
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=earned.line_discounts[line.line_id],
        tax_rate_bp=line.tax_rate_bp,
        modifiers=line.modifiers,
    )
    return replace(bare, tax=tax_on_line(bare, included=included))
