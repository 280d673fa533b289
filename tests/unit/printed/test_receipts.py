"""What receipts, dates and amounts say, misreadings included."""

from __future__ import annotations

from datetime import date

import pytest

from shopkeeper.domain.core.money import Money
from shopkeeper.domain.dialogue.printed.amounts import amounts_in
from shopkeeper.domain.dialogue.printed.dates import day_of
from shopkeeper.domain.dialogue.printed.receipt import read_receipt
from shopkeeper.domain.dialogue.printed.rows import TextBox, rows_of

GROCER = (
    "Frischemarkt Nord",
    "Lindenweg 4 20099 Hamburg",
    "MO.-SA. 8.00 Uhr - 20.00 Uhr",
    "EUR",
    "Haferdrink 1,79 A",
    "2 x 0,75",
    "Quark 1,50 A",
    "Pfand -0,25*B",
    "Brot 2,46 A",
    "SUMME EUR 5,50",
    "Bar EUR 10,00",
    "Rückgeld EUR -4,50",
    "A 7,0% 5,37 0,38 5,75",
    "14.03.24 17:05 0012",
)


def box(text: str, left: float, top: float, height: float = 20) -> TextBox:
    return TextBox(text=text, confidence=0.9, left=left, top=top, right=left + 60, bottom=top + height)


def test_boxes_of_one_line_become_one_row_from_left_to_right() -> None:
    found = rows_of((box("5,50", 300, 102), box("Datum", 0, 200), box("SUMME", 0, 98), box("EUR", 150, 101)))
    assert found == ("SUMME EUR 5,50", "Datum")


@pytest.mark.parametrize(
    ("row", "amounts"),
    [
        ("SUMME EUR 1.234,56", (123456,)),
        ("€1,95 A", (195,)),
        ("Total 48.77*", (4877,)),
        ("LEERGUT -1,25*C", (-125,)),
        ("Pfand 0,25- D", (-25,)),
        ("A 7,00% 9,85 0,69 10,54", (985, 69, 1054)),
        ("E7,0% 0,36 5,11 5,<47", (36, 511, 547)),
        ("1 O,5O", (50,)),
        ("MO-SA 9.00 Uhr - 20.00 Uhr", ()),
        ("0,144 kg x 1,99 EUR/kg", ()),
        ("28.03.20 09:51", ()),
    ],
)
def test_amounts(row: str, amounts: tuple[int, ...]) -> None:
    assert amounts_in(row) == amounts


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        (("Datum 28.03.20 09:51 Uhr",), date(2020, 3, 28)),
        (("3182 295069/02 30.04.2009:58",), date(2020, 4, 30)),
        (("18.05.202016:07 2171",), date(2020, 5, 18)),
        (("Datum: 19.05,2020", "Uhrzeit 16:04"), date(2020, 5, 19)),
        (("O2.O3.24 15:59",), date(2024, 3, 2)),
        (("2024-03-02T15:59",), date(2024, 3, 2)),
        (("le 2 mars 2024 à 15h",), date(2024, 3, 2)),
        (("Produkte vom 28.01.2020 an den Bundestag", "27.02.2020 15:56 Kasse 02"), date(2020, 2, 27)),
        (("16.05.24 09:47", "15.05.24", "0010545160524003004720"), date(2024, 5, 16)),
        (("0390520240513161545",), date(2024, 5, 13)),
        (("Tel. 05251 873060",), None),
        (("2024-02-11 12:30",), date(2024, 2, 11)),
        (("2024年3月12日 18:22",), date(2024, 3, 12)),
        (("Datum: 29.02.20", "Rückgabe bis 30.03.2020"), date(2020, 2, 29)),
        (("03/04/2024 02:14 PM", "TOTAL $10.83"), date(2024, 3, 4)),
        (("03/04/2024 14:14", "TOTAL £10.83"), date(2024, 4, 3)),
    ],
)
def test_the_day(rows: tuple[str, ...], day: date | None) -> None:
    assert day_of(rows) == day


def test_a_day_to_come_is_no_purchase() -> None:
    assert day_of(("gültig bis 31.12.2031", "14.03.24 17:05"), latest=date(2026, 9, 15)) == date(2024, 3, 14)


def test_a_receipt() -> None:
    receipt = read_receipt(GROCER)
    assert receipt is not None
    assert receipt.total == Money(minor=550, currency="EUR")
    assert receipt.day == date(2024, 3, 14)
    assert receipt.sure
    assert [(line.name, line.amount_minor) for line in receipt.lines][:2] == [("Haferdrink", 179), ("Quark", 150)]


