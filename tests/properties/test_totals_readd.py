"""Whatever is in the cart, whatever is taken off: every total adds up to the cent."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.domain.checkout.basket import BasketLine
from shopkeeper.domain.checkout.explain import explain
from shopkeeper.domain.checkout.fees import FeeRule
from shopkeeper.domain.checkout.lines import FeeReturn
from shopkeeper.domain.checkout.pricing import Pricing, Tariff, delivery_fee, price
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.checkout.taxes import TaxTerms, tax_of
from shopkeeper.domain.checkout.tip import Tip
from shopkeeper.domain.core.ids import CheckoutId, LineId, Sku, StoreId
from shopkeeper.domain.core.money import sum_money
from shopkeeper.domain.fulfillment.allotment import Shortage, allot
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.testing.memory.lantern import OPENING, euro

SKUS = ("BAG-TAN", "BAG-BRN", "CARE", "MUG-2", "EGG-12")

baskets = st.lists(
    st.builds(
        lambda sku, quantity, minor, rate: (sku, quantity, minor, rate),
        st.sampled_from(SKUS),
        st.integers(1, 60),
        st.integers(0, 20_000),
        st.sampled_from((0, 700, 1900)),
    ),
    max_size=6,
).map(
    lambda rows: tuple(
        BasketLine(
            line_id=LineId(f"li{i}"),
            sku=Sku(sku),
            title=sku,
            quantity=n,
            unit_price=euro(minor),
            tax_rate_bp=rate,
            category="drinks/beer" if i % 2 else "home",
            deposit=euro(25) if i % 3 else None,
        )
        for i, (sku, n, minor, rate) in enumerate(rows)
    )
)

promotions = st.lists(
    st.builds(
        lambda percent, minor, requires, group, code: (percent, minor, requires, group, code),
        st.one_of(st.none(), st.integers(0, 12_000)),
        st.integers(0, 30_000),
        st.sampled_from(((), ("BAG-*",), ("BAG-*", "CARE"), ("MUG-2", "MUG-2"))),
        st.sampled_from((None, "a", "b")),
        st.sampled_from((None, "ONE", "TWO")),
    ),
    max_size=5,
).map(
    lambda rows: tuple(
        Promotion(
            id=f"p{i}",
            version=1,
            title=f"Offer {i}",
            percent_bp=percent,
            amount=None if percent is not None else euro(minor),
            requires=requires,
            exclusive_group=group,
            code=code,
        )
        for i, (percent, minor, requires, group, code) in enumerate(rows)
    )
)

terms = st.builds(
    lambda fee, free_from: DeliveryTerms(fee=euro(fee), free_from=free_from, days_min=1, days_max=3, countries=frozenset({"DE"})),
    st.integers(0, 2_000),
    st.one_of(st.none(), st.integers(0, 20_000).map(euro)),
)
fee_rules = st.lists(
    st.sampled_from(
        (
            FeeRule(id="small", title="Small basket", amount=euro(190), below=euro(2_000), ways=frozenset({DeliveryMethod.DELIVERY})),
            FeeRule(id="bottle", title="Deposit", amount=None, per_piece=True, goes_back=FeeReturn.WITH_GOODS),
            FeeRule(id="cup", title="Packaging", amount=euro(17), per_piece=True, categories=("drinks",), tax="standard"),
            FeeRule(id="service", title="Service", amount=euro(99), tax="reduced", goes_back=FeeReturn.WITH_GOODS),
            FeeRule(id="kept", title="Handling", amount=euro(50), goes_back=FeeReturn.NEVER),
        )
    ),
    unique_by=lambda rule: rule.id,
    max_size=5,
).map(tuple)
tips = st.one_of(
    st.none(),
    st.integers(0, 5_000).map(lambda minor: Tip(amount=euro(minor))),
    st.integers(1, 3_000).map(lambda percent: Tip(percent_bp=percent)),
)
tax_terms = st.builds(
    lambda included, delivery: TaxTerms(included=included, delivery=delivery), st.booleans(), st.sampled_from(("", "reduced"))
)
INSIDE = TaxTerms()
RATES = {"standard": 1900, "reduced": 700, "zero": 0}
choices = st.sampled_from((DeliveryChoice(method=DeliveryMethod.DELIVERY), DeliveryChoice(method=DeliveryMethod.PICKUP)))


def quote_for(lines, offers, delivery_terms, choice, *, revision=1, now=OPENING, taxes=INSIDE, fees=(), tip=None):
    tariff = Tariff(currency="EUR", delivery=delivery_terms, promotions=offers, taxes=taxes, rates_bp=RATES, fees=fees)
    return price(
        lines,
        checkout_id=CheckoutId("chk"),
        revision=revision,
        codes=("ONE", "TWO"),
        tariff=tariff,
        delivery=choice,
        now=now,
        valid_for=timedelta(minutes=30),
        tip=tip,
    )


quotes = st.builds(
    quote_for,
    baskets,
    promotions,
    terms,
    choices,
    taxes=tax_terms,
    fees=fee_rules,
    tip=tips,
)


@settings(deadline=None)
@given(quotes)
def test_every_way_of_adding_up_gives_the_total(quote):
    goods = sum_money((line.total for line in quote.lines), "EUR")
    given_tip = quote.tip or euro(0)
    charged = goods + quote.delivery_fee + sum_money((fee.amount for fee in quote.fees), "EUR")
    on_top = euro(0) if quote.tax_included else sum_money((tax.tax for tax in quote.taxes), "EUR")
    assert charged + on_top + given_tip == quote.total
    assert quote.discount == sum_money((item.amount for item in quote.applied), "EUR")
    assert all(0 <= line.discount.minor <= line.subtotal.minor for line in quote.lines)
    assert sum_money((tax.base + tax.tax for tax in quote.taxes), "EUR") == quote.total - given_tip
    on_lines = sum_money((tax_of(line.total, line.tax_rate_bp, included=quote.tax_included) for line in quote.lines), "EUR")
    assert sum_money((line.tax for line in quote.lines), "EUR") == on_lines
    assert explain(Pricing.of(quote))[-1].running == quote.total


@settings(deadline=None)
@given(baskets, promotions, terms)
def test_free_delivery_counts_the_goods_after_discounts(lines, offers, delivery_terms):
    quote = quote_for(lines, offers, delivery_terms, DeliveryChoice(method=DeliveryMethod.DELIVERY))
    expected = delivery_fee(delivery_terms, quote.goods - quote.discount) if lines else euro(0)
    assert quote.delivery_fee == expected


@settings(deadline=None)
@given(baskets, promotions, terms, choices)
def test_the_same_terms_have_the_same_digest_whenever_they_are_priced(lines, offers, delivery_terms, choice):
    first = quote_for(lines, offers, delivery_terms, choice)
    again = quote_for(lines, tuple(reversed(offers)), delivery_terms, choice, revision=9, now=OPENING + timedelta(minutes=10))
    assert first.digest == again.digest


@settings(deadline=None)
@given(baskets, promotions)
def test_a_group_never_gives_less_than_its_best_member_alone(lines, offers):
    grouped = tuple(p for p in offers if p.exclusive_group == "a")
    together = quote_for(lines, grouped, NO_FEE, PICKUP).discount
    alone = [quote_for(lines, (offer,), NO_FEE, PICKUP).discount for offer in grouped]
    assert together == max(alone, default=euro(0))


NO_FEE = DeliveryTerms(fee=euro(0), free_from=None, days_min=1, days_max=1, countries=frozenset())
PICKUP = DeliveryChoice(method=DeliveryMethod.PICKUP)

stocks = st.dictionaries(
    st.sampled_from(SKUS), st.dictionaries(st.sampled_from(("mitte", "nord", "sued")), st.integers(-2, 9), min_size=1), max_size=5
)


@given(st.dictionaries(st.sampled_from(SKUS), st.integers(1, 12)), stocks, st.sampled_from((None, "mitte")))
def test_an_allotment_covers_the_need_exactly_and_takes_no_more_than_there_is(needs, stock, only):
    outcome = allot(needs, stock, store_id=StoreId(only) if only else None)
    if isinstance(outcome, Shortage):
        assert outcome.available < outcome.wanted
        return
    for sku in stock.keys() & needs.keys():
        assert sum(part.quantity for part in outcome if part.sku == sku) == needs[sku]
    assert all(0 < part.quantity <= stock[part.sku][part.store_id] for part in outcome)
    assert only is None or {part.store_id for part in outcome} <= {only}
