"""The facts a decision may lean on, read once per act inside the turn's transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shopkeeper.app.queries.basket_ways import OfferedWay, offered_ways
from shopkeeper.app.queries.cart_pricing import price_cart
from shopkeeper.app.queries.coming import coming_says, order_says
from shopkeeper.app.queries.top_up import TopUp, top_up_goods
from shopkeeper.app.turn.after_sale import NOTHING, RETURN_TOPICS, AfterSale, gather_after_sale, own_orders
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.catalog.labels import Labels
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.quote import DeliveryChoice
from shopkeeper.domain.conversation.events import Replied
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import OrderNumber, ProductId, Sku, TurnId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.narrow import as_mapping, as_sequence
from shopkeeper.domain.customers.customer import Customer
from shopkeeper.domain.dialogue.acts import (
    Act,
    AddLineItem,
    AskAboutProduct,
    AskFit,
    AskMandates,
    AskMyData,
    AskOrderStatus,
    AskPolicy,
    AskWhy,
    ChangeModifiers,
    ChangeQuantity,
    ChangeVariant,
    Choose,
    ClearCart,
    CompareProducts,
    EraseMyData,
    ExplainTotal,
    FindGift,
    FindOthers,
    FindProduct,
    GiveQuantity,
    GiveSlot,
    GrantMandate,
    NoteWish,
    OrderAgain,
    RemoveLineItem,
    Repeat,
    RequestReturn,
    RevokeMandate,
    ShowCart,
    StartFlow,
    WishMandate,
    WishSubstitute,
)
from shopkeeper.domain.dialogue.flow.book import FlowBook
from shopkeeper.domain.dialogue.reference import ByFocus, BySku, Reference
from shopkeeper.domain.dialogue.resolve import product_ids
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.mandates.mandate import Mandate
from shopkeeper.domain.orders.order import Order
from shopkeeper.ports.shop_store import Clause, Review, ShopProfile
from shopkeeper.ports.storage import Transaction

REPLY_WITHIN = 60
MOST_OF_A_KIND = 60
"""Products of one category among which more is looked for."""
"""Events; the last reply is among so many of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    now: datetime
    profile: ShopProfile
    state: ConversationState
    cart: Cart
    listings: Mapping[ProductId, Listing]
    checkout: Checkout | None = None
    customer: Customer | None = None
    stores: Sequence[Store] = ()
    orders: Sequence[Order] = ()
    invoiced: Collection[OrderNumber] = ()
    """Those of them that have an invoice, where one is asked for."""
    clauses: Sequence[Clause] = ()
    reviews: Sequence[Review] = ()
    others: Sequence[Listing] = ()
    """What is of the kind that was shown last, without that; read when more of it is asked for."""
    categories: Sequence[str] = ()
    """Titles of what the shop sells, by the top of its category tree; read when that is asked for."""
    offers: Sequence[str] = ()
    """Titles of what lowers prices for everybody now; read when that is asked for."""
    cart_total: Money | None = None
    """What the goods in the cart cost with today's offers, delivery apart; read when the cart is asked for."""
    pricing: Pricing | None = None
    """What is being bought, or the last order, with all its sums; read when they are to be explained."""
    language: str = "en"
    """The one the reply is written in."""
    labels: Labels = field(default_factory=Labels)
    said: str = ""
    """The shopper's own words of this turn, kept as the text of a consent."""
    turn_id: TurnId | None = None
    flows: FlowBook = field(default_factory=FlowBook)
    last_reply: str = ""
    """What the assistant said last, read when the shopper asks for it."""
    after: AfterSale = NOTHING
    coming: Sequence[Say] = ()
    """When what is wanted (or was ordered) can be there; read when that is asked for."""
    ways: Sequence[OfferedWay] = ()
    """What can be done where the goods cannot all be had as they were asked for; read when the checkout's next step is looked for."""
    top_up: Sequence[TopUp] = ()
    """What goes with a cart that is too small for the way it shall go; read when the checkout's next step is looked for."""
    mandates: Sequence[Mandate] = ()
    """The customer's, newest first; read when they are spoken of."""


def references(act: Act | None) -> tuple[Reference, ...]:
    """What the act points at."""
    match act:
        case FindProduct(reference=reference) | Choose(reference=reference) | GiveQuantity(reference=reference):
            return (reference,) if reference else (ByFocus(),)
        case AddLineItem(reference=reference, otherwise=other) if other is not None:
            return (reference, other)
        case AskAboutProduct() | AddLineItem() | ChangeQuantity() | ChangeModifiers() | RemoveLineItem() | AskFit():
            return (act.reference,)
        case FindGift(reference=reference) | WishMandate(reference=reference) | RevokeMandate(reference=reference):
            return (reference,) if reference else ()
        case RequestReturn(wanted=wanted):
            return (wanted,) if wanted else ()
        case ChangeVariant():
            return (act.reference, act.to)
        case WishSubstitute(reference=reference, to=to):
            return tuple(one for one in (reference, to) if one is not None)
        case CompareProducts(references=several):
            return several
        case ClearCart(keep=kept):
            return (*kept, ByFocus()) if kept else ()
        case GiveSlot(reference=reference):
            return (reference,) if reference else ()
        case StartFlow(references=named):
            return tuple(named.values())
        case _:
            return ()


