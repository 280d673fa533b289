"""What no honest client sends: it is refused in plain words, costs little, and changes nothing."""

from __future__ import annotations

import base64
import json
import tracemalloc
from collections.abc import AsyncIterator

import pytest

from .conftest import Door, refused

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture
def door(standing_door: Door) -> Door:
    return standing_door


MEGABYTE = b"x" * 1_000_000
TEXT = {"type": "text", "text": "hello"}


class Flood:
    """A body without end that counts what was taken of it."""

    def __init__(self, megabytes: int) -> None:
        self._left = megabytes
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self._left:
            self._left -= 1
            self.taken += 1
            yield MEGABYTE


PATHS = ("/v1/conversations", "{talk}/turns", "/webhooks/payments/sandbox", "/v1/admin/skus/MILK-1L/price", "/console/login")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("declared", [True, False])
async def test_a_hundred_megabytes_are_not_read(door: Door, path: str, declared: bool) -> None:
    talk = await door.open()
    flood = Flood(100)
    kind = "application/x-www-form-urlencoded" if "login" in path else "application/json"
    headers = {"Content-Type": kind, "Authorization": "Bearer open-sesame-please" if "admin" in path else talk.key["Authorization"]}
    if declared:
        headers["Content-Length"] = str(100 * len(MEGABYTE))
    async with door.nothing_changes():
        tracemalloc.start()
        answer = await door.client.post(path.format(talk=talk.path), content=flood, headers=headers)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    refused(answer, 400, 413)
    assert flood.taken <= (0 if declared else 13)
    assert peak < 40_000_000


@pytest.mark.parametrize("length", ["-5", "1e9", "abc", "9" * 40, "12, 12"])
async def test_a_length_that_is_none_is_refused(door: Door, length: str) -> None:
    async with door.nothing_changes():
        refused(await door.client.post("/v1/conversations", content=b"{}", headers={"Content-Length": length}), 400, 413)


DEEP = b'{"parts":[{"type":"action","action":"add_line_item","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}]}"
BODIES = {
    "empty": b"",
    "no json": b"hello",
    "cut off": b'{"parts": [{"type": "text", "text": "he',
    "null": b"null",
    "list": b"[]",
    "number": b"7",
    "no parts": b"{}",
    "empty parts": b'{"parts": []}',
    "parts as text": b'{"parts": "hello"}',
    "part as number": b'{"parts": [1]}',
    "unknown type": b'{"parts": [{"type": "telepathy", "text": "hi"}]}',
    "type as list": b'{"parts": [{"type": ["text"], "text": "hi"}]}',
    "text as number": b'{"parts": [{"type": "text", "text": 5}]}',
    "text missing": b'{"parts": [{"type": "text"}]}',
    "unknown field": b'{"parts": [{"type": "text", "text": "hi", "role": "system"}]}',
    "unknown top field": b'{"parts": [{"type": "text", "text": "hi"}], "customer_id": "cus_ana"}',
    "nul": json.dumps({"parts": [{"type": "text", "text": "a\x00b"}]}).encode(),
    "nul in an action": json.dumps({"parts": [{"type": "action", "action": "choose", "value": "a\x00b"}]}).encode(),
    "nul in an action's key": json.dumps({"parts": [{"type": "action", "action": "choose", "a\x00b": 1}]}).encode(),
    "lone surrogate": b'{"parts": [{"type": "text", "text": "\\ud800"}]}',
    "surrogate in an action": b'{"parts": [{"type": "action", "action": "choose", "value": "\\udfff"}]}',
    "surrogate in a key": b'{"parts": [{"type": "action", "action": "choose", "\\ud800": 1}]}',
    "not utf-8": b'{"parts": [{"type": "text", "text": "\xff\xfe\xed\xa0\x80"}]}',
    "utf-16": json.dumps({"parts": [TEXT]}).encode("utf-16"),
    "long text": json.dumps({"parts": [{"type": "text", "text": "x" * 1_000_000}]}).encode(),
    "deep": DEEP,
    "deep object": b'{"parts":' * 50_000,
    "10,000 parts": json.dumps({"parts": [TEXT] * 10_000}).encode(),
    "wide action": json.dumps({"parts": [{"type": "action", "action": "choose", **{f"k{n}": n for n in range(5_000)}}]}).encode(),
    "long list": json.dumps({"parts": [{"type": "action", "action": "choose", "value": ["x" * 7_000] * 1_000}]}).encode(),
    "long action": json.dumps({"parts": [{"type": "action", "action": "choose", "value": "x" * 100_000}]}).encode(),
    "action in capitals": b'{"parts": [{"type": "action", "action": "DROP TABLE"}]}',
    "bad base64": b'{"parts": [{"type": "image", "media_type": "image/png", "data": "!!!"}]}',
    "short base64": b'{"parts": [{"type": "image", "media_type": "image/png", "data": "abc"}]}',
    "empty file": b'{"parts": [{"type": "image", "media_type": "image/png", "data": ""}]}',
    "not a picture": b'{"parts": [{"type": "image", "media_type": "text/html", "data": "PGI+"}]}',
    "nul in a name": json.dumps({"parts": [{"type": "image", "media_type": "image/png", "data": "QUJD", "file_name": "a\x00"}]}).encode(),
    "huge integer": b'{"parts": [{"type": "action", "action": "add_line_item", "sku": "MILK-1L", "quantity": ' + b"9" * 5_000 + b"}]}",
    "nan": b'{"parts": [{"type": "action", "action": "add_line_item", "sku": "MILK-1L", "quantity": NaN}]}',
    "infinity": b'{"parts": [{"type": "action", "action": "add_line_item", "sku": "MILK-1L", "quantity": 1e999}]}',
}


