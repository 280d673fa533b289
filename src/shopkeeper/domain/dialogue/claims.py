"""Which words of a language make a claim, and which may be added to a sentence without claiming anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """One language. All phrases are folded; phrases of several words are tuples of their tokens.

    `free` words may be added by a rewording or left out; everything else has to stand in the sentence that is reworded, in its place.
    `kept` words (numbers, negations, stock, time, promises) can never be free. `telling` are those of stock, time and promises alone:
    free writing, such as a summary, uses them only where a source does.
    """

    language: str
    free: frozenset[str]
    kept: frozenset[str]
    telling: frozenset[str] = frozenset()
    promises: tuple[tuple[str, ...], ...] = ()
