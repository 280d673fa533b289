"""What must hold after any conversation whatever was said in it: phrases never used, one question a turn, books that balance."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from shopkeeper.adapters.signing.ed25519 import check_signature
from shopkeeper.app.queries.verify_bundle import verify_bundle
from shopkeeper.domain.conversation.events import replay
from shopkeeper.domain.core.outcome import PermanentFault
from shopkeeper.domain.orders.order import Order, OrderStatus
from shopkeeper.testing.conversations.expect.said import contains, questions_asked
from shopkeeper.testing.conversations.inside import Inside
from shopkeeper.testing.conversations.seen import Seen
from shopkeeper.testing.conversations.spec import Mismatch

NEVER_SAID = (
    "as an ai",
    "language model",
    "i have no hands",
    "cannot order",
    "can't order",
    "not able to order",
    "unable to place orders",
    "i am just a bot",
    "i'm just a bot",
    "traceback",
    "undefined",
    "{ $",
    "???",
)
"""Invented inability, and anything that was meant for a machine."""

QUOTED = re.compile(r"[“„«「‹\"][^”“»」›\"]*[”“»」›\"]")
QUESTION_MARKS = re.compile(r"[?？؟]")


def said_rightly(seen: Seen, forbidden: Iterable[str], *, http_expected: bool) -> Iterator[Mismatch]:
    """Checked after every step."""
    for phrase in (*NEVER_SAID, *forbidden):
        if contains(seen.visible, phrase):
            yield Mismatch(what="forbidden", expected=f"never {phrase!r}", got=seen.visible)
    if (asked := questions_asked(seen)) > 1:
        yield Mismatch(what="questions_asked", expected="at most 1", got=asked)
    for answer in seen.answers:
        text = QUOTED.sub("", str(answer.reply.get("text", "")))
        if len(QUESTION_MARKS.findall(text)) > 1:
            yield Mismatch(what="questions_asked", expected="at most one question mark in a reply", got=text)
        if answer.status >= 400 and not http_expected:
            yield Mismatch(what="http.status", expected=200, got=f"{answer.status} {answer.problem}: {answer.body.get('detail')}")


BACK = ("refund_card", "refund_not_taken")


def books_balance(inside: Inside) -> Iterator[Mismatch]:
    """Checked once nothing is outstanding any more."""
    yield from _money(inside)
    yield from _one_order_each(inside)
    if stuck := inside.tx.credit.holds(limit=9):
        yield Mismatch(what="books.credit", expected="no gift card held for nobody", got=[hold.operation for hold in stuck])
    stock = Counter(inside.holds()) - inside.exchanging()
    held = {name: quantity for name, quantity in {**stock, **inside.capacity()}.items() if quantity}
    if held:
        yield Mismatch(what="books.holds", expected="nothing held for nobody", got=held)
    yield from _proofs(inside)
    yield from _stories(inside)
    try:
        inside.tx.audit.verify()
    except PermanentFault as broken:
        yield Mismatch(what="books.audit", expected="an unbroken chain", got=str(broken))


def _money(inside: Inside) -> Iterator[Mismatch]:
    """What the provider keeps is what paid orders cost, less the parts that went back, to the cent."""
    paid = sum(_cost(o) for o in inside.orders() if o.payment_id is not None and o.status is not OrderStatus.CANCELED)
    kept = inside.ledger().get("kept", 0)
    if kept != paid:
        yield Mismatch(what="books.money", expected=f"{paid} kept, as the paid orders cost", got=kept)


def _cost(order: Order) -> int:
    """As agreed, less what was not taken of it or went back to the card."""
    back = (event.amount.minor for event in order.events if event.kind in BACK and event.amount is not None)
    return order.quote.due.minor + sum(back)


def _one_order_each(inside: Inside) -> Iterator[Mismatch]:
    twice = [checkout for checkout, count in Counter(order.checkout_id for order in inside.orders()).items() if count > 1]
    if twice:
        yield Mismatch(what="books.orders", expected="at most one order a checkout", got=twice)


def _proofs(inside: Inside) -> Iterator[Mismatch]:
    """Every sale has a bundle that anybody can check."""
    for number, proof in inside.bundles():
        # Through JSON and back, as the file that is handed out.
        report = verify_bundle(json.loads(json.dumps(proof)), check_signature)
        problems = [f"{check.name}: {check.problem}" for check in report.checks if not check.ok]
        if problems:
            yield Mismatch(what=f"books.proof.{number}", expected="a proof that holds", got=problems)


def _stories(inside: Inside) -> Iterator[Mismatch]:
    """Every conversation's state is the fold of its events."""
    for name, conversation_id in inside.conversations.items():
        folded = replay(recorded.event for recorded in inside.tx.conversations.events(conversation_id))
        if folded != inside.tx.conversations.get(conversation_id):
            yield Mismatch(what=f"books.story.{name}", expected="the events fold to the stored state", got="they do not")
