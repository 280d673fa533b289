# ruff: noqa: E501
"""Made-up staff data for looking at the console pages without a shop."""

from typing import Any

COMMON: dict[str, Any] = {"shop_name": "Lantern Market", "csrf": "tok"}
LINES = [{"sku": "BAG-TAN", "title": "Leather tote, tan", "quantity": 1}, {"sku": "CARE", "title": "Leather care kit", "quantity": 2}]
STATUSES = ("confirmed", "ready_for_pickup", "dispatched", "delivered", "canceled")
ORDERS = [
    {"number": str(1103 + n), "status": STATUSES[n % 5], "placed_at": f"2026-11-2{n % 3}T0{n}:12:00+00:00", "total": {"amount": 5431 + 1270 * n, "currency": "EUR"},
     "method": ("delivery", "pickup")[n % 2], "payment_method": "card", "lines": LINES[: 1 + n % 2], "conversation_id": f"cnv_8c1f{n}a77e2", "events": []}
    for n in range(8)
]  # fmt: skip
CONVERSATIONS = [
    {"id": f"cnv_8c1f{n}a77e2", "at": f"2026-11-22T0{n}:30:00+00:00", "language": ("en", "de", "ur", "es")[n % 4], "turns": 3 + n, "handoff": ("assistant", "assistant", "queued", "operator")[n % 4],
     "known_customer": n % 2 == 0, "last_order": str(1103 + n) if n % 3 == 0 else None}
    for n in range(8)
]  # fmt: skip
EFFECTS = {
    "waiting": [{"id": "eff_01", "kind": "authorize_payment", "status": "unknown", "attempts": 2, "due_at": "2026-11-22T08:31:00+00:00", "last_error": "no answer from the provider", "body": {"intent": "int_1", "amount": 5431}},
                {"id": "eff_02", "kind": "announce", "status": "pending", "attempts": 0, "due_at": "2026-11-22T08:32:00+00:00", "last_error": None, "body": {"order": "1103"}}],
    "dead": [{"id": "eff_00", "kind": "refund_payment", "status": "dead", "attempts": 8, "due_at": "2026-11-21T18:00:00+00:00", "last_error": "cannot refund 2160 of an intent that is declined", "body": {"amount": 2160}}],
}  # fmt: skip
CONVERSATION = {
    "id": "cnv_8c1f0a77e2", "language": "en", "handoff": "assistant",
    "messages": [
        {"id": "m1", "role": "shopper", "at": "2026-11-22T08:10:00+00:00", "text": "do u have the blue trail jaket in M", "parts": [{"type": "text"}], "blocks": []},
        {"id": "m2", "role": "assistant", "at": "2026-11-22T08:10:01+00:00", "text": "Blue in M is sold out. The same jacket in L may suit you better.", "parts": [], "blocks": [{"type": "products"}]},
        {"id": "m3", "role": "shopper", "at": "2026-11-22T08:11:00+00:00", "text": "", "parts": [{"type": "action", "action": "add_line_item"}], "blocks": []},
        {"id": "m4", "role": "assistant", "at": "2026-11-22T08:11:01+00:00", "text": "It is in your cart.", "parts": [], "blocks": [{"type": "cart"}]},
    ],
    "turns": [
        {"turn_id": "trn_1", "at": "2026-11-22T08:10:00+00:00", "understanding": {"acts": [{"type": "find_product", "slots": {"color": "blue"}}], "slots": [{"name": "color", "value": "blue", "source": "text", "confidence": 0.98}, {"name": "size", "value": "M", "source": "text", "confidence": 0.97}]},
         "tier": "rules", "confidence": 0.94, "evidence": [], "verdicts": [], "says": ["product.sold_out"], "events": ["turn_taken", "replied"], "effects": []},
        {"turn_id": "trn_2", "at": "2026-11-22T08:11:00+00:00", "understanding": {"acts": [{"type": "add_line_item"}], "slots": []},
         "tier": "tap", "confidence": 1.0, "evidence": [], "verdicts": [{"command": "add_line_item", "verdict": "permit", "rule": "cart.caps@3"}], "says": ["cart.added"], "events": ["turn_taken", "line_added", "replied"], "effects": []},
    ],
}  # fmt: skip
FLAGS = {
    "open": [
        {"id": "flg_1", "kind": "claim", "subject": "1041/l2", "signs": ["file_edited", "looks_different", "label_fits"], "photos": [], "facts": {"order": "1041", "title": "Stoneware mugs, set of 2", "reason": "damaged"}, "conversation_id": "cnv_8c1f0a77e2", "raised_at": "2026-11-22T08:10:00+00:00", "status": "open", "decided_at": None, "note": ""},
        {"id": "flg_2", "kind": "shopper_photo", "subject": "9f" * 32, "signs": ["unsuitable"], "photos": [], "facts": {"score": 0.91, "preview": "/media/lantern_market/BAG-TAN.webp", "title": "Photo of 22 Nov"}, "conversation_id": "cnv_8c1f1a77e2", "raised_at": "2026-11-22T08:30:00+00:00", "status": "open", "decided_at": None, "note": ""},
        {"id": "flg_3", "kind": "catalog_picture", "subject": "/media/lantern_market/MUG-2.webp", "signs": ["other_brand", "brand_mark"], "photos": [], "facts": {"title": "Enamel mug", "product_id": "enamel-mug", "printed": ["Nordlicht", "© 2024 A. Maker"]}, "conversation_id": None, "raised_at": "2026-11-22T08:40:00+00:00", "status": "open", "decided_at": None, "note": ""},
    ],
    "decided": [{"id": "flg_0", "kind": "claim", "subject": "0977/l1", "signs": ["looks_different"], "photos": [], "facts": {"order": "0977", "title": "Trail jacket, black, M"}, "conversation_id": None, "raised_at": "2026-11-21T08:10:00+00:00", "status": "cleared", "decided_at": "2026-11-21T09:00:00+00:00", "note": ""}],
}  # fmt: skip
PHOTOS = {
    "flags": FLAGS, "gallery": {"count": 7, "by": {"shopper": 5, "operator": 2}, "goods": [{"sku": "BAG-TAN", "count": 4}, {"sku": "MUG-2", "count": 3}]},
    "matching": {"rate": 81, "photos": 64, "definition": "Share of the photos looked at since the start that named one product, or asked to choose among at most three"},
}  # fmt: skip
CONTEXTS: dict[str, dict[str, Any]] = {
    "login": {**COMMON, "path": "/console/login", "error": "That password is not right."},
    "overview": {**COMMON, "path": "/console", "orders": ORDERS[:5], "conversations": CONVERSATIONS[:5], "effects": EFFECTS},
    "orders": {**COMMON, "path": "/console/orders", "orders": ORDERS},
    "conversations": {**COMMON, "path": "/console/conversations", "conversations": CONVERSATIONS},
    "conversation": {**COMMON, "path": "/console/conversations/x", "conversation": CONVERSATION, "desk": None, "error": None},
    "photos": {**COMMON, "path": "/console/photos", **PHOTOS},
    "outbox": {**COMMON, "path": "/console/outbox", "effects": EFFECTS},
}
