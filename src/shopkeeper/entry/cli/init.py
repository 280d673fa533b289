"""`shopkeeper init PATH`: a small shop pack of one's own to start from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from shopkeeper.entry.cli.output import UsageProblem


def init(path: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.")]) -> None:
    """Start a shop: a folder with its name and terms, one example product and policies, ready to be edited."""
    start_pack(path)
    typer.echo(f"Your shop is in {path}. Edit shop.yaml and products/, then:")
    typer.echo(f"  shopkeeper ingest {path}        checks it and fills the database")
    typer.echo(f"  SHOPKEEPER_PACK={path} shopkeeper serve")


def start_pack(path: Path) -> None:
    """Copy the starter pack to `path`. Raises UsageProblem rather than mixing with what is there."""
    from shopkeeper.bootstrap import CONTENT

    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageProblem(f"{path} is not empty; name a new folder")
    shutil.copytree(CONTENT / "packs" / "starter", path, dirs_exist_ok=True)
