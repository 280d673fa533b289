"""What every conversation test holds beside its own."""

from __future__ import annotations

from typing import Any

import pytest

from shopkeeper.adapters.storage.codec import Codec


@pytest.fixture(autouse=True)
def remembered_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that is kept beside its text is the value that another process reads from the text."""
    remember = Codec._remember

    def compared(self: Codec[Any], text: str, value: Any) -> None:
        assert not self._keep or self.adapter.validator.validate_json(text) == value
        remember(self, text, value)

    monkeypatch.setattr(Codec, "_remember", compared)
