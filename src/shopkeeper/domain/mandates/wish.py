"""What a customer said about buying for them, before what they left out is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, cast

from shopkeeper.domain.mandates.mandate import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateWish:
    """Amounts are minor units of the shop's currency; None = not said. `until` is a moment in ISO 8601 with its offset."""

    below: int | None = None
    most_each: int | None = None
    most_per: int | None = None
    period: str | None = None
    every_days: int | None = None
    times: int | None = None
    quantity: int | None = None
    until: str | None = None
    store_id: str | None = None
    address: str | None = None
    """The label of an address the customer gave before."""
    only: str | None = None
    """The category it is to stay in, in the customer's words ("only coffee")."""

    @property
    def says_something(self) -> bool:
        return any(getattr(self, field.name) is not None for field in fields(self))

    def over(self, earlier: MandateWish) -> MandateWish:
        """`earlier` with what was said now instead."""
        said = {field.name: getattr(self, field.name) for field in fields(self) if getattr(self, field.name) is not None}
        changed = replace(earlier, **said)
        if self.store_id is not None:
            return replace(changed, address=None)
        return replace(changed, store_id=None) if self.address is not None else changed


def wish_of(kept: Mapping[str, object]) -> MandateWish:
    """A wish from plain values; what does not fit is left out."""
    kinds: Mapping[str, type] = {"period": str, "until": str, "store_id": str, "address": str, "only": str}
    given: dict[str, Any] = {}
    for field in fields(MandateWish):
        value = kept.get(field.name)
        if isinstance(value, kinds.get(field.name, int)) and not isinstance(value, bool):
            given[field.name] = value
    if given.get("period") not in tuple(Period):
        given.pop("period", None)
    if "until" in given and _moment(cast(str, given["until"])) is None:
        given.pop("until")
    return MandateWish(**given)


def until_of(wish: MandateWish) -> datetime | None:
    return _moment(wish.until) if wish.until is not None else None


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
