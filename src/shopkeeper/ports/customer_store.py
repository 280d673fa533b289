"""Known customers, found by id or by the token that proves who they are."""

from __future__ import annotations

from typing import Protocol

from shopkeeper.domain.core.ids import CustomerId
from shopkeeper.domain.customers.customer import Customer


class CustomerStore(Protocol):
    def get(self, customer_id: CustomerId) -> Customer | None: ...
    def by_token_hash(self, token_hash: str) -> Customer | None: ...
    def save(self, customer: Customer) -> None: ...
    def erase(self, customer_id: CustomerId) -> None: ...
