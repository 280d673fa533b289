"""From what is to be said and shown to the reply on the wire: text by the phrase book, blocks from records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from shopkeeper.app.queries.cart_view import cart_json
from shopkeeper.app.queries.checkout_view import checkout_json
from shopkeeper.app.queries.order_view import order_json
from shopkeeper.app.queries.product_view import card_json, comparison_rows, image_url
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.dialogue.decision import (
    ChoiceCard,
    Cite,
    Show,
    ShowCart,
    ShowCheckout,
    ShowChoices,
    ShowNotice,
    ShowOrder,
    ShowProducts,
)
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedReply:
    text: str
    blocks: tuple[Mapping[str, object], ...]
    checkout: Mapping[str, object] | None
    quick_replies: tuple[Mapping[str, object], ...]


class Composer:
    """Renders in the conversation's locale; reads records through the turn's own transaction."""

    def __init__(self, phrases: PhraseBook) -> None:
        self._phrases = phrases

    def compose(
        self, says: Sequence[Say], shows: Sequence[Show], *, tx: Transaction, state: ConversationState, now: datetime
    ) -> ComposedReply:
        locale = reply_locale(state)
        blocks = [block for show in _once(shows) if (block := self._block(show, tx, state, locale, now)) is not None]
        return ComposedReply(
            text=self.text(says, locale),
            blocks=tuple(blocks),
            checkout=self._checkout(tx, state, locale, now),
            quick_replies=self.quick_replies(tx, state, locale),
        )

    def text(self, says: Sequence[Say], locale: str) -> str:
        """Statements first, the question last; nothing is said twice."""
        statements = [self._phrases.render(say, locale=locale) for say in says if not say.question]
        questions = [self._phrases.render(say, locale=locale) for say in says if say.question]
        return " ".join(dict.fromkeys([*statements, *questions]))

    def _block(self, show: Show, tx: Transaction, state: ConversationState, locale: str, now: datetime) -> Mapping[str, object] | None:
        phrases = self._phrases
        match show:
            case ShowProducts(cards=cards, layout=layout):
                items = [card_json(card, phrases, locale) for card in cards]
                if layout == "compare":
                    return {"type": "comparison", "items": items, "rows": comparison_rows(cards, phrases, locale)}
                return {"type": "products", "items": items, "layout": layout}
            case ShowChoices(choices=choices, style=style):
                return {
                    "type": "choices",
                    "id": f"q{state.version}",
                    "question": "",
                    "style": style,
                    "choices": [self._choice(choice, tx, locale) for choice in choices],
                }
            case ShowCart():
                cart = tx.carts.get(state.cart_id)
                return {"type": "cart", "cart": cart_json(cart, tx, phrases, locale, now)} if cart is not None else None
            case ShowCheckout():
                checkout = self._checkout(tx, state, locale, now)
                return {"type": "checkout", "checkout": checkout} if checkout is not None else None
            case ShowOrder():
                return self._order(show, tx, locale)
            case Cite(title=title, text=text):
                return {"type": "citation", "title": title, "text": text, "url": None}
            case ShowNotice(say=say, level=level):
                return {"type": "notice", "level": level, "text": phrases.render(say, locale=locale)}
            case _:
                assert_never(show)

    def _order(self, show: ShowOrder, tx: Transaction, locale: str) -> Mapping[str, object] | None:
        order = tx.orders.get(show.number)
        if order is None:
            return None
        store = next((store for store in tx.shop.stores() if store.id == order.quote.delivery.store_id), None)
        return {"type": "order", "order": order_json(order, store, self._phrases, locale)}

    def _choice(self, choice: ChoiceCard, tx: Transaction, locale: str) -> Mapping[str, object]:
        label = choice.label if isinstance(choice.label, str) else self._phrases.render(choice.label, locale=locale)
        product_id = tx.catalog.products_of([choice.sku]).get(choice.sku) if choice.sku else None
        listing = tx.catalog.listings([product_id]).get(product_id) if product_id else None
        return {
            "value": choice.value,
            "label": label,
            "detail": self._phrases.render(choice.detail, locale=locale) if choice.detail else None,
            "image_url": image_url(listing, choice.sku) if listing else None,
            "disabled": choice.disabled,
            "send": {"type": "action", "action": "choose", "value": choice.value},
        }

    def _checkout(self, tx: Transaction, state: ConversationState, locale: str, now: datetime) -> Mapping[str, object] | None:
        checkout = tx.checkouts.get(state.checkout_id) if state.checkout_id else None
        return checkout_json(checkout, tx, self._phrases, locale, now) if checkout is not None else None

    def quick_replies(self, tx: Transaction, state: ConversationState, locale: str) -> tuple[Mapping[str, object], ...]:
        """What most shoppers do next: never more than three taps, none while a question is open."""
        if state.question is not None:
            return ()
        cart = tx.carts.get(state.cart_id)
        actions = ["show_cart", "check_out"] if cart is not None and cart.lines else ["help", "ask_person"]
        return tuple(
            {"label": self._phrases.word(f"quick.{action}", locale=locale), "send": {"type": "action", "action": action}}
            for action in actions
        )


def reply_locale(state: ConversationState) -> str:
    """The conversation's locale while the shopper keeps to its language, else the language they write."""
    return state.locale if state.locale.split("-")[0] == state.language else state.language


def _once(shows: Sequence[Show]) -> list[Show]:
    """Each kind of live view (cart, checkout) once, in its last place: several commands of a turn share one picture."""
    kept: list[Show] = []
    for index, show in enumerate(shows):
        if isinstance(show, ShowCart | ShowCheckout) and any(type(later) is type(show) for later in shows[index + 1 :]):
            continue
        if show not in kept:
            kept.append(show)
    if any(isinstance(show, ShowCheckout) for show in kept):
        kept = [show for show in kept if not isinstance(show, ShowCart)]
    return kept
