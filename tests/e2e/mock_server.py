# ruff: noqa: E501, PLR0917
"""A stand-in for the server with canned answers for every block and state, so that the web assets can be looked at alone.

Run: `uvicorn --app-dir tests/e2e mock_server:app --port 8770`, then open http://localhost:8770/. What the shopper writes picks the answer (see `SCENES`).
"""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

WEB = Path(__file__).resolve().parents[2] / "src" / "shopkeeper" / "web"
PICTURES = WEB.parent / "content" / "packs" / "lantern_market" / "pictures"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; form-action 'self'; base-uri 'none'"

Json = dict[str, Any]
app = FastAPI()
ids = count(1)
conversations: dict[str, Json] = {}
answers: dict[str, Json] = {}
pages = Environment(loader=FileSystemLoader(WEB), autoescape=select_autoescape(default=True), undefined=StrictUndefined)


def eur(amount: int) -> Json:
    return {"amount": amount, "currency": "EUR"}


def product(pid: str, sku: str, title: str, variant: str | None, price: int, stock: str, text: str, category: str, **more: Any) -> Json:
    action = {"label": "Add to cart", "send": {"type": "action", "action": "add_line_item", "sku": sku}}
    return {
        "product_id": pid, "sku": sku, "title": title, "variant_label": variant, "image_url": f"/media/products/{sku}.webp", "image_alt": f"{title}, {variant or ''}",
        "price": eur(price), "price_from": False, "compare_at": None, "unit_price": None, "stock": {"state": stock, "text": text}, "reason": None, "badges": [],
        "options": [], "action": None if stock == "sold_out" else action, "category": category, **more,
    }  # fmt: skip


def variant(sku: str, color: str, size: str, price: int, state: str, text: str) -> Json:
    return {"sku": sku, "label": f"{color} · {size}", "options": {"color": color, "size": size}, "price": eur(price), "compare_at": None, "unit_price": None,
            "stock": {"state": state, "text": text}, "image_url": f"/media/products/{sku}.webp"}  # fmt: skip


JACKETS = [
    variant("JKT-BLU-M", "blue", "M", 8900, "sold_out", "sold out"),
    variant("JKT-BLU-L", "blue", "L", 8900, "low", "4 in stock"),
    variant("JKT-BLK-M", "black", "M", 7900, "low", "3 in stock"),
]
OPTIONS = [
    {
        "name": "color",
        "label": "Color",
        "values": [
            {"value": "blue", "label": "blue", "sku": "JKT-BLU-L", "available": True},
            {"value": "black", "label": "black", "sku": "JKT-BLK-M", "available": True},
        ],
    },
    {
        "name": "size",
        "label": "Size",
        "values": [
            {"value": "M", "label": "M", "sku": "JKT-BLU-M", "available": False},
            {"value": "L", "label": "L", "sku": "JKT-BLU-L", "available": True},
        ],
    },
]
ITEMS = [
    product("trail-jacket", "JKT-BLU-L", "Trail jacket", "blue · L", 8900, "low", "4 in stock", "fashion", price_from=False, options=OPTIONS, variants=JACKETS),
    product("leather-tote", "BAG-TAN", "Leather tote", "tan", 4500, "in_stock", "12 in stock", "fashion"),
    product("care-kit", "CARE", "Leather care kit", None, 990, "in_stock", "In stock", "home", unit_price={"price": eur(6600), "per": "1 l"}),
    product("mug-pair", "MUG-2", "Stoneware mugs, set of two", "ocean glaze", 2400, "in_stock", "6 in stock", "home", compare_at=eur(2900)),
    product("eggs", "EGG-12", "Free-range eggs", "12 pieces", 349, "in_stock", "In stock in Mitte", "grocery", unit_price={"price": eur(29), "per": "1 piece"}),
    product("milk", "MILK-1L", "Whole milk", "1 l", 129, "in_stock", "In stock in Mitte and Nord", "grocery", unit_price={"price": eur(129), "per": "1 l"}),
    product("riesling", "WINE-R", "Riesling, dry", "0.75 l", 1150, "in_stock", "In stock", "grocery", badges=["18+"], unit_price={"price": eur(1533), "per": "1 l"}),
    product("hazel-bar", "BAR-HAZEL", "Hazelnut bar", "40 g", 199, "in_stock", "In stock", "grocery", unit_price={"price": eur(4975), "per": "1 kg"}),
    product("oat-bar", "BAR-OAT", "Oat bar", "40 g", 179, "unknown", "Ask for stock", "grocery", unit_price={"price": eur(4475), "per": "1 kg"}),
    product("pearl-tea", "TEA-PEARL", "Pearl milk tea", "0.5 l", 480, "made_to_order", "Made to order, about 10 minutes", "drinks", unit_price={"price": eur(960), "per": "1 l"}),
    product("bike-rack", "RACK-7", "Rear bike rack", "for 27–34 mm tubes", 12900, "low", "2 in stock", "outdoor"),
    product("trail-jacket-m", "JKT-BLU-M", "Trail jacket", "blue · M", 8900, "sold_out", "Sold out", "fashion"),
]  # fmt: skip
BY_SKU = {item["sku"]: item for item in ITEMS}
CATEGORIES = [
    ("fashion", "Fashion"),
    ("home", "Home"),
    ("grocery", "Grocery"),
    ("drinks", "Drinks to go"),
    ("outdoor", "Outdoor"),
    ("services", "Services"),
]


