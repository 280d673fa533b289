"""`make test-model`: the journeys with a small model on a local llama.cpp server, `python -m benchmarks.journeys [PATH …]`.

LOCAL_MODEL_GGUF names the model's file, LOCAL_MODEL_PYTHON a Python that has `llama_cpp.server` (default: this one). What is printed last
is one JSON object: how many tests passed, and per use of the model its calls, what came of them, and how long they took.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import httpx

from shopkeeper.entry.cli.conversation_tests import run_files

GGUF = "LOCAL_MODEL_GGUF"
PYTHON = "LOCAL_MODEL_PYTHON"
READY_WITHIN_S = 120.0
JOURNEYS = (
    "j02_sold_out",
    "j04_mixed_languages",
    "j05_many_wishes",
    "j06_gift",
    "j13_change_of_mind",
    "j20_angry",
    "j25a_elsewhere",
    "j25c_model_outage",
)
"""What is run where no PATH is named: understanding in all its forms, a change of mind, anger, and a model that goes away."""


def main() -> None:
    paths = sys.argv[1:] or [f"tests/conversations/{name}.yaml" for name in JOURNEYS]
    with llama() as url:
        os.environ["SHOPKEEPER_MODEL_PROFILE"] = "llama.cpp"
        reports = {path: run_files(path, model=url) for path in paths}
    print(json.dumps(reports if len(reports) > 1 else reports[paths[0]], ensure_ascii=False))
    sys.exit(1 if any(report["failed"] for report in reports.values()) else 0)


@contextmanager
def llama() -> Generator[str]:
    """The address of a llama.cpp server while it runs."""
    port = _free_port()
    process = subprocess.Popen(_command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _command(port: int) -> list[str]:
    """How a llama.cpp server is started here. Leaves with a word on what is missing."""
    file = os.environ.get(GGUF, "")
    if not file or not Path(file).is_file():
        sys.exit(f"test-model: set {GGUF} to a small instruct model as a GGUF file (see docs/how-to/use-a-model.md).")
    binary = shutil.which("llama-server")
    if binary:
        return [binary, "-m", file, "-c", "4096", "-t", "1", "--host", "127.0.0.1", "--port", str(port)]
    python = os.environ.get(PYTHON, sys.executable)
    if subprocess.run([python, "-c", "import llama_cpp.server"], capture_output=True, check=False).returncode:
        sys.exit(
            "test-model: no llama.cpp server here. Put llama-server on the PATH, or install one: `pip install 'llama-cpp-python[server]'` "
            f"(if that is in another Python, {PYTHON} names it)."
        )
    return [python, "-m", "llama_cpp.server", "--model", file, "--n_ctx", "4096", "--n_threads", "1", "--port", str(port)]


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
