"""What can be done about a basket that no one branch has: every way offered really covers what it says, and no more is offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.domain.core.geo import Point
from shopkeeper.domain.core.ids import Sku, StoreId
from shopkeeper.domain.fulfillment.need import Need, has_all
from shopkeeper.domain.fulfillment.routing import Place, Route, Situation, delivery_route, pickup_route
from shopkeeper.domain.fulfillment.sharing import shared
from shopkeeper.domain.fulfillment.store import Courier, Hours, Store
from shopkeeper.domain.fulfillment.ways import WayKind, delivery_ways, pickup_ways, without

NOW = datetime(2026, 9, 15, 8, 0, tzinfo=UTC)
DAY = Hours(opens=time(8), closes=time(20))
SKUS = (Sku("EGG"), Sku("MILK"), Sku("TEA"))


def branch(name: str, lat: float, *, kitchen: int | None = 60) -> Store:
    return Store(
        id=StoreId(name),
        name=name,
        zone="Europe/Berlin",
        line1="Weg 1",
        postal_code="10115",
        city="Berlin",
        country="DE",
        point=Point(lat=lat, lon=13.4),
        week=dict.fromkeys(range(1, 8), DAY),
        service_postal_codes=frozenset({"10115"}),
        kitchen_per_10_min=kitchen,
        courier=Courier(windows=(Hours(opens=time(10), closes=time(12)), Hours(opens=time(14), closes=time(16))), orders_per_window=5),
    )


STORES = (branch("a", 52.50), branch("b", 52.52), branch("c", 52.60, kitchen=None))
HERE = Place(postal_code="10115")


def at(stock: dict[Sku, dict[StoreId, int]], *, split: bool = False) -> Situation:
    return Situation(now=NOW, stores=STORES, stock=stock, load={}, split=split)


def counts() -> st.SearchStrategy[dict[Sku, dict[StoreId, int]]]:
    of_store = st.fixed_dictionaries({store.id: st.integers(0, 4) for store in STORES})
    return st.fixed_dictionaries(dict.fromkeys(SKUS[:2], of_store))


wishes = st.lists(st.tuples(st.sampled_from(SKUS), st.integers(1, 6)), min_size=1, max_size=3, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [Need(sku=sku, quantity=quantity, local=True, made=sku == "TEA") for sku, quantity in pairs]
)


def given_out(route: Route) -> dict[Sku, int]:
    found: dict[Sku, int] = {}
    for shipment in route.shipments:
        for part in shipment.parts:
            found[part.sku] = found.get(part.sku, 0) + part.quantity
    return found


def wanted(needs: Sequence[Need]) -> dict[Sku, int]:
    return {need.sku: need.quantity for need in needs}


@settings(max_examples=150, deadline=None)
@given(needs=wishes, stock=counts(), delivered=st.booleans())
def test_every_way_gives_what_it_says_from_what_is_there(needs: list[Need], stock: dict[Sku, dict[StoreId, int]], delivered: bool) -> None:
    ways = delivery_ways(needs, HERE, at(stock)) if delivered else pickup_ways(needs, StoreId("a"), at(stock))
    as_asked = delivery_route(needs, HERE, at(stock)) if delivered else pickup_route(needs, StoreId("a"), at(stock))
    assert not (ways and isinstance(as_asked, Route))
    for way in ways:
        assert given_out(way.route) == wanted(without(needs, way.lacks))
        assert bool(way.lacks) == (way.kind is WayKind.PART)
        assert (len(way.route.shipments) > 1) == (way.kind is WayKind.SPLIT)
        for part in way.route.stock:
            assert part.quantity <= stock[part.sku][part.store_id]


@settings(max_examples=150, deadline=None)
@given(needs=wishes, stock=counts())
def test_a_share_is_made_of_few_branches_that_each_give_something(needs: list[Need], stock: dict[Sku, dict[StoreId, int]]) -> None:
    shares = shared(needs, STORES, stock, first=StoreId("b"))
    if not shares:
        return
    assert len(shares) >= 2
    assert all(share.needs and has_all(share.needs, share.store, stock) for share in shares)
    together: dict[Sku, int] = {}
    for share in shares:
        for need in share.needs:
            together[need.sku] = together.get(need.sku, 0) + need.quantity
    assert together == wanted(needs)


def test_several_couriers_only_where_that_was_agreed_to() -> None:
    stock = {SKUS[0]: {StoreId("a"): 0, StoreId("b"): 0, StoreId("c"): 3}}
    needs = [Need(sku=SKUS[0], quantity=1, local=True), Need(sku=SKUS[2], quantity=2, local=True, made=True)]
    alone = delivery_route(needs, HERE, at(stock))
    assert not isinstance(alone, Route)
    assert getattr(alone, "code", "") == "scattered"
    both = delivery_route(needs, HERE, at(stock, split=True))
    assert isinstance(both, Route)
    assert {shipment.store_id for shipment in both.shipments} == {"a", "c"}
