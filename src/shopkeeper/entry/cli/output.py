"""How commands speak: JSON as the last line, errors on standard error."""

from __future__ import annotations

import json
import sys


class UsageProblem(Exception):
    """The command was asked for something it cannot do; the text says what to do instead."""


class Failed(Exception):
    """A check that was asked for did not hold."""


def say_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")


def fail(text: str) -> None:
    sys.stderr.write(f"shopkeeper: {text}\n")
