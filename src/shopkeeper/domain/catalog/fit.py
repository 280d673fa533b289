"""Whether a thing suits a measure somebody names: declared ranges, limits and sizes against a value, in any unit of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.catalog.product import AttributeValue, Quantity, Range

UNITS: Mapping[str, tuple[str, float]] = {
    "mm": ("length", 1.0),
    "cm": ("length", 10.0),
    "m": ("length", 1000.0),
    "inch": ("length", 25.4),
    "mg": ("mass", 0.001),
    "g": ("mass", 1.0),
    "kg": ("mass", 1000.0),
    "ml": ("volume", 1.0),
    "cl": ("volume", 10.0),
    "l": ("volume", 1000.0),
    "V": ("voltage", 1.0),
    "W": ("power", 1.0),
    "kW": ("power", 1000.0),
    "A": ("current", 1.0),
    "mAh": ("charge", 1.0),
    "GB": ("data", 1.0),
    "TB": ("data", 1000.0),
    "°C": ("temperature", 1.0),
}
"""Unit -> what it measures, and how many of the smallest unit it is."""

SLACK = 1e-6
_LISTED = re.compile(r"(\d+(?:\.\d+)?) ?(\S+)")
_TOO_GENERAL = frozenset({"weight", "volume", "duration"})
"""What a thing weighs or holds itself is no statement about what it suits."""


class Fit(StrEnum):
    FITS = "fits"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OTHER_SIZE = "other_size"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FitAnswer:
    """`name` and `declared` are the attribute that decided; empty when nothing is declared."""

    fit: Fit
    name: str = ""
    declared: AttributeValue | None = None


def fit_of(attributes: Mapping[str, AttributeValue], value: float, unit: str, named: frozenset[str]) -> FitAnswer:
    """`named` are attribute names that the words point at; without any, ranges and limits speak before sizes."""
    kind = UNITS.get(unit)
    if kind is None:
        return FitAnswer(fit=Fit.UNKNOWN)
    measured = [
        (name, declared, answer) for name, declared in attributes.items() if (answer := _judge(name, declared, value, unit)) is not None
    ]
    pointed = [entry for entry in measured if entry[0] in named]
    usable = pointed or [entry for entry in measured if entry[0] not in _TOO_GENERAL]
    if not usable:
        return FitAnswer(fit=Fit.UNKNOWN)
    name, declared, answer = min(usable, key=lambda entry: _rank(entry[0], entry[1]))
    return FitAnswer(fit=answer, name=name, declared=declared)


def _rank(name: str, declared: AttributeValue) -> int:
    if isinstance(declared, Range):
        return 0
    return 1 if name.startswith(("max_", "min_")) else 2


def _judge(name: str, declared: AttributeValue, value: float, unit: str) -> Fit | None:
    """None when the attribute measures something else."""
    match declared:
        case Range(min=least, max=most, unit=declared_unit):
            low, high = in_unit(least, declared_unit, unit), in_unit(most, declared_unit, unit)
            return None if low is None or high is None else _between(value, low, high)
        case Quantity(value=exact, unit=declared_unit):
            limit = in_unit(exact, declared_unit, unit)
            if limit is None:
                return None
            if name.startswith("max_"):
                return Fit.FITS if value <= limit + SLACK else Fit.TOO_LARGE
            if name.startswith("min_"):
                return Fit.FITS if value >= limit - SLACK else Fit.TOO_SMALL
            return Fit.FITS if abs(value - limit) <= SLACK else Fit.OTHER_SIZE
        case tuple():
            return _among(declared, value, unit)
        case _:
            return None


def _between(value: float, low: float, high: float) -> Fit:
    if value < low - SLACK:
        return Fit.TOO_SMALL
    return Fit.TOO_LARGE if value > high + SLACK else Fit.FITS


def _among(declared: Iterable[str], value: float, unit: str) -> Fit | None:
    sizes = [in_unit(float(match[1]), match[2], unit) for text in declared if (match := _LISTED.fullmatch(text))]
    known = [size for size in sizes if size is not None]
    if not known:
        return None
    return Fit.FITS if any(abs(value - size) <= 0.01 * size for size in known) else Fit.OTHER_SIZE


def in_unit(value: float, unit: str, wanted: str) -> float | None:
    """`value` of `unit` in `wanted`; None when they measure different things."""
    kind, target = UNITS.get(unit), UNITS.get(wanted)
    if kind is None or target is None or kind[0] != target[0]:
        return None
    return value * kind[1] / target[1]
