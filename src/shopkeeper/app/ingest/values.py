"""Texts of a feed as values: clean text, prices to the cent, quantities, availability, measures."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from shopkeeper.domain.catalog.product import Quantity
from shopkeeper.domain.core.money import Money

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "XAF": 0, "XOF": 0, "BHD": 3, "JOD": 3, "KWD": 3, "OMR": 3, "TND": 3}
SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN"}
HIGHEST_PRICE = Decimal(1_000_000)
HIGHEST_QUANTITY = 10_000_000

TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", re.DOTALL)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BLANK = re.compile(r"[ \t\r\f\v\u00a0]+")
LINES = re.compile(r"\s*\n\s*")
AMOUNT = re.compile(r"^([^\d\s.,+-]{0,4})\s*([+-]?[\d.,'\u00a0 ]*\d)\s*([^\d\s.,]{0,4})$")
BLOCK_TAGS = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
UNSEEN_TAGS = frozenset({"script", "style", "template"})
MEASURE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*([a-zA-Z]{1,8})\s*$")

IN_STOCK = frozenset({"instock", "limitedavailability", "onlineonly", "instoreonly", "available", "yes", "true", "1"})
SOLD_OUT = frozenset({"outofstock", "soldout", "discontinued", "unavailable", "no", "false", "0"})
LATER = frozenset({"preorder", "presale", "backorder"})


class Unreadable(ValueError):
    """The text is no such value; the message says why in words a shopkeeper understands."""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unseen += tag in UNSEEN_TAGS
        if tag in BLOCK_TAGS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN_TAGS and self.unseen > 0
        if tag in BLOCK_TAGS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)


def plain_text(text: str) -> str:
    """`text` without markup, control characters and needless blanks."""
    if "<" in text and TAG.search(text):
        parser = _Text()
        parser.feed(text)
        parser.close()
        text = "".join(parser.parts)
    elif "&" in text:
        text = html.unescape(text)
    if not text.isprintable():
        text = BLANK.sub(" ", LINES.sub("\n", CONTROL.sub("", text)))
    elif "  " in text:
        text = BLANK.sub(" ", text)
    return text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    amount: Decimal
    currency: str | None


def parse_price(text: str) -> Price:
    """`49.00`, `49,00 EUR`, `€ 1,299.00`, `1.299,00`. Raises Unreadable, also where a separator may mean two things."""
    found = AMOUNT.match(text.strip())
    if found is None:
        raise Unreadable("is not a price")
    before, digits, after = found.groups()
    return Price(amount=_decimal(digits), currency=_currency(before or after))


def _currency(mark: str) -> str | None:
    if not mark:
        return None
    code = SYMBOLS.get(mark, mark.upper())
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise Unreadable(f"{mark} is not a currency")
    return code


def _decimal(digits: str) -> Decimal:
    plain = digits.replace("\u00a0", "").replace(" ", "").replace("'", "")
    comma, dot = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and dot >= 0:
        thousands, point = (".", ",") if comma > dot else (",", ".")
        plain = plain.replace(thousands, "").replace(point, ".")
    elif comma >= 0:
        plain = _one_mark(plain, ",")
    elif dot >= 0:
        plain = _one_mark(plain, ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        raise Unreadable("is not a price") from None


def _one_mark(plain: str, mark: str) -> str:
    whole, *groups = plain.split(mark)
    if len(groups) > 1:
        if any(len(group) != 3 for group in groups):
            raise Unreadable("is not a price")
        return whole + "".join(groups)
    if len(groups[0]) == 3 and whole.lstrip("+-") not in ("", "0"):
        raise Unreadable(f"could be {whole}{groups[0]} or {whole}.{groups[0]}: write it without a thousands separator")
    return f"{whole}.{groups[0]}"


def to_money(price: Price, currency: str) -> Money:
    """`price` in minor units of the shop's `currency`. Raises Unreadable for what cannot be a shop price."""
    if price.currency is not None and price.currency != currency:
        raise Unreadable(f"is in {price.currency}, but the shop sells in {currency}")
    if price.amount <= 0:
        raise Unreadable("is zero" if price.amount == 0 else "is negative")
    if price.amount > HIGHEST_PRICE:
        raise Unreadable(f"is above {HIGHEST_PRICE:,}")
    minor = price.amount.scaleb(MINOR_DIGITS.get(currency, 2))
    if minor != minor.to_integral_value():
        raise Unreadable(f"has parts smaller than one minor unit of {currency}")
    return Money(minor=int(minor), currency=currency)


def parse_quantity(text: str) -> int:
    """Pieces on hand; below zero (oversold) counts as none."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        raise Unreadable("is not a number of pieces") from None
    if not number.is_finite() or number > HIGHEST_QUANTITY:
        raise Unreadable("is not a number of pieces a shop can have")
    return max(0, int(number))


def is_available(text: str) -> bool:
    """Whether it can be bought now; what comes later (preorder, backorder) cannot be promised. Raises Unreadable."""
    word = re.sub(r"[^a-z0-9]", "", text.strip().lower().rsplit("/", 1)[-1])
    if word in IN_STOCK:
        return True
    if word in SOLD_OUT or word in LATER:
        return False
    raise Unreadable("is no availability; known are in_stock, out_of_stock, preorder and backorder")


def parse_measure(text: str) -> Quantity:
    found = MEASURE.match(text)
    if found is None:
        raise Unreadable("is not a measure such as 750 ml")
    return Quantity(value=float(found[1].replace(",", ".")), unit=found[2])


def covers(dates: str, now: datetime) -> bool:
    """Whether `now` is inside an ISO interval `start/end`. Raises Unreadable."""
    start, _, end = dates.partition("/")
    try:
        first, last = (datetime.fromisoformat(part.strip()) for part in (start, end))
    except ValueError:
        raise Unreadable("is not a start and an end moment joined by /") from None
    zone = now.tzinfo
    return (first if first.tzinfo else first.replace(tzinfo=zone)) <= now <= (last if last.tzinfo else last.replace(tzinfo=zone))
