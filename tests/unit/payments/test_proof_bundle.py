"""The proof of a sale holds offline, and one changed cent breaks it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.adapters.signing.ed25519 import Ed25519Signer, check_signature
from shopkeeper.app.queries.proof_bundle import proof_bundle
from shopkeeper.app.queries.verify_bundle import verify_bundle
from shopkeeper.domain.cart.cart import Cart
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.core.digest import canonical_json
from shopkeeper.testing.memory import MemoryTransaction
from shopkeeper.testing.sale_world import OneTransaction, SaleWorld, stock_shop


@pytest.fixture
def signer(tmp_path: Path) -> Ed25519Signer:
    return Ed25519Signer.open(tmp_path / "keys" / "signing.json")


@pytest.fixture
async def envelope(signer: Ed25519Signer) -> dict[str, Any]:
    """A discounted basket of two tax rates, changed once before it was agreed to, paid by saved card."""
    tx = MemoryTransaction()
    stock_shop(tx)
    world = SaleWorld(OneTransaction(tx))
    first = await world.quote({"BAG-TAN": 1, "CARE": 1, "EGG-12": 2}, method=PaymentMethod.SAVED_CARD)
    cart = tx.carts.get(first.cart_id)
    assert isinstance(cart, Cart)
    tx.carts.save(replace(cart, codes=("SAVE10",)))
    await world.agree(first)
    await world.agree(await world.checkout(first.id))
    world.clock.move(seconds=5)
    await world.run_due()
    order = await world.order(first.id)
    assert order is not None
    made = proof_bundle(order.number, tx, signer, now=world.clock.now())
    assert made is not None
    return json.loads(canonical_json(made))


def numbers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all whole numbers."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from numbers(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from numbers(item, (*path, index))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


def changed(envelope: dict[str, Any], path: tuple[Any, ...], by: int) -> dict[str, Any]:
    other = copy.deepcopy(envelope)
    place = other["bundle"]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] += by
    return other


def resigned(envelope: dict[str, Any], signer: Ed25519Signer) -> dict[str, Any]:
    return {**envelope, "signature": signer.sign(canonical_json(envelope["bundle"]).encode())}


def test_a_true_bundle_holds(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    report = verify_bundle(envelope, check_signature, trusted_key_id=signer.key_id)
    assert [(check.name, check.problem) for check in report.checks if not check.ok] == []
    assert {check.name for check in report.checks} == {"signature", "digests", "sums", "consent", "order", "payment", "audit"}
    assert report.order == envelope["bundle"]["order"]["number"]


def test_every_number_changed_by_one_breaks_it(envelope: dict[str, Any]) -> None:
    paths = list(numbers(envelope["bundle"]))
    assert len(paths) > 60
    for path in paths:
        for by in (1, -1):
            assert not verify_bundle(changed(envelope, path, by), check_signature).ok, path


def test_money_does_not_add_up_even_when_signed_again(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    """A shop that changes one number of its own and signs again still contradicts itself."""
    kept_apart = ("revision", "attempt", "promotion_version", "rule_versions", "rejected")
    for path in numbers(envelope["bundle"]):
        if path[0] in ("quotes", "payments", "order") and not any(name in path for name in kept_apart):
            report = verify_bundle(resigned(changed(envelope, path, 1), signer), check_signature)
            assert report.checks[0].ok
            assert not report.ok, path


def test_another_key_is_not_the_shops(envelope: dict[str, Any], signer: Ed25519Signer, tmp_path: Path) -> None:
    stranger = Ed25519Signer.open(tmp_path / "stranger.json")
    forged = {**resigned(envelope, stranger), "key": dict(stranger.public_jwk())}
    assert verify_bundle(forged, check_signature).ok
    assert not verify_bundle(forged, check_signature, trusted_key_id=signer.key_id).ok
    renamed = {**forged, "key": {**stranger.public_jwk(), "kid": signer.key_id}}
    assert verify_bundle(renamed, check_signature, trusted_key_id=signer.key_id).checks[0].problem != ""


def test_a_consent_to_something_else_is_none(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    other = copy.deepcopy(envelope)
    other["bundle"]["consents"][-1]["digest"] = "sha256:" + "0" * 64
    report = verify_bundle(resigned(other, signer), check_signature)
    assert [check.name for check in report.checks if not check.ok] == ["consent"]


def test_a_missing_audit_entry_shows(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    for place in range(len(envelope["bundle"]["audit"]) - 1):
        other = copy.deepcopy(envelope)
        del other["bundle"]["audit"][place]
        report = verify_bundle(resigned(other, signer), check_signature)
        assert [check.name for check in report.checks if not check.ok] == ["audit"]


def test_rounding_never_hides_a_float(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    other = copy.deepcopy(envelope)
    other["bundle"]["order"]["total"] = float(other["bundle"]["order"]["total"])
    assert not verify_bundle(resigned(other, signer), check_signature).ok


@pytest.mark.parametrize("junk", [None, 3, "x", [], {}, {"bundle": {}}, {"bundle": None, "signature": "", "key": {}}])
def test_anything_else_is_not_a_bundle(junk: object) -> None:
    report = verify_bundle(junk, check_signature)
    assert not report.ok
    assert report.checks[0].name == "readable"


def test_pickup_code_and_pay_page_stay_out(envelope: dict[str, Any]) -> None:
    text = json.dumps(envelope)
    assert "pickup_code" not in text
    assert "action_url" not in text


def test_key_file_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "key.json"
    first, second = Ed25519Signer.open(path), Ed25519Signer.open(path)
    assert first.key_id == second.key_id
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["key.json"]


def test_another_way_to_pay_than_was_agreed_to_is_found(envelope: dict[str, Any], signer: Ed25519Signer) -> None:
    assert envelope["bundle"]["quotes"][-1]["quote"]["pay_by"] == "saved_card"
    other = copy.deepcopy(envelope)
    other["bundle"]["order"]["payment_method"] = "card"
    report = verify_bundle(resigned(other, signer), check_signature, trusted_key_id=signer.key_id)
    assert [(check.name, check.problem) for check in report.checks if not check.ok] == [
        ("order", "the order is paid in another way than was agreed to")
    ]
