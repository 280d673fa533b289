"""The first schema: conversations, catalog, stock, checkout, orders, outbox, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261122_foundation"
down_revision = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
POSITION = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

ORDERS_BEFORE_THE_FIRST = 1000
GENESIS = "sha256:" + "0" * 64


def upgrade() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
    )
    op.create_index("audit_entries_by_subject", "audit_entries", ["subject", "position"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "carts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "checkouts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("cart_id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quote_expires_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("checkouts_by_cart", "checkouts", ["cart_id"])
    op.create_index("checkouts_by_conversation", "checkouts", ["conversation_id"])
    op.create_index("checkouts_by_expiry", "checkouts", ["quote_expires_at"])
    op.create_table(
        "clauses",
        sa.Column("language", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("language", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "conversation_events",
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "sequence"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "conversations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("conversations_by_time", "conversations", ["updated_at", "id"])
    op.create_table(
        "counters",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "customers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("token_hash", KEY, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_table(
        "first_answers",
        sa.Column("scope", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("request_digest", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key"),
    )
    op.create_index("first_answers_by_time", "first_answers", ["at"])
    op.create_table(
        "orders",
        sa.Column("number", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("checkout_id", KEY, nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("conversation_id", KEY, nullable=True),
        sa.Column("placed_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("checkout_id"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("orders_by_conversation", "orders", ["conversation_id"])
    op.create_index("orders_by_customer", "orders", ["customer_id"])
    op.create_index("orders_by_time", "orders", ["placed_at"])
    op.create_table(
        "outbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("turn_id", KEY, nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("outbox_by_due", "outbox", ["status", "due_at"])
    op.create_table(
        "payments",
        sa.Column("id", KEY, nullable=False),
        sa.Column("checkout_id", KEY, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("provider_ref", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("payments_by_checkout", "payments", ["checkout_id"])
    op.create_index("payments_by_provider_ref", "payments", ["provider", "provider_ref"])
    op.create_index("payments_by_status", "payments", ["status"])
    op.create_table(
        "products",
        sa.Column("id", KEY, nullable=False),
        sa.Column("category", KEY, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("products_by_category", "products", ["category", "id"])
    op.create_index("products_by_revision", "products", ["revision"])
    op.create_table(
        "promotions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "removed_products",
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reservations",
        sa.Column("id", KEY, nullable=False),
        sa.Column("checkout_id", KEY, nullable=False),
        sa.Column("sku", KEY, nullable=False),
        sa.Column("store_id", KEY, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reservations_by_checkout", "reservations", ["checkout_id"])
    op.create_index("reservations_by_expiry", "reservations", ["status", "expires_at"])
    op.create_table(
        "reviews",
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("product_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shop_documents",
        sa.Column("name", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock",
        sa.Column("sku", KEY, nullable=False),
        sa.Column("store_id", KEY, nullable=False),
        sa.Column("on_hand", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sku", "store_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "turns",
        sa.Column("position", POSITION, autoincrement=True, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("idempotency_key", KEY, nullable=False),
        sa.Column("request_digest", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("conversation_id", "idempotency_key", name="turns_once"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "variants",
        sa.Column("sku", KEY, nullable=False),
        sa.Column("product_id", KEY, nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("compare_at_minor", sa.BigInteger(), nullable=True),
        sa.Column("seller_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("sku"),
        sqlite_with_rowid=False,
    )
    op.create_index("variants_by_product", "variants", ["product_id"])
    _first_rows()


def _first_rows() -> None:
    counters = sa.table("counters", sa.column("name"), sa.column("value"))
    first = {"order_number": ORDERS_BEFORE_THE_FIRST, "catalog_revision": 0, "shop_revision": 0}
    op.bulk_insert(counters, [{"name": name, "value": value} for name, value in first.items()])
    head = sa.table("audit_head", sa.column("id"), sa.column("position"), sa.column("digest"))
    op.bulk_insert(head, [{"id": 1, "position": 0, "digest": GENESIS}])
