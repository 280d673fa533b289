"""Checking a sale bundle offline: is it signed, does it add up, and was exactly this agreed to and paid?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shopkeeper.app.queries.bundle_reading import ReadBundle, ReadQuote, read_bundle
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import Quote
from shopkeeper.domain.checkout.taxes import tax_of, tax_table
from shopkeeper.domain.core.digest import canonical_json, digest_of
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.payments.payment import NOT_WANTED, Payment, PaymentStatus
from shopkeeper.ports.signer import SignatureCheck

RECEIVED = (PaymentStatus.AUTHORIZED, PaymentStatus.CAPTURED, PaymentStatus.REFUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question put to the bundle; `problem` is empty when the answer is good."""

    name: str
    problem: str = ""

    @property
    def ok(self) -> bool:
        return not self.problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """`key_id` is the thumbprint of the key that signed ("" when none did): compare it with the shop's published one."""

    order: str
    key_id: str
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def verify_bundle(envelope: object, signer_of: SignatureCheck, *, trusted_key_id: str | None = None) -> BundleReport:
    """A report on what `proof_bundle` made; nothing outside `envelope` is needed. Never raises on malformed input."""
    try:
        read = read_bundle(envelope)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return BundleReport(order="", key_id="", checks=(Check(name="readable", problem=f"not a sale bundle: {error!r}"),))
    key_id = signer_of(canonical_json(read.signed).encode(), read.signature, read.key)
    signed = Check(name="signature", problem=_signature(key_id, trusted_key_id))
    rest = tuple(Check(name=name, problem=next(problems(read), "")) for name, problems in CHECKS.items())
    return BundleReport(order=read.number, key_id=key_id or "", checks=(signed, *rest))


def _signature(key_id: str | None, trusted_key_id: str | None) -> str:
    if key_id is None:
        return "the signature does not fit the contents"
    return "" if trusted_key_id in (None, key_id) else "signed with another key than the trusted one"


def _digests(read: ReadBundle) -> Iterator[str]:
    for stated in read.quotes:
        if digest_of(stated.quote.terms) != stated.digest:
            yield f"quote {stated.quote.revision}: its digest is not that of its terms"
        if canonical_json(stated.quote.terms) != canonical_json(stated.terms):
            yield f"quote {stated.quote.revision}: the terms stated are not those of the quote"


def _sums(read: ReadBundle) -> Iterator[str]:
    for stated in read.quotes:
        yield from (f"quote {stated.quote.revision}: {problem}" for problem in _sums_of(stated))


def _sums_of(stated: ReadQuote) -> Iterator[str]:
    quote, sums = stated.quote, stated.sums
    lines = [{"sku": line.sku, "subtotal": line.unit_price.minor * line.quantity} for line in quote.lines]
    if [{"sku": line["sku"], "subtotal": line["subtotal"]} for line in sums["lines"]] != lines:
        yield "a line is not price times quantity"
    for line, added in zip(quote.lines, sums["lines"], strict=False):
        if added["total"] != added["subtotal"] - line.discount.minor:
            yield f"line {line.sku}: its total is not its subtotal less its discount"
    if sums["goods"] != sum(line["subtotal"] for line in sums["lines"]):
        yield "the lines do not add up to the goods"
    if not sums["discount"] == sum(line.discount.minor for line in quote.lines) == sum(item.amount.minor for item in quote.applied):
        yield "the discounts do not add up"
    beside = {"delivery_fee": quote.delivery_fee, "fees": quote.fee_total, "tax_added": quote.tax_added, "tip": quote.tip}
    if any(sums[name] != (amount.minor if amount else 0) for name, amount in beside.items()):
        yield "delivery, fees, taxes on top or the tip are not those of the quote"
    if sums["total"] != sums["goods"] - sums["discount"] + sum(sums[name] for name in beside):
        yield "goods, discount, delivery and what is beside them do not add up to the total"
    parts: Counter[str] = Counter()
    for part in (part for shipment in quote.shipments for part in shipment.parts):
        parts[part.sku] += part.quantity
    ordered: Counter[str] = Counter()
    for line in quote.lines:
        ordered[line.sku] += line.quantity
    if quote.shipments and parts != ordered:
        yield "what is sent is not what the lines say"
    yield from _taxes(stated)


