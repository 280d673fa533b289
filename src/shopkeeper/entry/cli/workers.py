"""Several server processes behind one socket: forked from one that has read everything, started again when one dies."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import time
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

import structlog
import uvicorn

from shopkeeper.entry.cli.output import UsageProblem

log = structlog.get_logger()

SHORTEST_LIFE_S = 5.0
"""A worker that ends sooner than this cannot serve at all: there is no sense in starting it again and again."""
LOOK_FOR_PARENT_S = 2
COLLECT_AFTER = 10_000
"""New containers before the youngest are looked through; Python's 700 come together several times in one turn."""


def collect_less() -> None:
    """What was read at the start stays for good: the collector need not walk through it again, nor touch memory that workers share."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 50)


class Workers:
    """`number` counts from 0; a worker that dies is replaced by one with the same number."""

    def __init__(self, count: int) -> None:
        if "fork" not in multiprocessing.get_all_start_methods():
            raise UsageProblem("--workers needs a system that can fork (Linux, macOS). Leave it out to serve with one process.")
        self.number = 0
        self._count = count
        self._parent = os.getpid()
        self._stopping = False
        self._running: dict[int, BaseProcess] = {}

    def serve(self, config: uvicorn.Config) -> None:
        """Until SIGTERM or SIGINT, which every worker hears of and ends its requests in order. Raises SystemExit when none can start."""
        listening = _listen(config)
        before = {told: signal.signal(told, self._stop) for told in (signal.SIGTERM, signal.SIGINT)}
        try:
            self._keep_running(config, listening)
        finally:
            self._stop()
            for process in self._running.values():
                process.join()
            listening.close()
            for told, handler in before.items():
                signal.signal(told, handler)

    def _keep_running(self, config: uvicorn.Config, listening: socket.socket) -> None:
        started: dict[int, float] = {}
        while not self._stopping:
            for number in range(self._count):
                if number not in self._running:
                    started[number] = time.monotonic()
                    self._start(number, config, listening)
            wait([process.sentinel for process in self._running.values()], timeout=1.0)
            for number, process in list(self._running.items()):
                if process.is_alive() or self._stopping:
                    continue
                del self._running[number]
                log.error("worker.ended", number=number, code=process.exitcode)
                if time.monotonic() - started[number] < SHORTEST_LIFE_S and process.exitcode != -signal.SIGKILL:
                    raise SystemExit(process.exitcode or 1)

    def _start(self, number: int, config: uvicorn.Config, listening: socket.socket) -> None:
        process = multiprocessing.get_context("fork").Process(target=self._work, args=(number, config, listening), name=f"worker {number}")
        self._running[number] = process
        process.start()

    def _work(self, number: int, config: uvicorn.Config, listening: socket.socket) -> None:
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, signal.SIG_DFL)
        self.number = number
        server = uvicorn.Server(config)
        parent = os.getppid()

        async def end_with_parent() -> None:
            server.should_exit = server.should_exit or os.getppid() != parent

        config.callback_notify, config.timeout_notify = end_with_parent, LOOK_FOR_PARENT_S
        server.run(sockets=[listening])

    def _stop(self, *_: object) -> None:
        if os.getpid() != self._parent:  # told between the fork and the first line of the worker
            os._exit(0)
        self._stopping = True
        for process in self._running.values():
            if process.is_alive():
                process.terminate()


def _listen(config: uvicorn.Config) -> socket.socket:
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    listening = socket.create_server((config.host, config.port), family=family, backlog=config.backlog)
    listening.setblocking(False)
    return listening
