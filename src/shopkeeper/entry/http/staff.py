"""The staff's door check: a session cookie from the console, or the password as a bearer token."""

from __future__ import annotations

from fastapi import Request

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.conversations import shop_of

COOKIE = "shopkeeper_staff"


def require_staff(request: Request) -> None:
    """Raises InvalidInput (401) unless the request carries a staff cookie or `Authorization: Bearer <password>`."""
    access = shop_of(request).staff
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and access.check(token.strip()):
        return
    if access.cookie_holds(request.cookies.get(COOKIE, "")):
        return
    raise InvalidInput("staff_only", "Sign in at /console, or send the staff password as a bearer token.", status=401)
