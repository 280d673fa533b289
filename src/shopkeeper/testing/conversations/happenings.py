"""What a file may let happen outside the conversation, read with its fields checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from shopkeeper.adapters.payments.sandbox import Fault, Outcome
from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.spec import Happening
from shopkeeper.testing.models import Trouble

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
OPERATIONS = ("authorize", "look_up", "capture", "void", "refund")
OUTSIDE = frozenset({"payment"})
"""Kinds that need no access to the inside of the shop: the pay page is there for everybody."""


def read_happening(node: Node, by: str) -> Happening:
    """`event: sweep`, or `event: {price: {…}}` with exactly one kind."""
    entries = node.fields(READERS) if node.is_mapping else {node.one_of(READERS): Node(node.place, None)}
    if len(entries) != 1:
        node.wrong("an event is one thing; write several steps for several")
    kind, facts = next(iter(entries.items()))
    return Happening(kind=kind, facts=READERS[kind](facts), by=by)


def read_moment(node: Node) -> datetime:
    try:
        at = datetime.fromisoformat(node.text())
    except ValueError:
        node.wrong(f"must be a moment such as 2026-09-15T10:00:00+02:00, not {node.kind}")
    if at.tzinfo is None:
        node.wrong("the moment needs its offset, such as +02:00")
    return at


def read_span(node: Node) -> timedelta:
    text = node.text()
    number, unit = text[:-1], UNITS.get(text[-1:])
    if unit is None or not number.isdigit():
        node.wrong("must be a span such as 30s, 20m, 2h or 3d")
    return timedelta(**{unit: int(number)})


def _needed(node: Node, known: tuple[str, ...], needed: tuple[str, ...]) -> dict[str, Node]:
    fields = node.fields(known)
    for name in needed:
        if name not in fields:
            node.wrong(f"{name!r} is missing")
    return fields


def _price(node: Node) -> Mapping[str, object]:
    fields = _needed(node, ("sku", "amount"), ("sku", "amount"))
    return {"sku": fields["sku"].text(), "amount": fields["amount"].amount()}


def _stock(node: Node) -> Mapping[str, object]:
    """Without `store` every store has `quantity` of it."""
    fields = _needed(node, ("sku", "store", "quantity"), ("sku", "quantity"))
    store = fields["store"].text() if "store" in fields else None
    return {"sku": fields["sku"].text(), "store": store, "quantity": fields["quantity"].whole(least=0)}


def _promotion(node: Node) -> Mapping[str, object]:
    fields = _needed(node, ("id", "percent", "amount", "active", "ends_at"), ("id",))
    facts: dict[str, object] = {"id": fields["id"].text()}
    if "percent" in fields:
        facts["percent_bp"] = fields["percent"].whole(least=0) * 100
    if "amount" in fields:
        facts["amount"] = fields["amount"].amount()
    if "active" in fields:
        facts["active"] = fields["active"].truth()
    if "ends_at" in fields:
        facts["ends_at"] = read_moment(fields["ends_at"])
    return facts


def _payment(node: Node) -> Mapping[str, object]:
    """A button of the pay page, or a code typed into it."""
    if not node.is_mapping:
        return {"outcome": node.one_of(tuple(Outcome))}
    fields = node.fields(("outcome", "code"))
    if len(fields) != 1:
        node.wrong("give either an outcome or a code")
    return {"code": fields["code"].text()} if "code" in fields else {"outcome": fields["outcome"].one_of(tuple(Outcome))}


def _fault(node: Node) -> Mapping[str, object]:
    """What goes wrong with the next calls to the payment provider, per operation."""
    known = tuple(Fault)
    return {name: [item.one_of(known) for item in entry.items()] for name, entry in node.fields(OPERATIONS).items()}


def _crash(node: Node) -> Mapping[str, object]:
    """Nothing = the process ends now; else it ends right before or after the provider did what was asked."""
    if node.value is None:
        return {}
    fields = node.fields(("before", "after"))
    if len(fields) != 1:
        node.wrong("a crash comes either before or after one operation")
    return {when: entry.one_of(OPERATIONS) for when, entry in fields.items()}


def _webhook(node: Node) -> Mapping[str, object]:
    return {"which": node.one_of(("again",))}


def _operator(node: Node) -> Mapping[str, object]:
    """`take`, `{reply: words}`, `{close: how it ended}`, `{approve: RMA-…}`, `{reject: RMA-…}`,
    `{arrived: RMA-…}` or `{unusable: RMA-…}`, in whoever speaks's conversation."""
    if not node.is_mapping:
        return {node.one_of(("take",)): ""}
    fields = node.fields(("reply", "close", "approve", "reject", "arrived", "unusable"))
    if len(fields) != 1:
        node.wrong("an operator does one thing in a step")
    return {name: entry.text() for name, entry in fields.items()}


