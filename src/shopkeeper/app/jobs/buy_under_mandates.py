"""Looking whether prices and stock let a mandate buy, and buying: through the gate, a quote and a payment like everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shopkeeper.app.commands.follow_mandate import bought
from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.effects.announce import Announcer
from shopkeeper.app.errand import Errand, Stopped
from shopkeeper.app.jobs.repair import Repair
from shopkeeper.app.moment import Moment
from shopkeeper.app.turn.gate import GateKeeper
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.catalog.product import ProductKind
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.conversation.events import ConversationEvent, QuestionAsked
from shopkeeper.domain.conversation.question import OfferedChoice, Question
from shopkeeper.domain.conversation.state import HandoffState
from shopkeeper.domain.core.ids import CartId, CheckoutId, MandateId, OrderNumber, derive
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.core.outcome import TransientFault
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.mandates.judging import OVER, Sight, Standing, over_limit, standing
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus
from shopkeeper.domain.policy.command import (
    AddLineItem,
    CancelCheckout,
    ClearCart,
    CompleteCheckout,
    StartCheckout,
    UpdateCheckout,
    UseMandate,
)
from shopkeeper.ports.clock import Clock
from shopkeeper.ports.storage import Storage, Transaction

AT_ONCE = 200
ASK_TOPIC = "mandate_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """What purchases under mandates go through."""

    gate: GateKeeper
    announcer: Announcer


@dataclass(slots=True, kw_only=True)
class _Purchase(Errand):
    """One purchase under a mandate."""

    mandate: Mandate
    cart_id: CartId
    checkout_id: CheckoutId | None = None

    def buy(self) -> Ran:
        """Money is asked for only for a quote that keeps to every limit. Raises Stopped."""
        mandate = self.mandate
        self.do(AddLineItem(cart_id=self.cart_id, sku=mandate.sku, product_id=mandate.product_id, quantity=mandate.quantity))
        started = self.do(StartCheckout(cart_id=self.cart_id, conversation_id=mandate.conversation_id))
        checkout_id = self.checkout_id = CheckoutId(str(started.facts["checkout_id"]))
        saved = mandate.method.token
        self.do(
            UpdateCheckout(checkout_id=checkout_id, delivery=mandate.delivery, payment_method=PaymentMethod.SAVED_CARD, saved_method=saved)
        )
        checkout = self.tx.checkouts.get(checkout_id)
        quote = checkout.quote if checkout else None
        if quote is None:
            raise Stopped("mandate_unpriced")
        limit = over_limit(mandate, quote.total, self.moment.now)
        if limit is not None:
            raise Stopped("mandate_over_limit", {"limit": limit, "total": quote.total})
        self.do(UseMandate(mandate_id=mandate.id, checkout_id=checkout_id, total=quote.total))
        said = f"{mandate.id}, agreed to on {mandate.agreed_at:%Y-%m-%d}: {mandate.consent_text}"
        return self.do(CompleteCheckout(checkout_id=checkout_id, digest=quote.digest, consent_text=said))

    def give_back(self) -> None:
        """Nothing stays held and nothing stays in a cart nobody looks into."""
        if self.checkout_id is not None:
            self.do(CancelCheckout(checkout_id=self.checkout_id, reason="mandate"))
        self.do(ClearCart(cart_id=self.cart_id))


async def buy_under_mandates(storage: Storage, buyer: Buyer, clock: Clock) -> Sequence[Repair]:
    """Every mandate that may buy now does, each in a transaction of its own; what was bought, asked or ended."""
    moment = Moment(now=clock.now(), actor="mandate")
    told: list[Repair] = []
    for mandate_id in await storage.read(lambda tx: _due(tx, moment)):
        try:
            repair = await storage.write(lambda tx, wanted=mandate_id: buy_for(wanted, tx, moment, buyer))
        except TransientFault:
            continue  # What was free a moment ago is not; the next look sees it as it is.
        if repair is not None:
            told.append(repair)
    return told


def _due(tx: Transaction, moment: Moment) -> list[MandateId]:
    """Mandates with something to do, found without writing."""
    found: list[MandateId] = []
    after: MandateId | None = None
    while page := tx.mandates.active(after=after, limit=AT_ONCE):
        found.extend(one.id for one in page if _stands(one, tx, moment) in (Standing.BUY, *OVER))
        after = page[-1].id
    return found


def _stands(mandate: Mandate, tx: Transaction, moment: Moment) -> Standing:
    sight = _sight(mandate, tx)
    return standing(mandate, sight, moment.now) if sight is not None else Standing.SOLD_OUT


def _sight(mandate: Mandate, tx: Transaction) -> Sight | None:
    """None where the goods have left the catalog."""
    listing = tx.catalog.listings([mandate.product_id]).get(mandate.product_id)
    offer = listing.offers.get(mandate.sku) if listing else None
    if listing is None or offer is None:
        return None
    store_id = mandate.delivery.store_id
    free = tx.stock.available([mandate.sku]).get(mandate.sku)
    counted = free is not None and listing.product.kind is ProductKind.GOODS
    available = (free.get(store_id, 0) if store_id else sum(max(0, count) for count in free.values())) if counted and free else None
    return Sight(unit_price=offer.price, category=listing.product.category, available=available, store_id=store_id)


def buy_for(mandate_id: MandateId, tx: Transaction, moment: Moment, buyer: Buyer) -> Repair | None:
    """Look again under the mandate's lock, then buy, end it, or ask."""
    mandate = tx.mandates.get(mandate_id)
    state = tx.conversations.get(mandate.conversation_id) if mandate else None
    if mandate is None or state is None:
        return None
    stands = _stands(mandate, tx, moment)
    if stands in OVER:
        return _end(mandate, stands, tx, moment, buyer)
    if stands is not Standing.BUY:
        return None
    now = Moment(now=moment.now, actor="mandate", conversation_id=state.id, customer_id=mandate.customer_id, language=state.language)
    number = f"{len(mandate.uses)}:{len(mandate.asked)}"
    cart_id = CartId(derive("crt", mandate.id, number))
    purchase = _Purchase(mandate=mandate, state=state, tx=tx, moment=now, gate=buyer.gate, cart_id=cart_id)
    try:
        ran = purchase.buy()
    except Stopped as stopped:
        purchase.give_back()
        return _ask(purchase, stopped, buyer)
    purchase.commit_effects()
    if ran.facts.get("code") == "order_placed":
        _tell_bought(mandate, str(ran.facts["number"]), tx, now, buyer)
    return Repair(kind="mandate_used", subject=mandate.id, detail=str(purchase.checkout_id))


