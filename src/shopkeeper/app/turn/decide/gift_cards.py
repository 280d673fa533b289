"""A gift card that shall pay: its code is what is needed, and nothing is paid meanwhile."""

from __future__ import annotations

from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.dialogue.decision import Plan, Tell, plan
from shopkeeper.domain.dialogue.say import Say


def pay_by_gift_card(facts: Facts) -> Plan:
    key = "credit.already" if facts.cart.credit else "credit.ask_code"
    return plan(Tell(says=(Say(key=key),)))
