"""Clients that hold one conversation after another with the server, from a process of their own: each has a core of two."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.http_client import Connection
from benchmarks.server import Server

Part = Mapping[str, object]


def say(text: str) -> Part:
    return {"type": "text", "text": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One conversation: how it is opened, its steps by name, and the step that ends with an order."""

    steps: tuple[tuple[str, Part], ...]
    buys: str
    opening: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """`times` are seconds by step; the server used `cpu_s` of processor in `wall_s`, the clients themselves `clients_cpu_s`;
    `bought` of `tried` purchases ended with an order."""

    times: Mapping[str, list[float]]
    bought: int
    tried: int
    wall_s: float
    cpu_s: float
    clients_cpu_s: float

    @property
    def turns(self) -> list[float]:
        """All turns' times, shortest first."""
        return sorted(time for values in self.times.values() for time in values)


def put_under_load(server: Server, script: Script, *, clients: int, seconds: float) -> Load:
    result: Any = multiprocessing.Queue()
    process = multiprocessing.Process(target=_load, args=(server.port, script, clients, seconds, result))
    cpu_before, started = server.cpu_s, time.perf_counter()
    process.start()
    times, bought, clients_cpu_s = result.get(timeout=seconds * 4 + 120)
    wall_s, cpu_s = time.perf_counter() - started, server.cpu_s - cpu_before
    process.join()
    return Load(times=times, bought=sum(bought), tried=len(bought), wall_s=wall_s, cpu_s=cpu_s, clients_cpu_s=clients_cpu_s)


def percentile(values: list[float], share: float) -> float:
    """Milliseconds, of sorted seconds."""
    return round(values[min(len(values) - 1, int(len(values) * share))] * 1000, 2) if values else 0.0


def _load(port: int, script: Script, clients: int, seconds: float, result: Any) -> None:
    async def work() -> None:
        times: dict[str, list[float]] = defaultdict(list)
        bought: list[bool] = []
        until = time.perf_counter() + seconds
        await asyncio.gather(*(_client(port, script, until, times, bought) for _ in range(clients)))
        result.put((dict(times), bought, time.process_time()))

    asyncio.run(work())


async def _client(port: int, script: Script, until: float, times: dict[str, list[float]], bought: list[bool]) -> None:
    connection = Connection("127.0.0.1", port)
    while time.perf_counter() < until:
        opened = await connection.post("/v1/conversations", script.opening)
        path = f"/v1/conversations/{opened['conversation_id']}/turns"
        for step, part in script.steps:
            headers = {"Authorization": f"Bearer {opened['token']}", "Idempotency-Key": uuid.uuid4().hex}
            started = time.perf_counter()
            answer = await connection.post(path, {"parts": [part]}, headers)
            times[step].append(time.perf_counter() - started)
            if step == script.buys:
                bought.append(any(block["type"] == "order" for block in answer["reply"]["blocks"]))
            if time.perf_counter() >= until:
                break
    await connection.close()
