"""Global trade item numbers: the digits under a barcode, with a check digit that catches typing errors."""

from __future__ import annotations

LENGTHS = (8, 12, 13, 14)


def is_gtin(code: str) -> bool:
    """Whether `code` is a GTIN-8, -12, -13 or -14 with the right check digit (GS1 General Specifications 7.9)."""
    if len(code) not in LENGTHS or not (code.isascii() and code.isdigit()) or not code.strip("0"):
        return False
    digits = [int(digit) for digit in code]
    return (sum(digits[-1::-2]) + 3 * sum(digits[-2::-2])) % 10 == 0
