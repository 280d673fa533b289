"""Checkouts by id, and the open ones whose quote has run out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import CartId, CheckoutId, ConversationId


class CheckoutStore(Protocol):
    def get(self, checkout_id: CheckoutId) -> Checkout | None: ...
    def save(self, checkout: Checkout) -> None: ...
    def open_for(self, cart_id: CartId) -> Checkout | None: ...
    def of_conversation(self, conversation_id: ConversationId) -> Sequence[Checkout]: ...
    def remove(self, checkout_id: CheckoutId) -> None: ...
    def expired(self, now: datetime, *, limit: int) -> Sequence[Checkout]:
        """Open checkouts whose quote on the table expired before `now`."""
        ...
