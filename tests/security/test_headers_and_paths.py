"""What every answer carries, whom it may be read by, and files that stay inside their folders."""

from __future__ import annotations

import pytest

from .conftest import PASSWORD, Door, OpenDoor, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


PAGES = ("/v1/capabilities", "/web/storefront/index.html", "/console/login", "/healthz", "/no-such-page", "/v1/admin/orders")


@pytest.mark.parametrize("path", PAGES)
async def test_every_answer_says_how_it_may_be_used(door: Door, path: str) -> None:
    headers = (await door.client.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert "server" not in headers


SHOP, FOREIGN = "https://shop.example", "https://evil.example"


async def test_only_listed_origins_may_read(open_door: OpenDoor) -> None:
    door: Door = await open_door(cors_origins=(SHOP,))
    allowed = await door.client.get("/v1/capabilities", headers={"Origin": SHOP})
    assert allowed.headers["access-control-allow-origin"] == SHOP
    foreign = await door.client.get("/v1/capabilities", headers={"Origin": FOREIGN})
    assert "access-control-allow-origin" not in foreign.headers
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,idempotency-key,content-type"}
    preflight = await door.client.options("/v1/conversations", headers={"Origin": SHOP, **asked})
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == SHOP
    refusal = await door.client.options("/v1/conversations", headers={"Origin": FOREIGN, **asked})
    assert refusal.status_code == 400
    assert "access-control-allow-origin" not in refusal.headers
    assert "access-control-allow-credentials" not in preflight.headers


async def test_a_refusal_can_be_read_by_a_listed_origin(open_door: OpenDoor) -> None:
    door: Door = await open_door(cors_origins=(SHOP,), rate_per_minute=4)
    await door.client.get("/v1/capabilities")
    refusal = await door.client.get("/v1/capabilities", headers={"Origin": SHOP})
    refused(refusal, 429)
    assert refusal.headers["access-control-allow-origin"] == SHOP


async def test_nobody_is_listed_at_first(door: Door) -> None:
    answer = await door.client.get("/v1/capabilities", headers={"Origin": FOREIGN})
    assert not [name for name in answer.headers if name.startswith("access-control")]


CLIMBS = (
    "/web/../settings.py",
    "/web/%2e%2e/settings.py",
    "/web/..%2fsettings.py",
    "/web/..%5csettings.py",
    "/web//etc/passwd",
    "/web/%2fetc%2fpasswd",
    "/web/storefront/..%2f..%2fbootstrap.py",
    "/web/%00",
    "/web/" + "a/" * 2_000,
    "/web/" + "x" * 5_000,
    "/media/lantern_market/../shop.yaml",
    "/media/lantern_market/..%2fshop.yaml",
    "/media/lantern_market/%2e%2e%2fshop.yaml",
    "/media/uploads/..%2fshop.db",
    "/media/..%2f..%2fshop.db",
    "/media/lantern_market/%00.webp",
    "/media/lantern_market/%ff.webp",
)


@pytest.mark.parametrize("path", CLIMBS)
async def test_files_stay_in_their_folders(door: Door, path: str) -> None:
    answer = await door.client.get(path)
    refused(answer, 400, 404, 405)


WRONG_METHODS = (
    ("PUT", "/v1/conversations"),
    ("GET", "/v1/conversations"),
    ("DELETE", "/v1/conversations/cnv_x"),
    ("GET", "/v1/conversations/cnv_x/turns"),
    ("POST", "/v1/capabilities"),
    ("PATCH", "/v1/admin/orders"),
    ("GET", "/webhooks/payments/sandbox"),
    ("POST", "/healthz"),
    ("TRACE", "/v1/conversations"),
    ("BREW", "/v1/conversations"),
)


@pytest.mark.parametrize(("method", "path"), WRONG_METHODS)
async def test_a_method_that_is_not_offered(door: Door, method: str, path: str) -> None:
    async with door.nothing_changes():
        answer = await door.client.request(method, path)
        refused(answer, 405)
        assert answer.headers["allow"]


@pytest.mark.parametrize("path", ["/nothing", "/v1/nothing", "/console/nothing", "/%00", "/%ff", "/v1/storefront/products/%00"])
async def test_an_address_that_is_none(door: Door, path: str) -> None:
    refused(await door.client.get(path), 404)


@pytest.mark.parametrize("path", ["//", "//evil.example", "//evil.example/", "/\\evil.example/", "/v1/capabilities//evil.example"])
async def test_no_address_leads_elsewhere(door: Door, path: str) -> None:
    answer = await door.client.get("http://shop.test" + path)
    assert answer.status_code in (303, 307, 404)
    assert answer.headers.get("location", "/").startswith(("http://shop.test/", "/web/", "/"))
    assert not answer.headers.get("location", "/").startswith(("//", "/\\"))


BAD_QUERIES = ("q=%00", "q=" + "x" * 5_000, "locale=%2e%2e", "locale=" + "e" * 500, "cursor=%00", "category=%00")


@pytest.mark.parametrize("query", BAD_QUERIES)
async def test_a_search_that_is_none(door: Door, query: str) -> None:
    refused(await door.client.get(f"/v1/storefront/products?{query}"), 422)


ODD_QUERIES = (
    "q=%22",
    "q=%22%20OR%20%22",
    "q=*",
    "q=NEAR(a%20b)",
    "q=%ff",
    "q=%ED%A0%80",
    "q='%3B%20DROP%20TABLE%20x--",
    "cursor=-1",
    "category=..%2F..",
)


@pytest.mark.parametrize("query", ODD_QUERIES)
async def test_a_search_full_of_signs_is_only_a_search(door: Door, query: str) -> None:
    async with door.nothing_changes():
        answer = await door.client.get(f"/v1/storefront/products?{query}")
        assert answer.status_code in (200, 422), answer.text


INJECTED = "en\r\nX-Injected: yes\r\n\r\n<script>"


async def test_no_header_can_be_smuggled_in(door: Door) -> None:
    talk = await door.open()
    answers = [
        await door.client.get("/pay/return/x%0d%0aX-Injected:%20yes"),
        await door.client.get("/v1/storefront/products", params={"locale": INJECTED}),
        await door.client.post("/v1/conversations", json={"locale": INJECTED}),
        await door.say(talk, "hello", **{"Last-Event-ID": "1\r\nX-Injected: yes"}),
        await door.client.get("/web%0d%0aX-Injected:%20yes/"),
        await door.client.get("/v1/capabilities", headers={"Origin": "https://x\r\nX-Injected: yes"}),
    ]
    assert all("x-injected" not in answer.headers for answer in answers)
    assert all(answer.status_code < 500 for answer in answers)


async def test_the_staff_cookie_is_shut_tight(open_door: OpenDoor) -> None:
    for public_url, secure in (("https://shop.example", True), ("", False)):
        door: Door = await open_door(public_url=public_url)
        answer = await door.client.post("/console/login", data={"password": PASSWORD})
        assert answer.status_code == 303
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=strict" in cookie
        assert ("secure" in cookie) is secure


@pytest.mark.parametrize(
    "cookie", ["", "x", "9999999999.", "9999999999.ä", ".", "1.2.3", "99999999999999999999999." + "0" * 64, "é" * 4_000]
)
async def test_a_staff_cookie_nobody_gave_out(door: Door, cookie: str) -> None:
    raw = [(b"cookie", b"shopkeeper_staff=" + cookie.encode("utf-8"))]
    refused(await door.client.get("/v1/admin/orders", headers=raw), 401)
    assert (await door.client.get("/console", headers=raw)).status_code == 303


async def test_what_a_shopper_writes_is_never_markup_for_staff(door: Door) -> None:
    talk = await door.open()
    await door.say(talk, "<script>alert(1)</script><img src=x onerror=alert(2)>")
    cookie = {"Cookie": f"shopkeeper_staff={door.shop.staff.cookie()}"}
    for path in ("/console", "/console/conversations", f"/console/conversations/{talk.id}"):
        page = (await door.client.get(path, headers=cookie)).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
