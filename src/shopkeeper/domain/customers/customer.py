"""A known customer, the addresses they gave and the payment methods they saved."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.core.ids import CustomerId, derive


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; `label` is what the customer calls it ("home", "office")."""

    line1: str
    postal_code: str
    city: str
    country: str
    name: str | None = None
    line2: str | None = None
    label: str | None = None

    @property
    def one_line(self) -> str:
        return ", ".join(part for part in (self.name, self.line1, self.line2, f"{self.postal_code} {self.city}") if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMethod:
    """A payment method kept at the provider; only its token and a display form live here."""

    token: str
    label: str
    provider: str = ""
    """Who keeps it; empty = the shop's own provider, from before that was noted."""

    @property
    def id(self) -> str:
        """What it is called outside, where the token is not to be seen."""
        return derive("pmt", self.token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    id: CustomerId
    name: str
    email: str | None = None
    phone: str | None = None
    locale: str | None = None
    verified: bool = False
    birth_year: int | None = None
    addresses: tuple[Address, ...] = ()
    saved_methods: tuple[SavedMethod, ...] = ()
    token_hash: str | None = None

    def saved_method(self, method_id: str) -> SavedMethod | None:
        return next((method for method in self.saved_methods if method.id == method_id), None)

    def address(self, label: str) -> Address | None:
        return next((a for a in self.addresses if a.label == label), None)
