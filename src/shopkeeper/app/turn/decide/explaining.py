"""Why the total is what it is, said line by line with the sum so far, and the taxes in it."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.checkout.explain import PriceStep, delivery_label, explain
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.domain.dialogue.decision import Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say

NAMES = {"explain.discount": "promotion", "explain.fee": "fee"}


def explain_total(facts: Facts) -> Plan:
    """Of what is being bought, else of the last order."""
    if facts.pricing is None:
        return plan(Tell(says=(Say(key="cart.empty"),)))
    return plan(Tell(says=tuple(_sentences(facts.pricing, facts))))


def _sentences(pricing: Pricing, facts: Facts) -> Iterator[Say]:
    for step in explain(pricing):
        if step.amount or step.key == "explain.line":
            label = _label(step, pricing, facts)
            yield Say(key="explain.step", facts={"label": label, "amount": step.amount, "running": step.running})
    for tax in pricing.taxes if pricing.tax_included else ():
        yield Say(key="explain.inside", facts={"rate": percent_text(tax.rate_bp), "tax": tax.tax, "base": tax.base})
    yield Say(key="explain.total", facts={"total": pricing.total})


def _label(step: PriceStep, pricing: Pricing, facts: Facts) -> Say:
    if step.key == "totals.delivery":
        delivery = delivery_label(pricing)
        return Say(key=delivery.key, facts={"count": delivery.count, "fee": delivery.each})
    kind = NAMES.get(step.key)
    return Say(key=step.key, facts={"label": facts.labels.retitled(kind, step.label) if kind is not None else step.label})
