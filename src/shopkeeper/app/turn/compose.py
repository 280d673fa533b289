"""From what is to be said and shown to the reply on the wire: text by the phrase book, blocks from records."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from shopkeeper.app.naming import read_labels
from shopkeeper.app.paper_links import PaperLinks
from shopkeeper.app.queries.booking_view import Appointment, booking_actions, booking_json
from shopkeeper.app.queries.cart_view import cart_json
from shopkeeper.app.queries.checkout_view import checkout_json
from shopkeeper.app.queries.mandate_view import mandate_block
from shopkeeper.app.queries.order_view import order_json
from shopkeeper.app.queries.product_view import card_json, comparison_rows, image_url
from shopkeeper.app.queries.return_view import return_actions, return_json
from shopkeeper.domain.catalog.labels import Labels, language_of
from shopkeeper.domain.conversation.state import ConversationState, HandoffState
from shopkeeper.domain.core.ids import MandateId, Sku
from shopkeeper.domain.core.narrow import as_mapping
from shopkeeper.domain.dialogue.decision import (
    ChoiceCard,
    Cite,
    Show,
    ShowBooking,
    ShowCart,
    ShowCheckout,
    ShowChoices,
    ShowMandate,
    ShowNotice,
    ShowOrder,
    ShowProducts,
    ShowReturn,
    ShowTeach,
)
from shopkeeper.domain.dialogue.say import Say
from shopkeeper.ports.code_drawer import CodeDrawer
from shopkeeper.ports.phrase_book import PhraseBook
from shopkeeper.ports.storage import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedReply:
    text: str
    blocks: tuple[Mapping[str, object], ...]
    checkout: Mapping[str, object] | None
    quick_replies: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one reply is drawn from: the turn's own view of the records, and the language it is in."""

    tx: Transaction
    state: ConversationState
    now: datetime
    locale: str
    labels: Labels


