"""Which schema a database has and which this code needs; cheap enough to ask at every start."""

from __future__ import annotations

from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from shopkeeper.domain.core.outcome import PermanentFault, TransientFault

HEAD = "20261201_invoices"
"""The newest migration; a test holds it equal to the migrations folder."""

VERSION_QUERY = "SELECT version_num FROM alembic_version"


def driver_url(url: str) -> URL:
    """`sqlite:///path` or `postgresql://...` with the driver we use. Raises PermanentFault for another scheme."""
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite")
        case "postgresql":
            return parsed.set(drivername="postgresql+psycopg")
        case _:
            raise PermanentFault(f"storage must be sqlite:///path/to/file.db or postgresql://..., not {parsed.render_as_string()}")


def current_and_head(url: str) -> tuple[str | None, str]:
    """The schema version of the database (None: never migrated) and the one this code needs.

    Raises TransientFault when the database cannot be reached.
    """
    engine = create_engine(driver_url(url), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None, HEAD
            return connection.execute(text(VERSION_QUERY)).scalar(), HEAD
    except OperationalError as error:
        raise TransientFault(f"cannot reach the database: {error.orig}") from error


def check_version(found: str | None) -> None:
    """Raises PermanentFault, saying what to do, unless the database has the schema this code needs."""
    if found != HEAD:
        raise PermanentFault(f"the database schema is {found or 'missing'}, this version needs {HEAD}: run `shopkeeper migrate`")
