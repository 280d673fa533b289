"""Pricing an open checkout anew: the quote on the table, the holds behind it and the consent to it stay one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shopkeeper.app.commands.plan_route import plan_route
from shopkeeper.app.credit import credit_parts, release_credit
from shopkeeper.app.hold_stock import plan_holds
from shopkeeper.app.holds import Wanted, let_all_go, take_all
from shopkeeper.app.moment import Moment
from shopkeeper.app.naming import read_labels
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.basket import Basket, fill_basket
from shopkeeper.domain.checkout.change import QuoteChange, change_between
from shopkeeper.domain.checkout.checkout import Checkout, CheckoutStatus
from shopkeeper.domain.checkout.minimum import short_of, smallest_order
from shopkeeper.domain.checkout.pricing import Tariff, price
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod, Quote
from shopkeeper.domain.checkout.readiness import missing
from shopkeeper.domain.checkout.taxes import TaxPlace
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import PermanentFault, Refusal, TransientFault
from shopkeeper.domain.fulfillment.allotment import Shortage
from shopkeeper.domain.fulfillment.routing import NoRoute, Route
from shopkeeper.domain.fulfillment.shipment import Shipment
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

QUOTE_VALIDITY = timedelta(minutes=30)
ABOUT = timedelta(minutes=10)
"""An expected (not agreed) time that slips by less is still the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The checkout as saved. `before` is the last quote that was offered; `change` what happened since."""

    checkout: Checkout
    before: Quote | None
    change: QuoteChange
    drafted: tuple[Shipment, ...] = ()
    """How a draft would get there; nothing of it is held."""

    @property
    def quote(self) -> Quote | None:
        return self.checkout.quote


def refresh_quote(
    checkout: Checkout, rule_versions: Mapping[str, int], tx: Transaction, moment: Moment, *, draft: bool = False
) -> Refreshed | Refusal:
    """Price `checkout` now. A refusal (`short_stock`, `line_gone`) has changed nothing.

    A `draft` is checked against the stock, but neither quoted nor held.
    The same terms keep their quote and consent; different terms void the consent and move the stock holds.
    """
    checkout = replace(checkout, short_of=None)
    cart = tx.carts.get(checkout.cart_id)
    if cart is None or not cart.lines:
        return _unpriced(checkout, tx, moment)
    profile = shop_profile(tx)
    basket = basket_of(cart, profile, tx, moment.language, checkout.delivery)
    if basket.gone:
        return _gone(basket, checkout)
    if checkout.delivery is None or missing(checkout.delivery) is not None:
        short = plan_holds(checkout.id, basket.lines, checkout.delivery, tx)
        return _short(short, basket, checkout.delivery, tx) if isinstance(short, Shortage) else _unpriced(checkout, tx, moment)
    route = _route(checkout, checkout.delivery, basket, tx, moment)
    if isinstance(route, Shortage):
        return _short(route, basket, checkout.delivery, tx)
    if isinstance(route, NoRoute):
        return no_route(route, basket, tx)
    quote = price(
        basket.lines,
        checkout_id=checkout.id,
        revision=checkout.quotes[-1].revision + 1 if checkout.quotes else 1,
        codes=cart.codes,
        tariff=tariff_of(profile, tx, rule_versions, checkout.delivery),
        delivery=checkout.delivery,
        now=moment.now,
        valid_for=QUOTE_VALIDITY,
        turn_id=moment.turn_id,
        shipments=route.shipments,
        tip=checkout.tip,
    )
    short = _short_of(quote, profile, tx)
    if draft or short is not None:
        planned = replace(checkout, late=route.late, instead=route.instead, short_of=short)
        return replace(_unpriced(planned, tx, moment), drafted=route.shipments if draft else ())
    waits_minutes = int(route.waits.total_seconds() // 60)
    routed = replace(checkout, late=route.late, instead=route.instead, waits_minutes=waits_minutes, short_of=None)
    split = credit_parts(cart, checkout.id, quote.total, tx, moment)
    agreeable = replace(quote, credit=split, pay_by=checkout.payment_method)
    return _offer(routed, agreeable, Wanted(stock=route.stock, slots=route.slots), tx, moment)


def _short_of(quote: Quote, profile: ShopProfile, tx: Transaction) -> Money | None:
    """How much more has to be bought before the goods can go that way."""
    at = {quote.delivery.store_id, *(shipment.store_id for shipment in quote.shipments)}
    branches = [store for store in tx.shop.stores() if store.id in at]
    return short_of(smallest_order(quote.delivery.method, branches, profile.minimums), quote.goods_after_discount)


def _route(checkout: Checkout, delivery: DeliveryChoice, basket: Basket, tx: Transaction, moment: Moment) -> Route | NoRoute | Shortage:
    counts: Counter[Sku] = Counter()
    for line in basket.lines:
        counts[line.sku] += line.quantity
    standing = checkout.quote.shipments if checkout.quote is not None else ()
    return plan_route(checkout.id, counts, delivery, tx, moment.now, wish=checkout.wanted, standing=standing)


def no_route(found: NoRoute, basket: Basket, tx: Transaction) -> Refusal:
    """Why it cannot get there, naming the goods that stand in the way and the branches that could."""
    names = {store.id: store.name for store in tx.shop.stores()}
    titles = tuple(line.title for line in basket.lines if line.sku in found.skus)
    params = {"titles": titles, "stores": tuple(names.get(at, at) for at in found.stores), "others": len(found.stores)}
    return Refusal(code=found.code, params=params)


def withdraw_quote(checkout: Checkout, reason: str, tx: Transaction, moment: Moment) -> Checkout:
    """Take the quote off the table, void the consent to it and give back what it held."""
    let_all_go(checkout.id, tx)
    release_credit(checkout.id, tx, moment)
    voided = checkout.void_quote(reason) if checkout.quote else checkout
    back = voided.move(CheckoutStatus.INCOMPLETE)
    tx.checkouts.save(back)
    return back


def shop_profile(tx: Transaction) -> ShopProfile:
    profile = tx.shop.profile()
    if profile is None:
        raise PermanentFault("the shop has no profile: load a shop pack first")
    return profile


def basket_of(cart: Cart, profile: ShopProfile, tx: Transaction, language: str, delivery: DeliveryChoice | None = None) -> Basket:
    """Taxed where `delivery` hands the goods over."""
    listings = tx.catalog.listings({line.product_id for line in cart.lines})
    rate = tariff_of(profile, tx, {}, delivery).rate
    return fill_basket(cart.lines, listings, rate, read_labels(tx, language, profile), profile.currency)


def tariff_of(profile: ShopProfile, tx: Transaction, rule_versions: Mapping[str, int], delivery: DeliveryChoice | None = None) -> Tariff:
    return Tariff(
        currency=profile.currency,
        delivery=profile.delivery,
        promotions=tuple(tx.shop.promotions()),
        rule_versions=dict(rule_versions),
        taxes=profile.taxes,
        rates_bp=profile.taxes.rates_at(_tax_place(delivery, profile, tx), profile.tax_rates_bp),
        fees=profile.fees,
    )


def _tax_place(delivery: DeliveryChoice | None, profile: ShopProfile, tx: Transaction) -> TaxPlace:
    """The destination, or the branch that hands it over; until one is chosen the shop's own country."""
    if delivery is not None and delivery.address is not None and delivery.method is DeliveryMethod.DELIVERY:
        return TaxPlace(country=delivery.address.country, postal_code=delivery.address.postal_code)
    store = next((one for one in tx.shop.stores() if delivery is not None and one.id == delivery.store_id), None)
    if store is not None:
        return TaxPlace(country=store.country, postal_code=store.postal_code)
    return TaxPlace(country=profile.country)


