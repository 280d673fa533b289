"""Picture vectors from any OpenAI-compatible endpoint for embeddings that takes pictures."""

from __future__ import annotations

import base64
import io
import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import numpy as np
from PIL import Image

from shopkeeper.ports.image_embedder import EmbedderDown

JPEG_QUALITY = 90
LARGEST_ANSWER_BYTES = 2_000_000
MOST_DIMENSIONS = 16_384
INSTRUCTION = "Represent the product in the picture."


def _messages(picture: str) -> dict[str, Any]:
    """vLLM: the messages of a chat, embedded."""
    content = [{"type": "image_url", "image_url": {"url": picture}}, {"type": "text", "text": INSTRUCTION}]
    return {"messages": [{"role": "user", "content": content}]}


def _objects(picture: str) -> dict[str, Any]:
    """Jina and those who follow it: objects that say what they are."""
    return {"input": [{"image": picture}]}


def _addresses(picture: str) -> dict[str, Any]:
    """Infinity: data addresses, with a word that they are pictures."""
    return {"input": [picture], "modality": "image"}


REQUESTS: Mapping[str, Callable[[str], dict[str, Any]]] = {"messages": _messages, "objects": _objects, "addresses": _addresses}
"""The three ways in which such endpoints take pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointOptions:
    """`url` up to and without `/embeddings`; `request` is one of `REQUESTS`, empty = whichever the endpoint answers."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    request: str = ""
    timeout_s: float = 8.0


class EmbeddingEndpoint:
    """ImageEmbedder. Asks once while it is made, to learn the dimension; raises EmbedderDown when nobody answers. Thread-safe."""

    side = 336
    is_elsewhere = True
    photo_views = (0.85,)
    catalog_views = (1.0,)

    def __init__(self, options: EndpointOptions, *, transport: httpx.BaseTransport | None = None) -> None:
        self._options = options
        headers = {"Authorization": f"Bearer {options.key}"} if options.key else {}
        # trust_env is off: a proxy from the environment must not see what shoppers photograph.
        self._client = httpx.Client(timeout=options.timeout_s, headers=headers, transport=transport, trust_env=False)
        self._request, self.dimensions = self._learn()
        self.deep = self.dimensions
        self.name = f"{options.model}@{self._request}/{self.dimensions}"

    def embed(self, rgb: bytes) -> bytes:
        vector = self._ask(self._request, rgb)
        if len(vector) != self.dimensions:
            raise EmbedderDown(f"{len(vector)} numbers came where {self.dimensions} were wanted")
        return np.asarray(vector, np.float32).tobytes()

    def _learn(self) -> tuple[str, int]:
        problem = EmbedderDown("no way of asking was tried")
        for request in (self._options.request,) if self._options.request else REQUESTS:
            try:
                return request, len(self._ask(request, bytes([128]) * (self.side * self.side * 3)))
            except EmbedderDown as error:
                problem = error
        raise problem

    def _ask(self, request: str, rgb: bytes) -> list[float]:
        body = {"model": self._options.model, "encoding_format": "float", **REQUESTS[request](_address(rgb, self.side))}
        try:
            with self._client.stream("POST", f"{self._options.url.rstrip('/')}/embeddings", json=body) as response:
                answer = b""
                for chunk in response.iter_bytes():
                    answer += chunk
                    if len(answer) > LARGEST_ANSWER_BYTES:
                        raise EmbedderDown("the answer has no end")
                if not response.is_success:
                    raise EmbedderDown(f"http_{response.status_code}")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise EmbedderDown(type(error).__name__) from error
        return _vector(answer)


def _address(rgb: bytes, side: int) -> str:
    jar = io.BytesIO()
    Image.frombytes("RGB", (side, side), rgb).save(jar, "JPEG", quality=JPEG_QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(jar.getvalue()).decode()}"


def _vector(answer: bytes) -> list[float]:
    try:
        found = json.loads(answer)["data"][0]["embedding"]
        vector = [float(number) for number in found]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise EmbedderDown("an answer without an embedding") from error
    if not 0 < len(vector) <= MOST_DIMENSIONS or not all(map(math.isfinite, vector)) or not any(vector):
        raise EmbedderDown("an embedding that is none")
    return vector