def _tell_bought(mandate: Mandate, number: str, tx: Transaction, moment: Moment, buyer: Buyer) -> None:
    """Nothing was left to pay, so the order stands already."""
    used, order = tx.mandates.get(mandate.id), tx.orders.get(OrderNumber(number))
    use = next((one for one in used.uses if order is not None and one.checkout_id == order.checkout_id), None) if used else None
    if used is not None and use is not None and order is not None:
        says = bought(used, use, order, tx, moment)
        buyer.announcer.announce(tx, mandate.conversation_id, says, (), turn_id=None, now=moment.now)


def _end(mandate: Mandate, stands: Standing, tx: Transaction, moment: Moment, buyer: Buyer) -> Repair:
    tx.mandates.save(mandate.close(MandateStatus.ENDED, moment.now))
    _audit(mandate, "mandate.ended", {"reason": stands.value}, tx, moment)
    says = (Say(key="mandate.ended", facts={"title": mandate.title}),)
    buyer.announcer.announce(tx, mandate.conversation_id, says, (), turn_id=None, now=moment.now)
    return Repair(kind="mandate_ended", subject=mandate.id, detail=stands.value)


def _ask(purchase: _Purchase, stopped: Stopped, buyer: Buyer) -> Repair | None:
    """Over a limit, or not possible without the customer: they are asked, once about each price."""
    mandate, state, tx, moment = purchase.mandate, purchase.state, purchase.tx, purchase.moment
    sight = _sight(mandate, tx)
    total, limit = stopped.params.get("total"), stopped.params.get("limit")
    over = total if isinstance(total, Money) and stopped.code == "mandate_over_limit" else None
    about = f"{stopped.code}:{sight.unit_price.minor if sight else 0}:{over.minor if over else 0}"
    if about in mandate.asked:
        return None
    tx.mandates.save(mandate.ask(about))
    _audit(mandate, "mandate.asked", {"reason": stopped.code, "total": over.minor if over else 0}, tx, moment)
    facts = {"title": mandate.title, "quantity": mandate.quantity, "total": over, "limit": limit if over else None}
    key = "mandate.asks_over" if over is not None else "mandate.asks_other"
    free = state.question is None and state.handoff is HandoffState.ASSISTANT
    context = {"product_id": mandate.product_id, "sku": mandate.sku, "quantity": mandate.quantity, "mandate_id": mandate.id}
    question = Question(topic=ASK_TOPIC, choices=(OfferedChoice(value="yes"), OfferedChoice(value="no")), context=context)
    events: tuple[ConversationEvent, ...] = (QuestionAsked(question=question),) if free else ()
    says = (Say(key=key, facts=facts), *((Say(key="ask.mandate_instead", question=True),) if free else ()))
    buyer.announcer.announce(tx, state.id, says, events, turn_id=None, now=moment.now)
    return Repair(kind="mandate_asked", subject=mandate.id, detail=stopped.code)


def _audit(mandate: Mandate, action: str, facts: dict[str, object], tx: Transaction, moment: Moment) -> None:
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=mandate.id, facts=facts))
