"""What printed rows tell: order numbers, sizes, error codes, ingredients, a receipt, an identity document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shopkeeper.domain.dialogue.printed.receipt import read_receipt
from shopkeeper.domain.dialogue.printed.words import plain_words, says

_ORDER = re.compile(
    r"(?:\border\b|bestell\w*|auftrag\w*|pedido|commande|ordine|заказ\w*|订单)[^\d#\n]{0,14}#?\s?(\d{3,12})\b|(?<!\w)#\s?(\d{3,8})\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:\bsize|gr(?:ö|o|oe)(?:ß|ss)e|\bgr\.|taille|talla|taglia|尺码)\s{0,2}[:.]?\s{0,2}(X{0,3}[SL]|M|\d{2}(?:[.,]5)?)\b", re.IGNORECASE
)
_ERROR = re.compile(r"\b(?:error|fehler|err|erreur|código)\s{0,2}(?:code|nr)?\.?\s{0,2}[:#]?\s{0,2}([A-Z]{0,3}-?\d{1,5})\b", re.IGNORECASE)
_INGREDIENTS = ("ingredients", "zutaten", "ingredientes", "ingredienti", "composition", "inhaltsstoffe", "配料")
_MACHINE_ZONE = re.compile(r"[A-Z0-9]{2,}<<[A-Z0-9<]{4,}")
_IDENTITY = (
    *("personalausweis", "reisepass", "fuhrerschein", "aufenthaltstitel", "ausweisnummer", "gesundheitskarte", "staatsangehorigkeit"),
    *("identity card", "identification card", "passport", "driving licence", "driver license", "drivers license", "residence permit"),
    *("carte nationale", "carte d identite", "passeport", "permis de conduire", "documento nacional", "pasaporte", "permiso de conducir"),
    *(
        "carta d identita",
        "geburtsdatum",
        "geburtstag",
        "date de naissance",
        "fecha de nacimiento",
        "date of birth",
        "nationality",
        "身份证",
    ),
)
LEAST_IDENTITY_SIGNS = 2
LONGEST_LIST = 400
MOST_INGREDIENT_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFact:
    """`value` is text, minor units (`receipt_total`) or a day (`receipt_date`)."""

    name: str
    value: str | int
    confidence: float


def facts_in(rows: Sequence[str], *, latest: date | None = None) -> tuple[PrintedFact, ...]:
    """What the rows tell, each kind once. They are somebody's print: good for looking things up, never for doing them."""
    return tuple(_facts(rows, latest))


def _facts(rows: Sequence[str], latest: date | None) -> Iterable[PrintedFact]:
    text = "\n".join(rows)
    for name, pattern in (("order_number", _ORDER), ("size", _SIZE), ("error", _ERROR)):
        found = pattern.search(text)
        if found is not None:
            yield PrintedFact(name=name, value=next(group for group in found.groups() if group).upper(), confidence=0.8)
    listed = _listed(rows)
    if listed:
        yield PrintedFact(name="ingredients", value=listed, confidence=0.7)
    receipt = read_receipt(rows, latest=latest)
    if receipt is not None and receipt.total is not None and receipt.day is not None and len(receipt.lines) > 0:
        sure = 0.9 if receipt.sure else 0.6
        yield PrintedFact(name="receipt_total", value=receipt.total.minor, confidence=sure)
        yield PrintedFact(name="receipt_currency", value=receipt.total.currency, confidence=sure)
        yield PrintedFact(name="receipt_date", value=receipt.day.isoformat(), confidence=sure)


def _listed(rows: Sequence[str]) -> str:
    for at, row in enumerate(rows):
        if says(plain_words(row)[:3], _INGREDIENTS):
            whole = " ".join(rows[at : at + MOST_INGREDIENT_ROWS])
            end = whole.find(". ", 20)
            return whole[: end if end > 0 else LONGEST_LIST][:LONGEST_LIST]
    return ""


def is_identity_document(rows: Sequence[str]) -> bool:
    """Whether this is an identity card, passport or driving licence: such a photo is neither kept nor read any further."""
    if any(_MACHINE_ZONE.search(row.replace(" ", "")) for row in rows):
        return True
    words = tuple(dict.fromkeys(word for row in rows for word in plain_words(row)))
    single = [sign for sign in _IDENTITY if " " not in sign]
    named = sum(says((word,), single) for word in words)
    return named + sum(says(plain_words(row), set(_IDENTITY) - set(single)) for row in rows) >= LEAST_IDENTITY_SIGNS
