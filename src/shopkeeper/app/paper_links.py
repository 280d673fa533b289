"""Links to an order's papers that nobody can guess, and that end when the order is no longer its customer's."""

from __future__ import annotations

import hmac
from hashlib import sha256

from shopkeeper.domain.orders.order import Order

KEY_LENGTH = 40


class PaperLinks:
    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def key(self, order: Order) -> str:
        """Erasure takes customer and conversation from an order, and so the link with them."""
        said = "\x1f".join(("papers", order.id, order.number, order.customer_id or "", order.conversation_id or ""))
        return hmac.new(self._secret, said.encode(), sha256).hexdigest()[:KEY_LENGTH]

    def path(self, order: Order) -> str:
        return f"/orders/{order.number}/invoice/{self.key(order)}"