def gather(
    tx: Transaction,
    act: Act | None,
    state: ConversationState,
    cart: Cart,
    *,
    now: datetime,
    said: str,
    profile: ShopProfile,
    labels: Labels,
    flows: FlowBook | None = None,
    delivery_wanted: DeliveryChoice | None = None,
    turn_id: TurnId | None = None,
    pending: bool = False,
) -> Facts:
    """Read what deciding about `act` needs, and no more. `pending`: also what of this conversation still waits for a yes."""
    wanted: dict[ProductId, None] = {}
    pointed = references(act)
    for reference in pointed:
        wanted.update(dict.fromkeys(product_ids(reference, state, cart)))
        if isinstance(reference, BySku):
            wanted.update(dict.fromkeys(tx.catalog.products_of([reference.sku]).values()))
    if isinstance(act, OrderAgain):
        bought = {line.sku for order in own_orders(tx, state) for line in order.quote.lines}
        wanted.update(dict.fromkeys(tx.catalog.products_of(sorted(bought)).values()))
    if pointed or isinstance(act, CompareProducts | ShowCart | WishSubstitute | AskWhy):
        wanted.update(dict.fromkeys(shown.product_id for shown in state.shown))
        wanted.update(dict.fromkeys(line.product_id for line in cart.lines))
    wanted.update(dict.fromkeys(_asked_about(state)))
    if state.question is not None and state.question.topic == "exchange_for":
        wanted.update(dict.fromkeys(tx.catalog.products_of([Sku(choice.value) for choice in state.question.choices]).values()))
    listings: Mapping[ProductId, Listing] = tx.catalog.listings(wanted) if wanted else {}
    reviewed = _reviewed(tx, act, listings)
    after = gather_after_sale(tx, act, state, now=now, pending=pending)
    checkout = tx.checkouts.get(state.checkout_id) if state.checkout_id else None
    return Facts(
        now=now,
        profile=profile,
        state=state,
        cart=cart,
        listings=listings,
        checkout=checkout,
        coming=_coming(tx, act, state, checkout, cart, now=now, orders=after.orders),
        ways=_ways(tx, act, checkout, cart, wanted=delivery_wanted, now=now, labels=labels),
        customer=tx.customers.get(state.customer_id) if state.customer_id else None,
        stores=tx.shop.stores(),
        orders=after.orders,
        invoiced=[one.number for one in after.orders if tx.invoices.of_order(one.number)] if _asks_invoice(act) else (),
        clauses=_clauses(tx, labels) if _cites(act) or _may_deny(act, state) else (),
        reviews=reviewed,
        others=_others(tx, state) if isinstance(act, FindOthers) else (),
        categories=_categories(tx, labels) if isinstance(act, AskPolicy) and act.topic == "range" else (),
        offers=_offers(tx, labels, now) if isinstance(act, AskPolicy) and act.topic == "offers" else (),
        cart_total=price_cart(cart, checkout, tx, labels, now, bare=True).pricing.before_added_tax if isinstance(act, ShowCart) else None,
        pricing=_pricing(tx, state, cart, checkout, now=now, labels=labels) if isinstance(act, ExplainTotal) else None,
        language=labels.language,
        labels=labels,
        said=said,
        turn_id=turn_id,
        flows=flows or FlowBook(),
        last_reply=_last_reply(tx, state) if isinstance(act, Repeat) else "",
        after=after,
        top_up=top_up_goods(checkout, cart, tx, labels, state.avoids) if act is None and checkout is not None and checkout.is_open else (),
        mandates=_mandates(tx, act, state, pending=pending),
    )


def _coming(
    tx: Transaction,
    act: Act | None,
    state: ConversationState,
    checkout: Checkout | None,
    cart: Cart,
    *,
    now: datetime,
    orders: Sequence[Order],
) -> Sequence[Say]:
    if isinstance(act, AskOrderStatus):
        order = next((one for one in orders if act.number in (None, one.number)), None)
        return order_says(order, tx) if order is not None else ()
    if not isinstance(act, AskAboutProduct) or act.aspect != "delivery":
        return ()
    counts: Counter[Sku] = Counter()
    for line in cart.lines:
        counts[line.sku] += line.quantity
    if not counts and state.focus is not None and state.focus.sku is not None and state.last_order is None:
        counts[state.focus.sku] = 1
    return coming_says(counts, checkout, act.wanted, tx, now)


