"""Marks that staff watch for on shoppers' photos."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261201_protected_marks"
down_revision = "20261130_flags"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "protected_marks",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("protected_marks_by_time", "protected_marks", ["at"])
