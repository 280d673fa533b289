"""A mandate on the wire: its terms with their digest, how it stands, and every use."""

from __future__ import annotations

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.mandates.mandate import Mandate


def mandate_json(mandate: Mandate) -> dict[str, object]:
    limits, delivery = mandate.limits, mandate.delivery
    return {
        "id": mandate.id,
        "status": mandate.status.value,
        "sku": mandate.sku,
        "title": mandate.title,
        "quantity": mandate.quantity,
        "digest": mandate.digest,
        "limits": {
            "below": _money(limits.below),
            "most_each": _money(limits.most_each),
            "most_per": _money(limits.most_per),
            "period": limits.period.value if limits.period else None,
            "every_days": limits.every_days,
            "times": limits.times,
            "expires_at": limits.expires_at.isoformat(),
            "stores": list(limits.stores),
            "categories": list(limits.categories),
        },
        "delivery": {
            "method": delivery.method.value,
            "store_id": delivery.store_id,
            "address": delivery.address.one_line if delivery.address else None,
        },
        "method": mandate.method.label,
        "agreed_at": mandate.agreed_at.isoformat() if mandate.agreed_at else None,
        "ended_at": mandate.ended_at.isoformat() if mandate.ended_at else None,
        "uses": [
            {"number": use.number, "at": use.at.isoformat(), "amount": _money(use.amount), "state": use.state.value} for use in mandate.uses
        ],
    }


def _money(amount: Money | None) -> dict[str, object] | None:
    return {"amount": amount.minor, "currency": amount.currency} if amount is not None else None
