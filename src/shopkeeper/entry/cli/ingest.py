"""`shopkeeper ingest PATH`: take in a catalog, or seed a pack folder, with progress and a list of what was left out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shopkeeper.entry.cli.output import UsageProblem, say_json

if TYPE_CHECKING:
    from rich.progress import Progress

    from shopkeeper.adapters.feeds.problem_files import ProblemFiles
    from shopkeeper.app.ingest.pictures import PictureReport
    from shopkeeper.app.ingest.run import IngestReport
    from shopkeeper.bootstrap import Shop
    from shopkeeper.settings import Settings

REINDEX_SHARE = 4
"""From a quarter of the catalog on, building the index anew is quicker than changing it (and takes in new category words)."""


def ingest(
    path: Annotated[Path, typer.Argument(help="CSV, JSON lines (.gz), Google Merchant feed, web pages with JSON-LD, or a pack folder.")],
    *,
    mapping: Annotated[str | None, typer.Option(help="Mapping file, or the name of a shipped one.")] = None,
    restart: Annotated[bool, typer.Option(help="Start over instead of going on where a run was cut off.")] = False,
    reports: Annotated[Path, typer.Option(help="Folder for <name>.rejected.csv and <name>.warnings.csv.")] = Path(),
    check: Annotated[bool, typer.Option("--check-pictures/--no-check-pictures", help="Look at new pictures for staff.")] = True,
    strict: Annotated[bool, typer.Option(help="Exit 1 when a row was rejected.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")] = False,
) -> None:
    """Take in a catalog. Run it again as often as you like: what did not change is not written."""
    from shopkeeper.entry.logs import configure_logs
    from shopkeeper.settings import load_settings

    settings = load_settings()
    configure_logs("warning")  # the progress bar and the summary say it all
    if (path / "shop.yaml").is_file():
        summary = asyncio.run(_seed_pack(settings, path))
    else:
        summary = asyncio.run(_take_in(settings, path, find_mapping(mapping), reports, restart=restart, check=check))
    for line in summary.pop("lines"):
        typer.echo(line)
    if json:
        say_json(summary)
    if strict and summary.get("rejected_rows"):
        raise typer.Exit(1)


def find_mapping(name: str | None) -> Path | None:
    """A file by path, or a shipped mapping by name."""
    from shopkeeper.bootstrap import CONTENT

    if name is None or Path(name).is_file():
        return Path(name) if name else None
    shipped = CONTENT / "mappings" / f"{name.removesuffix('.yaml')}.yaml"
    if not shipped.is_file():
        known = ", ".join(sorted(file.stem for file in shipped.parent.glob("*.yaml")))
        raise UsageProblem(f"there is no mapping file {name}; shipped are {known}")
    return shipped


async def _take_in(settings: Settings, path: Path, mapping: Path | None, reports: Path, *, restart: bool, check: bool) -> dict[str, Any]:
    from shopkeeper.adapters.feeds.checkpoint import FileCheckpoint
    from shopkeeper.adapters.feeds.opening import open_feed
    from shopkeeper.adapters.feeds.problem_files import ProblemFiles
    from shopkeeper.app.ingest.pictures import PictureReport
    from shopkeeper.app.ingest.run import ingest as take_in
    from shopkeeper.bootstrap import CONTENT, migrate_database, open_shop

    feed = open_feed(path, mappings=CONTENT / "mappings", mapping=mapping, media=settings.data_dir / "media")
    migrate_database(settings)
    name = path.name.split(".")[0] or "feed"
    async with open_shop(settings, background=False) as shop:
        with ProblemFiles(reports, name) as files, _bar() as bar:
            report = await take_in(
                feed,
                shop.storage,
                checkpoint=FileCheckpoint(settings.data_dir / "ingest" / f"{name}.json"),
                now=shop.clock.now(),
                on_problem=files.write,
                on_progress=_shown(bar, f"Reading {path.name}"),
                restart=restart,
            )
            await _index(shop, report.changed, bar)
            pictures = await _check(shop, bar) if check else PictureReport()
    looked = {"pictures_checked": pictures.checked, "pictures_flagged": pictures.flagged}
    return {**asdict(report), **looked, **_found(files), "lines": [*_lines(report, files), *_picture_lines(pictures)]}


async def _check(shop: Shop, bar: Progress) -> PictureReport:
    from shopkeeper.app.ingest.pictures import PictureReport, check_pictures
    from shopkeeper.bootstrap import mark_words, picture_checker

    checker = picture_checker(shop.settings)
    if checker is None:
        return PictureReport()
    return await check_pictures(
        shop.storage,
        checker,
        now=shop.clock.now(),
        unsuitable_from=shop.settings.photos_unsuitable_from,
        words=mark_words(),
        on_progress=_shown(bar, "Looking at new pictures"),
    )


def _picture_lines(pictures: PictureReport) -> list[str]:
    if not pictures.checked:
        return []
    seen = f"{counted(pictures.checked, 'new picture')} looked at"
    return [f"{seen}; {counted(pictures.flagged, 'flag')} for staff on the console's Photos page." if pictures.flagged else f"{seen}."]


async def _seed_pack(settings: Settings, path: Path) -> dict[str, Any]:
    from shopkeeper.bootstrap import migrate_database, open_shop, seed_shop

    migrate_database(settings)
    async with open_shop(replace(settings, pack=str(path)), background=False) as shop:
        with _bar() as bar:
            task = bar.add_task(f"Reading {path.name}", total=None)
            report = await seed_shop(
                replace(settings, pack=str(path)),
                shop,
                lambda what, done, total: bar.update(task, description=what, completed=done, total=total),
            )
    lines = [
        f"{counted(report.products, 'product')}, {report.products_changed} new or changed;"
        f" {counted(report.orders_added, 'past order')} added.",
        f"Serve it with SHOPKEEPER_PACK={path} shopkeeper serve",
    ]
    return {**asdict(report), "lines": lines}


async def _index(shop: Shop, changed: int, bar: Progress) -> None:
    products = await shop.storage.read(lambda tx: tx.catalog.count())
    if changed * REINDEX_SHARE < max(products, 1):
        await shop.refresh_index()
        return
    task = bar.add_task("Making it searchable", total=products)
    await shop.build_index(lambda count: bar.update(task, completed=count))
    bar.update(task, completed=products)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True))


def _shown(bar: Progress, title: str) -> Callable[[int, int], None]:
    task = bar.add_task(title, total=None)

    def show(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)

    return show


def counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _found(files: ProblemFiles) -> dict[str, str | None]:
    return {f"{kind}_file": str(path) if (path := files.written(kind)) else None for kind in files.paths}


def _lines(report: IngestReport, files: ProblemFiles) -> list[str]:
    lines = [
        f"{counted(report.products, 'product')} with {counted(report.variants, 'variant')}: {report.changed} new or changed,"
        f" {report.unchanged} as they were."
    ]
    if report.resumed:
        lines.append(f"{report.resumed} had been taken in by the run before.")
    if rejected := files.written("rejected"):
        lines.append(f"{counted(report.rejected_rows, 'row')} of {counted(report.rejected_products, 'product')} left out: {rejected}")
    if warnings := files.written("warning"):
        lines.append(f"{counted(report.warnings, 'warning')}: {warnings}")
    return lines
