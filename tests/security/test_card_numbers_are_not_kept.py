"""A card number sent to the shop is in no row of its database, no answer and no log line."""

from __future__ import annotations

import sqlite3

import pytest

from .conftest import Door

PAN = "5105105105105100"
CODE = "7319"


@pytest.mark.parametrize("text", [f"my card is {PAN}, cvc {CODE}", f"5105 1051 0510 5100 12/29 {CODE}", f"two milks and {PAN} cvv: {CODE}"])
async def test_nowhere_after_a_turn(door: Door, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    talk = await door.open()
    answers = [
        await door.say(talk, text, **{"Idempotency-Key": "one"}),
        await door.say(talk, text, **{"Idempotency-Key": "one"}),
        await door.tap(talk, action="set_email", email=f"{PAN}@example.com"),
        await door.client.get(talk.path, headers=talk.key),
        await door.client.get(f"{talk.path}/trace", headers=talk.key),
    ]
    assert all(answer.status_code < 500 for answer in answers)
    everything = "\n".join([*(answer.text for answer in answers), rows(door), "".join(capfd.readouterr())]).replace(" ", "")
    assert "••••" in everything
    assert PAN not in everything
    assert "51051051" not in everything
    assert CODE not in everything


def rows(door: Door) -> str:
    """Every row of the shop's database as text."""
    with sqlite3.connect(door.shop.settings.data_dir / "shop.db") as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(repr(row) for table in tables for row in connection.execute(f'SELECT * FROM "{table}"'))
