"""Rejected rows and warnings as CSV files that a spreadsheet can open without running anything."""

from __future__ import annotations

import csv
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from shopkeeper.ports.product_feed import FeedProblem

HEADER = ("line", "field", "reason", "value", "product", "file")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
LONGEST_VALUE = 200


class ProblemFiles:
    """Writes `<name>.rejected.csv` and `<name>.warnings.csv` in `folder`, each only if there is something in it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.paths = {"rejected": folder / f"{name}.rejected.csv", "warning": folder / f"{name}.warnings.csv"}
        self._files: dict[str, TextIO] = {}
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> ProblemFiles:
        for path in self.paths.values():
            path.unlink(missing_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    def write(self, problem: FeedProblem) -> None:
        writer = self._writers.get(problem.severity) or self._open(problem.severity)
        texts = (problem.field, problem.reason, problem.value[:LONGEST_VALUE], problem.product, problem.file)
        writer.writerow((problem.line, *map(inert, texts)))

    def written(self, severity: str) -> Path | None:
        return self.paths[severity] if severity in self._files else None

    def _open(self, severity: str) -> Any:
        path = self.paths[severity]
        path.parent.mkdir(parents=True, exist_ok=True)
        file = self._files[severity] = path.open("w", newline="", encoding="utf-8")
        writer = self._writers[severity] = csv.writer(file)
        writer.writerow(HEADER)
        return writer


def inert(text: str) -> str:
    """Text that a spreadsheet shows instead of computing (OWASP: CSV injection), and that UTF-8 can hold."""
    safe = text.encode("utf-8", "replace").decode()
    return f"'{safe}" if safe.startswith(FORMULA) else safe
