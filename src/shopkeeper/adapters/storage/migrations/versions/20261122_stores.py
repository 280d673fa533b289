"""What branches can do in a stretch of time, the holds on it, and the parts of orders they work on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261122_stores"
down_revision = "20261122_credit"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "capacity",
        sa.Column("resource", KEY, nullable=False),
        sa.Column("starts_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("taken", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("resource", "starts_at"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "capacity_holds",
        sa.Column("id", KEY, nullable=False),
        sa.Column("checkout_id", KEY, nullable=False),
        sa.Column("resource", KEY, nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("capacity_holds_by_checkout", "capacity_holds", ["checkout_id"])
    op.create_index("capacity_holds_by_expiry", "capacity_holds", ["status", "expires_at"])
    op.create_table(
        "fulfillments",
        sa.Column("order_number", KEY, nullable=False),
        sa.Column("shipment", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("store_id", KEY, nullable=False),
        sa.Column("stage", KEY, nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("pickup_code", KEY, nullable=True),
        sa.PrimaryKeyConstraint("order_number", "shipment"),
        sqlite_with_rowid=False,
    )
    op.create_index("fulfillments_by_store", "fulfillments", ["store_id", "stage", "due_at"])
    op.create_index("fulfillments_by_code", "fulfillments", ["pickup_code"])
