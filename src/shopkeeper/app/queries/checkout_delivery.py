"""How a checkout's goods reach the shopper, in words and with the ways that could be chosen instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.pricing import Pricing, delivery_fee
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.digest import plain
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction


def fulfillment_json(
    checkout: Checkout, pricing: Pricing, tx: Transaction, phrases: PhraseBook, locale: str, *, now: datetime
) -> dict[str, object]:
    profile, choice = shop_profile(tx), checkout.delivery
    return {
        "method": choice.method.value if choice else None,
        "store_id": choice.store_id if choice else None,
        "label": _label(choice, profile, tx, phrases, locale, now=now) if choice else "",
        "address": plain(choice.address) if choice and choice.address else None,
        "options": _options(profile, pricing, phrases, locale),
    }


def _label(choice: DeliveryChoice, profile: ShopProfile, tx: Transaction, phrases: PhraseBook, locale: str, *, now: datetime) -> str:
    if choice.method is DeliveryMethod.DELIVERY:
        return phrases.word("delivery.standard", locale=locale, facts=_days(profile))
    store = next((store for store in tx.shop.stores() if store.id == choice.store_id), None)
    if store is None:
        return phrases.word("delivery.pickup", locale=locale)
    return _pickup_label(store, phrases, locale, now)


def _pickup_label(store: Store, phrases: PhraseBook, locale: str, now: datetime) -> str:
    ready = store.pickup_ready(now)
    if ready is None:
        return phrases.word("delivery.pickup_at", locale=locale, facts={"store": store.name})
    return phrases.word("delivery.pickup_ready", locale=locale, facts={"store": store.name, "ready": ready, "zone": store.zone})


def _days(profile: ShopProfile) -> Mapping[str, object]:
    return {"days_min": profile.delivery.days_min, "days_max": profile.delivery.days_max}


def _options(profile: ShopProfile, pricing: Pricing, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    fee = delivery_fee(profile.delivery, pricing.goods_after_discount)
    return [
        {"id": "delivery", "label": phrases.word("delivery.standard", locale=locale, facts=_days(profile)), "amount": fee.minor},
        {"id": "pickup", "label": phrases.word("delivery.pickup", locale=locale), "amount": 0},
    ]
