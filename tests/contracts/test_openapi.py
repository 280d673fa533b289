"""The OpenAPI document tells the truth: requests drawn from it never break the server, and answers are as it says."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
import unittest
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from shopkeeper.bootstrap import open_shop
from shopkeeper.entry.http.app import create_app
from shopkeeper.testing.conversations.templates import Templates

PASSWORD = "open-sesame-please"
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
STREAM = "/v1/conversations/{conversation_id}/events"


@dataclass(frozen=True)
class Served:
    url: str
    conversation_id: str
    token: str


@pytest.fixture(scope="module")
def served(shop_templates: Templates) -> Generator[Served]:
    """The real server on a thread of its own, with one conversation that has something in its cart."""
    shop_settings = replace(asyncio.run(shop_templates.copy("lantern_market")), rate_per_minute=0, turns_per_minute=0)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chosen = replace(shop_settings, port=port)
    app = create_app(chosen, lambda: open_shop(chosen, background=False))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    app.state.shop.staff.set_password(PASSWORD)
    url = f"http://127.0.0.1:{port}"
    opened = httpx.post(f"{url}/v1/conversations", json={}, trust_env=False).json()
    key = {"Authorization": f"Bearer {opened['token']}"}
    turns = f"{url}/v1/conversations/{opened['conversation_id']}/turns"
    for action in ({"action": "add_line_item", "sku": "MILK-1L"}, {"action": "check_out"}):
        httpx.post(turns, json={"parts": [{"type": "action", **action}]}, headers=key, trust_env=False).raise_for_status()
    yield Served(url, opened["conversation_id"], opened["token"])
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def document(served: Served) -> dict[str, Any]:
    return httpx.get(f"{served.url}/openapi.json", trust_env=False).json()


@pytest.fixture(scope="module")
def api_schema(served: Served) -> Any:
    # The event stream has no end, so it is not drawn; tests of the door read it.
    return schemathesis.openapi.from_url(f"{served.url}/openapi.json").exclude(path=STREAM)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as documented", "otherwise"])
def test_no_request_breaks_the_server(api_schema: Any, served: Served, mode: GenerationMode) -> None:
    """Requests as the document describes them, and requests it rules out; all answers are as documented."""
    met: Counter[int] = Counter()
    for found in api_schema.get_all_operations():
        met += _exercise(found.ok(), served, mode)
    assert met.total() >= 60, met
    assert {4} <= {status // 100 for status in met}
    if mode is GenerationMode.POSITIVE:
        assert met[200] >= 30, met
        assert met[201], met


def _exercise(operation: Any, served: Served, mode: GenerationMode) -> Counter[int]:
    """The statuses answered; none where nothing can be wrong with a request, since it takes nothing."""
    drawn, met = count(), Counter[int]()

    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        headers = _key(operation.path, case, served) if next(drawn) % 3 else {}
        met[case.call_and_validate(headers=headers, checks=CHECKS).status_code] += 1

    with contextlib.suppress(Unsatisfiable, unittest.SkipTest):
        run()
    return met


def _key(path: str, case: Any, served: Served) -> dict[str, str]:
    """What opens this door, so that more than refusals are met."""
    if path.startswith("/v1/admin"):
        return {"Authorization": f"Bearer {PASSWORD}"}
    if path.startswith("/v1/conversations/{"):
        case.path_parameters["conversation_id"] = served.conversation_id
        return {"Authorization": f"Bearer {served.token}"}
    return {}


def _refs(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(_refs(inner) for inner in value.values()))
    return set().union(*(_refs(inner) for inner in value)) if isinstance(value, list) else set()


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert _refs(document) <= known


def test_a_turns_parts_are_told_apart_by_type(document: dict[str, Any]) -> None:
    parts = document["components"]["schemas"]["TurnIn"]["properties"]["parts"]["items"]
    assert set(parts["discriminator"]["mapping"]) == {"text", "image", "audio", "action"}


def test_every_operation_documents_its_answer_and_its_problems(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            answers = operation["responses"]
            assert "default" in answers, (method, path)
            good = [code for code in answers if code.startswith("2")]
            assert good, (method, path)
            assert all(answers[code].get("content") or code == "204" for code in good), (method, path)
            for code, answer in answers.items():
                if code.startswith(("4", "5")):
                    assert set(answer["content"]) == {"application/problem+json"}, (method, path, code)
