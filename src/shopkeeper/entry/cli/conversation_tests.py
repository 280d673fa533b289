"""`shopkeeper test`: conversation files against a shop in this process or a running server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import typer

from shopkeeper.adapters.models.profiles import profile_for
from shopkeeper.entry.cli.output import UsageProblem
from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.logs import configure_logs
from shopkeeper.settings import load_settings
from shopkeeper.testing.conversations.nodes import FileProblem
from shopkeeper.testing.conversations.reading import find_files, read_tests
from shopkeeper.testing.conversations.report import complaint, explain, line_of, problem_failure, report_json, summary
from shopkeeper.testing.conversations.running import Failure, Result, run_inside, run_remote
from shopkeeper.testing.conversations.spec import ConversationTest, ModelSetup
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.models import DOUBLES

REAL_MODEL_TIMEOUT_S = 60.0


def run_files(path: str, *, url: str | None = None, database: str | None = None, model: str | None = None) -> dict[str, Any]:
    """Run the tests at `path` and say how each went. The answer holds `passed`, `failed`, `skipped`, `failures`, `skips`, `model`.

    `database` is the address of a Postgres server on which databases may be made and dropped; without it SQLite is used.
    `model` is a double's name or the address of an endpoint, for every test that brings no model of its own.
    """
    files = find_files(Path(path))
    if not files or not files[0].exists():
        raise UsageProblem(f"There is no conversation test at {path}.")
    if database is not None and not database.startswith(("postgres", "sqlite")):
        raise UsageProblem("--database takes postgresql://… (a server on which databases may be made) or sqlite.")
    known = _model(model, url)
    configure_logs("critical")
    tests, problems = _read(files)
    for problem in problems:
        typer.echo(f"{problem.place.file} FAILED")
    postgres = database if database and database.startswith("postgres") else None
    results = asyncio.run(_run(tests, url, postgres, known))
    for text in [*map(complaint, problems), *(explain(result) for result in results if result.failures)]:
        typer.echo(f"\n{text}")
    report = report_json(results, problems)
    typer.echo(f"\n{summary(report)}")
    for use, told in report["model"].items():
        outcomes = ", ".join(f"{outcome} {count}" for outcome, count in told["outcomes"].items())
        typer.echo(f"model for {use}: {told['calls']} calls ({outcomes}), p50 {told['p50_ms']} ms, p95 {told['p95_ms']} ms")
    return report


def _model(model: str | None, url: str | None) -> ModelSetup | None:
    if model is None:
        return None
    if url is not None:
        raise UsageProblem("--model goes with a shop in this process; a server at --url has its own model, or none.")
    if model in DOUBLES:
        return ModelSetup(kind=model)
    if not model.startswith(("http://", "https://")):
        raise UsageProblem(f"--model takes {', '.join(DOUBLES)}, or the address of an endpoint such as http://127.0.0.1:8080/v1.")
    settings = load_settings()
    name = settings.model_name or "local"
    profile = profile_for(model, name, settings.model_profile).name
    return ModelSetup(kind=model, name=name, profile=profile, timeout_s=REAL_MODEL_TIMEOUT_S)


def _read(files: list[Path]) -> tuple[list[ConversationTest], list[Failure]]:
    tests: list[ConversationTest] = []
    problems: list[Failure] = []
    for file in files:
        try:
            tests.extend(read_tests(file))
        except FileProblem as problem:
            problems.append(problem_failure(problem))
    return tests, problems


async def _run(tests: list[ConversationTest], url: str | None, postgres: str | None, model: ModelSetup | None) -> list[Result]:
    results: list[Result] = []
    with Templates(postgres) as templates:
        for test in tests:
            result = await (run_remote(test, url) if url else run_inside(test, templates, create_app, model=model))
            typer.echo(line_of(result))
            results.append(result)
    return results
