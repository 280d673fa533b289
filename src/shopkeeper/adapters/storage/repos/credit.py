"""Gift cards and store credit: accounts as documents, entries as rows that are only ever added."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import String, literal, select
from sqlalchemy.sql import exists

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db
from shopkeeper.adapters.storage.sql import Sql, insert, param
from shopkeeper.adapters.storage.tables import credit_accounts as a
from shopkeeper.adapters.storage.tables import credit_entries as e
from shopkeeper.domain.payments.credit import CreditAccount, CreditEntry, Movement

ACCOUNT: Codec[CreditAccount] = Codec(CreditAccount)
ENTRY: Codec[CreditEntry] = Codec(CreditEntry)

ended = e.alias("ended")
NO_END = ~exists(select(literal(1)).where(ended.c.operation == literal("end:", String) + e.c.operation))

GET = Sql(select(a.c.body).where(a.c.id == param("id")), lock=True)
BY_CODE = Sql(select(a.c.body).where(a.c.code_hash == param("code_hash")))
OPEN = insert(a, or_ignore=True)
ENTER = insert(e, or_ignore=True, leave_out=["position"])
OF_ACCOUNT = Sql(select(e.c.body).where(e.c.account_id == param("id")).order_by(e.c.position))
ABOUT = Sql(select(e.c.body).where(e.c.subject == param("subject")).order_by(e.c.position))
HOLDS = Sql(select(e.c.body).where(e.c.movement == Movement.HOLD.value, NO_END).order_by(e.c.position).limit(param("limit")))


class Credit:
    """Implements `CreditLedger`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def account(self, account_id: str) -> CreditAccount | None:
        body = self._db.value(GET, id=account_id)
        return None if body is None else ACCOUNT.decode(body)

    def by_code(self, code_hash: str) -> CreditAccount | None:
        body = self._db.value(BY_CODE, code_hash=code_hash)
        return None if body is None else ACCOUNT.decode(body)

    def open(self, account: CreditAccount) -> bool:
        return self._db.run(OPEN, id=account.id, code_hash=account.code_hash, body=ACCOUNT.encode(account)) == 1

    def enter(self, entry: CreditEntry) -> bool:
        row = {"operation": entry.operation, "account_id": entry.account_id, "movement": entry.movement, "subject": entry.subject}
        return self._db.run(ENTER, **row, body=ENTRY.encode(entry)) == 1

    def entries(self, account_id: str) -> Sequence[CreditEntry]:
        return [ENTRY.decode(body) for (body,) in self._db.all(OF_ACCOUNT, id=account_id)]

    def about(self, subject: str) -> Sequence[CreditEntry]:
        return [ENTRY.decode(body) for (body,) in self._db.all(ABOUT, subject=subject)]

    def holds(self, *, limit: int) -> Sequence[CreditEntry]:
        return [ENTRY.decode(body) for (body,) in self._db.all(HOLDS, limit=limit)]
