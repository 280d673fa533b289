"""`shopkeeper labels export`: messages nobody was sure about, as a CSV to label and to train on."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from shopkeeper.entry.cli.output import say_json

app = typer.Typer(no_args_is_help=True, help="Messages kept for labelling.")


@app.callback()
def labels() -> None:
    """Messages kept for labelling."""


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="CSV to write: text,label,language. The label is a guess to be corrected.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")] = False,
) -> None:
    """Write the kept messages, personal data left out. Correct the labels, then use the file with `shopkeeper train`."""
    from shopkeeper.adapters.learning.label_file import LabelFile
    from shopkeeper.settings import load_settings

    doubts = list(LabelFile(load_settings().labels_file).all())
    with out.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(("text", "label", "language"))
        writer.writerows((doubt.text, doubt.guess, doubt.language) for doubt in doubts)
    typer.echo(f"{len(doubts)} messages: {out}")
    if json:
        say_json({"messages": len(doubts), "file": str(out)})
