"""One attempt to buy a cart: which quote is shown, what was agreed to, how far payment is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shopkeeper.domain.checkout.keeping import KeepConsent
from shopkeeper.domain.checkout.payment_method import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryChoice, Quote
from shopkeeper.domain.checkout.tip import Tip
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, Digest, MandateId, OrderNumber, PaymentId, TurnId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.routing import Way
from shopkeeper.domain.fulfillment.shipment import TimeWish


class CheckoutStatus(StrEnum):
    """UCP's states."""

    INCOMPLETE = "incomplete"
    REQUIRES_ESCALATION = "requires_escalation"
    READY_FOR_COMPLETE = "ready_for_complete"
    COMPLETE_IN_PROGRESS = "complete_in_progress"
    COMPLETED = "completed"
    CANCELED = "canceled"


ALLOWED: dict[CheckoutStatus, frozenset[CheckoutStatus]] = {
    CheckoutStatus.INCOMPLETE: frozenset({CheckoutStatus.READY_FOR_COMPLETE, CheckoutStatus.CANCELED}),
    CheckoutStatus.READY_FOR_COMPLETE: frozenset(
        {CheckoutStatus.INCOMPLETE, CheckoutStatus.COMPLETE_IN_PROGRESS, CheckoutStatus.COMPLETED, CheckoutStatus.CANCELED}
    ),
    CheckoutStatus.COMPLETE_IN_PROGRESS: frozenset(
        {
            CheckoutStatus.REQUIRES_ESCALATION,
            CheckoutStatus.READY_FOR_COMPLETE,
            CheckoutStatus.INCOMPLETE,
            CheckoutStatus.COMPLETED,
            CheckoutStatus.CANCELED,
        }
    ),
    CheckoutStatus.REQUIRES_ESCALATION: frozenset(
        {
            CheckoutStatus.COMPLETE_IN_PROGRESS,
            CheckoutStatus.READY_FOR_COMPLETE,
            CheckoutStatus.INCOMPLETE,
            CheckoutStatus.COMPLETED,
            CheckoutStatus.CANCELED,
        }
    ),
    CheckoutStatus.COMPLETED: frozenset(),
    CheckoutStatus.CANCELED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the shopper agreed to, in which words, and whether it still holds."""

    digest: Digest
    text: str
    at: datetime
    turn_id: TurnId
    void_reason: str | None = None

    @property
    def holds(self) -> bool:
        return self.void_reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """`quotes` and `consents` are append-only histories; the last quote is the one on the table unless voided."""

    id: CheckoutId
    cart_id: CartId
    conversation_id: ConversationId
    status: CheckoutStatus = CheckoutStatus.INCOMPLETE
    customer_id: CustomerId | None = None
    delivery: DeliveryChoice | None = None
    payment_method: PaymentMethod = PaymentMethod.CARD
    saved_method: str | None = None
    """The token of the saved method that pays; None = the customer's first."""
    delegated_token: str | None = None
    """What pays instead of a page: a token the provider made for this checkout alone."""
    keep_method: KeepConsent | None = None
    """The customer's yes to keeping the card they pay with."""
    mandate_id: MandateId | None = None
    """Bought under this mandate, without the customer being there."""
    email: str | None = None
    wanted: TimeWish | None = None
    """When the shopper wants it."""
    late: bool = False
    """Whether the quote's times miss `wanted`; `instead` are ways that can really be had."""
    instead: tuple[Way, ...] = ()
    tip: Tip | None = None
    """As the shopper said it; None = they said nothing."""
    short_of: Money | None = None
    """How much more the goods have to come to before they can go that way; None = they are enough, or nobody knows yet."""
    waits_minutes: int = 0
    """How much the kitchen's queue adds."""
    quotes: tuple[Quote, ...] = ()
    quote_void_reason: str | None = None
    consents: tuple[Consent, ...] = ()
    payment_id: PaymentId | None = None
    order_number: OrderNumber | None = None

    @property
    def quote(self) -> Quote | None:
        """The quote on the table, if one is."""
        return self.quotes[-1] if self.quotes and self.quote_void_reason is None else None

    @property
    def consent(self) -> Consent | None:
        """The consent that binds, if any does: given for the quote on the table and not void."""
        quote = self.quote
        last = self.consents[-1] if self.consents else None
        return last if quote and last and last.holds and last.digest == quote.digest else None

    @property
    def digests_agreed(self) -> frozenset[Digest]:
        """The digest of the binding consent, and of the dearer quote it was given to where the price fell meanwhile."""
        binding = self.consent
        if binding is None:
            return frozenset()
        return frozenset(consent.digest for consent in self.consents if consent.at == binding.at and consent.turn_id == binding.turn_id)

    @property
    def is_open(self) -> bool:
        return self.status not in (CheckoutStatus.COMPLETED, CheckoutStatus.CANCELED)

    def move(self, status: CheckoutStatus) -> Checkout:
        """The checkout in `status`; raises ValueError outside UCP's graph (a defect, never input)."""
        if status == self.status:
            return self
        if status not in ALLOWED[self.status]:
            raise ValueError(f"checkout {self.id}: {self.status} cannot become {status}")
        return replace(self, status=status)

    def offer(self, quote: Quote) -> Checkout:
        """The checkout with a new quote on the table; a consent to an older one is void.

        A quote of the same turn that nobody has seen or agreed to is replaced: one turn puts one quote on the table.
        """
        voided = self.void_consent("quote_changed") if self.quotes and self.quotes[-1].digest != quote.digest else self
        kept = self.quotes[:-1] if self._is_unseen(quote.turn_id) else self.quotes
        return replace(voided, quotes=(*kept, quote), quote_void_reason=None)

    def _is_unseen(self, turn_id: TurnId | None) -> bool:
        last = self.quotes[-1] if self.quotes else None
        if last is None or turn_id is None or last.turn_id != turn_id:
            return False
        return all(consent.digest != last.digest for consent in self.consents)

    def void_quote(self, reason: str) -> Checkout:
        return replace(self.void_consent(reason), quote_void_reason=reason)

    def agree(self, consent: Consent) -> Checkout:
        return replace(self, consents=(*self.consents, consent))

    def void_consent(self, reason: str) -> Checkout:
        if not self.consents or not self.consents[-1].holds:
            return self
        return replace(self, consents=(*self.consents[:-1], replace(self.consents[-1], void_reason=reason)))