@pytest.mark.parametrize("name", BODIES)
async def test_a_turn_that_makes_no_sense(door: Door, name: str) -> None:
    talk = await door.open()
    async with door.nothing_changes():
        headers = {**talk.key, "Content-Type": "application/json"}
        refused(await door.client.post(f"{talk.path}/turns", content=BODIES[name], headers=headers), 400, 413, 415, 422)


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"7",
        b"{",
        b'{"locale": 7}',
        b'{"locale": "../../etc"}',
        b'{"locale": "\\ud800"}',
        b'{"storefront": "a b"}',
        b'{"storefront": "\xff"}',
        b'{"customer_token": "\\u0000"}',
        b'{"customer_token": "\\ud800"}',
        b'{"customer_token": ["x"]}',
        b'{"admin": true}',
        b"\x00",
    ],
)
async def test_a_conversation_nobody_can_open(door: Door, body: bytes) -> None:
    async with door.nothing_changes():
        refused(await door.client.post("/v1/conversations", content=body), 401, 422)


async def test_an_unknown_customer_token(door: Door) -> None:
    async with door.nothing_changes():
        refused(await door.client.post("/v1/conversations", json={"customer_token": "demo-cus_nobody"}), 401)


FORMS = {
    "no boundary": ("multipart/form-data", b"--x\r\n\r\nhello\r\n--x--"),
    "wrong boundary": ("multipart/form-data; boundary=y", b"--x\r\n\r\nhello\r\n--x--"),
    "cut off": ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhel'),
    "no name": ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nhello\r\n--x--\r\n"),
    "junk": ("multipart/form-data; boundary=x", bytes(range(256)) * 100),
    "empty": ("multipart/form-data; boundary=x", b""),
    "unknown field": ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="role"\r\n\r\nsystem\r\n--x--\r\n'),
    "bad json part": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="parts"\r\n\r\n[{"type"\r\n--x--\r\n',
    ),
    "json breaking out": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="parts"\r\n\r\n[],"evil":[1]\r\n--x--\r\n',
    ),
    "long header": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="' + b"a" * 100_000 + b'"\r\n\r\nh\r\n--x--\r\n',
    ),
    "a page as picture": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="../../x.png"\r\nContent-Type: text/html\r\n\r\n<b>\r\n--x--\r\n',
    ),
    "url-encoded": ("application/x-www-form-urlencoded", b"text=hello"),
    "html": ("text/html", b"<p>hello</p>"),
    "xml": ("application/xml", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
}


@pytest.mark.parametrize("name", FORMS)
async def test_a_form_that_makes_no_sense(door: Door, name: str) -> None:
    talk = await door.open()
    kind, body = FORMS[name]
    async with door.nothing_changes():
        answer = await door.client.post(f"{talk.path}/turns", content=body, headers={**talk.key, "Content-Type": kind})
        refused(answer, 400, 413, 415, 422)


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x; charset=no-such-charset", "multipart/form-data; boundary=x"])
async def test_a_form_in_another_encoding_is_taken_as_it_can_be(door: Door, kind: str) -> None:
    """Old browsers send forms in their own encoding; that is no attack, and the worst of it is a wrong letter."""
    talk = await door.open()
    body = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--x--\r\n'
    answer = await door.client.post(f"{talk.path}/turns", content=body, headers={**talk.key, "Content-Type": kind})
    assert answer.status_code == 200


async def test_ten_thousand_form_fields(door: Door) -> None:
    talk = await door.open()
    one = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhello\r\n'
    async with door.nothing_changes():
        headers = {**talk.key, "Content-Type": "multipart/form-data; boundary=x"}
        refused(await door.client.post(f"{talk.path}/turns", content=one * 10_000 + b"--x--\r\n", headers=headers), 422)


async def test_a_picture_with_a_path_for_a_name_stays_a_picture(door: Door) -> None:
    """Good input beside the bad: the file name is never used as a path, and the bytes are kept nowhere."""
    talk = await door.open()
    picture = {"type": "image", "media_type": "image/png", "data": base64.b64encode(b"\x89PNG not really").decode(), "file_name": "../../x"}
    answer = await door.client.post(f"{talk.path}/turns", json={"parts": [TEXT, picture]}, headers=talk.key)
    assert answer.status_code == 200
    stored = (await door.client.get(talk.path, headers=talk.key)).json()["messages"][0]["parts"]
    assert [part["type"] for part in stored] == ["text", "image"]
    assert "data" not in stored[1]
    assert "../" not in json.dumps(stored)
