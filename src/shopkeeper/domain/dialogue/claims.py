"""Which words of a language make a claim, and which may be added to a sentence without claiming anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """One language. All phrases are folded; phrases of several words are tuples of their tokens.

    `free` words may be added by a rewording; everything else has to stand in the sentence that is reworded.
    `kept` words (numbers, negations, stock, time, promises) keep their number and order as well.
    """

    language: str
    free: frozenset[str]
    kept: frozenset[str]
    promises: tuple[tuple[str, ...], ...] = ()
