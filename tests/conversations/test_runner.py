"""The runner itself: it must fail where an expectation is wrong, name the line, and say how a run went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shopkeeper.entry.cli.conversation_tests import run_files
from shopkeeper.entry.cli.main import app
from shopkeeper.entry.cli.output import UsageProblem
from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.reading import read_tests
from shopkeeper.testing.conversations.running import Result, run_inside
from shopkeeper.testing.conversations.templates import Templates

WRONG = """name: Everything expected here is wrong
setup: {customer: ana}
steps:
  - tap: {action: add_line_item, sku: BAG-TAN}
  - tap: {action: set_delivery, method: pickup, store_id: mitte}
    expect:
      acts: [greet]
      slots: {method: delivery}
      cart: {BAG-TAN: 2}
      cart_has: {CARE: 1}
      cart_count: 7
      quote: {total: 44.99}
      checkout: {status: completed}
      orders: 1
      payments: {captured: 1}
      ledger: {authorizations: 1}
      holds: none
      stock: {BAG-TAN: 12}
      question: none
      questions_asked: 0
      events: [order_placed]
      effects: [authorize_payment]
      audit: [order.placed]
      consents: {holding: 1}
      proof: {quotes: 2}
      reply: {says: ["44.99"], mentions: [bicycle], forbids: ["45.00"]}
      blocks: [order]
      products: [MUG-2]
      choices: [mitte]
      order: {number: 1103}
      cites: [Returns]
      language: de
      level: model
      handoff: queued
      says: [order.already]
      refusal: [bulk]
      turns: 2
      http: {status: 422, problem: busy}
"""
FIRST, LAST = 7, 38


async def play(folder: Path, text: str) -> Result:
    file = folder / "wrong.yaml"
    file.write_text(text, encoding="utf-8")
    (test,) = read_tests(file, "wrong.yaml")
    with Templates() as templates:
        return await run_inside(test, templates, create_app)


async def test_every_wrong_expectation_fails_at_its_line(tmp_path: Path) -> None:
    result = await play(tmp_path, WRONG)
    assert {failure.place.line for failure in result.failures} == set(range(FIRST, LAST + 1))
    by_line = {failure.place.line: failure for failure in result.failures}
    assert (by_line[12].what, by_line[12].expected, by_line[12].got) == ("quote.total", 4499, 4500)
    assert result.transcript[-1].startswith("   -> [choose_delivery] Pickup at Mitte")


@pytest.mark.parametrize(
    ("step", "complaint"),
    [
        ("tap: {choice: nowhere}", "'nowhere' is not offered"),
        ("tap: pay", "no quote has been shown yet"),
        ('tap: {action: remove_line_item, line_id: "$line:MUG-2"}', "MUG-2 is not in the cart"),
        ("event: {payment: approve}", "there is no payment page"),
        ("event: {promotion: {id: nothing, active: false}}", "there is no promotion 'nothing'"),
        ("event: {price: {sku: NOTHING, amount: 1.00}}", "NOTHING"),
        ("tap: {action: dance}", "422 unknown_action"),
    ],
)
async def test_a_step_that_cannot_be_done_fails_at_its_line(tmp_path: Path, step: str, complaint: str) -> None:
    result = await play(tmp_path, f"steps:\n  - say: hello\n  - {step}\n  - say: never said\n")
    assert [failure.place.line for failure in result.failures] == [3]
    assert complaint in str(result.failures[0].got)


async def test_money_without_an_order_does_not_pass(tmp_path: Path) -> None:
    """The books are looked at after every test, whatever it expects."""
    text = """setup: {customer: ana}
steps:
  - tap: {action: add_line_item, sku: BAG-TAN}
  - tap: {action: set_delivery, method: pickup, store_id: mitte}
  - event: {fault: {look_up: [%s]}}
  - tap: pay
  - event: {payment: timeout_after}
"""
    result = await play(tmp_path, text % ", ".join(["timeout_before"] * 500))
    assert "books.money" in {failure.what for failure in result.failures}


def test_a_run_is_told_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a_right.yaml").write_text("name: Right\nsteps:\n  - say: hello\n    expect: {acts: [greet]}\n", encoding="utf-8")
    (tmp_path / "b_wrong.yaml").write_text("name: Wrong\nsteps:\n  - say: hello\n    expect: {acts: [thank]}\n", encoding="utf-8")
    (tmp_path / "c_broken.yaml").write_text("steps:\n  - sya: hello\n", encoding="utf-8")
    (tmp_path / "d_other.yaml").write_text("name: Other\nsetup: {database: postgres}\nsteps:\n  - say: hello\n", encoding="utf-8")
    report = run_files(str(tmp_path))
    assert (report["passed"], report["failed"], report["skipped"]) == (1, 2, 1)
    places = [(Path(failure["file"]).name, failure["line"], failure["what"]) for failure in report["failures"]]
    assert places == [("c_broken.yaml", 2, "format"), ("b_wrong.yaml", 4, "acts")]
    printed = capsys.readouterr().out
    assert "did you mean say?" in printed
    assert "b_wrong.yaml:4: acts" in printed
    assert printed.rstrip().endswith("1 passed, 2 failed, 1 skipped")


def test_the_command_speaks_json_and_its_exit_says_it(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("steps:\n  - say: hello\n    expect: {acts: [thank]}\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["test", str(tmp_path), "--json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout.rstrip().splitlines()[-1])["failed"] == 1


def test_nothing_to_run_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="no conversation test"):
        run_files(str(tmp_path / "nowhere"))
