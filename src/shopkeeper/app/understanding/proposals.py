"""A model's answer turned into acts: a closed list of kinds, every value grounded in the shopper's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from shopkeeper.app.understanding.phrases import Phrase, by_words, is_mention, resolve
from shopkeeper.domain.checkout.checkout import PaymentMethod
from shopkeeper.domain.checkout.quote import DeliveryMethod
from shopkeeper.domain.core.ids import OrderNumber
from shopkeeper.domain.core.narrow import as_int, as_mapping, as_sequence
from shopkeeper.domain.dialogue import acts
from shopkeeper.domain.dialogue.grammar.folding import fold
from shopkeeper.domain.dialogue.grammar.numbers import find_numbers
from shopkeeper.domain.dialogue.grammar.tokens import tokenize
from shopkeeper.domain.dialogue.reference import ByFocus, ByPosition, BySuperlative, ByWords, Reference, Superlative
from shopkeeper.ports.catalog_index import CatalogIndex

MOST_ACTS = 6
LONGEST_QUOTE = 120

TOPICS = ("returns", "delivery", "delivery_area", "hours", "payment", "privacy", "warranty", "range", "identity")
ASPECTS = ("price", "stock", "allergens", "size", "color", "material", "weight", "reviews", "delivery", "details")

_PLAIN: Mapping[str, acts.Act] = {
    act.type: act
    for act in (
        acts.ShowCart(),
        acts.ClearCart(),
        acts.CheckOut(),
        acts.Confirm(),
        acts.Decline(),
        acts.Pay(),
        acts.Greet(),
        acts.Thank(),
        acts.Help(),
        acts.Cancel(),
        acts.StartOver(),
        acts.AskPerson(reason="asked"),
    )
}
_ABOUT_PRODUCTS = ("find_product", "ask_about_product", "add_line_item", "change_quantity", "change_variant", "remove_line_item", "choose")
_OTHERS = ("give_quantity", "apply_code", "choose_delivery", "choose_payment", "order_status", "ask_policy", "unknown")


def acts_schema() -> Mapping[str, object]:
    """The JSON schema of an answer: flat, closed, every field there, so that strict and small endpoints can follow it."""

    def optional(**kind: Any) -> dict[str, Any]:
        return {"anyOf": [kind, {"type": "null"}]}

    fields = {
        "type": {"type": "string", "enum": [*_PLAIN, *_ABOUT_PRODUCTS, *_OTHERS]},
        "words": optional(type="string"),
        "position": optional(type="integer"),
        "superlative": optional(type="string", enum=["cheapest", "dearest"]),
        "quantity": optional(type="integer"),
        "aspect": optional(type="string", enum=list(ASPECTS)),
        "topic": optional(type="string", enum=list(TOPICS)),
        "method": optional(type="string", enum=[*DeliveryMethod, *PaymentMethod]),
        "code": optional(type="string"),
        "number": optional(type="string"),
    }
    one = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {"acts": {"type": "array", "items": one, "maxItems": MOST_ACTS}},
        "required": ["acts"],
        "additionalProperties": False,
    }


class UnreadableProposal(ValueError):
    """The model's answer has not the form that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the shopper wrote, as the only ground a proposal can stand on."""

    text: str
    language: str
    numbers: frozenset[int]
    has_shown: bool
    constraints: acts.Constraints

    def has(self, words: str) -> bool:
        """Whether `words` stand in the message, whole and in this order."""
        wanted = [token.norm for token in tokenize(words)]
        said = [token.norm for token in tokenize(self.text)]
        return bool(wanted) and any(said[at : at + len(wanted)] == wanted for at in range(len(said) - len(wanted) + 1))


def said_by(text: str, language: str, number_words: Mapping[str, Fraction], *, has_shown: bool, constraints: acts.Constraints) -> Said:
    numbers = frozenset(number.whole for number in find_numbers(tokenize(text), number_words))
    return Said(text=text, language=language, numbers=numbers, has_shown=has_shown, constraints=constraints)


