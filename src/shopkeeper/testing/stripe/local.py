"""The localstripe process, on loopback and on a free port."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import AbstractContextManager
from importlib.util import find_spec
from types import TracebackType
from typing import Self

import httpx

# Its own command binds every address of the machine, so its application is run on one.
PROGRAM = (
    "import sys; from aiohttp import web; from localstripe.server import app; "
    "web.run_app(app, host='127.0.0.1', port=int(sys.argv[1]), print=None, access_log=None)"
)
START_WITHIN_S = 30.0


def available() -> bool:
    """Whether localstripe and the SDK are installed."""
    return find_spec("localstripe") is not None and find_spec("stripe") is not None


class LocalStripe(AbstractContextManager["LocalStripe"]):
    """Use as a context manager; starts empty and is forgotten at the end."""

    url = ""

    def __enter__(self) -> Self:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{port}"
        self._process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        """Everything it knows, as if it were new."""
        httpx.delete(f"{self.url}/_config/data", trust_env=False, timeout=10).raise_for_status()

    def _wait(self) -> None:
        until = time.monotonic() + START_WITHIN_S
        while time.monotonic() < until and self._process.poll() is None:
            try:
                self.forget()
            except httpx.HTTPError:
                time.sleep(0.05)
            else:
                return
        self.__exit__(None, None, None)
        raise TimeoutError("localstripe does not start")