def _unpriced(checkout: Checkout, tx: Transaction, moment: Moment) -> Refreshed:
    before = checkout.quotes[-1] if checkout.quotes else None
    change = QuoteChange.CONTENTS if checkout.quote else QuoteChange.NONE
    return Refreshed(checkout=withdraw_quote(checkout, "incomplete", tx, moment), before=before, change=change)


def _offer(checkout: Checkout, quote: Quote, wanted: Wanted, tx: Transaction, moment: Moment) -> Refreshed:
    before = checkout.quotes[-1] if checkout.quotes else None
    change = change_between(before, quote) if before else QuoteChange.CONTENTS
    standing = checkout.quote
    if standing is not None and change is QuoteChange.NONE and _is_fresh(standing, moment.now):
        # Only what was expected, not agreed, may have moved: the newest is shown.
        quote = standing if _same_times(standing, quote) else replace(standing, shipments=quote.shipments)
        offered = checkout if quote is standing else replace(checkout, quotes=(*checkout.quotes[:-1], quote))
    else:
        offered = checkout.offer(quote)
    if not take_all(checkout.id, wanted, tx, revision=quote.revision, expires_at=quote.expires_at):
        raise TransientFault(f"checkout {checkout.id}: what was free a moment ago is not")
    if standing is None or quote.priced_at != standing.priced_at:
        _audit(quote, tx, moment)
    ready = offered.move(CheckoutStatus.READY_FOR_COMPLETE)
    tx.checkouts.save(ready)
    return Refreshed(checkout=ready, before=before, change=change)


