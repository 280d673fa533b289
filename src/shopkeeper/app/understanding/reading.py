"""A message read once: tokens, cues, numbers and the things that have a shape of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue.grammar.addresses import FoundAddress, find_address
from shopkeeper.domain.dialogue.grammar.lexicon import Grammar
from shopkeeper.domain.dialogue.grammar.marks import find_age, find_email
from shopkeeper.domain.dialogue.grammar.numbers import Number, find_numbers
from shopkeeper.domain.dialogue.grammar.scan import Cue, find_cues
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, tokenize
from shopkeeper.domain.dialogue.grammar.wishes import Wish

_DESCRIBING = frozenset({"ordinal", "superlative", "definite", "focus", "cheap", "diet", "not"})
_NUMBER_INSIDE = frozenset({"one", "counted", "stop", "measure", "volume", "allergen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`email`, `address` and `age` carry the token range they cover; those tokens take no part in anything else."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    numbers: tuple[Number, ...]
    stores: tuple[tuple[int, StoreId], ...]
    email: tuple[str, int, int] | None
    age: tuple[int, int, int] | None
    address: tuple[FoundAddress, int, int] | None
    wishes: tuple[Wish, ...] = ()
    """How something shall be made; those words take no part in anything else either."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[end - 1].end

    @property
    def taken(self) -> frozenset[int]:
        ranges = [found[1:] for found in (self.email, self.address, self.age) if found is not None]
        return frozenset(at for start, end in (*ranges, *((wish.start, wish.end) for wish in self.wishes)) for at in range(start, end))


def read(text: str, *, language: str, grammar: Grammar, shop: ShopWords, wishes: Sequence[Wish] = ()) -> Reading:
    tokens = tuple(tokenize(text))
    mail = find_email(text)
    place = find_address(text, shop.country)
    email = (mail[0], *_covered(tokens, *mail[1])) if mail else None
    address = (place, *_covered(tokens, place.start, place.end)) if place else None
    years = find_age(text)
    age = (years[0], *_covered(tokens, *years[1])) if years else None
    taken = frozenset(at for found in (email, address, age) if found for at in range(found[1], found[2]))
    made = tuple(sorted((w for w in wishes if taken.isdisjoint(range(w.start, w.end))), key=lambda wish: wish.start))
    taken |= {at for wish in made for at in range(wish.start, wish.end)}
    cues = find_cues(tokens, grammar, skip=taken)
    occupied = taken | {at for cue in cues if cue.kind not in _NUMBER_INSIDE for at in range(cue.start, cue.end)}
    numbers = find_numbers(tokens, grammar.numbers, taken=occupied)
    near = tuple(wish.start for wish in (*made, *(shop.wishes.bare(tokens) if made else ())))
    names = {word: store for store, word in shop.stores}
    stores = tuple((at, names[token.norm]) for at, token in enumerate(tokens) if at not in taken and token.norm in names)
    return Reading(
        text=text,
        language=language,
        tokens=tokens,
        cues=tuple(cues),
        numbers=tuple(number for number in numbers if _is_portion(number, near) or not _is_pronoun(number, tokens, cues)),
        stores=stores,
        email=email,
        age=age,
        address=address,
        wishes=made,
    )


def _is_portion(number: Number, wishes: Iterable[int]) -> bool:
    """ "one with no ice", "one of them without": a count of what is made so."""
    return any(number.end <= at <= number.end + 2 for at in wishes)


def _is_pronoun(number: Number, tokens: Sequence[Token], cues: list[Cue]) -> bool:
    """ "the brown one" against "one mug": after a word that describes, "one" stands for the thing."""
    one = next((cue for cue in cues if cue.kind == "one" and cue.start == number.start), None)
    if one is None or one.start == 0 or tokens[one.start - 1].kind is TokenKind.MARK:
        return False
    before = next((cue for cue in cues if cue.end == one.start), None)
    return before is None or before.kind in _DESCRIBING


def _covered(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    """The token range that lies in the characters `start` to `end`."""
    inside = [at for at, token in enumerate(tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
