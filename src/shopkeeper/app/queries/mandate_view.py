"""A mandate on the wire: its terms with their digest, how it stands, and every use."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.app.commands.mandate_says import terms_says
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus
from shopkeeper.ports.phrase_book import PhraseBook


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


def mandate_block(mandate: Mandate, stores: Iterable[Store], phrases: PhraseBook, locale: str) -> dict[str, object]:
    """The card in the chat: every term in words, how often it was used, and the tap that ends it."""
    terms = [phrases.render(say, locale=locale) for say in terms_says(mandate, stores)]
    used = Say(key="mandate.used", facts={"count": len(mandate.counted())})
    stop = {"label": phrases.word("action.mandate_stop", locale=locale), "send": _tap("revoke_mandate", mandate)}
    return {
        "type": "mandate",
        "mandate": {
            **mandate_json(mandate),
            "status_label": phrases.word(f"mandate.label_{mandate.status.value}", locale=locale),
            "terms": [*terms, phrases.render(used, locale=locale)] if mandate.status is not MandateStatus.PROPOSED else terms,
        },
        "actions": [stop] if mandate.status is MandateStatus.ACTIVE else [],
    }


def _tap(action: str, mandate: Mandate) -> dict[str, object]:
    return {"type": "action", "action": action, "mandate_id": mandate.id}


def _money(amount: Money | None) -> dict[str, object] | None:
    return {"amount": amount.minor, "currency": amount.currency} if amount is not None else None
