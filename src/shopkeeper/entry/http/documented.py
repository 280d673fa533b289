"""How routes say in the OpenAPI document what they take and answer: by the name of a schema, resolved when the document is asked for."""

from __future__ import annotations

from typing import Any, TypeAlias

Responses: TypeAlias = dict[int | str, dict[str, Any]]

REF = "#/components/schemas/{model}"
CONVERSATION_TOKEN: dict[str, Any] = {"security": [{"conversation_token": []}]}
STAFF: dict[str, Any] = {"security": [{"staff_password": []}, {"staff_cookie": []}]}
STREAMED = {"text/event-stream": {"schema": {"type": "string"}}}

REASONS = {
    400: "The request cannot be read",
    401: "No valid token",
    404: "No such thing, or not yours",
    409: "Idempotency-Key used for another request",
    413: "Body too large",
    415: "Unsupported media type",
    422: "Invalid input",
    429: "Too many requests; see Retry-After",
    503: "Busy, try again",
}


def schema(model: str) -> dict[str, Any]:
    return {"schema": {"$ref": REF.format(model=model)}}


def problem_answers(*statuses: int) -> Responses:
    """These failures, each as an RFC 9457 problem."""
    return {status: {"description": REASONS[status], "content": {"application/problem+json": schema("Problem")}} for status in statuses}


def answers(model: str, *problems: int, status: int = 200, description: str = "Done", streamed: bool = False) -> Responses:
    """One good answer of shape `model`, and what may go wrong."""
    content = {"application/json": schema(model), **(STREAMED if streamed else {})}
    return {status: {"description": description, "content": content}, **problem_answers(*problems)}


def takes(model: str, *, required: bool = True, form: bool = False) -> dict[str, Any]:
    """A JSON body of shape `model`, or the same as a form with files."""
    content: dict[str, Any] = {"application/json": schema(model)}
    if form:
        fields = {"text": {"type": "string"}, "file": {"type": "array", "items": {"type": "string", "format": "binary"}}}
        content["multipart/form-data"] = {"schema": {"type": "object", "properties": fields}}
    return {"requestBody": {"required": required, "content": content}}


def header_parameter(name: str, *, most: int | None = None) -> dict[str, Any]:
    """An optional header that the route reads by hand."""
    text: dict[str, Any] = {"type": "string"} if most is None else {"type": "string", "maxLength": most}
    described = {"anyOf": [text, {"type": "null"}], "title": name.title()}
    return {"name": name, "in": "header", "required": False, "schema": described}
