"""Every sentence the code can ask for exists, in every language: found by reading the code, not by waiting for a shopper."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

import shopkeeper
from shopkeeper.app.callbacks.relay import CART
from shopkeeper.app.commands.fulfill_order import RefuseReason
from shopkeeper.app.commands.payment_says import REASON_CLASS
from shopkeeper.app.refunding import GONE_BY_HAND, NOT_TAKEN, TO_CARD, TO_CREDIT
from shopkeeper.app.turn.decide.cart import DECLARED
from shopkeeper.domain.bookings.booking import BookingStatus
from shopkeeper.domain.callbacks.event import TYPES
from shopkeeper.domain.cart.substitution import SubstituteRule
from shopkeeper.domain.catalog.fit import Fit
from shopkeeper.domain.catalog.offer import StockState
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.dialogue.flow.flow import SlotType
from shopkeeper.domain.fulfillment.ways import WayKind
from shopkeeper.domain.invoices.invoice import InvoiceKind, RowKind
from shopkeeper.domain.invoices.of_order import BY_PROVIDER
from shopkeeper.domain.mandates.mandate import MandateStatus, Period
from shopkeeper.domain.orders.order import OrderStatus
from shopkeeper.domain.payments.credit import CreditKind
from shopkeeper.domain.payments.payment import PaymentStatus
from shopkeeper.domain.returns.rma import ReturnReason, RmaStatus
from shopkeeper.entry.http.invoices import WORDS
from shopkeeper.ports.speech_to_text import Unheard

SRC = Path(shopkeeper.__file__).parent
REPLIES, RULES = SRC / "content/replies", SRC / "content/rules"
MESSAGE = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
KEY = re.compile(r"^[a-z_]+\.[a-z_]+$")
CODE = re.compile(r"^[a-z_]+$")

NAMED_BY_THE_SHOP = {"allergen.", "diet.", "attribute.", "option.", "unit."}
"""The shop's own words come first and the code itself last, so that no catalog can be complete."""

NO_REPLIES = {"order.placed", "mandate.asked", "mandate.not_bought", CART, *TYPES, *TYPES.values()}
"""Audit actions that are compared with or chosen from, and names of events outside."""

WAYS = [f"{kind.value}_{how}" for kind in WayKind for how in ("pickup", "delivery") if (kind, how) != (WayKind.WHOLE, "delivery")]
"""What can be delivered whole is simply delivered."""

DISCOUNT_REASONS = ("not_stackable", "not_eligible", "expired", "not_started", "unknown_code")


PAPER_WAYS = (*(kind.removeprefix("refund_") for kind in GONE_BY_HAND), TO_CARD, NOT_TAKEN, TO_CREDIT, *BY_PROVIDER)
"""Where money of a credit note goes."""


def family_members() -> dict[str, Iterable[str]]:
    """What an f-string key may end with, by its constant beginning."""
    rules = list(_rules())
    refused = _refusal_codes() | {str(rule["code"]) for rule in rules if rule["effect"] != "confirm"} | {"rule_unclear"}
    return {
        "refusal.": refused | {f"code_{reason}" for reason in ("unknown_code", "expired", "not_started", "not_eligible")},
        "confirm.": {str(rule["code"]) for rule in rules if rule["effect"] == "confirm"},
        "invoice.": [*(kind.value for kind in InvoiceKind), *WORDS],
        "invoice.row_": [kind.value for kind in RowKind if kind is not RowKind.GOODS],
        "invoice.paid_": [*(way.value for way in PaymentMethod), *(kind.value for kind in CreditKind), *PAPER_WAYS],
        "order.refused_": [reason.value for reason in RefuseReason],
        "order.part_refused_": [reason.value for reason in RefuseReason],
        "stock.": [state.value for state in StockState],
        "cart.allergen_": DECLARED,
        "order.status_": [status.value for status in OrderStatus],
        "order.label_": [status.value for status in OrderStatus],
        "checkout.payment_": [method.value for method in PaymentMethod],
        "payment.method_": [method.value for method in PaymentMethod],
        "credit.": ("gift_card", "store_credit", "applied"),
        "payment.declined_": {*REASON_CLASS.values(), "bank"},
        "complete.payment_": [status.value for status in PaymentStatus],
        "complete.": ("price_changed", "quote_changed", "quote_expired", "price_fell", "order_placed"),
        "totals.": [method.value for method in DeliveryMethod],
        "discount.": DISCOUNT_REASONS,
        "talk.": ("greet", "thank", "help"),
        "quick.": ("show_cart", "check_out", "help", "ask_person"),
        "mandate.label_": [status.value for status in MandateStatus],
        "refund.to_": ("card", "not_taken", "till", "credit"),
        "timeline.": ("placed", "dispatched", "delivered", "ready", "handed_over", "canceled"),
        "allergens.": ("unknown", "not_food"),
        "perception.": ("image", "audio"),
        "perception.audio_": [reason.value for reason in Unheard],
        "return.": ("return_already", "return_requested", "return_approved", "return_rejected", "return_canceled"),
        "return.status_": [status.value for status in RmaStatus],
        "return.reason_": [reason.value for reason in ReturnReason],
        "booking.status_": [status.value for status in BookingStatus],
        "substitute.noted_": [rule.value for rule in SubstituteRule],
        "substitute.label_": [rule.value for rule in SubstituteRule],
        "choice.way_": WAYS,
        "ways.": WAYS,
        "fit.": [fit.value for fit in Fit],
        "mandate.per_": [period.value for period in Period],
        "propose.": ("clear_cart", "cancel", "start_over", "ask_person"),
        "flow.invalid_": [kind.value for kind in SlotType],
        "checkout.message_": (
            *("cart_empty", "delivery_missing", "address_missing", "store_missing", "short_stock", "stock_gone", "line_gone"),
            *("pickup_payment_conflict", "not_at_one_store", "price_changed", "quote_changed", "price_checked", "quote_expired"),
            "below_minimum",
        ),
    }


