"""The shop itself: profile, branches, categories, promotions and the names of things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import cast

from shopkeeper.adapters.packs.charges import read_minimums, with_charges
from shopkeeper.adapters.packs.fields import Fields
from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.fulfillment.delivery import DeliveryTerms
from shopkeeper.domain.fulfillment.store import Courier, Hours, Store
from shopkeeper.domain.invoices.invoice import Seller
from shopkeeper.domain.payments.capturing import CaptureWhen
from shopkeeper.domain.promotions.promotion import Promotion
from shopkeeper.domain.returns.exchange import ExchangeShips
from shopkeeper.domain.returns.terms import ReturnTerms
from shopkeeper.ports.shop_store import Category, ShopProfile

WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
SHORT_DAYS = {"mon": "Mo", "tue": "Tu", "wed": "We", "thu": "Th", "fri": "Fr", "sat": "Sa", "sun": "Su"}
NAMED_GROUPS = {"options": "option", "attributes": "attribute", "allergens": "allergen", "diets": "diet", "units": "unit"}
WHOLE_GROUPS = {"color": "colors", "size": "sizes", "material": "materials", "flavor": "flavors"}
SHARED_GROUPS = ("packs", "modifiers", "flavors", "sizes")
LARGEST_LINE = 99

Words = dict[str, dict[str, tuple[str, ...]]]


def read_profile(
    fields: Fields, names: Mapping[str, Mapping[str, str]], places: Fields | None = None, *, store_countries: Iterable[str] = ()
) -> ShopProfile:
    currency = fields.text("currency")
    language = fields.text("default_locale", "en")
    support = fields.inside("support")
    profile = ShopProfile(
        name=fields.text("name"),
        currency=currency,
        country=fields.text("country"),
        zone=fields.text("time_zone"),
        language=language,
        languages=fields.strings("locales") or (language,),
        accent=fields.text("accent_color", "#146c54"),
        delivery=_delivery(fields.inside("delivery"), currency),
        tax_rates_bp={},
        capture_when=fields.inside("payment").code("capture", CaptureWhen.PLACED),
        max_line_quantity=fields.inside("limits").whole("max_quantity_per_line", LARGEST_LINE, least=1),
        support_hours=_support_hours(support.inside("hours")),
        support_email=support.maybe("email"),
        texts={**_texts(fields.inside("texts")), **names},
        places=_places(places) if places is not None else {},
        seller=_seller(fields),
        returns=read_return_terms(fields, currency) if fields.has("returns") else None,
        support_week=read_week(support.inside("hours")),
        callback_within_h=support.inside("callback").whole("within_h", least=1) if support.inside("callback").has("within_h") else None,
    )
    return with_charges(profile, fields, tuple(store_countries))


def _seller(fields: Fields) -> Seller:
    """What the law wants on invoices: the legal name, the address, tax numbers, the register."""
    said, support = fields.inside("seller"), fields.inside("support")
    said.only("line1", "postal_code", "city", "country", "vat_id", "tax_number", "register", "invoice_prefix")
    town = " ".join(part for part in (said.maybe("postal_code"), said.maybe("city")) if part)
    return Seller(
        name=fields.text("legal_name", fields.text("name")),
        lines=tuple(line for line in (said.maybe("line1"), town, said.maybe("country")) if line),
        vat_id=said.maybe("vat_id") or "",
        tax_number=said.maybe("tax_number") or "",
        register=said.maybe("register") or "",
        contact=" · ".join(part for part in (support.maybe("email"), support.maybe("phone")) if part),
        number_prefix=said.maybe("invoice_prefix") or "",
    )


def _places(fields: Fields) -> dict[str, Point]:
    """Postal code -> `[lat, lon]`."""
    found: dict[str, Point] = {}
    for code, value in fields.inside("postal_codes").raw.items():
        pair = cast("list[object]", value) if isinstance(value, list) else []
        if len(pair) != 2 or not all(isinstance(part, (int, float)) for part in pair):
            fields.wrong(code, "must be a latitude and a longitude such as [52.53, 13.39]")
            continue
        found[code] = Point(lat=float(cast("float", pair[0])), lon=float(cast("float", pair[1])))
    return found


def _delivery(fields: Fields, currency: str) -> DeliveryTerms:
    standard = fields.inside("standard")
    free_from = Money(minor=fields.whole("free_from"), currency=currency) if fields.has("free_from") else None
    return DeliveryTerms(
        fee=Money(minor=fields.whole("fee", 0), currency=currency),
        free_from=free_from,
        days_min=standard.whole("days_min", 1),
        days_max=standard.whole("days_max", 3),
        countries=frozenset(fields.strings("countries")),
        courier_only=fields.strings("courier_only_categories"),
        working_days=_working_days(standard),
        cutoff=_time(standard, "cutoff"),
    )


def _working_days(fields: Fields) -> frozenset[int]:
    days = fields.raw.get("working_days", [1, 2, 3, 4, 5])
    if not isinstance(days, list) or not all(day in range(1, 8) for day in cast("list[object]", days)):
        fields.wrong("working_days", "must be ISO weekdays such as [1, 2, 3, 4, 5]")
        return frozenset()
    return frozenset(cast("list[int]", days))


def _time(fields: Fields, name: str) -> time | None:
    if not fields.has(name):
        return None
    try:
        return time.fromisoformat(fields.text(name))
    except ValueError:
        fields.wrong(name, 'must be a time such as "14:00"')
        return None


def read_return_terms(fields: Fields, currency: str) -> ReturnTerms:
    """From `returns` (the shop's promise) and `withdrawal` (the law) of shop.yaml."""
    promise, law = fields.inside("returns"), fields.inside("withdrawal")
    return ReturnTerms(
        window_days=promise.whole("window_days", 14),
        auto_refund_up_to=Money(minor=promise.whole("auto_refund_up_to", 0), currency=currency),
        excluded_categories=promise.strings("excluded_categories"),
        withdrawal_days=law.whole("days", 14),
        withdrawal_excluded=law.strings("excluded_categories"),
        refunds_standard_delivery=law.truth("refunds_standard_delivery", True),
        exchange_ships=promise.code("exchange_ships", ExchangeShips.AFTER_ARRIVAL),
        exchange_hold_days=promise.whole("exchange_hold_days", 14, least=1),
    )


def read_week(fields: Fields) -> dict[int, Hours]:
    """ISO weekday -> hours, from `mon: ["09:00", "18:00"]`."""
    return {WEEKDAYS[day]: hours for day in WEEKDAYS if (hours := _hours(fields, day)) is not None}


def _texts(fields: Fields) -> dict[str, dict[str, str]]:
    """Texts per key and language; a list of short texts becomes one text with a line each."""
    found: dict[str, dict[str, str]] = {}
    for name in fields.raw:
        inner = fields.inside(name)
        lists = {language for language, value in inner.raw.items() if isinstance(value, list)}
        found[name] = {
            language: "\n".join(inner.strings(language)) if language in lists else inner.text(language) for language in inner.raw
        }
    return found


def _support_hours(fields: Fields) -> str:
    """In the notation of OpenStreetMap, e.g. `Mo-Fr 09:00-18:00; Sa 10:00-14:00`."""
    runs: list[tuple[list[str], str]] = []
    for day, short in SHORT_DAYS.items():
        if fields.has(day):
            hours = "-".join(fields.strings(day))
            if runs and runs[-1][1] == hours:
                runs[-1][0].append(short)
            else:
                runs.append(([short], hours))
    return "; ".join(f"{days[0]}-{days[-1]} {hours}" if len(days) > 1 else f"{days[0]} {hours}" for days, hours in runs)


def read_store(fields: Fields, language: str, currency: str) -> Store:
    address, area, place = fields.inside("address"), fields.inside("service_area"), fields.inside("location")
    week = fields.inside("hours")
    kitchen = fields.inside("kitchen")
    return Store(
        id=StoreId(fields.text("id")),
        name=_in_language(fields.texts("name"), language),
        zone=fields.text("time_zone"),
        line1=address.text("line1"),
        postal_code=address.text("postal_code"),
        city=address.text("city"),
        country=address.text("country"),
        point=Point(lat=place.number("lat"), lon=place.number("lon")),
        week=read_week(week),
        special=_special(fields.inside("holidays")),
        service_radius_km=area.number("radius_km", 0.0),
        service_postal_codes=frozenset(area.strings("postal_codes")),
        pickup_lead=timedelta(minutes=fields.inside("pickup").whole("lead_minutes", 60)),
        kitchen_per_10_min=kitchen.whole("per_10_min") if kitchen.has("per_10_min") else None,
        prep=timedelta(minutes=kitchen.whole("prep_minutes", 10) if kitchen.has("prep_minutes") else 10),
        courier=_courier(fields.inside("courier")) if fields.has("courier") else None,
        minimums=read_minimums(fields.inside("minimum_order"), currency),
    )


def _courier(fields: Fields) -> Courier:
    raw = fields.raw.get("windows")
    windows = cast("list[object]", raw) if isinstance(raw, list) else []
    named = Fields({str(at): window for at, window in enumerate(windows, start=1)}, fields.file, f"{fields.entry}.windows", fields.problems)
    return Courier(
        windows=tuple(hours for name in named.raw if (hours := _hours(named, name)) is not None),
        orders_per_window=fields.whole("orders_per_window", least=1),
        picking=timedelta(minutes=fields.whole("picking_minutes", 20)),
        travel=timedelta(minutes=fields.whole("travel_minutes", 20)),
    )


def _hours(fields: Fields, day: str) -> Hours | None:
    if not fields.has(day):
        return None
    try:
        opens, closes = (time.fromisoformat(text) for text in fields.strings(day))
    except ValueError:
        fields.wrong(day, 'must be two times such as ["09:00", "18:00"]')
        return None
    if opens >= closes:
        fields.wrong(day, "opens after it closes")
    return Hours(opens=opens, closes=closes)


def _special(fields: Fields) -> dict[date, Hours | None]:
    found: dict[date, Hours | None] = {}
    for day in fields.raw:
        try:
            found[date.fromisoformat(day)] = _hours(fields, day)
        except ValueError:
            fields.wrong(day, "must be a date such as 2026-12-24")
    return found


def read_categories(tree: Iterable[Fields], above: str = "") -> Iterator[Category]:
    """Every category by its path, parents before children."""
    for fields in tree:
        path = f"{above}/{fields.text('id')}" if above else fields.text("id")
        yield Category(id=path, title=fields.texts("title"), words=fields.words("words"))
        yield from read_categories(fields.each("children"), path)


def read_promotion(fields: Fields, currency: str, zone: str, language: str) -> Promotion:
    percent = fields.whole("percent_bp", least=1) if fields.has("percent_bp") else None
    amount = Money(minor=fields.whole("amount", least=1), currency=currency) if fields.has("amount") else None
    if (percent is None) == (amount is None):
        fields.wrong("percent_bp", "exactly one of percent_bp and amount must be set")
    return Promotion(
        id=fields.text("id"),
        version=fields.whole("version", 1, least=1),
        title=_in_language(fields.texts("title"), language),
        code=fields.maybe("code"),
        percent_bp=percent,
        amount=amount,
        requires=fields.strings("requires"),
        excludes=fields.inside("excludes").strings("categories"),
        exclusive_group=fields.maybe("exclusive_group"),
        starts_at=fields.moment("starts_at", zone),
        ends_at=fields.moment("ends_at", zone),
        active=fields.truth("active", True),
    )


def read_names(fields: Fields) -> dict[str, dict[str, str]]:
    """Titles of options, attributes, allergens, diets and units, as texts of the shop: `attribute.weight` -> language -> title."""
    found: dict[str, dict[str, str]] = {}
    for group, prefix in NAMED_GROUPS.items():
        inner = fields.inside(group)
        found.update({f"{prefix}.{key}": inner.inside(key).texts("title") for key in inner.raw})
    return found


def read_wishes(fields: Fields) -> dict[str, dict[str, str]]:
    """How shoppers ask for a modifier's value, a way per line: `wish.sugar.half` -> language -> ways."""
    return {
        f"wish.{name}.{value}": {language: "\n".join(ways) for language, ways in fields.inside(name).words(value).items()}
        for name in fields.raw
        for value in fields.inside(name).raw
    }


def read_things(fields: Fields) -> dict[str, dict[str, str]]:
    """What things are called in languages the products have no names in, a word per line: `thing.milk` -> language -> words."""
    return {f"thing.{name}": {language: "\n".join(said) for language, said in fields.words(name).items()} for name in fields.raw}


def read_option_words(fields: Fields, carried: Mapping[str, Iterable[str]]) -> dict[str, Words]:
    """Option name -> value -> language -> words, title first.

    Groups of one option come whole; of groups that several options share only the values that products carry.
    """
    found: dict[str, Words] = {option: _group(fields.inside(group)) for option, group in WHOLE_GROUPS.items()}
    shared: Words = {}
    for group in reversed(SHARED_GROUPS):
        shared.update(_group(fields.inside(group)))
    for option, values in carried.items():
        if option not in WHOLE_GROUPS:
            known = {value: shared[value] for value in values if value in shared}
            if known:
                found[option] = known
    return {option: values for option, values in found.items() if values}


def _group(fields: Fields) -> Words:
    return {key: _said(fields.inside(key)) for key in fields.raw}


def _said(fields: Fields) -> dict[str, tuple[str, ...]]:
    words = fields.words("words")
    titles = fields.texts("title")
    return {language: tuple(dict.fromkeys((title, *words.get(language, ())))) for language, title in titles.items()}


def _in_language(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("") or next(iter(texts.values()), "")
