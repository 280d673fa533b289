"""schema.org Product and ProductGroup as plain rows: one row a product, its variants inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

Node: TypeAlias = "Mapping[str, object]"

GTINS = ("gtin", "gtin13", "gtin14", "gtin12", "gtin8")
VARYING = ("color", "size", "material", "pattern")
DEEPEST = 12


def products_in(document: object) -> Iterator[dict[str, object]]:
    """Every product of a JSON-LD document; variants of a group come inside their group only."""
    nodes = list(_nodes(document, 0))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    groups = [node for node in nodes if _is(node, "ProductGroup")]
    inside = {id(member) for group in groups for member in _members(group, by_id)}
    grouped = {_text(group.get("@id")) for group in groups} | {_text(group.get("productGroupID")) for group in groups} - {""}
    for group in groups:
        members = [*_members(group, by_id), *(node for node in nodes if _belongs(node, group, by_id))]
        yield _product(group, list({id(member): member for member in members}.values()) or [group])
    for node in nodes:
        parent = _one(node.get("isVariantOf"))
        of_group = _text(parent.get("@id")) in grouped or _text(parent.get("productGroupID")) in grouped if parent else False
        if _is(node, "Product") and id(node) not in inside and not of_group:
            yield _product(node, _by_offer(node))


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        node = cast("Node", value)
        yield node
        for key, item in node.items():
            if key not in ("isVariantOf", "isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor") and isinstance(item, (dict, list)):
                yield from _nodes(cast(object, item), depth + 1)


def _is(node: Node, kind: str) -> bool:
    kinds = node.get("@type")
    named = cast("list[object]", kinds) if isinstance(kinds, list) else [kinds]
    return kind in {str(name).rsplit("/", 1)[-1].removeprefix("schema:") for name in named}


def _members(group: Node, by_id: Mapping[str, Node]) -> list[Node]:
    return [by_id.get(_text(node.get("@id")), node) for node in _many(group.get("hasVariant"))]


def _belongs(node: Node, group: Node, by_id: Mapping[str, Node]) -> bool:
    parent = _one(node.get("isVariantOf"))
    if parent is None or not _is(node, "Product"):
        return False
    same_id = _text(parent.get("@id")) and parent.get("@id") == group.get("@id")
    same_group = _text(parent.get("productGroupID")) and parent.get("productGroupID") == group.get("productGroupID")
    return bool(same_id or same_group)


def _by_offer(node: Node) -> list[Node]:
    """A product whose offers name different skus is several variants."""
    offers = _offers(node)
    skus = [_text(offer.get("sku")) for offer in offers]
    if len(set(skus)) > 1 and all(skus):
        return [{**offer, "offers": offer} for offer in offers]
    return [node]


def _product(node: Node, members: list[Node]) -> dict[str, object]:
    first = members[0]
    return {
        "id": _first(node, "productGroupID", "sku", "productID", "mpn", "@id", "url") or _first(first, "sku", "@id"),
        "title": _first(node, "name") or _first(first, "name"),
        "description": _first(node, "description") or _first(first, "description"),
        "brand": _named(node.get("brand")) or _named(first.get("brand")),
        "category": _named(node.get("category")),
        "mpn": _first(node, "mpn") if len(members) == 1 else "",
        "image": _image(node) or _image(first),
        "attributes": _properties(node),
        "variants": [_variant(member, node) for member in members],
    }


def _variant(node: Node, parent: Node) -> dict[str, object]:
    offer = _best(_offers(node) or _offers(parent))
    return {
        "sku": _first(node, "sku", "productID", "mpn") or _first(offer, "sku") or _first(parent, "sku", "mpn", "@id", "url"),
        "gtin": [_text(node[name]) for name in GTINS if _text(node.get(name))],
        "price": _price(offer),
        "currency": _first(offer, "priceCurrency") or _first(_one(offer.get("priceSpecification")) or {}, "priceCurrency"),
        "availability": _text(offer.get("availability")),
        "quantity": _text((_one(offer.get("inventoryLevel")) or {}).get("value")),
        "image": _image(node),
        **{name: _named(node.get(name)) for name in VARYING},
    }


def _price(offer: Node) -> str:
    """The price; of a range only where both ends agree, for "from 10.00" is nothing one can buy at."""
    direct = _first(offer, "price") or _first(_one(offer.get("priceSpecification")) or {}, "price")
    if direct:
        return direct
    low, high = _first(offer, "lowPrice"), _first(offer, "highPrice")
    if low and high and low != high:
        return f"{low} to {high}"
    return low or high


def _offers(node: Node) -> list[Node]:
    """Single offers; an aggregate stands for itself only where it lists none."""
    found: list[Node] = []
    for offer in _many(node.get("offers")):
        inner = _many(offer.get("offers"))
        found.extend(inner or [offer])
    return found


def _best(offers: list[Node]) -> Node:
    """One that can be bought now, the first of them."""
    available = [offer for offer in offers if "instock" in _text(offer.get("availability")).lower()]
    none: Node = {}
    return next(iter([*available, *offers]), none)


def _properties(node: Node) -> dict[str, object]:
    listed = {_text(one.get("name")): one.get("value") for one in _many(node.get("additionalProperty")) if _text(one.get("name"))}
    return {name: value for name, value in listed.items() if isinstance(value, (str, int, float, bool))}


def _image(node: Node) -> str:
    value = node.get("image")
    described = _one(value)
    return _text(value) or (_first(described, "url", "contentUrl", "@id") if described else "")


def _named(value: object) -> str:
    node = _one(value)
    return _first(node, "name") if node else _text(value)


def _first(node: Node, *names: str) -> str:
    return next((text for name in names if (text := _text(node.get(name)))), "")


def _one(value: object) -> Node | None:
    return next(iter(_many(value)), None)


def _many(value: object) -> list[Node]:
    listed = cast("list[object]", value) if isinstance(value, list) else [value]
    return [cast("Node", item) for item in listed if isinstance(item, dict)]


def _text(value: object) -> str:
    if isinstance(value, list):
        return next((text for item in cast("list[object]", value) if (text := _text(item))), "")
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value).strip()
    return ""
