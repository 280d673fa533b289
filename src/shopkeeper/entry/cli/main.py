"""The `shopkeeper` command. Commands import what they need when they run, so that `--help` is instant."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from shopkeeper.entry.cli.counting import counting_together
from shopkeeper.entry.cli.evals import app as evals
from shopkeeper.entry.cli.flows import app as flows
from shopkeeper.entry.cli.ingest import ingest
from shopkeeper.entry.cli.init import init
from shopkeeper.entry.cli.labels import app as labels
from shopkeeper.entry.cli.models import models
from shopkeeper.entry.cli.output import Failed, UsageProblem, fail, say_json
from shopkeeper.entry.cli.train import train

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="A self-hosted commerce assistant.")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]


app.command()(ingest)
app.command()(init)
app.command()(models)
app.command()(train)
app.add_typer(evals, name="eval")
app.add_typer(labels, name="labels")
app.add_typer(flows, name="flows")


def run() -> None:
    """Exit 0 ok, 1 failed check, 2 usage."""
    from shopkeeper.domain.core.outcome import Fault, InvalidInput

    try:
        app(standalone_mode=True)
    except UsageProblem as error:
        fail(str(error))
        sys.exit(2)
    except InvalidInput as error:
        fail(error.detail)
        sys.exit(2)
    except (Failed, Fault) as error:
        fail(str(error))
        sys.exit(1)


@app.command()
def demo(
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    fresh: Annotated[bool, typer.Option(help="Forget what was sold before and start the demo shop anew.")] = False,
) -> None:
    """Set up and open the demo shop "Lantern Market" on this machine."""
    from shopkeeper.entry.cli.serve import serve_demo

    serve_demo(port=port, fresh=fresh)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer, for instance one per core.")] = 1,
) -> None:
    """Serve the shop in SHOPKEEPER_DATA_DIR."""
    with counting_together(workers):
        from shopkeeper.entry.cli.serve import serve_shop

        serve_shop(host=host, port=port, workers=workers)


@app.command()
def worker(once: Annotated[bool, typer.Option(help="One sweep, then stop.")] = False, json: Json = False) -> None:
    """Run effects and sweeps beside other server processes."""
    from shopkeeper.bootstrap import open_shop
    from shopkeeper.entry.worker.loop import work
    from shopkeeper.settings import load_settings

    settings = load_settings()
    report = work(lambda: open_shop(settings, background=False), once=once, log_level=settings.log_level)
    if json:
        say_json(report)


@app.command()
def migrate() -> None:
    """Bring the database to the schema this version needs."""
    from shopkeeper.bootstrap import migrate_database
    from shopkeeper.settings import load_settings

    settings = load_settings()
    migrate_database(settings)
    typer.echo(f"Database ready: {settings.storage_url}")


@app.command()
def doctor(json: Json = False) -> None:
    """Check versions, database, migrations, disk, files and clock, and say how to mend what is wrong."""
    from shopkeeper.entry.cli.doctor import check_up

    findings = check_up()
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.ok else 'FAIL'} {finding.name}: {finding.detail}")
        if not finding.ok:
            typer.echo(f"     mend: {finding.mend}")
    healthy = all(finding.ok for finding in findings)
    if json:
        say_json({"ok": healthy, "checks": [{"name": f.name, "ok": f.ok, "detail": f.detail, "mend": f.mend} for f in findings]})
    if not healthy:
        raise typer.Exit(1)


@app.command()
def chat(
    text: Annotated[str | None, typer.Argument(help="One message; leave out to talk.")] = None,
    url: Annotated[str | None, typer.Option(help="A running server; default: the shop in SHOPKEEPER_DATA_DIR.")] = None,
    customer_token: Annotated[str | None, typer.Option(help="Speak as this customer.")] = None,
    locale: Annotated[str, typer.Option(help="Locale of the conversation.")] = "en",
    json: Json = False,
) -> None:
    """Talk to the shop in the terminal."""
    from shopkeeper.entry.cli.chat import talk

    talk(text, url=url, customer_token=customer_token, locale=locale, as_json=json)


@app.command()
def verify(
    bundle: Annotated[str, typer.Argument(help="A proof bundle (JSON).")],
    key_id: Annotated[str | None, typer.Option(help="Only this key may have signed (from /.well-known/shopkeeper-keys.json).")] = None,
    json: Json = False,
) -> None:
    """Check the proof of a sale offline: signature, totals, consent and payment."""
    from shopkeeper.entry.cli.verify import verify_file

    report: dict[str, Any] = verify_file(bundle, key_id=key_id)
    for problem in report["problems"]:
        typer.echo(f"FAIL {problem}")
    if report["ok"]:
        typer.echo(f"ok   {bundle}: signature, totals, consent and payment agree.")
    if json:
        say_json(report)
    if not report["ok"]:
        raise typer.Exit(1)


@app.command("test")
def conversation_tests(
    path: Annotated[str, typer.Argument(help="A conversation test file or a folder of them.")],
    url: Annotated[str | None, typer.Option(help="Run against a server instead of in process.")] = None,
    database: Annotated[str | None, typer.Option(help="Database URL for the in-process shop (default: SQLite).")] = None,
    model: Annotated[
        str | None,
        typer.Option(
            help="With a language model: scripted, hostile, failing, or the address of an endpoint such as http://127.0.0.1:8080/v1."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Run conversation tests (tests/conversations/*.yaml)."""
    from shopkeeper.entry.cli.conversation_tests import run_files

    report = run_files(path, url=url, database=database, model=model)
    if json:
        say_json(report)
    if report["failed"]:
        raise typer.Exit(1)


if __name__ == "__main__":
    run()
