"""Payments, found by id, by the provider's reference, by checkout and by state."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from shopkeeper.adapters.storage.codec import Codec
from shopkeeper.adapters.storage.db import Db, as_list
from shopkeeper.adapters.storage.sql import Sql, among, param, upsert
from shopkeeper.adapters.storage.tables import payments as p
from shopkeeper.domain.core.ids import CheckoutId, PaymentId
from shopkeeper.domain.payments.payment import Payment, PaymentStatus

PAYMENT: Codec[Payment] = Codec(Payment, keep=256)

GET = Sql(select(p.c.body).where(p.c.id == param("id")), lock=True)
BY_REF = Sql(select(p.c.body).where(p.c.provider == param("provider"), p.c.provider_ref == param("ref")).limit(1), lock=True)
FOR_CHECKOUT = Sql(select(p.c.body).where(p.c.checkout_id == param("id")).order_by(p.c.attempt, p.c.id), lock=True)
IN_STATUS = Sql(select(p.c.body).where(among(p.c.status, "statuses")).order_by(p.c.id).limit(param("limit")))
SAVE = upsert(p, keys=["id"])


class Payments:
    """Implements `PaymentStore`."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def get(self, payment_id: PaymentId) -> Payment | None:
        body = self._db.value(GET, id=payment_id)
        return None if body is None else PAYMENT.decode(body)

    def by_provider_ref(self, provider: str, provider_ref: str) -> Payment | None:
        body = self._db.value(BY_REF, provider=provider, ref=provider_ref)
        return None if body is None else PAYMENT.decode(body)

    def for_checkout(self, checkout_id: CheckoutId) -> Sequence[Payment]:
        return [PAYMENT.decode(body) for (body,) in self._db.all(FOR_CHECKOUT, id=checkout_id)]

    def save(self, payment: Payment) -> None:
        self._db.run(
            SAVE,
            id=payment.id,
            checkout_id=payment.checkout_id,
            attempt=payment.attempt,
            provider=payment.provider,
            provider_ref=payment.provider_ref,
            status=payment.status,
            body=PAYMENT.encode(payment),
        )

    def in_status(self, *statuses: PaymentStatus, limit: int) -> Sequence[Payment]:
        return [PAYMENT.decode(body) for (body,) in self._db.all(IN_STATUS, statuses=as_list(statuses), limit=limit)]
