"""The door of other assistants: checkout sessions as the Agentic Commerce Protocol has them, over the checkout that everybody uses."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import Response

from shopkeeper.app.agentic_checkout import (
    Caller,
    Payment,
    Wanted,
    cancel_session,
    change_session,
    complete_session,
    open_session,
    session_of,
)
from shopkeeper.app.conversations import Opening
from shopkeeper.app.errand import Stopped
from shopkeeper.app.moment import Moment
from shopkeeper.app.payment_effects import AUTHORIZE, effect_id
from shopkeeper.app.queries.acp_view import acp_json
from shopkeeper.bootstrap import Shop
from shopkeeper.domain.checkout.quote import DeliveryChoice, DeliveryMethod
from shopkeeper.domain.core.ids import CheckoutId, ConversationId, PaymentId, Sku, StoreId
from shopkeeper.domain.customers.customer import Address
from shopkeeper.entry.http.acp_wire import (
    AcpError,
    Knock,
    answer,
    caller_of,
    first_answer,
    install,
    invalid,
    keep_answer,
    knock,
    once,
    read_keys,
)
from shopkeeper.entry.http.conversations import shop_of
from shopkeeper.ports.payments import Delegator
from shopkeeper.ports.storage import Transaction

__all__ = ["install", "read_keys", "router"]

router = APIRouter(prefix="/acp/checkout_sessions", include_in_schema=False)
MERCHANT = "shopkeeper"
T = TypeVar("T")
Body = TypeVar("Body", bound=BaseModel)
Text = Annotated[str, Field(max_length=256)]


class _In(BaseModel):
    """What the protocol has and we do not use is let through."""

    model_config = ConfigDict(extra="ignore")


class ItemIn(_In):
    id: Annotated[str, Field(min_length=1, max_length=64)]
    quantity: Annotated[int, Field(ge=1, le=100_000)] = 1


class AddressIn(_In):
    name: Text | None = None
    line_one: Annotated[str, Field(min_length=1, max_length=200)]
    line_two: Text | None = None
    city: Annotated[str, Field(min_length=1, max_length=120)]
    state: Text | None = None
    country: Annotated[str, Field(pattern=r"^[A-Za-z]{2}$")]
    postal_code: Annotated[str, Field(min_length=1, max_length=20)]


class DetailsIn(_In):
    name: Text | None = None
    email: Text | None = None
    address: AddressIn | None = None


class BuyerIn(_In):
    email: Text | None = None


class ChosenIn(_In):
    option_id: Annotated[str, Field(max_length=80)]


class SessionIn(_In):
    line_items: Annotated[list[ItemIn], Field(max_length=200)] | None = None
    buyer: BuyerIn | None = None
    fulfillment_details: DetailsIn | None = None
    selected_fulfillment_options: Annotated[list[ChosenIn], Field(max_length=20)] | None = None


class CredentialIn(_In):
    token: Annotated[str, Field(min_length=1, max_length=255)]


class InstrumentIn(_In):
    credential: CredentialIn


class PaymentIn(_In):
    instrument: InstrumentIn


class CompleteIn(_In):
    payment_data: PaymentIn
    buyer: BuyerIn | None = None


@router.post("")
async def create(request: Request) -> Response:
    """201 with the whole session. Nothing is charged, and what is bought is held only for as long as its quote."""
    caller, knocked, shop = _caller(request), await _knock(request), shop_of(request)
    asked = _read(SessionIn, knocked)
    if not asked.line_items:
        raise AcpError(400, "missing", "A session needs line items.", param="$.line_items")
    opening = Opening(
        conversation_id=ConversationId(f"cnv_{secrets.token_hex(12)}"),
        token=secrets.token_urlsafe(24),
        locale=_locale(request),
        storefront=None,
        customer_token=None,
    )

    def work(tx: Transaction) -> dict[str, object]:
        return _told(_stopped(lambda: open_session(_wanted(asked), opening, caller, tx, _moment(shop, caller))).id, tx, request)

    return await once(request, knocked, 201, work)


@router.get("/{session_id}")
async def retrieve(session_id: str, request: Request) -> Response:
    caller = _caller(request)

    def work(tx: Transaction) -> dict[str, object]:
        return _told(_stopped(lambda: session_of(CheckoutId(session_id), caller, tx))[0].id, tx, request)

    return answer(request, 200, await shop_of(request).storage.read(work))


@router.post("/{session_id}")
async def update(session_id: str, request: Request) -> Response:
    caller, knocked, shop = _caller(request), await _knock(request), shop_of(request)
    wanted = _wanted(_read(SessionIn, knocked))

    def work(tx: Transaction) -> dict[str, object]:
        return _told(_stopped(lambda: change_session(CheckoutId(session_id), wanted, caller, tx, _moment(shop, caller))).id, tx, request)

    return await once(request, knocked, 200, work)


@router.post("/{session_id}/cancel")
async def cancel(session_id: str, request: Request) -> Response:
    """405 where it is completed or canceled already, as the protocol has it."""
    caller, knocked, shop = _caller(request), await _knock(request), shop_of(request)

    def work(tx: Transaction) -> dict[str, object]:
        try:
            return _told(cancel_session(CheckoutId(session_id), caller, tx, _moment(shop, caller)).id, tx, request)
        except Stopped as stopped:
            raise _error(stopped, closed=405) from stopped

    return await once(request, knocked, 200, work)


@router.post("/{session_id}/complete")
async def complete(session_id: str, request: Request) -> Response:
    """The user agreed to the price of the last answer and pays with a delegated token: the order, or why not."""
    caller, knocked, shop = _caller(request), await _knock(request), shop_of(request)
    asked, checkout_id = _read(CompleteIn, knocked), CheckoutId(session_id)
    payment = Payment(token=asked.payment_data.instrument.credential.token, email=asked.buyer.email if asked.buyer else None)

    def agree(tx: Transaction) -> dict[str, object] | PaymentId | None:
        kept = first_answer(knocked, tx)
        if kept is not None:
            return dict(kept)
        _stopped(lambda: session_of(checkout_id, caller, tx))
        _require_delegates(shop, tx)
        facts = _stopped(lambda: complete_session(checkout_id, payment, caller, tx, _moment(shop, caller)))
        code = str(facts.get("code"))
        if code in ("price_changed", "quote_changed", "quote_expired"):
            # The transaction stands: the new price is on the table, and the next answer shows it.
            return {"changed": code}
        return PaymentId(str(facts["payment_id"])) if "payment_id" in facts else None

    agreed = await shop.storage.write(agree)
    if isinstance(agreed, dict):
        return _again_or_changed(request, agreed)
    if agreed is not None:
        await shop.runner.settle(effect_id(AUTHORIZE, agreed))

    def tell(tx: Transaction) -> dict[str, object]:
        told = _told(checkout_id, tx, request)
        if told["status"] != "in_progress":
            keep_answer(knocked, 200, told, tx, request)
        return told

    told = await shop.storage.write(tell)
    shop.wake_worker()
    return answer(request, 200, told)


def _again_or_changed(request: Request, agreed: dict[str, object]) -> Response:
    if "changed" in agreed:
        raise AcpError(
            409, str(agreed["changed"]), "The price or the goods changed since the last answer, and nothing was charged. Read the session."
        )
    body = agreed["body"]
    return answer(request, 200, body if isinstance(body, dict) else {}, again=True)  # pyright: ignore[reportUnknownArgumentType]


def _caller(request: Request) -> Caller:
    return Caller(name=caller_of(request), gate=shop_of(request).gate)


async def _knock(request: Request) -> Knock:
    return await knock(request, caller_of(request))


def _moment(shop: Shop, caller: Caller) -> Moment:
    return Moment(now=shop.clock.now(), actor=caller.storefront)


def _locale(request: Request) -> str | None:
    said = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    return said if said and len(said) <= 20 and said.replace("-", "").isalpha() else None


def _read(kind: type[Body], knocked: Knock) -> Body:
    try:
        return kind.model_validate(knocked.body)
    except ValidationError as error:
        raise invalid(error) from error


def _wanted(asked: SessionIn) -> Wanted:
    details = asked.fulfillment_details
    chosen = asked.selected_fulfillment_options[0].option_id if asked.selected_fulfillment_options else None
    email = (asked.buyer.email if asked.buyer else None) or (details.email if details else None)
    items = tuple((Sku(item.id), item.quantity) for item in asked.line_items) if asked.line_items is not None else None
    return Wanted(items=items, delivery=_delivery(details, chosen), email=email)


def _delivery(details: DetailsIn | None, chosen: str | None) -> DeliveryChoice | None:
    if chosen is not None and chosen.startswith("pickup:"):
        return DeliveryChoice(method=DeliveryMethod.PICKUP, store_id=StoreId(chosen.removeprefix("pickup:")))
    if chosen not in (None, "delivery"):
        raise AcpError(400, "invalid", "That is none of fulfillment_options.", param="$.selected_fulfillment_options[0].option_id")
    given = details.address if details is not None else None
    if given is None:
        return None
    address = Address(
        name=given.name or (details.name if details else None),
        line1=given.line_one,
        line2=given.line_two or None,
        city=given.city,
        country=given.country.upper(),
        postal_code=given.postal_code,
    )
    return DeliveryChoice(method=DeliveryMethod.DELIVERY, address=address)


def _told(checkout_id: CheckoutId, tx: Transaction, request: Request) -> dict[str, object]:
    shop, checkout = shop_of(request), tx.checkouts.get(checkout_id)
    assert checkout is not None
    base = str(request.base_url).rstrip("/")
    return acp_json(checkout, tx, shop.phrases, shop.clock.now(), base_url=base, handlers=_handlers(shop, tx))


def _handlers(shop: Shop, tx: Transaction) -> list[dict[str, object]]:
    """How a delegated token pays here; none where the provider makes no such tokens."""
    profile = tx.shop.profile()
    name = profile.payment_provider if profile is not None else ""
    if not isinstance(shop.providers.by_name.get(name), Delegator):
        return []
    config = {"merchant_id": MERCHANT, "psp": name, "accepted_brands": ["visa"], "supports_3ds": False, "environment": "sandbox"}
    return [
        {
            "id": "card_tokenized",
            "name": "dev.acp.tokenized.card",
            "version": "2026-01-22",
            "spec": "https://acp.dev/handlers/tokenized.card",
            "requires_delegate_payment": True,
            "requires_pci_compliance": False,
            "psp": name,
            "config_schema": "https://acp.dev/schemas/handlers/tokenized.card/config.json",
            "instrument_schemas": ["https://acp.dev/schemas/handlers/tokenized.card/instrument.json"],
            "config": config,
        }
    ]


def _require_delegates(shop: Shop, tx: Transaction) -> None:
    if not _handlers(shop, tx):
        message = "This shop's payment provider takes no delegated tokens yet, so nothing was charged. The buyer can pay in the shop."
        raise AcpError(422, "payment_method_not_supported", message, param="$.payment_data")


def _stopped(work: Callable[[], T]) -> T:
    try:
        return work()
    except Stopped as stopped:
        raise _error(stopped) from stopped


OUT_OF_STOCK = frozenset({"sold_out", "more_than_available", "short_stock", "stock_gone"})


def _error(stopped: Stopped, *, closed: int = 409) -> AcpError:
    """A no of the shop's rules as the protocol names it; the rule's own code is told too."""
    at = stopped.params.get("at")
    param = f"$.line_items[{at}]" if isinstance(at, int) else None
    match stopped.code:
        case "session_unknown":
            return AcpError(404, "not_found", "There is no such checkout session.")
        case "checkout_closed":
            return AcpError(closed, "invalid_state", "This session is completed or canceled already.")
        case "payment_under_way":
            return AcpError(409, "invalid_state", "A payment of this session is under way. Read the session in a moment.")
        case "age_check" | "age_minor":
            return AcpError(
                422, "intervention_required", "These goods have an age limit and are sold in the shop's own chat only.", param=param
            )
        case code if code in OUT_OF_STOCK:
            return AcpError(422, "out_of_stock", "That much of it is not to be had.", param=param, rule=code)
        case code:
            return AcpError(422, "invalid", f"The shop's rules do not allow that ({code}).", param=param, rule=code)