def cart_block(cart: dict[str, int]) -> Json:
    lines = [
        {"line_id": f"li_{sku}", "sku": sku, "title": BY_SKU[sku]["title"], "variant_label": BY_SKU[sku]["variant_label"], "image_url": BY_SKU[sku]["image_url"], "quantity": quantity,
         "max_quantity": 6, "unit_price": BY_SKU[sku]["price"], "total": eur(BY_SKU[sku]["price"]["amount"] * quantity), "note": None}
        for sku, quantity in cart.items()
    ]  # fmt: skip
    goods = sum(line["total"]["amount"] for line in lines)
    off = round(goods * 0.1)
    delivery = 0 if goods - off >= 6000 else 490
    totals = [
        {"type": "subtotal", "label": "Items", "amount": eur(goods), "detail": None},
        {"type": "discount", "label": "SAVE10", "amount": eur(-off), "detail": "10 % on goods"},
        {"type": "fulfillment", "label": "Delivery", "amount": eur(delivery), "detail": None},
        {"type": "total", "label": "Total", "amount": eur(goods - off + delivery), "detail": None},
    ]
    hint = f"€{(6000 - goods + off) / 100:.2f} more makes delivery free" if delivery else None
    return {"type": "cart", "cart": {"id": "crt_1", "lines": lines, "totals": totals, "count": sum(cart.values()), "hint": hint}}


def checkout(**more: Any) -> Json:
    base: Json = {
        "id": "chk_1", "status": "ready_for_complete", "currency": "EUR",
        "line_items": [
            {"id": "1", "item": {"id": "BAG-TAN", "title": "Leather tote, tan", "price": 4500, "image_url": "/media/products/BAG-TAN.webp"}, "quantity": 1, "totals": [{"type": "total", "amount": 4500}]},
            {"id": "2", "item": {"id": "CARE", "title": "Leather care kit", "price": 990, "image_url": "/media/products/CARE.webp"}, "quantity": 1, "totals": [{"type": "total", "amount": 990}]},
        ],
        "buyer": {"email": None, "full_name": None},
        "fulfillment": {"method": "delivery", "store_id": None, "label": "Standard delivery, 2–3 working days",
                        "address": {"name": "Ana Keller", "line1": "Torstr. 14", "postal_code": "10119", "city": "Berlin", "country": "DE"},
                        "options": [{"id": "delivery", "label": "Standard delivery, 2–3 working days", "amount": 490}, {"id": "pickup:mitte", "label": "Pick up in Mitte, today until 22:00", "amount": 0}]},
        "totals": [{"type": "subtotal", "display_text": "Items", "amount": 5490}, {"type": "discount", "display_text": "Discount", "amount": -549},
                   {"type": "fulfillment", "display_text": "Delivery", "amount": 490}, {"type": "tax", "display_text": "VAT included", "amount": 867, "included": True},
                   {"type": "total", "display_text": "Total", "amount": 5431}],
        "discounts": {"applied": [{"code": "SAVE10", "title": "10 % on goods", "amount": 549}], "rejected": [{"title": "Tote with care kit", "amount": 400, "reason": "Does not combine with SAVE10, which saves more"}]},
        "messages": [], "links": [{"type": "terms_of_service", "url": "/terms"}, {"type": "refund_policy", "url": "/returns"}], "continue_url": None,
        "payment": {"status": "none", "methods": [{"id": "card", "label": "Card"}, {"id": "pay_on_pickup", "label": "Pay on pickup"}], "pay_url": None, "message": None},
        "digest": "sha256:abc", "expires_at": "2036-09-15T08:30:00Z", "order": None,
    }  # fmt: skip
    return {**base, **more}


