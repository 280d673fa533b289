"""What a checkout still needs before there is a price to agree to."""

from __future__ import annotations

from enum import StrEnum

from shopkeeper.domain.checkout.checkout import Checkout, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.customers.customer import Address


class Missing(StrEnum):
    DELIVERY = "delivery"
    ADDRESS = "address"
    STORE = "store"


def missing(delivery: DeliveryChoice | None) -> Missing | None:
    """The one thing to ask for next, if any."""
    if delivery is None:
        return Missing.DELIVERY
    if delivery.method is DeliveryMethod.PICKUP:
        return Missing.STORE if delivery.store_id is None else None
    return None if delivery.address is not None and is_complete(delivery.address) else Missing.ADDRESS


def is_complete(address: Address) -> bool:
    return all(part.strip() for part in (address.line1, address.postal_code, address.city, address.country))


def pays_where_nobody_stands(checkout: Checkout) -> bool:
    """Paying on pickup cannot go with a delivery: one of the two has to give way."""
    delivery = checkout.delivery
    return checkout.payment_method is PaymentMethod.PAY_ON_PICKUP and delivery is not None and delivery.method is DeliveryMethod.DELIVERY
