"""What a photo asked for shows: this one, one of these, things that look alike, or nothing the shop knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from shopkeeper.app.turn.decide.parts import ask_product, ask_variant, cards, title
from shopkeeper.app.turn.facts import Facts
from shopkeeper.domain.catalog.listing import Listing
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.decision import Plan, Tell, plan
from shopkeeper.domain.dialogue.photo import Verdict
from shopkeeper.domain.dialogue.reference import ByPhoto
from shopkeeper.domain.dialogue.say import Say

MOST_SHOWN = 6


def unsure(reference: ByPhoto, listings: tuple[Listing, ...], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """Several products it may be: asked once when it is one of few or something is to be done with it, else shown."""
    shown = listings[:MOST_SHOWN]
    if reference.verdict is Verdict.ALIKE and wanted.get("then") != "add":
        return plan(Tell(says=(Say(key="photo.alike"),), shows=(cards(shown),)))
    key = "photo.differs" if reference.differs else "photo.either" if reference.verdict is Verdict.EITHER else "photo.which"
    return plan(ask_product(shown, Say(key=key, question=True), wanted, facts))


def unsure_variant(listing: Listing, skus: tuple[Sku, ...], wanted: Mapping[str, object], facts: Facts) -> Plan:
    """One product for certain, but which variant of it the photo does not tell, or words and photo differ about it."""
    say = Say(key="photo.either_variant", facts={"title": title(listing, facts)}, question=True)
    return plan(ask_variant(listing, skus, say, wanted, facts))


def unknown(reference: ByPhoto) -> Plan:
    """Nothing the shop sells: what is printed on it is read back where the shopper sent it for that."""
    total, day = reference.reads.get("receipt_total"), reference.reads.get("receipt_date")
    if isinstance(total, int) and isinstance(day, str):
        paid = Money(minor=total, currency=str(reference.reads["receipt_currency"]))
        return plan(Tell(says=(Say(key="photo.receipt", facts={"total": paid, "day": date.fromisoformat(day)}, question=True),)))
    told = reference.reads.get("error") or reference.reads.get("ingredients")
    if told:
        return plan(Tell(says=(Say(key="photo.reads", facts={"text": told}, question=True),)))
    return plan(Tell(says=(Say(key="photo.unknown"),)))
