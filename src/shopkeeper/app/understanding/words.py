"""What the shop is called to understanding: its currency, country, languages and the names of its branches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from functools import lru_cache

from shopkeeper.app.understanding.glossary import Glossary
from shopkeeper.domain.bookings.calendar import NO_CALENDAR, Calendar
from shopkeeper.domain.core.ids import Sku, StaffId, StoreId
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.lexicon import expand
from shopkeeper.domain.dialogue.grammar.wishes import WishWords
from shopkeeper.domain.fulfillment.store import Store
from shopkeeper.ports.shop_store import ShopProfile

_NO_MINOR_UNITS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "HUF"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopWords:
    currency: str = "EUR"
    country: str = "DE"
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    stores: tuple[tuple[StoreId, str], ...] = ()
    """(id, folded word) for every word a branch may be called by."""
    wishes: WishWords = field(default_factory=WishWords)
    things: Glossary = field(default_factory=Glossary)
    """Words for things in languages the catalog has no names in."""

    zone: str = "Europe/Berlin"
    hours: tuple[time, time] = (time(8), time(20))
    """From when the first branch opens to when the last one closes: "at half past two" is read inside it."""
    staff: tuple[tuple[StaffId, str], ...] = ()
    """(id, folded name) of people who can be booked."""
    services: frozenset[str] = frozenset()
    """Ids of the products that are booked instead of bought."""
    add_ons: tuple[tuple[str, Sku], ...] = ()
    """(product id, sku) of services that are only added to another."""

    @property
    def minor_per_unit(self) -> int:
        return 1 if self.currency in _NO_MINOR_UNITS else 100


OptionWords = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookable:
    """The calendar, and the product ids of its services by sku."""

    calendar: Calendar = NO_CALENDAR
    services: Mapping[Sku, str] = field(default_factory=dict[Sku, str])


def shop_words(
    profile: ShopProfile, stores: Sequence[Store], option_words: OptionWords | None = None, *, bookable: Bookable | None = None
) -> ShopWords:
    """The words of a shop and its branches: a branch goes by its id and by what tells its name apart."""
    return ShopWords(
        currency=profile.currency,
        country=profile.country,
        language=profile.language,
        languages=profile.languages,
        zone=profile.zone,
        hours=_hours(stores),
        stores=tuple((store.id, word) for store in stores for word in _names(store, stores)),
        wishes=_wish_words(profile, option_words or {}),
        things=_glossary(tuple(_things(profile.texts or {}))),
        staff=tuple((member.id, fold(member.name)) for member in bookable.calendar.staff) if bookable else (),
        services=frozenset(bookable.services.values()) if bookable else frozenset(),
        add_ons=_add_ons(bookable) if bookable else (),
    )


def _wish_words(profile: ShopProfile, option_words: OptionWords) -> WishWords:
    phrases = tuple(_wishes(profile.texts or {}))
    names = dict.fromkeys(name for name, _, _ in phrases)
    values = (
        (name, value, word)
        for name in names
        for value, words in option_words.get(name, {}).items()
        for said in words.values()
        for word in said
    )
    return _wish_tree(phrases, tuple(values))


# Shops opened one after another in a process mostly have the same words, and these trees are slow to grow.
_wish_tree = lru_cache(maxsize=8)(WishWords)
_glossary = lru_cache(maxsize=8)(Glossary)


def _wishes(texts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Modifier, value and one way to ask for it, from the shop's texts `wish.<modifier>.<value>`."""
    for key, languages in texts.items():
        head, _, rest = key.partition(".")
        name, _, value = rest.partition(".")
        if head == "wish":
            yield from ((name, value, way) for ways in languages.values() for line in ways.splitlines() for way in expand(line))


def _things(texts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Catalog name, language and word, from the shop's texts `thing.<name>`."""
    for key, languages in texts.items():
        head, _, name = key.partition(".")
        if head == "thing":
            yield from ((name, language, word) for language, words in languages.items() for word in words.splitlines())


def _hours(stores: Sequence[Store]) -> tuple[time, time]:
    days = [hours for store in stores for hours in store.week.values()]
    return (min(day.opens for day in days), max(day.closes for day in days)) if days else ShopWords().hours


def _names(store: Store, stores: Sequence[Store]) -> set[str]:
    shared = [set(fold(other.name).split()) for other in stores if other.id != store.id]
    own = {word for word in fold(store.name).split() if not any(word in words for words in shared)}
    return {fold(store.id), *(word for word in own if len(word) > 2)}


def _add_ons(bookable: Bookable) -> tuple[tuple[str, Sku], ...]:
    only = {service.sku for service in bookable.calendar.services if service.add_on_only}
    return tuple((product_id, sku) for sku, product_id in bookable.services.items() if sku in only)
