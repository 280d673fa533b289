"""Endpoints that are told of events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261122_callbacks"
down_revision = "20261122_foundation"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "callback_endpoints",
        sa.Column("id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    op.bulk_insert(counters, [{"name": "callbacks_told", "value": 0}])
