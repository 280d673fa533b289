"""Where several workers keep their numbers, so that `/metrics` tells of all of them whichever one is asked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def counting_together(workers: int) -> Generator[None]:
    """Several workers count in files of a folder of their own. To be entered before prometheus_client is imported, which decides then."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="shopkeeper-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield
