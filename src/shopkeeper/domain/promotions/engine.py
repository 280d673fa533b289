"""Which promotions a cart earns, which of them win for the shopper, and what each line gets of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from itertools import combinations, product

from shopkeeper.domain.core.ids import LineId, Sku
from shopkeeper.domain.core.money import Money, sum_money
from shopkeeper.domain.promotions.discount import AppliedDiscount, RejectedDiscount
from shopkeeper.domain.promotions.promotion import Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotableLine:
    line_id: LineId
    sku: Sku
    quantity: int
    unit_price: Money
    category: str = ""

    @property
    def subtotal(self) -> Money:
        return self.unit_price * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """`line_discounts` holds every line; together they are exactly the applied amounts."""

    applied: tuple[AppliedDiscount, ...]
    rejected: tuple[RejectedDiscount, ...]
    line_discounts: Mapping[LineId, Money]


@dataclass(frozen=True, slots=True)
class _Given:
    promotion: Promotion
    by_line: Mapping[LineId, Money]
    amount: Money


def evaluate(
    lines: Sequence[PromotableLine], promotions: Iterable[Promotion], codes: Iterable[str], *, now: datetime, currency: str
) -> Evaluation:
    """The best outcome for the shopper over all promotions that may meet; the same input gives the same output."""
    known = sorted(promotions, key=_order)
    entered = tuple(dict.fromkeys(normalize_code(code) for code in codes))
    earned, rejected = _eligible(lines, known, entered, now, currency)
    best = _best(lines, earned, currency)
    chosen = {given.promotion.id for given in best}
    for promotion in earned:
        if promotion.id not in chosen:
            rejected.append(_reject(promotion, "not_stackable", _take(promotion, _undiscounted(lines), lines, currency).amount))
    totals = {line.line_id: sum_money((g.by_line[line.line_id] for g in best if line.line_id in g.by_line), currency) for line in lines}
    return Evaluation(applied=tuple(_apply(given) for given in best if given.amount), rejected=tuple(rejected), line_discounts=totals)


def normalize_code(code: str) -> str:
    """Codes are typed by people: case and blanks do not matter."""
    return "".join(code.split()).upper()


def complete_sets(patterns: Sequence[str], lines: Sequence[PromotableLine]) -> int:
    """How many whole sets the lines hold when one unit can serve one pattern only.

    Hall's condition: n sets exist if and only if every group of patterns has n units apiece among the lines it matches.
    """
    best: int | None = None
    for size in range(1, len(patterns) + 1):
        for group in combinations(patterns, size):
            units = sum(line.quantity for line in lines if _matches(line.sku, group))
            best = units // size if best is None else min(best, units // size)
    return best or 0


def _order(promotion: Promotion) -> tuple[bool, bool, str]:
    # Fixed amounts come off first and a percentage takes what is left, so that no order of entry changes the sum.
    return (promotion.percent_bp is not None, promotion.code is not None, promotion.id)


def _matches(sku: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(sku, pattern) for pattern in patterns)


def _eligible(
    lines: Sequence[PromotableLine], known: Sequence[Promotion], entered: Sequence[str], now: datetime, currency: str
) -> tuple[list[Promotion], list[RejectedDiscount]]:
    earned: list[Promotion] = []
    rejected: list[RejectedDiscount] = []
    codes_known = {normalize_code(promotion.code) for promotion in known if promotion.code}
    for promotion in known:
        if promotion.code is not None and normalize_code(promotion.code) not in entered:
            continue
        reason = _why_not(promotion, lines, now, currency)
        if reason is None:
            earned.append(promotion)
        elif promotion.code is not None:
            rejected.append(_reject(promotion, reason))
    rejected.extend(RejectedDiscount(title=code, reason="unknown_code", code=code) for code in entered if code not in codes_known)
    return earned, rejected


def _why_not(promotion: Promotion, lines: Sequence[PromotableLine], now: datetime, currency: str) -> str | None:
    idle = promotion.idle_at(now)
    return idle or (None if _take(promotion, _undiscounted(lines), lines, currency).amount else "not_eligible")


def _best(lines: Sequence[PromotableLine], earned: Sequence[Promotion], currency: str) -> tuple[_Given, ...]:
    candidates = [_take_all(lines, pick, currency) for pick in _combinations_allowed(earned)]
    # `max` keeps the first of equals, and the automatic offer is listed before the code: a code is not spent for nothing.
    return max(candidates, key=lambda given: sum(g.amount.minor for g in given), default=())


def _combinations_allowed(earned: Sequence[Promotion]) -> Iterator[tuple[Promotion, ...]]:
    groups: dict[str, list[Promotion]] = {}
    free: list[Promotion] = []
    for promotion in earned:
        if promotion.exclusive_group is None:
            free.append(promotion)
        else:
            groups.setdefault(promotion.exclusive_group, []).append(promotion)
    for pick in product(*(sorted(group, key=lambda p: (p.code is not None, p.id)) for group in groups.values())):
        yield tuple(sorted((*free, *pick), key=_order))


def _take_all(lines: Sequence[PromotableLine], promotions: Iterable[Promotion], currency: str) -> tuple[_Given, ...]:
    left = _undiscounted(lines)
    given: list[_Given] = []
    for promotion in promotions:
        step = _take(promotion, left, lines, currency)
        left = {line_id: amount - step.by_line.get(line_id, Money.zero(currency)) for line_id, amount in left.items()}
        given.append(step)
    return tuple(given)


def _undiscounted(lines: Sequence[PromotableLine]) -> dict[LineId, Money]:
    return {line.line_id: line.subtotal for line in lines}


def _take(promotion: Promotion, left: Mapping[LineId, Money], lines: Sequence[PromotableLine], currency: str) -> _Given:
    """What `promotion` takes off what is `left`, line by line; never more than there is."""
    nothing = _Given(promotion, {}, Money.zero(currency))
    eligible = [line for line in lines if not _is_excluded(line, promotion)]
    sets = complete_sets(promotion.requires, eligible) if promotion.requires else 1
    touched = [line.line_id for line in eligible if not promotion.requires or _matches(line.sku, promotion.requires)]
    base = sum_money((left[line_id] for line_id in touched), currency)
    if not sets or base.minor <= 0:
        return nothing
    if promotion.percent_bp is not None:
        amount = base.percent(min(promotion.percent_bp, 10_000))
    elif promotion.amount is not None and promotion.amount.currency == currency:
        amount = min(promotion.amount * sets, base)
    else:
        return nothing
    shares = amount.allocate([left[line_id].minor for line_id in touched])
    return _Given(promotion, dict(zip(touched, shares, strict=True)), amount)


def _is_excluded(line: PromotableLine, promotion: Promotion) -> bool:
    return any(line.category == branch or line.category.startswith(f"{branch}/") for branch in promotion.excludes)


def _apply(given: _Given) -> AppliedDiscount:
    promotion = given.promotion
    return AppliedDiscount(
        promotion_id=promotion.id,
        promotion_version=promotion.version,
        title=promotion.title,
        amount=given.amount,
        code=promotion.code,
    )


def _reject(promotion: Promotion, reason: str, amount: Money | None = None) -> RejectedDiscount:
    return RejectedDiscount(title=promotion.title, reason=reason, amount=amount, code=promotion.code)
