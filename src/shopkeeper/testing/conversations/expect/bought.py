"""Expectations about cart, quote and checkout, as the public contract shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from shopkeeper.domain.checkout.checkout import CheckoutStatus, PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.fulfillment.shipment import ShipmentKind
from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.seen import Json, Seen, each, inner
from shopkeeper.testing.conversations.spec import Expectation, Mismatch
from shopkeeper.testing.conversations.wanted import NONE, check_counts, check_fields, is_none, wanted_counts, wanted_list

AMOUNTS = {"goods": "subtotal", "delivery": "fulfillment", "total": "total"}
KINDS = tuple(ShipmentKind)
LOCAL = ZoneInfo("Europe/Berlin")
"""Where the fixture shop is."""
PAYMENT_STATUSES = ("none", "requires_action", "processing", "authorized", "captured", "declined", "unknown")


def cart_counts(seen: Seen) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in each(inner(seen.view, "cart"), "lines"):
        counts[str(line["sku"])] = counts.get(str(line["sku"]), 0) + int(line["quantity"])
    return counts


def _cart(*, whole: bool) -> Callable[[Node], Expectation]:
    def reader(node: Node) -> Expectation:
        wanted = {} if node.value == "empty" else wanted_counts(node)

        def check(seen: Seen) -> Iterator[Mismatch]:
            yield from check_counts("cart", wanted, cart_counts(seen), whole=whole)

        return Expectation(name="cart", place=node.place, check=check)

    return reader


def _made(node: Node) -> Expectation:
    """How the made-to-order lines of the cart are made, in any order: `- {sku: TEA-PEARL, quantity: 1, ice: none}`."""
    wanted = [{name: entry.text() for name, entry in item.fields().items()} for item in node.items()]

    def check(seen: Seen) -> Iterator[Mismatch]:
        lines = [
            {"sku": str(line["sku"]), "quantity": str(line["quantity"]), **{str(k): str(v) for k, v in inner(line, "modifiers").items()}}
            for line in each(inner(seen.view, "cart"), "lines")
            if line.get("modifiers")
        ]
        left = list(lines)
        for one in wanted:
            found = next((line for line in left if one.items() <= line.items()), None)
            if found is None:
                yield Mismatch(what="made", expected=one, got=left)
                return
            left.remove(found)
        if left:
            yield Mismatch(what="made", expected=wanted, got=lines)

    return Expectation(name="made", place=node.place, check=check)


def _cart_count(node: Node) -> Expectation:
    wanted = node.whole(least=0)

    def check(seen: Seen) -> Iterator[Mismatch]:
        count = sum(cart_counts(seen).values())
        if count != wanted:
            yield Mismatch(what="cart_count", expected=wanted, got=count)

    return Expectation(name="cart_count", place=node.place, check=check)


def _quote(node: Node) -> Expectation:
    """The quote on the table, or `none`: amounts, lines, and which promotions count or had to give way."""
    if is_none(node):
        return Expectation(name="quote", place=node.place, check=_no_quote)
    fields = node.fields((*AMOUNTS, "discount", "lines", "applied", "rejected"))
    amounts = {name: fields[name].amount() for name in (*AMOUNTS, "discount") if name in fields}
    lines = wanted_counts(fields["lines"]) if "lines" in fields else None
    lists = {name: wanted_list(fields[name], bare="exactly") for name in ("applied", "rejected") if name in fields}

    def check(seen: Seen) -> Iterator[Mismatch]:
        checkout = inner(seen.view, "checkout")
        if not checkout.get("digest"):
            yield Mismatch(what="quote", expected="a quote", got=checkout.get("status", NONE))
            return
        yield from check_fields("quote", amounts, lambda name: _amount(checkout, name))
        if lines is not None:
            yield from check_counts("quote.lines", lines, _quoted(checkout))
        for name, wanted in lists.items():
            yield from wanted.check(f"quote.{name}", [str(d.get("code") or d["title"]) for d in each(inner(checkout, "discounts"), name)])

    return Expectation(name="quote", place=node.place, check=check)


def _quoted(checkout: Json) -> dict[str, int]:
    return {str(inner(line, "item")["id"]): int(line["quantity"]) for line in each(checkout, "line_items")}


def _no_quote(seen: Seen) -> Iterator[Mismatch]:
    checkout = inner(seen.view, "checkout")
    if checkout.get("digest"):
        yield Mismatch(what="quote", expected=NONE, got=_amount(checkout, "total"))


def _amount(checkout: Json, name: str) -> int:
    """In minor units; a discount counts as what it takes off."""
    kind = "discount" if name == "discount" else AMOUNTS[name]
    total = sum(int(row["amount"]) for row in each(checkout, "totals") if row["type"] == kind)
    return -total if name == "discount" else total


def _shipments(node: Node) -> Expectation:
    """How the quoted goods come, kind and store (`none` for a parcel), with local times: `{courier: mitte, ends: "12:00"}`."""
    wanted = [{name: entry.text() for name, entry in item.fields((*KINDS, "starts", "ends")).items()} for item in node.items()]

    def check(seen: Seen) -> Iterator[Mismatch]:
        found = [_shipment(one) for one in each(inner(inner(seen.view, "checkout"), "fulfillment"), "shipments")]
        if len(found) != len(wanted) or any(not one.items() <= got.items() for one, got in zip(wanted, found, strict=True)):
            yield Mismatch(what="shipments", expected=wanted, got=found)

    return Expectation(name="shipments", place=node.place, check=check)


def _shipment(shipment: Json) -> dict[str, str]:
    times = {name: shipment.get(f"{name}_at") for name in ("starts", "ends")}
    local = {name: datetime.fromisoformat(str(at)).astimezone(LOCAL).strftime("%H:%M") for name, at in times.items() if at}
    return {str(shipment["kind"]): str(shipment.get("store_id") or NONE), **local}


def _checkout(node: Node) -> Expectation:
    known: Mapping[str, tuple[str, ...]] = {
        "status": tuple(CheckoutStatus),
        "payment": PAYMENT_STATUSES,
        "pay_by": tuple(PaymentMethod),
        "method": (*DeliveryMethod, NONE),
        "store": (),
    }
    if is_none(node):
        return Expectation(name="checkout", place=node.place, check=_no_checkout)
    fields = {"status": node} if not node.is_mapping else node.fields(known)
    wanted = {name: entry.one_of(known[name]) if known[name] else entry.text() for name, entry in fields.items()}

    def check(seen: Seen) -> Iterator[Mismatch]:
        yield from check_fields("checkout", wanted, lambda name: _field(inner(seen.view, "checkout"), name))

    return Expectation(name="checkout", place=node.place, check=check)


def _no_checkout(seen: Seen) -> Iterator[Mismatch]:
    checkout = inner(seen.view, "checkout")
    if checkout and checkout["status"] not in (CheckoutStatus.COMPLETED, CheckoutStatus.CANCELED):
        yield Mismatch(what="checkout", expected=NONE, got=checkout["status"])


def _field(checkout: Json, name: str) -> str:
    payment, fulfillment = inner(checkout, "payment"), inner(checkout, "fulfillment")
    found = {
        "status": checkout.get("status"),
        "payment": payment.get("status"),
        "pay_by": payment.get("method"),
        "method": fulfillment.get("method"),
        "store": fulfillment.get("store_id"),
    }
    return str(found[name] or NONE)


READERS: Mapping[str, Callable[[Node], Expectation]] = {
    "cart": _cart(whole=True),
    "cart_has": _cart(whole=False),
    "made": _made,
    "cart_count": _cart_count,
    "quote": _quote,
    "checkout": _checkout,
    "shipments": _shipments,
}
