"""`shopkeeper eval visual` and `eval barcodes`: how well photos find products, on the shop's own photos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shopkeeper.entry.cli.output import UsageProblem

if TYPE_CHECKING:
    from shopkeeper.adapters.vision.look import Looker

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]


def need_sight() -> None:
    """Raises UsageProblem where the packages for looking at photos are missing."""
    from shopkeeper.adapters.vision.opening import can_see

    if not can_see():
        raise UsageProblem("Looking at photos needs onnxruntime and numpy: install shopkeeper with the extra 'vision'.")


def measure_visual(catalog: Path, photos: Path, gallery: Path | None) -> Mapping[str, float]:
    from shopkeeper.entry.cli.learning import progress_bar
    from shopkeeper.testing.evals.visual import evaluate_visual

    need_sight()
    with progress_bar() as bar:
        bar.step("Looking")
        return evaluate_visual(catalog, photos, gallery=gallery, progress=lambda done, _: bar.done(done), looker=_looker())


def _looker() -> Looker:
    """With the shop's own picture model, where it has one."""
    from shopkeeper.adapters.vision.look import Looker
    from shopkeeper.adapters.vision.opening import open_embedder
    from shopkeeper.bootstrap import picture_model
    from shopkeeper.ports.image_embedder import EmbedderDown
    from shopkeeper.settings import load_settings

    try:
        return Looker(open_embedder(picture_model(load_settings())))
    except EmbedderDown as problem:
        raise UsageProblem(f"The picture model's endpoint does not answer: {problem}. See SHOPKEEPER_PICTURE_MODEL_URL.") from problem


def measure_barcodes(photos: Path) -> Mapping[str, float]:
    from shopkeeper.entry.cli.learning import progress_bar
    from shopkeeper.testing.evals.barcodes import evaluate_barcodes

    need_sight()
    with progress_bar() as bar:
        bar.step("Reading codes")
        return evaluate_barcodes(photos, progress=lambda done, _: bar.done(done))


def measure_receipts(photos: Path) -> Mapping[str, float]:
    from shopkeeper.adapters.vision.opening import can_read
    from shopkeeper.entry.cli.learning import progress_bar
    from shopkeeper.testing.evals.receipts import evaluate_receipts

    if not can_read():
        raise UsageProblem("Reading text in photos needs rapidocr and onnxruntime: install shopkeeper with the extra 'ocr'.")
    with progress_bar() as bar:
        bar.step("Reading receipts")
        return evaluate_receipts(photos, progress=lambda done, _: bar.done(done))
