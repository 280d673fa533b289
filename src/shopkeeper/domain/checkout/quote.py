"""A priced checkout the shopper can agree to: every line, discount, fee and tax, under one digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from shopkeeper.domain.checkout.lines import FeeLine, FeeReturn, QuoteLine, Sums, TaxLine
from shopkeeper.domain.checkout.payment_method import PaymentMethod
from shopkeeper.domain.core.digest import digest_of, plain
from shopkeeper.domain.core.ids import CheckoutId, Digest, StoreId, TurnId
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.customers.customer import Address
from shopkeeper.domain.fulfillment.shipment import Shipment
from shopkeeper.domain.promotions.discount import AppliedDiscount, RejectedDiscount

__all__ = ["CreditPart", "DeliveryChoice", "DeliveryMethod", "FeeLine", "FeeReturn", "Quote", "QuoteLine", "TaxLine"]


class DeliveryMethod(StrEnum):
    DELIVERY = "delivery"
    PICKUP = "pickup"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryChoice:
    method: DeliveryMethod
    store_id: StoreId | None = None
    address: Address | None = None
    note: str | None = None
    split: bool = False
    """The shopper is content to get it from several branches: several pickups (`store_id` first), or several couriers."""

    @property
    def terms(self) -> Mapping[str, object]:
        """What of it is agreed to; a choice that needs no split reads as it did before there were any."""
        named = {name: plain(getattr(self, name)) for name in ("method", "store_id", "address", "note")}
        return {**named, "split": True} if self.split else named


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditPart:
    """What a gift card (or store credit) pays of the total; `kind` is gift_card or store_credit."""

    account_id: str
    kind: str
    label: str
    amount: Money


def _terms_of(shipment: Shipment, *, parts: bool) -> Mapping[str, object]:
    named: dict[str, object] = {"kind": shipment.kind.value}
    if shipment.agreed:
        named |= {"store_id": shipment.store_id, "starts_at": _utc(shipment.starts_at), "ends_at": _utc(shipment.ends_at)}
    if parts:
        named["parts"] = [{"sku": part.sku, "quantity": part.quantity} for part in shipment.parts]
    return named


def _utc(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at is not None else None


class _Digested(Sums):
    """A place beside the fields for a digest made once; never compared, copied or stored."""

    __slots__ = ("_digest",)
    _digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(_Digested):
    """What is to be paid for what, as `Sums` adds it up."""

    checkout_id: CheckoutId
    revision: int
    currency: str
    lines: tuple[QuoteLine, ...]
    applied: tuple[AppliedDiscount, ...]
    rejected: tuple[RejectedDiscount, ...]
    delivery: DeliveryChoice
    delivery_fee: Money
    taxes: tuple[TaxLine, ...]
    rule_versions: Mapping[str, int]
    priced_at: datetime
    expires_at: datetime
    credit: tuple[CreditPart, ...] = ()
    """What is not paid by the payment method."""
    shipments: tuple[Shipment, ...] = ()
    pay_by: PaymentMethod | None = None
    """How it is to be paid; None in quotes from before that was agreed to as well."""
    turn_id: TurnId | None = None
    """The turn it was made in; until that turn is answered nobody has seen it."""
    tax_included: bool = True
    delivery_rate_bp: int | None = None
    """The tax rate of delivery; None: it shares the rates of the goods."""
    fees: tuple[FeeLine, ...] = ()
    tip: Money | None = None
    """What the shopper gives of their own accord; None = nothing was said."""
    rides_charged: int = 1
    """For how many couriers `delivery_fee` is."""

    @property
    def due(self) -> Money:
        """What the payment method has to pay: the total less gift cards and credit."""
        return self.total - sum_money((part.amount for part in self.credit), self.currency)

    @property
    def terms(self) -> Mapping[str, object]:
        """All that the shopper agrees to. When and how often it was priced, in which language it was shown and what
        was not applied are kept with the quote but are not part of the agreement."""
        return {
            "checkout_id": self.checkout_id,
            "currency": self.currency,
            "lines": [
                {
                    "sku": line.sku,
                    "quantity": line.quantity,
                    "unit_price": line.unit_price.minor,
                    "discount": line.discount.minor,
                    "tax_rate_bp": line.tax_rate_bp,
                    "modifiers": dict(line.modifiers),
                }
                for line in self.lines
            ],
            "discounts": [{"id": item.promotion_id, "code": item.code, "amount": item.amount.minor} for item in self.applied],
            "delivery": self.delivery.terms,
            "delivery_fee": self.delivery_fee.minor,
            "taxes": [{"rate_bp": tax.rate_bp, "base": tax.base.minor, "tax": tax.tax.minor} for tax in self.taxes],
            "total": self.total.minor,
            **self._charged(),
            **({"credit": [{"account": part.account_id, "amount": part.amount.minor} for part in self.credit]} if self.credit else {}),
            **({"pay_by": self.pay_by.value} if self.pay_by is not None else {}),
            **self._promised(),
        }

    def _charged(self) -> Mapping[str, object]:
        """Fees, a tip and taxes on top: named where there are any."""
        return {
            **({"fees": [{"id": fee.fee_id, "amount": fee.amount.minor} for fee in self.fees]} if self.fees else {}),
            **({"tip": self.tip.minor} if self.tip else {}),
            **({} if self.tax_included else {"tax_included": False}),
            **({} if self.rides_charged == 1 else {"rides_charged": self.rides_charged}),
        }

    def _promised(self) -> Mapping[str, object]:
        """The times agreed on and, where it comes in parts, the parts. What only is expected is no part of the agreement."""
        parts = len(self.shipments) > 1
        told = [shipment for shipment in self.shipments if parts or shipment.agreed]
        if not told:
            return {}
        return {"shipments": [_terms_of(shipment, parts=parts) for shipment in told]}

    @property
    def digest(self) -> Digest:
        try:
            return self._digest
        except AttributeError:
            digest = digest_of(self.terms)
            object.__setattr__(self, "_digest", digest)
            return digest
