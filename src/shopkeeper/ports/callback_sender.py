"""Sending one signed event to an address somebody typed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class CallbackSender(Protocol):
    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """The answer's status; redirects are not followed.

        Raises PermanentFault for an address that may not be called, TransientFault where no answer came.
        """
        ...