NO_ADDRESS = {**checkout()["fulfillment"], "address": None}
ORDER = {
    "number": "1103", "status": "confirmed", "status_label": "Confirmed", "placed_at": "2026-09-15T08:12:00Z",
    "lines": [{"title": "Leather tote", "variant_label": "tan", "image_url": "/media/products/BAG-TAN.webp", "quantity": 1, "total": eur(4500)},
              {"title": "Leather care kit", "variant_label": None, "image_url": "/media/products/CARE.webp", "quantity": 2, "total": eur(1980)}],
    "totals": [{"type": "subtotal", "label": "Items", "amount": eur(6480)}, {"type": "discount", "label": "SAVE10", "amount": eur(-648)}, {"type": "total", "label": "Total", "amount": eur(5832)}],
    "fulfillment": {"method": "pickup", "label": "Pick up in Mitte", "detail": "Torstr. 1, open until 22:00", "code": "K7-204"},
    "timeline": [{"label": "Paid", "at": "2026-09-15T08:12:00Z", "done": True}, {"label": "Being packed", "at": None, "done": False}, {"label": "Ready for pickup", "at": None, "done": False}],
}  # fmt: skip
RETURN = {
    "number": "RMA-2041", "order_number": "1041", "status": "requested", "status_label": "Requested",
    "lines": [{"title": "Stoneware mugs, set of two", "variant_label": "ocean glaze", "image_url": "/media/products/MUG-2.webp", "quantity": 1, "total": eur(2400), "note": "changed my mind"}],
    "totals": [{"type": "subtotal", "label": "Paid for the mugs", "amount": eur(2400)}, {"type": "discount", "label": "Their share of SAVE10", "amount": eur(-240)}, {"type": "total", "label": "Refund to your card", "amount": eur(2160)}],
    "label_url": "/media/label.pdf", "timeline": [{"label": "Requested", "at": "2026-09-15T08:20:00Z", "done": True}, {"label": "Parcel received", "at": None, "done": False}, {"label": "Refunded", "at": None, "done": False}],
}  # fmt: skip
BOOKING = {"id": "bkg_1", "title": "Haircut, 45 minutes", "with": "Mia", "starts_at": "2026-10-24T14:30:00+02:00", "ends_at": "2026-10-24T15:15:00+02:00", "time_zone": "Europe/Berlin",
           "place": "Lantern Salon, Mitte", "price": eur(3800), "status": "held", "status_label": "Held for you", "expires_at": "2026-09-15T10:15:00+02:00"}  # fmt: skip
CHOICES = {"type": "choices", "id": "size", "question": "Which size?", "style": "chips", "choices": [
    {"value": "JKT-BLU-M", "label": "M", "detail": "sold out", "image_url": None, "disabled": True},
    {"value": "JKT-BLU-L", "label": "L", "detail": "4 in stock", "image_url": None, "disabled": False}]}  # fmt: skip
TIMES = {"type": "choices", "id": "time", "question": None, "style": "list", "choices": [
    {"value": "a", "label": "Friday 18 September, 17:15", "detail": "with Mia"}, {"value": "b", "label": "Friday 18 September, 18:00", "detail": "with Mia"}, {"value": "c", "label": "Saturday 19 September, 10:00", "detail": "with Jonas"}]}  # fmt: skip
COMPARE = {"type": "comparison", "items": ITEMS[:3], "rows": [{"label": "Price", "values": ["€89.00", "€45.00", "€9.90"]}, {"label": "Material", "values": ["recycled polyester", "vegetable-tanned leather", "beeswax"]},
           {"label": "Weight", "values": ["420 g", "860 g", "150 g"]}, {"label": "Stock", "values": ["4 in stock", "12 in stock", "in stock"]}]}  # fmt: skip

