"""Past orders with the amounts they were placed at. Every sum in the file is checked, so that no later refund starts from a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod, Quote, QuoteLine, TaxLine
from shopkeeper.domain.core.ids import CheckoutId, CustomerId, LineId, OrderId, OrderNumber, Sku, StoreId, derive
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.customers.customer import Address, Customer
from shopkeeper.domain.orders.order import Order, OrderEvent, OrderStatus
from shopkeeper.domain.promotions.discount import AppliedDiscount
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.ports.shop_pack import PackedProduct
from shopkeeper.ports.shop_store import ShopProfile

Code = TypeVar("Code", bound=StrEnum)


@dataclass(slots=True)
class OrderReader:
    profile: ShopProfile
    customers: Mapping[str, Customer]
    promotions: Mapping[str, Promotion]
    stores: frozenset[str]
    titles: Mapping[str, str]
    """Title of every sku in the shop's language."""
    numbers: set[str] = field(default_factory=set[str])

    def read(self, fields: Fields) -> Order:
        number = OrderNumber(fields.text("number"))
        if number in self.numbers:
            fields.wrong("number", f"{number} is used twice")
        self.numbers.add(number)
        placed_at = _at(fields, "placed_at", self.profile.zone)
        checkout_id = CheckoutId(derive("chk", "past", number))
        fulfillment = fields.inside("fulfillment")
        customer = self._customer(fields)
        return Order(
            id=OrderId(derive("ord", checkout_id)),
            number=number,
            checkout_id=checkout_id,
            quote=self._quote(fields, checkout_id, placed_at, customer),
            placed_at=placed_at,
            payment_method=fields.inside("payment").code("method", PaymentMethod.CARD),
            status=fields.code("status", OrderStatus.CONFIRMED),
            customer_id=CustomerId(fields.text("customer")),
            pickup_code=fulfillment.maybe("pickup_code"),
            events=tuple(self._event(event) for event in fields.each("events")),
        )

    def _customer(self, fields: Fields) -> Customer | None:
        name = fields.text("customer")
        if name not in self.customers:
            fields.wrong("customer", f"{name} is not known in this pack")
        return self.customers.get(name)

    def _quote(self, fields: Fields, checkout_id: CheckoutId, placed_at: datetime, customer: Customer | None) -> Quote:
        totals, listed = fields.inside("totals"), list(fields.each("lines"))
        quote = Quote(
            checkout_id=checkout_id,
            revision=1,
            currency=self.profile.currency,
            lines=tuple(self._line(line) for line in listed),
            applied=self._applied(listed),
            rejected=(),
            delivery=self._delivery(fields.inside("fulfillment"), customer),
            delivery_fee=self._money(totals, "delivery"),
            taxes=tuple(self._tax(tax) for tax in totals.each("taxes")),
            rule_versions={},
            priced_at=placed_at,
            expires_at=placed_at,
        )
        self._check_sums(totals, quote)
        return quote

    def _check_sums(self, fields: Fields, quote: Quote) -> None:
        taxed = sum_money((tax.base + tax.tax for tax in quote.taxes), quote.currency)
        sums = {"goods": quote.goods, "discount": quote.discount, "total": quote.total}
        for name, amount in sums.items():
            if fields.whole(name) != amount.minor:
                fields.wrong(name, f"the lines add up to {amount.minor}, not {fields.whole(name)}")
        if taxed != quote.total:
            fields.wrong("taxes", f"bases and taxes add up to {taxed.minor}, not {quote.total.minor}")

    def _line(self, fields: Fields) -> QuoteLine:
        sku = Sku(fields.text("sku"))
        if sku not in self.titles:
            fields.wrong("sku", f"{sku} is not known in this pack")
        modifiers = fields.inside("modifiers")
        line = QuoteLine(
            line_id=LineId(f"line-{fields.whole('line', least=1)}"),
            sku=sku,
            title=self.titles.get(sku, sku),
            quantity=fields.whole("quantity", least=1),
            unit_price=self._money(fields, "unit_price"),
            discount=sum_money((self._money(one, "amount") for one in fields.each("discounts")), self.profile.currency),
            tax_rate_bp=fields.whole("tax_rate_bp"),
            modifiers={name: modifiers.text(name) for name in modifiers.raw},
        )
        if fields.whole("total", line.total.minor) != line.total.minor:
            fields.wrong("total", f"the line adds up to {line.total.minor}, not {fields.whole('total')}")
        return line

    def _applied(self, lines: Iterable[Fields]) -> tuple[AppliedDiscount, ...]:
        """What each promotion took off, over all lines."""
        found: dict[str, AppliedDiscount] = {}
        for discount in (one for line in lines for one in line.each("discounts")):
            name, code, amount = discount.text("promotion"), discount.maybe("code"), self._money(discount, "amount")
            rule, before = self.promotions.get(name), found.get(name)
            found[name] = AppliedDiscount(
                promotion_id=name,
                promotion_version=rule.version if rule else 1,
                title=rule.title if rule else code or name,
                amount=before.amount + amount if before else amount,
                code=code,
            )
        return tuple(found.values())

    def _delivery(self, fields: Fields, customer: Customer | None) -> DeliveryChoice:
        store = fields.maybe("store")
        if store is not None and store not in self.stores:
            fields.wrong("store", f"{store} is not known in this pack")
        method = fields.code("method", DeliveryMethod.DELIVERY)
        at_store = StoreId(store) if store and method is DeliveryMethod.PICKUP else None
        return DeliveryChoice(method=method, store_id=at_store, address=_address(fields, customer))

    def _tax(self, fields: Fields) -> TaxLine:
        return TaxLine(rate_bp=fields.whole("rate_bp"), base=self._money(fields, "base"), tax=self._money(fields, "tax"))

    def _event(self, fields: Fields) -> OrderEvent:
        amount = self._money(fields, "amount") if fields.has("amount") else None
        return OrderEvent(kind=fields.text("kind"), at=_at(fields, "at", self.profile.zone), amount=amount, note=fields.maybe("note"))

    def _money(self, fields: Fields, name: str) -> Money:
        return Money(minor=fields.whole(name), currency=self.profile.currency)


def titles_of(products: Sequence[PackedProduct], labels: Labels) -> dict[str, str]:
    return {variant.sku: labels.title(entry.product.title, variant) for entry in products for variant in entry.product.variants}


def _address(fields: Fields, customer: Customer | None) -> Address | None:
    label = fields.maybe("address")
    address = customer.address(label) if customer and label else None
    if label and customer and address is None:
        fields.wrong("address", f"{customer.id} has no address {label}")
    return address


def _at(fields: Fields, name: str, zone: str) -> datetime:
    at = fields.moment(name, zone)
    if at is None:
        fields.wrong(name, "is missing")
        return datetime.fromtimestamp(0, UTC)
    return at.astimezone(UTC)
