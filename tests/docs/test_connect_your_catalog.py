"""The example files of docs/how-to/connect-your-catalog.md come in as the page says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from shopkeeper.entry.cli.ingest import ingest
from shopkeeper.entry.cli.init import init

PAGE = (Path(__file__).parents[2] / "docs/how-to/connect-your-catalog.md").read_text()
EXAMPLE = re.compile(r"^```\w+ file=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

Shopkeeper = Callable[..., Any]


@pytest.fixture
def shopkeeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shopkeeper:
    """The command line in an empty folder that holds the page's files, with the page's shop started."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHOPKEEPER_DATA_DIR", str(tmp_path / "data"))
    app = typer.Typer()
    app.command()(ingest)
    app.command()(init)
    for name, content in EXAMPLE.findall(PAGE):
        (tmp_path / name).write_text(content)

    def run(*arguments: str) -> Any:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == 0, result.output
        return result

    run("init", "my-shop")
    run("ingest", "my-shop")
    return run


def test_a_table_comes_in_and_its_bad_row_is_explained(shopkeeper: Shopkeeper) -> None:
    said = shopkeeper("ingest", "lamps.csv").stdout
    for line in said.strip().splitlines():
        assert line in PAGE
    for line in Path("lamps.rejected.csv").read_text().splitlines():
        assert line in PAGE


def test_a_mapping_groups_rows_into_a_product(shopkeeper: Shopkeeper) -> None:
    said = shopkeeper("ingest", "export.txt", "--mapping", "mapping.yaml", "--json").stdout
    counts = json.loads(said.strip().splitlines()[-1])
    assert (counts["products"], counts["variants"], counts["rejected_rows"], counts["warnings"]) == (1, 2, 0, 0)
    again = json.loads(shopkeeper("ingest", "export.txt", "--mapping", "mapping.yaml", "--json").stdout.strip().splitlines()[-1])
    assert (again["changed"], again["unchanged"]) == (0, 1)


def test_the_error_text_of_the_page_is_the_real_one(shopkeeper: Shopkeeper) -> None:
    from shopkeeper.adapters.packs.reader import read_pack
    from shopkeeper.ports.shop_pack import PackInvalid

    path = Path("my-shop/products/example.yaml")
    path.write_text(path.read_text().replace("price: 1490", "price: 14.90", 1))
    with pytest.raises(PackInvalid) as caught:
        read_pack(Path("my-shop"))
    assert caught.value.detail in PAGE
