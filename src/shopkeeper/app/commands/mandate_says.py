"""The terms of a mandate in words, every one of them."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.mandates.mandate import Mandate


def terms_says(mandate: Mandate, stores: Iterable[Store]) -> tuple[Say, ...]:
    limits = mandate.limits
    what = {"title": mandate.title, "quantity": mandate.quantity}
    when = (
        Say(key="mandate.when_below", facts={**what, "below": limits.below}) if limits.below else Say(key="mandate.when_stock", facts=what)
    )
    says = [when, Say(key="mandate.each", facts={"amount": limits.most_each, "days": limits.every_days})]
    if limits.most_per is not None and limits.period is not None:
        says.append(Say(key=f"mandate.per_{limits.period.value}", facts={"amount": limits.most_per}))
    if limits.times is not None:
        says.append(Say(key="mandate.times", facts={"times": limits.times}))
    if limits.categories:
        says.append(Say(key="mandate.only", facts={"category": mandate.only}))
    says.append(Say(key="mandate.until", facts={"until": limits.expires_at.date()}))
    return (*says, _where(mandate, stores), Say(key="mandate.pays", facts={"method": mandate.method.label}))


def _where(mandate: Mandate, stores: Iterable[Store]) -> Say:
    address = mandate.delivery.address
    if address is not None:
        return Say(key="mandate.to", facts={"address": address.one_line})
    store = next((store.name for store in stores if store.id == mandate.delivery.store_id), "")
    return Say(key="mandate.at", facts={"store": store})
