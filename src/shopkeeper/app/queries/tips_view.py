"""The tips that can be tapped on a checkout: none is chosen before the shopper chooses one."""

from __future__ import annotations

from shopkeeper.app.queries.checkout_messages import EDITABLE
from shopkeeper.domain.checkout.checkout import Checkout
from shopkeeper.domain.checkout.pricing import Pricing
from shopkeeper.domain.checkout.taxes import percent_text
from shopkeeper.domain.checkout.tip import Tip, TipTerms
from shopkeeper.ports.phrase_book import PhraseBook


def tips_json(checkout: Checkout, pricing: Pricing, terms: TipTerms | None, phrases: PhraseBook, locale: str) -> dict[str, object] | None:
    """None where the shop takes no tips or nothing can be changed any more; amounts are minor units."""
    if terms is None or checkout.status not in EDITABLE or not pricing.lines:
        return None
    options: list[dict[str, object]] = []
    for bp in terms.percents_bp:
        amount = Tip(percent_bp=bp).on(pricing.goods_after_discount)
        if amount <= terms.most:
            label = phrases.word("choice.tip", locale=locale, facts={"percent": percent_text(bp)})
            send = {"type": "action", "action": "set_tip", "percent_bp": bp}
            chosen = checkout.tip is not None and checkout.tip.percent_bp == bp
            options.append({"id": str(bp), "label": label, "amount": amount.minor, "chosen": chosen, "send": send})
    none = {"type": "action", "action": "set_tip", "amount": 0}
    said_none = checkout.tip is not None and not pricing.tip
    options.append({"id": "none", "label": phrases.word("choice.no_tip", locale=locale), "amount": 0, "chosen": said_none, "send": none})
    return {"amount": pricing.tip.minor if pricing.tip else None, "options": options}
