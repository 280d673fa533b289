"""Keeping what shall happen where a line is missing; it goes with the order, and staff may give nothing else."""

from __future__ import annotations

from shopkeeper.app.commands.ran import Ran
from shopkeeper.app.moment import Moment
from shopkeeper.domain.core.outcome import Refusal
from shopkeeper.domain.policy.command import SetSubstitution
from shopkeeper.domain.policy.permit import Permit
from shopkeeper.ports.storage import Transaction


def set_substitution(permit: Permit[SetSubstitution], tx: Transaction, moment: Moment) -> Ran | Refusal:
    """No quote changes with it: what comes instead is never dearer, so that what was agreed to is a limit."""
    command = permit.command
    cart = tx.carts.get(command.cart_id)
    if cart is None or any(cart.line(line_id) is None for line_id in command.line_ids):
        return Refusal(code="line_unknown")
    tx.carts.save(cart.with_substitution(command.line_ids, command.substitution))
    return Ran(facts={"code": "substitution_set", "rule": command.substitution.rule.value})
