"""The customer's yes to a mandate, and taking it back."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.audit.entry import AuditEntry
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus
from shopkeeper.domain.policy.command import GrantMandate, RevokeMandate
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def grant_mandate(permit: Permit[GrantMandate], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Saying yes twice is saying it once."""
    command = permit.command
    mandate = tx.mandates.get(command.mandate_id)
    if mandate is None or not mandate.is_live:
        return Refusal(code="mandate_unknown")
    facts = {"code": "mandate_granted", "mandate_id": mandate.id, "title": mandate.title, "until": mandate.limits.expires_at.date()}
    if mandate.status is MandateStatus.ACTIVE:
        return Ran(facts=facts)
    agreed = mandate.agree(text=command.consent_text, turn_id=moment.turn_id, at=moment.now)
    tx.mandates.save(agreed)
    _audit(agreed, "mandate.granted", tx, moment)
    return Ran(facts=facts)


def revoke_mandate(permit: Permit[RevokeMandate], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """Nothing more is bought from this commit on; a purchase already made is an order like any other."""
    mandate = tx.mandates.get(permit.command.mandate_id)
    if mandate is None:
        return Refusal(code="mandate_unknown")
    facts = {"code": "mandate_revoked", "mandate_id": mandate.id, "title": mandate.title}
    if mandate.is_live:
        revoked = mandate.close(MandateStatus.REVOKED, moment.now)
        tx.mandates.save(revoked)
        _audit(revoked, "mandate.revoked", tx, moment)
    return Ran(facts=facts)


def _audit(mandate: Mandate, action: str, tx: Transaction, moment: Moment) -> None:
    facts = {"sku": mandate.sku, "digest": mandate.digest, "text": mandate.consent_text}
    tx.audit.append(AuditEntry(at=moment.now, actor=moment.actor, action=action, subject=mandate.id, facts=facts))
