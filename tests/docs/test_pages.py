"""What README and the docs show is true: commands run, data parses, links lead somewhere, and the command line has what the table says."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Generator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from typer.testing import CliRunner

from shopkeeper.adapters.staff.password import StaffAccess
from shopkeeper.entry.cli.main import app
from shopkeeper.testing.crashes.nursery import ServerProcess, environment, free_port

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```([\w-]*)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PASSWORD = "a-password-of-the-docs"


class Block(NamedTuple):
    page: Path
    language: str
    rest: str
    text: str


def blocks(*languages: str) -> list[object]:
    found = [
        Block(page, language, rest, text)
        for page in PAGES
        for language, rest, text in BLOCK.findall(page.read_text())
        if language in languages
    ]
    return [pytest.param(block, id=f"{block.page.name}-{number}") for number, block in enumerate(found)]


def as_json(text: str) -> list[object]:
    """The objects in a block that may be shortened with an ellipsis, may name alternatives with a bar, and may hold several."""
    text = re.sub(r"\{(\s*…[^{}]*|part)\}", "{}", text)
    text = re.sub(r"\[\s*(…[^\[\]]*|\.\.\.)\]", "[]", text)
    text = text.replace('"string": …', '"string": null').replace('"…"|null', '"…"')
    text = re.sub(r'"method": "delivery\|pickup\|null"', '"method": "delivery|pickup"', text)
    text = re.sub(r"\{ … [^}]*\}, see below|\{ … [^}]*\}", "{}", text)
    decoder, found = json.JSONDecoder(), []
    while text := text.strip():
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


@pytest.mark.parametrize("block", blocks("json"))
def test_json_parses(block: Block) -> None:
    assert as_json(block.text)


@pytest.mark.parametrize("block", blocks("yaml", "python", "html"))
def test_the_other_languages_parse(block: Block) -> None:
    match block.language:
        case "yaml":
            assert yaml.safe_load(block.text) is not None
        case "python":
            ast.parse(block.text)
        case _:
            HTMLParser().feed(block.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    inside = [target for target in LINK.findall(page.read_text()) if not target.startswith(("http:", "https:", "mailto:"))]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_make_targets_exist() -> None:
    named = {target for page in PAGES for target in re.findall(r"(?:^|`)make (\w+)", page.read_text(), re.MULTILINE)}
    there = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert named
    assert named <= there


def test_the_command_line_has_what_the_readme_lists() -> None:
    listed = re.findall(r"^\| `shopkeeper (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    told = CliRunner().invoke(app, ["--help"]).output
    assert len(listed) >= 8
    assert [command for command in listed if not re.search(rf"^\W*{command}\b", told, re.MULTILINE)] == []


def test_settings_named_in_the_docs_exist() -> None:
    from shopkeeper.settings import PREFIX, READERS

    named = {name for page in PAGES for name in re.findall(rf"{PREFIX}(\w+)", page.read_text())}
    assert {name for name in named if name.lower() not in READERS} == set()


def commands(page: str) -> list[str]:
    """The shell lines of a page, put together where they go on, without comments."""
    text = "\n".join(body for language, _, body in BLOCK.findall((ROOT / page).read_text()) if language in ("", "sh", "shell", "bash"))
    return [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("make ")]


def run(script: str, folder: Path, **more: str) -> str:
    tools = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "NO_PROXY": "127.0.0.1", **more}
    around = {**os.environ, **tools}
    done = subprocess.run(["bash", "-euc", script], cwd=folder, env=around, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[str, Path]]:
    """The demo shop, as the tutorial starts it: its address and a folder to work in."""
    folder, port = tmp_path_factory.mktemp("tutorial"), free_port()
    data = folder / "data"
    StaffAccess(data).set_password(PASSWORD)
    command = [sys.executable, "-m", "shopkeeper.entry.cli.main", "demo"]
    process = subprocess.Popen(command, env={**os.environ, **environment(data, port)}, stdout=subprocess.DEVNULL)
    try:
        ServerProcess(process.pid, port).wait_ready()
        yield f"http://127.0.0.1:{port}", folder
    finally:
        process.kill()
        process.wait()


def test_the_commands_of_the_tutorial_run(demo: tuple[str, Path]) -> None:
    url, folder = demo
    written = commands("docs/tutorial/first-sale.md")
    lines = [line.replace("http://127.0.0.1:8765", url).replace(".venv/bin/shopkeeper", "shopkeeper") for line in written]
    proof, verify, opening, turn = lines
    opened = json.loads(run(opening, folder))
    assert set(opened) == {"conversation_id", "token"}
    known = {"CONVERSATION": opened["conversation_id"], "TOKEN": opened["token"], "PASSWORD": PASSWORD}
    answer = json.loads(run(turn, folder, **known))
    assert answer == json.loads(run(turn, folder, **known))
    assert answer["reply"]["blocks"][0]["cart"]["count"] == 3
    bought = json.loads(run(f"curl -s {url}/v1/admin/orders -H 'Authorization: Bearer {PASSWORD}'", folder))["orders"][0]["number"]
    assert bought == "1102"
    for words in ("check out", "I'll pick it up in Mitte", "I'll pay when I pick it up", "yes"):
        body = json.dumps({"parts": [{"type": "text", "text": words}]})
        said = turn.replace("my-first-turn", words.replace("'", "").replace(" ", "-")).split(" -d ")[0] + f" -d {shlex.quote(body)}"
        run(said, folder, **known)
    run(proof, folder, **known)
    assert "ok" in run(verify, folder)
    bundle = folder / "bundle.json"
    bundle.write_text(bundle.read_text().replace("607", "606", 1))
    with pytest.raises(AssertionError, match="FAIL"):
        run(verify, folder)


def test_the_readme_opens_a_shop_of_ones_own(tmp_path: Path) -> None:
    lines = [line.replace(".venv/bin/shopkeeper", "shopkeeper") for line in commands("README.md")]
    first = next(number for number, line in enumerate(lines) if line.startswith("shopkeeper init"))
    (tmp_path / "feed.xml").write_text(FEED)
    script = "\n".join(line for line in lines[first:] if not line.startswith("shopkeeper serve"))
    said = run(f"{script}\nshopkeeper chat 'do you have a desk lamp?'", tmp_path)
    assert "lamp" in said.lower()


FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Lamps</title><item>
<g:id>LAMP-1</g:id><g:title>Desk lamp</g:title><g:description>A lamp for a desk</g:description><g:link>https://shop.example/lamp</g:link>
<g:image_link>https://shop.example/lamp.jpg</g:image_link><g:availability>in_stock</g:availability><g:price>39.00 EUR</g:price>
</item></channel></rss>
"""
