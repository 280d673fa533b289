"""A purchase under a mandate: written down before any money is asked for, so that it is made once and counted."""

from __future__ import annotations

from dataclasses import replace

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.mandates.mandate import Use
from shopkeeper.domain.policy.command import UseMandate
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def use_mandate(permit: Permit[UseMandate], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """The checkout carries the mandate from here on; completing it is a command of its own."""
    command = permit.command
    mandate, checkout = tx.mandates.get(command.mandate_id), tx.checkouts.get(command.checkout_id)
    if mandate is None or checkout is None or checkout.quote is None or checkout.quote.total != command.total:
        return Refusal(code="mandate_unknown")
    number = len(mandate.uses) + 1
    use = Use(number=number, checkout_id=checkout.id, at=moment.now, amount=command.total)
    tx.mandates.save(mandate.use(use))
    tx.checkouts.save(replace(checkout, mandate_id=mandate.id))
    facts = {"use": number, "checkout": checkout.id, "total": command.total.minor, "digest": mandate.digest}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action="mandate.used", subject=mandate.id, facts=facts))
    return Ran(facts={"code": "mandate_used", "use": number})
