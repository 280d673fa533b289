"""Test cards by the names Stripe gives them, and what localstripe has to be given to behave so."""

from __future__ import annotations

from dataclasses import dataclass

APPROVED = "pm_card_visa"
REFUSED = "pm_card_chargeCustomerFail"
"""The one card localstripe refuses when it is charged (others it refuses only when they are attached)."""

ASKS = "4000002760003184"
"""A test number that asks for verification; localstripe has no name for it."""


KEPT = "4242424242424242"
"""What the card is that the stand-in of Stripe's field keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`asks` for verification first; `code` and `decline_code` as Stripe answers with them."""

    local: str = APPROVED
    asks: bool = False
    code: str = "card_declined"
    decline_code: str | None = None


CARDS = {
    "pm_card_visa": Card(),
    "pm_card_mastercard": Card(),
    "pm_card_visa_chargeDeclined": Card(local=REFUSED, decline_code="generic_decline"),
    "pm_card_visa_chargeDeclinedInsufficientFunds": Card(local=REFUSED, decline_code="insufficient_funds"),
    "pm_card_visa_chargeDeclinedLostCard": Card(local=REFUSED, decline_code="lost_card"),
    "pm_card_chargeDeclinedExpiredCard": Card(local=REFUSED, code="expired_card"),
    "pm_card_chargeDeclinedIncorrectCvc": Card(local=REFUSED, code="incorrect_cvc"),
    "pm_card_authenticationRequired": Card(asks=True),
}
UNKNOWN = Card(local=REFUSED, decline_code="generic_decline")

OF_SANDBOX = {
    "tok_visa_approve": "pm_card_visa",
    "tok_visa_decline": "pm_card_visa_chargeDeclined",
    "tok_visa_stepup": "pm_card_authenticationRequired",
    "tok_timeout_before": "pm_card_visa",
    "tok_timeout_after": "pm_card_visa",
}
"""So that a shop pack made for the sandbox can be tried with Stripe."""


def card_of(name: str) -> Card:
    return CARDS.get(OF_SANDBOX.get(name, name), UNKNOWN)
