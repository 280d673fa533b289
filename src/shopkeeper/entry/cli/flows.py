"""`shopkeeper flows`: what flows there are, whether they hold together, how they look, and new ones from templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shopkeeper.entry.cli.output import Failed, UsageProblem, say_json

if TYPE_CHECKING:
    from shopkeeper.adapters.flows.files import FlowFile

app = typer.Typer(no_args_is_help=True, help="Conversations with an aim: list, check, draw, begin new ones.")
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]


def read_all() -> tuple[FlowFile, ...]:
    from shopkeeper.adapters.flows.files import SHIPPED_COMMANDS
    from shopkeeper.bootstrap import read_flows
    from shopkeeper.plugins import load_plugins
    from shopkeeper.settings import load_settings

    return read_flows(load_plugins(load_settings().plugins, taken=SHIPPED_COMMANDS))


@app.command("list")
def list_flows(*, json: Json = False) -> None:
    """Every flow with its languages, slots, and the commands and acts it ends in."""
    from shopkeeper.domain.dialogue.flow.flow import Call, DoAct, Link

    rows: list[dict[str, Any]] = [
        {
            "flow": flow.id,
            "version": flow.version,
            "file": str(file.path),
            "languages": sorted(flow.intents),
            "examples": sum(map(len, flow.intents.values())),
            "slots": list(flow.slots),
            "ends_in": [
                step.command if isinstance(step, Call) else step.act if isinstance(step, DoAct) else step.flow
                for step in flow.all_steps()
                if isinstance(step, Call | DoAct | Link)
            ],
        }
        for file in read_all()
        for flow in file.flows
    ]
    for row in rows:
        typer.echo(f"{row['flow']}: {', '.join(row['slots'])} -> {', '.join(row['ends_in']) or 'nothing'}")
        typer.echo(f"  {row['examples']} examples in {', '.join(row['languages']) or 'no language'}; {row['file']}")
    if json:
        say_json({"flows": rows})


@app.command()
def check(
    language: Annotated[list[str] | None, typer.Option(help="Languages that must have every text (default: en).")] = None,
    *,
    json: Json = False,
) -> None:
    """Read every flow file; what is wrong is told with file, line and column."""
    from shopkeeper.adapters.flows.files import missing_replies
    from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
    from shopkeeper.bootstrap import CONTENT, own_replies

    files = read_all()
    phrases = FluentPhraseBook(CONTENT / "replies", extra=own_replies(files))
    wanted = language or ["en"]
    odd = [code for code in wanted if code not in phrases.languages()]
    if odd:
        raise UsageProblem(f"{odd[0]!r} is no reply language; there are {', '.join(phrases.languages())}.")
    problems = [line for code in wanted for file in files for line in missing_replies(file, phrases.keys(code), code)]
    for problem in problems:
        typer.echo(f"FAIL {problem}")
    count = sum(len(file.flows) for file in files)
    if not problems:
        typer.echo(f"ok   {count} flows in {len(files)} files, with every text in {', '.join(wanted)}")
    if json:
        say_json({"ok": not problems, "flows": count, "problems": problems})
    if problems:
        raise Failed(f"{len(problems)} texts are missing")


@app.command()
def draw(
    flow: Annotated[str, typer.Argument(help="Id of the flow.")],
    out: Annotated[Path | None, typer.Option(help="SVG file to write (default: <flow>.svg).")] = None,
    locale: Annotated[str, typer.Option(help="Language of the texts.")] = "en",
) -> None:
    """Draw a flow as SVG: questions, conditions, commands, and where a refusal leads."""
    from shopkeeper.adapters.flows.drawing import draw_flow
    from shopkeeper.adapters.phrases.fluent import FluentPhraseBook
    from shopkeeper.bootstrap import CONTENT, own_replies

    files = read_all()
    known = {one.id: one for file in files for one in file.flows}
    if flow not in known:
        raise UsageProblem(f"There is no flow {flow!r}; there are {', '.join(known)}.")
    phrases = FluentPhraseBook(CONTENT / "replies", extra=own_replies(files))
    target = out or Path(f"{flow}.svg")
    target.write_text(draw_flow(known[flow], lambda key: phrases.raw(key, locale=locale), locale), encoding="utf-8")
    typer.echo(f"{flow}: {target}")


@app.command()
def new(
    flow: Annotated[str, typer.Argument(help="Id of the new flow: small letters, digits and _.")],
    folder: Annotated[Path, typer.Option(help="Folder for the file; SHOPKEEPER_PLUGINS names it to the server.")],
    template: Annotated[str, typer.Option(help="A flow to copy, its texts and examples with it; or `blank`.")] = "blank",
    replace: Annotated[
        list[str] | None, typer.Option(help="Words to exchange in the copy, as old=new. May be given several times.")
    ] = None,
) -> None:
    """Begin a flow from a template, so that one for jackets becomes one for shoes in minutes."""
    from shopkeeper.adapters.flows.templates import NameTaken, copy_flow

    try:
        target = copy_flow(flow, folder, template, _pairs(replace or []), read_all())
    except NameTaken as error:
        raise UsageProblem(str(error)) from error
    typer.echo(f"{target}: change what differs, then run `shopkeeper flows check`.")


def _pairs(given: list[str]) -> list[tuple[str, str]]:
    pairs = [tuple(one.split("=", 1)) for one in given]
    odd = next((one for one, pair in zip(given, pairs, strict=True) if len(pair) != 2 or not pair[0]), None)
    if odd is not None:
        raise UsageProblem(f"--replace takes old=new, not {odd!r}.")
    return [(pair[0], pair[1]) for pair in pairs]
