"""A card kept at the provider becomes a saved method of the customer who agreed to it, once; without a yes it is let go there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.core.ids import EffectId, derive
from shopkeeper.domain.customers.customer import SavedMethod
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.outbox import QueuedEffect
from shopkeeper.ports.storage import Transaction

FORGET = "forget_method"


def note_kept(kept: SavedMethod, checkout: Checkout, tx: Transaction, moment: Moment) -> Say | None:
    """What is told of it, the first time it is heard of. The same card twice is one saved method."""
    consent = checkout.keep_method
    customer = tx.customers.get(consent.customer_id) if consent is not None else None
    if consent is None or customer is None:
        forget_at_provider(kept, tx, moment.now)
        return None
    if not consent.is_open:
        return None
    known = next((one for one in customer.saved_methods if one.token == kept.token or _same_card(one, kept)), None)
    method = known or kept
    if known is None:
        tx.customers.save(replace(customer, saved_methods=(*customer.saved_methods, kept)))
        facts = {"method": kept.id, "label": kept.label, "checkout": checkout.id, "agreed_at": consent.at.isoformat(), "text": consent.text}
        tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="method.saved", subject=customer.id, facts=facts))
    elif known.token != kept.token:
        forget_at_provider(kept, tx, moment.now)
    tx.checkouts.save(replace(checkout, keep_method=replace(consent, method_id=method.id)))
    return Say(key="payment.method_kept", facts={"label": method.label})


def _same_card(one: SavedMethod, other: SavedMethod) -> bool:
    return bool(one.provider) and (one.provider, one.label) == (other.provider, other.label)


def forget_at_provider(method: SavedMethod, tx: Transaction, now: datetime) -> None:
    """Have the provider let go of it too, as soon as it answers."""
    body = {"token": method.token, "provider": method.provider}
    tx.outbox.put(QueuedEffect(id=EffectId(derive("eff", FORGET, method.token)), kind=FORGET, body=body, due_at=now))
