"""Errors as RFC 9457 problems: what went wrong, and what to do about it."""

from __future__ import annotations

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from shopkeeper.domain.core.outcome import InvalidInput, TransientFault, UnknownOutcome

log = structlog.get_logger()
MEDIA_TYPE = "application/problem+json"


def problem(status: int, code: str, detail: str, *, field: str | None = None, headers: dict[str, str] | None = None) -> JSONResponse:
    body: dict[str, object] = {
        "type": f"urn:shopkeeper:problem:{code}",
        "title": code.replace("_", " "),
        "status": status,
        "detail": detail,
    }
    if field is not None:
        body["field"] = field
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers=headers)


UNKNOWN = (
    "The database went away, and we cannot tell whether this took effect. "
    "Send the same request again under the same Idempotency-Key: it takes effect once."
)
CODES = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large", 429: "too_many_requests"}


def problem_of(error: HTTPException) -> JSONResponse:
    """What the framework refuses by itself, as a problem."""
    detail = error.detail if error.status_code != 404 else "There is nothing at this address."
    return problem(error.status_code, CODES.get(error.status_code, "refused"), detail, headers=dict(error.headers or {}))


def install(app: FastAPI) -> None:
    """Every way a request can fail becomes a problem; only the unforeseen is a 500, and it is logged."""

    @app.exception_handler(InvalidInput)
    async def invalid_input(_: Request, error: InvalidInput) -> JSONResponse:
        headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else None
        return problem(error.status, error.code, error.detail, field=error.field, headers=headers)

    @app.exception_handler(ValidationError)
    async def invalid_body(_: Request, error: ValidationError) -> JSONResponse:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        pointer = "/" + "/".join(str(part) for part in first["loc"])
        return problem(422, "invalid_body", f"{pointer}: {first['msg']}", field=pointer)

    @app.exception_handler(RequestValidationError)
    async def invalid_request(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        pointer = "/" + "/".join(str(part) for part in first["loc"])
        return problem(422, "invalid_request", f"{pointer}: {first['msg']}", field=pointer)

    @app.exception_handler(HTTPException)
    async def http_error(_: Request, error: HTTPException) -> JSONResponse:
        return problem_of(error)

    @app.exception_handler(TransientFault)
    async def busy(_: Request, error: TransientFault) -> JSONResponse:
        log.warning("http.busy", error=str(error))
        return problem(503, "busy", "The shop is busy right now. Send the same request again in a moment.", headers={"Retry-After": "1"})

    @app.exception_handler(UnknownOutcome)
    async def unknown(_: Request, error: UnknownOutcome) -> JSONResponse:
        log.warning("http.unknown_outcome", error=str(error))
        return problem(503, "unknown_outcome", UNKNOWN, headers={"Retry-After": "1"})

    @app.exception_handler(Exception)
    async def surprise(request: Request, error: Exception) -> JSONResponse:
        log.error("http.surprise", path=request.url.path, exc_info=error)
        return problem(500, "internal", "Something broke on our side. Nothing of this request was kept; you can send it again.")


__all__ = ["MEDIA_TYPE", "UNKNOWN", "install", "problem", "problem_of"]