def read_proposals(answer: str, said: Said, index: CatalogIndex) -> tuple[acts.Act, ...]:
    """The acts of a model's answer that hold. Raises UnreadableProposal for an answer of another form."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        content = as_mapping(json.loads(answer[start : end + 1]))
    except (ValueError, RecursionError) as error:
        raise UnreadableProposal("no JSON object") from error
    if not isinstance(content.get("acts"), list):
        raise UnreadableProposal("no acts")
    found: list[acts.Act] = []
    for one in as_sequence(content["acts"])[:MOST_ACTS]:
        act = _act(as_mapping(one), said, index)
        if act is not None and act not in found:
            found.append(act)
    return tuple(found)


def _act(proposal: Mapping[str, object], said: Said, index: CatalogIndex) -> acts.Act | None:
    kind = str(proposal.get("type"))
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _ABOUT_PRODUCTS:
        return _about_product(kind, proposal, said, index)
    match kind:
        case "give_quantity":
            quantity = _quantity(proposal, said)
            return acts.GiveQuantity(quantity=quantity) if quantity is not None else None
        case "apply_code":
            code = str(proposal.get("code") or "")
            return acts.ApplyCode(code=code) if said.has(code) else None
        case "choose_delivery":
            return _delivery(proposal)
        case "choose_payment":
            return _payment(proposal)
        case "order_status":
            number = str(proposal.get("number") or "").lstrip("#")
            return acts.AskOrderStatus(number=OrderNumber(number) if said.has(number) else None)
        case "ask_policy":
            topic = str(proposal.get("topic"))
            return acts.AskPolicy(topic=topic, text=said.text[:LONGEST_QUOTE]) if topic in TOPICS else None
        case _:
            return None


def _delivery(proposal: Mapping[str, object]) -> acts.Act | None:
    method = proposal.get("method")
    return acts.ChooseDelivery(method=DeliveryMethod(str(method))) if method in tuple(DeliveryMethod) else None


def _payment(proposal: Mapping[str, object]) -> acts.Act | None:
    method = proposal.get("method")
    return acts.ChoosePayment(method=PaymentMethod(str(method))) if method in tuple(PaymentMethod) else None


def _about_product(kind: str, proposal: Mapping[str, object], said: Said, index: CatalogIndex) -> acts.Act | None:
    reference = _reference(proposal, said, index)
    quantity = _quantity(proposal, said)
    match kind:
        case "find_product":
            found = reference or _searched(proposal, said, index)
            return acts.FindProduct(reference=found, constraints=said.constraints) if found else None
        case "ask_about_product":
            aspect = str(proposal.get("aspect"))
            return acts.AskAboutProduct(reference=reference or ByFocus(), aspect=aspect if aspect in ASPECTS else "details")
        case "add_line_item":
            return acts.AddLineItem(reference=reference, quantity=quantity) if reference else None
        case "change_quantity":
            return acts.ChangeQuantity(reference=reference or ByFocus(), quantity=quantity) if quantity is not None else None
        case "change_variant":
            return acts.ChangeVariant(reference=ByFocus(), to=reference) if reference else None
        case "remove_line_item":
            return acts.RemoveLineItem(reference=reference) if reference else None
        case _:
            return acts.Choose(reference=reference) if reference else None


def _reference(proposal: Mapping[str, object], said: Said, index: CatalogIndex) -> Reference | None:
    """By words the shopper wrote, else by place or price among what was shown."""
    words = str(proposal.get("words") or "")[:LONGEST_QUOTE]
    if said.has(words):
        found = resolve(index, _phrase(words), said.language)[0]
        if is_mention(found):
            return found
    position = as_int(proposal.get("position"))
    if said.has_shown and position is not None and 0 < abs(position) <= 50:
        return ByPosition(position=position)
    superlative = proposal.get("superlative")
    return BySuperlative(superlative=Superlative(str(superlative))) if said.has_shown and superlative in tuple(Superlative) else None


def _searched(proposal: Mapping[str, object], said: Said, index: CatalogIndex) -> ByWords | None:
    """A search by words the model chose: it may only look things up, and is quoted with the shopper's words, not the model's."""
    words = str(proposal.get("words") or "")[:LONGEST_QUOTE]
    if not fold(words).strip():
        return None
    found = by_words(_phrase(words), index.resolve(words, language=said.language))
    return replace(found, text=said.text[:LONGEST_QUOTE], options={}, exact=False) if is_mention(found) else None


def _phrase(words: str) -> Phrase:
    return Phrase(text=words, start=0, end=len(words), tokens=())


def _quantity(proposal: Mapping[str, object], said: Said) -> int | None:
    """A number the shopper wrote; any other is as good as not said."""
    quantity = as_int(proposal.get("quantity"))
    return quantity if quantity is not None and quantity in said.numbers else None
