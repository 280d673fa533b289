"""Answer shapes of the public contract, for the OpenAPI document only: answers are written from records, not through these."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """Clients ignore fields they do not know."""

    model_config = ConfigDict(extra="allow")


class Problem(Answer):
    """RFC 9457. `detail` says what to do; `field` is a JSON pointer to what is wrong."""

    type: str
    title: str
    status: int
    detail: str
    field: str | None = None


class Money(Answer):
    """Minor units."""

    amount: int
    currency: str


class Opened(Answer):
    """The token is the only key to the conversation; it is shown once."""

    conversation_id: str
    token: str


class Slot(Answer):
    name: str
    value: Any
    source: Literal["text", "image", "audio", "action", "context"]
    confidence: float


class Heard(Answer):
    """What was made of a voice note; `part` is its place in the message."""

    part: int
    text: str
    language: str
    confidence: float


class Understood(Answer):
    acts: list[dict[str, Any]]
    slots: list[Slot]
    heard: list[Heard] = []


class Block(Answer):
    """A card; the other fields depend on `type` (see the reference of reply blocks). Unknown types are skipped."""

    type: str = Field(
        examples=["products", "choices", "cart", "checkout", "order", "return", "booking", "mandate", "comparison", "notice", "citation"]
    )


class QuickReply(Answer):
    label: str
    send: dict[str, Any]


class Reply(Answer):
    text: str
    blocks: list[Block]
    quick_replies: list[QuickReply | str] = []


class Total(Answer):
    """Rows that are not `included` add up to the last one, of type `total`."""

    type: str
    amount: int
    display_text: str = ""
    included: bool = False


class CheckoutItem(Answer):
    id: str
    title: str
    price: int


class CheckoutLine(Answer):
    id: str
    item: CheckoutItem
    quantity: int
    totals: list[Total]


class CheckoutMessage(Answer):
    type: Literal["error", "warning", "info"]
    code: str
    content: str


class Checkout(Answer):
    """UCP's shape: amounts are integers in minor units of `currency`."""

    id: str
    status: Literal["incomplete", "requires_escalation", "ready_for_complete", "complete_in_progress", "completed", "canceled"]
    currency: str
    line_items: list[CheckoutLine]
    totals: list[Total]
    messages: list[CheckoutMessage]
    links: list[dict[str, Any]]
    continue_url: str | None
    payment: dict[str, Any]
    fulfillment: dict[str, Any]
    digest: str | None
    expires_at: str | None
    order: dict[str, Any] | None
    gift_note: str | None = None
    tips: dict[str, Any] | None = None
    """`amount` of the tip on it (null = none) and the `options` that can be tapped; null where the shop takes none."""


class Handoff(Answer):
    state: Literal["assistant", "queued", "operator"]


class Turn(Answer):
    turn_id: str
    language: str
    understanding: Understood
    reply: Reply
    checkout: Checkout | None
    handoff: Handoff
    level: Literal["rules", "model"]


class Message(Answer):
    id: str
    role: Literal["shopper", "assistant", "operator"]
    at: str
    text: str
    parts: list[dict[str, Any]]
    blocks: list[Block]


class Conversation(Answer):
    conversation_id: str
    locale: str
    storefront: str
    messages: list[Message]
    cart: dict[str, Any] | None
    checkout: Checkout | None
    handoff: Handoff
    quick_replies: list[QuickReply | str]


class TracedTurn(Answer):
    turn_id: str
    at: str
    tier: str | None = None
    verdicts: list[Any] = []
    events: list[str] = []


class Trace(Answer):
    conversation_id: str
    turns: list[TracedTurn]


class Capabilities(Answer):
    images: bool
    audio: bool
    speech: bool
    """Whether replies can be had as sound."""
    locales: list[str]
    shop: dict[str, Any] | None


class ShelfCategory(Answer):
    id: str
    title: str
    count: int


class Shelf(Answer):
    items: list[dict[str, Any]]
    next_cursor: str | None


class ProductDetail(Answer):
    product_id: str
    title: str
    brand: str | None
    category: str
    variants: list[dict[str, Any]]


class Health(Answer):
    status: Literal["ok", "ready"]


class Key(Answer):
    """An Ed25519 key (RFC 8037); `kid` is its RFC 7638 thumbprint."""

    kty: Literal["OKP"]
    crv: Literal["Ed25519"]
    x: str
    kid: str


class KeySet(Answer):
    keys: list[Key]


class Record(Answer):
    """What staff see of the shop's own records."""


SHAPES = (
    Problem, Money, Opened, Turn, Conversation, Trace, Capabilities, ShelfCategory, Shelf, ProductDetail, Health, KeySet, Record,
)  # fmt: skip
