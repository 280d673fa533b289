"""Starting servers that may be killed, waiting for them, and seeing them gone."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from shopkeeper.testing.crashes.arming import Wanted

START_WITHIN_S = 60.0
PAUSE_S = 0.02


@dataclass(frozen=True, slots=True)
class ServerProcess:
    pid: int
    port: int

    def lives(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        if self.lives():
            os.kill(self.pid, signal.SIGKILL)
        self.wait_gone()

    def wait_gone(self) -> None:
        until = time.monotonic() + START_WITHIN_S
        while self.lives():
            if time.monotonic() > until:
                raise TimeoutError(f"server {self.pid} does not end")
            time.sleep(PAUSE_S)

    def wait_ready(self) -> Self:
        """Until it accepts connections; returns at once when it is gone before that (it was told to die early)."""
        until = time.monotonic() + START_WITHIN_S
        while self.lives() and time.monotonic() < until:
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(PAUSE_S)
        if self.lives():
            raise TimeoutError(f"server {self.pid} does not start")
        return self


class Starts(Protocol):
    """Anything that starts servers."""

    def start(self, folder: Path, port: int, *, wanted: Wanted) -> ServerProcess: ...


class Nursery(AbstractContextManager["Nursery"]):
    """Use as a context manager; safe to use from several threads. `shop` is the folder of any shop, to get ready with."""

    def __init__(self, shop: Path) -> None:
        self._shop = shop

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        command = [sys.executable, "-m", "shopkeeper.testing.crashes.server", str(self._shop)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()

    def start(self, folder: Path, port: int, *, wanted: Wanted) -> ServerProcess:
        """A server on the shop in `folder`, ready to answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        line = {"environment": {**environment(folder, port), **wanted.extra}, **wanted.wire()}
        with self._lock:
            self._process.stdin.write(json.dumps(line) + "\n")
            self._process.stdin.flush()
            pid = int(self._process.stdout.readline())
        return ServerProcess(pid, port).wait_ready()


def environment(folder: Path, port: int) -> Mapping[str, str]:
    """A server of its own, without limits: a test hurries more than a shopper."""
    settings = {"DATA_DIR": str(folder), "PORT": str(port), "RATE_PER_MINUTE": "0", "TURNS_PER_MINUTE": "0", "LOG_LEVEL": "critical"}
    return {f"SHOPKEEPER_{name}": value for name, value in settings.items()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
