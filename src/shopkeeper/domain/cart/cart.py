"""The cart: lines of variants with quantities. Prices come from offers when it is shown or quoted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from shopkeeper.domain.cart.substitution import Substitution
from shopkeeper.domain.core.ids import CartId, CustomerId, LineId, ProductId, Sku, derive


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    id: LineId
    sku: Sku
    product_id: ProductId
    quantity: int
    modifiers: Mapping[str, str] = field(default_factory=dict[str, str])
    note: str | None = None
    substitution: Substitution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cart:
    id: CartId
    lines: tuple[Line, ...] = ()
    codes: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    """Accounts of gift cards and store credit to be spent on it, in this order."""
    customer_id: CustomerId | None = None

    def line(self, line_id: LineId) -> Line | None:
        return next((line for line in self.lines if line.id == line_id), None)

    def line_for(self, sku: Sku, modifiers: Mapping[str, str] | None = None) -> Line | None:
        return next((l for l in self.lines if l.sku == sku and (modifiers is None or dict(l.modifiers) == dict(modifiers))), None)

    @property
    def count(self) -> int:
        return sum(line.quantity for line in self.lines)

    def quantity_of(self, sku: Sku) -> int:
        return sum(line.quantity for line in self.lines if line.sku == sku)

    def add(self, *, sku: Sku, product_id: ProductId, quantity: int, modifiers: Mapping[str, str] | None = None) -> Cart:
        """The cart with `quantity` more; a line with the same variant and modifiers grows."""
        chosen = dict(modifiers or {})
        existing = self.line_for(sku, chosen)
        if existing is not None:
            return self.with_quantity(existing.id, existing.quantity + quantity)
        line_id = LineId(derive("li", self.id, sku, *(f"{k}={v}" for k, v in sorted(chosen.items()))))
        line = Line(id=line_id, sku=sku, product_id=product_id, quantity=quantity, modifiers=chosen)
        return replace(self, lines=(*self.lines, line))

    def with_quantity(self, line_id: LineId, quantity: int) -> Cart:
        """The cart with that line at `quantity`; zero removes it."""
        if quantity <= 0:
            return self.without(line_id)
        return replace(self, lines=tuple(replace(l, quantity=quantity) if l.id == line_id else l for l in self.lines))

    def with_substitution(self, line_ids: Collection[LineId], substitution: Substitution) -> Cart:
        return replace(self, lines=tuple(replace(l, substitution=substitution) if l.id in line_ids else l for l in self.lines))

    def without(self, line_id: LineId) -> Cart:
        return replace(self, lines=tuple(line for line in self.lines if line.id != line_id))

    def swap(self, line_id: LineId, *, sku: Sku, product_id: ProductId, quantity: int | None = None) -> Cart:
        """The cart with the line's variant changed, merged into an equal line where there is one, in its place.

        `quantity`: how many of the new one come for the whole line; as many as before if not said.
        """
        line = self.line(line_id)
        if line is None or line.sku == sku:
            return self
        count = line.quantity if quantity is None else quantity
        twin = self.line_for(sku, line.modifiers)
        if twin is not None:
            return self.without(line_id).with_quantity(twin.id, twin.quantity + count)
        new_id = LineId(derive("li", self.id, sku, *(f"{k}={v}" for k, v in sorted(line.modifiers.items()))))
        swapped = replace(line, id=new_id, sku=sku, product_id=product_id, quantity=count)
        return replace(self, lines=tuple(swapped if l.id == line_id else l for l in self.lines))

    def remade(self, line_id: LineId, modifiers: Mapping[str, str], *, quantity: int | None = None) -> Cart:
        """The cart with the line (or `quantity` of it) made as `modifiers` say, merged into an equal line where there is one."""
        line = self.line(line_id)
        if line is None:
            return self
        wanted = {**line.modifiers, **modifiers}
        moved = min(quantity or line.quantity, line.quantity)
        if wanted == dict(line.modifiers):
            return self
        grown = self.add(sku=line.sku, product_id=line.product_id, quantity=moved, modifiers=wanted)
        order = {one.id: at for at, one in enumerate(self.lines)}
        rest = grown.with_quantity(line_id, line.quantity - moved)
        # The line made anew stands where the old one stood.
        place = order[line_id]
        return replace(rest, lines=tuple(sorted(rest.lines, key=lambda one: (order.get(one.id, place), one.id not in order))))

    def clear(self) -> Cart:
        return replace(self, lines=(), codes=(), credit=())

    def with_credit(self, account_id: str) -> Cart:
        return self if account_id in self.credit else replace(self, credit=(*self.credit, account_id))

    def without_codes(self, code: str | None) -> Cart:
        """Without `code`, or without any when None."""
        return replace(self, codes=tuple(kept for kept in self.codes if code is not None and kept != code))

    def with_code(self, code: str) -> Cart:
        return self if code in self.codes else replace(self, codes=(*self.codes, code))
