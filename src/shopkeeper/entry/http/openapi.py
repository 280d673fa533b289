"""The OpenAPI document: built when first asked for, with every schema that routes name."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from shopkeeper.entry.http.documented import REF

SECURITY = {
    "conversation_token": {"type": "http", "scheme": "bearer", "description": "The token given when the conversation was opened."},
    "staff_password": {"type": "http", "scheme": "bearer", "description": "The staff password."},
    "staff_cookie": {"type": "apiKey", "in": "cookie", "name": "shopkeeper_staff"},
}


def install(app: FastAPI) -> None:
    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _build(app)
        return app.openapi_schema

    app.openapi = document  # pyright: ignore[reportAttributeAccessIssue]


def _build(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes, tags=app.openapi_tags)
    components = document.setdefault("components", {})
    components["schemas"] = {**components.get("schemas", {}), **_schemas()}
    components["securitySchemes"] = SECURITY
    return document


def _schemas() -> dict[str, Any]:
    """Requests as they are parsed, answers as they are written."""
    from pydantic.json_schema import models_json_schema

    from shopkeeper.entry.http.answers import SHAPES
    from shopkeeper.entry.http.wire import ConversationIn, TurnIn

    _, asked = models_json_schema([(ConversationIn, "validation"), (TurnIn, "validation")], ref_template=REF)
    _, answered = models_json_schema([(shape, "validation") for shape in SHAPES], ref_template=REF)
    return {**asked["$defs"], **answered["$defs"]}
