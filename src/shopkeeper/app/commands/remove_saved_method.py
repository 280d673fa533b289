"""A customer takes back a payment method they saved: nothing is paid with it any more, by them or under a mandate."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.method_keeping import forget_at_provider
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import RemoveSavedMethod
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def remove_saved_method(permit: Permit[RemoveSavedMethod], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Facts: `label` of what went. The provider is told to let go of it too."""
    customer = tx.customers.get(moment.customer_id) if moment.customer_id else None
    gone = customer.saved_method(permit.command.method_id) if customer else None
    if customer is None or gone is None:
        return Refusal(code="method_unknown")
    tx.customers.save(replace(customer, saved_methods=tuple(one for one in customer.saved_methods if one != gone)))
    forget_at_provider(gone, tx, moment.now)
    facts = {"method": gone.id, "label": gone.label}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="method.removed", subject=customer.id, facts=facts))
    return Ran(facts={"code": "method_removed", "label": gone.label})