Scene = tuple[str, list[Json]]
SCENES: dict[str, Scene] = {
    "compare": ("Here they are side by side.", [COMPARE]),
    "single": ("This one fits: **Trail jacket**, blue, size L.", [{"type": "products", "items": [{**ITEMS[0], "reason": "last time M came back as too small"}], "layout": "cards"}]),
    "list": ("I found these:", [{"type": "products", "items": ITEMS[4:8], "layout": "list"}]),
    "jacket": ("Blue in **M** is sold out. These are close:\n- the same jacket in L, which may suit you better than M\n- the black one in M", [{"type": "products", "items": [{**ITEMS[0], "reason": "last time M came back as too small"}, {**ITEMS[0], "sku": "JKT-BLK-M", "variant_label": "black · M", "price": eur(7900), "image_url": "/media/products/JKT-BLK-M.webp"}, ITEMS[11]], "layout": "cards"}]),
    "many": ("These could be something.", [{"type": "products", "items": ITEMS, "layout": "cards"}]),
    "size": ("The trail jacket comes in two sizes.", [CHOICES]),
    "book": ("Mia has time on Friday after five.", [TIMES]),
    "haircut": ("I am holding this time for you for 15 minutes.", [{"type": "booking", "booking": BOOKING, "actions": [{"label": "Book it", "send": {"type": "action", "action": "choose", "value": "yes"}}, {"label": "Other times", "send": {"type": "text", "text": "book"}}]}]),
    "address": ("Where should it go?", [{"type": "checkout", "checkout": checkout(status="incomplete", digest=None, fulfillment=NO_ADDRESS, messages=[{"type": "info", "code": "address_missing", "content": "An address is needed for delivery.", "severity": "requires_buyer_input"}])}]),
    "declined": ("The bank did not accept the payment. Nothing was charged.", [{"type": "checkout", "checkout": checkout(payment={"status": "declined", "methods": [], "message": None})}]),
    "unknown": ("I am checking with the payment provider. You will not be charged twice.", [{"type": "checkout", "checkout": checkout(status="complete_in_progress", payment={"status": "unknown", "methods": [], "message": None})}]),
    "price": ("The price has changed since you saw it.", [{"type": "checkout", "checkout": checkout(messages=[{"type": "warning", "code": "price_changed", "content": "Leather tote: €45.00 became €49.00. Please agree to the new total.", "severity": "requires_buyer_review"}])}]),
    "expired": ("Let me price that again.", [{"type": "checkout", "checkout": checkout(messages=[{"type": "warning", "code": "quote_expired", "content": "", "severity": "recoverable"}])}]),
    "stepup": ("Almost there.", [{"type": "checkout", "checkout": checkout(status="requires_escalation", continue_url="/pay/pi_1", payment={"status": "requires_action", "methods": [], "message": None})}]),
    "progress": ("One moment.", [{"type": "checkout", "checkout": checkout(status="complete_in_progress", payment={"status": "processing", "methods": []})}]),
    "done": ("Thank you, Ana.", [{"type": "checkout", "checkout": checkout(status="completed", payment={"status": "captured", "methods": []}, order={"id": "ord_1", "number": "1103"})}, {"type": "order", "order": ORDER}]),
    "order": ("Order 1103 is paid and being packed.", [{"type": "order", "order": ORDER}]),
    "return": ("I have registered the return. You get **€21.60** back to the card you paid with.", [{"type": "return", "return": RETURN}, {"type": "citation", "title": "Returns, § 2: thirty days", "text": "Unused goods can be sent back within 30 days from delivery.", "url": "/policies/returns#2"}]),
    "notice": ("Some things to know.", [{"type": "notice", "level": level, "text": text} for level, text in (("info", "The Mitte shop is open until 22:00 today."), ("success", "SAVE10 is applied."), ("warning", "Allergens of the oat bar are not declared."), ("error", "This voucher ended on 18 September at 23:59:59 (Berlin)."))]),
    "urdu": ("یہ آپ کے کارٹ میں ہے۔ ڈیلیوری مفت کرنے کے لیے €10.59 اور چاہیے۔", []),
    "deutsch": ("Das liegt in Ihrem Warenkorb.", []),
}  # fmt: skip
ASK_ORDER = list(SCENES)
HELLO: Scene = ("I can look for things, put them in your cart, check out, and help with orders and returns. What would you like?", [])


