"""Expectations about what only the shop's records can tell: orders, money, holds, events, audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shopkeeper.domain.bookings.booking import BookingStatus
from shopkeeper.domain.conversation.handoff import HandoffStatus
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.mandates.mandate import MandateStatus, UseState
from shopkeeper.domain.orders.order import OrderStatus
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.domain.returns.rma import RmaStatus
from shopkeeper.testing.conversations.inside import PLURALS, Inside
from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.seen import Seen
from shopkeeper.testing.conversations.spec import Expectation, Mismatch
from shopkeeper.testing.conversations.wanted import NONE, check_counts, is_none, wanted_counts, wanted_list


def _looks_inside(name: str, node: Node, check: Callable[[Inside], Iterator[Mismatch]]) -> Expectation:
    def looked(seen: Seen) -> Iterator[Mismatch]:
        if seen.inside is not None:
            yield from check(seen.inside)

    return Expectation(name=name, place=node.place, check=looked, inside=True)


def _orders(node: Node) -> Expectation:
    """Orders placed since the test began: how many, or more about them, oldest first."""
    if is_none(node) or isinstance(node.value, int):
        count = 0 if is_none(node) else node.whole(least=0)
        return _looks_inside("orders", node, lambda inside: _order_count(inside, count))
    fields = node.fields(("count", "totals", "numbers", "status"))
    count = fields["count"].whole(least=0) if "count" in fields else None
    totals = [item.amount() for item in fields["totals"].items()] if "totals" in fields else None
    numbers = list(fields["numbers"].texts()) if "numbers" in fields else None
    status = fields["status"].one_of(tuple(OrderStatus)) if "status" in fields else None

    def check(inside: Inside) -> Iterator[Mismatch]:
        orders = inside.orders()
        if count is not None:
            yield from _order_count(inside, count)
        if totals is not None and totals != [order.quote.total.minor for order in orders]:
            yield Mismatch(what="orders.totals", expected=totals, got=[order.quote.total.minor for order in orders])
        if numbers is not None and numbers != [order.number for order in orders]:
            yield Mismatch(what="orders.numbers", expected=numbers, got=[order.number for order in orders])
        if status is not None and any(order.status != status for order in orders):
            yield Mismatch(what="orders.status", expected=status, got=[order.status.value for order in orders])

    return _looks_inside("orders", node, check)


def _order_count(inside: Inside, count: int) -> Iterator[Mismatch]:
    orders = inside.orders()
    if len(orders) != count:
        yield Mismatch(what="orders.count", expected=count, got=[f"{order.number} {order.status}" for order in orders])


def _payments(node: Node) -> Expectation:
    """How many payments there are in each state."""
    wanted = wanted_counts(node, known=tuple(PaymentStatus))
    return _looks_inside("payments", node, lambda inside: check_counts("payments", wanted, inside.payment_counts()))


def _ledger(node: Node) -> Expectation:
    """What the provider booked: counts, and `kept`, the money it still holds or has taken."""
    if is_none(node):
        return _looks_inside("ledger", node, lambda inside: check_counts("ledger", {}, inside.ledger()))
    fields = node.fields((*PLURALS.values(), "kept"))
    wanted = {name: entry.amount() if name == "kept" else entry.whole(least=0) for name, entry in fields.items()}
    return _looks_inside("ledger", node, lambda inside: check_counts("ledger", wanted, inside.ledger(), whole=False))


def _capacity(node: Node) -> Expectation:
    """What is held of kitchens and couriers, all stretches together: `{"kitchen:mitte": 2}`."""
    wanted = wanted_counts(node)
    return _looks_inside("capacity", node, lambda inside: check_counts("capacity", wanted, inside.capacity()))


def _holds(node: Node) -> Expectation:
    wanted = wanted_counts(node)
    return _looks_inside("holds", node, lambda inside: check_counts("holds", wanted, inside.holds()))


def _stock(node: Node) -> Expectation:
    """How many can be had over all stores, holds taken off."""
    wanted = wanted_counts(node)
    return _looks_inside(
        "stock", node, lambda inside: check_counts("stock", wanted, {sku: inside.available(sku) for sku in wanted}, whole=False)
    )


def _question(node: Node) -> Expectation:
    """The topic of the open question (one of several `a|b`), or `none`."""
    wanted = NONE if is_none(node) else node.text()

    def check(inside: Inside) -> Iterator[Mismatch]:
        if (inside.question or NONE) not in wanted.split("|"):
            yield Mismatch(what="question", expected=wanted, got=inside.question or NONE)

    return _looks_inside("question", node, check)


def _flow(node: Node) -> Expectation:
    """The flows under way, the one talked about first, each with exactly what is known: `{complaint: {kind: late}}`."""
    wanted = (
        {} if is_none(node) else {name: {slot: one.text() for slot, one in slots.fields().items()} for name, slots in node.fields().items()}
    )

    def check(inside: Inside) -> Iterator[Mismatch]:
        got = {frame.flow: {slot: _written(value) for slot, value in frame.slots.items()} for frame in reversed(inside.state.stack)}
        if list(got.items()) != list(wanted.items()):
            yield Mismatch(what="flow", expected=wanted or NONE, got=got or NONE)

    return _looks_inside("flow", node, check)


def _written(value: object) -> str:
    """As a test writes it: a truth value in small letters, a product by its sku."""
    product = as_mapping(value)
    return str(value).lower() if isinstance(value, bool) else str(product.get("sku") or product.get("product_id") or value)


def _events(node: Node) -> Expectation:
    wanted = wanted_list(node, bare="contain")
    return _looks_inside("events", node, lambda inside: wanted.check("events", inside.events()))


def _audit(node: Node) -> Expectation:
    wanted = wanted_list(node, bare="contain")
    return _looks_inside("audit", node, lambda inside: wanted.check("audit", inside.audited()))


def _consents(node: Node) -> Expectation:
    """Over all checkouts of the test: how many consents hold and how many are void."""
    wanted = wanted_counts(node, known=("holding", "void"))

    def check(inside: Inside) -> Iterator[Mismatch]:
        consents = [consent for checkout in inside.checkouts() for consent in checkout.consents]
        holding = sum(consent.holds for consent in consents)
        yield from check_counts("consents", wanted, {"holding": holding, "void": len(consents) - holding})

    return _looks_inside("consents", node, check)


def _proof(node: Node) -> Expectation:
    """How many quotes and consents the proof of the newest order holds, void consents too."""
    wanted = wanted_counts(node, known=("quotes", "consents", "payments"))

    def check(inside: Inside) -> Iterator[Mismatch]:
        proofs = inside.bundles()
        if not proofs:
            yield Mismatch(what="proof", expected="the proof of a sale", got=NONE)
            return
        bundle = as_mapping(proofs[-1][1]["bundle"])
        got = {name: len(as_sequence(bundle[name])) for name in wanted}
        yield from check_counts("proof", wanted, got, whole=False)

    return _looks_inside("proof", node, check)


def _returns(node: Node) -> Expectation:
    """Returns by status; `refund` is what all that are neither called off nor denied give back. `none`: denied cases aside, nothing."""
    if is_none(node):
        return _looks_inside("returns", node, lambda inside: check_counts("returns", {}, _live(inside.returns())))
    fields = node.fields((*RmaStatus, "refund"))
    wanted = {name: entry.amount() if name == "refund" else entry.whole(least=0) for name, entry in fields.items()}
    return _looks_inside("returns", node, lambda inside: check_counts("returns", wanted, inside.returns(), whole=False))


def _live(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {name: count for name, count in counts.items() if count and name != RmaStatus.REJECTED}


def _bookings(node: Node) -> Expectation:
    wanted = wanted_counts(node, known=tuple(BookingStatus))
    return _looks_inside("bookings", node, lambda inside: check_counts("bookings", wanted, inside.bookings(), whole=False))


def _mandates(node: Node) -> Expectation:
    """Mandates by status; `uses` are purchases under them, `open`, `paid` and `failed` how those went."""
    wanted = wanted_counts(node, known=(*MandateStatus, *UseState, "uses"))
    return _looks_inside("mandates", node, lambda inside: check_counts("mandates", wanted, inside.mandates(), whole=False))


def _tickets(node: Node) -> Expectation:
    wanted = wanted_counts(node, known=tuple(HandoffStatus))
    return _looks_inside("tickets", node, lambda inside: check_counts("tickets", wanted, inside.tickets()))


def _listed(name: str, got: Callable[[Inside], list[str]]) -> Callable[[Node], Expectation]:
    def reader(node: Node) -> Expectation:
        wanted = wanted_list(node, bare="exactly")
        return _looks_inside(name, node, lambda inside: wanted.check(name, got(inside)))

    return reader


READERS: Mapping[str, Callable[[Node], Expectation]] = {
    "orders": _orders,
    "payments": _payments,
    "ledger": _ledger,
    "holds": _holds,
    "capacity": _capacity,
    "stock": _stock,
    "question": _question,
    "flow": _flow,
    "events": _events,
    "audit": _audit,
    "consents": _consents,
    "proof": _proof,
    "returns": _returns,
    "bookings": _bookings,
    "mandates": _mandates,
    "tickets": _tickets,
    "flags": _listed("flags", Inside.noticed),
    "saved_methods": _listed("saved_methods", Inside.saved_methods),
    "gallery": _listed("gallery", Inside.gallery),
}
