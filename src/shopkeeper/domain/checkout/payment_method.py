"""How a shopper pays: part of what they agree to."""

from enum import StrEnum


class PaymentMethod(StrEnum):
    CARD = "card"
    SAVED_CARD = "saved_card"
    PAY_ON_PICKUP = "pay_on_pickup"