def answer(conversation: Json, parts: list[Json]) -> Json:
    text = " ".join(part.get("text", "") for part in parts if part["type"] == "text").lower()
    action = next((part for part in parts if part["type"] == "action"), None)
    cart: dict[str, int] = conversation["cart"]
    language, handoff = conversation["locale"].split("-")[0], "assistant"
    reply, blocks = HELLO
    if action:
        reply, blocks = act(action, cart)
        handoff = "queued" if action["action"] == "ask_person" else handoff
    elif word := next((scene for scene in ASK_ORDER if scene in text), None):
        reply, blocks = SCENES[word]
        language = {"urdu": "ur", "deutsch": "de"}.get(word, language)
    if "cart" in text or "urdu" in text or "deutsch" in text:
        cart.update({} if cart else {"BAG-TAN": 1, "CARE": 1})
        reply, blocks = (
            (reply if blocks == [] and reply != HELLO[0] else "Here is your cart. SAVE10 saves more than the bundle offer, so I used it."),
            [cart_block(cart)],
        )
    if "checkout" in text:
        reply, blocks = (
            "Please check the details. Nothing is charged before you press the button.",
            [{"type": "checkout", "checkout": checkout()}],
        )
    if any(part["type"] in ("image", "audio") for part in parts):
        reply, blocks = (
            "That looks like the **Leather tote** in tan (match 0.94).",
            [{"type": "products", "items": [ITEMS[1]], "layout": "cards"}],
        )
    quick = ["Show my cart", {"label": "Talk to a person", "send": {"type": "action", "action": "ask_person"}}] if blocks == [] else []
    return {"turn_id": f"trn_{next(ids)}", "language": language, "understanding": {"acts": [], "slots": []}, "reply": {"text": reply, "blocks": blocks, "quick_replies": quick},
            "checkout": None, "handoff": {"state": handoff}, "level": "rules"}  # fmt: skip


def act(action: Json, cart: dict[str, int]) -> Scene:
    match action["action"]:
        case "add_line_item":
            cart[action["sku"]] = cart.get(action["sku"], 0) + int(action.get("quantity", 1))
            return "It is in your cart.", [cart_block(cart)]
        case "change_quantity":
            sku = action["line_id"].removeprefix("li_")
            cart[sku] = action["quantity"]
            if not cart[sku]:
                del cart[sku]
            return "I changed the quantity.", [cart_block(cart)]
        case "show_cart":
            return "Here is your cart.", [cart_block(cart)]
        case "check_out" | "set_address":
            return "Please check the details. Nothing is charged before you press the button.", [
                {"type": "checkout", "checkout": checkout()}
            ]
        case "set_delivery" if action["method"] == "pickup":
            totals = [
                {"type": "subtotal", "display_text": "Items", "amount": 5490},
                {"type": "discount", "display_text": "Discount", "amount": -549},
                {"type": "total", "display_text": "Total", "amount": 4941},
            ]
            where = {**checkout()["fulfillment"], "method": "pickup", "store_id": "mitte"}
            return "Pickup in Mitte, without a delivery fee.", [
                {"type": "checkout", "checkout": checkout(fulfillment=where, totals=totals, digest="sha256:pickup")}
            ]
        case "set_delivery":
            return "Standard delivery it is.", [{"type": "checkout", "checkout": checkout()}]
        case "confirm":
            return SCENES["stepup"]
        case "ask_person":
            return "You are number 2 in the queue. A colleague usually answers within 5 minutes.", []
        case _:
            return "Done.", []


@app.middleware("http")
async def strict(request: Request, call_next: Any) -> Response:
    response: Response = await call_next(request)
    response.headers["Content-Security-Policy"] = CSP
    return response


@app.get("/v1/capabilities")
async def capabilities() -> Json:
    return {
        "images": True,
        "audio": True,
        "locales": ["en", "de", "es", "fr", "zh", "ru", "ar", "hi", "ur"],
        "shop": {"name": "Lantern Market", "accent": "#b7612a", "currency": "EUR"},
    }


@app.post("/v1/conversations")
async def start(request: Request) -> Json:
    body = await request.json()
    key = f"cnv_{next(ids)}"
    conversations[key] = {"locale": body.get("locale", "en"), "messages": [], "cart": {}}
    return {"conversation_id": key, "token": f"tok_{key}"}


