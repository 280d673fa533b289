"""The facts a gate rule may ask about, read from records inside the turn's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import TypeAlias

from shopkeeper.app.hold_stock import stock_for
from shopkeeper.app.moment import Moment
from shopkeeper.app.naming import read_labels
from shopkeeper.app.turn.after_sale_facts import booking_facts, claim_facts, return_facts
from shopkeeper.app.turn.mandate_facts import mandate_facts
from shopkeeper.app.turn.refund_facts import refund_facts
from shopkeeper.domain.cart.cart import Cart, Line
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.catalog.product import Product, ProductKind
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.checkout.readiness import missing
from shopkeeper.domain.conversation.events import CommandRan, CommandRefused
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ProductId, Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.policy.command import (
    AddLineItem,
    CancelBooking,
    CancelReturn,
    ChangeModifiers,
    ChangeQuantity,
    ChangeVariant,
    Command,
    CompleteCheckout,
    ConfirmBooking,
    ConfirmReturn,
    DraftReturn,
    EraseMyData,
    FlagClaim,
    GrantMandate,
    HoldBooking,
    MoveBooking,
    ProposeMandate,
    RecordDenial,
    RefundOrder,
    RemoveLineItem,
    RevokeMandate,
    UpdateCheckout,
    UseMandate,
)
from shopkeeper.ports.address_forms import AddressForms
from shopkeeper.ports.shop_store import ShopProfile
from shopkeeper.ports.storage import Transaction

GateFacts: TypeAlias = Mapping[str, object]

EVENTS_PER_COMMAND = 5
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps that no profile carries. `payment_cap_minor` is per transaction, in the shop's currency."""

    max_lines: int = 100
    max_codes: int = 10
    max_commands_per_minute: int = 60
    payment_cap_minor: int = 500_000
    quote_grace_minutes: int = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a cart command is about: which variant, how many there are of it and how many there would be."""

    sku: Sku
    listing: Listing | None
    line: Line | None
    before: int
    quantity: int


def gather_gate_facts(
    command: Command,
    tx: Transaction,
    state: ConversationState,
    moment: Moment,
    *,
    limits: Limits,
    profile: ShopProfile,
    stated_age: int | None,
    addresses: AddressForms | None = None,
) -> GateFacts:
    """Only what rules about this kind of command ask for is read."""
    checkout = _checkout(command, tx, state)
    cart_id: CartId = getattr(command, "cart_id", checkout.cart_id if checkout else state.cart_id)
    cart = tx.carts.get(cart_id) or Cart(id=cart_id)
    facts: dict[str, object] = {
        "command": {field.name: getattr(command, field.name) for field in fields(command)},
        "shop": _shop(profile, limits),
        "cart": {"lines": len(cart.lines), "codes": len(cart.codes), "count": cart.count},
        "conversation": {"commands_last_minute": _recent_commands(tx, state, moment, limits)},
        "customer": {"known": state.customer_id is not None},
        "actor": moment.actor,
    }
    match command:
        case AddLineItem() | ChangeQuantity() | ChangeVariant() | ChangeModifiers() | RemoveLineItem():
            wanted = _wanted(command, cart, tx)
            under = tx.checkouts.open_for(cart.id)
            labels = read_labels(tx, moment.language, profile)
            facts["line"] = _line(command, wanted, under, tx, labels)
            restricted = _limited(wanted.listing, wanted.sku, labels)
            facts["age"] = _age(restricted, cart, tx, state, moment, stated_age=stated_age)
        case UpdateCheckout():
            facts["checkout"] = _checkout_facts(checkout, moment)
            facts["delivery"] = _delivery(command.delivery, tx, addresses)
        case CompleteCheckout():
            facts["checkout"] = _checkout_facts(checkout, moment)
            facts["delivery"] = _delivery(checkout.delivery if checkout else None, tx, addresses)
            facts["age"] = _age(
                _strictest(cart, tx, read_labels(tx, moment.language, profile)), Cart(id=cart.id), tx, state, moment, stated_age=stated_age
            )
        case FlagClaim():
            facts["rma"] = claim_facts(command, tx, state, moment)
        case DraftReturn() | RecordDenial() | ConfirmReturn() | CancelReturn():
            facts["rma"] = return_facts(command, tx, state, moment, profile)
        case HoldBooking() | ConfirmBooking() | MoveBooking() | CancelBooking():
            facts["booking"] = booking_facts(command, tx, state, moment)
        case ProposeMandate() | GrantMandate() | RevokeMandate() | UseMandate():
            facts["mandate"] = mandate_facts(command, tx, state, moment)
        case RefundOrder():
            facts["refund"] = refund_facts(command, tx)
        case EraseMyData():
            customer = tx.customers.get(state.customer_id) if state.customer_id else None
            facts["customer"] = {"known": state.customer_id is not None, "verified": customer is not None and customer.verified}
        case _:
            pass
    return facts


def _checkout(command: Command, tx: Transaction, state: ConversationState) -> Checkout | None:
    checkout_id = getattr(command, "checkout_id", state.checkout_id)
    return tx.checkouts.get(checkout_id) if checkout_id else None


def _shop(profile: ShopProfile, limits: Limits) -> dict[str, object]:
    return {
        "max_line_quantity": profile.max_line_quantity,
        "max_lines": limits.max_lines,
        "max_codes": limits.max_codes,
        "max_commands_per_minute": limits.max_commands_per_minute,
        "quote_grace_minutes": limits.quote_grace_minutes,
        "payment_cap_minor": limits.payment_cap_minor,
        "payment_cap": Money(minor=limits.payment_cap_minor, currency=profile.currency),
        "countries": sorted(profile.delivery.countries),
        "countries_text": ", ".join(sorted(profile.delivery.countries)),
    }


def _recent_commands(tx: Transaction, state: ConversationState, moment: Moment, limits: Limits) -> int:
    """Commands tried in the last minute. A story shorter than the cap cannot have reached it and is not read."""
    if state.version < limits.max_commands_per_minute:
        return 0
    after = max(0, state.version - EVENTS_PER_COMMAND * limits.max_commands_per_minute)
    recent = tx.conversations.events(state.id, after=after)
    since = moment.now - MINUTE
    return sum(recorded.at > since and isinstance(recorded.event, CommandRan | CommandRefused) for recorded in recent)


CartCommand: TypeAlias = AddLineItem | ChangeQuantity | ChangeVariant | ChangeModifiers | RemoveLineItem


def _wanted(command: CartCommand, cart: Cart, tx: Transaction) -> Wanted:
    match command:
        case AddLineItem(sku=sku, product_id=product_id, quantity=quantity, modifiers=modifiers):
            before = cart.quantity_of(sku)
            return Wanted(
                sku=sku, listing=_listing(product_id, tx), line=cart.line_for(sku, modifiers), before=before, quantity=before + quantity
            )
        case ChangeVariant(line_id=line_id, sku=sku, product_id=product_id):
            line = cart.line(line_id)
            before = cart.quantity_of(sku)
            moved = (command.quantity or line.quantity) if line is not None and line.sku != sku else 0
            return Wanted(sku=sku, listing=_listing(product_id, tx), line=line, before=before, quantity=before + moved)
        case ChangeModifiers(line_id=line_id):
            line = cart.line(line_id)
            return _of_line(line, line.quantity if line else 0, cart, tx)
        case ChangeQuantity(line_id=line_id) | RemoveLineItem(line_id=line_id):
            return _of_line(cart.line(line_id), command.quantity if isinstance(command, ChangeQuantity) else 0, cart, tx)


def _of_line(line: Line | None, quantity: int, cart: Cart, tx: Transaction) -> Wanted:
    if line is None:
        return Wanted(sku=Sku(""), listing=None, line=None, before=0, quantity=quantity)
    before = cart.quantity_of(line.sku)
    after = before - line.quantity + quantity
    return Wanted(sku=line.sku, listing=_listing(line.product_id, tx), line=line, before=before, quantity=after)


def _listing(product_id: ProductId, tx: Transaction) -> Listing | None:
    return tx.catalog.listings([product_id]).get(product_id)


def _line(command: Command, wanted: Wanted, checkout: Checkout | None, tx: Transaction, labels: Labels) -> dict[str, object]:
    listing, sku = wanted.listing, wanted.sku
    variant = listing.product.variant(sku) if listing else None
    stock = stock_for(checkout.id if checkout else None, [sku], tx).get(sku)
    made = listing is not None and listing.product.kind is not ProductKind.GOODS
    modifiers: Mapping[str, str] = command.modifiers if isinstance(command, AddLineItem | ChangeModifiers) else {}
    return {
        "known": listing is not None and variant is not None and sku in listing.offers,
        "in_cart": wanted.line is not None,
        "title": labels.title(listing.product.title, variant) if listing and variant else sku,
        "before": wanted.before,
        "quantity": wanted.quantity,
        "counted": stock is not None and not made,
        "needs_booking": listing is not None and listing.product.kind is ProductKind.SERVICE,
        "available": sum(max(0, free) for free in stock.values()) if stock is not None else 0,
        "modifiers_known": listing is not None and _are_known(modifiers, listing.product),
    }


def _are_known(modifiers: Mapping[str, str], product: Product) -> bool:
    return all(value in product.modifiers.get(name, ()) for name, value in modifiers.items())


def _limited(listing: Listing | None, sku: Sku, labels: Labels) -> tuple[int, str]:
    """The age the goods ask for (0 = none) and their title."""
    variant = listing.product.variant(sku) if listing else None
    if listing is None or variant is None or not listing.product.age_limit:
        return 0, ""
    return listing.product.age_limit, labels.title(listing.product.title, variant)


def _strictest(cart: Cart, tx: Transaction, labels: Labels) -> tuple[int, str]:
    listings = tx.catalog.listings({line.product_id for line in cart.lines})
    return max((_limited(listings.get(line.product_id), line.sku, labels) for line in cart.lines), default=(0, ""))


def _age(
    restricted: tuple[int, str], cart: Cart, tx: Transaction, state: ConversationState, moment: Moment, *, stated_age: int | None
) -> dict[str, object]:
    needed, title = restricted
    return {"needed": needed, "title": title, "state": _age_state(needed, cart, tx, state, moment, stated_age=stated_age)}


def _age_state(needed: int, cart: Cart, tx: Transaction, state: ConversationState, moment: Moment, *, stated_age: int | None) -> str:
    """`free`, `minor`, `adult` or `unknown`. A birth year alone is certain only a year to either side."""
    if not needed:
        return "free"
    if stated_age is not None and stated_age < needed:
        return "minor"
    if stated_age is not None:
        return "adult"  # the buyer's word, as the question would ask for; proof of age is asked for at handover
    customer_id = moment.customer_id or state.customer_id
    customer = tx.customers.get(customer_id) if customer_id else None
    if customer is not None and customer.birth_year is not None:
        turns = moment.now.year - customer.birth_year
        if turns < needed:
            return "minor"
        if turns > needed:
            return "adult"
    # What lies in the cart under the same limit was confirmed when it was put there.
    confirmed = _strictest(cart, tx, Labels())[0] if cart.lines else 0
    return "adult" if confirmed >= needed else "unknown"


def _delivery(choice: DeliveryChoice | None, tx: Transaction, addresses: AddressForms | None) -> dict[str, object]:
    """`problem` is what an address needs: `missing`, `postal_code`, or nothing; `problem_field` names the field."""
    address = choice.address if choice is not None and choice.method is DeliveryMethod.DELIVERY else None
    store_id = choice.store_id if choice is not None and choice.method is DeliveryMethod.PICKUP else None
    problem = addresses.problem(address) if addresses is not None and address is not None and address.country else None
    return {
        "country": address.country if address else "",
        "postal_code": address.postal_code if address else "",
        "problem": "" if problem is None else "missing" if problem.missing else "postal_code",
        "problem_field": problem.field if problem else "",
        "example": problem.example if problem else "",
        "store_known": store_id is None or any(store.id == store_id for store in tx.shop.stores()),
    }


def _checkout_facts(checkout: Checkout | None, moment: Moment) -> dict[str, object]:
    if checkout is None:
        return {
            "known": False,
            "open": False,
            "status": "",
            "missing": "",
            "payable": [],
            "expired_minutes": 0,
            "total_minor": 0,
            "total": None,
        }
    wanted = missing(checkout.delivery)
    last = checkout.quotes[-1] if checkout.quotes else None
    expired = max(0, int((moment.now - last.expires_at).total_seconds() // 60)) if last else 0
    return {
        "known": True,
        "open": checkout.is_open,
        "status": checkout.status.value,
        "missing": wanted.value if wanted else "",
        "payable": sorted({*checkout.digests_agreed, *([last.digest] if last else [])}),
        "expired_minutes": expired,
        "total_minor": last.total.minor if last else 0,
        "total": last.total if last else None,
    }
