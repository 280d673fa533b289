"""Rates per place and category, prices with tax inside and on top, and what a pack says wrongly about them."""

from datetime import timedelta

import pytest

from shopkeeper.adapters.packs.fields import Fields, Problems
from shopkeeper.adapters.packs.shop import read_profile
from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.pricing import Tariff, price
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.checkout.taxes import TaxPlace, TaxTerms
from shopkeeper.domain.core.ids import CheckoutId, LineId, Sku
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.testing.memory.lantern import OPENING, euro

HOME = {"standard": 1900, "reduced": 700}
PLACES = {
    "AT": {"standard": 2000, "reduced": 1000},
    "ES": {"standard": 2100, "reduced": 1000},
    "ES 35": {"standard": 0, "reduced": 0},
    "ES 3500": {"standard": 1, "reduced": 1},
}
SHOP = {
    "name": "Shop", "currency": "EUR", "country": "DE", "time_zone": "Europe/Berlin",
    "delivery": {"fee": 490, "countries": ["DE", "AT"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("place", "standard"),
    [
        (TaxPlace(country="DE", postal_code="10119"), 1900),
        (TaxPlace(country="at"), 2000),
        (TaxPlace(country="ES", postal_code="28001"), 2100),
        (TaxPlace(country="ES", postal_code="35 100"), 0),
        (TaxPlace(country="ES", postal_code="35001"), 1),
        (TaxPlace(country="FR", postal_code="35000"), 1900),
    ],
)
def test_the_narrowest_place_that_is_known_gives_the_rates(place: TaxPlace, standard: int) -> None:
    assert TaxTerms(places=PLACES).rates_at(place, HOME)["standard"] == standard


def _quote(taxes: TaxTerms, *lines: tuple[int, int, int]):
    basket = [
        BasketLine(line_id=LineId(f"l{at}"), sku=Sku(f"S{at}"), title="t", quantity=count, unit_price=euro(unit), tax_rate_bp=rate)
        for at, (count, unit, rate) in enumerate(lines)
    ]
    terms = DeliveryTerms(fee=euro(490), free_from=None, days_min=1, days_max=2, countries=frozenset({"DE"}))
    tariff = Tariff(currency="EUR", delivery=terms, taxes=taxes, rates_bp=HOME)
    return price(
        basket, checkout_id=CheckoutId("c"), revision=1, codes=(), tariff=tariff,
        delivery=DeliveryChoice(method=DeliveryMethod.DELIVERY), now=OPENING, valid_for=timedelta(minutes=30),
    )  # fmt: skip


def test_tax_on_top_is_added_line_by_line_and_to_the_delivery() -> None:
    quote = _quote(TaxTerms(included=False, delivery="standard"), (1, 1003, 1900), (3, 333, 700))
    assert [(tax.rate_bp, tax.base.minor, tax.tax.minor) for tax in quote.taxes] == [(1900, 1493, 191 + 93), (700, 999, 70)]
    assert quote.total == euro(1003 + 999 + 490 + 191 + 93 + 70)


def test_the_sum_of_a_rate_is_that_of_its_lines_not_rounded_again() -> None:
    """Three lines of 0.10 hold 0.02 each; a rounding of the sum would say 0.05."""
    quote = _quote(TaxTerms(delivery="reduced"), (1, 10, 1900), (1, 10, 1900), (1, 10, 1900))
    assert quote.taxes[0].tax == euro(6)
    assert quote.taxes[1].base + quote.taxes[1].tax == euro(490)


def test_delivery_shares_the_rates_of_the_goods_unless_it_has_its_own() -> None:
    shared = _quote(TaxTerms(), (1, 3000, 1900), (1, 1000, 700))
    own = _quote(TaxTerms(delivery="standard"), (1, 1000, 700))
    assert [tax.base + tax.tax for tax in shared.taxes] == [euro(3000 + 368), euro(1000 + 122)]
    assert [(tax.rate_bp, tax.base + tax.tax) for tax in own.taxes] == [(1900, euro(490)), (700, euro(1000))]


@pytest.mark.parametrize(
    ("changes", "entry", "field", "said"),
    [
        ({"tax": {"rates_bp": {"standard": 19_000}}}, "tax.rates_bp", "standard", "100 %"),
        ({"tax": {"rates_bp": HOME, "inclusive": True}}, "tax", "inclusive", "not a field"),
        ({"tax": {"rates_bp": HOME, "default": "normal"}}, "tax", "default", "no tax category"),
        ({"tax": {"rates_bp": HOME, "delivery": "shipping"}}, "tax", "delivery", "no tax category"),
        ({"tax": {"rates_bp": HOME, "places": {"Austria": HOME}}}, "tax.places", "Austria", "country such as AT"),
        ({"tax": {"rates_bp": HOME, "places": {"UK": HOME}}}, "tax.places", "UK", "no country that the shop delivers to"),
        ({"tax": {"rates_bp": HOME, "places": {"AT": {"standard": 2000}}}}, "tax.places", "AT", "no rate for reduced"),
        ({"fees": [{"id": "f", "title": "F", "amount": 1, "per": "kilo"}]}, "f", "per", "order or piece"),
        ({"fees": [{"id": "f", "title": "F", "amount": "deposit"}]}, "f", "per", "per piece"),
        ({"fees": [{"id": "f", "title": "F", "amount": 5, "ways": ["drone"]}]}, "f", "ways", "delivery, pickup"),
        ({"fees": [{"id": "f", "title": "F", "amount": 5, "goes_back": "maybe"}]}, "f", "goes_back", "with_goods"),
        ({"tips": {"percents_bp": "10 %", "most": 100}}, "tips", "percents_bp", "basis points"),
        ({"tips": {"most": 0}}, "tips", "most", "1 or more"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(changes: dict[str, object], entry: str, field: str, said: str) -> None:
    problems = Problems()
    read_profile(Fields.of({**SHOP, "tax": {"rates_bp": HOME}, **changes}, "shop.yaml", "", problems), {})
    found = [(one.entry, one.field, one.message) for one in problems.found]
    assert any((at, name) == (entry, field) and said in message for at, name, message in found), found


def test_a_shop_without_any_of_it_has_prices_with_tax_inside_no_fees_and_takes_no_tips() -> None:
    problems = Problems()
    profile = read_profile(Fields.of({**SHOP, "tax": {"rates_bp": HOME}}, "shop.yaml", "", problems), {})
    assert not problems.found
    assert (profile.taxes, profile.fees, profile.tips) == (TaxTerms(), (), None)
