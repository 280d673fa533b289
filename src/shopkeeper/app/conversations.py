"""Opening a conversation and reading it back; the token given at the start is the only key to it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shopkeeper.app.queries.messages import messages_of
from shopkeeper.app.turn.compose import Composer
from shopkeeper.domain.conversation.events import ConversationStarted
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import CartId, ConversationId, CustomerId, derive
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.domain.dialogue.decision import ShowCart
from shopkeeper.ports.storage import Transaction


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a new conversation is opened with; `token` is drawn at the door and stored only as a hash."""

    conversation_id: ConversationId
    token: str
    locale: str | None
    storefront: str | None
    customer_token: str | None


def open_conversation(opening: Opening, tx: Transaction, now: datetime) -> ConversationState:
    """Raises InvalidInput (401) for a customer token that opens nothing."""
    customer_id: CustomerId | None = None
    locale = opening.locale
    if opening.customer_token is not None:
        customer = tx.customers.by_token_hash(token_hash(opening.customer_token))
        if customer is None:
            raise InvalidInput("customer_token_unknown", "This customer token is not known. Sign in again, or leave it out.", status=401)
        customer_id, locale = customer.id, locale or customer.locale
    profile = tx.shop.profile()
    event = ConversationStarted(
        conversation_id=opening.conversation_id,
        cart_id=CartId(derive("crt", opening.conversation_id)),
        locale=locale or (profile.language if profile else "en"),
        storefront=opening.storefront or "default",
        customer_id=customer_id,
    )
    return tx.conversations.start(event, token_hash=token_hash(opening.token), at=now)


def require_token(tx: Transaction, conversation_id: ConversationId, token: str | None) -> None:
    """Raises InvalidInput (401) without a token, (404) for one that does not open this conversation, known or not."""
    if not token:
        raise InvalidInput("token_missing", "Send the conversation's token as Authorization: Bearer <token>.", status=401)
    expected = tx.conversations.token_hash(conversation_id)
    if expected is None or not hmac.compare_digest(expected, token_hash(token)):
        raise InvalidInput("conversation_not_found", "There is no such conversation, or this token does not open it.", status=404)


def conversation_json(tx: Transaction, conversation_id: ConversationId, composer: Composer, now: datetime) -> Mapping[str, object]:
    """The conversation as a client shows it after a reload."""
    state = tx.conversations.get(conversation_id)
    if state is None:
        raise InvalidInput("conversation_not_found", "There is no such conversation.", status=404)
    reply = composer.compose((), (ShowCart(),), tx=tx, state=state, now=now)
    messages = messages_of(tx.conversations.events(conversation_id))
    cart = next((block["cart"] for block in reply.blocks if block.get("type") == "cart"), None)
    return {
        "conversation_id": conversation_id,
        "locale": composer.locale_of(state),
        "storefront": state.storefront,
        "messages": messages,
        "cart": cart,
        "checkout": reply.checkout,
        "handoff": {"state": state.handoff.value},
        "quick_replies": list(reply.quick_replies),
        "version": state.version,
    }
