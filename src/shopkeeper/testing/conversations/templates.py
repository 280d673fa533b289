"""Seeded shops to copy: a pack is read and written once, and every test begins with a copy of that."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from shopkeeper.bootstrap import migrate_database, open_shop, seed_shop
from shopkeeper.settings import Settings

FILES = ("shop.db", "catalog-index.db")


class Templates(AbstractContextManager["Templates"]):
    """`postgres` is the address of a server on which databases may be made and dropped; None = SQLite files."""

    def __init__(self, postgres: str | None = None) -> None:
        self._postgres = postgres
        self._root = Path(tempfile.mkdtemp(prefix="shopkeeper-conversations-"))
        self._numbers = count(1)
        self._seeded: dict[str, tuple[Path, str]] = {}
        self._databases: list[str] = []

    @property
    def backend(self) -> str:
        return "postgres" if self._postgres else "sqlite"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for database in reversed(self._databases):
            self._admin("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)
        shutil.rmtree(self._root, ignore_errors=True)

    async def copy(self, pack: str) -> Settings:
        """Settings of a fresh copy of the shop that `pack` makes; give it back with `drop`."""
        folder, database = self._seeded.get(pack) or await self._seed(pack)
        fresh = self._root / f"shop-{next(self._numbers)}"
        fresh.mkdir()
        for name in FILES:
            if (folder / name).exists():
                shutil.copyfile(folder / name, fresh / name)
        # The speech weights are put together once for all shops.
        (self._root / "speech").mkdir(exist_ok=True)
        (fresh / "speech").symlink_to(self._root / "speech")
        return Settings(data_dir=fresh, pack=pack, database_url=self._clone(database) if database else "")

    async def drop(self, settings: Settings) -> None:
        shutil.rmtree(settings.data_dir, ignore_errors=True)
        if self._postgres:
            name = str(conninfo_to_dict(settings.database_url)["dbname"])
            await asyncio.to_thread(self._admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
            self._databases.remove(name)

    async def _seed(self, pack: str) -> tuple[Path, str]:
        folder = self._root / f"pack-{next(self._numbers)}"
        folder.mkdir()
        database = self._create("CREATE DATABASE {}") if self._postgres else ""
        settings = Settings(data_dir=folder, pack=pack, database_url=self._url(database) if database else "")
        await asyncio.to_thread(migrate_database, settings)
        async with open_shop(settings, background=False) as shop:
            await seed_shop(settings, shop)
        self._seeded[pack] = (folder, database)
        return folder, database

    def _clone(self, database: str) -> str:
        return self._url(self._create("CREATE DATABASE {} TEMPLATE {}", database))

    def _create(self, statement: str, *names: str) -> str:
        name = f"conversations_{self._root.name.rsplit('-', 1)[-1].lower()}_{next(self._numbers)}"
        self._admin(statement, name, *names)
        self._databases.append(name)
        return name

    def _url(self, database: str) -> str:
        assert self._postgres is not None
        head, _, tail = self._postgres.partition("?")
        return head.rsplit("/", 1)[0] + f"/{database}" + (f"?{tail}" if tail else "")

    def _admin(self, statement: str, *names: str) -> None:
        assert self._postgres is not None
        address = make_conninfo(self._postgres, dbname="postgres")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # pyright: ignore[reportArgumentType]
