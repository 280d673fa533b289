"""Every table, once: what the repositories query and what the migrations must add up to.

Times are whole microseconds since 1970 UTC and bodies are JSON text, so both databases keep exactly the same values.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared byte by byte on both databases, so that lists come in the same order."""
Position = BigInteger().with_variant(Integer, "sqlite")
"""A number the database counts up (SQLite only does that for its INTEGER)."""

conversations = Table(
    "conversations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("token_hash", Text, nullable=False),
    Column("customer_id", Key),
    Column("updated_at", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Index("conversations_by_time", "updated_at", "id"),
)

conversation_events = Table(
    "conversation_events",
    metadata,
    Column("conversation_id", Key, primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

turns = Table(
    "turns",
    metadata,
    Column("position", Position, primary_key=True, autoincrement=True),
    Column("id", Key, nullable=False, unique=True),
    Column("conversation_id", Key, nullable=False),
    Column("idempotency_key", Key, nullable=False),
    Column("request_digest", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("answer", Text, nullable=False),
    Column("trace", Text, nullable=False),
    UniqueConstraint("conversation_id", "idempotency_key", name="turns_once"),
)

carts = Table(
    "carts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("customer_id", Key),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

products = Table(
    "products",
    metadata,
    Column("id", Key, primary_key=True),
    Column("category", Key, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("products_by_category", "category", "id"),
    Index("products_by_revision", "revision"),
)

variants = Table(
    "variants",
    metadata,
    Column("sku", Key, primary_key=True),
    Column("product_id", Key, nullable=False),
    Column("price_minor", BigInteger),
    Column("currency", Text),
    Column("compare_at_minor", BigInteger),
    Column("seller_id", Key),
    Index("variants_by_product", "product_id"),
    sqlite_with_rowid=False,
)
"""A variant without a price has no offer."""

removed_products = Table(
    "removed_products",
    metadata,
    Column("id", Key, primary_key=True),
    Column("revision", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

stock = Table(
    "stock",
    metadata,
    Column("sku", Key, primary_key=True),
    Column("store_id", Key, primary_key=True),
    Column("on_hand", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""`held` is the sum of the active reservations: one conditional UPDATE can then neither oversell nor race."""

reservations = Table(
    "reservations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("checkout_id", Key, nullable=False),
    Column("sku", Key, nullable=False),
    Column("store_id", Key, nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("status", Text, nullable=False),
    Index("reservations_by_checkout", "checkout_id"),
    Index("reservations_by_expiry", "status", "expires_at"),
)

capacity = Table(
    "capacity",
    metadata,
    Column("resource", Key, primary_key=True),
    Column("starts_at", BigInteger, primary_key=True, autoincrement=False),
    Column("taken", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""`taken` is the sum of the holds that are held or committed; how much there is altogether belongs to the store's record."""

capacity_holds = Table(
    "capacity_holds",
    metadata,
    Column("id", Key, primary_key=True),
    Column("checkout_id", Key, nullable=False),
    Column("resource", Key, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("status", Text, nullable=False),
    Index("capacity_holds_by_checkout", "checkout_id"),
    Index("capacity_holds_by_expiry", "status", "expires_at"),
)

checkouts = Table(
    "checkouts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("cart_id", Key, nullable=False),
    Column("conversation_id", Key, nullable=False),
    Column("status", Text, nullable=False),
    Column("quote_expires_at", BigInteger),
    Column("body", Text, nullable=False),
    Index("checkouts_by_cart", "cart_id"),
    Index("checkouts_by_conversation", "conversation_id"),
    Index("checkouts_by_expiry", "quote_expires_at"),
)
"""`quote_expires_at` is set only while the checkout is open and a quote is on the table."""

payments = Table(
    "payments",
    metadata,
    Column("id", Key, primary_key=True),
    Column("checkout_id", Key, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("provider", Text, nullable=False),
    Column("provider_ref", Text),
    Column("status", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("payments_by_checkout", "checkout_id"),
    Index("payments_by_provider_ref", "provider", "provider_ref"),
    Index("payments_by_status", "status"),
)

orders = Table(
    "orders",
    metadata,
    Column("number", Key, primary_key=True),
    Column("id", Key, nullable=False, unique=True),
    Column("checkout_id", Key, nullable=False, unique=True),
    Column("customer_id", Key),
    Column("conversation_id", Key),
    Column("placed_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("orders_by_customer", "customer_id"),
    Index("orders_by_conversation", "conversation_id"),
    Index("orders_by_time", "placed_at"),
)

fulfillments = Table(
    "fulfillments",
    metadata,
    Column("order_number", Key, primary_key=True),
    Column("shipment", Integer, primary_key=True, autoincrement=False),
    Column("store_id", Key, nullable=False),
    Column("stage", Key, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("pickup_code", Key),
    Index("fulfillments_by_store", "store_id", "stage", "due_at"),
    Index("fulfillments_by_code", "pickup_code"),
    sqlite_with_rowid=False,
)
"""What the branches have to do, derived from the orders each time one is saved."""

returns = Table(
    "returns",
    metadata,
    Column("number", Key, primary_key=True),
    Column("order_number", Key, nullable=False),
    Column("customer_id", Key),
    Column("conversation_id", Key),
    Column("status", Text, nullable=False),
    Column("requested_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("returns_by_order", "order_number"),
    Index("returns_by_customer", "customer_id"),
    Index("returns_by_conversation", "conversation_id"),
    Index("returns_by_time", "requested_at"),
)

bookings = Table(
    "bookings",
    metadata,
    Column("id", Key, primary_key=True),
    Column("customer_id", Key),
    Column("conversation_id", Key),
    Column("status", Text, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger, nullable=False),
    Column("held_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("bookings_by_customer", "customer_id"),
    Index("bookings_by_conversation", "conversation_id"),
    Index("bookings_by_start", "status", "starts_at"),
    Index("bookings_by_expiry", "status", "expires_at"),
)

booking_cells = Table(
    "booking_cells",
    metadata,
    Column("resource", Key, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("booking_id", Key, nullable=False),
    Index("booking_cells_by_booking", "booking_id"),
    sqlite_with_rowid=False,
)
"""Every few minutes of a person's taken time is a row, so that the key itself keeps two bookings apart."""

handoffs = Table(
    "handoffs",
    metadata,
    Column("id", Key, primary_key=True),
    Column("conversation_id", Key, nullable=False),
    Column("status", Text, nullable=False),
    Column("requested_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("handoffs_by_conversation", "conversation_id"),
    Index("handoffs_by_status", "status", "requested_at"),
    Index("handoffs_by_time", "requested_at"),
)

flags = Table(
    "flags",
    metadata,
    Column("id", Key, primary_key=True),
    Column("conversation_id", Key, nullable=True),
    Column("status", Text, nullable=False),
    Column("raised_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("flags_by_conversation", "conversation_id"),
    Index("flags_by_status", "status", "raised_at"),
)

gallery = Table(
    "gallery",
    metadata,
    Column("conversation_id", Key, primary_key=True),
    Column("sha256", Key, primary_key=True),
    Column("product_id", Key, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("gallery_by_time", "at"),
)

protected_marks = Table(
    "protected_marks",
    metadata,
    Column("id", Key, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("protected_marks_by_time", "at"),
)

customers = Table(
    "customers",
    metadata,
    Column("id", Key, primary_key=True),
    Column("token_hash", Key, unique=True),
    Column("body", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

shop_documents = Table(
    "shop_documents",
    metadata,
    Column("name", Key, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

promotions = Table(
    "promotions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    metadata,
    Column("product_id", Key, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

clauses = Table(
    "clauses",
    metadata,
    Column("language", Key, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("turn_id", Key),
    Column("last_error", Text),
    Column("body", Text, nullable=False),
    Index("outbox_by_due", "status", "due_at"),
)
"""While an effect is claimed, `due_at` is the end of the lease."""

credit_accounts = Table(
    "credit_accounts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("code_hash", Key),
    Column("body", Text, nullable=False),
    UniqueConstraint("code_hash", name="credit_accounts_by_code"),
    sqlite_with_rowid=False,
)

credit_entries = Table(
    "credit_entries",
    metadata,
    Column("position", Position, primary_key=True, autoincrement=True),
    Column("operation", Key, nullable=False),
    Column("account_id", Key, nullable=False),
    Column("movement", Text, nullable=False),
    Column("subject", Key, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("operation", name="credit_entries_once"),
    Index("credit_entries_by_account", "account_id", "position"),
    Index("credit_entries_by_subject", "subject", "position"),
)
"""Only ever added to. A hold's end has one name whether it is redeemed or released, so it ends once."""

callback_endpoints = Table(
    "callback_endpoints",
    metadata,
    Column("id", Key, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

first_answers = Table(
    "first_answers",
    metadata,
    Column("scope", Key, primary_key=True),
    Column("key", Key, primary_key=True),
    Column("request_digest", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("answer", Text, nullable=False),
    Index("first_answers_by_time", "at"),
)

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Key, nullable=False),
    Column("facts", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Index("audit_entries_by_subject", "subject", "position"),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
)
"""One row: where the chain ends. A chain cut short no longer meets it."""

mandates = Table(
    "mandates",
    metadata,
    Column("id", Key, primary_key=True),
    Column("customer_id", Key, nullable=False),
    Column("conversation_id", Key, nullable=False),
    Column("status", Text, nullable=False),
    Column("proposed_at", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("mandates_by_customer", "customer_id"),
    Index("mandates_by_conversation", "conversation_id"),
    Index("mandates_by_status", "status", "id"),
)

invoices = Table(
    "invoices",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("order_number", Key, nullable=False),
    Column("key", Key, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("order_number", "key", name="invoices_once"),
)
"""`position` counts the series; only ever added to."""
