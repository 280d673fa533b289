"""A card number is found however it is written, and nothing else is taken for one."""

from __future__ import annotations

import random

import pytest

from shopkeeper.domain.conversation.card_numbers import MASK, mask_card_numbers, mask_rest_of_split


def check_digit(body: str) -> str:
    doubled = [int(d) * 2 - 9 * (int(d) > 4) for d in body[::-2]]
    return str(-(sum(doubled) + sum(int(d) for d in body[-2::-2])) % 10)


def number(prefix: str, length: int, seed: int) -> str:
    chance = random.Random(seed)
    body = prefix + "".join(str(chance.randrange(10)) for _ in range(length - len(prefix) - 1))
    return body + check_digit(body)


NETWORKS = [
    ("4", 16),
    ("51", 16),
    ("2221", 16),
    ("34", 15),
    ("37", 15),
    ("6011", 16),
    ("36", 14),
    ("3530", 16),
    ("62", 19),
    ("6759", 18),
    ("2200", 16),
]


@pytest.mark.parametrize(("prefix", "length"), NETWORKS)
@pytest.mark.parametrize("seed", range(5))
def test_the_numbers_of_every_network_in_every_spacing(prefix: str, length: int, seed: int) -> None:
    digits = number(prefix, length, seed)
    fours = [digits[at : at + 4] for at in range(0, length, 4)]
    written = [digits, " ".join(fours), "-".join(fours), " ".join(digits), "\u00a0".join(fours), "\u200b".join(fours), "–".join(fours)]
    if length == 16:
        written += [".".join(fours), "/".join(fours), " - ".join(fours), "\n".join(fours), "_".join(fours)]
    for text in written:
        found = mask_card_numbers(f"please take {text} thanks")
        assert (found.text, found.count) == (f"please take {MASK} thanks", 1), text


@pytest.mark.parametrize("zero", ["０", "٠", "۰", "०", "০", "𝟎"])
def test_digits_of_other_scripts(zero: str) -> None:
    text = "".join(chr(ord(zero) + int(d)) for d in "4242424242424242")
    assert mask_card_numbers(f"卡号{text}。").text == f"卡号{MASK}。"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("4242 4242 4242 4242 12/27 123", "•••• 12/27 ••••"),
        ("4242424242424242, exp 12/27, cvc 123", "••••, exp 12/27, cvc ••••"),
        ("card 4242-4242-4242-4242 Prüfziffer: 987 bitte", "card •••• Prüfziffer: •••• bitte"),
        ("378282246310005 1234", "•••• ••••"),
        ("5555555555554444 and two mugs, 12 eggs", "•••• and two mugs, 12 eggs"),
    ],
)
def test_the_security_code_goes_with_it(said: str, kept: str) -> None:
    assert mask_card_numbers(said).text == kept


@pytest.mark.parametrize(
    "said",
    [
        "order 1041 from 7 Sep",
        "4006381333931",
        "EAN 5901234123457 bitte",
        "+49 151 2345 6789 01",
        "0151 23456789",
        "DE89 3704 0044 0532 0130 00",
        "DE89370400440532013000",
        "12.99 13.99 14.99 15.99",
        "18000 waters",
        "1e9 eggs",
        "4242 4242 4242 4241",
        "0000 0000 0000 0000",
        "tracking 00340434161094042557",
        "call 2026-11-22 10:15, 10119 Berlin",
        "",
    ],
)
def test_what_is_no_card_number_stays(said: str) -> None:
    assert mask_card_numbers(said).text == said


def test_two_in_one_message() -> None:
    found = mask_card_numbers("either 4242424242424242 or 5555 5555 5555 4444?")
    assert (found.text, found.count) == (f"either {MASK} or {MASK}?", 2)


@pytest.mark.parametrize(
    ("before", "said", "kept"),
    [
        (["my card is 4242 4242"], "4242 4242", MASK),
        (["my card is 4242 4242"], "4242 4242 12/27", f"{MASK} 12/27"),
        (["4242", "4242", "4242"], "4242", MASK),
        (["424242424242"], "4242 thanks", f"{MASK} thanks"),
        (["two mugs"], "4242 4242", "4242 4242"),
        (["2"], "4 mugs", "4 mugs"),
        ([], "4242", "4242"),
    ],
)
def test_split_over_messages(before: list[str], said: str, kept: str) -> None:
    assert mask_rest_of_split(before, said).text == kept
    assert (mask_rest_of_split(before, said).count > 0) == (MASK in kept)


def test_masking_twice_changes_nothing() -> None:
    once = mask_card_numbers("4242 4242 4242 4242 12/27 123").text
    assert mask_card_numbers(once) == mask_card_numbers(once)
    assert mask_card_numbers(once).text == once
