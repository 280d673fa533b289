"""Which tax a thing bears where it is handed over, and how much that is: every tax is rounded once, on its own line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shopkeeper.domain.checkout.lines import FeeLine, QuoteLine, TaxLine
from shopkeeper.domain.core.money import Money, sum_money

WHOLE_BP = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxPlace:
    """Where goods are handed over: the destination of a delivery, the branch of a pickup."""

    country: str
    postal_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxTerms:
    """How a shop's prices and taxes go together; the rates of its own country are beside it, in the profile.

    `places` are the rates elsewhere (tax category -> basis points) by country (`AT`) or by the beginning of its postal
    codes (`ES 35`). `delivery` is the tax category of delivery; empty: it shares the rates of the goods.
    """

    included: bool = True
    """Whether prices hold their tax; if not, it is added on top."""
    default: str = "standard"
    """The category of goods that name none the shop knows."""
    delivery: str = ""
    places: Mapping[str, Mapping[str, int]] = field(default_factory=dict[str, Mapping[str, int]])

    def rates_at(self, place: TaxPlace, home: Mapping[str, int]) -> Mapping[str, int]:
        """The rates of the narrowest place that is known, else those of the shop's own country."""
        code = _squeezed(place.postal_code)
        known = {name: _squeezed(name.partition(" ")[2]) for name in self.places if name.partition(" ")[0] == place.country.upper()}
        fitting = [name for name, start in known.items() if code.startswith(start)]
        return self.places[max(fitting, key=lambda name: len(known[name]))] if fitting else home

    def rate(self, rates_bp: Mapping[str, int], category: str) -> int:
        """A category without a rate is taxed like the default one: too much is mended more easily than too little."""
        return rates_bp.get(category, rates_bp.get(self.default, max(rates_bp.values(), default=0)))


def _squeezed(code: str) -> str:
    return "".join(code.split()).upper()


def tax_of(amount: Money, rate_bp: int, *, included: bool) -> Money:
    """The tax inside `amount`, or on top of it; half a cent goes up."""
    if not included:
        return amount.percent(rate_bp)
    divisor = WHOLE_BP + rate_bp
    return Money(minor=(amount.minor * rate_bp * 2 + divisor) // (2 * divisor), currency=amount.currency)


def percent_text(rate_bp: int) -> str:
    """`1900` as `19`, `887` as `8.87`."""
    return f"{rate_bp / 100:g}"


def tax_on_line(line: QuoteLine, *, included: bool) -> Money:
    """As it was rounded when it was quoted; lines from before taxes were kept per line are rounded now."""
    return line.tax if line.tax is not None else tax_of(line.total, line.tax_rate_bp, included=included)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxedPart:
    """An amount (a line, a fee or its share) at one rate, with its tax already rounded."""

    rate_bp: int
    amount: Money
    tax: Money


def charge_parts(amount: Money, rate_bp: int | None, lines: Sequence[QuoteLine], *, included: bool) -> tuple[TaxedPart, ...]:
    """A charge beside the goods: at its own rate, or (None) shared over the rates of the goods in proportion to their value,
    as an ancillary supply is (UStAE 3.10)."""
    if not amount:
        return ()
    if rate_bp is not None:
        return (TaxedPart(rate_bp=rate_bp, amount=amount, tax=tax_of(amount, rate_bp, included=included)),)
    rates = sorted({line.tax_rate_bp for line in lines}, reverse=True)
    if not rates:
        return ()
    shares = amount.allocate(_weights(rates, lines, amount.currency))
    return tuple(
        TaxedPart(rate_bp=rate, amount=share, tax=tax_of(share, rate, included=included)) for rate, share in zip(rates, shares, strict=True)
    )


def _weights(rates: Sequence[int], lines: Sequence[QuoteLine], currency: str) -> list[int]:
    """By what is paid, else (all goods are free) by what they were worth, else alike."""
    of_rate = [[line for line in lines if line.tax_rate_bp == rate] for rate in rates]
    paid = [sum_money((line.total for line in group), currency).minor for group in of_rate]
    worth = [sum_money((line.subtotal for line in group), currency).minor for group in of_rate]
    return next((weights for weights in (paid, worth) if sum(weights) > 0), [1] * len(rates))


def sum_parts(parts: Sequence[TaxedPart], currency: str) -> Money:
    return sum_money((part.tax for part in parts), currency)


def tax_table(
    lines: Sequence[QuoteLine], delivery_fee: Money, delivery_rate_bp: int | None, fees: Sequence[FeeLine], *, included: bool
) -> tuple[TaxLine, ...]:
    """One line per rate, the highest first: the sum of what was rounded line by line, so nothing is rounded twice."""
    parts = [TaxedPart(rate_bp=line.tax_rate_bp, amount=line.total, tax=tax_on_line(line, included=included)) for line in lines]
    parts += charge_parts(delivery_fee, delivery_rate_bp, lines, included=included)
    for fee in fees:
        parts += charge_parts(fee.amount, fee.tax_rate_bp, lines, included=included)
    return table_of(parts, delivery_fee.currency, included=included)


def table_of(parts: Sequence[TaxedPart], currency: str, *, included: bool) -> tuple[TaxLine, ...]:
    table: list[TaxLine] = []
    for rate in sorted({part.rate_bp for part in parts}, reverse=True):
        same = [part for part in parts if part.rate_bp == rate]
        tax = sum_parts(same, currency)
        amount = sum_money((part.amount for part in same), currency)
        table.append(TaxLine(rate_bp=rate, base=amount - tax if included else amount, tax=tax))
    return tuple(table)
