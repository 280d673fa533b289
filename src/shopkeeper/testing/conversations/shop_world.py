"""A whole shop in this process for one test: held clock, own files, public door, and a hand on everything outside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar, cast

import httpx

from shopkeeper.adapters.clock.held import HeldClock
from shopkeeper.adapters.packs.charges import with_charges
from shopkeeper.adapters.packs.fields import Fields, Problems
from shopkeeper.app.credit import gift_card, issue
from shopkeeper.app.moment import Moment
from shopkeeper.app.operator import Desk, act_as_operator, act_on_record
from shopkeeper.bootstrap import Shop, open_shop
from shopkeeper.domain.core.ids import ConversationId, RmaNumber, Sku, StoreId
from shopkeeper.domain.core.money import Money
from shopkeeper.domain.orders.order import Order
from shopkeeper.domain.policy.command import CloseHandoff, DecideReturn, OperatorReply, ReceiveReturn, TakeOver
from shopkeeper.ports.storage import Transaction
from shopkeeper.settings import Settings
from shopkeeper.testing.conversations.dying import Dying, Killed
from shopkeeper.testing.conversations.inside import MOST, Before, Inside
from shopkeeper.testing.conversations.outside import Outside, outside_of
from shopkeeper.testing.conversations.seen import Answer, Seen
from shopkeeper.testing.conversations.spec import Happening, ModelSetup, MoveClock, Send, Setup
from shopkeeper.testing.conversations.talking import CannotDo, Talker
from shopkeeper.testing.conversations.templates import Templates
from shopkeeper.testing.models import DOUBLES, CourteousModel, ModelEndpoint, Trouble
from shopkeeper.testing.stripe import StripeProxy, stripe_settings

T = TypeVar("T")

AppFactory: TypeAlias = Callable[[Settings, Callable[[], Any]], Any]
"""`entry.http.app.create_app`: handed in, because the test kit does not know the doors."""

ADDRESS = "http://shop.test"
DESK = "the-desk-of-the-test"
MOST_ROUNDS = 12
SLICES = 8
DIED = Answer(status=0, body={})
"""What a shopper gets from a process that ends in the middle: nothing."""


class ShopWorld:
    """Use as an async context manager; `speakers` are the conversations, opened at the start. With `stripe` cards are paid there."""

    def __init__(self, setup: Setup, templates: Templates, create_app: AppFactory, stripe: StripeProxy | None = None) -> None:
        self._setup = setup
        self._templates = templates
        self._create_app = create_app
        self._stripe = stripe
        self._clock = HeldClock(setup.clock)
        self._stack = AsyncExitStack()
        self._settings = Settings()
        self._webhooks: list[tuple[Mapping[str, str], bytes]] = []
        self._known_orders: frozenset[str] = frozenset()
        self._before = Before(versions={})
        self._client: httpx.AsyncClient | None = None
        self._shop: Shop | None = None
        self._outside: Outside | None = None
        self._asked = 0
        self._endpoint: ModelEndpoint | None = None
        self.speakers: dict[str, Talker] = {}

    @property
    def shop(self) -> Shop:
        assert self._shop is not None
        return self._shop

    def client(self) -> httpx.AsyncClient:
        assert self._client is not None
        return self._client

    async def __aenter__(self) -> ShopWorld:
        copied = await self._templates.copy(self._setup.pack)
        limits = {"rate_per_minute": 0, "turns_per_minute": 0, "photo_marks": False, **self._setup.settings}
        if self._stripe is not None:
            self._stripe.reset(self._clock)
            self._stripe.tells_own_calls = False
            limits |= stripe_settings(self._stripe)
        limits |= self._modeled(self._setup.model) if self._setup.model is not None else {}
        self._settings = replace(copied, public_url=ADDRESS, plugins=self._setup.plugins, **cast("dict[str, Any]", limits))
        await self._open()
        self._known_orders = await self.read(lambda tx: frozenset(order.number for order in tx.orders.recent(limit=MOST)))
        for name, speaker in self._setup.speakers.items():
            self.speakers[name] = Talker(self.client, name, speaker)
            await self.speakers[name].open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()
        if self._endpoint is not None:
            self._endpoint.close()
        await self._templates.drop(self._settings)

    def _modeled(self, model: ModelSetup) -> Mapping[str, Any]:
        """The settings of a shop that knows the model; a double is put behind an endpoint first."""
        if model.kind in DOUBLES:
            double = CourteousModel(model.script) if model.script else DOUBLES[model.kind]()
            self._endpoint = ModelEndpoint(double)
        return {
            "model_url": self._endpoint.url if self._endpoint is not None else model.kind,
            "model_name": model.name,
            "model_profile": model.profile,
            "model_timeout_s": model.timeout_s,
        }

    async def _open(self) -> None:
        app = self._create_app(self._settings, lambda: open_shop(self._settings, clock=self._clock, background=False))
        await self._stack.enter_async_context(app.router.lifespan_context(app))
        self._shop = cast("Shop", app.state.shop)
        self._outside = outside_of(self._shop, self._stripe)
        if self._outside is not None:
            self._outside.deliver_by(self._deliver)
        transport = httpx.ASGITransport(app=app)
        self._client = await self._stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=ADDRESS))

    async def _close(self) -> None:
        await self._stack.aclose()
        self._shop = self._client = None

    async def reopen(self) -> None:
        """The process is gone and a new one starts on the same files."""
        await self._close()
        await self._open()

    async def read(self, work: Callable[[Transaction], T]) -> T:
        return await self.shop.storage.read(work)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        return await self.shop.storage.write(work)

    # What a step does

    async def begin(self) -> None:
        """Remember where things stand, so that the step's own events can be told from older ones."""

        def work(tx: Transaction) -> Before:
            states = (tx.conversations.get(ConversationId(talker.conversation_id)) for talker in self.speakers.values())
            return Before(versions={state.id: state.version for state in states if state is not None})

        self._before = await self.read(work)

    async def send(self, send: Send) -> Answer:
        talker = self.speakers[send.by]
        parts, key = talker.prepare(send)
        answer = await self._survive(talker.send(parts, key))
        return answer or DIED

    async def send_together(self, sends: tuple[Send, ...]) -> tuple[Answer, ...]:
        """All at once; what they refer to is what is on the screen before any of them is answered."""
        prepared = [(self.speakers[send.by], *self.speakers[send.by].prepare(send)) for send in sends]
        answers = await asyncio.gather(*(talker.send(parts, key) for talker, parts, key in prepared), return_exceptions=True)
        if any(isinstance(answer, Killed) for answer in answers):
            await self.reopen()
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, Killed):
                raise answer
        return tuple(answer if isinstance(answer, Answer) else DIED for answer in answers)

    async def move_clock(self, move: MoveClock) -> None:
        """Time passes in slices, so that what comes due on the way happens on the way, as it would on a running server."""
        ahead = move.by if move.by is not None else (move.to or self._clock.now()) - self._clock.now()
        for _ in range(SLICES):
            self._clock.advance(ahead / SLICES)
            await self.settle()

    async def happen(self, happening: Happening) -> None:
        await _HAPPEN[happening.kind](self, happening.facts, happening.by)

    async def settle(self) -> None:
        """What a running server does between requests: webhooks that are due, effects that are due, the index."""
        for _ in range(MOST_ROUNDS):
            delivered = await self._outside.deliver_due() if self._outside is not None else 0
            ran = await self._survive(self.shop.runner.run_due())
            if not delivered and not ran:
                break
        await self.shop.refresh_index()

    async def look(self, by: str, answers: tuple[Answer, ...], judge: Callable[[Seen], T]) -> T:
        """`judge` what the step showed, with the records open to it."""
        seen = await self.speakers[by].look(answers)
        return await self.read(lambda tx: judge(replace(seen, inside=self.inside(tx, by))))

    def inside(self, tx: Transaction, by: str) -> Inside:
        return Inside(
            tx=tx,
            conversation_id=ConversationId(self.speakers[by].conversation_id),
            conversations={name: ConversationId(talker.conversation_id) for name, talker in self.speakers.items()},
            known_orders=self._known_orders,
            before=self._before,
            bank=self._outside,
            signer=self.shop.signer,
        )

    async def _survive(self, work: Awaitable[T]) -> T | None:
        """Wait for `work`; where the process ends in the middle of it, start a new one."""
        try:
            return await work
        except Killed:
            await self.reopen()
            return None

    async def _deliver(self, headers: Mapping[str, str], body: bytes) -> bool:
        self._webhooks.append((headers, body))
        answer = await self.client().post(self._news, headers=dict(headers), content=body)
        return answer.is_success

    @property
    def _news(self) -> str:
        return f"/webhooks/payments/{self.outside.name}"

    @property
    def outside(self) -> Outside:
        assert self._outside is not None
        return self._outside

    # What may happen outside

    async def _price(self, facts: Mapping[str, object], by: str) -> None:
        def work(tx: Transaction) -> None:
            profile = tx.shop.profile()
            assert profile is not None
            tx.catalog.set_price(Sku(str(facts["sku"])), Money(minor=cast("int", facts["amount"]), currency=profile.currency))

        await self.write(work)

    async def _stock(self, facts: Mapping[str, object], by: str) -> None:
        def work(tx: Transaction) -> None:
            stores = [StoreId(str(facts["store"]))] if facts["store"] else [store.id for store in tx.shop.stores()]
            for store_id in stores:
                tx.stock.set_on_hand(Sku(str(facts["sku"])), store_id, cast("int", facts["quantity"]))

        await self.write(work)

    async def _promotion(self, facts: Mapping[str, object], by: str) -> None:
        changes = dict(facts)
        promotion_id = changes.pop("id")

        def work(tx: Transaction) -> None:
            known = next((promotion for promotion in tx.shop.promotions() if promotion.id == promotion_id), None)
            if known is None:
                raise CannotDo(f"there is no promotion {promotion_id!r}")
            profile = tx.shop.profile()
            if "amount" in changes and profile is not None:
                changes["amount"] = Money(minor=cast("int", changes["amount"]), currency=profile.currency)
            tx.shop.put_promotion(replace(known, version=known.version + 1, **cast("dict[str, Any]", changes)))

        await self.write(work)

    async def _charges(self, facts: Mapping[str, object], by: str) -> None:
        problems = Problems()
        fields = Fields.of(dict(facts), "shop.yaml", "", problems)

        def work(tx: Transaction) -> None:
            profile = tx.shop.profile()
            if profile is not None:
                tx.shop.put_profile(with_charges(profile, fields, [store.country for store in tx.shop.stores()]))

        await self.write(work)
        if problems.found:
            raise CannotDo("; ".join(f"{one.entry}.{one.field} {one.message}" for one in problems.found))

    async def _payment(self, facts: Mapping[str, object], by: str) -> None:
        await self.outside.visit(self.speakers[by], facts)

    async def _fault(self, facts: Mapping[str, object], by: str) -> None:
        for operation, faults in facts.items():
            self.outside.fail_next(operation, cast("list[str]", faults))

    async def _crash(self, facts: Mapping[str, object], by: str) -> None:
        if not facts:
            await self.reopen()
            return
        when, operation = next(iter(facts.items()))
        providers = cast("dict[str, object]", self.shop.providers.by_name)
        name = self.outside.name
        providers[name] = Dying(providers[name], str(operation), after=when == "after")

    async def _operator(self, facts: Mapping[str, object], by: str) -> None:
        name, words = next(iter(facts.items()))
        conversation_id = ConversationId(self.speakers[by].conversation_id)
        text = str(words)
        staffed = Desk(gate=self.shop.gate, announcer=self.shop.announcer, now=self._clock.now())
        about = {
            "approve": DecideReturn(number=RmaNumber(text), approve=True),
            "reject": DecideReturn(number=RmaNumber(text), approve=False),
            "arrived": ReceiveReturn(number=RmaNumber(text), accepted=True),
            "unusable": ReceiveReturn(number=RmaNumber(text), accepted=False, note="It was used."),
        }.get(name)
        if about is not None:
            await self.write(lambda tx: act_on_record(about, tx, staffed))
            return
        command = {
            "take": TakeOver(conversation_id=conversation_id),
            "reply": OperatorReply(conversation_id=conversation_id, text=text),
            "close": CloseHandoff(conversation_id=conversation_id, resolution=text),
        }[name]
        await self.write(lambda tx: act_as_operator(command, conversation_id, tx, staffed))

    async def _short(self, facts: Mapping[str, object], by: str) -> None:
        """Through the desk's own door, as a branch would."""
        order = await self._newest_order()
        line = next((line for line in order.quote.lines if line.sku == facts["sku"]), None)
        if line is None:
            raise CannotDo(f"order {order.number} has no {facts['sku']!r}")
        lines = [{"line_id": line.line_id, "quantity": facts["quantity"]}]
        await self._at_desk(f"orders/{order.number}/short", {"lines": lines, "reason": "sold_out"})

    async def _board(self, facts: Mapping[str, object], by: str) -> None:
        """At the branch's own doors; what may not be done changes nothing, as there."""
        order, step = await self._newest_order(), str(facts["step"])
        if step == "hand_over":
            await self._at_desk("till/hand-over", {"store_id": facts["store"], "code": order.pickup_code or ""})
            return
        body: dict[str, object] = {"shipment": facts["shipment"]}
        if step == "refuse":
            body["reason"] = facts.get("reason", "sold_out")
        if step == "substitute":
            line = next((line for line in order.quote.lines if line.sku == facts["sku"]), None)
            if line is None:
                raise CannotDo(f"order {order.number} has no {facts['sku']!r}")
            body |= {"line_id": line.line_id, "sku": facts["to"], "agreed": facts["agreed"]}
        await self._at_desk(f"orders/{order.number}/{step}", body)

    async def _refund(self, facts: Mapping[str, object], by: str) -> None:
        order = await self._newest_order()
        self._asked += 1
        await self._at_desk(f"orders/{order.number}/refund", dict(facts), key=f"refund-{self._asked:08d}")

    async def _newest_order(self) -> Order:
        recent = await self.shop.storage.read(lambda tx: tx.orders.recent(limit=1))
        if not recent or recent[0].number in self._known_orders:
            raise CannotDo("no order has been placed in this test yet")
        return recent[0]

    async def _at_desk(self, path: str, body: Mapping[str, object], *, key: str = "") -> None:
        self.shop.staff.set_password(DESK)
        headers = {"Authorization": f"Bearer {DESK}", **({"Idempotency-Key": key} if key else {})}
        answer = await self.client().post(f"/v1/admin/{path}", json=body, headers=headers)
        if answer.status_code >= 500 or answer.status_code == 401:
            raise CannotDo(f"{path}: {answer.status_code} {answer.text[:200]}")

    async def _sweep(self, facts: Mapping[str, object], by: str) -> None:
        await self._survive(self.shop.sweep())

    async def _gift_card(self, facts: Mapping[str, object], by: str) -> None:
        code, now = str(facts["code"]), self._clock.now()

        def work(tx: Transaction) -> None:
            profile = tx.shop.profile()
            assert profile is not None
            amount = Money(minor=cast("int", facts["amount"]), currency=profile.currency)
            account = gift_card(code, profile.currency)
            issue(account, amount, f"issue:{account.id}", tx, Moment(now=now, actor="operator"))

        await self.write(work)

    async def _model(self, facts: Mapping[str, object], by: str) -> None:
        if self._endpoint is None:
            raise CannotDo("there is no model's endpoint of the test's own to trouble: give `setup` a `model`")
        self._endpoint.trouble = Trouble(str(facts["trouble"]))

    async def _webhook(self, facts: Mapping[str, object], by: str) -> None:
        if not self._webhooks:
            raise CannotDo("no webhook has been delivered yet")
        await self.client().post(self._news, headers=dict(self._webhooks[-1][0]), content=self._webhooks[-1][1])


