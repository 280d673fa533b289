"""A return as the shopper sees it: what goes back, what comes back line by line, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from shopkeeper.app.queries.product_view import money_json
from shopkeeper.app.queries.tax_texts import tax_texts
from shopkeeper.domain.core.ids import Sku
from shopkeeper.domain.returns.rma import Rma, RmaKind, RmaStatus
from shopkeeper.ports.phrase_book import PhraseBook

STEPS = (RmaStatus.REQUESTED, RmaStatus.APPROVED, RmaStatus.RECEIVED, RmaStatus.RESOLVED)


def return_json(rma: Rma, phrases: PhraseBook, locale: str, *, images: Mapping[Sku, str | None]) -> dict[str, object]:
    """The return block of reply-blocks; amounts are money objects."""
    note = phrases.word(f"return.reason_{rma.reason.value}", locale=locale)
    return {
        "number": rma.number,
        "order_number": rma.order_number,
        "kind": rma.kind.value,
        "wish": rma.wish.value,
        "exchange": exchange_json(rma),
        "status": rma.status.value,
        "status_label": phrases.word(f"return.status_{rma.status.value}", locale=locale),
        "requested_at": rma.requested_at.isoformat(),
        "lines": [
            {
                "sku": line.sku,
                "title": line.title,
                "variant_label": "",
                "image_url": images.get(line.sku),
                "quantity": line.quantity,
                "total": money_json(line.refund),
                "note": note,
            }
            for line in rma.lines
        ],
        "totals": _totals(rma, phrases, locale),
        "label_url": None,
        "timeline": _timeline(rma, phrases, locale),
    }


def exchange_json(rma: Rma) -> dict[str, object] | None:
    """The other goods; `difference` is what is owed for them, below zero what comes back."""
    found = rma.exchange
    if found is None:
        return None
    return {"sku": found.sku, "title": found.title, "quantity": found.quantity, "difference": money_json(found.difference)}


def return_actions(rma: Rma, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    """What can be tapped while it waits for a yes."""
    if rma.status is not RmaStatus.DRAFT:
        return []
    key = "action.withdraw" if rma.kind is RmaKind.WITHDRAWAL else "action.exchange" if rma.exchange else "action.send_back"
    return [
        {"label": phrases.word(key, locale=locale), "send": {"type": "action", "action": "confirm_return", "number": rma.number}},
        {
            "label": phrases.word("action.keep_it", locale=locale),
            "send": {"type": "action", "action": "cancel_return", "number": rma.number},
        },
    ]


def _totals(rma: Rma, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    rows = [_row("subtotal", phrases.word("return.goods", locale=locale), money_json(rma.goods_refund))]
    if rma.fees:
        rows.append(_row("fee", phrases.word("totals.fees", locale=locale), money_json(rma.fees)))
    if rma.exchange is not None:
        label = phrases.word("return.instead", locale=locale, facts={"title": rma.exchange.title})
        pays = rma.exchange.balance == "more"
        total = phrases.word("return.to_pay" if pays else "return.refund", locale=locale)
        return [
            *rows,
            _row("items", label, money_json(rma.credit + rma.exchange.difference)),
            _row("total", total, money_json(rma.exchange.amount)),
        ]
    if rma.delivery_refund:
        rows.append(_row("fulfillment", phrases.word("totals.delivery", locale=locale), money_json(rma.delivery_refund)))
    if rma.tip_refund:
        rows.append(_row("tip", phrases.word("totals.tip", locale=locale), money_json(rma.tip_refund)))
    taxes = tax_texts(rma.taxes, phrases, locale, included=True)
    rows += [{**_row("tax", text, money_json(tax.tax)), "included": True} for tax, text in taxes]
    rows.append(_row("total", phrases.word("return.refund", locale=locale), money_json(rma.refund)))
    return rows


def _row(kind: str, label: str, amount: dict[str, object]) -> dict[str, object]:
    return {"type": kind, "label": label, "amount": amount, "detail": None}


def _timeline(rma: Rma, phrases: PhraseBook, locale: str) -> list[dict[str, object]]:
    """Steps done with their time, then those to come; what ended otherwise shows only what happened."""
    happened = {step.status: step.at for step in rma.steps}
    if rma.status in (RmaStatus.REJECTED, RmaStatus.CANCELED):
        done = [step for step in rma.steps if step.status is not RmaStatus.DRAFT]
        return [_step(step.status, step.at.isoformat(), phrases, locale, done=True) for step in done]
    if rma.status is RmaStatus.DRAFT:
        return []
    reached = max((STEPS.index(status) for status in happened if status in STEPS), default=-1)
    return [
        _step(status, happened[status].isoformat() if status in happened else None, phrases, locale, done=index <= reached)
        for index, status in enumerate(STEPS)
    ]


def _step(status: RmaStatus, at: str | None, phrases: PhraseBook, locale: str, *, done: bool) -> dict[str, object]:
    return {"label": phrases.word(f"return.status_{status.value}", locale=locale), "at": at, "done": done}