class Composer:
    """Renders in the conversation's locale; reads records through the turn's own transaction."""

    def __init__(self, phrases: PhraseBook, codes: CodeDrawer | None = None, papers: PaperLinks | None = None) -> None:
        self._phrases = phrases
        self._codes = codes
        self._papers = papers

    def compose(
        self, says: Sequence[Say], shows: Sequence[Show], *, tx: Transaction, state: ConversationState, now: datetime
    ) -> ComposedReply:
        locale = self.locale_of(state)
        profile = tx.shop.profile()
        page = Page(tx=tx, state=state, now=now, locale=locale, labels=read_labels(tx, locale, profile))
        checkout = self._checkout(page)
        blocks = [block for show in _once(shows) if (block := self._block(show, page, checkout)) is not None]
        return ComposedReply(
            text=self.text(says, locale, profile.zone if profile else None),
            blocks=tuple(blocks),
            checkout=checkout,
            quick_replies=self.quick_replies(tx, state, locale),
        )

    def text(self, says: Sequence[Say], locale: str, zone: str | None = None) -> str:
        """Statements first, the question last; nothing is said twice."""
        statements = [self._phrases.render(say, locale=locale, zone=zone) for say in says if not say.question]
        questions = [self._phrases.render(say, locale=locale, zone=zone) for say in says if say.question]
        return self.joined([*statements, *questions], locale)

    def joined(self, sentences: Iterable[str], locale: str) -> str:
        """Sentences with what the language puts between them, each once."""
        return self._phrases.word("sentence.space", locale=locale).join(dict.fromkeys(filter(None, sentences)))

    def locale_of(self, state: ConversationState) -> str:
        """The language a reply is in: the one the shopper writes when it has a catalog, else the one they chose.

        Their own region (`de-AT`) is kept while they keep to its language, so amounts and dates look as at home.
        """
        own_language = language_of(state.locale) == state.language
        return self._phrases.locale_for(state.locale if own_language else state.language, state.locale)

    def _block(self, show: Show, page: Page, checkout: Mapping[str, object] | None) -> Mapping[str, object] | None:
        phrases, tx, state, locale = self._phrases, page.tx, page.state, page.locale
        match show:
            case ShowProducts(cards=cards, layout=layout):
                items = [card_json(card, phrases, locale, page.labels) for card in cards]
                if layout == "compare":
                    return {"type": "comparison", "items": items, "rows": comparison_rows(cards, phrases, locale, page.labels)}
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
                if cart is None:
                    return None
                return {"type": "cart", "cart": cart_json(cart, tx, phrases, locale, page.now, labels=page.labels)}
            case ShowCheckout():
                return {"type": "checkout", "checkout": checkout} if checkout is not None else None
            case ShowOrder():
                return self._order(show, page)
            case ShowReturn():
                return self._return(show, page)
            case ShowBooking():
                return self._booking(show, page)
            case ShowMandate(mandate_id=mandate_id):
                return self._mandate(mandate_id, page)
            case Cite(title=title, text=text):
                return {"type": "citation", "title": title, "text": text, "url": None}
            case ShowNotice(say=say, level=level):
                return {"type": "notice", "level": level, "text": phrases.render(say, locale=locale)}
            case ShowTeach(sha256=sha256, sku=sku):
                send = {"type": "action", "action": "teach_photo", "photo": sha256, "sku": sku}
                tap = {"label": phrases.word("photo.teach_yes", locale=locale), "send": send}
                return {"type": "notice", "level": "info", "text": phrases.word("photo.teach", locale=locale), "actions": [tap]}
            case _:
                assert_never(show)

    def _order(self, show: ShowOrder, page: Page) -> Mapping[str, object] | None:
        order = page.tx.orders.get(show.number)
        if order is None:
            return None
        images = _images([line.sku for line in order.quote.lines], page.tx)
        shown = order_json(order, page.tx.shop.stores(), self._phrases, page.locale, page.labels, images=images)
        if self._codes is not None and order.pickup_code is not None:
            svg = self._codes.qr_svg(f"{order.number}-{order.pickup_code}")
            drawn = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
            shown = {**shown, "fulfillment": {**as_mapping(shown["fulfillment"]), "qr": drawn}}
        if self._papers is not None and page.tx.invoices.of_order(order.number):
            shown = {**shown, "invoice_url": self._papers.path(order)}
        return {"type": "order", "order": shown}

    def _return(self, show: ShowReturn, page: Page) -> Mapping[str, object] | None:
        mine = [rma for rma in page.tx.returns.of_order(show.order_number) if rma.conversation_id == page.state.id]
        if not mine:
            return None
        drawn = return_json(mine[0], self._phrases, page.locale, images=_images([line.sku for line in mine[0].lines], page.tx))
        return {"type": "return", "return": drawn, "actions": return_actions(mine[0], self._phrases, page.locale)}

    def _mandate(self, mandate_id: MandateId, page: Page) -> Mapping[str, object] | None:
        """Only the customer's own: an id may be tapped by anybody."""
        mandate = page.tx.mandates.get(mandate_id)
        if mandate is None or mandate.customer_id != page.state.customer_id:
            return None
        return mandate_block(mandate, page.tx.shop.stores(), self._phrases, page.locale)

    def _booking(self, show: ShowBooking, page: Page) -> Mapping[str, object] | None:
        tx, newest = page.tx, next(iter(page.tx.bookings.of_conversation(page.state.id)), None)
        booking = tx.bookings.get(show.booking_id) if show.booking_id else newest
        if booking is None:
            return None
        product_id = tx.catalog.products_of([booking.sku]).get(booking.sku)
        listing = tx.catalog.listings([product_id]).get(product_id) if product_id else None
        appointment = Appointment(
            booking=booking,
            title=page.labels.text(listing.product.title) if listing else booking.title,
            store=next((store for store in tx.shop.stores() if store.id == booking.store_id), None),
            calendar=tx.bookings.calendar(),
            now=page.now,
        )
        actions = booking_actions(appointment, show.others, self._phrases, page.locale)
        return {"type": "booking", "booking": booking_json(appointment, self._phrases, page.locale), "actions": actions}

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
            **({"crop": {"part": choice.crop[0], "box": list(choice.crop[1])}} if choice.crop else {}),
            "send": {"type": "action", "action": "choose", "value": choice.value},
        }

    def _checkout(self, page: Page) -> Mapping[str, object] | None:
        checkout = page.tx.checkouts.get(page.state.checkout_id) if page.state.checkout_id else None
        if checkout is None:
            return None
        return checkout_json(checkout, page.tx, self._phrases, page.locale, page.now, labels=page.labels, conversation=page.state)

    def quick_replies(self, tx: Transaction, state: ConversationState, locale: str) -> tuple[Mapping[str, object], ...]:
        """What most shoppers do next: never more than three taps, none while a question is open."""
        if state.question is not None or state.handoff is not HandoffState.ASSISTANT:
            return ()
        cart = tx.carts.get(state.cart_id)
        actions = ["show_cart", "check_out"] if cart is not None and cart.lines else ["help", "ask_person"]
        return tuple(
            {"label": self._phrases.word(f"quick.{action}", locale=locale), "send": {"type": "action", "action": action}}
            for action in actions
        )


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


def _images(skus: Sequence[Sku], tx: Transaction) -> Mapping[Sku, str | None]:
    product_of = tx.catalog.products_of(skus)
    listings = tx.catalog.listings(set(product_of.values()))
    return {sku: image_url(listings[product_id], sku) for sku, product_id in product_of.items() if product_id in listings}