@cache
def trees() -> dict[str, ast.Module]:
    folders = ("app", "domain")
    return {
        path.relative_to(SRC).as_posix(): ast.parse(path.read_text("utf-8"))
        for folder in folders
        for path in sorted((SRC / folder).rglob("*.py"))
    }


def catalog(language: str) -> set[str]:
    """The keys of a language; in the files a key's dot is a dash."""
    texts = (path.read_text("utf-8") for path in sorted((REPLIES / language).glob("*.ftl")))
    return {found.replace("-", ".", 1) for text in texts for found in MESSAGE.findall(text)}


def _rules() -> Iterator[dict[str, object]]:
    for path in sorted(RULES.glob("*.yaml")):
        loaded = yaml.safe_load(path.read_text("utf-8"))
        yield from loaded["rules"] if isinstance(loaded, dict) else loaded


def _refusal_codes() -> set[str]:
    return {
        leaf
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"
        for keyword in node.keywords
        if keyword.arg == "code"
        for leaf in _leaves(keyword.value)
        if CODE.match(leaf)
    }


def _leaves(node: ast.expr) -> Iterator[str]:
    """The constants an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _leaves(node.body)
        yield from _leaves(node.orelse)


def literal_keys() -> dict[str, str]:
    """Every constant that looks like a key of a family that replies have, with where it stands. Log events and audit actions are none."""
    families = {key.split(".")[0] for key in catalog("en")}
    found: dict[str, str] = {}
    for name, tree in trees().items():
        other = {
            id(leaf)
            for node in ast.walk(tree)
            if isinstance(node, ast.keyword) and node.arg in ("action", "kind")
            for leaf in ast.walk(node.value)
        }
        other |= {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or id(node) in other:
                continue
            if KEY.match(node.value) and node.value.split(".")[0] in families:
                found[node.value] = f"{name}:{node.lineno}"
    return found


def pattern_heads() -> dict[str, str]:
    """The constant beginnings of f-strings that make keys (`stock.` of `f"stock.{state.value}"`)."""
    families = {key.split(".")[0] for key in catalog("en")}
    found: dict[str, str] = {}
    for name, tree in trees().items():
        audited = {
            id(leaf) for node in ast.walk(tree) if isinstance(node, ast.Assign) and _is_action(node) for leaf in ast.walk(node.value)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.JoinedStr) or id(node) in audited:
                continue
            head = node.values[0]
            if (
                isinstance(head, ast.Constant)
                and re.match(r"^[a-z_]+\.[a-z_]*$", str(head.value))
                and str(head.value).split(".")[0] in families
            ):
                found[str(head.value)] = f"{name}:{node.lineno}"
    return found


def _is_action(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "action" for target in node.targets)


def test_every_literal_key_exists() -> None:
    known = catalog("en")
    assert {key: place for key, place in literal_keys().items() if key not in known | NO_REPLIES} == {}


def test_every_made_up_key_is_of_a_known_family() -> None:
    families = set(family_members()) | NAMED_BY_THE_SHOP
    assert {head: place for head, place in pattern_heads().items() if head not in families} == {}


@pytest.mark.parametrize("head", sorted(family_members()))
def test_every_member_of_a_family_exists(head: str) -> None:
    known = catalog("en")
    assert [member for member in sorted(family_members()[head]) if f"{head}{member}" not in known] == []


@pytest.mark.parametrize("language", sorted(path.name for path in REPLIES.iterdir() if path.is_dir() and path.name != "en"))
def test_every_language_has_the_same_keys(language: str) -> None:
    here, english = catalog(language), catalog("en")
    assert (sorted(english - here), sorted(here - english)) == ([], [])
