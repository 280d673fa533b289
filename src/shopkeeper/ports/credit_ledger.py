"""Gift cards and store credit as an append-only ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shopkeeper.domain.payments.credit import CreditAccount, CreditEntry


class CreditLedger(Protocol):
    def account(self, account_id: str) -> CreditAccount | None:
        """In a write nobody else moves this account until the commit."""
        ...

    def by_code(self, code_hash: str) -> CreditAccount | None: ...
    def open(self, account: CreditAccount) -> bool:
        """A new account; False when there is one with this id or code."""
        ...

    def enter(self, entry: CreditEntry) -> bool:
        """Add it; False when its operation was entered before."""
        ...

    def entries(self, account_id: str) -> Sequence[CreditEntry]:
        """Oldest first."""
        ...

    def about(self, subject: str) -> Sequence[CreditEntry]: ...
    def holds(self, *, limit: int) -> Sequence[CreditEntry]:
        """Holds without an end."""
        ...
