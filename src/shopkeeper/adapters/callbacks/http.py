"""Posting events over HTTPS to addresses that others typed in, without ever being sent into our own network by them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

import httpx

from shopkeeper.domain.core.outcome import PermanentFault, TransientFault

TIMEOUT_S = 10.0
Resolve: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]


async def _resolve(host: str, port: int) -> Sequence[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


class HttpCallbacks:
    """Implements `CallbackSender`.

    The name is resolved once, every address it has must be public, and the connection goes to the address that was checked: a
    second look-up could say something else. `allow_private` is for tests and for receivers in the shop's own network.
    """

    def __init__(
        self, *, allow_private: bool = False, resolve: Resolve = _resolve, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._transport = transport

    @cached_property
    def _client(self) -> httpx.AsyncClient:
        # Reading the machine's certificates is slow, and many shops send no callbacks.
        return httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False, trust_env=False, transport=self._transport)

    async def close(self) -> None:
        if "_client" in self.__dict__:
            await self._client.aclose()

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        parts = checked_url(url, allow_private=self._allow_private)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        address = await self._address(host, port)
        pinned = httpx.URL(url).copy_with(host=address, port=port)
        named = {**headers, "Host": parts.netloc.rpartition("@")[2], "Content-Type": "application/cloudevents+json; charset=utf-8"}
        request = self._client.build_request("POST", pinned, headers=named, content=body, extensions={"sni_hostname": host})
        try:
            answer = await self._client.send(request, stream=True)
        except httpx.HTTPError as error:
            raise TransientFault(f"callback: {type(error).__name__}") from error
        await answer.aclose()
        return answer.status_code

    async def _address(self, host: str, port: int) -> str:
        try:
            addresses = await self._resolve(host, port)
        except OSError as error:
            raise TransientFault("callback: the name cannot be resolved") from error
        if not addresses:
            raise TransientFault("callback: the name has no address")
        if not self._allow_private and not all(is_public(address) for address in addresses):
            raise PermanentFault("callback: the address is not a public one")
        return addresses[0]


def checked_url(url: str, *, allow_private: bool) -> SplitResult:
    """Raises PermanentFault unless `url` is an https address without a password in it (http where private ones are allowed)."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise PermanentFault("callback: this is no address") from error
    if parts.scheme != "https" and not (allow_private and parts.scheme == "http"):
        raise PermanentFault("callback: the address must begin with https://")
    if not parts.hostname or parts.username is not None or port == 0:
        raise PermanentFault("callback: this is no address")
    return parts


def is_public(address: str) -> bool:
    """Whether it is reachable from everywhere: no loopback, private, link-local, shared, reserved or multicast address."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public(found)


def _is_public(found: IPv4Address | IPv6Address) -> bool:
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return _is_public(inner)
        # NAT64 reaches IPv4 addresses by another name (RFC 6052).
        if found.packed[:12] == bytes.fromhex("0064ff9b0000000000000000"):
            return _is_public(IPv4Address(found.packed[12:]))
    return found.is_global and not found.is_multicast
