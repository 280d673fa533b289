"""Reading the text in a picture."""

from __future__ import annotations

from typing import Protocol

from shopkeeper.domain.dialogue.printed.rows import TextBox


class TextReader(Protocol):
    def read(self, rgb: bytes, width: int, height: int, *, within_s: float) -> tuple[TextBox, ...]:
        """The texts in `width` x `height` x 3 RGB bytes, straightened so that a row's boxes lie level. Slow: seconds of CPU.

        What is not read after `within_s` seconds of work stays unread. Thread-safe.
        """
        ...