_HAPPEN: Mapping[str, Callable[[ShopWorld, Mapping[str, object], str], Awaitable[None]]] = {
    "price": ShopWorld._price,  # pyright: ignore[reportPrivateUsage]
    "stock": ShopWorld._stock,  # pyright: ignore[reportPrivateUsage]
    "promotion": ShopWorld._promotion,  # pyright: ignore[reportPrivateUsage]
    "charges": ShopWorld._charges,  # pyright: ignore[reportPrivateUsage]
    "payment": ShopWorld._payment,  # pyright: ignore[reportPrivateUsage]
    "fault": ShopWorld._fault,  # pyright: ignore[reportPrivateUsage]
    "crash": ShopWorld._crash,  # pyright: ignore[reportPrivateUsage]
    "gift_card": ShopWorld._gift_card,  # pyright: ignore[reportPrivateUsage]
    "model": ShopWorld._model,  # pyright: ignore[reportPrivateUsage]
    "operator": ShopWorld._operator,  # pyright: ignore[reportPrivateUsage]
    "board": ShopWorld._board,  # pyright: ignore[reportPrivateUsage]
    "short": ShopWorld._short,  # pyright: ignore[reportPrivateUsage]
    "refund": ShopWorld._refund,  # pyright: ignore[reportPrivateUsage]
    "sweep": ShopWorld._sweep,  # pyright: ignore[reportPrivateUsage]
    "webhook": ShopWorld._webhook,  # pyright: ignore[reportPrivateUsage]
}
