"""Every expectation a step can have, by the name it has in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shopkeeper.testing.conversations.expect import bought, kept, said
from shopkeeper.testing.conversations.nodes import Node
from shopkeeper.testing.conversations.spec import Expectation

READERS: Mapping[str, Callable[[Node], Expectation]] = {**said.READERS, **bought.READERS, **kept.READERS}

__all__ = ["READERS"]
