"""Gift cards and store credit over dicts."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.payments.credit import CreditAccount, CreditEntry, open_holds


class MemoryCredit:
    def __init__(self) -> None:
        self._accounts: dict[str, CreditAccount] = {}
        self._entries: dict[str, CreditEntry] = {}

    def account(self, account_id: str) -> CreditAccount | None:
        return self._accounts.get(account_id)

    def by_code(self, code_hash: str) -> CreditAccount | None:
        return next((account for account in self._accounts.values() if account.code_hash == code_hash), None)

    def open(self, account: CreditAccount) -> bool:
        if account.id in self._accounts or (account.code_hash is not None and self.by_code(account.code_hash) is not None):
            return False
        self._accounts[account.id] = account
        return True

    def enter(self, entry: CreditEntry) -> bool:
        return self._entries.setdefault(entry.operation, entry) is entry

    def entries(self, account_id: str) -> Sequence[CreditEntry]:
        return [entry for entry in self._entries.values() if entry.account_id == account_id]

    def about(self, subject: str) -> Sequence[CreditEntry]:
        return [entry for entry in self._entries.values() if entry.subject == subject]

    def holds(self, *, limit: int) -> Sequence[CreditEntry]:
        return open_holds(list(self._entries.values()))[:limit]