def _sweep(node: Node) -> Mapping[str, object]:
    if node.value is not None:
        node.wrong("a sweep has no fields")
    return {}


def _gift_card(node: Node) -> Mapping[str, object]:
    """A gift card is sold elsewhere: its code and what is on it."""
    fields = _needed(node, ("code", "amount"), ("code", "amount"))
    return {"code": fields["code"].text(), "amount": fields["amount"].amount()}


def _short(node: Node) -> Mapping[str, object]:
    """The store cannot hand over `quantity` of a sku of the newest order."""
    fields = _needed(node, ("sku", "quantity"), ("sku", "quantity"))
    return {"sku": fields["sku"].text(), "quantity": fields["quantity"].whole(least=1)}


BOARD_STEPS = ("accept", "ready", "send", "delivered", "refuse", "substitute", "hand_over")


def _board(node: Node) -> Mapping[str, object]:
    """A step of the branch with a shipment (the first, else as numbered) of the newest order; `hand_over` at the till of `store`."""
    fields = _needed(node, ("step", "shipment", "store", "reason", "sku", "to", "agreed"), ("step",))
    step = fields["step"].one_of(BOARD_STEPS)
    for name in {"substitute": ("sku", "to"), "hand_over": ("store",)}.get(step, ()):
        if name not in fields:
            node.wrong(f"{step} needs {name!r}")
    return {
        "step": step,
        "shipment": fields["shipment"].whole(least=0) if "shipment" in fields else 0,
        "agreed": fields["agreed"].truth() if "agreed" in fields else False,
        **{name: fields[name].text() for name in ("store", "reason", "sku", "to") if name in fields},
    }


def _refund(node: Node) -> Mapping[str, object]:
    """Staff give back a part of the newest order, to what paid it or onto a new gift card."""
    fields = _needed(node, ("amount", "to"), ("amount",))
    to = fields["to"].one_of(("original", "gift_card")) if "to" in fields else "original"
    return {"amount": fields["amount"].amount(), "to": to}


def _model(node: Node) -> Mapping[str, object]:
    """What is wrong with the model's endpoint from now on; `up` = nothing any more."""
    return {"trouble": node.one_of(tuple(Trouble))}


def _charges(node: Node) -> Mapping[str, object]:
    """Taxes, fees, tips, smallest orders and what split deliveries cost, written as in shop.yaml."""
    return {name: entry.plain() for name, entry in node.fields(("tax", "fees", "tips", "minimum_order", "delivery")).items()}


READERS: Mapping[str, Callable[[Node], Mapping[str, object]]] = {
    "price": _price,
    "stock": _stock,
    "promotion": _promotion,
    "charges": _charges,
    "payment": _payment,
    "fault": _fault,
    "crash": _crash,
    "webhook": _webhook,
    "sweep": _sweep,
    "gift_card": _gift_card,
    "operator": _operator,
    "short": _short,
    "board": _board,
    "refund": _refund,
    "model": _model,
}
