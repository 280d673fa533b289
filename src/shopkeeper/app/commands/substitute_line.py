"""Staff give something else for what is missing: only what was wished, never dearer than was agreed to, the difference goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shopkeeper.app.commands.fulfill_order import Fulfilled, NotDone, given_says
from shopkeeper.app.moment import Moment
from shopkeeper.app.naming import read_labels
from shopkeeper.app.refunding import GivenBack, Wish, give_back
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.cart.substitution import SubstituteRule, Substitution
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.lines import QuoteLine
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.taxes import tax_on_line
from shopkeeper.domain.core.ids import LineId, OrderNumber, ReservationId, Sku, derive
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.stock import StockReservation
from shopkeeper.domain.orders.order import Order, OrderEvent, Swap
from shopkeeper.domain.orders.work import OPEN, Work, lines_in, works_of
from shopkeeper.domain.payments.payment import NotHeld
from shopkeeper.domain.returns.amounts import first
from shopkeeper.domain.returns.standing import returned
from shopkeeper.ports.storage import Transaction

REASON = "substituted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """`agreed`: the shopper was asked and said yes, which a wish to be asked first needs."""

    number: OrderNumber
    shipment: int
    line_id: LineId
    sku: Sku
    agreed: bool = False


def substitute_line(wish: Instead, tx: Transaction, moment: Moment) -> Fulfilled | NotDone:
    """`substitute_not_wished`, `substitute_ask_first`, `substitute_other`, `substitute_unfit`, `substitute_gone`, or as of every step."""
    order = tx.orders.get(wish.number)
    works = works_of(order) if order is not None else ()
    if order is None or not 0 <= wish.shipment < len(works):
        return NotDone(code="order_unknown")
    work, line = works[wish.shipment], next((line for line in order.quote.lines if line.line_id == wish.line_id), None)
    if line is None or work.stage not in OPEN:
        return NotDone(code="not_in_this_order" if line is None else "too_late", numbers=(order.number,))
    if any(swap.line_id == line.line_id and swap.sku == wish.sku for swap in order.swaps):
        return Fulfilled(order=order, work=work, again=True)
    left = left_to_swap(order, wish.shipment, tx).get(line.line_id, 0)
    product_id = tx.catalog.products_of([wish.sku]).get(wish.sku)
    listing = tx.catalog.listings([product_id]).get(product_id) if product_id is not None else None
    if not left or listing is None or wish.sku not in listing.offers:
        return NotDone(code="not_in_this_order" if not left else "substitute_other", numbers=(order.number,))
    problem = _problem(order, line, listing, wish, tx)
    return (
        NotDone(code=problem, numbers=(order.number,))
        if problem
        else _swap(order, work, line, listing, wish, left=left, tx=tx, moment=moment)
    )


def left_to_swap(order: Order, shipment: int, tx: Transaction) -> dict[LineId, int]:
    """How much of each line of the shipment is neither taken off the order nor exchanged already."""
    earlier = tx.returns.of_order(order.number)
    gone = {line.line_id: returned(line.line_id, earlier) for line in order.quote.lines}
    for swap in order.swaps:
        gone[swap.line_id] = gone.get(swap.line_id, 0) + swap.quantity
    counts = lines_in(order, shipment)
    return {line_id: max(0, min(count, _whole(order, line_id) - gone.get(line_id, 0))) for line_id, count in counts.items()}


def _whole(order: Order, line_id: LineId) -> int:
    return next((line.quantity for line in order.quote.lines if line.line_id == line_id), 0)


def fits_wish(wish: Substitution | None, sku: Sku, listing: Listing, missing: Listing | None) -> bool:
    """Whether it is within what the shopper wished; something similar is of the same category."""
    if wish is None or wish.rule is SubstituteRule.NONE:
        return False
    if wish.rule is SubstituteRule.NAMED:
        return sku in wish.skus
    return missing is not None and listing.product.category == missing.product.category


def _problem(order: Order, line: QuoteLine, listing: Listing, wish: Instead, tx: Transaction) -> str:
    said = order.substitutions.get(line.line_id)
    if said is None or said.rule is SubstituteRule.NONE:
        return "substitute_not_wished"
    if said.rule is SubstituteRule.ASK and not wish.agreed:
        return "substitute_ask_first"
    product_id = tx.catalog.products_of([line.sku]).get(line.sku)
    missing = tx.catalog.listings([product_id]).get(product_id) if product_id is not None else None
    if said.rule is not SubstituteRule.ASK and not fits_wish(said, wish.sku, listing, missing):
        return "substitute_other"
    older = (listing.product.age_limit or 0) > (missing.product.age_limit or 0 if missing is not None else 0)
    conversation = tx.conversations.get(order.conversation_id) if order.conversation_id is not None else None
    avoids = set(conversation.avoids) if conversation is not None else set[str]()
    declared = listing.product.allergens
    # What the shopper must not have, only a maker's declaration can rule out.
    unsafe = bool(avoids) and said.rule is SubstituteRule.SIMILAR and (declared is None or not avoids <= declared.free_from)
    return "substitute_unfit" if older or unsafe else ""


def _swap(
    order: Order, work: Work, line: QuoteLine, listing: Listing, wish: Instead, *, left: int, tx: Transaction, moment: Moment
) -> Fulfilled | NotDone:
    hold = _hold(order, work, wish, left, tx, moment=moment)
    if isinstance(hold, NotDone):
        return hold
    price = listing.offers[wish.sku].price
    back = _difference(order.quote, line, left, price)
    given: tuple[GivenBack, ...] = ()
    now = order
    if back:
        try:
            now, given = give_back(order, Wish(amount=back, reason=REASON, key=f"{REASON}:{line.line_id}:{wish.sku}"), tx, moment)
        except NotHeld:
            tx.stock.release(order.checkout_id)
            return NotDone(code="money_gone", numbers=(order.number,))
    if hold is not None:
        tx.stock.commit(order.checkout_id)
    profile = tx.shop.profile()
    variant = listing.product.variant(wish.sku)
    labels = read_labels(tx, profile.language if profile else "en", profile)
    title = labels.title(listing.product.title, variant) if variant is not None else wish.sku
    swap = Swap(line_id=line.line_id, quantity=left, sku=wish.sku, title=title, unit_price=price, at=moment.now)
    event = OrderEvent(kind=REASON, at=moment.now, note=f"{line.title} > {title}", shipment=work.shipment)
    swapped = replace(now, swaps=(*now.swaps, swap)).record(event)
    tx.orders.save(swapped)
    facts = {
        "order": order.number,
        "line": line.line_id,
        "from": line.sku,
        "to": wish.sku,
        "quantity": left,
        "back": back.minor,
        "agreed": wish.agreed,
    }
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="order.substituted", subject=order.checkout_id, facts=facts))
    return Fulfilled(order=swapped, work=work, says=_told(swapped, work, line, title, back=back, given=given, tx=tx))


def _hold(order: Order, work: Work, wish: Instead, count: int, tx: Transaction, *, moment: Moment) -> StockReservation | NotDone | None:
    """The goods taken from the shelf of the branch; None where the shop does not count them."""
    per_store = tx.stock.available([wish.sku]).get(wish.sku)
    if per_store is None:
        return None
    store_id = work.store_id or next((at for at, free in per_store.items() if free >= count), work.store_id)
    hold = StockReservation(
        id=ReservationId(derive("rsv", order.checkout_id, REASON, wish.line_id, wish.sku)),
        checkout_id=order.checkout_id,
        sku=wish.sku,
        store_id=store_id,
        quantity=count,
        expires_at=moment.now,
    )
    return hold if tx.stock.reserve(hold) else NotDone(code="substitute_gone", numbers=(order.number,))


def _difference(quote: Quote, line: QuoteLine, count: int, price: Money) -> Money:
    """What the pieces cost less than was paid for them, with the tax on that where it came on top; nothing where they cost more."""
    paid = first(line.total, count, line.quantity)
    less = max(paid - price * count, Money.zero(quote.currency))
    if quote.tax_included or not less:
        return less
    tax = first(tax_on_line(line, included=False), count, line.quantity)
    return less + tax.allocate([less.minor, (paid - less).minor])[0]


def _told(
    order: Order, work: Work, line: QuoteLine, title: str, *, back: Money, given: Sequence[GivenBack], tx: Transaction
) -> tuple[Say, ...]:
    store = next((store.name for store in tx.shop.stores() if store.id == work.store_id), "")
    said = Say(key="order.substituted", facts={"number": order.number, "store": store, "title": line.title, "instead": title})
    money = Say(key="order.substituted_back", facts={"back": back}) if back else Say(key="order.substituted_same")
    return (said, money, *given_says(given))
