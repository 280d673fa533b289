"""The facts of the gate's rules about mandates, read from records inside the transaction."""

from __future__ import annotations

from shopkeeper.app.moment import Moment
from shopkeeper.domain.catalog.product import ProductKind
from shopkeeper.domain.conversation.state import ConversationState
from shopkeeper.domain.core.ids import ProductId
from shopkeeper.domain.mandates.judging import over_limit
from shopkeeper.domain.mandates.mandate import Mandate, MandateStatus
from shopkeeper.domain.policy.command import GrantMandate, ProposeMandate, RevokeMandate, UseMandate
from shopkeeper.ports.storage import Transaction


def mandate_facts(
    command: ProposeMandate | GrantMandate | RevokeMandate | UseMandate, tx: Transaction, state: ConversationState, moment: Moment
) -> dict[str, object]:
    """`within`: whether a use keeps to every limit. `has_method`: the method agreed on (or any, before) is still saved."""
    mandate = None if isinstance(command, ProposeMandate) else tx.mandates.get(command.mandate_id)
    product_id = command.product_id if isinstance(command, ProposeMandate) else mandate.product_id if mandate else None
    customer_id = moment.customer_id or state.customer_id
    customer = tx.customers.get(customer_id) if customer_id else None
    tokens = {method.token for method in customer.saved_methods} if customer else set[str]()
    return {
        "known": mandate is not None,
        "owned": mandate is not None and mandate.customer_id == customer_id,
        "active": mandate is not None and mandate.status is MandateStatus.ACTIVE,
        "digest": mandate.digest if mandate else "",
        "title": mandate.title if mandate else command.title if isinstance(command, ProposeMandate) else "",
        "most_each_minor": mandate.limits.most_each.minor if mandate else 0,
        "signed_in": customer is not None and customer.verified,
        "has_method": mandate.method.token in tokens if mandate else bool(tokens),
        "within": mandate is not None and _is_within(command, mandate, moment),
        **_goods(product_id, tx),
    }


def _is_within(command: object, mandate: Mandate, moment: Moment) -> bool:
    if not isinstance(command, UseMandate):
        return True
    late = moment.now >= mandate.limits.expires_at
    return not late and over_limit(mandate, command.total, moment.now) is None


def _goods(product_id: ProductId | None, tx: Transaction) -> dict[str, object]:
    listing = tx.catalog.listings([product_id]).get(product_id) if product_id else None
    return {
        "age_limit": (listing.product.age_limit or 0) if listing else 0,
        "goods": listing is not None and _is_goods(listing.product.kind),
    }


def _is_goods(kind: ProductKind) -> bool:
    return kind is ProductKind.GOODS
