"""Prompts: files with a version, hashed, so that a trace says exactly what a model was told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    name: str
    version: int
    text: str

    @property
    def label(self) -> str:
        return f"{self.name}@{self.version}"

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


class PromptBook(Protocol):
    def prompt(self, name: str) -> Prompt:
        """Raises KeyError for a name that no file has."""
        ...