def _same_times(standing: Quote, now: Quote) -> bool:
    """Whether what was expected still holds, give or take a few minutes."""
    return len(standing.shipments) == len(now.shipments) and all(
        replace(old, starts_at=None) == replace(new, starts_at=None) and _about(old.starts_at, new.starts_at)
        for old, new in zip(standing.shipments, now.shipments, strict=True)
    )


def _about(old: datetime | None, new: datetime | None) -> bool:
    return old == new or (old is not None and new is not None and new - old <= ABOUT)


def _is_fresh(quote: Quote, now: datetime) -> bool:
    """Past half its life a quote is renewed, so that the shopper never races the last seconds of one."""
    return now < quote.expires_at - QUOTE_VALIDITY / 2


def _short(shortage: Shortage, basket: Basket, delivery: DeliveryChoice | None, tx: Transaction) -> Refusal:
    """What is short, where, and at which `stores` it could be had instead."""
    names = {store.id: store.name for store in tx.shop.stores()}
    store = names.get(delivery.store_id) if delivery and delivery.store_id else None
    # Where all of it lies, if anywhere: "it can be had at" is said of those only.
    whole = {at: count for at, count in shortage.elsewhere.items() if count >= shortage.wanted} or shortage.elsewhere
    stores = tuple({"store_id": at, "store": names.get(at, at), "available": count} for at, count in whole.items())
    params = {
        "sku": shortage.sku,
        "title": next(line.title for line in basket.lines if line.sku == shortage.sku),
        "wanted": shortage.wanted,
        "available": shortage.available,
        "store": store,
        "at_store": int(store is not None),
        "others": len(stores),
        "elsewhere": tuple(str(entry["store"]) for entry in stores),
        "stores": stores,
    }
    return Refusal(code="short_stock", params=params)


def _gone(basket: Basket, checkout: Checkout) -> Refusal:
    sku = basket.gone[0].sku
    known = {line.sku: line.title for quote in checkout.quotes for line in quote.lines}
    return Refusal(code="line_gone", params={"sku": sku, "title": known.get(sku, sku)})


def _audit(quote: Quote, tx: Transaction, moment: Moment) -> None:
    facts = {"digest": quote.digest, "revision": quote.revision, "total": quote.total.minor, "currency": quote.currency}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="quote.offered", subject=quote.checkout_id, facts=facts))
