"""Several server processes behind one socket: both answer, a killed one is replaced, and all of them end when told to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

PATIENCE_S = 60.0
SERVER = """
import os, sys
import uvicorn
from shopkeeper.entry.cli.workers import Workers
from shopkeeper.entry.http.buckets import Buckets

tokens = Buckets(1, burst=4)

async def app(scope, receive, send):
    if scope["type"] == "http":
        said = f"{os.getpid()} {workers.number} {tokens.take('all') == 0 if scope['path'] == '/token' else ''}"
        await send({"type": "http.response.start", "status": 200, "headers": [(b"connection", b"close")]})
        await send({"type": "http.response.body", "body": said.encode()})

workers = Workers(2)
workers.serve(uvicorn.Config(app, port=int(sys.argv[1]), lifespan="off", log_level="error"))
"""


@pytest.fixture
def served() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(port)])
    yield process, port
    process.kill()
    process.wait()


def ask(port: int, path: str = "/") -> list[str]:
    """The process that answered, its number, and whether there was a token."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE_S) as answer:
                return answer.read().decode().split()
        except OSError:  # not up yet, or the one that was to answer has just been killed
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def both(port: int, *, without: str = "") -> dict[str, str]:
    """Processes by worker number, once both have answered."""
    until, seen = time.monotonic() + PATIENCE_S, dict[str, str]()
    while len(seen) < 2 and time.monotonic() < until:
        process, number = ask(port)[:2]
        if process != without:
            seen[number] = process
    return seen


def test_a_killed_worker_is_replaced_and_all_end_with_the_first(served: tuple[subprocess.Popen[bytes], int]) -> None:
    process, port = served
    first = both(port)
    assert set(first) == {"0", "1"}
    assert [ask(port, "/token")[2] for _ in range(6)].count("True") == 4
    os.kill(int(first["0"]), signal.SIGKILL)
    after = both(port, without=first["0"])
    assert after["1"] == first["1"]
    assert after["0"] != first["0"]
    process.terminate()
    assert process.wait(PATIENCE_S) == 0
    for pid in after.values():
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)


COUNTING = """
import os
from shopkeeper.entry.cli.counting import counting_together

with counting_together(2):
    from shopkeeper.adapters.metrics.prometheus import Metrics
    from shopkeeper.ports.storage import StorageStats

    metrics = Metrics(lambda: StorageStats(commits=3, writes=5))
    child = os.fork()
    metrics.turn("rules")
    metrics.photo("this" if child else "none", "looks")
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    print(metrics.text().decode(), metrics.photos_looked_at, metrics.match_rate())
"""


def test_whoever_is_asked_has_the_numbers_of_all() -> None:
    told = subprocess.run([sys.executable, "-c", COUNTING], check=True, capture_output=True, text=True).stdout
    assert 'shopkeeper_turns_total{tier="rules"} 2.0' in told
    assert "shopkeeper_commits_total 6.0" in told
    assert told.split()[-2:] == ["2", "0.5"]
