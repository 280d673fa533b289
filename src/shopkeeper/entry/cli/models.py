"""`shopkeeper models`: which model is configured, what it may be used for, and what its endpoint can do."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from shopkeeper.entry.cli.output import say_json

PROBE_TIMEOUT_S = 60.0


def models(
    probe: Annotated[bool, typer.Option("--probe", help="Ask the endpoint what it can do, and keep the answer.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")] = False,
) -> None:
    """Show the configured language model and what its endpoint can do."""
    from shopkeeper.adapters.models.probe import load_reports
    from shopkeeper.bootstrap import model_reports_file
    from shopkeeper.settings import load_settings

    settings = load_settings()
    if probe:
        asyncio.run(_probe())
    reports = load_reports(model_reports_file(settings))
    configured = {"url": settings.model_url, "model": settings.model_name, "uses": list(settings.model_uses) if settings.model_url else []}
    if not settings.model_url:
        typer.echo("No model is configured: rules only. Set SHOPKEEPER_MODEL_URL and SHOPKEEPER_MODEL_NAME to use one.")
    else:
        typer.echo(f"{settings.model_name} at {settings.model_url}, used for {', '.join(settings.model_uses) or 'nothing'}")
    if settings.model_url and not reports:
        typer.echo("What it can do is not known yet: run `shopkeeper models --probe`.")
    for report in reports:
        _show(report)
    if json:
        say_json({"configured": configured, "reports": reports})


async def _probe() -> None:
    from shopkeeper.adapters.models.probe import probe, save_report
    from shopkeeper.adapters.models.profiles import profile_for
    from shopkeeper.bootstrap import model_client, model_reports_file
    from shopkeeper.entry.cli.output import UsageProblem
    from shopkeeper.settings import load_settings

    settings = load_settings()
    # A model that has to be loaded first is slow once, and can do what it can all the same.
    client = model_client(replace(settings, model_timeout_s=max(settings.model_timeout_s, PROBE_TIMEOUT_S)))
    if client is None:
        raise UsageProblem("There is no model to ask. Set SHOPKEEPER_MODEL_URL and SHOPKEEPER_MODEL_NAME first.")
    profile = profile_for(settings.model_url, settings.model_name, settings.model_profile)
    try:
        report = await probe(client, url=settings.model_url, profile=profile, now=datetime.now(UTC))
    finally:
        await client.close()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    save_report(report, model_reports_file(settings))


def _show(report: Mapping[str, object]) -> None:
    from shopkeeper.domain.core.narrow import as_mapping

    typer.echo(f"\n{report.get('model')} at {report.get('url')} ({report.get('profile')}), asked {report.get('at')}")
    for capability, finding in as_mapping(report.get("findings")).items():
        typer.echo(f"  {capability:16s} {finding}")
