"""The conversation tests with a model at hand: `python -m benchmarks.journeys --model hostile|failing|local|none`.

`local` starts a llama.cpp server with the GGUF file in LOCAL_MODEL_GGUF (`make test-model`). What is printed last is one JSON object:
how many journeys passed, the model's calls by use and outcome, and their latency.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from shopkeeper.entry.http.app import create_app
from shopkeeper.entry.logs import configure_logs
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.reading import find_files, read_tests
from shopkeeper.testing.conversations.report import explain, line_of
from shopkeeper.testing.conversations.running import run_inside
from shopkeeper.testing.conversations.templates import Templates

GGUF = "LOCAL_MODEL_GGUF"
READY_WITHIN_S = 120.0
SAMPLE = re.compile(r'^shopkeeper_model_seconds_(count|sum)\{outcome="([^"]+)",use="([^"]+)"\} (\S+)$', re.MULTILINE)


class WithModel(Templates):
    """Shops that know an endpoint."""

    def __init__(self, url: str, timeout_s: float) -> None:
        super().__init__()
        self._url = url
        self._timeout_s = timeout_s

    async def copy(self, pack: str) -> Settings:
        settings = await super().copy(pack)
        if not self._url:
            return settings
        return replace(settings, model_url=self._url, model_name="local", model_profile="llama.cpp", model_timeout_s=self._timeout_s)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=("none", "hostile", "failing", "local"), default="none")
    parser.add_argument("--path", default="tests/conversations")
    asked = parser.parse_args()
    configure_logs("error")
    with endpoint(asked.model) as url:
        report = asyncio.run(run(Path(asked.path), url, 60.0 if asked.model == "local" else 2.0))
    print(json.dumps({"model": asked.model, **report}, ensure_ascii=False))
    sys.exit(1 if report["failed"] else 0)


async def run(path: Path, url: str, timeout_s: float) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    seconds: Counter[str] = Counter()

    def watched(settings: Settings, open_shop: Callable[[], Any]) -> Any:
        @asynccontextmanager
        async def opened() -> AsyncGenerator[Any]:
            async with open_shop() as shop:
                yield shop
                for kind, outcome, use, value in SAMPLE.findall(shop.metrics.text().decode()):
                    (counts if kind == "count" else seconds)[f"{use}:{outcome}"] += float(value)  # type: ignore[assignment]

        return create_app(settings, opened)

    passed = failed = 0
    with WithModel(url, timeout_s) as templates:
        for test in [test for file in find_files(path) for test in read_tests(file)]:
            result = await run_inside(test, templates, watched)
            print(line_of(result))
            if result.failures:
                print(explain(result))
            passed, failed = passed + (not result.failures), failed + bool(result.failures)
    mean = {name: round(1000 * seconds[name] / count, 1) for name, count in counts.items() if count}
    return {"passed": passed, "failed": failed, "calls": {name: int(count) for name, count in counts.items()}, "mean_ms": mean}


@contextmanager
def endpoint(kind: str) -> Generator[str]:
    """The address of the model's endpoint while it runs; empty for none."""
    if kind == "none":
        yield ""
        return
    port = _free_port()
    command = _llama(port) if kind == "local" else [sys.executable, "-m", "shopkeeper.testing.models", kind, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _llama(port: int) -> list[str]:
    """How a llama.cpp server is started here. Leaves with a word on what is missing."""
    file = os.environ.get(GGUF, "")
    if not file or not Path(file).is_file():
        sys.exit(f"test-model: set {GGUF} to a small instruct model as a GGUF file (see docs/how-to/use-a-model.md).")
    binary = shutil.which("llama-server")
    if binary:
        return [binary, "-m", file, "-c", "4096", "-t", "1", "--host", "127.0.0.1", "--port", str(port)]
    if importlib.util.find_spec("llama_cpp") is None:
        sys.exit(
            "test-model: no llama.cpp server here. Install one: `pip install 'llama-cpp-python[server]'`, or llama-server on the PATH."
        )
    return [sys.executable, "-m", "llama_cpp.server", "--model", file, "--n_ctx", "4096", "--n_threads", "1", "--port", str(port)]


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < give_up and process.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(address, trust_env=False, timeout=2).is_success:
                return
        time.sleep(0.3)
    sys.exit("test-model: the model server did not come up.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
