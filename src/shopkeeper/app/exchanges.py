"""What an exchange costs by the records of now, and the other goods that are held for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from shopkeeper.app.hold_stock import move_holds, stock_for
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.fulfillment.allotment import Shortage, allot
from shopkeeper.domain.returns.exchange import Exchange, ExchangeShips, hold_id
from shopkeeper.domain.returns.rma import Rma, RmaStatus
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.ports.storage import Transaction


def priced_exchange(rma: Rma, sku: Sku, title: str, tx: Transaction) -> Exchange | Refusal:
    """`sku` for what goes back. Within one product the discount of the order stays: only the variants' prices are compared."""
    quantity = sum(line.quantity for line in rma.lines)
    listing = _listing(sku, tx)
    if listing is None or not listing.can_buy(sku):
        return Refusal(code="exchange_sold_out", params={"title": title})
    price = listing.offers[sku].price
    before = [listing.offers[line.sku].price * line.quantity for line in rma.lines if line.sku in listing.offers]
    same = len(before) == len(rma.lines)
    if same:
        difference = _with_tax(price * quantity - sum_money(before, price.currency), rma, tx)
    else:
        difference = _with_tax(price * quantity, rma, tx) - rma.credit
    return Exchange(sku=sku, title=title, quantity=quantity, difference=difference)


def _with_tax(price: Money, rma: Rma, tx: Transaction) -> Money:
    """What a price of the catalog comes to: where tax is put on top, it is at the rate of what goes back."""
    order = tx.orders.get(rma.order_number)
    if order is None or order.quote.tax_included:
        return price
    going = {line.line_id for line in rma.lines}
    return price + price.percent(max((line.tax_rate_bp for line in order.quote.lines if line.line_id in going), default=0))


def hold_exchange(rma: Rma, terms: ReturnTerms, tx: Transaction, now: datetime) -> datetime | None:
    """Hold the other goods as long as the terms say; None when there are not enough of them."""
    assert rma.exchange is not None
    exchange, until = rma.exchange, now + timedelta(days=terms.exchange_hold_days)
    wanted = allot({exchange.sku: exchange.quantity}, stock_for(hold_id(rma.number), [exchange.sku], tx))
    if isinstance(wanted, Shortage):
        return None
    return until if move_holds(hold_id(rma.number), wanted, tx, revision=len(rma.steps), expires_at=until) else None


def settle_exchange(rma: Rma, terms: ReturnTerms, tx: Transaction) -> None:
    """Sold at once where the shop sends at once and nobody has to pay first; given back when the exchange came to nothing."""
    if rma.exchange is None:
        return
    if rma.status is RmaStatus.APPROVED and terms.exchange_ships is ExchangeShips.AT_ONCE and not rma.exchange.to_pay:
        tx.stock.commit(hold_id(rma.number))
    if rma.status in (RmaStatus.REJECTED, RmaStatus.CANCELED):
        tx.stock.release(hold_id(rma.number))


def exchange_facts(rma: Rma, terms: ReturnTerms | None) -> dict[str, object]:
    """What is said of it: how the prices compare, and when the other goods are sent."""
    if rma.exchange is None:
        return {}
    ships = terms.exchange_ships if terms is not None else ExchangeShips.AFTER_ARRIVAL
    return {"new": rma.exchange.title, "balance": rma.exchange.balance, "difference": rma.exchange.amount, "ships": ships.value}


def audited(rma: Rma) -> dict[str, str | int]:
    """The exchange as the audit trail keeps it."""
    found = rma.exchange
    return {"exchange_for": found.sku, "quantity": found.quantity, "difference": found.difference.minor} if found is not None else {}


def _listing(sku: Sku, tx: Transaction) -> Listing | None:
    product_id = tx.catalog.products_of([sku]).get(sku)
    return tx.catalog.listings({product_id}).get(product_id) if product_id is not None else None