def _ways(
    tx: Transaction,
    act: Act | None,
    checkout: Checkout | None,
    cart: Cart,
    *,
    wanted: DeliveryChoice | None,
    now: datetime,
    labels: Labels,
) -> Sequence[OfferedWay]:
    if act is not None or checkout is None or not checkout.is_open or (checkout.quote is not None and wanted is None):
        return ()
    return offered_ways(checkout, wanted or checkout.delivery, cart, tx, now=now, labels=labels)


def _asks_invoice(act: Act | None) -> bool:
    return isinstance(act, AskOrderStatus) and act.invoice


def _pricing(
    tx: Transaction, state: ConversationState, cart: Cart, checkout: Checkout | None, *, now: datetime, labels: Labels
) -> Pricing | None:
    if cart.lines:
        quote = checkout.quote if checkout is not None and checkout.is_open else None
        return Pricing.of(quote) if quote is not None else price_cart(cart, checkout, tx, labels, now).pricing
    order = tx.orders.get(state.last_order) if state.last_order is not None else None
    return Pricing.of(order.quote) if order is not None else None


def _mandates(tx: Transaction, act: Act | None, state: ConversationState, *, pending: bool) -> Sequence[Mandate]:
    about = isinstance(act, WishMandate | GrantMandate | RevokeMandate | AskMandates)
    topic = state.question.topic if state.question else ""
    if state.customer_id is None or not (about or pending or topic.startswith("mandate")):
        return ()
    return tx.mandates.of_customer(state.customer_id)


def _last_reply(tx: Transaction, state: ConversationState) -> str:
    recent = tx.conversations.events(state.id, after=max(0, state.version - REPLY_WITHIN))
    return next((entry.event.text for entry in reversed(recent) if isinstance(entry.event, Replied)), "")


def _cites(act: Act | None) -> bool:
    cites = AskPolicy | NoteWish | RequestReturn | AskMyData | EraseMyData
    return isinstance(act, cites) or (isinstance(act, AskAboutProduct) and act.aspect == "elsewhere")


def _may_deny(act: Act | None, state: ConversationState) -> bool:
    """Whether an answer to an open question may end in a refusal that cites its clause."""
    return act is not None and state.question is not None and state.question.topic in RETURN_TOPICS


def _asked_about(state: ConversationState) -> tuple[ProductId, ...]:
    """The products an open question is about, so that its answer finds them."""
    question = state.question
    if question is None:
        return ()
    named = question.context.get("product_id")
    offered = tuple(ProductId(choice.value) for choice in question.choices) if question.topic == "product" else ()
    if question.topic == "top_up":
        offered = tuple(ProductId(str(as_mapping(one).get("product_id"))) for one in as_mapping(question.context.get("goods")).values())
    if question.topic in ("flow", "photo_thing", "photo_list") and question.context.get("products"):
        offered = tuple(ProductId(str(one)) for one in as_sequence(question.context["products"]))
    return (*offered, ProductId(named)) if isinstance(named, str) else offered


def _clauses(tx: Transaction, labels: Labels) -> Sequence[Clause]:
    """The published terms in the reply's language, else as the shop wrote them."""
    return tx.shop.clauses(labels.language) or tx.shop.clauses(labels.fallback)


def _categories(tx: Transaction, labels: Labels) -> Sequence[str]:
    sold = {path.split("/")[0] for path, _ in tx.catalog.categories()}
    return [labels.text(category.title) for category in tx.shop.categories() if category.id in sold]


def _offers(tx: Transaction, labels: Labels, now: datetime) -> Sequence[str]:
    return [labels.retitled("promotion", one.title) for one in tx.shop.promotions() if one.code is None and one.runs_at(now)]


def _others(tx: Transaction, state: ConversationState) -> Sequence[Listing]:
    shown = tx.catalog.listings(dict.fromkeys(one.product_id for one in state.shown))
    kinds = dict.fromkeys(listing.product.category for listing in shown.values())
    ids = [one for kind in kinds for one in tx.catalog.page(category=kind, after=None, limit=MOST_OF_A_KIND)]
    return tuple(tx.catalog.listings([one for one in ids if one not in shown]).values())


def _reviewed(tx: Transaction, act: Act | None, listings: Mapping[ProductId, Listing]) -> Sequence[Review]:
    if not (isinstance(act, AskAboutProduct) and act.aspect == "reviews" and listings):
        return ()
    return tx.shop.reviews(next(iter(listings)))
