"""The network that looks at pictures may be any ONNX image tower or any endpoint for embeddings: both are real here, only small."""

from __future__ import annotations

import base64
import io
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from shopkeeper.adapters.vision.look_store import LookStore
from shopkeeper.adapters.vision.opening import LazyReader, PictureModel, can_see, open_embedder
from shopkeeper.domain.core.ids import ProductId, Sku
from shopkeeper.domain.core.outcome import InvalidInput
from shopkeeper.ports.catalog_pictures import CatalogPicture, CatalogPictures
from shopkeeper.ports.image_embedder import EmbedderDown

pytestmark = pytest.mark.skipif(not can_see(), reason="needs the extra 'vision'")

RED, BLUE = "#c02020", "#2040c0"


def field(number: int, value: bytes | int) -> bytes:
    """One field of a protocol buffer: a length-delimited one, or a number."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value: int) -> bytes:
    return bytes([value & 127 | 128]) + varint(value >> 7) if value > 127 else bytes([value])


def tensor_of(name: str, dimensions: list[int | str]) -> bytes:
    sizes = b"".join(field(1, field(1, size) if isinstance(size, int) else field(2, size.encode())) for size in dimensions)
    return field(1, name.encode()) + field(2, field(1, field(1, 1) + field(2, sizes)))


def image_tower(extra_input: str = "") -> bytes:
    """An ONNX model: pixels (n, 3, 8, 8) to their mean color (n, 3)."""
    pool = field(1, b"pixel_values") + field(2, b"pooled") + field(4, b"GlobalAveragePool")
    flat = field(1, b"pooled") + field(2, b"image_embeds") + field(4, b"Flatten")
    takes = [tensor_of("pixel_values", ["n", 3, 8, 8])] + ([tensor_of(extra_input, ["n", 5])] if extra_input else [])
    graph = field(1, pool) + field(1, flat) + field(2, b"tower") + b"".join(field(11, one) for one in takes)
    graph += field(12, tensor_of("image_embeds", ["n", 3]))
    return field(1, 8) + field(7, graph) + field(8, field(1, b"") + field(2, 17))


def model_folder(home: Path, *, mean: float = 0.5, extra_input: str = "") -> Path:
    (home / "onnx").mkdir(parents=True)
    (home / "onnx" / "vision_model.onnx").write_bytes(image_tower(extra_input))
    config = {"size": {"height": 8, "width": 8}, "image_mean": [mean] * 3, "image_std": [0.5] * 3, "rescale_factor": 1 / 255}
    (home / "preprocessor_config.json").write_text(json.dumps(config))
    return home


def test_a_folder_as_model_hubs_lay_it_out(tmp_path: Path) -> None:
    embedder = open_embedder(PictureModel(folder=str(model_folder(tmp_path / "siglip"))))
    assert (embedder.side, embedder.dimensions, embedder.deep) == (8, 3, 3)
    assert embedder.name.startswith("siglip-")
    assert embedder.name.endswith("/3")
    vector = np.frombuffer(embedder.embed(Image.new("RGB", (8, 8), (255, 0, 128)).tobytes()), np.float32)
    assert vector.tolist() == pytest.approx([1.0, -1.0, 0.0], abs=0.01)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda home: home.mkdir(), "vision_model"),
        (lambda home: model_folder(home, extra_input="input_ids"), "input_ids"),
        (lambda home: (model_folder(home) / "preprocessor_config.json").write_text("["), "no JSON"),
    ],
)
def test_a_folder_that_will_not_do_says_what_it_lacks(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    make(tmp_path / "model")
    with pytest.raises(InvalidInput, match=says):
        open_embedder(PictureModel(folder=str(tmp_path / "model")))


class Endpoint:
    """Answers with the mean color of the picture, asked in the one way it knows; `down` makes it fail."""

    def __init__(self, way: str) -> None:
        self.way, self.down, self.asked = way, False, list[dict[str, Any]]()

    def picture(self, body: dict[str, Any]) -> str | None:
        match self.way, body:
            case "messages", {"messages": [{"content": [{"image_url": {"url": str(url)}}, *_]}]}:
                return url
            case "objects", {"input": [{"image": str(url)}]}:
                return url
            case "addresses", {"input": [str(url)], "modality": "image"}:
                return url
            case _:
                return None


@contextmanager
def serving(endpoint: Endpoint) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            endpoint.asked.append({"path": self.path, "key": self.headers.get("authorization"), "model": body.get("model")})
            address = None if endpoint.down else endpoint.picture(body)
            answer = b"{}"
            if address is not None:
                picture = Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))).convert("RGB")
                vector = [float(value) / 255 for value in np.asarray(picture).mean(axis=(0, 1))]
                answer = json.dumps({"data": [{"embedding": [*vector, 0.1]}]}).encode()
            self.send_response(503 if endpoint.down else 200 if address else 400)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("way", ["messages", "objects", "addresses"])
def test_how_an_endpoint_takes_pictures_is_found_out(way: str) -> None:
    endpoint = Endpoint(way)
    with serving(endpoint) as url:
        embedder = open_embedder(PictureModel(url=url, name="clip-b", key="secret"))
        assert embedder.name == f"clip-b@{way}/4"
        vector = np.frombuffer(embedder.embed(Image.new("RGB", (embedder.side, embedder.side), RED).tobytes()), np.float32)
        assert vector[0] > 3 * vector[1]
        assert endpoint.asked[-1] == {"path": "/v1/embeddings", "key": "Bearer secret", "model": "clip-b"}
        endpoint.down = True
        with pytest.raises(EmbedderDown, match="503"):
            embedder.embed(bytes(embedder.side**2 * 3))


class Source:
    """Two products, each a picture of one color."""

    def __init__(self, home: Path) -> None:
        for name, color in (("red", RED), ("blue", BLUE)):
            paper = Image.new("RGB", (120, 120), "white")
            paper.paste(Image.new("RGB", (60, 80), color), (30, 20))
            paper.save(home / f"{name}.webp")

    async def revision(self) -> int:
        return 1

    async def gallery_revision(self) -> int:
        return 0

    async def gallery(self) -> tuple[int, tuple[()]]:
        return 0, ()

    async def read(self) -> CatalogPictures:
        pictures = [CatalogPicture(product_id=ProductId(name), sku=Sku(name), address=f"/media/x/{name}.webp") for name in ("red", "blue")]
        return CatalogPictures(revision=1, pictures=tuple(pictures), gtins={})


def photo_of(color: str) -> bytes:
    table = Image.effect_noise((200, 200), 60).convert("RGB")
    table.paste(Image.new("RGB", (120, 140), color), (40, 30))
    jar = io.BytesIO()
    table.save(jar, "JPEG")
    return jar.getvalue()


async def test_another_model_makes_its_own_looks_and_an_endpoint_that_fails_loses_no_photo(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    source, endpoint = Source(pictures), Endpoint("objects")

    async def seen(model: PictureModel) -> str:
        reader = LazyReader(tmp_path / "looks.db", {"/media/x": pictures}, source, model=model)
        try:
            found = await reader.read(photo_of(RED), part=0)
            assert found.copy
            return str(found.reading.candidates[0].product_id)
        finally:
            reader.close()

    with serving(endpoint) as url:
        own = PictureModel(url=url, name="clip-b")
        assert await seen(PictureModel(folder=str(model_folder(tmp_path / "siglip")))) == "red"
        assert await seen(own) == "red"
        reader = LazyReader(tmp_path / "looks.db", {"/media/x": pictures}, source, model=own)
        assert (await reader.read(photo_of(RED), part=0)).reading.candidates
        endpoint.down = True
        away = await reader.read(photo_of(BLUE), part=0)
        assert away.copy, "the photo is kept"
        assert (away.reading.notice, away.reading.candidates) == (None, ()), "its looks are unknown"
        reader.close()
    store = LookStore(tmp_path / "looks.db")
    models = {row[0] for row in store._db.execute("SELECT DISTINCT model FROM looks WHERE model NOT LIKE 'sift%'")}
    store.close()
    assert {model.split("-")[0] for model in models} == {"siglip", "clip"}
