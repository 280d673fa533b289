"""Flags for staff, and the gallery of confirmed photos."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261130_flags"
down_revision = "20261130_mandates"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "flags",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("flags_by_conversation", "flags", ["conversation_id"])
    op.create_index("flags_by_status", "flags", ["status", "raised_at"])
    op.create_table(
        "gallery",
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "sha256"),
        sqlite_with_rowid=False,
    )
    op.create_index("gallery_by_time", "gallery", ["at"])
    counters = sa.table("counters", sa.column("name", sa.Text()), sa.column("value", sa.BigInteger()))
    op.bulk_insert(counters, [{"name": "gallery_revision", "value": 0}])