def _taxes(stated: ReadQuote) -> Iterator[str]:
    """Base and tax of all rates are the total without the tip, and each tax is its rate of what it is on, rounded line by line."""
    quote = stated.quote
    gross = sum_money((tax.base + tax.tax for tax in quote.taxes), quote.currency)
    if gross.minor != stated.sums["total"] - stated.sums["tip"]:
        yield "the tax lines do not add up to the total"
    if any(line.tax is None for line in quote.lines):
        yield from _taxes_per_rate(quote)
        return
    for line in quote.lines:
        if line.tax != tax_of(line.total, line.tax_rate_bp, included=quote.tax_included):
            yield f"line {line.sku}: its tax is not that share of its total"
    if quote.taxes != tax_table(quote.lines, quote.delivery_fee, quote.delivery_rate_bp, quote.fees, included=quote.tax_included):
        yield "the tax lines are not the taxes of goods, delivery and fees"


def _taxes_per_rate(quote: Quote) -> Iterator[str]:
    """Quotes from before taxes were rounded on each line: once per rate."""
    for tax in quote.taxes:
        if tax.tax != tax_of(tax.base + tax.tax, tax.rate_bp, included=True):
            yield f"the tax at {tax.rate_bp} basis points is not that share of its amount"
    if {tax.rate_bp for tax in quote.taxes} != {line.tax_rate_bp for line in quote.lines}:
        yield "the tax rates are not those of the lines"


def _consent(read: ReadBundle) -> Iterator[str]:
    given = [consent for consent in read.consents if consent.holds and consent.digest == read.digest]
    if not given or not given[-1].text.strip():
        yield "nobody agreed to the quote that was ordered"
    elif given[-1].at > read.placed_at:
        yield "the consent came after the order"


def _order(read: ReadBundle) -> Iterator[str]:
    agreed = [stated for stated in read.quotes if stated.digest == read.digest]
    if not agreed:
        yield "the ordered quote is not in the bundle"
    elif (read.total.minor, read.total.currency) != (agreed[-1].sums["total"], agreed[-1].quote.currency):
        yield "the order's total is not that of the agreed quote"
    elif agreed[-1].quote.pay_by not in (None, read.payment_method):
        yield "the order is paid in another way than was agreed to"
    if any(event.amount is not None and event.kind == "paid" and event.amount != _due(read) for event in read.order_events):
        yield "the order says that another amount was paid"


def _due(read: ReadBundle) -> Money:
    """What the payment method had to pay: the total less what gift cards and credit paid, by the agreed quote."""
    agreed = next((stated.quote for stated in reversed(read.quotes) if stated.digest == read.digest), None)
    return agreed.due if agreed is not None else read.total


def _payment(read: ReadBundle) -> Iterator[str]:
    if read.payment_id is None:
        if _due(read) and read.payment_method is not PaymentMethod.PAY_ON_PICKUP:
            yield "the order was neither paid nor to be paid on pickup"
        return
    payment = next((payment for payment in read.payments if payment.id == read.payment_id), None)
    if payment is None:
        yield "the payment of the order is not in the bundle"
    elif payment.amount != _due(read) or payment.quote_digest != read.digest:
        yield "the amount paid is not the total that was agreed to"
    elif payment.status not in RECEIVED:
        yield f"the payment of the order is {payment.status}"
    else:
        yield from _parts(payment, read)


def _parts(payment: Payment, read: ReadBundle) -> Iterator[str]:
    """What was taken and what went back of it is what the order's story says."""

    def told(*kinds: str) -> Money:
        amounts = (event.amount for event in read.order_events if event.kind in kinds and event.amount is not None)
        return -sum_money(amounts, payment.amount.currency)

    if payment.wanted != payment.amount - told("refund_not_taken"):
        yield "what was to be taken is not the amount less what the order says was not taken"
    extra = sum_money((part.amount for part in payment.refunds if part.reason == NOT_WANTED), payment.amount.currency)
    if payment.captured is not None and payment.captured != payment.wanted + extra:
        yield "what was taken is not what was to be taken"
    if payment.given_back - extra != told("refund_card", "refund_owed"):
        yield "what went back is not what the order says"


def _audit(read: ReadBundle) -> Iterator[str]:
    digest = digest_of(read.format)
    for place, link in enumerate(read.audit, 1):
        digest = digest_of({"previous": digest, "entry": link.entry})
        if digest != link.digest:
            yield f"the audit trail is broken at entry {place}"
    placed = [link.entry["facts"] for link in read.audit if link.entry["action"] == "order.placed"]
    if [(facts["order"], facts["total"], facts["digest"]) for facts in placed] != [(read.number, read.total.minor, read.digest)]:
        yield "the audit trail does not show this order being placed once"


CHECKS: Mapping[str, Callable[[ReadBundle], Iterator[str]]] = {
    "digests": _digests,
    "sums": _sums,
    "consent": _consent,
    "order": _order,
    "payment": _payment,
    "audit": _audit,
}
