"""How postal addresses are written, country by country: what must be there and what its postal codes look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from shopkeeper.domain.customers.customer import Address

AddressField = Literal["line1", "postal_code", "city", "region"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressProblem:
    """The one thing to mend first. `example` is a right postal code of that country, where one is known."""

    field: AddressField
    missing: bool
    example: str = ""


class AddressForms(Protocol):
    def problem(self, address: Address) -> AddressProblem | None:
        """None when the address can be sent to; also for a country that nothing is known about. Its country is a two-letter code."""
        ...
