"""Which clause of the published terms answers a question."""

from __future__ import annotations

import pytest

from shopkeeper.app.turn.decide.terms import answering
from shopkeeper.ports.shop_store import Clause


def clause(name: str, title: str, text: str, document: str = "Returns") -> Clause:
    return Clause(id=name, language="en", document=document, title=title, text=text)


TERMS = (
    clause("returns-intro", "Returns", "This is what we offer on top of the law."),
    clause("returns-window", "30 days", "You can return unused goods within 30 days of delivery."),
    clause("returns-excluded", "What cannot be returned", "Food and opened hygiene goods are excluded."),
    clause("returns-label", "How to send back", "We give you a free label, or bring the goods to a store."),
    clause("payment-ways", "Ways to pay", "By card or at pickup.", document="Payment"),
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("", "returns-window"),
        ("food", "returns-excluded"),
        ("who pays for the label?", "returns-label"),
        ("wohin damit?", "returns-window"),
    ],
)
def test_the_clause_that_shares_the_rarer_words_comes_first(question: str, first: str) -> None:
    found = answering(TERMS, "returns", question)
    assert found[0].id == first
    assert "returns-window" in [one.id for one in found], "the leading clause is always shown"


def test_other_topics_are_left_out() -> None:
    assert [one.id for one in answering(TERMS, "payment", "return?")] == ["payment-ways"]
    assert answering(TERMS, "warranty", "how long?") == ()
