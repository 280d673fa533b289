"""Invoices and credit notes, in one series without gaps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261201_invoices"
down_revision = "20261201_protected_marks"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "invoices",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_number", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("order_number", "key", name="invoices_once"),
    )
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    op.bulk_insert(counters, [{"name": "invoice_number", "value": 0}])
