"""The staff's door check: a session cookie from the console, or the password as a bearer token. Guessing is slow."""

from __future__ import annotations

import asyncio

from fastapi import Request

from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.entry.http.buckets import Buckets
from shopkeeper.entry.http.conversations import bearer, shop_of
from shopkeeper.entry.http.limits import TooManyRequests, client_of

COOKIE = "shopkeeper_staff"
GUESSES_PER_MINUTE = 5


def guess_buckets() -> Buckets:
    return Buckets(GUESSES_PER_MINUTE, burst=GUESSES_PER_MINUTE)


async def require_staff(request: Request) -> None:
    """Raises InvalidInput (401) unless the request carries a staff cookie or `Authorization: Bearer <password>`."""
    if shop_of(request).staff.cookie_holds(request.cookies.get(COOKIE, "")):
        return
    password = bearer(request.headers.get("authorization"))
    if password is None or not await password_holds(request, password):
        raise InvalidInput("staff_only", "Sign in at /console, or send the staff password as a bearer token.", status=401)


async def password_holds(request: Request, password: str) -> bool:
    """Whether this is the staff password. Raises TooManyRequests for an address that guessed wrong too often."""
    shop = shop_of(request)
    guesses: Buckets = request.app.state.guess_buckets
    client = client_of(request.scope, shop.settings.trusted_proxies)
    # Taken before the slow hash, so that guesses sent side by side count too; a right password gives it back.
    if wait_s := guesses.take(client):
        raise TooManyRequests(wait_s)
    holds = await asyncio.to_thread(shop.staff.check, password)
    if holds:
        guesses.give_back(client)
    return holds
