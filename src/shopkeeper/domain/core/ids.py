"""Names of things. Ids are derived from what they name, so that doing a thing twice names it once."""

from __future__ import annotations

import base64
import hashlib
from typing import NewType

ConversationId = NewType("ConversationId", str)
TurnId = NewType("TurnId", str)
CustomerId = NewType("CustomerId", str)
ProductId = NewType("ProductId", str)
Sku = NewType("Sku", str)
SellerId = NewType("SellerId", str)
StoreId = NewType("StoreId", str)
CartId = NewType("CartId", str)
LineId = NewType("LineId", str)
CheckoutId = NewType("CheckoutId", str)
PaymentId = NewType("PaymentId", str)
OrderId = NewType("OrderId", str)
OrderNumber = NewType("OrderNumber", str)
ReservationId = NewType("ReservationId", str)
EffectId = NewType("EffectId", str)
RmaNumber = NewType("RmaNumber", str)
BookingId = NewType("BookingId", str)
StaffId = NewType("StaffId", str)
HandoffId = NewType("HandoffId", str)
MandateId = NewType("MandateId", str)
FlagId = NewType("FlagId", str)
ProtectedMarkId = NewType("ProtectedMarkId", str)
Digest = NewType("Digest", str)


def derive(prefix: str, *parts: str) -> str:
    """A stable id such as `ord_4k2…` made from what it names: same parts, same id."""
    hashed = hashlib.sha256("\x1f".join(parts).encode()).digest()[:15]
    return f"{prefix}_{base64.b32encode(hashed).decode().lower()}"
