"""A message read once: tokens, cues, numbers and the things that have a shape of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shopkeeper.app.understanding.timing import NoDay, Timed, missing_days, taken_up, times_of
from shopkeeper.app.understanding.words import ShopWords
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.dialogue.grammar.addresses import FoundAddress, find_address, find_street
from shopkeeper.domain.dialogue.grammar.ages import find_age
from shopkeeper.domain.dialogue.grammar.endings import split_joined
from shopkeeper.domain.dialogue.grammar.lexicon import Grammar
from shopkeeper.domain.dialogue.grammar.marks import find_clocks, find_email
from shopkeeper.domain.dialogue.grammar.numbers import Number, find_numbers
from shopkeeper.domain.dialogue.grammar.scan import Cue, find_cues, with_apart
from shopkeeper.domain.dialogue.grammar.sounds import is_katakana, sounds_like
from shopkeeper.domain.dialogue.grammar.time_atoms import TimeGrammar
from shopkeeper.domain.dialogue.grammar.time_mentions import find_times
from shopkeeper.domain.dialogue.grammar.tokens import Token, TokenKind, adjacent, tokenize
from shopkeeper.domain.dialogue.grammar.wishes import Wish

APOSTROPHE = re.compile("['’]")
_NAMING = frozenset({"allergen", "counted", "diet", "content", "unit", "measure", "volume", "label", "ordinal", "superlative", "cheap"})
"""Cues that name or describe a thing: "la" before one of them is "the", not "it"."""
_ARTICLE_PRONOUNS = frozenset({"de", "nl"})
_TAKING = frozenset({"add", "want", "remove"})
_OF_AGES = {"age_lead": "stop", "age_unit": "measure"}
"""What the words of an age are where they tell none: "I'm" is grammar, "years" a measure."""
_THERE = "label_there"
_BRANCH = frozenset({"pickup", "ship", "to_my"})
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
    times: tuple[Timed, ...] = ()
    timed: frozenset[int] = frozenset()
    """Tokens that say when, and nothing else."""
    no_days: tuple[NoDay, ...] = ()
    """Days that were named and do not exist."""
    clocks: tuple[tuple[int, int, int, int], ...] = ()
    """(hour, minute, first token, end) of times with a shape of their own ("17:30")."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.tokens[start].start, self.tokens[end - 1].end

    @property
    def taken(self) -> frozenset[int]:
        ranges = [found[1:] for found in (self.email, self.address, self.age) if found is not None]
        ranges.extend((start, end) for _, _, start, end in self.clocks)
        return self.timed.union(
            at for start, end in (*ranges, *((wish.start, wish.end) for wish in self.wishes)) for at in range(start, end)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The compiled words of one language: what the shop is about, and time."""

    grammar: Grammar
    times: TimeGrammar


def tokens_of(text: str, words: Words, shop: ShopWords) -> tuple[Token, ...]:
    """The tokens that everything in a message is counted by; Arabic words apart from what is written onto them."""
    tokens = tokenize(text)
    if words.grammar.language == "ur":
        return tuple(tokens)  # "برف" is ice; nothing is written onto Urdu words

    def known(word: str) -> bool:
        return word in words.grammar.words or shop.things.knows(word) or shop.wishes.knows(word)

    return tuple(split_joined(tokens, known))


def read(
    text: str, *, language: str, words: Words, shop: ShopWords, now: datetime, branch_asked: bool = False, wishes: Sequence[Wish] = ()
) -> Reading:
    """`branch_asked`: a branch was asked for, so a word that only sounds like one is taken for it."""
    grammar = words.grammar
    tokens = tokens_of(text, words, shop)
    mail = find_email(text)
    place = find_address(text, shop.country) or find_street(text)
    email = (mail[0], *_covered(tokens, *mail[1])) if mail else None
    address = (place, *_covered(tokens, place.start, place.end)) if place else None
    clocks = tuple((hour, minute, *_covered(tokens, *span)) for hour, minute, span in find_clocks(text))
    shaped = [(found[1], found[2]) for found in (email, address) if found] + [(start, end) for _, _, start, end in clocks]
    taken = frozenset(at for start, end in shaped for at in range(start, end))
    made = tuple(sorted((w for w in wishes if taken.isdisjoint(range(w.start, w.end))), key=lambda wish: wish.start))
    taken |= {at for wish in made for at in range(wish.start, wish.end)}
    cues = _with_ways(with_apart(tokens, find_cues(tokens, grammar, skip=taken), grammar))
    age = find_age(tokens, cues, grammar.numbers)
    years = frozenset(range(age[1], age[2])) if age else frozenset[int]()
    taken |= years
    found = _without_articles(tokens, [_ageless(cue) for cue in cues if cue.start not in years], grammar)
    clocked = frozenset(at for _, _, start, end in clocks for at in range(start, end))
    mentions = find_times(tokens, words.times, skip=taken - clocked)
    times, no_days = times_of(mentions, now, shop), missing_days(mentions, now, shop)
    timed = taken_up(times, found) | {at for one in no_days for at in range(one.start, one.end)}
    cues = [cue for cue in found if cue.start == cue.end or not timed.issuperset(range(cue.start, cue.end))]
    occupied = taken | timed | {at for cue in cues if cue.kind not in _NUMBER_INSIDE for at in range(cue.start, cue.end)}
    numbers = find_numbers(tokens, grammar.numbers, taken=occupied)
    by_sound = branch_asked or any(cue.kind in _BRANCH for cue in cues)
    near = tuple(wish.start for wish in (*made, *(shop.wishes.bare(tokens) if made else ())))
    return Reading(
        text=text,
        language=language,
        tokens=tokens,
        cues=tuple(cues),
        numbers=tuple(number for number in numbers if _is_portion(number, near) or not _is_pronoun(number, tokens, cues)),
        stores=_stores(tokens, shop, taken, by_sound=by_sound),
        times=times,
        timed=timed,
        no_days=no_days,
        email=email,
        age=age,
        address=address,
        wishes=made,
        clocks=clocks,
    )


def _with_ways(cues: Iterable[Cue]) -> list[Cue]:
    """ "Ofise", "на работу" say "to" and the place in one: as if "to my" stood right before it."""
    found: list[Cue] = []
    for cue in cues:
        there = cue.kind == _THERE
        found.extend([replace(cue, kind="to_my", value="", end=cue.start), replace(cue, kind="label")] if there else [cue])
    return found


def _is_portion(number: Number, wishes: Iterable[int]) -> bool:
    """ "one with no ice", "one of them without": a count of what is made so."""
    return any(number.end <= at <= number.end + 2 for at in wishes)


def _ageless(cue: Cue) -> Cue:
    return replace(cue, kind=_OF_AGES[cue.kind], value="") if cue.kind in _OF_AGES else cue


def _without_articles(tokens: tuple[Token, ...], cues: list[Cue], grammar: Grammar) -> list[Cue]:
    """In "la leche" and "die Milch" the first word is no "it": something named follows it at once. In "die nehme ich" it is."""
    begins = {cue.start: cue for cue in cues}
    return [_article_or_pronoun(tokens, cue, begins, grammar) for cue in cues]


def _article_or_pronoun(tokens: tuple[Token, ...], cue: Cue, begins: Mapping[int, Cue], grammar: Grammar) -> Cue:
    if _is_article(tokens, cue, begins, grammar):
        return replace(cue, kind="definite")
    following = begins.get(cue.end)
    # "die nehme ich": right before the verb an article is a pronoun.
    if cue.kind == "definite" and grammar.language in _ARTICLE_PRONOUNS and following is not None and following.kind in _TAKING:
        return replace(cue, kind="focus")
    return cue


def _is_article(tokens: tuple[Token, ...], cue: Cue, begins: Mapping[int, Cue], grammar: Grammar) -> bool:
    if cue.kind != "focus" or cue.end - cue.start != 1 or tokens[cue.start].norm not in grammar.articles or cue.end >= len(tokens):
        return False
    following = begins.get(cue.end)
    return following.kind in _NAMING if following is not None else tokens[cue.end].kind is not TokenKind.MARK


def _stores(tokens: tuple[Token, ...], shop: ShopWords, taken: frozenset[int], *, by_sound: bool) -> tuple[tuple[int, StoreId], ...]:
    names = {word: store for store, word in shop.stores}
    found: list[tuple[int, StoreId]] = []
    for at, token in enumerate(tokens):
        # Turkish writes endings of names behind an apostrophe ("Mitte'den").
        store = names.get(token.norm) or names.get(APOSTROPHE.split(token.norm)[0]) if at not in taken else None
        if store is None and by_sound and at not in taken and token.kind is TokenKind.WORD and not token.norm.isascii():
            store = next((id_ for id_, word in shop.stores if sounds_like(token.norm, word)), None)
        if store is not None:
            found.append((at, store))
    return tuple(found) or (_in_kana(tokens, shop, taken) if by_sound else ())


def _in_kana(tokens: tuple[Token, ...], shop: ShopWords, taken: frozenset[int]) -> tuple[tuple[int, StoreId], ...]:
    """ "ミッテで": a run of katakana is one word, and the whole of it is the branch."""
    found: list[tuple[int, StoreId]] = []
    at = 0
    while at < len(tokens):
        end = at
        while (
            end < len(tokens)
            and end not in taken
            and is_katakana(tokens[end].norm)
            and (end == at or adjacent(tokens[end - 1], tokens[end]))
        ):
            end += 1
        run = "".join(token.norm for token in tokens[at:end])
        store = next((id_ for id_, word in shop.stores if sounds_like(run, word)), None) if end > at else None
        found.extend((place, store) for place in range(at, end) if store is not None)
        at = max(end, at + 1)
    return tuple(found)


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
