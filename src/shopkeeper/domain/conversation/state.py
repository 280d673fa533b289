"""The state of a conversation: small, frozen, and always the fold of its events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.conversation.frame import Frame
from shopkeeper.domain.conversation.question import OfferedChoice, Question
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId, CustomerId, LineId, OrderNumber, ProductId, Sku

GIFT_NOTE = "gift_note"
"""Topic of the wish that is somebody else's to read: it is passed on word for word."""

__all__ = ["GIFT_NOTE", "ConversationState", "Focus", "HandoffState", "OfferedChoice", "Question", "Shown"]


class HandoffState(StrEnum):
    ASSISTANT = "assistant"
    QUEUED = "queued"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One thing shown in a list, so that "the second one" means something; `sku` when one variant was meant."""

    product_id: ProductId
    sku: Sku | None = None
    price_minor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What "it" means now."""

    product_id: ProductId
    sku: Sku | None = None
    line_id: LineId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationState:
    id: ConversationId
    cart_id: CartId
    version: int = 0
    """Number of events folded in."""
    locale: str = "en"
    language: str = "en"
    storefront: str = "default"
    customer_id: CustomerId | None = None
    checkout_id: CheckoutId | None = None
    question: Question | None = None
    postponed: tuple[Question, ...] = ()
    """Asked as soon as nothing else is."""
    stack: tuple[Frame, ...] = ()
    """Flows under way; the last one is talked about, the others wait."""
    shown: tuple[Shown, ...] = ()
    shown_limit: int | None = None
    """The price in minor units that what was shown last had to stay under."""
    seen: tuple[ProductId, ...] = ()
    """Everything shown lately, so that "show me more" shows nothing twice."""
    focus: Focus | None = None
    handoff: HandoffState = HandoffState.ASSISTANT
    last_order: OrderNumber | None = None
    returning: OrderNumber | None = None
    """The order of which something was sent back last, with nothing else done since: "and also the mugs?" is of that."""
    turns: int = 0
    stated_age: int | None = None
    """The lowest age the shopper said they have; saying a higher one later does not unsay it."""
    avoids: tuple[str, ...] = ()
    """Allergens that were said to be dangerous: nothing that is not declared free from them is offered."""
    wishes: tuple[tuple[str, str], ...] = ()
    """(topic, the shopper's words) of how the next order should be packed or handed over."""
    notices: tuple[str, ...] = ()
    """Keys of what is said once in a conversation and was."""
