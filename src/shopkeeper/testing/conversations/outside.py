"""The payment provider of a conversation test, seen from outside the shop: the sandbox's bank, or Stripe behind the fault proxy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from shopkeeper.adapters.payments.sandbox import Bank, Fault, LedgerEntry, Outcome
from shopkeeper.bootstrap import Shop
from shopkeeper.testing.conversations.talking import CannotDo, Talker
from shopkeeper.testing.stripe.mail import Deliver
from shopkeeper.testing.stripe.proxy import StripeProxy


class Outside(Protocol):
    """`name` is what the shop calls the provider; its webhooks go to `/webhooks/payments/<name>`."""

    @property
    def name(self) -> str: ...
    def ledger(self) -> Sequence[LedgerEntry]: ...
    def fail_next(self, operation: str, faults: Sequence[str]) -> None: ...
    def deliver_by(self, deliver: Deliver) -> None: ...
    async def deliver_due(self) -> int: ...
    async def visit(self, talker: Talker, facts: Mapping[str, object]) -> None:
        """The shopper on the payment page: an outcome, or a code typed into the extra check."""
        ...


@dataclass(frozen=True, slots=True)
class SandboxOutside:
    bank: Bank
    name: str = "sandbox"

    def ledger(self) -> Sequence[LedgerEntry]:
        return self.bank.ledger()

    def fail_next(self, operation: str, faults: Sequence[str]) -> None:
        self.bank.fail_next(operation, *map(Fault, faults))

    def deliver_by(self, deliver: Deliver) -> None:
        self.bank.postman.deliver_by(deliver)

    async def deliver_due(self) -> int:
        return await self.bank.postman.deliver_due()

    async def visit(self, talker: Talker, facts: Mapping[str, object]) -> None:
        form = {"outcome": "code", "code": str(facts["code"])} if "code" in facts else {"outcome": str(facts["outcome"])}
        await talker.visit_pay_page(form)


@dataclass(frozen=True, slots=True)
class StripeOutside:
    proxy: StripeProxy
    name: str = "stripe"

    def ledger(self) -> Sequence[LedgerEntry]:
        return self.proxy.ledger()

    def fail_next(self, operation: str, faults: Sequence[str]) -> None:
        self.proxy.fail_next(operation, *faults)

    def deliver_by(self, deliver: Deliver) -> None:
        self.proxy.mail.deliver_by(deliver)

    async def deliver_due(self) -> int:
        return await self.proxy.mail.deliver_due()

    async def visit(self, talker: Talker, facts: Mapping[str, object]) -> None:
        key = await self._key(talker)
        if "code" in facts:
            self.proxy.enter_code(key, str(facts["code"]))
        else:
            self.proxy.pay(key, Outcome(str(facts["outcome"])))

    async def _key(self, talker: Talker) -> str:
        """Our page is opened as a browser would; the bank's own page is not ours."""
        page = talker.page
        if page is None:
            raise CannotDo("there is no payment page: no payment waits for the shopper")
        last = urlsplit(page).path.rsplit("/", 1)[-1]
        if page.startswith(self.proxy.url):
            return self.proxy.key_of(last)
        await talker.open_page(page)
        return last


def outside_of(shop: Shop, proxy: StripeProxy | None) -> Outside | None:
    if proxy is not None:
        return StripeOutside(proxy)
    return SandboxOutside(shop.bank) if shop.bank is not None else None
