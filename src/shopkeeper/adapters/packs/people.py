"""Whom the shop knows when it opens: its customers, and those who wrote reviews."""

from __future__ import annotations

import hashlib

from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.core.ids import CustomerId, ProductId
from shopkeeper.domain.customers.customer import Address, Customer, SavedMethod
from shopkeeper.ports.shop_store import Review


def read_customer(fields: Fields) -> Customer:
    """`customer_token` is what a storefront hands over to say who is there; only its hash is kept."""
    token = fields.maybe("customer_token")
    return Customer(
        id=CustomerId(fields.text("id")),
        name=fields.text("name"),
        email=fields.maybe("email"),
        phone=fields.maybe("phone"),
        locale=fields.maybe("locale"),
        verified=fields.truth("verified", False),
        birth_year=fields.whole("birth_year", least=1900) if fields.has("birth_year") else None,
        addresses=tuple(_address(address) for address in fields.each("addresses")),
        saved_methods=tuple(SavedMethod(token=one.text("token"), label=one.text("label")) for one in fields.each("saved_methods")),
        token_hash=hashlib.sha256(token.encode()).hexdigest() if token else None,
    )


def _address(fields: Fields) -> Address:
    return Address(
        line1=fields.text("line1"),
        postal_code=fields.text("postal_code"),
        city=fields.text("city"),
        country=fields.text("country"),
        name=fields.maybe("name"),
        line2=fields.maybe("line2"),
        label=fields.maybe("label"),
    )


def read_review(fields: Fields, products: frozenset[str], zone: str) -> Review:
    product = fields.text("product")
    if product and product not in products:
        fields.wrong("product", f"{product} is not known in this pack")
    rating = fields.whole("rating", least=1)
    if rating > 5:
        fields.wrong("rating", f"must be 1 to 5, not {rating}")
    return Review(
        product_id=ProductId(product),
        rating=rating,
        title=fields.text("title", ""),
        text=fields.text("text"),
        author=fields.text("author"),
        at=fields.moment("at", zone),
    )
