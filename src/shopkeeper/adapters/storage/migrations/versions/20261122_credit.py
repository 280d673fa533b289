"""Gift cards and store credit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261122_credit"
down_revision = "20261122_callbacks"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "credit_accounts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code_hash", KEY, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code_hash", name="credit_accounts_by_code"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "credit_entries",
        sa.Column("position", POSITION, autoincrement=True, nullable=False),
        sa.Column("operation", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("movement", sa.Text(), nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("operation", name="credit_entries_once"),
    )
    op.create_index("credit_entries_by_account", "credit_entries", ["account_id", "position"])
    op.create_index("credit_entries_by_subject", "credit_entries", ["subject", "position"])
