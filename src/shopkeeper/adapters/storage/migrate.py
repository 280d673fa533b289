"""Bringing a database to the schema this code needs: forward only, safe to run again."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from shopkeeper.adapters.storage.schema import driver_url
from shopkeeper.domain.core.outcome import TransientFault

MIGRATIONS = Path(__file__).with_name("migrations")


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def migrate(url: str) -> None:
    """Create or upgrade the schema. Raises TransientFault when the database cannot be reached."""
    target = driver_url(url)
    if target.drivername == "sqlite" and target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(target, poolclass=NullPool)
    config = alembic_config()
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except OperationalError as error:
        raise TransientFault(f"cannot migrate the database: {error.orig}") from error
