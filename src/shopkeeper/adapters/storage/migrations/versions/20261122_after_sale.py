"""After the sale: returns, bookings with the time they take, tickets for people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261122_after_sale"
down_revision = "20261122_stores"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "returns",
        sa.Column("number", KEY, nullable=False),
        sa.Column("order_number", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("conversation_id", KEY, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("returns_by_order", "returns", ["order_number"])
    op.create_index("returns_by_customer", "returns", ["customer_id"])
    op.create_index("returns_by_conversation", "returns", ["conversation_id"])
    op.create_index("returns_by_time", "returns", ["requested_at"])
    op.create_table(
        "bookings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("conversation_id", KEY, nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("held_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("bookings_by_customer", "bookings", ["customer_id"])
    op.create_index("bookings_by_conversation", "bookings", ["conversation_id"])
    op.create_index("bookings_by_start", "bookings", ["status", "starts_at"])
    op.create_index("bookings_by_expiry", "bookings", ["status", "expires_at"])
    op.create_table(
        "booking_cells",
        sa.Column("resource", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("booking_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("resource", "at"),
        sqlite_with_rowid=False,
    )
    op.create_index("booking_cells_by_booking", "booking_cells", ["booking_id"])
    op.create_table(
        "handoffs",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("handoffs_by_conversation", "handoffs", ["conversation_id"])
    op.create_index("handoffs_by_status", "handoffs", ["status", "requested_at"])
    op.create_index("handoffs_by_time", "handoffs", ["requested_at"])