@app.get("/v1/conversations/{key}")
async def history(key: str) -> Response:
    if key not in conversations:
        return JSONResponse({"title": "No such conversation", "status": 404}, 404, media_type="application/problem+json")
    found = conversations[key]
    return JSONResponse({"conversation_id": key, "locale": found["locale"], "storefront": None, "messages": found["messages"], "cart": cart_block(found["cart"])["cart"], "checkout": None,
                         "handoff": {"state": "assistant"}, "quick_replies": ["Show my cart"]})  # fmt: skip


@app.get("/v1/conversations/{key}/events")
async def events(key: str) -> StreamingResponse:
    async def stream() -> AsyncIterator[str]:
        yield ": hello\n\n"
        while True:
            await asyncio.sleep(1)
            waiting = conversations.get(key, {}).get("pending", [])
            while waiting:
                event, data = waiting.pop(0)
                yield f"id: {next(ids)}\nevent: {event}\ndata: {json.dumps(data)}\n\n"

    return StreamingResponse(stream(), media_type="text/event-stream")


@app.post("/mock/conversations/{key}/events/{event}")
async def push(key: str, event: str, request: Request) -> Json:
    """For tests: makes something happen between turns."""
    conversations[key].setdefault("pending", []).append((event, await request.json()))
    return {}


@app.post("/v1/conversations/{key}/turns")
async def turn(key: str, request: Request) -> Response:
    parts = (await request.json())["parts"]
    idempotency_key = request.headers["idempotency-key"]
    text = " ".join(part.get("text", "") for part in parts if part["type"] == "text")
    if key not in conversations:
        return JSONResponse({"title": "No such conversation", "status": 404}, 404)
    if "fail" in text:
        return JSONResponse({"title": "Unprocessable", "detail": "This message could not be understood by the shop.", "status": 422}, 422)
    result = answers.get(idempotency_key)
    if result is None:
        result = answers[idempotency_key] = answer(conversations[key], parts)
        stored = [{**part, "data": None} for part in parts]
        conversations[key]["messages"] += [
            {"id": f"msg_{next(ids)}", "role": "shopper", "at": "2026-09-15T08:00:00Z", "text": text, "parts": stored, "blocks": []},
            {
                "id": result["turn_id"],
                "role": "assistant",
                "at": "2026-09-15T08:00:02Z",
                "text": result["reply"]["text"],
                "parts": [],
                "blocks": result["reply"]["blocks"],
            },
        ]
    if "text/event-stream" not in request.headers.get("accept", ""):
        return JSONResponse(result)
    return StreamingResponse(told(result, slow="slow" in text), media_type="text/event-stream")


async def told(result: Json, *, slow: bool) -> AsyncIterator[str]:
    def event(name: str, data: Any) -> str:
        return f"event: {name}\ndata: {json.dumps(data)}\n\n"

    yield event("accepted", {"turn_id": result["turn_id"]})
    await asyncio.sleep(8 if slow else 0.05)
    for word in result["reply"]["text"].split(" "):
        yield event("delta", {"text": word + " "})
        await asyncio.sleep(0.01)
    for block in result["reply"]["blocks"]:
        yield event("block", block)
    yield event("turn", result)


@app.get("/v1/storefront/categories")
async def categories() -> list[Json]:
    return [{"id": cid, "title": title, "count": sum(item["category"] == cid for item in ITEMS)} for cid, title in CATEGORIES]


@app.get("/v1/storefront/products")
async def products(category: str = "", q: str = "", cursor: str = "") -> Response:
    if category == "services":
        return JSONResponse({"items": [], "next_cursor": None})
    if category == "outdoor" and q == "error":
        return JSONResponse({"title": "Down", "status": 503}, 503)
    found = [item for item in ITEMS if (not category or item["category"] == category) and q.lower() in item["title"].lower()]
    if not category and not cursor:
        return JSONResponse({"items": found[:8], "next_cursor": "8"})
    return JSONResponse({"items": found[int(cursor or 0) :], "next_cursor": None})


