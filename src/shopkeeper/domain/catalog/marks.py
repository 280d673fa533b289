"""Whose name stands on a picture: a brand that is not the product's, or the mark of a picture agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

SHORTEST = 4
"""Letters of a brand that is looked for: shorter ones stand in too many words by chance."""
AGENCIES = (
    "shutterstock",
    "getty images",
    "gettyimages",
    "istock",
    "istockphoto",
    "adobe stock",
    "alamy",
    "depositphotos",
    "dreamstime",
    "123rf",
)
"""Agencies that print their name over pictures nobody has paid for."""
RIGHTS = re.compile(r"©|\(c\)\s?\d{4}|\bcopyright\b|all rights reserved", re.IGNORECASE)


def foreign_brands(lines: Sequence[str], brands: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Those of `brands` that stand in the print as whole words, without any that the product's `own` texts name."""
    print_, named = _folded(" ".join(lines)), _folded(" ".join(own))
    wanted = {brand: folded for brand in brands if len((folded := _folded(brand)).replace(" ", "")) >= SHORTEST}
    return tuple(sorted(brand for brand, folded in wanted.items() if f" {folded} " in f" {print_} " and folded not in named))


def rights_of_others(lines: Sequence[str]) -> tuple[str, ...]:
    """What on the picture says that somebody keeps its rights: an agency's name, or a line of copyright."""
    print_ = f" {_folded(' '.join(lines))} "
    agencies = [agency for agency in AGENCIES if f" {agency} " in print_]
    return (*agencies, *(line for line in lines if RIGHTS.search(line)))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
