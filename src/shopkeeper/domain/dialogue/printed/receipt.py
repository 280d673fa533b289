"""What a receipt says: total, day, goods. The total is the amount most signs agree on: its word, payments, taxes, the sum of the goods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.printed.amounts import amounts_in, currency_of
from shopkeeper.domain.dialogue.printed.dates import day_of
from shopkeeper.domain.dialogue.printed.words import plain_words, says

_TOTAL = (
    *["summe", "gesamt", "gesamtbetrag", "gesamtsumme", "endbetrag", "endsumme", "zahlbetrag", "rechnungsbetrag", "gesamtpreis"],
    *["total", "totale", "totaal", "suma", "razem", "summa", "totalt", "toplam", "celkem", "osszesen", "yhteensa", "итого", "всего"],
    *(
        "zu zahlen",
        "zu bezahlen",
        "amount due",
        "balance due",
        "a payer",
        "a pagar",
        "te betalen",
        "total ttc",
        "att betala",
        "i alt",
        "合计",
        "总计",
        "应付",
    ),
)
_WEAK_TOTAL = ("betrag", "amount", "montant", "importe", "importo", "bedrag", "eur", "euro")
_PART = (
    *("zwischensumme", "subtotal", "sous", "netto", "net", "umsatz", "steuer", "mwst", "ust", "vat", "tva", "iva"),
    *("rabatt", "ersparnis", "ohne"),
)
_CARD = (
    *["kreditkarte", "kartenzahlung", "mastercard", "visa", "girocard", "maestro", "lastschrift", "paypal", "gegeben", "bezahlt", "amex"],
    *["debit", "credit", "carte", "tarjeta", "giropay", "ec", "cb", "pin", "pinnen", "bancomat", "karta", "kort", "карта", "картой"],
)
_CASH = (
    *("bar", "cash", "especes", "efectivo", "entregado", "contanti", "contante", "contant", "barzahlung"),
    *("gotowka", "kontant", "nakit", "hotovost", "наличными"),
)
_CHANGE = (
    *("ruckgeld", "rockgeld", "wechselgeld", "change", "rendu", "cambio", "vuelto", "resto", "zuruck"),
    *("devolucion", "reszta", "wisselgeld", "vaxel", "сдача", "para ustu"),
)
_TIP = ("trinkgeld", "tip", "gratuity", "pourboire", "propina", "mancia", "fooi", "чаевые", "小费")
_TAX = ("mwst", "must", "ust", "vat", "tva", "iva", "netto", "brutto", "steuer", "mehrwertst", "mehrwertsteuer")

NAMED, NAMED_WEAKLY, PAID, PAID_CASH, AGREES, SEEN_AGAIN = 5.0, 1.5, 2.0, 0.5, 4.0, 0.5
MOST_SEEN = 4
LEAST = 3.0
"""Less than this in favor of an amount says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    name: str
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`total` is in the printed currency, EUR where none is printed; `sure` says that two kinds of signs agree on it."""

    total: Money | None
    day: date | None
    lines: tuple[ReceiptLine, ...] = ()
    sure: bool = False


def read_receipt(rows: Sequence[str], *, latest: date | None = None) -> Receipt | None:
    """None where the rows are no receipt: no amount that anything speaks for."""
    amounts = [amounts_in(row) for row in rows]
    words = [plain_words(row) for row in rows]
    votes = _votes(words, amounts)
    total = max(votes, key=lambda value: votes[value], default=0)
    if votes[total] < LEAST:
        return None
    currency = currency_of(" ".join(rows)) or "EUR"
    return Receipt(
        total=Money(minor=total, currency=currency),
        day=day_of(rows, latest=latest),
        lines=tuple(_lines(rows, words, amounts)),
        sure=votes[total] >= NAMED + PAID,
    )


def _votes(words: Sequence[tuple[str, ...]], amounts: Sequence[tuple[int, ...]]) -> dict[int, float]:
    votes: dict[int, float] = defaultdict(float)
    for number, found in enumerate(amounts):
        if found:
            _by_words(votes, words[number], found)
    for value in (*_tendered(words, amounts), *_taxed(amounts), *_summed(words, amounts)):
        votes[value] += AGREES
    seen = Counter(value for found in amounts for value in found)
    for value in _tipped(words, amounts, votes, seen):
        votes[value] = max(votes.values()) + NAMED
    for value in list(votes):
        votes[value] += SEEN_AGAIN * min(seen[value], MOST_SEEN)
        # An amount that is nowhere printed can still be right: one digit of it was misread, and the goods and the payment say so.
        if value <= 0 or (not seen[value] and votes[value] < 2 * AGREES):
            del votes[value]
    return votes


def _by_words(votes: dict[int, float], words: tuple[str, ...], found: tuple[int, ...]) -> None:
    value = found[-1]
    if says(words, _CHANGE) or (says(words, _PART) and len(found) > 1):
        return
    if says(words, _TOTAL) and not says(words, _PART):
        votes[value] += NAMED
    elif says(words, _CARD):
        votes[value] += PAID
    elif says(words, _CASH):
        votes[abs(value)] += PAID_CASH
    elif says(words, _WEAK_TOTAL) and not says(words, _PART):
        votes[value] += NAMED_WEAKLY


def _tipped(words: Sequence[tuple[str, ...]], amounts: Sequence[tuple[int, ...]], votes: dict[int, float], seen: Counter[int]) -> set[int]:
    """What was due and a tip together, where that sum is printed too: it is what was paid."""
    tips = {found[-1] for row, found in zip(words, amounts, strict=True) if found and found[-1] > 0 and says(row, _TIP)}
    due = max(votes, key=lambda value: votes[value], default=0)
    return {due + tip for tip in tips if seen[due + tip]} if due else set()


def _tendered(words: Sequence[tuple[str, ...]], amounts: Sequence[tuple[int, ...]]) -> Iterable[int]:
    """What was handed over less what came back."""
    given = {abs(found[-1]) for row, found in zip(words, amounts, strict=True) if found and says(row, (*_CASH, "gegeben"))}
    back = {abs(found[-1]) for row, found in zip(words, amounts, strict=True) if found and says(row, _CHANGE)}
    return {more - less for more in given for less in back if 0 < less < more}


def _taxed(amounts: Sequence[tuple[int, ...]]) -> Iterable[int]:
    """Sums of the gross column: rows where net and tax add up to a third amount, one rate below the other."""
    gross: list[int] = []
    sums: set[int] = set()
    for found in amounts:
        whole = (
            next((third for one, other, third in permutations(found[-3:], 3) if one + other == third), None) if len(found) >= 3 else None
        )
        if whole is None:
            gross = []
            continue
        gross.append(whole)
        sums.add(sum(gross))
    return sums


def _summed(words: Sequence[tuple[str, ...]], amounts: Sequence[tuple[int, ...]]) -> Iterable[int]:
    """An amount that is the sum of those above it."""
    running, sums, ended = 0, set[int](), False
    for row, found in zip(words, amounts, strict=True):
        if not found:
            continue
        if running and found[-1] == running:
            sums.add(running)
        if not ended and says(row, (*_TOTAL, *_CARD, *_CASH, *_TAX)):
            ended = True
            sums.add(running)
        if not ended and not _counts(row):
            running += found[-1]
    return sums


def _counts(words: tuple[str, ...]) -> bool:
    """ "2 x 0,75": how many at what price; the sum is printed with the name."""
    return not any(len(word) > 1 and word.isalpha() for word in words if word not in ("stk", "pack", "rolle", "pcs"))


def _lines(rows: Sequence[str], words: Sequence[tuple[str, ...]], amounts: Sequence[tuple[int, ...]]) -> Iterable[ReceiptLine]:
    for row, said, found in zip(rows, words, amounts, strict=True):
        if says(said, (*_TOTAL, *_CARD)) and found:
            return
        name = " ".join(part for part in row.split() if any(map(str.isalpha, part)) and len(part) > 1)
        if found and name and not _counts(said) and not says(said, _TAX):
            yield ReceiptLine(name=name, amount_minor=found[-1])
