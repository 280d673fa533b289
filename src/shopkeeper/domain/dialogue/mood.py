"""How a message sounds: the words it is made of, and how it is written. A code with a reason, never a score of a person."""

from __future__ import annotations

from collections.abc import Collection

from shopkeeper.domain.conversation.handoff import Emotion

LOUD_LETTERS = 8
"""Fewer capitals than this are a code or a brand."""
MOSTLY = 0.6


def emotion_of(text: str, cues: Collection[str]) -> Emotion:
    """`cues` are the kinds found in the message. Shouting alone is upset; with an angry word it is anger."""
    loud = is_shouting(text) or any(mark in text for mark in ("!!", "！！", "?!?"))
    if "angry" in cues:
        return Emotion.ANGRY if loud or "risk" in cues or list(cues).count("angry") > 1 else Emotion.UPSET
    return Emotion.UPSET if "upset" in cues or is_shouting(text) else Emotion.CALM


def _is_code(word: str) -> bool:
    """ "SAVE10", "BAG-TAN": written in capitals by whoever made it."""
    inner = word.strip(".,;:!?()\"'")
    return any(char.isdigit() for char in inner) or "-" in inner or "_" in inner


def is_shouting(text: str) -> bool:
    if sum(map(str.isupper, text)) < LOUD_LETTERS:
        return False
    spoken = [word for word in text.split() if not _is_code(word)]
    letters = [char for word in spoken for char in word if char.isalpha() and char.upper() != char.lower()]
    capitals = sum(char.isupper() for char in letters)
    words = [word for word in spoken if sum(char.isalpha() for char in word) > 2]
    shouted = sum(word.isupper() for word in words)
    return capitals >= LOUD_LETTERS and (capitals >= MOSTLY * len(letters) or shouted >= 3)
