"""Where flows come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.dialogue.flow.flow import Flow


class FlowSource(Protocol):
    def flows(self) -> Sequence[Flow]:
        """All flows, compiled and checked. Raises InvalidInput (`bad_flow`) that says where a file is wrong and how to mend it."""
        ...
