"""What customers let the shop buy for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261130_mandates"
down_revision = "20261122_after_sale"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "mandates",
        sa.Column("id", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("mandates_by_customer", "mandates", ["customer_id"])
    op.create_index("mandates_by_conversation", "mandates", ["conversation_id"])
    op.create_index("mandates_by_status", "mandates", ["status", "id"])
