"""What comes on top of goods, from shop.yaml: taxes per place, fees, tips, and how much an order has to be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar, cast

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.checkout.fees import EVERY_WAY, FeeRule
from shopkeeper.domain.checkout.lines import FeeReturn
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.checkout.taxes import WHOLE_BP, TaxTerms
from shopkeeper.domain.checkout.tip import TipTerms
from shopkeeper.domain.core.money import Money
from shopkeeper.ports.shop_store import ShopProfile

PLACE = re.compile(r"[A-Z]{2}( [0-9A-Z]+)?")
SHARED = "shared"
DEPOSIT = "deposit"
PER = ("order", "piece")

Code = TypeVar("Code", bound=StrEnum)


def with_charges(profile: ShopProfile, fields: Fields, served: Collection[str] = ()) -> ShopProfile:
    """`profile` with the taxes, fees, tips and smallest orders that `fields` (of shop.yaml) name; what they do not name stays.

    `served` are countries with a store; rates for a country that is neither delivered to nor has one would never count.
    """
    tax, minimum, delivery = fields.inside("tax"), fields.inside("minimum_order"), fields.inside("delivery")
    rates = read_rates(tax.inside("rates_bp")) if tax.has("rates_bp") else profile.tax_rates_bp
    charged = list(fields.each("fees"))
    known = {profile.country, *profile.delivery.countries, *served}
    return replace(
        profile,
        tax_rates_bp=rates,
        taxes=_read_taxes(tax, rates, known) if fields.has("tax") else profile.taxes,
        fees=tuple(_read_fee(fee, profile, rates) for fee in charged) if fields.has("fees") else profile.fees,
        tips=_read_tips(fields.inside("tips"), profile.currency) if fields.has("tips") else profile.tips,
        delivery=replace(profile.delivery, split_fee=delivery.code("split_fee", profile.delivery.split_fee)),
        minimums=read_minimums(minimum, profile.currency) if fields.has("minimum_order") else profile.minimums,
        texts={**(profile.texts or {}), **read_titles("fee", charged)},
    )


def read_minimums(fields: Fields, currency: str) -> dict[str, Money]:
    """The smallest order per way to get it, of goods after discounts."""
    fields.only(*DeliveryMethod)
    return {way: Money(minor=fields.whole(way), currency=currency) for way in fields.raw if way in list(DeliveryMethod)}


def read_titles(kind: str, entries: Iterable[Fields]) -> dict[str, dict[str, str]]:
    """Titles of promotions or fees per language, as texts of the shop: `promotion.save10` -> language -> title."""
    titled = [fields for fields in entries if isinstance(fields.raw.get("title"), dict)]
    return {f"{kind}.{fields.text('id')}": fields.texts("title") for fields in titled}


def read_rates(fields: Fields) -> dict[str, int]:
    """Tax category -> basis points."""
    rates: dict[str, int] = {}
    for name in fields.raw:
        rates[name] = fields.whole(name)
        if rates[name] > WHOLE_BP:
            fields.wrong(name, f"{rates[name]} basis points are more than 100 %: 19 % is 1900")
    return rates


def _read_taxes(fields: Fields, rates_bp: Mapping[str, int], served: Collection[str]) -> TaxTerms:
    fields.only("included", "rates_bp", "default", "delivery", "places")
    return TaxTerms(
        included=fields.truth("included", True),
        default=_category(fields, "default", next(iter(rates_bp), "standard"), rates_bp),
        delivery=_shared_or(fields, "delivery", rates_bp),
        places={name: _place(fields.inside("places"), name, rates_bp, served) for name in fields.inside("places").raw},
    )


def _place(fields: Fields, name: str, home: Mapping[str, int], served: Collection[str]) -> Mapping[str, int]:
    if not PLACE.fullmatch(name):
        fields.wrong(name, 'must be a country such as AT, or one with the beginning of its postal codes such as "ES 35"')
    elif name[:2] not in served:
        fields.wrong(name, f"{name[:2]} is no country that the shop delivers to or has a store in: {', '.join(sorted(served))}")
    rates = read_rates(fields.inside(name))
    for category in home:
        if category not in rates:
            fields.wrong(name, f"has no rate for {category}: every category of rates_bp needs one, 0 where nothing is due")
    for category in rates:
        if home and category not in home:
            fields.wrong(name, f"{category} is no category of rates_bp")
    return rates


def _category(fields: Fields, name: str, default: str, rates_bp: Mapping[str, int]) -> str:
    category = fields.text(name, default)
    if rates_bp and category not in rates_bp:
        fields.wrong(name, f"{category} is no tax category: {', '.join(rates_bp)}")
    return category


def _shared_or(fields: Fields, name: str, rates_bp: Mapping[str, int]) -> str:
    """A tax category; empty for `shared`: the rates of the goods."""
    return "" if fields.text(name, SHARED) == SHARED else _category(fields, name, SHARED, rates_bp)


def _read_fee(fields: Fields, profile: ShopProfile, rates_bp: Mapping[str, int]) -> FeeRule:
    currency = profile.currency
    fields.only("id", "title", "amount", "per", "ways", "categories", "below", "tax", "goes_back")
    titles = fields.texts("title")
    per = fields.text("per", "order")
    if per not in PER:
        fields.wrong("per", f"must be order or piece, not {per}")
    is_deposit = fields.raw.get("amount") == DEPOSIT
    if is_deposit and per != "piece":
        fields.wrong("per", "a deposit is per piece")
    if fields.has("below") and per == "piece":
        fields.wrong("below", "only a fee per order can depend on what the goods come to")
    return FeeRule(
        id=fields.text("id"),
        title=titles.get(profile.language) or titles.get("") or next(iter(titles.values()), ""),
        amount=None if is_deposit else Money(minor=fields.whole("amount", least=1), currency=currency),
        per_piece=per == "piece",
        ways=frozenset(_codes(fields, "ways", DeliveryMethod)) or EVERY_WAY,
        categories=fields.strings("categories"),
        below=Money(minor=fields.whole("below", least=1), currency=currency) if fields.has("below") else None,
        tax=_shared_or(fields, "tax", rates_bp),
        goes_back=fields.code("goes_back", FeeReturn.WITH_GOODS if is_deposit else FeeReturn.WITHDRAWAL),
    )


def _codes(fields: Fields, name: str, kind: type[Code]) -> list[Code]:
    texts = fields.strings(name)
    for text in texts:
        if text not in list(kind):
            fields.wrong(name, f"must be of {', '.join(kind)}, not {text}")
    return [kind(text) for text in texts if text in list(kind)]


def _read_tips(fields: Fields, currency: str) -> TipTerms:
    fields.only("percents_bp", "most", "goes_back")
    raw = fields.raw.get("percents_bp", [500, 1000, 1500])
    listed = cast("list[object]", raw) if isinstance(raw, list) else [raw]
    percents = tuple(one for one in listed if isinstance(one, int) and not isinstance(one, bool) and 0 < one <= WHOLE_BP)
    if len(percents) != len(listed):
        fields.wrong("percents_bp", "must be a list of basis points such as [500, 1000, 1500] for 5, 10 and 15 %")
    return TipTerms(
        percents_bp=percents,
        most=Money(minor=fields.whole("most", least=1), currency=currency),
        goes_back=fields.truth("goes_back", True),
    )