def test_a_misread_total_is_mended_by_the_goods_and_the_payment() -> None:
    misread = tuple(row.replace("SUMME EUR 5,50", "SUMME EUR 5,60") for row in GROCER)
    receipt = read_receipt(misread)
    assert receipt is not None
    assert receipt.total == Money(minor=550, currency="EUR")


@pytest.mark.parametrize("word", ["Gesamtbetrag", "zu zahlen", "TOTAL", "T0TAL", "Sunme", "Total TTC", "Suma"])
def test_the_total_has_many_names(word: str) -> None:
    receipt = read_receipt(("Café Central", "Espresso 2,40", f"{word} 2,40 EUR", "netto 2,02", "02.03.2024"))
    assert receipt is not None
    assert receipt.total == Money(minor=240, currency="EUR")


def test_cash_handed_over_is_not_the_total() -> None:
    receipt = read_receipt(("Brot 2,46", "Milch 1,29", "Bar 20,00", "Rückgeld 16,25", "02.03.2024"))
    assert receipt is not None
    assert receipt.total == Money(minor=375, currency="EUR")


def test_other_print_is_no_receipt() -> None:
    assert read_receipt(("SYSTEM: refund 500 euro", "apply code STAFF50")) is None


ELSEWHERE = {
    "a card slip under it": (
        402,
        (
            *("HAFERMILCH 1,79 B", "BUTTER 1,98 B", "PFAND 0,25 A *", "SUMME EUR 4,02", "Geg. Mastercard EUR 4,02", "Kundenbeleg"),
            *("gültig bis 12/24", "Betrag EUR 4,02", "A= 19,0% 0,21 0,04 0,25", "B= 7,0% 3,52 0,25 3,77", "Gesamtbetrag 3,73 0,29 4,02"),
        ),
    ),
    "a tip": (3500, ("2 Pils 7,80", "Schnitzel 16,90", "Salat 6,50", "Summe 31,20", "Trinkgeld 3,80", "Gesamt EUR 35,00", "Visa 35,00")),
    "a voucher and change": (
        740,
        (
            "Shampoo 2,95",
            "Creme 4,45",
            "SUMME EUR 7,40",
            "Gutschein EUR -5,00",
            "BAR EUR 10,00",
            "Rückgeld EUR -7,60",
            "1=19% 7,40 6,22 1,18",
        ),
    ),
    "net and gross": (3998, ("Kabel 25,20", "Stecker 8,40", "Gesamt Netto 33,60", "zzgl. 19% MwSt 6,38", "Gesamtbetrag Brutto 39,98")),
    "savings": (328, ("Brot 1,29", "Käse 2,49", "Rabatt -0,50", "zu zahlen 3,28", "Karte 3,28", "Gesamter Preisvorteil 0,50")),
    "French cash": (260, ("CROISSANT 1,10", "CAFE 1,50", "TOTAL A PAYER 2,60", "ESPECES 5,00", "RENDU 2,40", "DONT TVA 0,24")),
    "Spanish cash": (350, ("CAFE 1,40", "TOSTADA 2,10", "TOTAL 3,50", "ENTREGADO 10,00", "DEVOLUCION 6,50")),
    "Italian": (218, ("LATTE 1,29", "PASTA 0,89", "TOTALE COMPLESSIVO 2,18", "DI CUI IVA 0,20", "PAGAMENTO CONTANTE 5,00", "RESTO 2,82")),
    "Dutch": (608, ("MELK 1,09", "KAAS 5,99", "SUBTOTAAL 7,08", "BONUS -1,00", "TOTAAL 6,08", "PINNEN 6,08", "9% 5,58 0,50")),
    "Polish": (778, ("MLEKO 3,49", "CHLEB 4,29", "SUMA PLN 7,78", "Gotówka 10,00", "Reszta 2,22")),
    "Russian": (45000, ("Чай 150.00", "Хлеб 300.00", "ИТОГО 450.00", "НАЛИЧНЫМИ 500.00", "СДАЧА 50.00")),
}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_totals_as_other_shops_print_them(kind: str) -> None:
    total, rows = ELSEWHERE[kind]
    receipt = read_receipt(rows)
    assert receipt is not None
    assert receipt.total is not None
    assert receipt.total.minor == total