@app.get("/v1/storefront/products/{pid}")
async def product_detail(pid: str) -> Json:
    item = next(item for item in ITEMS if item["product_id"] == pid)
    food = item["category"] == "grocery"
    single = [{"sku": item["sku"], "label": item["variant_label"] or "", "options": {}, "price": item["price"], "compare_at": item["compare_at"], "unit_price": item["unit_price"],
               "stock": item["stock"], "image_url": item["image_url"]}]  # fmt: skip
    return {
        "product_id": pid, "title": item["title"], "brand": "Nordfell", "category": item["category"], "category_title": dict(CATEGORIES)[item["category"]],
        "description": "Light, windproof and packed into its own pocket. Made for wet autumn days and for the way home after them.", "badges": item["badges"],
        "images": [{"url": item["image_url"], "alt": item["title"]}, {"url": "/media/products/BAG-TAN.webp", "alt": "On a chair"}],
        "options": [{"name": option["name"], "label": option["label"], "values": [{"value": one["value"], "label": one["label"]} for one in option["values"]]} for option in item["options"]],
        "variants": item.get("variants") or single,
        "modifiers": [{"name": "ice", "label": "Ice", "values": [{"value": one, "label": one} for one in ("normal", "less", "none")]}] if pid == "pearl-tea" else [],
        "attributes": [{"label": "Material", "value": "recycled polyester"}, {"label": "Weight", "value": "420 g"}, {"label": "Care", "value": "30 °C, gentle"}],
        "allergens": {"state": "unknown" if pid == "oat-bar" else "declared" if food else "not_food", "contains": ["milk"], "may_contain": ["nuts"], "free_from": [], "source": "Declaration of the maker, 2026-05", "text": "Contains milk."},
        "reviews": {"average": 4.6, "count": 12, "items": [{"author": "Lea", "rating": 5, "at": "2026-08-02", "text": "Dry all the way from Hamburg to Kiel."}, {"author": "Tom", "rating": 4, "at": "2026-07-19", "text": "Good cut, the hood could be larger."}]},
    }  # fmt: skip


@app.get("/media/products/{name}")
async def picture(name: str) -> Response:
    if (PICTURES / name).is_file():
        return FileResponse(PICTURES / name)
    if name.startswith("RACK"):
        return Response(status_code=404)
    hue = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 360
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="hsl({hue} 25% 92%)"/>'
        f'<rect x="58" y="62" width="84" height="92" rx="16" fill="hsl({hue} 35% 48%)"/><path d="M78 62c0-34 44-34 44 0" fill="none" stroke="hsl({hue} 35% 38%)" stroke-width="8"/></svg>'
    )
    return Response(drawing, media_type="image/svg+xml")


PAY = {"shop_name": "Lantern Market", "amount_text": "€54.31", "intent_id": "pi_3Qk8f2LmT1", "return_url": "/", "form_action": "/pay/pi_1", "csrf": "tok",
       "lines": [{"title": "Leather tote, tan", "quantity": 1, "total_text": "€45.00"}, {"title": "Leather care kit", "quantity": 1, "total_text": "€9.90"}, {"title": "Delivery", "quantity": 1, "total_text": "€4.90"}]}  # fmt: skip


@app.get("/pay/{intent}")
async def pay(intent: str, state: str = "choose") -> HTMLResponse:
    return HTMLResponse(pages.get_template("pay/pay.html.jinja").render(**PAY, state=state))


@app.get("/console/{page}")
async def console(page: str) -> HTMLResponse:
    from mock_console import CONTEXTS

    return HTMLResponse(pages.get_template(f"console/{page}.html.jinja").render(**CONTEXTS[page]))


@app.get("/")
async def home() -> FileResponse:
    return FileResponse(WEB / "storefront" / "index.html")


@app.get("/embed")
async def embed(mode: str = "page", lang: str = "en", theme: str = "") -> HTMLResponse:
    mark = f' data-theme="{theme}"' if theme else ""
    return HTMLResponse(f'<!doctype html><html lang="{lang}"{mark}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chat</title><link rel="stylesheet" href="/web/tokens.css">'
                        f'<link rel="stylesheet" href="/web/storefront/storefront.css"><body class="bare"><script type="module" src="/web/widget.js"></script><shopkeeper-chat mode="{mode}" open></shopkeeper-chat></body></html>')  # fmt: skip


app.mount("/web", StaticFiles(directory=WEB), name="web")
