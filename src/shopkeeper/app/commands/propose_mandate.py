"""Writing down what a customer would let the shop buy for them: what they left out is filled in the careful way, and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from shopkeeper.app.commands.mandate_category import category_named
from shopkeeper.app.commands.mandate_says import terms_says
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.commands.refresh_quote import shop_profile
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import MandateId, StoreId, derive
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.customers.customer import Customer
from shopkeeper.domain.mandates.judging import is_within
from shopkeeper.domain.mandates.mandate import Limits, Mandate, MandateStatus, Period
from shopkeeper.domain.mandates.wish import MandateWish, until_of
from shopkeeper.domain.policy.command import ProposeMandate
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

LASTS = timedelta(days=90)
LONGEST = timedelta(days=366)
SELDOM_DAYS = 30
"""How often it buys where nothing was said."""


def propose_mandate(permit: Permit[ProposeMandate], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Nothing is bought by it. Facts: `mandate_id` and the `digest` of the terms."""
    command, profile = permit.command, shop_profile(tx)
    customer = tx.customers.get(moment.customer_id) if moment.customer_id else None
    listing = tx.catalog.listings([command.product_id]).get(command.product_id)
    offer = listing.offers.get(command.sku) if listing else None
    if customer is None or not customer.saved_methods or offer is None:
        return Refusal(code="mandate_needs_card" if customer else "mandate_needs_sign_in")
    delivery = _delivery(command.wish, customer, tx)
    if isinstance(delivery, Refusal):
        return delivery
    kept_to = _category(command, listing.product.category if listing else "", tx)
    if isinstance(kept_to, Refusal):
        return kept_to
    limits = _limits(command.wish, offer.price, delivery, profile, moment.now)
    if isinstance(limits, Refusal):
        return limits
    standing = next((one for one in tx.mandates.of_conversation(command.conversation_id) if one.status is MandateStatus.PROPOSED), None)
    mandate = Mandate(
        id=standing.id if standing else MandateId(derive("mnd", command.conversation_id, command.sku, moment.now.isoformat())),
        customer_id=customer.id,
        conversation_id=command.conversation_id,
        sku=command.sku,
        product_id=command.product_id,
        title=command.title,
        quantity=command.wish.quantity or 1,
        limits=replace(limits, categories=kept_to),
        delivery=delivery,
        method=customer.saved_methods[0],
        proposed_at=moment.now,
        only=command.wish.only or "",
    )
    tx.mandates.save(mandate)
    facts = {"sku": mandate.sku, "digest": mandate.digest}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="mandate.proposed", subject=mandate.id, facts=facts))
    facts = {"code": "mandate_proposed", "mandate_id": mandate.id, "digest": mandate.digest}
    return Ran(facts={**facts, "terms": terms_says(mandate, tx.shop.stores())})


def _delivery(wish: MandateWish, customer: Customer, tx: Transaction) -> DeliveryChoice | Refusal:
    """The branch or address that was named, else the first address the customer gave."""
    if wish.store_id is not None:
        known = any(store.id == wish.store_id for store in tx.shop.stores())
        return DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(wish.store_id)) if known else Refusal(code="store_unknown")
    address = customer.address(wish.address) if wish.address else next(iter(customer.addresses), None)
    if address is None:
        return Refusal(code="mandate_needs_address")
    return DeliveryChoice(method=DeliveryMethod.DELIVERY, address=address)


def _category(command: ProposeMandate, holding: str, tx: Transaction) -> tuple[str, ...] | Refusal:
    """The category it was said to stay in, which must be one that the goods are in."""
    if command.wish.only is None:
        return ()
    category = category_named(command.wish.only, holding, tx.shop.categories())
    if category is None or not is_within(holding, category.id):
        return Refusal(code="mandate_other_category", params={"title": command.title, "category": command.wish.only})
    return (category.id,)


def _limits(wish: MandateWish, price: Money, delivery: DeliveryChoice, profile: ShopProfile, now: datetime) -> Limits | Refusal:
    """A purchase without a limit of its own may cost what was asked for (or today's price) and the delivery, no more."""
    below = Money(minor=wish.below, currency=price.currency) if wish.below is not None else None
    fee = profile.delivery.fee if delivery.method is DeliveryMethod.DELIVERY else Money.zero(price.currency)
    most_each = Money(minor=wish.most_each, currency=price.currency) if wish.most_each is not None else None
    expires_at = until_of(wish) or now + LASTS
    if expires_at <= now:
        return Refusal(code="mandate_over_already")
    most_per = Money(minor=wish.most_per, currency=price.currency) if wish.most_per is not None else None
    reach = (below or price) * (wish.quantity or 1) + fee
    each = most_each or (min(reach, most_per, key=lambda money: money.minor) if most_per else reach)
    return Limits(
        most_each=each,
        every_days=wish.every_days or _share(wish) or SELDOM_DAYS,
        expires_at=min(expires_at, now + LONGEST),
        below=below,
        most_per=most_per,
        period=Period(wish.period) if wish.period and most_per else None,
        times=wish.times,
        stores=(delivery.store_id,) if delivery.store_id else (),
    )


def _share(wish: MandateWish) -> int | None:
    """Who sets a limit for a week or a month wants no more than a purchase a week."""
    return 7 if wish.most_per is not None and wish.period in ("week", "month", "year") else None
