"""Photos of goods as shoppers take them: what somebody confirmed to show a product helps to recognize it the next time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shopkeeper.domain.core.ids import ConversationId, ProductId, Sku


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPhoto:
    """`look` (base64) is what one model saw in the photo; the photo cannot be drawn from it again. `confirmed_by` is a role.

    It hangs on the conversation whose shopper agreed to it, and goes with it.
    """

    conversation_id: ConversationId
    sha256: str
    product_id: ProductId
    sku: Sku | None
    confirmed_by: str
    at: datetime
    model: str = ""
    look: str = ""
